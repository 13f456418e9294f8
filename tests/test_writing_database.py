"""data/figtrail.sqlite: typed, keyed, searchable, and opened by the real Datasette."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow
import pytest

from companion_package import make_tables, write_companions
from figtrail.model import FigtrailError
from figtrail.schemas import TABLES, load_schema
from figtrail.writing.database import list_view_columns, write_database
from figtrail.writing.datasette import VIEWS
from publication import FIGURES


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole publication, written."""
    return write_companions(tmp_path_factory.mktemp("package") / "out")


@pytest.fixture
def database(out: Path) -> Iterator[sqlite3.Connection]:
    """Its database, read only."""
    address = f"{(out / 'data' / 'figtrail.sqlite').as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        yield connection


def ask_datasette(out: Path, path: str) -> str:
    """What the real Datasette answers to a request, with the package's own metadata."""
    command = [sys.executable, "-m", "datasette", "data/figtrail.sqlite"]
    command += ["--metadata", "metadata/datasette.json", "--get", path]
    return subprocess.run(command, cwd=out, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("table", TABLES)
def test_every_table_holds_the_rows_of_the_publication(
    table: str, database: sqlite3.Connection
) -> None:
    """In the same order, booleans as 0 and 1, days as ISO 8601."""
    names = ", ".join(f'"{name}"' for name in load_schema(table).field_names)
    found = database.execute(f'SELECT {names} FROM "{table}" ORDER BY rowid').fetchall()
    expected = [
        tuple(cell.isoformat() if hasattr(cell, "isoformat") else cell for cell in row.values())
        for row in make_tables()[table].to_pylist()
    ]
    assert found == expected


def test_columns_are_typed_and_strict(database: sqlite3.Connection) -> None:
    """Text never becomes a number, nor a number text."""
    kinds = dict(database.execute("SELECT name, type FROM pragma_table_info('figures')").fetchall())
    assert (kinds["value"], kinds["char_start"], kinds["quoted"]) == ("REAL", "INTEGER", "INTEGER")
    assert (kinds["quote"], kinds["period_start"]) == ("TEXT", "TEXT")
    strict = database.execute("SELECT name FROM pragma_table_list WHERE strict").fetchall()
    assert {name for (name,) in strict} == set(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_keys_are_those_of_the_schemas(table: str, database: sqlite3.Connection) -> None:
    """Primary and foreign."""
    schema = load_schema(table)
    primary = database.execute(
        "SELECT name FROM pragma_table_info(?) WHERE pk ORDER BY pk", (table,)
    ).fetchall()
    foreign = database.execute(
        'SELECT "from", "table", "to" FROM pragma_foreign_key_list(?) ORDER BY id DESC', (table,)
    ).fetchall()
    assert tuple(name for (name,) in primary) == schema.primary_key
    assert foreign == [
        (key.fields[0], key.resource, key.reference_fields[0]) for key in schema.foreign_keys
    ]


def test_it_is_whole_and_its_keys_hold(database: sqlite3.Connection) -> None:
    """As SQLite itself finds."""
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize(
    ("words", "found"),
    [("cafe", 1), ('"17-19 case workers"', 2), ("nowhere", 0), ("measured: children", 2)],
)
def test_sentences_and_what_is_measured_can_be_searched(
    words: str, found: int, database: sqlite3.Connection
) -> None:
    """By words and phrases, case and accents aside."""
    query = "SELECT count(*) FROM figures_fts WHERE figures_fts MATCH ?"
    assert database.execute(query, (words,)).fetchone() == (found,)


def test_the_series_has_the_official_value_beside(database: sqlite3.Connection) -> None:
    """One row a fact, by measure, place and period."""
    query = "SELECT measure_label, place_label, period, value, official_value, verdict FROM series"
    assert database.execute(query).fetchall() == [
        ("Children looked after", "St. Helens", "2018-04-01", 442.0, None, None),
        ("Children looked after", "St. Helens", "2019-03-31", 472.0, 466.0, "differs"),
    ]


def test_facts_are_counted_once(database: sqlite3.Connection) -> None:
    """With how often and in how many articles they are stated."""
    rows = database.execute("SELECT quote, statements, articles FROM facts").fetchall()
    assert rows == [
        ("442", 1, 1),
        ("472", 2, 1),
        ("17-19", 1, 1),
        ("£5.50m", 1, 1),
        ("Three", 1, 1),
    ]


def test_a_check_stands_beside_its_figures(database: sqlite3.Connection) -> None:
    """Each with its part."""
    query = "SELECT kind, verdict, role, quote, official_value FROM checks_in_figures"
    assert database.execute(query).fetchall() == [
        ("difference", "context", "from", "442", None),
        ("difference", "context", "to", "472", None),
        ("reference", "differs", "compared", "472", 466.0),
    ]


def test_a_figure_stands_beside_its_article(database: sqlite3.Connection) -> None:
    """With a link to the very words."""
    query = "SELECT quote, article, publisher, link FROM figures_in_articles LIMIT 1"
    quote, article, publisher, link = database.execute(query).fetchone()
    assert (quote, article, publisher) == ("442", "Care, in figures", "St Helens Reporter")
    assert link.startswith("https://news.example/care?id=1&x=2#:~:text=")


def test_every_view_is_described() -> None:
    """And nothing else."""
    assert VIEWS.keys() == list_view_columns().keys()


def test_the_same_rows_give_the_same_bytes(out: Path, tmp_path: Path) -> None:
    """Written again, and in another process with another hash seed."""
    write_database(make_tables(), tmp_path / "here.sqlite")
    code = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "from pathlib import Path\n"
        "from companion_package import write_companions\n"
        "write_companions(Path(sys.argv[1]))\n"
    )
    environment = {"PYTHONHASHSEED": "11", "TZ": "Asia/Kolkata", "LC_ALL": "C"}
    command = [sys.executable, "-c", code, str(tmp_path / "there")]
    subprocess.run(command, check=True, env=environment)
    names = [*(path.relative_to(out) for path in (out / "metadata").iterdir())]
    for name in (Path("data/figtrail.sqlite"), Path("data/figtrail.xlsx"), *names):
        assert (tmp_path / "there" / name).read_bytes() == (out / name).read_bytes(), name
    expected = (out / "data" / "figtrail.sqlite").read_bytes()
    assert (tmp_path / "here.sqlite").read_bytes() == expected


def test_no_library_leaves_its_version_or_remains(out: Path, tmp_path: Path) -> None:
    """Unused space is zero: what a build of SQLite does with it changes no byte."""
    content = (out / "data" / "figtrail.sqlite").read_bytes()
    assert int.from_bytes(content[96:100]) == 3_037_000
    leaf = next(content[i : i + 4096] for i in range(4096, len(content), 4096) if content[i] == 13)
    first = 8 + 2 * int.from_bytes(leaf[3:5])
    assert not any(leaf[first : int.from_bytes(leaf[5:7])])
    shutil.copy(out / "data" / "figtrail.sqlite", tmp_path / "copy.sqlite")
    with closing(sqlite3.connect(tmp_path / "copy.sqlite", isolation_level=None)) as copy:
        copy.execute("INSERT INTO figures_fts (figures_fts) VALUES ('integrity-check')")
        copy.execute("VACUUM")
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_key_that_stands_twice_is_a_problem(tmp_path: Path) -> None:
    """Not a traceback."""
    tables = make_tables()
    tables["units"] = pyarrow.concat_tables([tables["units"], tables["units"]])
    with pytest.raises(FigtrailError, match=r"units\.code"):
        write_database(tables, tmp_path / "x.sqlite")


def test_datasette_shows_titles_and_descriptions(out: Path) -> None:
    """Those of the schemas."""
    page = ask_datasette(out, "/figtrail/figures")
    assert "Figures</h1>" in page
    assert load_schema("figures").description in page
    assert "The number stated, in the unit" in page
    assert "Figures on care" in ask_datasette(out, "/")


def test_datasette_searches_the_text(out: Path) -> None:
    """By the full-text index, which it finds by itself."""
    answer = json.loads(ask_datasette(out, "/figtrail/figures.json?_search=cafe&_shape=array"))
    assert [row["figure_id"] for row in answer] == [FIGURES[0].figure_id]


@pytest.mark.parametrize(("view", "rows"), [("series", 2), ("facts", 5), ("checks_in_figures", 3)])
def test_datasette_serves_the_views(view: str, rows: int, out: Path) -> None:
    """As tables."""
    answer: list[Any] = json.loads(ask_datasette(out, f"/figtrail/{view}.json?_shape=array"))
    assert len(answer) == rows


@pytest.mark.parametrize("name", VIEWS)
def test_datasette_describes_the_columns_of_a_view(name: str, out: Path) -> None:
    """Every one of them, and no other."""
    metadata = json.loads((out / "metadata" / "datasette.json").read_text("utf-8"))
    view = metadata["databases"]["figtrail"]["tables"][name]
    assert tuple(view["columns"]) == list_view_columns()[name]
    assert all(view["columns"].values())
