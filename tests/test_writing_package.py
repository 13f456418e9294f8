"""A package is written whole or not at all, in the same bytes every time."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pyarrow
import pytest

from figtrail.model import FigtrailError
from figtrail.recipe import Recipe
from figtrail.schemas import TABLES
from figtrail.tabulation import tabulate
from figtrail.writing import heal_package, package, write_package
from figtrail.writing.exchange import exchange_folders
from publication import RECIPE, make_parts

TESTS = Path(__file__).parent


def read_bytes(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def tables() -> dict[str, pyarrow.Table]:
    """The tables of the whole publication."""
    return tabulate(**make_parts())


@pytest.fixture
def other() -> Recipe:
    """A recipe that makes another package."""
    return replace(RECIPE, version="2.0.0")


def test_a_package_has_every_table_twice(
    tables: Mapping[str, pyarrow.Table], tmp_path: Path
) -> None:
    """As CSV and as Parquet, with what the recipe's outputs ask for; nothing else."""
    write_package(tables, RECIPE, tmp_path / "out")
    data = {f"data/{table}.{form}" for table in TABLES for form in ("csv", "parquet")}
    assert set(read_bytes(tmp_path / "out")) == {
        *data,
        "data/figtrail.sqlite",
        "data/figtrail.xlsx",
        "metadata/croissant.json",
        "metadata/datasette.json",
        "metadata/provenance.jsonld",
        "datapackage.json",
        "index.html",
        "README.md",
        "SHA256SUMS",
    }
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_writing_twice_gives_the_same_bytes(
    tables: Mapping[str, pyarrow.Table], tmp_path: Path
) -> None:
    """Over a package, beside it, and from input in another order."""
    parts = make_parts()
    backwards = {
        name: part if name == "recipe" else tuple(reversed(part)) for name, part in parts.items()
    }
    write_package(tables, RECIPE, tmp_path / "one")
    first = read_bytes(tmp_path / "one")
    write_package(tables, RECIPE, tmp_path / "one")
    write_package(tabulate(**backwards), RECIPE, tmp_path / "two")
    assert read_bytes(tmp_path / "one") == first
    assert read_bytes(tmp_path / "two") == first


def test_another_process_writes_the_same_package(
    tables: Mapping[str, pyarrow.Table], tmp_path: Path
) -> None:
    """In another time zone and with another hash seed."""
    write_package(tables, RECIPE, tmp_path / "here")
    code = (
        f"import sys; sys.path.insert(0, {str(TESTS)!r})\n"
        "from pathlib import Path\n"
        "from publication import RECIPE, make_parts\n"
        "from figtrail.tabulation import tabulate\n"
        "from figtrail.writing import write_package\n"
        "write_package(tabulate(**make_parts()), RECIPE, Path(sys.argv[1]))\n"
    )
    environment = {"PYTHONHASHSEED": "7", "TZ": "Asia/Kolkata", "LC_ALL": "C"}
    command = [sys.executable, "-c", code, str(tmp_path / "there")]
    subprocess.run(command, check=True, env=environment)
    assert read_bytes(tmp_path / "there") == read_bytes(tmp_path / "here")


def test_sums_are_those_of_every_file_but_their_own(
    tables: Mapping[str, pyarrow.Table], tmp_path: Path
) -> None:
    """Sorted, in the form of sha256sum."""
    write_package(tables, RECIPE, tmp_path / "out")
    files = read_bytes(tmp_path / "out")
    sums = files.pop("SHA256SUMS").decode()
    assert sums == "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items()
    )


def test_an_old_package_is_replaced_whole(
    tables: Mapping[str, pyarrow.Table], other: Recipe, tmp_path: Path
) -> None:
    """No file of the old one stays behind."""
    write_package(tables, replace(other, outputs=("csv", "parquet")), tmp_path / "out")
    write_package(tables, replace(other, outputs=("csv",)), tmp_path / "out")
    assert not list((tmp_path / "out").rglob("*.parquet"))
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_missing_folders_are_made(tables: Mapping[str, pyarrow.Table], tmp_path: Path) -> None:
    """Also those above."""
    write_package(tables, RECIPE, tmp_path / "a" / "b" / "out")
    assert (tmp_path / "a" / "b" / "out" / "datapackage.json").is_file()


