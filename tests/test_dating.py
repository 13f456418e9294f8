"""Which period each figure of a short article takes; the cases are data, in `dating_cases.txt`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figtrail.extraction.choosing import Choices
from figtrail.extraction.figures import extract_figures
from figtrail.extraction.periods import bound_days
from figtrail.model import Document, Figure

_MARKED = re.compile(r"\[([^=\]]+)=([^\]]+)\]")


class Case(NamedTuple):
    """An article, and the (start offset, quote, period) that each of its figures must have."""

    text: str
    published: date
    nation: str
    expected: list[tuple[int, str, str | None]]


def _read_case(line: str) -> Case:
    head, marked = line.split("\t")
    published, nation = head.split(" ", 1)
    text, expected, at = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[at : match.start()]
        period = None if match[2] == "-" else match[2]
        expected.append((len(text), match[1], period))
        text += match[1]
        at = match.end()
    text += marked[at:]
    return Case(text.replace("|", "\n"), date.fromisoformat(published), nation, expected)


_LINES = (Path(__file__).parent / "dating_cases.txt").read_text(encoding="utf-8").splitlines()
_CASES = [line for line in _LINES if line and not line.startswith("#")]
# The periods as the rules leave them.
_RULES = Choices(periods=lambda story: list(story.found))


def _make_document(case: Case) -> Document:
    return Document(
        "case",
        case.text,
        published_earliest=case.published,
        published_latest=case.published,
        nation=case.nation,
    )


@pytest.mark.parametrize("line", _CASES)
def test_rules_give_every_figure_the_period_that_the_case_states(line: str) -> None:
    case = _read_case(line)
    figures = extract_figures(_make_document(case), _RULES).figures
    assert _list_periods(figures) == case.expected


@pytest.mark.parametrize("line", _CASES)
def test_every_figure_takes_the_period_that_the_case_states(line: str) -> None:
    case = _read_case(line)
    assert _list_periods(extract_figures(_make_document(case)).figures) == case.expected


def _list_periods(figures: Sequence[Figure]) -> list[tuple[int, str, str | None]]:
    return [(figure.char_start, figure.quote, figure.period) for figure in figures]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "Measles has infected 18,400 people since January and 423 have died.",
            ["since January"] * 2,
        ),
        ("The outbreak has killed 173 since May and infected 2,846 others.", ["since May"] * 2),
        ("The club has won 12 games so far and lost three.", ["so far", "so far"]),
        ("We have kept 140 posts empty since the summer.", ["since the summer"]),
        (
            "Some 5,000 homes are needed for the next decade, at a cost of £2bn.",
            ["for the next decade"] * 2,
        ),
        ("The tenant in Newport now pays £795 a month.", ["now"]),
        ("Thieves took £4m before the war.", ["before the war"]),
        ("The bill has doubled since 2021, to £41m.", ["since 2021", None]),
        ("Wards slip to 41% in final poll before vote", [None]),
    ],
)
def test_words_that_no_day_is_known_of_go_on_to_what_is_told_with_them(
    sentence: str, words: list[str | None]
) -> None:
    figures = extract_figures(Document("case", sentence)).figures
    assert [figure.period_text for figure in figures] == words


_FRAGMENTS = st.sampled_from(
    (
        "in 2019|on Monday|since|from|to|40|£3m|12%|,|;|“|”|(|)|and|but|which|who|if|said|rose|fell"
        '|was|will|mid-2019|a year earlier|than|by March 2025|the|.|\n|during|nine|2018/19|"|–'
    ).split("|")
)


@given(st.lists(_FRAGMENTS, max_size=40))
def test_any_order_of_words_gives_a_period_that_can_be_read_or_none(fragments: list[str]) -> None:
    document = Document(
        "any",
        " ".join(fragments),
        published_earliest=date(2024, 9, 10),
        published_latest=date(2024, 9, 10),
    )
    for figure in extract_figures(document).figures:
        if figure.period is not None:
            first, last = bound_days(figure.period)
            assert first <= last
        assert (figure.period is None) == (figure.period_basis is None)


def test_a_table_run_together_into_one_sentence_dates_every_number_by_its_own_year() -> None:
    figures = extract_figures(
        Document("table", "Rates: " + "40 in 2019 and 38 in 2020, " * 200)
    ).figures
    assert [(figure.quote, figure.period) for figure in figures] == [
        ("40", "2019"),
        ("38", "2020"),
    ] * 200
