"""The status of a figure, proved on one sentence a case."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import figtrail
from figtrail.extraction.lexicon import read_rows, read_sections
from figtrail.extraction.numbers import find_numbers
from figtrail.extraction.quantities import read_quantities
from figtrail.extraction.statuses import find_status
from figtrail.extraction.tokens import tokenise

_CASES = [
    (status, *sentence.partition("[")[::2])
    for line in Path(__file__).with_name("statuses_cases.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
    for status, sentence in [line.split(" | ", 1)]
]


@pytest.mark.parametrize(("status", "before", "marked"), _CASES)
def test_status_is_what_governs_the_figure(status: str, before: str, marked: str) -> None:
    """Each marked figure of the table has the status written before it."""
    quote, _, after = marked.partition("]")
    figures = figtrail.extract(before + quote + after)
    assert [
        figure.status
        for figure in figures
        if figure.char_start < len(before) + len(quote) and len(before) < figure.char_end
    ] == [status]


_WORDS = sorted(
    {form for (form,) in read_rows("statuses.csv", "form")}
    | {word for words in read_sections("status_words.txt").values() for word in words}
    | {*"the a it council prices of to by in , . ( ) “ ” and".split()}
    | {"5%", "£3m", "1,200", "twice", "half", "two-year"}
)


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=14))
def test_any_order_of_the_words_has_a_status(words: list[str]) -> None:
    """However the words of the lexicon meet, each number gets one of the values of the column."""
    tokens = tokenise(" ".join(words))
    for reading in read_quantities(tokens, find_numbers(tokens), []):
        found = find_status(tokens, reading.number, reading.bound_start)
        assert found in ("observed", "planned", "forecast", "target", "estimated", "hypothetical")


def test_a_new_budget_gives_in_the_present_tense_wherever_it_is_told() -> None:
    """In an article of a budget just approved, "libraries receive £3m" is planned, not paid."""
    opening = "The council on Monday approved a £210m budget for next year. It was late.\n\n"
    told = "Libraries receive £3m. The mayor, who receives £31,000, left. Rents rose to £900."
    statuses = {figure.quote: figure.status for figure in figtrail.extract(opening + told)}
    assert statuses["£3m"] == "planned"
    assert statuses["£31,000"] == "observed"
    assert statuses["£900"] == "observed"
    assert [figure.status for figure in figtrail.extract(told)] == ["observed"] * 3


@pytest.mark.parametrize(
    ("opening", "told", "quote"),
    [
        ("Elders set the levy for 2024 on Monday.", "The step adds $63 to the usual bill.", "$63"),
        ("The union signed a pay deal on Sunday.", "Crane drivers get 6% this year.", "6%"),
        ("The state budget was tabled on Friday.", "Spending climbs 8.1%.", "8.1%"),
        ("The arts council announced its grants.", "Opera loses £40,000.", "£40,000"),
        ("The sports board announced its awards.", "Golf, with £2.1m, overtakes judo.", "£2.1m"),
    ],
)
def test_a_decision_gives_in_the_present_tense(opening: str, told: str, quote: str) -> None:
    """What an article of a decision on money tells in the present is planned, and only there."""
    decided = figtrail.extract(f"{opening}\n\n{told}")
    assert {figure.quote: figure.status for figure in decided}[quote] == "planned"
    assert {figure.quote: figure.status for figure in figtrail.extract(told)}[quote] == "observed"


@pytest.mark.parametrize(
    ("sentence", "quote", "status"),
    [
        ("Ferries are back in October 2024 for 8,000 islanders.", "8,000", "planned"),
        ("Output rises by 2.4% in 2026 in its tables.", "2.4%", "forecast"),
        ("The town faces a gap of £20m in 2026.", "£20m", "forecast"),
        ("Some 70% of the 2026 crop has already been sold.", "70%", "observed"),
        ("Its 39,000 residents face rationing by December 2025.", "39,000", "observed"),
        ("Output rose by 2.4% in 2023.", "2.4%", "observed"),
    ],
)
def test_a_time_still_to_come_makes_no_observation(sentence: str, quote: str, status: str) -> None:
    """What is said of a day after publication is planned or forecast, not what is there by then."""
    figures = figtrail.extract(sentence, published="2024-09-10")
    assert {figure.quote: figure.status for figure in figures}[quote] == status
