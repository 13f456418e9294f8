"""Two packages held against each other: what differs, and why."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from figtrail import pipeline
from figtrail.comparison import (
    Comparison,
    Difference,
    compare_snapshots,
    comparison_to_csv,
    comparison_to_json,
    format_comparison,
    read_snapshot,
)
from figtrail.model import Document, Extraction, FigtrailError

FIRES = (
    "Firefighters in Leeds were called to 1,064 fires in 2021, up from 712 in 2020.\n\n"
    "A second station will open on the ring road once the council has found the money for it.\n\n"
    "It will cost £2m. Last year 45 firefighters left.\n"
)
CORRECTION = (
    "action,source_id,char_start,char_end,quote,field,expected,corrected,reason,author,date\n"
)
MEASURES = "code,label,kind,unit,stock_or_flow,official\nfires,Fires attended,count,fire,flow,yes\n"
TERMS = "phrase,measure,kinds,units\nfires,fires,,\n"
REFERENCE = (
    "measure,place,period,value,unit,publisher,dataset,url,licence,vintage\n"
    "fires,leeds,2021-01-01/2021-12-31,{value},fire,Home Office,fires,,OGL-UK-3.0,2022\n"
)
PLACES = "code,label\nleeds,Leeds\n"

Publish = Callable[..., Path]


@pytest.fixture
def publish(tmp_path: Path) -> Publish:
    """Publishes fires.txt with other texts, a manifest, or build files, in a folder of its own."""

    def publish_once(**files: str) -> Path:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        articles, build = folder / "seeds", folder / "build"
        articles.mkdir(parents=True)
        build.mkdir()
        (articles / "fires.txt").write_text(files.pop("fires", FIRES), encoding="utf-8")
        (build / "recipe.toml").write_text(files.pop("recipe", ""), encoding="utf-8")
        for name, content in files.items():
            place = articles if name in ("floods_txt", "sources_csv") else build
            (place / name.replace("_", ".")).write_text(content, encoding="utf-8")
        with pipeline.rebuild_package(articles) as package:
            shutil.copytree(package, folder / "datapackage")
        return folder / "datapackage"

    return publish_once


def compare(old: Path, new: Path) -> Comparison:
    return compare_snapshots(read_snapshot(old), read_snapshot(new))


def list_figures(comparison: Comparison) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(found.kind, found.row["quote"], found.why) for found in comparison.of("figures")]


def list_cells(difference: Difference) -> list[tuple[str, str | None, str | None, str]]:
    return [(cell.column, cell.old, cell.new, cell.why) for cell in difference.cells]


def correct(action: str, quote: str, field: str = "", old: str = "", new: str = "") -> str:
    start = FIRES.index(quote)
    cells = (action, "fires", start, start + len(quote), f'"{quote}"', field, old, new)
    return ",".join(map(str, cells)) + ",read again,Jo Park,2024-05-06\n"


def test_a_package_is_the_same_as_itself(publish: Publish) -> None:
    package = publish()
    found = compare(package, package)
    assert found.same
    assert format_comparison(found).endswith("No difference.")


def test_a_new_article_adds_its_figures_and_says_so(publish: Publish) -> None:
    found = compare(publish(), publish(floods_txt="There were 17 floods in York.\n"))
    assert list_figures(found) == [("added", "17", ("source",))]
    assert [(row.kind, row.key, row.why) for row in found.of("sources")] == [
        ("added", ("floods",), ("source",))
    ]


def test_an_article_that_went_takes_its_figures_along(publish: Publish) -> None:
    found = compare(publish(floods_txt="There were 17 floods in York.\n"), publish())
    assert list_figures(found) == [("removed", "17", ("source",))]


def test_an_edit_of_a_number_removes_and_adds_and_what_follows_has_moved(publish: Publish) -> None:
    found = compare(publish(), publish(fires=FIRES.replace("712", "1,712")))
    assert list_figures(found)[-1] == ("removed", "712", ("source",))
    moved = [row for row in found.of("figures", "moved") if row.row["quote"] == "£2m"]
    assert moved[0].why == ("source",)
    start = FIRES.index("£2m")
    assert ("char_start", str(start), str(start + 2), "source") in list_cells(moved[0])


def test_another_reading_of_the_same_text_is_the_extractors(
    publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = publish()
    extract = pipeline.extract_figures

    def extract_otherwise(document: Document) -> Extraction:
        found = extract(document)
        kept = [figure for figure in found.figures if figure.quote != "45"]
        figures = tuple(
            replace(figure, rule="words", status="target") if figure.quote == "£2m" else figure
            for figure in kept
        )
        return found._replace(figures=figures)

    monkeypatch.setattr(pipeline, "extract_figures", extract_otherwise)
    found = compare(old, publish())
    assert list_figures(found) == [
        ("changed", "£2m", ("extractor",)),
        ("removed", "45", ("extractor",)),
    ]
    cells = list_cells(next(found.of("figures", "changed")))
    assert ("rule", "digits", "words", "extractor") in cells
    assert [cell[0] for cell in cells] == ["status", "rule"]


@pytest.mark.parametrize(
    ("row", "kind", "cells"),
    [
        (
            correct("confirm", "£2m"),
            "changed",
            [("review", "automatic", "confirmed", "correction")],
        ),
        (
            correct("correct", "£2m", "value", "2000000", "3000000"),
            "changed",
            [
                ("value", "2000000", "3000000", "correction"),
                ("low", "2000000", "3000000", "correction"),
                ("high", "2000000", "3000000", "correction"),
                ("review", "automatic", "corrected", "correction"),
            ],
        ),
        (
            correct("correct", "1,064", "period", "2021", "2022"),
            "changed",
            [
                ("period", "2021", "2022", "correction"),
                ("period_start", "2021-01-01", "2022-01-01", "correction"),
                ("period_end", "2021-12-31", "2022-12-31", "correction"),
                ("review", "automatic", "corrected", "correction"),
            ],
        ),
        (correct("reject", "£2m"), "removed", []),
        (
            correct("add", "second", "value", "", "2")
            + correct("add", "second", "kind", "", "count")
            + correct("add", "second", "unit", "", "station"),
            "added",
            [],
        ),
    ],
)
def test_what_a_correction_does_is_its_own_and_undone_with_it(
    publish: Publish, row: str, kind: str, cells: list[tuple[str, ...]]
) -> None:
    old, new = publish(), publish(corrections_csv=CORRECTION + row)
    (found,) = compare(old, new).of("figures")
    assert (found.kind, found.why, list_cells(found)) == (kind, ("correction",), cells)
    (back,) = compare(new, old).of("figures")
    undone = {"added": "removed", "removed": "added"}.get(kind, kind)
    assert (back.kind, back.why) == (undone, ("correction",))


def test_a_code_for_the_same_words_is_the_codelists(publish: Publish) -> None:
    coded = {"measures_csv": MEASURES, "places_csv": PLACES}
    old = publish(**coded)
    terms = publish(**coded)
    build = terms.parent / "build"
    (build / "measure_terms.csv").write_text(TERMS, encoding="utf-8")
    with pipeline.rebuild_package(terms.parent / "seeds") as package:
        found = compare(old, package)
    assert {why for _, _, why in list_figures(found)} == {("codelist",)}
    cells = list_cells(next(found.of("figures", "changed")))
    assert cells == [("measure", None, "fires", "codelist")]


def test_a_new_label_of_a_code_is_the_codelists(publish: Publish) -> None:
    old = publish(measures_csv=MEASURES)
    found = compare(old, publish(measures_csv=MEASURES.replace("Fires attended", "Fires")))
    (measure,) = found.of("measures")
    assert list_cells(measure) == [("label", "Fires attended", "Fires", "codelist")]
    assert [*found.of("figures")] == []


def make_reference(folder: Path, value: int) -> Path:
    build = folder.parent / "build"
    (build / "measure_terms.csv").write_text(TERMS, encoding="utf-8")
    (build / "reference").mkdir()
    (build / "reference" / "fires.csv").write_text(REFERENCE.format(value=value), encoding="utf-8")
    shutil.rmtree(folder)
    with pipeline.rebuild_package(folder.parent / "seeds") as package:
        shutil.copytree(package, folder)
    return folder


def test_another_official_value_changes_checks_and_is_named_for_it(publish: Publish) -> None:
    coded = {"measures_csv": MEASURES, "places_csv": PLACES}
    old = make_reference(publish(**coded), 1064)
    found = compare(old, make_reference(publish(**coded), 1100))
    assert [*found.of("figures")] == []
    changed = [row for row in found.of("checks") if row.row["kind"] == "reference"]
    assert changed
    assert {row.why for row in changed} == {("reference",)}


def test_another_date_of_the_article_moves_its_periods(publish: Publish) -> None:
    manifest = "source_id,path,published\nfires,fires.txt,{}-03-01\n"
    old, new = (publish(sources_csv=manifest.format(year)) for year in (2022, 2023))
    found = compare(old, new)
    (last_year,) = (row for row in found.of("figures") if row.row["quote"] == "45")
    assert last_year.why == ("source",)
    assert ("period", "2021", "2022", "source") in list_cells(last_year)


def test_a_new_address_changes_the_links_and_moves_nothing(publish: Publish) -> None:
    manifest = "source_id,path,url\nfires,fires.txt,https://news.example/{}\n"
    found = compare(*(publish(sources_csv=manifest.format(name)) for name in ("a", "b")))
    assert {(kind, why) for kind, _, why in list_figures(found)} == {("changed", ("source",))}
    assert {cell.column for row in found.of("figures") for cell in row.cells} == {"link"}


def test_an_edit_far_off_in_the_sentence_moves_and_changes_the_sentence(publish: Publish) -> None:
    found = compare(publish(), publish(fires=FIRES.replace("Firefighters", "Brave firefighters")))
    changed = {row.row["quote"]: row for row in found.of("figures", "changed")}
    assert changed["712"].why == ("source",)
    assert {cell.column for cell in changed["712"].cells} >= {"sentence", "char_start"}
    assert [row.row["quote"] for row in found.of("figures", "moved")] == ["£2m", "45"]


def test_a_unit_comes_and_goes_with_the_figures_that_use_it(publish: Publish) -> None:
    row = correct("correct", "£2m", "unit", "GBP", "EUR")
    found = compare(publish(), publish(corrections_csv=CORRECTION + row))
    assert {(unit.kind, unit.key, unit.why) for unit in found.of("units")} == {
        ("added", ("EUR",), ("correction",)),
        ("removed", ("GBP",), ("correction",)),
    }


def test_fewer_quotes_are_the_recipes(publish: Publish) -> None:
    found = compare(publish(), publish(recipe='quotes = "number"\n'))
    assert {why for _, _, why in list_figures(found)} == {("recipe",)}


def test_a_relation_goes_with_its_figure_for_the_same_reason(publish: Publish) -> None:
    found = compare(publish(), publish(corrections_csv=CORRECTION + correct("reject", "712")))
    (relation,) = found.of("relations")
    assert (relation.kind, relation.row["kind"]) == ("removed", "changes_from")
    assert relation.why == ("correction",)


def test_parquet_alone_is_compared_as_csv_would_be(publish: Publish) -> None:
    old = publish()
    new = publish(recipe='outputs = ["parquet"]\n')
    assert [*compare(old, new).differences] == []
    third = publish(recipe='outputs = ["parquet"]\n', fires=FIRES.replace("45", "46"))
    differing = list_figures(compare(new, third))
    assert ("added", "46", ("source",)) in differing
    assert ("removed", "45", ("source",)) in differing


def test_another_version_of_the_tool_or_the_data_alone_is_no_difference(publish: Publish) -> None:
    found = compare(publish(), publish(recipe='version = "2.0.0"\nreleased = 2026-02-01\n'))
    assert found.same


def test_another_title_is_a_difference(publish: Publish) -> None:
    found = compare(publish(), publish(recipe='title = "Fires"\n'))
    assert not found.same
    assert found.properties["title"][1] == "Fires"


def test_columns_that_one_package_lacks_are_named_and_the_rest_compared(publish: Publish) -> None:
    old, new = publish(), publish()
    path = old / "data" / "units.csv"
    rows = [line.rpartition(",")[0] for line in path.read_text(encoding="utf-8").splitlines()]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    found = compare(old, new)
    assert found.columns == {"units": ((), ("iso_4217",))}
    assert found.differences == ()


def test_json_has_a_versioned_format_and_every_cell(publish: Publish) -> None:
    new = publish(corrections_csv=CORRECTION + correct("confirm", "£2m"))
    report = json.loads(comparison_to_json(compare(publish(), new)))
    assert (report["format"], report["same"]) == ("figtrail-diff/1", False)
    assert report["counts"]["figures"]["changed"] == 1
    (figure,) = [row for row in report["differences"] if row["table"] == "figures"]
    assert figure["columns"] == [
        {"column": "review", "old": "automatic", "new": "confirmed", "why": "correction"}
    ]


def test_csv_has_a_row_a_cell_and_a_row_a_figure_that_came_or_went(publish: Publish) -> None:
    rows = correct("confirm", "£2m") + correct("reject", "45")
    found = compare(publish(), publish(corrections_csv=CORRECTION + rows))
    cells = list(csv.DictReader(io.StringIO(comparison_to_csv(found))))
    figures = [row for row in cells if row["table"] == "figures"]
    assert [(row["change"], row["quote"], row["column"], row["why"]) for row in figures] == [
        ("changed", "£2m", "review", "correction"),
        ("removed", "45", "", "correction"),
    ]


def test_text_names_what_changed_from_what_to_what_and_fits_a_terminal(publish: Publish) -> None:
    row = correct("correct", "£2m", "unit", "GBP", "EUR")
    told = format_comparison(compare(publish(), publish(corrections_csv=CORRECTION + row)))
    body = told.split("\n\n", 1)[1]
    assert "changed  £2m" in body
    assert "unit: GBP → EUR" in body
    assert "(correction)" in body
    assert max(map(len, body.splitlines())) <= 80


@pytest.mark.parametrize("content", [None, "[" * 100_000])
def test_a_folder_without_a_package_is_refused(content: str | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "datapackage.json").write_text(content, encoding="utf-8")
    with pytest.raises(FigtrailError, match="not-a-package"):
        read_snapshot(tmp_path)


def test_an_empty_file_is_no_table_without_rows(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text('{"resources": []}', encoding="utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "figures.csv").touch()
    with pytest.raises(FigtrailError, match=r"figures\.csv: the file is empty\. .*table-broken"):
        read_snapshot(tmp_path)
