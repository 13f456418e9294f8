"""The report as text, as JSON, and how much it lists."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from figtrail.validation import format_report, report_to_json
from sample_breaks import edit_article, edit_one, validate
from sample_package import edit_table, reseal


def test_many_failures_of_a_sort_are_counted_not_listed(package: Path) -> None:
    rows = pq.read_table(package / "data/figures.parquet")
    edit_table(package, "figures", lambda _: pa.concat_tables([rows] * 10))
    reseal(package)
    listed = [f for f in validate(package).findings if f.code == "value-repeated"]
    assert len(listed) == 40  # 20 of each file
    assert [finding.more for finding in listed if finding.more] == [34, 34]
    assert "(34 more rows)" in listed[19].message


def test_the_json_report_has_a_versioned_format(package: Path) -> None:
    edit_one("figures", 1, "value", 713.0, "csv")(package)
    report = json.loads(report_to_json(validate(package)))
    assert report["format"] == "figtrail-validation/1"
    assert report["valid"] is False
    assert report["verified"] == {"sources": 3, "figures": 6}
    assert list(report["problems"][0]) == [
        *("code", "where", "file", "table", "row", "key", "field"),
        *("message", "found", "expected", "action", "more"),
    ]


def test_the_text_report_ends_with_the_verdict(package: Path) -> None:
    assert format_report(validate(package)).endswith(" is valid")
    edit_one("figures", 1, "value", 713.0, "csv")(package)
    assert format_report(validate(package)).endswith(" is invalid: 1 problem")


def test_long_contents_are_cut_to_where_they_differ(package: Path) -> None:
    edit_article("homes.md", "for rent", "for sale")(package)
    finding = next(
        finding
        for finding in validate(package).findings
        if finding.code == "sentence-not-in-source"
    )
    assert finding.found == "…0 homes – three out of four of them for rent."
    assert finding.expected == "…0 homes – three out of four of them for sale."


def test_only_the_side_that_is_known_is_shown(package: Path) -> None:
    report = validate(package, fail_on=frozenset({"consistent"}))
    assert "(found consistent)" in format_report(report)
