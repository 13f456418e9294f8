"""Which files of a folder are articles, and which of those can't be published."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from figtrail.model import FigtrailError, Problem
from figtrail.paths import show_path
from figtrail.reading.text import MEDIA_TYPES


def find_files(seeds: Path) -> dict[str, Path]:
    """Every article by its path below the seeds folder, with / and in Unicode NFC.

    Articles are the .txt and .md files; names that begin with a dot, and published packages, are
    passed over. Raises FigtrailError where there is no such folder, and with a Problem for every
    article or folder that would be left out or couldn't be proved later.
    """
    if not seeds.is_dir():
        action = "Give a folder that holds the articles."
        raise FigtrailError(
            [Problem("seeds-missing", str(seeds), "there is no such folder", action)]
        )
    root = seeds.resolve()
    files: dict[str, Path] = {}
    problems = list(_check_name(root, root.name))
    for path in _walk(seeds, problems):
        name = unicodedata.normalize("NFC", path.relative_to(seeds).as_posix())
        problems += [*_check_name(path, name), *_check_place(path, root)]
        if name in files:
            message = f"its name is that of {files[name].name} but for how accents are composed"
            problems.append(_refuse(path, message, "Give one of the two another name."))
        files[name] = path
    if problems:
        raise FigtrailError(problems)
    return files


def _walk(seeds: Path, problems: list[Problem]) -> Iterator[Path]:
    """Every path that is named as an article is, in one order on every system."""

    def refuse(error: OSError) -> None:
        message = f"the folder can't be read: {error.strerror}"
        problems.append(_refuse(Path(error.filename), message, "Check its permissions."))

    for folder, folders, names in os.walk(seeds, onerror=refuse):
        if "datapackage.json" in names:
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if (path := Path(folder, name)).is_symlink():
                message = "the folder is a link, and links to folders aren't followed"
                problems.append(_refuse(path, message, "Put the folder itself there."))
        for name in sorted(names):
            path = Path(folder, name)
            if path.suffix.lower() in MEDIA_TYPES and not name.startswith("."):
                yield path


def _check_name(path: Path, name: str) -> Iterator[Problem]:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        yield _refuse(path, "the name is not UTF-8", "Give it another name.")


def _check_place(path: Path, root: Path) -> Iterator[Problem]:
    """A proof reads nothing outside the folder, so nothing from there can be published."""
    try:
        target = path.resolve()
        if path.is_symlink() and not target.is_relative_to(root):
            yield _refuse(path, "the link leads out of the folder", "Put the article itself there.")
        elif path.is_symlink() and not target.exists():
            yield _refuse(path, "the link leads nowhere", "Mend or remove it.")
        elif not path.is_file():
            yield _refuse(path, "this is no plain file", "Move it away, or give it another ending.")
    except (OSError, RuntimeError):  # a link that leads to itself, as the versions of Python say it
        yield _refuse(path, "the link leads nowhere", "Mend or remove it.")


def _refuse(path: Path, message: str, action: str) -> Problem:
    return Problem("article-unusable", show_path(path), message, action)
