"""A package loads as DataFrames whose types no cell can change."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas
import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from figtrail.frames import pandera_schema
from figtrail.loading import load, read_table
from figtrail.model import FigtrailError
from figtrail.recipe import Recipe
from figtrail.schemas import TABLES, load_schema
from figtrail.tabulation import tabulate
from figtrail.writing import write_package
from figtrail.writing.tables import write_csv, write_parquet
from publication import FIGURES, RECIPE, make_parts


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole publication, written."""
    folder = tmp_path_factory.mktemp("package") / "out"
    write_package(tabulate(**make_parts()), RECIPE, folder)
    return folder


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A publication without a single row, written."""
    folder = tmp_path_factory.mktemp("package") / "bare"
    none: dict[str, Any] = dict.fromkeys(
        ("documents", "figures", "relations", "checks", "corrections"), ()
    )
    write_package(tabulate(**none, recipe=Recipe()), Recipe(), folder)
    return folder


DTYPES = {
    "figure_id": "string",
    "char_start": "Int64",
    "value": "float64",
    "bound": "category",
    "change": "category",
    "period_start": "datetime64[s]",
    "quoted": "boolean",
    "speaker": "string",
}


@pytest.mark.parametrize(("column", "dtype"), DTYPES.items())
def test_columns_have_the_types_of_the_schema(column: str, dtype: str, out: Path) -> None:
    """Nullable whole numbers, texts, booleans; categories; days."""
    assert load(out).figures[column].dtype == dtype


def test_a_column_that_an_older_package_lacks_is_named(tmp_path: Path) -> None:
    write_package(tabulate(**make_parts()), RECIPE, tmp_path / "out")
    path = tmp_path / "out" / "data" / "figures.parquet"
    pyarrow.parquet.write_table(pyarrow.parquet.read_table(path).drop(["fact"]), path)
    with pytest.raises(FigtrailError, match=r"figures\.parquet: no column 'fact'\. Run figtrail"):
        _ = load(tmp_path / "out").figures


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_no_type_hangs_on_the_cells(table: str, form: Any, out: Path, bare: Path) -> None:  # noqa: ANN401
    """A table without rows has the types of a full one, from either file."""
    full, empty = load(out).table(table), load(bare, form=form).table(table)
    assert empty.empty
    assert empty.dtypes.to_dict() == full.dtypes.to_dict()


@pytest.mark.parametrize("table", TABLES)
def test_csv_loads_as_parquet_does(table: str, out: Path) -> None:
    """The same rows, in the same order, of the same types."""
    pandas.testing.assert_frame_equal(
        load(out, form="csv").table(table), load(out, form="parquet").table(table)
    )


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
@given(
    text=st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1)
    | st.sampled_from(["NA", "null", "nan", "True", "1", '"', "a\rb", "a\r\nb", "\r", "\n", " "])
)
def test_any_text_loads_from_csv_as_from_parquet(text: str, tmp_path: Path) -> None:
    """'NA' is a word, and a lone CR ends no row."""
    figure = replace(FIGURES[0], measured=text, speaker_text=text, sentence=text)
    table = tabulate(**make_parts(figures=(figure,), relations=(), checks=()))["figures"]
    (tmp_path / "data").mkdir(exist_ok=True)
    write_csv(table, tmp_path / "data" / "figures.csv")
    write_parquet(table, tmp_path / "data" / "figures.parquet")
    parquet = read_table(tmp_path, "figures", "parquet")
    assert parquet["measured"].tolist() == [text]
    pandas.testing.assert_frame_equal(read_table(tmp_path, "figures", "csv"), parquet)


def test_categories_have_every_member_of_the_closed_set(out: Path) -> None:
    """Also those that no row has, in the order of the schema."""
    categories = load(out).figures["bound"].cat.categories
    assert tuple(categories) == load_schema("figures").field("bound").enum


def test_labels_stand_beside_their_codes(out: Path) -> None:
    """One column more after each column of measure, place and unit codes."""
    figures = load(out, labels=True).figures
    added = [column for column in figures if column not in load(out).figures]
    assert added == ["unit_label", "per_label", "measure_label", "place_label"]
    assert figures.loc[3, ["unit", "unit_label", "per_label"]].tolist() == [
        "GBP",
        "pounds sterling",
        "years",
    ]
    assert figures.columns.get_loc("unit_label") == figures.columns.get_loc("unit") + 1
    assert figures["place_label"].dtype == "string"


def test_labels_of_places_in_their_own_table(out: Path) -> None:
    """A part names its whole."""
    places = load(out, labels=True).places
    assert places["parent_label"].tolist()[0] == "England"


def test_a_package_without_rows_takes_labels(bare: Path) -> None:
    """Empty columns of text."""
    figures = load(bare, labels=True).figures
    assert figures["unit_label"].dtype == "string"


def test_a_table_is_read_once_and_only_when_asked_for(out: Path) -> None:
    """The same frame each time."""
    package = load(out)
    assert package._tables == {}
    assert package.relations is package.relations
    assert list(package._tables) == ["relations"]


def test_every_table_is_an_attribute(out: Path) -> None:
    """By its own name."""
    package = load(out)
    for table in TABLES:
        assert getattr(package, table) is package.table(table)


def test_the_descriptor_comes_along(out: Path) -> None:
    """Also where the descriptor itself was named."""
    package = load(str(out / "datapackage.json"))
    assert package.descriptor["version"] == "1.2.3"
    assert len(package.figures) == len(FIGURES)


def test_pandas_alone_reads_numbers_as_numbers(out: Path) -> None:
    """Without figtrail."""
    figures = pandas.read_parquet(out / "data" / "figures.parquet")
    assert figures["value"].sum() == 5501389
    assert figures.dtypes[["value", "share", "char_start", "quoted"]].map(str).tolist() == [
        "float64",
        "float64",
        "int64",
        "bool",
    ]


def test_a_package_of_csv_alone_loads(tmp_path: Path) -> None:
    """Without being told."""
    write_package(tabulate(**make_parts()), replace(RECIPE, outputs=("csv",)), tmp_path / "out")
    assert len(load(tmp_path / "out").figures) == len(FIGURES)


@pytest.mark.parametrize(
    "content", [None, "no json", "[]", '{"name": "x", "resources": []}', "[" * 100_000]
)
def test_what_is_no_package_is_refused(content: str | None, tmp_path: Path) -> None:
    """With the path, and what to do."""
    if content is not None:
        (tmp_path / "datapackage.json").write_text(content)
    with pytest.raises(FigtrailError) as raised:
        load(tmp_path)
    (problem,) = raised.value.problems
    assert problem.code == "not-a-package"
    assert problem.where == str(tmp_path / "datapackage.json")


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    """When it is asked for."""
    write_package(tabulate(**make_parts()), RECIPE, tmp_path / "out")
    (tmp_path / "out" / "data" / "checks.parquet").unlink()
    with pytest.raises(FigtrailError, match=r"checks\.parquet: the package lacks the file"):
        _ = load(tmp_path / "out").checks


@pytest.mark.parametrize(
    ("old", "new"), [(",exact,", ",exactly,"), (",46,49,442,", ",forty,49,442,")]
)
def test_a_cell_of_the_wrong_type_is_not_read_as_empty(old: str, new: str, tmp_path: Path) -> None:
    """A text outside the closed set, and a word for a number."""
    write_package(tabulate(**make_parts()), RECIPE, tmp_path / "out")
    path = tmp_path / "out" / "data" / "figures.csv"
    path.write_bytes(path.read_bytes().replace(old.encode(), new.encode(), 1))
    with pytest.raises(FigtrailError) as raised:
        _ = load(tmp_path / "out", form="csv").figures
    assert raised.value.problems[0].code == "table-untyped"


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("kind", ["out", "bare"])
def test_loaded_tables_pass_their_pandera_schemas(
    table: str, kind: str, request: pytest.FixtureRequest
) -> None:
    """With rows and without."""
    frame = load(request.getfixturevalue(kind)).table(table)
    assert pandera_schema(table).validate(frame, lazy=True) is not None


def test_loading_needs_neither_pandera_nor_frictionless(out: Path) -> None:
    """They take half a second to import."""
    code = (
        "import sys; from figtrail.loading import load; load(sys.argv[1]).figures;"
        "print(sorted({'pandera', 'frictionless'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, out], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
