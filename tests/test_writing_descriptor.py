"""The descriptor says what the files hold; frictionless and the standard's own rules agree."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import frictionless
import pyarrow
import pytest

from figtrail.model import FigtrailError
from figtrail.recipe import Recipe
from figtrail.schemas import TABLES, load_schema
from figtrail.tabulation import tabulate
from figtrail.writing import write_package
from figtrail.writing.descriptor import format_created, list_sources
from publication import DOCUMENTS, RECIPE, make_document, make_parts, with_first_figure


@pytest.fixture(scope="module")
def tables() -> dict[str, pyarrow.Table]:
    """The tables of the whole publication."""
    return tabulate(**make_parts())


@pytest.fixture(scope="module")
def out(tables: Mapping[str, pyarrow.Table], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole publication, written."""
    folder = tmp_path_factory.mktemp("package") / "out"
    write_package(tables, RECIPE, folder)
    return folder


@pytest.fixture(scope="module")
def descriptor(out: Path) -> dict[str, Any]:
    """Its descriptor."""
    read: dict[str, Any] = json.loads((out / "datapackage.json").read_text("utf-8"))
    return read


def write(tables: Mapping[str, pyarrow.Table], recipe: Recipe, out: Path) -> dict[str, Any]:
    """The descriptor of the package as it was written."""
    write_package(tables, recipe, out)
    descriptor: dict[str, Any] = json.loads((out / "datapackage.json").read_text("utf-8"))
    return descriptor


def validate(out: Path) -> list[str]:
    """What frictionless finds wrong with a package on disk."""
    report = frictionless.validate(str(out / "datapackage.json"))
    return [str(error) for error in report.flatten(["name", "note", "message"])]


def test_frictionless_finds_nothing_wrong(out: Path) -> None:
    """Descriptor, CSV and Parquet, keys included."""
    assert validate(out) == []


def test_frictionless_takes_empty_tables(tmp_path: Path) -> None:
    """A header alone, and a typed Parquet without rows."""
    empty: dict[str, Any] = dict.fromkeys(("figures", "relations", "checks", "corrections"), ())
    tables = tabulate(**make_parts(documents=(), recipe=Recipe(), **empty))
    write(tables, Recipe(), tmp_path / "out")
    assert validate(tmp_path / "out") == []


def test_frictionless_reads_any_text_back(tmp_path: Path) -> None:
    """Line ends of every sort, quotes, what Python takes for line ends, blanks at the edges."""
    texts = {
        "measured": 'a\rb "q"\r\nc\n,d',
        "sentence": "first\r\nsecond",
        "speaker": '"',
        "speaker_text": "x\u2028y\x85z\x0bk\x1c",
        "period_text": " lead ",
    }
    tables = tabulate(**make_parts(figures=with_first_figure(**texts)))
    write(tables, RECIPE, tmp_path / "out")
    assert validate(tmp_path / "out") == []
    package = frictionless.Package(str(tmp_path / "out" / "datapackage.json"))
    for name in ("figures", "figures-parquet"):
        row = package.get_resource(name).read_rows()[0]
        assert {column: row[column] for column in texts} == texts


def test_frictionless_checks_the_keys(tables: dict[str, pyarrow.Table], tmp_path: Path) -> None:
    """A fact that is no figure is found, so the key into the own table works."""
    figures = tables["figures"]
    facts = pyarrow.array(["f-aaaaaaaaaaaaaaaa"] * figures.num_rows)
    index = figures.schema.get_field_index("fact")
    broken = {**tables, "figures": figures.set_column(index, figures.field(index), facts)}
    write(broken, RECIPE, tmp_path / "out")
    assert any("fact" in error for error in validate(tmp_path / "out"))


def test_the_package_says_what_the_recipe_says(descriptor: dict[str, Any]) -> None:
    """Word for word."""
    assert {key: descriptor[key] for key in ("name", "title", "description", "version")} == {
        "name": "care-figures",
        "title": "Figures on care",
        "description": "What the articles state.",
        "version": "1.2.3",
    }
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert descriptor["homepage"] == "https://figures.example/"
    assert descriptor["contributors"] == [{"title": "A. Reader", "roles": ["author"]}]
    assert descriptor["licenses"][0]["name"] == "CC-BY-4.0"


