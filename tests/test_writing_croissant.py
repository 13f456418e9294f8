"""metadata/croissant.json: mlcroissant loads it offline and yields the publication's rows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import mlcroissant
import pandas
import pytest

from companion_package import make_tables, write_companions
from figtrail.layout import CROISSANT
from figtrail.schemas import TABLES, load_schema
from figtrail.writing import write_package
from publication import RECIPE


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole publication, written."""
    return write_companions(tmp_path_factory.mktemp("package") / "out")


@pytest.fixture(scope="module")
def dataset(out: Path) -> mlcroissant.Dataset:
    """The same, as mlcroissant opens it."""
    return mlcroissant.Dataset(jsonld=out / CROISSANT)


def read_records(dataset: mlcroissant.Dataset, table: str) -> list[dict[str, Any]]:
    """A record set's rows, texts as text and days as days."""
    return [read_record(record) for record in dataset.records(table)]


def read_record(record: Mapping[str, Any]) -> dict[str, Any]:
    """A row by the names of its columns."""
    return {key.partition("/")[2]: read_cell(cell) for key, cell in record.items()}


def read_cell(cell: Any) -> object:  # noqa: ANN401  # pandas' and Python's own
    if isinstance(cell, bytes):
        return cell.decode("utf-8")
    if isinstance(cell, pandas.Timestamp):
        return cell.date()
    return None if cell is None or pandas.isna(cell) else cell


def test_the_tool_finds_no_error(dataset: mlcroissant.Dataset) -> None:
    """Nor anything to warn of."""
    assert dataset.metadata.issues.errors == set()
    assert dataset.metadata.issues.warnings == set()


@pytest.mark.parametrize("table", TABLES)
def test_its_records_are_the_rows(table: str, dataset: mlcroissant.Dataset) -> None:
    """Of every table, in their order and with their types."""
    assert read_records(dataset, table) == make_tables()[table].to_pylist()


def test_days_are_days(dataset: mlcroissant.Dataset) -> None:
    """Not texts."""
    (record,) = read_records(dataset, "corrections")
    assert record["date"] == date(2026, 1, 31)


@pytest.mark.parametrize("table", TABLES)
def test_every_column_is_described(table: str, out: Path) -> None:
    """By the schema's words."""
    described = json.loads((out / CROISSANT).read_text("utf-8"))
    (records,) = [item for item in described["recordSet"] if item["name"] == table]
    schema = load_schema(table)
    assert {item["name"]: item["description"] for item in records["field"]} == {
        field.name: field.description for field in schema.fields
    }
    assert [key["@id"] for key in records["key"]] == [
        f"{table}/{name}" for name in schema.primary_key
    ]


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_package_of_one_form_loads_too(form: str, tmp_path: Path) -> None:
    """From what there is."""
    recipe = replace(RECIPE, outputs=(form, "metadata"))
    write_package(make_tables(), recipe, tmp_path / "out")
    dataset = mlcroissant.Dataset(jsonld=tmp_path / "out" / CROISSANT)
    assert [record["code"] for record in read_records(dataset, "measures")] == ["cla", "cla_rate"]
