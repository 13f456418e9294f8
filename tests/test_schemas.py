"""The schemas are complete, closed under their keys, and of one vocabulary with the model."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import get_args

import pytest

from figtrail import model, publication
from figtrail.schemas import TABLES, find_schemas, load_schema

COLUMNS = {
    "figures": (
        "figure_id source_id char_start char_end quote value low high bound kind unit per "
        "per_quantity out_of share change measured measure place_text place period period_start "
        "period_end period_text period_basis status speaker speaker_text quoted sentence "
        "sentence_start fact locator link rule review"
    ),
    "sources": (
        "source_id path sha256 text_sha256 bytes chars media_type title publisher author "
        "published published_earliest published_latest published_basis url licence place "
        "figure_count"
    ),
    "relations": "relation_id kind figure_id other_figure_id",
    "checks": "check_id kind verdict stated computed reference_id explanation",
    "check_figures": "check_id figure_id role",
    "reference": (
        "reference_id measure place period value unit publisher dataset url licence vintage"
    ),
    "measures": (
        "code label description kind unit per per_quantity stock_or_flow reference_day dataset "
        "dataset_column url official"
    ),
    "places": "code label names description gss iso_3166 parent",
    "units": "code label description kind ucum qudt iso_4217",
    "corrections": (
        "correction_id action source_id char_start char_end quote field expected corrected "
        "reason author date"
    ),
}

CLOSED_SETS = [
    ("figures", "bound", model.Bound),
    ("figures", "kind", model.Kind),
    ("figures", "change", model.Change),
    ("figures", "status", model.Status),
    ("figures", "period_basis", model.PeriodBasis),
    ("figures", "review", model.Review),
    ("relations", "kind", model.RelationKind),
    ("checks", "kind", publication.CheckKind),
    ("checks", "verdict", publication.Verdict),
    ("check_figures", "role", publication.Role),
    ("corrections", "action", publication.CorrectionAction),
    ("measures", "kind", model.Kind),
    ("units", "kind", model.Kind),
]

NOUNS = [
    ("figures", model.Figure),
    ("relations", model.Relation),
    ("reference", publication.ReferenceValue),
    ("measures", publication.Measure),
    ("places", publication.Place),
    ("units", publication.Unit),
    ("corrections", publication.Correction),
]


def test_every_schema_file_is_a_published_table() -> None:
    assert {path.stem for path in find_schemas().glob("*.json")} == set(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_columns_stand_in_the_designed_order(table: str) -> None:
    assert load_schema(table).field_names == tuple(COLUMNS[table].split())


@pytest.mark.parametrize("table", TABLES)
def test_every_table_and_field_says_what_it_is(table: str) -> None:
    schema = load_schema(table)
    for part in (schema, *schema.fields):
        assert part.title
        assert part.description.endswith(".")


@pytest.mark.parametrize("table", TABLES)
def test_integers_and_booleans_are_never_empty(table: str) -> None:
    """A null in an integer column of Parquet fails frictionless."""
    for field in load_schema(table).fields:
        assert field.required or field.type not in ("integer", "boolean")


@pytest.mark.parametrize("table", TABLES)
def test_numbers_that_may_be_empty_have_no_bounds(table: str) -> None:
    """On Parquet frictionless holds an empty number against a minimum as nan."""
    for field in load_schema(table).fields:
        assert field.required or field.minimum is None


@pytest.mark.parametrize("table", TABLES)
def test_only_known_constraints_are_promised(table: str) -> None:
    """Each of these is enforced; another would be read over."""
    known = {"required", "unique", "enum", "pattern", "minimum"}
    assert all(set(field.constraints) <= known for field in load_schema(table).fields)


@pytest.mark.parametrize("table", TABLES)
def test_primary_keys_are_required(table: str) -> None:
    schema = load_schema(table)
    assert all(schema.field(name).required for name in schema.primary_key)


@pytest.mark.parametrize("table", TABLES)
def test_foreign_keys_reach_the_primary_key_of_a_table(table: str) -> None:
    schema = load_schema(table)
    for key in schema.foreign_keys:
        assert set(key.fields) <= set(schema.field_names)
        assert key.reference_fields == load_schema(key.resource).primary_key


@pytest.mark.parametrize("table", TABLES)
def test_only_the_empty_cell_is_missing(table: str) -> None:
    assert load_schema(table).descriptor["missingValues"] == [""]


@pytest.mark.parametrize(("table", "field", "literal"), CLOSED_SETS)
def test_an_enum_is_the_closed_set_of_the_model(table: str, field: str, literal: object) -> None:
    assert load_schema(table).field(field).enum == get_args(literal)


@pytest.mark.parametrize(("table", "noun"), NOUNS)
def test_the_model_speaks_the_names_of_the_columns(table: str, noun: type) -> None:
    assert {f.name for f in dataclasses.fields(noun)} <= set(load_schema(table).field_names)


def test_a_key_into_the_own_table_names_the_table() -> None:
    keys = {key.fields: key.resource for key in load_schema("figures").foreign_keys}
    assert keys[("fact",)] == "figures"


def test_an_unknown_table_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match="no table 'figure'"):
        load_schema("figure")


def test_schemas_load_without_the_heavy_libraries() -> None:
    """Commands that only extract must start fast."""
    code = (
        "import sys, figtrail, figtrail.schemas as s; s.load_schema('figures');"
        "print(sorted({'pandas', 'pyarrow', 'pandera', 'frictionless'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_checkout_reads_its_own_schemas() -> None:
    """An edit in schemas/ counts at once in an editable install."""
    assert find_schemas() == Path(__file__).resolve().parents[1] / "schemas"


def test_a_wheel_brings_its_schemas_and_word_lists(tmp_path: Path) -> None:
    """Unpacked far from the checkout, it describes tables and units by its own files."""
    root = Path(__file__).resolve().parents[1]
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, root]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    code = (
        "from figtrail.schemas import TABLES, find_schemas, load_schema\n"
        "from figtrail.units import describe_unit\n"
        "print(find_schemas())\n"
        "print(len([load_schema(table) for table in TABLES]))\n"
        "print(describe_unit('child').label, describe_unit('hectare').ucum)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "site")},
    )
    schemas = tmp_path.resolve() / "site" / "figtrail" / "table_schemas"
    assert done.stdout.splitlines() == [str(schemas), "10", "children har"]
