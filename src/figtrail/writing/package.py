"""The package folder: written beside the old one, then swapped in whole.

The swap is one step where the system can exchange two folders (Linux). Elsewhere it is two renames,
announced in a journal beside the folder, from which the next command finishes what was cut short.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import pyarrow

from figtrail.model import FigtrailError, Problem
from figtrail.paths import is_there, show_path
from figtrail.recipe import Recipe
from figtrail.writing.companions import write_companions
from figtrail.writing.descriptor import GENERATOR, describe_package, write_descriptor
from figtrail.writing.exchange import exchange_folders
from figtrail.writing.page import render_page
from figtrail.writing.readme import render_readme
from figtrail.writing.tables import write_csv, write_parquet

DESCRIPTOR, README, SUMS = "datapackage.json", "README.md", "SHA256SUMS"
PAGE = "index.html"

LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave in any folder: no reason to refuse it."""


def write_package(
    tables: Mapping[str, pyarrow.Table],
    recipe: Recipe,
    out: Path,
    before_swap: Callable[[Path], None] | None = None,
) -> None:
    """Write the tables as a Data Package and put it in the place of `out`.

    `out` may be missing, empty, or hold a package of figtrail's, which is replaced whole; until the
    very end, and after any failure, it is as it was. `before_swap` is given the folder that was
    written, and keeps it from being swapped in by raising. Raises FigtrailError where `out` holds
    anything else or can't be written.
    """
    with _refuse_failures(out):
        out = out.resolve()
        _check_name(out)
        out.parent.mkdir(parents=True, exist_ok=True)
        with _hold_lock(out.parent):
            _heal(out)
            check_replaceable(out)
            new = out.with_name(f"{_prefix(out, 'new')}{os.getpid()}")
            new.mkdir()
            try:
                _fill_folder(tables, recipe, new)
                if before_swap is not None:
                    before_swap(new)
                _swap_in(new, out)
            finally:
                _remove(new)


def heal_package(out: Path) -> None:
    """Finish a swap that was cut short, where a journal beside `out` tells of one.

    Raises FigtrailError where the system doesn't let it, or no package can have that path.
    """
    with _refuse_failures(out):
        out = out.resolve()
        _check_name(out)
        if _journal(out).exists():
            with _hold_lock(out.parent):
                _heal(out)


@contextmanager
def _refuse_failures(out: Path) -> Iterator[None]:
    """Make what the system refuses a Problem that names the path."""
    try:
        yield
    except (OSError, RuntimeError) as error:  # RuntimeError: links that lead to each other
        where = show_path(str(getattr(error, "filename", None) or out))
        message = getattr(error, "strerror", None) or str(error)
        action = "Check its permissions and the space left, or choose another --out."
        raise FigtrailError([Problem("package-unwritable", where, message, action)]) from error


def _check_name(out: Path) -> None:
    """Raise FigtrailError where no package can be written at that path, or beside it."""
    wrong = None if out.name else "this is the root of a file system"
    try:
        str(out).encode("utf-8")
    except UnicodeEncodeError:
        wrong = "the path is not UTF-8"
    if wrong is not None:
        problem = Problem("package-unwritable", show_path(out), wrong, "Choose another --out.")
        raise FigtrailError([problem])


def check_replaceable(out: Path) -> None:
    """Raise FigtrailError unless `out` is missing, empty, or a figtrail package and nothing else.

    A package is known by its descriptor; every file beside must be listed in its SHA256SUMS.
    """
    if not is_there(out):
        return
    action = "Choose another --out, or move away what is there."
    if not out.is_dir():
        raise FigtrailError([Problem("out-not-a-package", str(out), "it is no folder", action)])
    files = [path.relative_to(out).as_posix() for path in out.rglob("*") if not path.is_dir()]
    files = [name for name in files if name.rpartition("/")[2] not in LITTER]
    if not files:
        return
    strangers = sorted(set(files) - _list_own(out))
    if strangers:
        message = "the folder holds what is no part of a figtrail package"
        found = ", ".join(strangers[:5]) + (", …" if len(strangers) > 5 else "")
        problem = Problem("out-not-a-package", str(out), message, action, found)
        raise FigtrailError([problem])


