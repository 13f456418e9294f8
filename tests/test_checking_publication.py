"""What the checks say of this repository's own articles, and that they can be made again."""

from __future__ import annotations

from pathlib import Path

import pytest

import figtrail
from figtrail.pipeline import Findings, gather_findings
from figtrail.publication import Check
from figtrail.recipe import load_recipe

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def findings() -> Findings:
    return gather_findings(ROOT / "seeds", load_recipe(ROOT / "build" / "recipe.toml"))


def tell(findings: Findings, check: Check) -> tuple[str, ...]:
    quotes = {figure.figure_id: figure.quote for figure in findings.figures}
    named = (quotes[part.figure_id] for part in check.figures)
    return check.kind, check.verdict, *named, *([check.reference_id] if check.reference_id else [])


@pytest.mark.parametrize(
    "expected",
    [
        ("percent_change", "consistent", "49.4 per cent", "712", "1,064"),
        ("restatement", "consistent", "50 per cent", "49.4 per cent"),
        ("rate", "consistent", "12", "4,500"),
        ("sum", "consistent", "£5m", "£2m", "£3m"),
    ],
)
def test_the_articles_own_numbers_fit(findings: Findings, expected: tuple[str, ...]) -> None:
    assert expected in [tell(findings, check) for check in findings.checks]


@pytest.mark.parametrize(
    ("quote", "verdict", "values"),
    [
        ("442", "consistent", {442}),
        ("472", "differs", {466}),
        ("64,400", "consistent", {64400}),
        ("1,800", "context", {1569, 1813}),
        ("17-19", "context", {19.7, 16, 18.3}),
    ],
)
def test_official_values_stand_beside_the_figures(
    findings: Findings, quote: str, verdict: str, values: set[float]
) -> None:
    checks = [
        check
        for check in findings.checks
        if check.kind == "reference" and tell(findings, check)[2] == quote
    ]
    assert {check.verdict for check in checks} == {verdict}
    assert {float(check.computed or 0) for check in checks} == values


def test_the_counts_of_children_in_care_are_one_series(findings: Findings) -> None:
    series = [tell(findings, check) for check in findings.checks if check.kind == "series"]
    assert ("series", "context", "442", "480", "472", "500") in series


def test_no_article_of_ours_contradicts_itself(findings: Findings) -> None:
    assert [check for check in findings.checks if check.verdict == "inconsistent"] == []


def test_checks_come_out_the_same_where_no_sentence_is_published(tmp_path: Path) -> None:
    """A check that needs the words around a number isn't made where they aren't published."""
    (tmp_path / "seeds").mkdir()
    text = "Of the 40 firms that applied, 22 were accepted and the other 16 were turned down.\n"
    (tmp_path / "seeds" / "firms.txt").write_text(text, encoding="utf-8")
    found = {}
    for quotes in ("sentence", "number"):
        recipe = tmp_path / f"{quotes}.toml"
        recipe.write_text(f'quotes = "{quotes}"\n', encoding="utf-8")
        out = tmp_path / quotes
        found[quotes] = dict(figtrail.publish(tmp_path / "seeds", out, recipe=recipe).checks)
        assert figtrail.validate(out, seeds=tmp_path / "seeds").ok
    assert found == {"sentence": {"inconsistent": 1}, "number": {}}
