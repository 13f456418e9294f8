"""What a Table Schema type is in Arrow, in pandas and in pandera: the one table of types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from figtrail.schemas import Field, FieldType, TableSchema

if TYPE_CHECKING:
    import pandas
    import pyarrow


@dataclass(frozen=True, slots=True)
class ColumnType:
    """The names of a type: an Arrow type alias, and a pandas dtype that can hold empty cells."""

    arrow: str
    pandas: str


TYPES: dict[FieldType, ColumnType] = {
    "string": ColumnType("string", "string"),
    "number": ColumnType("double", "float64"),
    "integer": ColumnType("int64", "Int64"),
    "boolean": ColumnType("bool", "boolean"),
    "date": ColumnType("date32", "datetime64[s]"),
}


def arrow_schema(schema: TableSchema) -> pyarrow.Schema:
    """The Arrow schema of a table; each field carries its title and description as metadata."""
    import pyarrow

    return pyarrow.schema(
        [
            pyarrow.field(
                field.name,
                pyarrow.type_for_alias(TYPES[field.type].arrow),
                nullable=not field.required,
                metadata={"title": field.title, "description": field.description},
            )
            for field in schema.fields
        ]
    )


def pandas_dtype(field: Field) -> str | pandas.CategoricalDtype:
    """The dtype of a column in a DataFrame: a closed set is a category with all its members.

    It is the same whatever the cells hold: an empty cell, or no cell at all, changes no type.
    """
    if field.enum:
        import pandas

        return pandas.CategoricalDtype(list(field.enum))
    return TYPES[field.type].pandas


def pandas_dtypes(schema: TableSchema) -> dict[str, str | pandas.CategoricalDtype]:
    """The dtype of every column of a table in a DataFrame, by its name."""
    return {field.name: pandas_dtype(field) for field in schema.fields}
