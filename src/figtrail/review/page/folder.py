"""The folder that holds the page: the reviewer's own, and never a package.

The page holds whole articles, which belong to their publishers. The folder therefore has a
.gitignore that keeps it out of any repository.
"""

from __future__ import annotations

import json
from pathlib import Path

from figtrail.model import FigtrailError, Problem

PAGE, IGNORE = "index.html", ".gitignore"
MARKER = '<meta name="generator" content="figtrail review">'
"""Stands in the head of the page: by it the command knows its own."""

LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave in any folder: no reason to refuse it."""

IGNORED = "# A page for reviewing holds whole articles: it is never published.\n*\n"


def check_writable(folder: Path) -> None:
    """Raise FigtrailError unless `folder` is missing, empty, or holds a page of this kind alone.

    A folder inside a package is refused as the package itself is.
    """
    resolved = folder.resolve()
    for place in (resolved, *resolved.parents):
        if _is_package(place):
            message = f"{'it is' if place == resolved else 'it lies in'} a published package"
            raise _refuse(folder, message, found=str(place / "datapackage.json"))
    try:
        held = {path.name for path in folder.iterdir()} - LITTER
    except FileNotFoundError:
        return
    except OSError as error:
        raise _refuse(folder, error.strerror or str(error)) from error
    strangers = sorted(held if not _is_page(folder / PAGE) else held - {PAGE, IGNORE})
    if strangers:
        shown = ", ".join(strangers[:3]) + (", …" if len(strangers) > 3 else "")
        raise _refuse(folder, "the folder holds what is no page for reviewing", found=shown)


def write_page(text: str, folder: Path) -> Path:
    """Write the page in one step and return its path; what stood there before is replaced.

    Raises FigtrailError where `check_writable` does, or the folder can't be written.
    """
    check_writable(folder)
    page = folder / PAGE
    new = folder / f"{PAGE}.new"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / IGNORE).write_text(IGNORED, encoding="utf-8", newline="\n")
        new.write_text(text, encoding="utf-8", newline="\n")
        new.replace(page)
    except OSError as error:
        raise _refuse(folder, f"can't be written: {error.strerror or error}") from error
    return page


def _is_package(folder: Path) -> bool:
    """Whether a folder holds a Data Package, whoever made it."""
    try:
        descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(descriptor, dict) and "resources" in descriptor


def _is_page(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8") as file:
            return MARKER in file.read(2000)
    except (OSError, ValueError):
        return False


def _refuse(folder: Path, message: str, found: str | None = None) -> FigtrailError:
    action = "Name a folder for the page alone: new, empty, or with an older page in it."
    return FigtrailError([Problem("page-unwritable", str(folder), message, action, found)])