def _list_own(out: Path) -> set[str]:
    """The files of the figtrail package at `out`; none where there is no such package."""
    try:
        descriptor = json.loads((out / DESCRIPTOR).read_text(encoding="utf-8"))
        sums = (out / SUMS).read_text(encoding="utf-8")
    except (FileNotFoundError, ValueError, RecursionError):
        return set()
    if not isinstance(descriptor, dict) or descriptor.get("generator") != GENERATOR:
        return set()
    return {SUMS, *(line.partition("  ")[2] for line in sums.splitlines())}


def _fill_folder(tables: Mapping[str, pyarrow.Table], recipe: Recipe, folder: Path) -> None:
    (folder / "data").mkdir()
    writers = {"csv": write_csv, "parquet": write_parquet}
    for name, table in tables.items():
        for form in recipe.forms:
            writers[form](table, folder / "data" / f"{name}.{form}")
    write_companions(tables, recipe, describe_package(tables, recipe, folder), folder)
    descriptor = describe_package(tables, recipe, folder)
    write_descriptor(descriptor, folder / DESCRIPTOR)
    readme = render_readme(tables, recipe, descriptor)
    (folder / README).write_text(readme, encoding="utf-8", newline="\n")
    sizes = {name: (folder / name).stat().st_size for name in list_files(folder)}
    page = render_page(tables, recipe, descriptor, sizes)
    (folder / PAGE).write_text(page, encoding="utf-8", newline="\n")
    write_sums(folder)
    for path in [*folder.rglob("*"), folder]:
        _sync(path)


def write_sums(folder: Path) -> None:
    """Write SHA256SUMS over every other file below `folder`, as `sha256sum -c` reads it."""
    lines = [
        f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n"
        for name in list_files(folder)
        if name != SUMS
    ]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def list_files(folder: Path) -> list[str]:
    """The paths of all files below `folder`, relative to it, in order."""
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def _swap_in(new: Path, out: Path) -> None:
    """Put `new` in the place of `out`; what stood there is at `new` afterwards, or gone."""
    if out.exists() and not exchange_folders(new, out):
        _swap_in_two_steps(new, out)
    elif new.exists() and not out.exists():
        new.rename(out)
    _sync(out.parent)


def _swap_in_two_steps(new: Path, out: Path) -> None:
    old = out.with_name(new.name.replace("figtrail-new", "figtrail-old", 1))
    journal = _journal(out)
    journal.write_text(json.dumps({"new": new.name, "old": old.name}), encoding="utf-8")
    _sync(journal)
    _sync(out.parent)
    out.rename(old)
    new.rename(out)
    _sync(out.parent)
    journal.unlink()
    _remove(old)


def _heal(out: Path) -> None:
    """Finish or undo a swap that was cut short, and remove what killed runs left behind.

    The journal is written when the new package is whole: where the old one has been moved away
    already, the new one takes its place.
    """
    journal = _journal(out)
    if journal.exists():
        try:
            names = json.loads(journal.read_text(encoding="utf-8"))
            new, old = out.with_name(names["new"]), out.with_name(names["old"])
        except (ValueError, KeyError, TypeError):
            new = old = out  # The journal itself was cut short: nothing had been moved yet.
        if not out.exists():
            (new if new.exists() else old).rename(out)
        journal.unlink()
    for kind in ("new", "old"):
        for left in out.parent.glob(_escape(_prefix(out, kind)) + "*"):
            _remove(left)


def _remove(folder: Path) -> None:
    """Remove a folder with all in it, those that somebody has made read-only too."""
    with suppress(OSError):
        folder.chmod(0o700)
        for parent, names, _ in os.walk(folder):
            for path in (Path(parent, name) for name in names):
                if not path.is_symlink():
                    path.chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)


def _prefix(out: Path, kind: str) -> str:
    return f".{out.name}.figtrail-{kind}-"


def _escape(name: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)


def _journal(out: Path) -> Path:
    return out.with_name(f".{out.name}.figtrail-swap.json")


@contextmanager
def _hold_lock(folder: Path) -> Iterator[None]:
    """Let one process at a time write packages in `folder`; a lock on it leaves no file behind."""
    try:
        import fcntl
    except ImportError:  # Windows has neither flock nor handles on folders
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # Some network file systems know no locks.
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _sync(path: Path) -> None:
    """Have the system write a file or a folder's list of files to the disk."""
    if os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
