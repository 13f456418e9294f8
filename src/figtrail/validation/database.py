"""data/figtrail.sqlite, read back: its rows, in the types of the schemas."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

import pyarrow as pa

from figtrail.layout import DATABASE
from figtrail.schemas import TABLES, Field, load_schema
from figtrail.validation.contents import Content, arrow_type
from figtrail.validation.report import Finding, report_finding
from figtrail.validation.tables import compare_contents


def check_database(package: Path, tables: Mapping[str, Content]) -> list[Finding]:
    """Hold every table of the database against the package's own, and its keys against each other.

    Only tables are read: a view in a table's place could make the reader work without end.
    """
    address = f"{(package / DATABASE).resolve().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as database:
            database.execute("PRAGMA trusted_schema = OFF")
            return [
                *_check_whole(database),
                *(
                    finding
                    for table in TABLES
                    if table in tables
                    for finding in compare_contents(tables[table], _read_table(database, table))
                ),
            ]
    except (sqlite3.Error, pa.ArrowException, ValueError, TypeError, OverflowError) as error:
        message = f"the database can't be read: {error}"
        return [report_finding("database-unreadable", message, file=DATABASE)]


def _check_whole(database: sqlite3.Connection) -> Iterator[Finding]:
    (said,) = database.execute("PRAGMA integrity_check(1)").fetchone()
    if said != "ok":
        message = f"SQLite finds it damaged: {said}"
        yield report_finding("database-unreadable", message, file=DATABASE)
    for table, row, target, _ in database.execute("PRAGMA foreign_key_check").fetchmany(1):
        message = f"{target} has no such row"
        yield report_finding("reference-broken", message, file=DATABASE, table=table, row=row)


def _read_table(database: sqlite3.Connection, table: str) -> Content:
    schema = load_schema(table)
    kind = database.execute("SELECT type FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    if kind != ("table",):
        raise ValueError(f"it has no table {table}")
    names = ", ".join(f'"{table}"."{name}"' for name in schema.field_names)
    rows = database.execute(f'SELECT {names} FROM "{table}" ORDER BY rowid').fetchall()
    columns = list(zip(*rows, strict=True)) or [()] * len(schema.fields)
    arrays = [
        pa.array([_read_cell(cell, field) for cell in column], arrow_type(field))
        for column, field in zip(columns, schema.fields, strict=True)
    ]
    return Content(DATABASE, schema, pa.table(arrays, names=list(schema.field_names)))


def _read_cell(cell: object, field: Field) -> object:
    if cell is None:
        return None
    if field.type == "date":
        return date.fromisoformat(str(cell))
    if field.type == "boolean":
        return {0: False, 1: True}[cell] if cell in (0, 1) else cell
    return cell
