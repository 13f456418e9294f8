"""data/figtrail.xlsx, read back: its cells, in the types of the schemas (ISO/IEC 29500)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import IO
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

import pyarrow as pa

from figtrail.layout import WORKBOOK
from figtrail.schemas import TABLES, Field, TableSchema, load_schema
from figtrail.validation.contents import Content, arrow_type
from figtrail.validation.report import Finding, report_finding
from figtrail.validation.tables import compare_contents

SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DAY_ZERO = date(1899, 12, 30)
"""The day before Excel's first, less the day of 1900 that never was."""

MOST_CHARACTERS = 32_767
MOST_BYTES = 1 << 31
"""A workbook that unpacks to more is not read: it may be made to fill the memory."""

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")

Row = dict[int, object]


def check_workbook(package: Path, tables: Mapping[str, Content]) -> list[Finding]:
    """Hold every sheet against its table, and see that no cell holds a formula."""
    try:
        with ZipFile(package / WORKBOOK) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MOST_BYTES:
                raise ValueError("it unpacks to more than 2 GiB")
            _check_names(archive)
            texts = _read_texts(archive)
            findings = []
            for position, table in enumerate(TABLES, start=1):
                if table in tables:
                    with archive.open(f"xl/worksheets/sheet{position}.xml") as sheet:
                        found = _read_sheet(sheet, load_schema(table), texts)
                    findings += compare_contents(_fit_content(tables[table]), found)
            return findings
    except (
        *(BadZipFile, OSError, KeyError, IndexError, ElementTree.ParseError, pa.ArrowException),
        *(ValueError, TypeError, OverflowError, NotImplementedError, RuntimeError, EOFError),
    ) as error:
        message = f"the workbook can't be read: {error}"
        return [report_finding("workbook-unreadable", message, file=WORKBOOK)]
    except Exception as error:  # zlib.error and its like, of whatever a damaged archive holds
        message = f"the workbook can't be read: {type(error).__name__}"
        return [report_finding("workbook-unreadable", message, file=WORKBOOK)]


def _check_names(archive: ZipFile) -> None:
    tree = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    names = tuple(sheet.get("name") for sheet in tree.iter(f"{SPACE}sheet"))
    if names != TABLES:
        raise ValueError(f"its sheets are {', '.join(map(str, names))}")


def _read_texts(archive: ZipFile) -> list[str]:
    """The texts that cells refer to by their number."""
    texts = []
    with archive.open("xl/sharedStrings.xml") as file:
        for _, element in ElementTree.iterparse(file):
            if element.tag == f"{SPACE}si":
                text = "".join(part.text or "" for part in element.iter(f"{SPACE}t"))
                texts.append(ESCAPED.sub(lambda match: chr(int(match[1], 16)), text))
                element.clear()
    return texts


def _read_sheet(file: IO[bytes], schema: TableSchema, texts: list[str]) -> Content:
    rows = list(_read_rows(file, texts))
    header = tuple(rows[0].get(column) for column in range(len(schema.fields))) if rows else ()
    if header != schema.field_names:
        raise ValueError(f"the header of {schema.name} is not its columns")
    arrays = [
        pa.array([_read_cell(row.get(column), field) for row in rows[1:]], arrow_type(field))
        for column, field in enumerate(schema.fields)
    ]
    return Content(WORKBOOK, schema, pa.table(arrays, names=list(schema.field_names)))


def _read_rows(file: IO[bytes], texts: list[str]) -> Iterator[Row]:
    """The cells of each row by their column, from 0; rows without a cell are left out."""
    for _, element in ElementTree.iterparse(file):
        if element.tag != f"{SPACE}row":
            continue
        row: Row = {}
        for cell in element.iter(f"{SPACE}c"):
            where = REFERENCE.fullmatch(cell.get("r", ""))
            value = cell.findtext(f"{SPACE}v")
            if where is None or cell.find(f"{SPACE}f") is not None:
                raise ValueError(f"cell {cell.get('r')} holds a formula, or has no place")
            if value is not None:
                row[_count_column(where[1])] = _read_value(cell.get("t", "n"), value, texts)
        element.clear()
        if row:
            yield row


def _count_column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _read_value(kind: str, value: str, texts: list[str]) -> object:
    if kind == "s":
        return texts[int(value)]
    if kind == "b":
        return value == "1"
    if kind == "n":
        return float(value)
    raise ValueError(f"a cell is of the type {kind}")


def _read_cell(cell: object, field: Field) -> object:
    """A cell in the type of its field; TypeError or ValueError where it has another."""
    if cell is None:
        return None
    wanted = {"string": str, "boolean": bool, "number": float, "integer": float}.get(field.type)
    if wanted is not None and type(cell) is not wanted:
        raise TypeError(f"a cell of {field.name} is {cell!r}, no {field.type}")
    if isinstance(cell, float):
        if field.type == "date":
            return DAY_ZERO + timedelta(days=cell)
        return int(cell) if field.type == "integer" and cell.is_integer() else cell
    return date.fromisoformat(str(cell)) if field.type == "date" else cell


def _fit_content(content: Content) -> Content:
    """The rows as a workbook can hold them: long texts cut, numbers to 16 digits."""
    arrays = []
    for field in content.schema.fields:
        cells = content.column(field.name).to_pylist()
        if field.type == "string":
            cells = [cell and _fit_text(cell) for cell in cells]
        elif field.type == "number":
            cells = [None if cell is None else float(f"{cell:.16G}") for cell in cells]
        arrays.append(pa.array(cells, arrow_type(field)))
    rows = pa.table(arrays, names=list(content.schema.field_names))
    return Content(content.file, content.schema, rows)


def _fit_text(text: str) -> str:
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * MOST_CHARACTERS:
        return text
    return units[: 2 * (MOST_CHARACTERS - 1)].decode("utf-16-le", "ignore") + "…"