def test_the_sources_are_the_articles_and_the_official_data_sets(
    tables: Mapping[str, pyarrow.Table],
) -> None:
    """Each with its address, where it has one."""
    assert list_sources(tables) == [
        {
            "title": "St Helens Reporter: Care, in figures",
            "path": "https://news.example/care?id=1&x=2",
        },
        {"title": "b-blast"},
        {
            "title": "Department for Education: cla_number_and_rate_per_10k_children",
            "path": "https://statistics.example/cla",
        },
    ]


def test_many_articles_are_credited_by_publisher() -> None:
    """A descriptor of ten thousand sources is of no use to anybody."""
    many = [make_document(f"x{i}", "-", publisher=f"Paper {i % 2}") for i in range(150)]
    tables = tabulate(**make_parts(documents=(*DOCUMENTS, *many)))
    assert [source["title"] for source in list_sources(tables)] == [
        "Articles of Paper 0",
        "Articles of Paper 1",
        "Articles of St Helens Reporter",
        "Department for Education: cla_number_and_rate_per_10k_children",
    ]


@pytest.mark.parametrize("table", TABLES)
def test_every_resource_inlines_its_schema(table: str, descriptor: dict[str, Any]) -> None:
    """CSV and Parquet alike."""
    resources = {resource["name"]: resource for resource in descriptor["resources"]}
    expected = dict(load_schema(table).descriptor)
    assert resources[table]["schema"] == expected
    assert resources[f"{table}-parquet"]["schema"] == expected


def test_every_resource_tells_its_file_and_hash(descriptor: dict[str, Any], out: Path) -> None:
    """Bytes only of CSV: frictionless takes right ones of Parquet for wrong."""
    for resource in descriptor["resources"]:
        content = (out / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert resource.get("bytes") == (len(content) if resource["format"] == "csv" else None)


def test_parquet_names_the_resource_that_it_mirrors(descriptor: dict[str, Any]) -> None:
    """And CSV mirrors nothing."""
    mirrors = {resource["name"]: resource.get("mirrors") for resource in descriptor["resources"]}
    assert mirrors == dict.fromkeys(TABLES) | {f"{table}-parquet": table for table in TABLES}


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_package_of_one_form_has_resources_of_the_tables_names(
    form: str, tables: Mapping[str, pyarrow.Table], tmp_path: Path
) -> None:
    """Foreign keys refer to them."""
    descriptor = write(tables, replace(RECIPE, outputs=(form,)), tmp_path / "out")
    assert [resource["name"] for resource in descriptor["resources"]] == list(TABLES)
    assert validate(tmp_path / "out") == []


@pytest.mark.parametrize(
    ("epoch", "released", "created"),
    [
        (None, date(2026, 1, 31), "2026-01-31T00:00:00Z"),
        ("1700000000", date(2026, 1, 31), "2023-11-14T22:13:20Z"),
        ("", date(2026, 1, 31), "2026-01-31T00:00:00Z"),
        (None, None, None),
    ],
)
def test_created_is_never_the_time_of_the_clock(
    epoch: str | None,
    released: date | None,
    created: str | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """SOURCE_DATE_EPOCH, else the day of release, else nothing."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if epoch is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert format_created(replace(RECIPE, released=released)) == created


@pytest.mark.parametrize("epoch", ["yesterday", "1e9", "9" * 30])
def test_an_epoch_that_is_no_number_of_seconds_is_a_problem(
    epoch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not passed over: the caller meant something by it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(FigtrailError, match="SOURCE_DATE_EPOCH"):
        format_created(RECIPE)


def test_the_id_hangs_on_the_data_alone(
    tables: Mapping[str, pyarrow.Table], tmp_path: Path
) -> None:
    """Another title is the same data; another figure is not."""
    one = write(tables, RECIPE, tmp_path / "one")
    two = write(tables, replace(RECIPE, title="Renamed"), tmp_path / "two")
    fewer = tabulate(**make_parts(corrections=()))
    three = write(fewer, RECIPE, tmp_path / "three")
    assert one["id"].startswith("urn:uuid:")
    assert one["id"] == two["id"] != three["id"]


def test_the_descriptor_names_the_version_of_figtrail_that_made_it(
    tables: Mapping[str, pyarrow.Table], tmp_path: Path
) -> None:
    assert write(tables, RECIPE, tmp_path / "one")["generatorVersion"] == version("figtrail")
