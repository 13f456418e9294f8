"""The pandera schemas refuse what the Table Schemas refuse."""

from __future__ import annotations

from collections.abc import Callable

import pandas
import pandera.errors
import pytest

from figtrail import frames
from figtrail.loading import load
from figtrail.schemas import TABLES, load_schema
from figtrail.tabulation import tabulate
from figtrail.writing import write_package
from publication import RECIPE, make_parts


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> pandas.DataFrame:
    """The figures of the whole publication, as they load."""
    folder = tmp_path_factory.mktemp("package") / "out"
    write_package(tabulate(**make_parts()), RECIPE, folder)
    return load(folder).figures


def set_cell(column: str, cell: object) -> Callable[[pandas.DataFrame], pandas.DataFrame]:
    """Put a cell into the second row."""

    def change(frame: pandas.DataFrame) -> pandas.DataFrame:
        frame = frame.copy()
        frame.loc[1, column] = cell
        return frame

    return change


BREAKS: dict[str, tuple[str, Callable[[pandas.DataFrame], pandas.DataFrame]]] = {
    "a required cell is empty": ("unit", set_cell("unit", pandas.NA)),
    "an id of another form": ("figure_id", set_cell("figure_id", "f-1")),
    "an id with a line after it": ("figure_id", set_cell("figure_id", "f-aaaaaaaaaaaaaaaa\n")),
    "a period that is no date": ("period", set_cell("period", "soon")),
    "an offset below 0": ("char_start", set_cell("char_start", -1)),
    "a day as text": ("period_start", lambda f: f.astype({"period_start": "string"})),
    "numbers as text": ("value", lambda f: f.astype({"value": "string"})),
    "a closed set as text": ("bound", lambda f: f.astype({"bound": "string"})),
    "another order of columns": ("figure_id", lambda f: f[f.columns[::-1]]),
    "a column too many": ("mine", lambda f: f.assign(mine=1)),
    "a row twice": ("figure_id", lambda f: pandas.concat([f, f.iloc[:1]], ignore_index=True)),
}


@pytest.mark.parametrize("case", BREAKS)
def test_what_breaks_the_schema_is_refused_by_column(case: str, figures: pandas.DataFrame) -> None:
    """The error names the column."""
    column, change = BREAKS[case]
    with pytest.raises(pandera.errors.SchemaErrors, match=column):
        frames.FIGURES.validate(change(figures), lazy=True)


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_a_public_schema_with_its_columns_described(table: str) -> None:
    """figtrail.frames.FIGURES and so on."""
    schema = getattr(frames, table.upper())
    assert schema is frames.pandera_schema(table)
    assert {name: column.description for name, column in schema.columns.items()} == {
        field.name: field.description for field in load_schema(table).fields
    }
