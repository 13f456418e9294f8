"""What short articles' own arithmetic comes to, from the text to the verdict."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from figtrail.checking import check_figures
from figtrail.extraction import extract_figures
from figtrail.model import Document
from figtrail.publication import Check

CASES = [
    block.splitlines()
    for block in (Path(__file__).parent / "cases" / "checks.txt")
    .read_text(encoding="utf-8")
    .strip()
    .split("\n\n")[1:]
]


def check_text(text: str) -> list[Check]:
    day = date(2019, 7, 1)
    document = Document(
        "a", text, place="Leeds", nation="England", published_earliest=day, published_latest=day
    )
    extraction = extract_figures(document)
    return list(check_figures(extraction.figures, extraction.relations))


def tell(check: Check) -> str:
    assert check.stated is not None
    assert check.computed is not None
    computed = round(check.computed, max(0, 3 - check.computed.adjusted()))
    numbers = f"{check.stated.normalize():f} {computed.normalize():f}"
    return f"{check.kind} {check.verdict} {numbers}"


@pytest.mark.parametrize("case", CASES, ids=[case[0][:60] for case in CASES])
def test_a_text_has_exactly_the_checks_that_its_words_and_numbers_allow(case: list[str]) -> None:
    text, *expected = case
    told = sorted(tell(check) for check in check_text(text.replace("|", "\n\n")))
    assert told == (sorted(expected) if expected != ["silent"] else [])


def test_at_least_half_of_the_cases_are_silent() -> None:
    """A false alarm is worse than silence, so silence is tested as often."""
    silent = [case for case in CASES if case[1:] == ["silent"]]
    assert len(CASES) >= 60
    assert len(silent) * 2 >= len(CASES)
