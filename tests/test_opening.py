"""docs/opening.md: every command in it runs, in the tool that it is for."""

from __future__ import annotations

import re
import shlex
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from figtrail.layout import COMPANIONS
from figtrail.tabulation import tabulate
from figtrail.writing import write_package
from figtrail.writing.datasette import VIEWS
from pages import ROOT, find_code
from publication import RECIPE, make_parts

NAME = "docs/opening.md"
PAGE = (ROOT / NAME).read_text("utf-8")

OF_FACTS = [
    ("looked-after children", 442.0, "person", "2018-04-01", "442"),
    ("looked-after children", 472.0, "person", "2019-03-31", "472"),
    (None, None, "case_worker", None, "17-19"),
    (None, 5500000.0, "GBP", "2018-04-01/2019-03-31", "£5.50m"),
    (None, 3.0, "home", None, "Three"),
]
OF_CHANGES = [("looked-after children", 442.0, 472.0, 30.0)]
OF_SERIES = [
    ("Children looked after", "St. Helens", "2018-04-01", 442.0, None, None),
    ("Children looked after", "St. Helens", "2019-03-31", 472.0, 466.0, "differs"),
]


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder of a package with every output."""
    write_package(tabulate(**make_parts()), RECIPE, tmp_path / "out")
    monkeypatch.chdir(tmp_path / "out")


@pytest.mark.parametrize(("position", "rows"), [(0, OF_FACTS), (1, OF_CHANGES)])
def test_duckdb_answers(position: int, rows: list[object]) -> None:
    """With the rows of the publication."""
    assert duckdb.sql(find_code(NAME, "sql duckdb")[position]).fetchall() == rows


def test_sqlite_shows_a_series() -> None:
    """With the official value beside."""
    with closing(sqlite3.connect("data/figtrail.sqlite")) as database:
        assert database.execute(find_code(NAME, "sql sqlite")[0]).fetchall() == OF_SERIES


def test_sqlite_searches_sentences() -> None:
    """The best match first."""
    with closing(sqlite3.connect("data/figtrail.sqlite")) as database:
        rows = database.execute(find_code(NAME, "sql sqlite")[1]).fetchall()
    assert {quote for quote, _ in rows} == {"442", "472", "Three"}


def test_datasette_opens_the_database() -> None:
    """By the very command of the page."""
    (line,) = find_code(NAME, "sh")
    command = [sys.executable, "-m", *shlex.split(line), "--get", "/figtrail.json"]
    answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert '"figures_fts"' in answer


@pytest.mark.parametrize(
    ("position", "word"), [(0, "seeds/a-care.txt 46 49 442"), (1, "b'442' 442.0"), (2, "442")]
)
def test_python_prints_figures(
    position: int, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Through rdflib, mlcroissant and frictionless."""
    exec(find_code(NAME, "python")[position], {})
    assert word in capsys.readouterr().out


def test_every_view_is_explained() -> None:
    """And no other."""
    part = PAGE.partition("| view |")[2].partition("\n\n")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)) == VIEWS.keys()


def test_every_file_is_named() -> None:
    """With its path."""
    assert [each.path for each in COMPANIONS if each.path not in PAGE] == []
