"""The Table Schemas of schemas/: the one description of every column, read once and checked.

Standard: Table Schema of Data Package v2 (https://datapackage.org/standard/table-schema/).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from figtrail.model import FigtrailError, Problem

FieldType = Literal["string", "number", "integer", "boolean", "date"]

TABLES: tuple[str, ...] = (
    "figures",
    "sources",
    "relations",
    "checks",
    "check_figures",
    "reference",
    "measures",
    "places",
    "units",
    "corrections",
)
"""Every table, in the order in which it is published."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column: its type and what its cells must satisfy.

    `enum` is a closed set of the cells allowed, empty where the set is open; `pattern` must match
    the whole cell. `constraints` holds all of them as the schema spells them.
    """

    name: str
    type: FieldType
    format: str
    title: str
    description: str
    required: bool = False
    unique: bool = False
    enum: tuple[str, ...] = ()
    pattern: str | None = None
    minimum: float | None = None
    constraints: Mapping[str, Any] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """`fields` must stand among the `reference_fields` of `resource`, or be empty.

    `resource` is the name of a table, the table's own where it refers to itself.
    """

    fields: tuple[str, ...]
    resource: str
    reference_fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableSchema:
    """One table: its columns in order, and its keys.

    `descriptor` is the schema as it stands in its file, to be inlined; treat it as read-only.
    """

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    descriptor: Mapping[str, Any] = field(compare=False, repr=False)

    @property
    def field_names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.fields)

    def field(self, name: str) -> Field:
        """The column of that name; KeyError where the table has none."""
        for column in self.fields:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name}")


def find_schemas() -> Path:
    """The folder of the schemas: the wheel's own, else that of the checkout around the package.

    Raises FigtrailError where there is neither.
    """
    package = Path(__file__).resolve().parent
    shipped, checkout = package / "table_schemas", package.parents[1] / "schemas"
    for folder in (shipped, checkout):
        if (folder / "figures.json").is_file():
            return folder
    problem = Problem(
        "schemas-missing",
        str(shipped),
        "the table schemas are not installed with figtrail",
        "Install figtrail anew, or in editable mode from a whole checkout.",
    )
    raise FigtrailError([problem])


@cache
def load_schema(table: str) -> TableSchema:
    """The schema of one of TABLES. Raises KeyError for another name."""
    if table not in TABLES:
        raise KeyError(f"no table {table!r}; the tables are {', '.join(TABLES)}")
    descriptor = json.loads((find_schemas() / f"{table}.json").read_text(encoding="utf-8"))
    return TableSchema(
        name=table,
        title=descriptor["title"],
        description=descriptor["description"],
        fields=tuple(_read_field(item, table) for item in descriptor["fields"]),
        primary_key=tuple(descriptor["primaryKey"]),
        foreign_keys=tuple(_read_key(item, table) for item in descriptor.get("foreignKeys", ())),
        descriptor=descriptor,
    )


def _read_field(item: Mapping[str, Any], table: str) -> Field:
    if item["type"] not in get_args(FieldType):
        raise ValueError(f"schemas/{table}.json, field {item['name']}: type {item['type']!r}")
    constraints = item.get("constraints", {})
    return Field(
        name=item["name"],
        type=item["type"],
        format=item.get("format", "default"),
        title=item["title"],
        description=item["description"],
        required=constraints.get("required", False),
        unique=constraints.get("unique", False),
        enum=tuple(constraints.get("enum", ())),
        pattern=constraints.get("pattern"),
        minimum=constraints.get("minimum"),
        constraints=constraints,
    )


def _read_key(item: Mapping[str, Any], table: str) -> ForeignKey:
    reference = item["reference"]
    # A key into its own table names no resource (Data Package v2).
    resource = reference.get("resource") or table
    return ForeignKey(tuple(item["fields"]), resource, tuple(reference["fields"]))
