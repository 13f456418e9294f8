"""The signs of a period by itself, of having none, and of what the rules take."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from figtrail.extraction.choosing.periods.signs import find_verb, read_dated
from figtrail.extraction.choosing.periods.stories import MANY, SOME, Story
from figtrail.extraction.choosing.periods.times import Times
from figtrail.extraction.choosing.weights import Sign
from figtrail.extraction.periods import bound_days

_LENGTHS = {len("2024"): "year", len("2024-01"): "month", len("2024-01-01"): "day"}
_SPANS = ((8, "week"), (32, "weeks"), (100, "quarter"), (200, "half"), (370, "year"))
_AGES = ((0, "now"), (1, "day"), (7, "week"), (32, "month"), (100, "quarter"), (370, "year"))
_TWO_YEARS = 740
_SOON = 100


def describe(times: Times, at: int, period: str, place: str) -> Iterator[Sign]:
    """The signs of a period by itself: how long it is, how long ago, how much the text is of it."""
    story = times.story
    item = story.found[at]
    length, age = name_length(period), _name_age(period, story.today)
    quarter = min(SOME, times.ruled[period] * 4 // max(1, times.ruled.total()))
    yield "ruled times", f"{quarter} {min(SOME, times.ruled[period])} {place}"
    yield "main", f"{period == times.main} {place}"
    yield "stated times", f"{min(SOME, times.stated[period])} {place}"
    yield "paragraph before", f"{place} {_read_paragraph_before(times, at, period)}"
    yield "length", f"{place} {length}"
    yield "age", f"{place} {age}"
    yield "length and age", f"{length} {age}"
    yield "age and kind", f"{age} {length} {item.kind}"
    yield "age and status", f"{age} {item.status}"
    yield "age and ending", f"{age} {find_verb(story, at)[-2:]}"


def describe_none(times: Times, at: int) -> Iterator[Sign]:
    """The signs of having no period: how much of the text has none."""
    story = times.story
    dated = read_dated(story, at)
    yield "none before", f"{_read_paragraph_before(times, at, None)} {dated}"
    yield "none ruled", str(min(MANY, times.ruled.total() * 5 // len(story.found)))
    yield "none stated", f"{min(MANY, len(times.stated))} {story.found[at].kind}"


def _read_paragraph_before(times: Times, at: int, period: str | None) -> str:
    """Whether the rules give a period to half of the figures in the paragraph before."""
    story = times.story
    told = times.told.get(story.paragraph_of[story.passage_of[at]] - 1)
    return "" if told is None else str(told[period] * 2 >= told.total())


def describe_ruled(story: Story, at: int, place: str) -> Iterator[Sign]:
    """The signs of what the rules take: how they know it."""
    item = story.found[at]
    basis = item.dating.basis or ("words" if item.dating.text else "none")
    yield "ruled", basis
    yield "ruled kind", f"{basis} {item.kind}"
    yield "ruled place", f"{basis} {place}"
    yield "ruled verb", f"{basis} {find_verb(story, at)}"
    yield "ruled status", f"{basis} {item.status}"


def name_length(period: str) -> str:
    """How long a period is, in a word."""
    named = _LENGTHS.get(len(period))
    if named is not None:
        return named
    first, last = bound_days(period)
    days = (last - first).days
    return next((name for limit, name in _SPANS if days < limit), "years")


def _name_age(period: str, today: date | None) -> str:
    """How long a period is over, or how soon it comes."""
    if today is None:
        return "unknown"
    first, last = bound_days(period)
    if first > today:
        return "soon" if (first - today).days < _SOON else "coming"
    days = (today - last).days
    if days > _TWO_YEARS:
        return "long"
    return next((name for limit, name in _AGES if days <= limit), "two")
