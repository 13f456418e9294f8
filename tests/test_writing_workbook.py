"""data/figtrail.xlsx: a sheet a table, every cell of its type, no cell a formula."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pyarrow
import pytest
from openpyxl.workbook import Workbook

from companion_package import ODD_TEXTS, make_tables, write_companions
from figtrail.model import FigtrailError
from figtrail.recipe import Recipe
from figtrail.schemas import TABLES, load_schema
from figtrail.writing.workbook import write_workbook
from publication import with_first_figure


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of the whole publication."""
    return write_companions(tmp_path_factory.mktemp("package") / "out") / "data" / "figtrail.xlsx"


@pytest.fixture(scope="module")
def workbook(path: Path) -> Workbook:
    """The same, as openpyxl reads it."""
    return openpyxl.load_workbook(path)


def read_cell(cell: object) -> object:
    """A cell as Excel shows it: openpyxl makes days times, and leaves control signs escaped."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, str):
        return cell.replace("_x000B_", "\x0b").replace("_x000D_", "\r")
    return cell


def test_there_is_a_sheet_for_every_table(workbook: Workbook) -> None:
    """In the order of publication."""
    assert tuple(workbook.sheetnames) == TABLES


@pytest.mark.parametrize("table", TABLES)
def test_every_cell_is_the_publications(table: str, workbook: Workbook) -> None:
    """Under the columns' names, each of its own type."""
    rows = list(workbook[table].iter_rows(values_only=True))
    assert rows[0] == load_schema(table).field_names
    expected = [tuple(row.values()) for row in make_tables()[table].to_pylist()]
    found = [tuple(map(read_cell, row)) for row in rows[1:]]
    # A table without a row has an empty one for its filter.
    assert [row for row in found if any(cell is not None for cell in row)] == expected


def test_text_is_text_and_never_a_formula(path: Path, workbook: Workbook) -> None:
    """Also what begins with = + - @ or a tab."""
    with ZipFile(path) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        assert not [name for name in sheets if re.search(rb"<f[ >]", archive.read(name))]
    names = load_schema("figures").field_names
    for name, text in ODD_TEXTS.items():
        cell = workbook["figures"].cell(2, names.index(name) + 1)
        assert (read_cell(cell.value), cell.data_type) == (text, "s")
    # The sign stays out of the formula bar's reach when the cell is edited.
    assert workbook["figures"].cell(2, names.index("measured") + 1).quotePrefix


@pytest.mark.parametrize("table", TABLES)
def test_the_header_is_frozen_filtered_and_explained(table: str, workbook: Workbook) -> None:
    """With the schema's words as a note on every column."""
    sheet, schema = workbook[table], load_schema(table)
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref.startswith("A1:")
    for column, field in enumerate(schema.fields, start=1):
        comment = sheet.cell(1, column).comment
        assert comment is not None
        assert comment.text == f"{field.title}\n\n{field.description.replace('`', '')}"


def test_columns_are_as_wide_as_they_need(workbook: Workbook) -> None:
    """A sentence no wider than can be read, a name never cut."""
    names = load_schema("figures").field_names
    widths = {
        names[position - 1]: group.width
        for group in workbook["figures"].column_dimensions.values()
        for position in range(group.min, group.max + 1)
    }
    assert widths["sentence"] == pytest.approx(60, abs=1)
    assert widths["figure_id"] == pytest.approx(20, abs=1)
    assert all(widths[name] >= len(name) + 3 for name in names)


def test_a_link_opens_the_words(workbook: Workbook) -> None:
    """And reads as the address that it is."""
    column = load_schema("figures").field_names.index("link") + 1
    cell = workbook["figures"].cell(3, column)
    assert cell.hyperlink is not None
    assert str(cell.value).startswith("https://news.example/care?id=1&x=2#:~:text=")


def test_no_clock_is_in_it(path: Path, workbook: Workbook) -> None:
    """Neither in the archive nor in the document's properties."""
    assert workbook.properties.created == datetime(2026, 1, 31)
    assert workbook.properties.modified == datetime(2026, 1, 31)
    with ZipFile(path) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_text_that_looks_like_rich_text_is_text(tmp_path: Path) -> None:
    """It could break the file otherwise."""
    text = "<r><t>x</r>"
    tables = make_tables(figures=with_first_figure(speaker=text))
    write_workbook(tables, Recipe(), tmp_path / "x.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx")["figures"]
    assert sheet.cell(2, load_schema("figures").field_names.index("speaker") + 1).value == text


def test_a_text_longer_than_a_cell_is_cut_with_an_ellipsis(tmp_path: Path) -> None:
    """At 32,767 UTF-16 units, as Excel counts."""
    long = "🙂" * 20_000
    write_workbook(
        make_tables(figures=with_first_figure(speaker_text=long)), Recipe(), tmp_path / "x.xlsx"
    )
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx")["figures"]
    cell = sheet.cell(2, load_schema("figures").field_names.index("speaker_text") + 1).value
    assert cell == "🙂" * 16_383 + "…"


def test_a_table_longer_than_a_sheet_is_a_problem(tmp_path: Path) -> None:
    """Which says what to do."""
    tables = {**make_tables(), "units": pyarrow.table({"code": pyarrow.nulls(1_048_576)})}
    with pytest.raises(FigtrailError, match='Take "xlsx" out of `outputs`'):
        write_workbook(tables, Recipe(), tmp_path / "x.xlsx")
