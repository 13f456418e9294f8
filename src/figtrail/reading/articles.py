"""Where the file of a published article lies."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path, PurePosixPath


def find_article(path: str | None, package: Path, seeds: Path | None) -> Path | None:
    """The article's file: its published path beside the package, or below another seeds folder.

    Both folders must be resolved. A name may be composed in another way than the published one,
    which is in Unicode NFC. None where it is not there, and for a path that leads out.
    """
    parts = PurePosixPath(path or "").parts
    if len(parts) < 2 or ".." in parts or parts[0] == "/" or "\0" in (path or ""):
        return None
    try:
        folder = _descend(package.parent, parts[:1]) if seeds is None else seeds
        article = _descend(folder, parts[1:]).resolve()
        return article if article.is_relative_to(folder) and article.is_file() else None
    except (OSError, RuntimeError, UnicodeEncodeError):
        return None


def _descend(folder: Path, parts: Sequence[str]) -> Path:
    """The path below the folder; else the one whose names are the same in NFC."""
    path = folder.joinpath(*parts)
    if path.exists():
        return path
    for part in parts:
        folder /= _list_others(folder, folder.stat().st_mtime_ns).get(part, part)
    return folder


@lru_cache(maxsize=16)
def _list_others(folder: Path, changed: int) -> Mapping[str, str]:
    """Of the names in a folder that are not in NFC: the NFC, and the name as it is.

    `changed` is when the folder was, so that a changed one is read again.
    """
    del changed
    names = [path.name for path in folder.iterdir()]
    named = ((unicodedata.normalize("NFC", name), name) for name in names)
    return {normal: name for normal, name in named if normal != name}
