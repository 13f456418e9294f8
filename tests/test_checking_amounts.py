"""Totals, shares and what comes to each, from the text to the explanation."""

from __future__ import annotations

from figtrail.checking import check_figures
from figtrail.extraction import extract_figures
from figtrail.model import Document
from figtrail.publication import Check


def check_text(text: str) -> list[Check]:
    extraction = extract_figures(Document("a", text, nation="England"))
    return list(check_figures(extraction.figures, extraction.relations))


def test_the_explanation_shows_the_division() -> None:
    (check,) = check_text("The 25 schools have 5,000 pupils, an average of 250 each.")
    assert (check.kind, check.verdict) == ("rate", "inconsistent")
    assert check.explanation == (
        "5,000 over 25 is 200 for each (5,000 ÷ 25); the article states 250, which does not fit."
    )
    assert [part.role for part in check.figures] == ["stated", "count", "base"]


def test_a_rate_per_thousand_is_multiplied() -> None:
    (check,) = check_text("The town of 50,000 has had 300 cases, a rate of 600 per 100,000.")
    assert check.verdict == "consistent"
    assert check.explanation == (
        "300 over 50,000 is 600 for each 100,000 (300 ÷ 50,000 × 100,000); "
        "the article states 600, which fits."
    )


def test_a_rounded_total_gives_a_rounded_average() -> None:
    (check,) = check_text("A total of £61,000 was shared among 12 clubs, £5,000 each.")
    assert check.verdict == "consistent"
    assert check.explanation.endswith("which fits as rounded.")


def test_a_rate_of_working_days_says_so() -> None:
    """A yearly count may be told by the day of a five-day week."""
    (check,) = check_text("The office gets 5,220 calls a year, which is 20 a day.")
    assert check.verdict == "consistent"
    assert check.explanation == (
        "5,220 in 260.9 working days is 20.01 a day (5,220 ÷ 260.9); "
        "the article states 20, which fits as rounded."
    )


def test_a_share_of_money_names_its_whole() -> None:
    (check,) = check_text("It spends £10m of its £40m budget, 35 per cent, on roads.")
    assert (check.kind, check.verdict) == ("share", "inconsistent")
    assert check.explanation == (
        "£10m of 40 million is 25 per cent; the article states 35 per cent, which does not fit."
    )
    assert [part.role for part in check.figures] == ["stated", "part", "whole"]
