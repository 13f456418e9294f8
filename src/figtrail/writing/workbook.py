"""The tables as one Excel workbook (Office Open XML, ISO/IEC 29500): a sheet a table.

The bytes hang on the rows and on the versions of XlsxWriter and zlib alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from figtrail.model import FigtrailError, Problem
from figtrail.recipe import Recipe
from figtrail.schemas import TABLES, Field, TableSchema, load_schema

MOST_ROWS = 1_048_575
"""Rows that a sheet has below its header."""

MOST_CHARACTERS = 32_767
"""Characters that a cell can hold (UTF-16 units); a longer text is cut and ends in an ellipsis."""

MOST_LINKS = 65_530
"""Links that a sheet can hold; addresses in the rows below are plain text."""

LONGEST_LINK = 2_079
FIRST_DAY = date(1900, 3, 1)
"""Excel counts 29 February 1900, which never was: days before it are written as text."""

NARROWEST, WIDEST, SAMPLED = 8, 60, 1000
"""Least and most width of a column in characters, and the rows by which it is chosen."""

MADE = datetime(2000, 1, 1)
"""The document's creation date where the recipe has no date of release; never the clock's."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
Cell = Callable[[int, int, Any], object]


def write_workbook(tables: Mapping[str, pyarrow.Table], recipe: Recipe, path: Path) -> None:
    """Write all tables as a workbook whose cells are typed and hold no formula.

    Text is stored as text, whatever it begins with, and stays text when it is edited. Raises
    FigtrailError where a table has more rows than a sheet.
    """
    for name, table in tables.items():
        if table.num_rows > MOST_ROWS:
            message = f"{table.num_rows:,} rows are more than a sheet of Excel holds"
            action = 'Take "xlsx" out of `outputs` in the recipe.'
            raise FigtrailError([Problem("sheet-too-long", name, message, action)])
    with xlsxwriter.Workbook(str(path), {"in_memory": True}) as workbook:
        workbook.set_properties(
            {
                "title": recipe.title,
                "comments": recipe.description,
                "author": ", ".join(person.title for person in recipe.contributors),
                "created": _choose_created(recipe),
            }
        )
        formats = {
            "header": workbook.add_format({"bold": True, "bottom": 1}),
            "date": workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
            "text": workbook.add_format({"quote_prefix": True, "num_format": "@"}),
            "link": workbook.get_default_url_format(),
        }
        for name in TABLES:
            _fill_sheet(workbook.add_worksheet(name), load_schema(name), tables[name], formats)


def _choose_created(recipe: Recipe) -> datetime:
    if recipe.released is None:
        return MADE
    return datetime(recipe.released.year, recipe.released.month, recipe.released.day)


def _fill_sheet(
    sheet: Worksheet, schema: TableSchema, table: pyarrow.Table, formats: Mapping[str, Any]
) -> None:
    links = sum(field.format == "uri" for field in schema.fields)
    for column, field in enumerate(schema.fields):
        sheet.write_string(0, column, field.name, formats["header"])
        sheet.write_comment(0, column, _note(field), {"author": "", "x_scale": 2.5, "y_scale": 1.5})
        cells = table.column(field.name).to_pylist()
        sheet.set_column(column, column, _choose_width(field, cells))
        write = _choose_writer(sheet, field, formats, links)
        for row, cell in enumerate(cells, start=1):
            if cell is not None:
                write(row, column, cell)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(table.num_rows, 1), len(schema.fields) - 1)


def _note(field: Field) -> str:
    return f"{field.title}\n\n{field.description.replace('`', '')}"


def _choose_width(field: Field, cells: list[Any]) -> float:
    widest = max((len(str(cell)) for cell in cells[:SAMPLED] if cell is not None), default=0)
    # Beside the header's name stands the arrow of the filter.
    return min(max(widest + 1, len(field.name) + 4, NARROWEST), WIDEST)


def _choose_writer(sheet: Worksheet, field: Field, formats: Mapping[str, Any], links: int) -> Cell:
    """What writes a cell of this field's type; `links` counts the columns of addresses."""

    def write_text(row: int, column: int, cell: str) -> object:
        text = _fit_text(cell)
        quoted = formats["text"] if text.startswith(FORMULA_SIGNS) else None
        if text.startswith("<r>") and text.endswith("</r>"):
            # XlsxWriter takes such a text for rich text in XML; in pieces it is text.
            return sheet.write_rich_string(row, column, text[:1], text[1:2], text[2:])
        return sheet.write_string(row, column, text, quoted)

    def write_link(row: int, column: int, cell: str) -> object:
        plain = row * links > MOST_LINKS or len(cell) > LONGEST_LINK
        if plain or not cell.startswith(("http://", "https://")):
            return write_text(row, column, cell)
        return sheet.write_url(row, column, cell, formats["link"], cell)

    def write_day(row: int, column: int, cell: date) -> object:
        if cell < FIRST_DAY:
            return sheet.write_string(row, column, cell.isoformat())
        return sheet.write_datetime(row, column, cell, formats["date"])

    if field.format == "uri":
        return write_link
    writers: Mapping[str, Cell] = {
        "string": write_text,
        "number": sheet.write_number,
        "integer": sheet.write_number,
        "boolean": sheet.write_boolean,
        "date": write_day,
    }
    return writers[field.type]


def _fit_text(text: str) -> str:
    if len(text) * 2 <= MOST_CHARACTERS or len(text.encode("utf-16-le")) <= 2 * MOST_CHARACTERS:
        return text
    cut = text.encode("utf-16-le")[: 2 * (MOST_CHARACTERS - 1)].decode("utf-16-le", "ignore")
    return f"{cut}…"