def test_an_empty_folder_may_become_a_package(
    tables: Mapping[str, pyarrow.Table], tmp_path: Path
) -> None:
    """Nothing is lost by it."""
    (tmp_path / "out").mkdir()
    write_package(tables, RECIPE, tmp_path / "out")
    assert (tmp_path / "out" / "SHA256SUMS").is_file()


def test_a_link_to_a_package_stays_a_link(
    tables: Mapping[str, pyarrow.Table], tmp_path: Path
) -> None:
    """The folder that it leads to is replaced."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_package(tables, RECIPE, tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "datapackage.json").is_file()


@pytest.mark.parametrize(
    "files",
    [
        {"thesis.docx": "years of work"},
        {"datapackage.json": '{"name": "mine", "resources": []}'},
        {"datapackage.json": '{"generator": "figtrail"}', "data/mine.csv": "a\n1\n"},
        {"datapackage.json": "no json"},
    ],
    ids=["other files", "another package", "a package without sums", "a broken descriptor"],
)
def test_a_folder_that_holds_anything_else_is_refused(
    files: dict[str, str], tables: Mapping[str, pyarrow.Table], tmp_path: Path
) -> None:
    """And left as it is."""
    out = tmp_path / "out"
    for name, content in files.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(content)
    before = read_bytes(out)
    with pytest.raises(FigtrailError) as raised:
        write_package(tables, RECIPE, out)
    assert raised.value.problems[0].code == "out-not-a-package"
    assert read_bytes(out) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_stranger_in_a_package_is_refused_by_name(
    tables: Mapping[str, pyarrow.Table], tmp_path: Path
) -> None:
    """Somebody's notes would go with the old package."""
    write_package(tables, RECIPE, tmp_path)
    (tmp_path / "data" / "notes.txt").write_text("mine")
    with pytest.raises(FigtrailError, match=r"found data/notes\.txt"):
        write_package(tables, RECIPE, tmp_path)
    assert (tmp_path / "data" / "notes.txt").read_text() == "mine"


def test_a_file_is_refused(tables: Mapping[str, pyarrow.Table], tmp_path: Path) -> None:
    """It can't hold a package."""
    (tmp_path / "out").write_text("mine")
    with pytest.raises(FigtrailError, match="it is no folder"):
        write_package(tables, RECIPE, tmp_path / "out")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("/", "this is the root of a file system"),
        (os.fsdecode(b"caf\xe9"), "the path is not UTF-8"),
        ("x" * 250, "File name too long"),
        ("loop/out", "loop"),
    ],
)
def test_a_path_that_no_package_can_have_is_refused(
    name: str, message: str, tables: Mapping[str, pyarrow.Table], tmp_path: Path
) -> None:
    (tmp_path / "loop").symlink_to("loop")
    for use in (heal_package, lambda out: write_package(tables, RECIPE, out)):
        with pytest.raises(FigtrailError) as raised:
            use(tmp_path / name)
        (problem,) = raised.value.problems
        assert problem.code == "package-unwritable"
        assert message in str(problem)


def test_litter_of_file_managers_is_no_reason_to_refuse(
    tables: Mapping[str, pyarrow.Table], tmp_path: Path
) -> None:
    """Looking at a folder must not stop the next publish."""
    write_package(tables, RECIPE, tmp_path / "out")
    (tmp_path / "out" / "data" / ".DS_Store").write_text("")
    write_package(tables, RECIPE, tmp_path / "out")
    assert not (tmp_path / "out" / "data" / ".DS_Store").exists()


def test_a_failed_write_leaves_the_old_package_and_no_trace(
    tables: dict[str, pyarrow.Table], other: Recipe, tmp_path: Path
) -> None:
    """Whatever goes wrong on the way: here a required cell is empty."""
    write_package(tables, RECIPE, tmp_path / "out")
    before = read_bytes(tmp_path / "out")
    units = tables["units"]
    holes = pyarrow.nulls(units.num_rows, pyarrow.string())
    tables["units"] = pyarrow.Table.from_arrays([holes, *units.columns[1:]], schema=units.schema)
    with pytest.raises(pyarrow.ArrowInvalid):
        write_package(tables, other, tmp_path / "out")
    assert read_bytes(tmp_path / "out") == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.fixture
