"""A package as it is written: every cell as the text that its CSV has, whatever made it."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from figtrail.model import FigtrailError, Problem
from figtrail.schemas import TABLES, load_schema

Row = Mapping[str, str | None]

RELEASE = frozenset({"$schema", "id", "version", "created", "generator", "generatorVersion"})
"""Properties of the descriptor that tell one release from another: shown, never a difference."""

TABULATED = frozenset({"resources", "sources", "files"})
"""Properties that follow from the tables."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table's columns, and its rows by their primary key; an empty cell is None."""

    columns: tuple[str, ...]
    rows: Mapping[tuple[str, ...], Row]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a package says.

    `generator_version` is the version of figtrail that made it, None where it doesn't say.
    `properties` are those of its descriptor that aren't the release's own or the files'.
    """

    folder: Path
    name: str
    version: str
    generator_version: str | None
    properties: Mapping[str, Any]
    tables: Mapping[str, Table]

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table in their order."""
        yield from self.tables[table].rows.values()


def read_snapshot(folder: Path) -> Snapshot:
    """Read a package's tables, from CSV or else from Parquet.

    A table that the package lacks has no rows, so that packages of several versions of figtrail can
    be compared. Raises FigtrailError where the folder holds no package, or a file can't be read.
    """
    descriptor = _read_descriptor(folder / "datapackage.json")
    generator_version = descriptor.get("generatorVersion")
    properties = {key: descriptor[key] for key in descriptor.keys() - RELEASE - TABULATED}
    return Snapshot(
        folder=folder,
        name=str(descriptor.get("name", "")),
        version=str(descriptor.get("version", "")),
        generator_version=None if generator_version is None else str(generator_version),
        properties=properties,
        tables={table: _read_table(folder, table) for table in TABLES},
    )


def _read_descriptor(path: Path) -> dict[str, Any]:
    action = "Give the folder of a package that figtrail has published."
    try:
        descriptor: Any = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        message = error.strerror or "can't be read"
        raise FigtrailError([Problem("not-a-package", str(path), message, action)]) from error
    except (ValueError, RecursionError) as error:
        raise FigtrailError([Problem("not-a-package", str(path), str(error), action)]) from error
    if not isinstance(descriptor, dict) or not isinstance(descriptor.get("resources"), list):
        message = "the descriptor names no resources"
        raise FigtrailError([Problem("not-a-package", str(path), message, action)])
    return descriptor


def _read_table(folder: Path, name: str) -> Table:
    readers: dict[str, Callable[[Path], tuple[tuple[str, ...], list[Row]]]] = {
        "csv": _read_csv,
        "parquet": _read_parquet,
    }
    key = load_schema(name).primary_key
    for form, read in readers.items():
        path = folder / "data" / f"{name}.{form}"
        if not path.is_file():
            continue
        try:
            columns, rows = read(path)
            return Table(columns, {tuple(row[part] or "" for part in key): row for row in rows})
        except (OSError, ValueError, KeyError, csv.Error) as error:
            action = "Run figtrail validate on the package."
            raise FigtrailError([Problem("table-broken", str(path), str(error), action)]) from error
    return Table((), {})


def _read_csv(path: Path) -> tuple[tuple[str, ...], list[Row]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, strict=True)
        columns = tuple(next(reader, []))
        if not columns:
            raise ValueError("the file is empty")
        rows: list[Row] = [
            {name: cell or None for name, cell in zip(columns, cells, strict=True)}
            for cells in reader
        ]
    return columns, rows


def _read_parquet(path: Path) -> tuple[tuple[str, ...], list[Row]]:
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(path)
    rows: list[Row] = [
        {name: _render(cell) for name, cell in row.items()} for row in table.to_pylist()
    ]
    return tuple(table.column_names), rows


def _render(cell: object) -> str | None:
    """A cell of Parquet as CSV has it."""
    from figtrail.writing.tables import format_number

    if cell is None or cell == "":
        return None
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return format_number(cell)
    return cell.isoformat() if isinstance(cell, date) else str(cell)
