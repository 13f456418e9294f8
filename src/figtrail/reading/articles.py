"""Where the file of a published article lies."""

from __future__ import annotations

from pathlib import Path, PurePosixPath


def find_article(path: str | None, package: Path, seeds: Path | None) -> Path | None:
    """The article's file: its published path beside the package, or below another seeds folder.

    Both folders must be resolved. None where it is not there, and for a path that leads out.
    """
    parts = PurePosixPath(path or "").parts
    if len(parts) < 2 or ".." in parts or parts[0] == "/" or "\0" in (path or ""):
        return None
    folder = package.parent / parts[0] if seeds is None else seeds
    try:
        article = folder.joinpath(*parts[1:]).resolve()
        return article if article.is_relative_to(folder) and article.is_file() else None
    except OSError:
        return None
