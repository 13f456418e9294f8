"""The tables as one SQLite database: typed, keyed, indexed, searchable, with views.

The bytes hang on the rows alone: no clock, a fixed page size, rows in the order of the tables.
What a library leaves of its own, its version and remains in unused space, is overwritten.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyarrow

from figtrail.model import FigtrailError, Problem
from figtrail.schemas import TABLES, Field, FieldType, TableSchema, load_schema

REFUSED = frozenset(
    {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}
)
"""What SQLite says where the system is at fault, and not what is written."""

PAGE_SIZE = 4096
APPLICATION_ID = 0x66696774  # "figt", by which file(1) and others can know the format
USER_VERSION = 1
ROWS_AT_A_TIME = 8192

HEADER = 100
"""Bytes of the file's header, which stands before the first page's own."""

WRITER_VERSION = 96
"""Where the header notes the version of the library that wrote (SQLite file format, 1.3.17)."""

FORMAT_VERSION = (3_037_000).to_bytes(4)
"""The first version of SQLite that reads the file, as it has STRICT tables."""

PAGE_HEADERS: Mapping[int, int] = {2: 12, 5: 12, 10: 8, 13: 8}
"""How long the header of a b-tree page is, by its type (SQLite file format, 1.6)."""

TYPES: Mapping[FieldType, str] = {
    "string": "TEXT",
    "number": "REAL",
    "integer": "INTEGER",
    "boolean": "INTEGER",
    "date": "TEXT",
}
"""SQLite knows neither booleans nor days: they are 0 or 1, and ISO 8601 text."""


def write_database(tables: Mapping[str, pyarrow.Table], path: Path) -> None:
    """Write all tables, indexes and views as an SQLite 3 database, STRICT and with foreign keys.

    Raises FigtrailError where a primary key stands twice, and where the library has no full-text
    index (FTS5) or is older than 3.37; OSError where the system doesn't let it write, such as on a
    full disk. Foreign keys are for validation to prove.
    """
    path.unlink(missing_ok=True)
    try:
        _fill_database(tables, path)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in REFUSED:
            raise OSError(errno.EIO, str(error), str(path)) from error
        action = f'Mend it, or take "sqlite" out of `outputs` (SQLite {sqlite3.sqlite_version}).'
        problem = Problem("database-unwritable", path.name, str(error), action)
        raise FigtrailError([problem]) from error
    _settle_bytes(path)


def _fill_database(tables: Mapping[str, pyarrow.Table], path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        database.execute("PRAGMA auto_vacuum = NONE")
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute(f"PRAGMA user_version = {USER_VERSION}")
        database.execute("BEGIN")
        for name in TABLES:
            schema = load_schema(name)
            database.execute(render_table(schema))
            _insert_rows(database, schema, tables[name])
        for statement in _list_indexes():
            database.execute(statement)
        for statement in read_views():
            database.execute(statement)
        _index_text(database)
        database.execute("COMMIT")
        database.execute("VACUUM")


def render_table(schema: TableSchema) -> str:
    """The CREATE TABLE statement of a table: types, enums, keys."""
    parts = [_render_column(field) for field in schema.fields]
    parts.append(f"PRIMARY KEY ({', '.join(map(quote_name, schema.primary_key))})")
    for key in schema.foreign_keys:
        own = ", ".join(map(quote_name, key.fields))
        other = ", ".join(map(quote_name, key.reference_fields))
        parts.append(f"FOREIGN KEY ({own}) REFERENCES {quote_name(key.resource)} ({other})")
    body = ",\n  ".join(parts)
    return f"CREATE TABLE {quote_name(schema.name)} (\n  {body}\n) STRICT"


def read_views() -> list[str]:
    """The CREATE VIEW statements, in the order in which they build on each other."""
    script = files("figtrail.writing").joinpath("views.sql").read_text("utf-8")
    return [statement.strip() for statement in script.split(";\n") if statement.strip()]


@cache
def list_view_columns() -> Mapping[str, tuple[str, ...]]:
    """The names of the columns of every view, by its name."""
    with closing(sqlite3.connect(":memory:")) as database:
        for name in TABLES:
            database.execute(render_table(load_schema(name)))
        for statement in read_views():
            database.execute(statement)
        names = database.execute("SELECT name FROM sqlite_schema WHERE type = 'view'").fetchall()
        return {
            view: tuple(
                column[0]
                for column in database.execute(f"SELECT * FROM {quote_name(view)}").description
            )
            for (view,) in names
        }


def quote_name(name: str) -> str:
    """An identifier of SQL in its quotes."""
    return '"' + name.replace('"', '""') + '"'


def _render_column(field: Field) -> str:
    name = quote_name(field.name)
    column = f"{name} {TYPES[field.type]}"
    if field.required:
        column += " NOT NULL"
    if field.type == "boolean":
        column += f" CHECK ({name} IN (0, 1))"
    if field.enum:
        column += f" CHECK ({name} IN ({', '.join(map(_quote_text, field.enum))}))"
    return column


def _insert_rows(database: sqlite3.Connection, schema: TableSchema, table: pyarrow.Table) -> None:
    names = ", ".join(map(quote_name, schema.field_names))
    marks = ", ".join("?" * len(schema.fields))
    statement = f"INSERT INTO {quote_name(schema.name)} ({names}) VALUES ({marks})"
    database.executemany(statement, _read_rows(schema, table))


def _read_rows(schema: TableSchema, table: pyarrow.Table) -> Iterator[tuple[Any, ...]]:
    for batch in table.select(schema.field_names).to_batches(max_chunksize=ROWS_AT_A_TIME):
        columns = [column.to_pylist() for column in batch.columns]
        for position, field in enumerate(schema.fields):
            if field.type == "date":
                columns[position] = [_show_day(cell) for cell in columns[position]]
        yield from zip(*columns, strict=True)


def _show_day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _list_indexes() -> Iterator[str]:
    """An index for every foreign key that no primary key begins with, and for the periods."""
    for name in TABLES:
        schema = load_schema(name)
        columns = [key.fields[0] for key in schema.foreign_keys]
        columns += [column for column in ("period_start",) if column in schema.field_names]
        for column in columns:
            if column != schema.primary_key[0]:
                index = quote_name(f"{name}_{column}")
                yield f"CREATE INDEX {index} ON {quote_name(name)} ({quote_name(column)})"


def _index_text(database: sqlite3.Connection) -> None:
    """A full-text index over figures; it keeps no text of its own, and folds case and accents."""
    # Datasette finds the index by these double quotes.
    database.execute(
        'CREATE VIRTUAL TABLE figures_fts USING fts5(sentence, measured, content="figures", '
        "tokenize='unicode61 remove_diacritics 2')"
    )
    for command in ("rebuild", "optimize"):
        database.execute("INSERT INTO figures_fts (figures_fts) VALUES (?)", (command,))


def _settle_bytes(path: Path) -> None:
    """Overwrite what hangs on the library: its version, and remains in the pages' unused space.

    Every other byte of a vacuumed file is the same for all of SQLite 3.40 to 3.50.
    """
    with path.open("r+b") as file:
        file.seek(WRITER_VERSION)
        file.write(FORMAT_VERSION)
        for start in range(0, path.stat().st_size, PAGE_SIZE):
            file.seek(start)
            page = bytearray(file.read(PAGE_SIZE))
            if _clear_page(page, HEADER if start == 0 else 0):
                file.seek(start)
                file.write(page)


def _clear_page(page: bytearray, begin: int) -> bool:
    """Fill the unused space of a b-tree page with zeros; True where it has any.

    An overflow page begins with the number of the next one, whose first byte is 0 below 64 GB.
    """
    header = PAGE_HEADERS.get(page[begin])
    if header is None:
        return False

    def read(offset: int) -> int:
        return int.from_bytes(page[offset : offset + 2])

    pointers = begin + header + 2 * read(begin + 3)
    content = read(begin + 5) or PAGE_SIZE
    page[pointers:content] = bytes(content - pointers)
    block = read(begin + 1)
    while block:
        size = read(block + 2)
        page[block + 4 : block + size] = bytes(size - 4)
        block = read(block)
    return True


def _quote_text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
