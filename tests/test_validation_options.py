"""Articles elsewhere or absent, packages published again, verdicts and corrections."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from figtrail.publication import Correction
from figtrail.schemas import load_schema
from figtrail.validation import format_report
from sample_breaks import Break, codes, edit_one, find, misread, validate
from sample_package import ARTICLES, edit_bytes, edit_cell, edit_table, publish_sample, reseal


def test_without_the_articles_the_rest_is_still_proved(package: Path) -> None:
    shutil.rmtree(package.parent / "seeds")
    report = validate(package)
    assert report.ok
    assert report.verified == {"sources": 0, "figures": 0}
    assert report.unverified == {"sources": 3, "figures": 6}
    assert "0 of 6 figures; 6 could not be verified" in format_report(report)


def test_a_missing_article_fails_where_all_are_required(package: Path) -> None:
    (package.parent / "seeds/homes.md").unlink()
    finding = find(validate(package, require_sources=True), "source-missing")
    assert (finding.row, finding.found) == (2, "seeds/homes.md")


def test_the_articles_may_lie_in_another_folder(package: Path, tmp_path: Path) -> None:
    shutil.move(package.parent / "seeds", tmp_path / "articles")
    report = validate(package, seeds=tmp_path / "articles", require_sources=True)
    assert report.ok
    assert report.verified["figures"] == 6


@pytest.mark.parametrize("path", ["seeds/../../secret.txt", "/etc/hostname", "seeds", "seeds/\0x"])
def test_no_article_is_sought_outside_its_folder(package: Path, path: str) -> None:
    (package.parent.parent / "secret.txt").write_text("?", encoding="utf-8")
    edit_one("sources", 2, "path", path)(package)
    assert validate(package).unverified["sources"] == 1


def test_a_link_out_of_the_folder_of_articles_is_not_followed(package: Path) -> None:
    article = package.parent / "seeds/weather.txt"
    article.rename(package.parent / "weather.txt")
    article.symlink_to(package.parent / "weather.txt")
    assert validate(package).unverified["sources"] == 1


def test_a_verdict_fails_only_where_it_is_asked(package: Path) -> None:
    report = validate(package, fail_on=frozenset({"consistent"}))
    finding = find(report, "verdict-refused")
    assert (finding.table, finding.row, finding.found) == ("checks", 1, "consistent")
    assert validate(package, fail_on=frozenset({"inconsistent"})).ok


def test_a_verdict_that_does_not_exist_is_a_wrong_use(package: Path) -> None:
    with pytest.raises(ValueError, match="no verdict: wrong"):
        validate(package, fail_on=frozenset({"wrong"}))


def test_the_same_package_published_again_is_the_same(published: Path, tmp_path: Path) -> None:
    rebuilt = publish_sample(tmp_path)
    assert validate(published / "datapackage", rebuilt=rebuilt).ok


@pytest.mark.parametrize(
    ("code", "apply"),
    [
        (
            "rebuild-differs",
            lambda rebuilt: edit_bytes(rebuilt, "README.md", "# Figures", "# The figures"),
        ),
        ("rebuild-missing", lambda rebuilt: (rebuilt / "README.md").unlink()),
        ("rebuild-extra", lambda rebuilt: (rebuilt / "notes.txt").write_bytes(b"")),
    ],
)
def test_a_package_published_again_must_be_the_same(
    published: Path, tmp_path: Path, code: str, apply: Break
) -> None:
    rebuilt = publish_sample(tmp_path)
    apply(rebuilt)
    assert codes(validate(published / "datapackage", rebuilt=rebuilt)) == {code}


CORRECTION = Correction(
    correction_id="c1",
    action="correct",
    source_id="crews",
    char_start=60,
    char_end=63,
    quote="712",
    field="value",
    expected="712",
    corrected="713",
    reason="The paper printed a correction.",
    author="Jo Park",
    date=date(2022, 3, 1),
)


def correct(package: Path, *corrections: Correction) -> None:
    """Corrections in the package's table, as if they had been applied."""
    columns = load_schema("corrections").field_names

    def edit(rows: pa.Table) -> pa.Table:
        added = [{name: getattr(item, name) for name in columns} for item in corrections]
        return pa.Table.from_pylist(added, schema=rows.schema)

    edit_table(package, "corrections", edit)
    reseal(package)


def set_713(package: Path) -> None:
    """What the corrections say, in the figure."""
    misread(package)
    edit_cell(package, "figures", 1, "review", "corrected")
    names = ("value", "low", "high")
    made = [replace(CORRECTION, correction_id=f"c-{name}", field=name) for name in names]
    correct(package, *made)


def test_a_corrected_number_need_not_be_what_the_quote_says(package: Path) -> None:
    set_713(package)
    assert "reading-wrong" not in codes(validate(package))
    assert "correction-lost" not in codes(validate(package))


def test_a_correction_that_the_figure_does_not_show_is_lost(package: Path) -> None:
    edit_cell(package, "figures", 1, "review", "corrected")
    correct(package, CORRECTION)
    finding = find(validate(package), "correction-lost")
    assert (finding.row, finding.found, finding.expected) == (1, "712.0", "713")


def test_a_rejected_figure_that_is_still_there_is_a_lost_correction(package: Path) -> None:
    correct(package, replace(CORRECTION, action="reject", field=None, corrected=None))
    assert "correction-lost" in codes(validate(package))


def test_a_rejected_figure_that_is_gone_is_fine(package: Path) -> None:
    start = ARTICLES["homes.md"].index("council")
    gone = replace(CORRECTION, source_id="homes", char_start=start, char_end=start + 7)
    correct(package, replace(gone, action="reject", quote="council", field=None, corrected=None))
    assert validate(package).findings == ()


def test_a_confirmed_figure_is_marked_so(package: Path) -> None:
    edit_cell(package, "figures", 1, "review", "confirmed")
    correct(package, replace(CORRECTION, action="confirm", field=None, corrected=None))
    assert validate(package).findings == ()
