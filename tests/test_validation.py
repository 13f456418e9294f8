"""A package as published is valid; each way to break a copy of it is refused by its own code."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from figtrail.schemas import TABLES, load_schema
from figtrail.validation import PROBLEM_CODES, format_report
from sample_breaks import (
    Break,
    add_resource,
    codes,
    drop_check,
    duplicate_first,
    edit_article,
    edit_json,
    edit_one,
    edit_rows,
    edit_text,
    find,
    forge_hash,
    link_out,
    list_twice,
    misread,
    remove,
    rename,
    retype,
    set_resource,
    set_size,
    validate,
    weaken_schema,
    write_file,
)
from sample_package import RECIPE, edit_bytes, publish_sample


def test_the_sample_as_published_is_valid(published: Path) -> None:
    report = validate(published / "datapackage", require_sources=True)
    assert report.findings == ()
    assert report.ok
    assert report.verified == {"sources": 3, "figures": 6}
    assert report.unverified == {"sources": 0, "figures": 0}
    assert report.checked["files"] == 24
    assert report.checked["tables"] == 20


@pytest.mark.parametrize("outputs", [("csv",), ("parquet",), ("parquet", "csv")])
def test_a_package_in_one_form_or_in_another_order_is_valid(
    tmp_path: Path, outputs: tuple[str, ...]
) -> None:
    package = publish_sample(tmp_path, replace(RECIPE, outputs=outputs))
    assert validate(package).findings == ()


def test_a_package_without_sentences_is_valid(tmp_path: Path) -> None:
    assert validate(publish_sample(tmp_path, replace(RECIPE, quotes="number"))).findings == ()


BREAKS: list[tuple[str, str, Break]] = [
    ("package-missing", "folder gone", shutil.rmtree),
    ("descriptor-missing", "descriptor gone", remove("datapackage.json")),
    ("descriptor-unreadable", "no JSON", write_file("datapackage.json", b"{", forged=False)),
    ("descriptor-unreadable", "no object", write_file("datapackage.json", b"[]", forged=False)),
    ("descriptor-unreadable", "not UTF-8", write_file("datapackage.json", b"\xff", forged=False)),
    (
        "descriptor-unreadable",
        "a key twice",
        write_file("datapackage.json", b'{"name": 1, "name": 2}', forged=False),
    ),
    ("descriptor-unreadable", "NaN", write_file("datapackage.json", b'{"a": NaN}', forged=False)),
    ("descriptor-invalid", "created", edit_json(lambda d: d.update(created="yesterday"))),
    ("descriptor-invalid", "no profile", edit_json(lambda d: d.pop("$schema"))),
    ("descriptor-invalid", "licence", edit_json(lambda d: d.update(licenses=[{"title": "x"}]))),
    ("descriptor-invalid", "contributors", edit_json(lambda d: d.update(contributors=[]))),
    ("resource-missing", "a table gone", edit_json(lambda d: d["resources"].pop(5))),
    ("resource-unknown", "a table more", edit_json(add_resource)),
    ("resource-unknown", "another name", set_resource(8, name="quantities")),
    ("schema-differs", "enum gone", edit_json(weaken_schema)),
    ("path-unsafe", "link out of the package", link_out),
    ("path-unsafe", "absolute path", set_resource(0, path="/etc/passwd")),
    ("path-unsafe", "upward path", set_resource(0, path="../datapackage/data/figures.csv")),
    ("file-missing", "CSV gone", remove("data/checks.csv")),
    ("file-missing", "README gone", remove("README.md")),
    ("file-unlisted", "a file more", write_file("data/notes.txt", b"?", forged=False)),
    ("bytes-wrong", "a wrong size", lambda package: set_size(package)),
    ("hash-wrong", "a forged hash", lambda package: forge_hash(package)),
    ("checksums-missing", "SHA256SUMS gone", remove("SHA256SUMS")),
    ("checksums-unreadable", "a line twice", list_twice),
    ("checksums-unreadable", "no checksums", write_file("SHA256SUMS", b"\xff", forged=False)),
    ("checksum-wrong", "README edited", write_file("README.md", b"Trust me.\n", forged=False)),
    ("checksum-wrong", "CSV edited", lambda p: edit_bytes(p, "data/measures.csv", "Call-", "Cal-")),
    ("csv-unreadable", "not UTF-8", write_file("data/places.csv", b"code\xff,label\n")),
    ("csv-unreadable", "a cell too few", edit_text("data/units.csv", "\nhome,", "\nhome\nx,")),
    ("columns-wrong", "empty", write_file("data/places.csv", b"")),
    ("parquet-unreadable", "no Parquet", write_file("data/places.parquet", b"PAR1?PAR1")),
    ("columns-wrong", "renamed", edit_text("data/units.csv", "qudt,", "wikidata,")),
    ("columns-wrong", "column gone", edit_rows("units", lambda r: r.drop_columns(["ucum"]))),
    ("column-type-wrong", "numbers as text", retype),
    (
        "type-wrong",
        "a word as number",
        edit_text("data/figures.csv", "712,712,712,712,", "712,712,many,712,"),
    ),
    (
        "type-wrong",
        "no such day",
        edit_text("data/sources.csv", ",2022-01-03,,ht", ",2022-02-30,,ht"),
    ),
    ("type-wrong", "infinite", edit_one("checks", 0, "computed", float("inf"), "parquet")),
    ("type-wrong", "empty text", edit_one("figures", 0, "speaker", "", "parquet")),
    ("type-wrong", "no URI", edit_one("sources", 0, "url", "the web")),
    ("type-wrong", "no such month", edit_one("figures", 0, "period", "2021-13")),
    ("value-missing", "required cell empty", edit_one("figures", 0, "rule", None)),
    ("code-unknown", "no such bound", edit_one("figures", 0, "status", "certain")),
    ("pattern-broken", "no ISO date", edit_one("places", 0, "gss", "E8")),
    ("value-out-of-range", "negative size", edit_one("sources", 2, "bytes", -1)),
    ("value-repeated", "a row twice", edit_rows("figures", duplicate_first)),
    ("key-repeated", "a part twice", edit_rows("check_figures", duplicate_first)),
    ("reference-broken", "no such place", edit_one("figures", 3, "place", "york")),
    ("reference-broken", "no such figure", edit_one("relations", 0, "figure_id", "f-" + "a" * 16)),
    ("rows-differ", "CSV row dropped", edit_rows("figures", lambda r: r.slice(1), "csv")),
    ("rows-differ", "Parquet row dropped", edit_rows("units", lambda r: r.slice(1), "parquet")),
    ("cell-differs", "value in the CSV only", edit_one("figures", 1, "value", 713.0, "csv")),
    ("cell-differs", "in Parquet only", edit_one("figures", 1, "value", 713.0, "parquet")),
    ("cell-differs", "empty in one", edit_one("places", 0, "names", None, "csv")),
    (
        "number-inexact",
        "too many digits",
        edit_text("data/checks.csv", "49.43820225", "49.43820224999999999"),
    ),
    ("interval-wrong", "exact without low", edit_one("figures", 0, "low", None)),
    ("interval-wrong", "range upside down", edit_one("figures", 3, "low", 400.0)),
    ("interval-wrong", "over with a high", edit_one("figures", 5, "high", 3e6)),
    ("derived-wrong", "share", edit_one("figures", 4, "share", 0.7500000001)),
    ("derived-wrong", "first day", edit_one("figures", 0, "period_start", date(2021, 1, 2))),
    ("derived-wrong", "last day gone", edit_one("figures", 0, "period_end", None)),
    ("derived-wrong", "fact of another", edit_one("figures", 0, "fact", None)),
    ("derived-wrong", "count", edit_one("sources", 1, "figure_count", 4)),
    ("derived-wrong", "earliest day", edit_one("sources", 1, "published_earliest", None)),
    ("derived-wrong", "chars", edit_one("sources", 1, "chars", 7)),
    ("derived-wrong", "locator", edit_one("figures", 0, "locator", "seeds/crews.txt#char=0,5")),
    ("derived-wrong", "link", edit_one("figures", 0, "link", "https://news.example/crews")),
    ("derived-wrong", "unit's label", edit_one("units", 0, "label", "Pounds and pence")),
    ("derived-wrong", "review", edit_one("figures", 0, "review", "confirmed")),
    ("id-wrong", "package", lambda package: rename(package)),
    ("id-wrong", "relation", edit_one("relations", 1, "kind", "restates")),
    ("sentence-wrong", "quote elsewhere", edit_one("figures", 0, "sentence_start", 1)),
    ("check-wrong", "computed", edit_one("checks", 0, "computed", 49.4)),
    ("check-wrong", "verdict", edit_one("checks", 0, "verdict", "inconsistent")),
    ("check-wrong", "check gone", lambda package: drop_check(package)),
    ("check-wrong", "another part", edit_one("check_figures", 1, "role", "to")),
    ("source-changed", "an article edited", edit_article("weather.txt", "Nothing", "Something")),
    ("source-changed", "not UTF-8", lambda p: (p.parent / "seeds/crews.txt").write_bytes(b"\xff")),
    ("quote-wrong", "a figure edited", edit_article("crews.txt", "1,064", "1,065")),
    ("quote-wrong", "the quote edited", edit_one("figures", 0, "quote", "1,065")),
    ("sentence-not-in-source", "words edited", edit_one("figures", 3, "sentence", "?")),
    ("text-changed", "another text", edit_one("sources", 2, "text_sha256", "0" * 64)),
    ("frictionless-refused", "semicolons", set_resource(0, dialect={"delimiter": ";"})),
    ("reading-wrong", "value", lambda package: misread(package)),
]


@pytest.mark.parametrize(
    ("code", "apply"),
    [pytest.param(code, apply, id=f"{code}: {what}") for code, what, apply in BREAKS],
)
def test_each_way_to_break_a_package_is_refused(package: Path, code: str, apply: Break) -> None:
    apply(package)
    report = validate(package)
    assert not report.ok
    assert code in codes(report), format_report(report)


LOCATED: list[tuple[str, Break, dict[str, object]]] = [
    (
        "cell-differs",
        edit_one("figures", 1, "value", 713.0, "csv"),
        {"file": "data/figures.csv", "table": "figures", "row": 2, "field": "value"}
        | {"found": "713.0", "expected": "712.0"},
    ),
    (
        "quote-wrong",
        edit_article("crews.txt", "1,064", "1,065"),
        {"table": "figures", "row": 1, "field": "quote", "found": "1,064", "expected": "1,065"},
    ),
    (
        "source-changed",
        edit_article("weather.txt", "Nothing", "Something"),
        {"table": "sources", "row": 3, "key": "weather", "field": "sha256"},
    ),
    (
        "code-unknown",
        edit_one("figures", 2, "change", "jump", "parquet"),
        {"file": "data/figures.parquet", "row": 3, "field": "change", "found": "jump"}
        | {"expected": "increase, decrease"},
    ),
    (
        "reference-broken",
        edit_one("figures", 3, "place", "york", "csv"),
        {"file": "data/figures.csv", "row": 4, "field": "place", "found": "york"}
        | {"expected": "a code of places"},
    ),
    (
        "checksum-wrong",
        lambda package: edit_bytes(package, "README.md", "# Figures", "# The figures"),
        {"file": "README.md", "row": None},
    ),
    (
        "hash-wrong",
        forge_hash,
        {"file": "data/figures.parquet", "expected": "0" * 64},
    ),
    (
        "derived-wrong",
        edit_one("figures", 4, "share", 0.7500000001),
        {"table": "figures", "row": 5, "field": "share", "found": "0.7500000001"}
        | {"expected": "0.75"},
    ),
    (
        "check-wrong",
        edit_one("checks", 0, "computed", 49.4),
        {"table": "checks", "row": 1, "field": "computed", "expected": "49.43820225"},
    ),
]


@pytest.mark.parametrize(
    ("code", "apply", "expected"), [pytest.param(*case, id=case[0]) for case in LOCATED]
)
def test_a_finding_says_where_what_is_found_and_what_is_expected(
    package: Path, code: str, apply: Break, expected: dict[str, object]
) -> None:
    apply(package)
    finding = find(validate(package), code)
    assert {name: getattr(finding, name) for name in expected} == expected


def test_a_dropped_row_is_named_by_its_key(package: Path) -> None:
    dropped = pq.read_table(package / "data/figures.parquet").column("figure_id")[1].as_py()
    edit_rows("figures", lambda rows: pa.concat_tables([rows[:1], rows[2:]]), "csv")(package)
    findings = [f for f in validate(package).findings if f.code == "rows-differ"]
    assert [(f.found, f.expected) for f in findings[:1]] == [("5", "6")]
    assert [(f.file, f.row, f.key) for f in findings[1:]] == [("data/figures.parquet", 2, dropped)]


@pytest.mark.parametrize(("new", "found"), [("home,,", "8"), ("", "6")])
def test_a_row_of_another_length_is_named(package: Path, new: str, found: str) -> None:
    rows = (package / "data/units.csv").read_text(encoding="utf-8").splitlines()
    (row,) = (number for number, cells in enumerate(rows) if cells.startswith("home,"))
    edit_text("data/units.csv", "\nhome,", f"\n{new}")(package)
    finding = find(validate(package), "csv-unreadable")
    assert (finding.table, finding.row) == ("units", row)
    assert (finding.found, finding.expected) == (found, "7")


def test_the_text_of_a_finding_names_everything(package: Path) -> None:
    edit_one("figures", 1, "value", 713.0, "csv")(package)
    text = str(find(validate(package), "cell-differs"))
    assert text.startswith("data/figures.csv, row 2, f-")
    assert text.endswith(
        ", field value: the cell is not the same in data/figures.parquet (expected 712.0, found "
        "713.0). Publish the package again; never edit what was published. [cell-differs]"
    )


def test_every_code_has_a_test_that_provokes_it() -> None:
    elsewhere = {"source-missing", "verdict-refused", "correction-lost"}
    elsewhere |= {"rebuild-differs", "rebuild-missing", "rebuild-extra"}
    elsewhere |= {"file-misdescribed", "database-unreadable", "workbook-unreadable"}
    elsewhere |= {"metadata-unreadable", "metadata-differs"}
    assert {code for code, _, _ in BREAKS} | elsewhere == PROBLEM_CODES.keys()


def test_every_code_says_what_it_means_and_what_to_do() -> None:
    for code in PROBLEM_CODES.values():
        assert code.meaning.endswith(".")
        assert not code.action.endswith(".")


def test_no_schema_asks_what_validation_does_not_enforce() -> None:
    asked = {
        name
        for table in TABLES
        for field in load_schema(table).fields
        for name in field.constraints
    }
    assert asked <= {"required", "unique", "enum", "pattern", "minimum"}