def two_packages(
    tables: Mapping[str, pyarrow.Table], other: Recipe, tmp_path: Path
) -> tuple[Path, Path]:
    """An old package at `out`, and a new one beside it under the name that a writing gives it."""
    out, new = tmp_path / "out", tmp_path / ".out.figtrail-new-x"
    write_package(tables, RECIPE, out)
    write_package(tables, other, new)
    return out, new


def read_version(out: Path) -> str:
    """The version of the package at `out`."""
    return str(json.loads((out / "datapackage.json").read_text())["version"])


def test_two_folders_trade_places_in_one_step(two_packages: tuple[Path, Path]) -> None:
    """Linux can; what can't says so and changes nothing."""
    out, new = two_packages
    exchanged = exchange_folders(new, out)
    assert exchanged == sys.platform.startswith("linux")
    assert read_version(out) == ("2.0.0" if exchanged else "1.2.3")


def test_a_swap_in_two_steps_leaves_nothing_behind(two_packages: tuple[Path, Path]) -> None:
    """The way of systems that can't exchange."""
    out, new = two_packages
    package._swap_in_two_steps(new, out)
    assert read_version(out) == "2.0.0"
    assert [path.name for path in out.parent.iterdir()] == ["out"]


@pytest.mark.parametrize(("renames", "version"), [(0, "1.2.3"), (1, "2.0.0"), (2, "2.0.0")])
def test_a_swap_cut_short_is_healed(
    renames: int, version: str, two_packages: tuple[Path, Path]
) -> None:
    """The process is killed after the journal and so many renames: one whole package is there."""
    out, new = two_packages
    code = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from figtrail.writing import package\n"
        "left, rename, unlink = int(sys.argv[1]), Path.rename, Path.unlink\n"
        "def die(*_):\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "def count(path, target):\n"
        "    global left\n"
        "    if not left:\n"
        "        die()\n"
        "    left -= 1\n"
        "    return rename(path, target)\n"
        "Path.rename, Path.unlink = count, die\n"
        "package._swap_in_two_steps(Path(sys.argv[2]), Path(sys.argv[3]))\n"
    )
    killed = subprocess.run([sys.executable, "-c", code, str(renames), new, out], check=False)
    assert killed.returncode == -signal.SIGKILL
    heal_package(out)
    assert read_version(out) == version
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_what_a_killed_run_left_is_removed_by_the_next(
    tables: Mapping[str, pyarrow.Table], two_packages: tuple[Path, Path]
) -> None:
    """A half-written folder beside the package."""
    out, _ = two_packages
    write_package(tables, RECIPE, out)
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_healing_where_nothing_was_cut_short_changes_nothing(tmp_path: Path) -> None:
    """Not even where there is no package."""
    heal_package(tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["out*", "[out]", "o?t"])
def test_only_the_own_leftovers_are_removed(
    name: str, tables: Mapping[str, pyarrow.Table], tmp_path: Path
) -> None:
    """A name is no pattern."""
    stranger = tmp_path / ".outer.figtrail-new-x"
    stranger.mkdir()
    write_package(tables, RECIPE, tmp_path / name)
    assert stranger.is_dir()


def test_writers_at_the_same_time_leave_one_whole_package(tmp_path: Path) -> None:
    """The second waits for the first."""
    code = (
        f"import sys; sys.path.insert(0, {str(TESTS)!r})\n"
        "from dataclasses import replace\n"
        "from pathlib import Path\n"
        "from publication import RECIPE, make_parts\n"
        "from figtrail.tabulation import tabulate\n"
        "from figtrail.writing import write_package\n"
        "recipe = replace(RECIPE, version=sys.argv[2])\n"
        "for _ in range(5):\n"
        "    write_package(tabulate(**make_parts()), recipe, Path(sys.argv[1]))\n"
    )
    out = tmp_path / "out"
    runs = [
        subprocess.Popen([sys.executable, "-c", code, str(out), version])
        for version in ("1.0.0", "2.0.0")
    ]
    assert [run.wait(timeout=120) for run in runs] == [0, 0]
    assert read_version(out) in ("1.0.0", "2.0.0")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_permissions_are_those_of_any_new_folder(
    tables: Mapping[str, pyarrow.Table], tmp_path: Path
) -> None:
    """A web server must be able to read the package."""
    (tmp_path / "plain").mkdir()
    write_package(tables, RECIPE, tmp_path / "out")
    assert (tmp_path / "out").stat().st_mode == (tmp_path / "plain").stat().st_mode
