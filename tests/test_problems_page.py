"""docs/problems.md: every code is explained, and every example is what its problem says."""

from __future__ import annotations

import ast
import csv
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from figtrail.layout import CROISSANT, DATABASE, OUTPUTS, PROVENANCE, WORKBOOK
from figtrail.model import FigtrailError, Problem
from figtrail.validation import PROBLEM_CODES
from provocations import PROVOCATIONS, Provocation
from sample_breaks import Break, validate, write_file
from sample_package import RECIPE, edit_cell, publish_sample
from test_validation import BREAKS
from test_validation_options import CORRECTION, correct

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "src" / "figtrail"
CALLS = frozenset({"Problem", "problem"})
"""What is called with the code of a problem first, outside validation, which registers its own."""

with (ROOT / "docs" / "problems.csv").open(encoding="utf-8", newline="") as file:
    EXPLAINED = {row["code"]: row for row in csv.DictReader(file)}

FIRST: dict[str, Break] = {}
for code, what, apply in BREAKS:
    if (code, what) not in {("descriptor-unreadable", "no JSON"), ("columns-wrong", "empty")}:
        FIRST.setdefault(code, apply)


def lose_correction(package: Path) -> None:
    """A correction that its figure doesn't show."""
    edit_cell(package, "figures", 1, "review", "corrected")
    correct(package, CORRECTION)


def drop_table(package: Path) -> None:
    """A database without one of the tables."""
    with closing(sqlite3.connect(package / DATABASE, isolation_level=None)) as database:
        database.execute("DROP VIEW series")
        database.execute("DROP TABLE measures")


def forget_article(package: Path) -> None:
    """A package without one of its articles beside it."""
    (package.parent / "seeds" / "homes.md").unlink()


def edit_provenance(package: Path) -> None:
    """A quote of the provenance that is not the figure's."""
    path = package / PROVENANCE
    text = path.read_text("utf-8")
    path.write_text(text.replace('"exact": "712"', '"exact": "713"'), "utf-8")


def edit_title(package: Path) -> None:
    """A file beside the tables with another title in the descriptor."""
    path = package / "datapackage.json"
    text = path.read_text("utf-8")
    path.write_text(text.replace('"title": "SQLite database"', '"title": "Data"'), "utf-8")


COMPANION_BREAKS: dict[str, Break] = {
    "database-unreadable": drop_table,
    "workbook-unreadable": write_file(WORKBOOK, b"PK"),
    "metadata-unreadable": write_file(CROISSANT, b"[1]"),
    "metadata-differs": edit_provenance,
    "file-misdescribed": edit_title,
}
REBUILD_BREAKS: dict[str, Callable[[Path], object]] = {
    "rebuild-differs": write_file("README.md", b"# Figures\n", forged=False),
    "rebuild-missing": lambda rebuilt: (rebuilt / "README.md").unlink(),
    "rebuild-extra": lambda rebuilt: (rebuilt / "notes.txt").touch(),
}


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample package with every output: not to be changed."""
    return publish_sample(tmp_path_factory.mktemp("whole"), replace(RECIPE, outputs=OUTPUTS))


def list_examples(code: str, problems: Iterable[Problem], folder: Path) -> set[str]:
    """The texts of the problems of a code, without what is another one on another machine."""
    texts = {str(problem) for problem in problems if problem.code == code}
    for pattern, mask in (
        (f"({re.escape(str(folder.resolve()))}|{re.escape(str(folder))})/", ""),
        (f"({re.escape(str(folder.resolve()))}|{re.escape(str(folder))})", "."),
        (r"\b[0-9a-f]{64}\b", "HASH"),
        (r"urn:uuid:[-0-9a-f]{36}", "urn:uuid:UUID"),
        (r"SQLite \d+\.\d+\.\d+", "SQLite VERSION"),
    ):
        texts = {re.sub(pattern, mask, text) for text in texts}
    return texts


def find_codes() -> Iterator[str]:
    """Every code that a call in the package gives to a problem."""
    for path in SOURCES.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(call, ast.Call) or not call.args:
                continue
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            first = call.args[0]
            if name in CALLS and isinstance(first, ast.Constant):
                yield str(first.value)


def test_every_code_is_explained() -> None:
    codes = {code for code in find_codes() if re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", code)}
    assert len(codes) > 30
    assert EXPLAINED.keys() == codes | PROBLEM_CODES.keys()


def test_every_explanation_says_why_and_has_an_example() -> None:
    for code, row in EXPLAINED.items():
        assert row["cause"].endswith(".")
        assert row["example"].endswith(f"[{code}]")
        assert bool(row["meaning"]) == (code not in PROBLEM_CODES)
        assert row["remedy"] or code in PROBLEM_CODES


@pytest.mark.parametrize("provocation", PROVOCATIONS, ids=lambda provocation: provocation.code)
def test_an_example_is_what_the_problem_says(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, provocation: Provocation
) -> None:
    if provocation.published:
        shutil.copytree(published / "datapackage", tmp_path / "datapackage")
    provocation.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FigtrailError) as caught:
        provocation.call()
    shown = list_examples(provocation.code, caught.value.problems, tmp_path)
    assert EXPLAINED[provocation.code]["example"] in shown


@pytest.mark.parametrize("code", PROBLEM_CODES)
def test_an_example_is_what_validation_says(
    published: Path, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    shutil.copytree(whole.parent if code in COMPANION_BREAKS else published, tmp_path / "copy")
    monkeypatch.chdir(tmp_path / "copy")
    package = Path("datapackage")
    broken = {**FIRST, **COMPANION_BREAKS, "source-missing": forget_article}
    broken["correction-lost"] = lose_correction
    rebuilt = None
    if code in REBUILD_BREAKS:
        rebuilt = shutil.copytree(package, tmp_path / "rebuilt")
        REBUILD_BREAKS[code](rebuilt)
    elif code in broken:
        broken[code](package)
    fail_on = frozenset({"consistent"} if code == "verdict-refused" else ())
    report = validate(package, require_sources=True, rebuilt=rebuilt, fail_on=fail_on)
    shown = list_examples(code, report.findings, tmp_path / "copy")
    assert EXPLAINED[code]["example"] in shown
