"""The first files of a publication, copied byte for byte from those that ship with figtrail."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from figtrail.model import FigtrailError, Problem

TEMPLATES = Path(__file__).parent / "files"
HIDDEN = "dot_"
"""Begins the name of a template whose file is hidden, so that no tool takes the template for it."""

KEPT = frozenset({".git"})
"""What a folder may hold and still be new: that of a repository without a file."""


def list_templates() -> Mapping[PurePosixPath, Path]:
    """Every file of a new publication, by its path there: the file that it is a copy of."""
    files = sorted(path for path in TEMPLATES.rglob("*") if path.is_file())
    return {_name_copy(path): path for path in files}


def start_publication(folder: Path) -> tuple[Path, ...]:
    """Write the files of a new publication into a folder that is empty or not there yet.

    A repository without any file counts as empty. Returns the paths written. Raises FigtrailError
    where the folder holds anything, which is then as it was, or can't be written.
    """
    _check_empty(folder)
    written = []
    try:
        for name, template in list_templates().items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(template.read_bytes())
            written.append(path)
    except OSError as error:
        raise FigtrailError([_refuse(folder, error)]) from error
    return tuple(written)


def _name_copy(template: Path) -> PurePosixPath:
    parts = template.relative_to(TEMPLATES).parts
    return PurePosixPath(
        *(f".{part.removeprefix(HIDDEN)}" if part.startswith(HIDDEN) else part for part in parts)
    )


def _check_empty(folder: Path) -> None:
    try:
        held = sorted(path.name for path in folder.iterdir() if path.name not in KEPT)
    except FileNotFoundError:
        return
    except OSError as error:
        raise FigtrailError([_refuse(folder, error)]) from error
    if held:
        shown = ", ".join(held[:3]) + (", …" if len(held) > 3 else "")
        message = f"the folder is not empty: it holds {shown}"
        action = "Name a folder that is empty or not there yet."
        raise FigtrailError([Problem("folder-not-empty", str(folder), message, action)])


def _refuse(folder: Path, error: OSError) -> Problem:
    where = str(error.filename or folder)
    message = f"can't be written: {error.strerror or error}"
    action = "Name a folder that you may write into."
    return Problem("folder-unusable", where, message, action)
