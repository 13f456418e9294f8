"""Periods: what a sentence says of time, and which days that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from costs import assert_linear
from figtrail.extraction.lexicon import read_rows
from figtrail.extraction.periods import (
    DateContext,
    PeriodMention,
    bound_days,
    closing_day,
    find_periods,
    opening_day,
)

CASES = Path(__file__).with_name("periods_cases.txt")
MARK = re.compile(r"\[([^][=]+) = ([^][]+)\]")
ROLES = {"start", "end", "since", "until", "by", "frequency", "length", "vague"}


@dataclass(frozen=True)
class Case:
    """One sentence with its document and the mentions that it holds."""

    line: int
    sentence: str
    dates: DateContext
    previous: str | None
    expected: tuple[tuple[str, int, str | None, str, str], ...]


def read_context(line: str) -> tuple[DateContext, str | None]:
    facts = dict(fact.split("=", 1) for fact in line[1:].split())
    first, _, last = facts.get("published", "").partition("..")
    earliest = date.fromisoformat(first) if first else None
    latest = date.fromisoformat(last) if last else earliest
    nation = facts.get("nation", "").replace("_", " ") or None
    return DateContext(earliest, latest, nation), facts.get("previous")


def read_mark(words: str, start: int, said: str) -> tuple[str, int, str | None, str, str]:
    period, *rest = said.split()
    role = next((word for word in rest if word in ROLES), "during")
    basis = "document" if "document" in rest else "stated"
    return words, start, None if period == "-" else period, role, basis


def read_cases() -> list[Case]:
    cases, dates, previous = [], DateContext(), None
    for number, line in enumerate(CASES.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        if line.startswith("@"):
            dates, previous = read_context(line)
            continue
        sentence, expected, at = "", [], 0
        for mark in MARK.finditer(line):
            sentence += line[at : mark.start()]
            expected.append(read_mark(mark[1], len(sentence), mark[2]))
            sentence += mark[1]
            at = mark.end()
        cases.append(Case(number, sentence + line[at:], dates, previous, tuple(expected)))
    return cases


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: f"{case.line}: {case.sentence}")
def test_sentence_has_exactly_the_marked_periods(case: Case) -> None:
    """Words, offset, period, role and basis of every mention are as the case file marks them."""
    found = find_periods(case.sentence, case.dates, case.previous)
    assert [
        (case.sentence[m.start : m.end], m.start, m.period, m.role, m.basis) for m in found
    ] == list(case.expected)


WEDNESDAY = DateContext(date(2024, 6, 12), date(2024, 6, 12), "England")
WORDS = (
    "in the of 2019 2018-19 2018/19 March May 20th 31 3-5 last next year months week to and from"
    " between by since Monday ago earlier 12 two - – , . ' £ % 9.30am Q1 FY24 1990s summer \xa0"
    " é 😀 ١٢ first quarter half same period previous £5m people 1,999 today"
)
FRAGMENTS = st.sampled_from(WORDS.split(" "))


@pytest.mark.parametrize(("name", "nations"), list(read_rows("named_days.csv", "name", "nations")))
def test_every_named_day_is_dated(name: str, nations: str) -> None:
    """Each row of named_days.csv is read, for the first of its nations or else for any."""
    # "On Christmas" may be of the season: only a day beside it is one.
    words = "on the Monday before Christmas" if name == "Christmas" else f"on {name}"
    dates = WEDNESDAY._replace(nation=nations.split("|")[0] or "England")
    (mention,) = find_periods(f"It counted 40 {words}.", dates)
    assert mention.period is not None
    assert len(mention.period) == len("2023-12-25")


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-20", date(2024, 2, 20), date(2024, 2, 20)),
        ("2018-04-01/2019-03-31", date(2018, 4, 1), date(2019, 3, 31)),
    ],
)
def test_bound_days_are_the_first_and_last_of_a_period(
    period: str, first: date, last: date
) -> None:
    """Both ends belong to the period."""
    assert bound_days(period) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24",
        "2024-13",
        "2024-02-30",
        "2024-1",
        "20240101",
        "2024-W10",
        "2024-W10-1/2024-W11-1",
        "2019/2018",
        "٢٠٢٤",
    ],
)
def test_what_is_no_period_is_refused(text: str) -> None:
    """Only years, months, days and day intervals that exist are periods."""
    with pytest.raises(ValueError, match=r".+"):
        bound_days(text)


def test_interval_that_ends_before_it_starts_is_refused() -> None:
    """An interval runs forwards."""
    with pytest.raises(ValueError, match="ends before it starts"):
        bound_days("2019-03-31/2018-04-01")


def test_levels_around_a_period_are_dated_its_first_and_last_day() -> None:
    """From 442 to 472 during 2018-19: what the council's year opened and closed with."""
    (mention,) = find_periods("It rose from 442 to 472 during 2018-19.", WEDNESDAY)
    assert mention.period is not None
    assert (opening_day(mention.period), closing_day(mention.period)) == (
        "2018-04-01",
        "2019-03-31",
    )


