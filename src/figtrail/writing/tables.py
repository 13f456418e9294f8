"""Arrow tables to CSV and Parquet, the same bytes for the same rows."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet

NEEDS_QUOTES = re.compile(r'[",\r\n]')
ROWS_AT_A_TIME = 8192
ROW_GROUP = 65536


def write_csv(table: pyarrow.Table, path: Path) -> None:
    """Write a table as CSV: UTF-8 without a mark, LF line ends, RFC 4180 quoting where needed.

    Cells are raw values: an empty cell is a null, booleans are true and false, dates ISO 8601,
    numbers plain decimals. Nothing is done to text that a spreadsheet would take for a formula.
    """
    formats = [_choose_format(field.type) for field in table.schema]
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(map(_quote, table.column_names)) + "\n")
        for batch in table.to_batches(max_chunksize=ROWS_AT_A_TIME):
            columns = [
                ["" if cell is None else render(cell) for cell in column.to_pylist()]
                for column, render in zip(batch.columns, formats, strict=True)
            ]
            file.writelines(",".join(row) + "\n" for row in zip(*columns, strict=True))


def write_parquet(table: pyarrow.Table, path: Path) -> None:
    """Write a table as Parquet: Zstandard level 9, row groups of 65,536 rows.

    The bytes hang on the rows and on the version of pyarrow (the footer names it) alone, not on how
    the table is cut into chunks.
    """
    pyarrow.parquet.write_table(
        table.combine_chunks(),
        path,
        row_group_size=ROW_GROUP,
        compression="zstd",
        compression_level=9,
        version="2.6",
    )


def format_number(number: float) -> str:
    """The shortest plain decimal that reads back as this very double: no exponent, no `.0`."""
    text = format(Decimal(repr(number)), "f")
    return text.removesuffix(".0")


def _choose_format(kind: pyarrow.DataType) -> Callable[[Any], str]:
    if pyarrow.types.is_string(kind):
        return _quote
    if pyarrow.types.is_floating(kind):
        return format_number
    if pyarrow.types.is_boolean(kind):
        return lambda cell: "true" if cell else "false"
    if pyarrow.types.is_date(kind):
        return date.isoformat
    return str


def _quote(text: str) -> str:
    if NEEDS_QUOTES.search(text):
        return '"' + text.replace('"', '""') + '"'
    return text