@given(st.lists(FRAGMENTS, max_size=30).map(" ".join))
def test_mentions_are_ordered_apart_and_inside_the_sentence(sentence: str) -> None:
    """No mention overlaps another, and each period is a period."""
    at = 0
    for mention in find_periods(sentence, WEDNESDAY, "2023-04-01/2024-03-31"):
        assert at <= mention.start < mention.end <= len(sentence)
        assert sentence[mention.start : mention.end].strip()
        at = mention.end
        if mention.period is not None:
            first, last = bound_days(mention.period)
            assert first <= last


@given(st.text(max_size=200))
def test_any_text_is_read_without_failing(sentence: str) -> None:
    """Whatever the characters, there is an answer."""
    assert all(isinstance(found, PeriodMention) for found in find_periods(sentence, WEDNESDAY))


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_date_in_any_style_is_that_date(day: date) -> None:
    """20 February 2019, February 20, 2019 and 2019-02-20 are one day."""
    for style in (f"{day.day} {day:%B %Y}", f"{day:%B} {day.day}, {day.year}", day.isoformat()):
        (mention,) = find_periods(f"It counted 40 on {style}.", WEDNESDAY)
        assert mention.period == day.isoformat()


@given(st.dates(date(1901, 1, 1), date(2099, 12, 31)), st.integers(0, 40))
def test_an_inexact_date_answers_only_where_every_day_agrees(first: date, spread: int) -> None:
    """What a range of publication days gives is what each of its days gives alone."""
    days = [date.fromordinal(first.toordinal() + step) for step in range(spread + 1)]
    for sentence in ("It fell 4% last year.", "It fell 4% in March.", "It fell 4% on Monday."):
        alone = {find_periods(sentence, DateContext(day, day, "England"))[0].period for day in days}
        (found,) = find_periods(sentence, DateContext(days[0], days[-1], "England"))
        assert found.period == (alone.pop() if len(alone) == 1 else None)


@pytest.mark.parametrize(
    "day", [date(1, 1, 1), date(99, 12, 31), date(100, 1, 1), date(9999, 12, 31)]
)
@pytest.mark.parametrize(
    "sentence",
    [
        "It fell by 5 last year, by 4 in '99 and by 3 by year's end.",
        "In the first half of last year 5 left, 4 the year before, and 3 in the last decade.",
        "It had 5 by the end of last year and has 4 this year; 3 are due next year.",
        "It lasts 9999 years from 1 May 2020, and 9000 years from July; 2Q0000 had 4.",
        "On Good Friday 5 came, on Monday week 4, in week 53 another 3, by next Labor Day 2.",
    ],
)
def test_the_first_and_last_years_of_the_calendar_have_answers_in_it(
    day: date, sentence: str
) -> None:
    for mention in find_periods(sentence, DateContext(day, day, "United States")):
        assert mention.period is None or bound_days(mention.period)


@pytest.mark.parametrize(
    "unit",
    ["1", "1 ", "1-", "-", " ", "2019-", "2019 to ", "in the ", "3 May ", "12 months to ", "the ",
     "on Monday ", "twenty-", "in March ", "a year earlier ", "12 12 months ", "(", "2019/"],
)  # fmt: skip
def test_long_text_costs_in_proportion_to_its_length(unit: str) -> None:
    half, whole = ((unit * size)[:size] + " 2019 week" for size in (30_000, 60_000))
    assert_linear(lambda text: find_periods(text, WEDNESDAY), half, whole)
