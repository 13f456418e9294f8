"""Spans that are counted from what is named after them: two days after the crash."""

from __future__ import annotations

from datetime import date

from figtrail.extraction.periods.reading import Matched, Reading
from figtrail.extraction.periods.tokens import (
    CODE,
    NAME_OF_CODE,
    WORD_VALUE,
    Tokens,
    class_names,
)
from figtrail.intervals import shift_period

_ANCHORS = class_names("THE AN NAME NEW DETERMINER LOWER PLURAL THIS THAT")
# "Only two days after".
_SLIGHT = class_names("LOWER")


def is_anchored(matched: Matched) -> bool:
    """Whether a span is counted from what is named after it: "two months after the crash"."""
    return matched.name("way") in ("BEFORE", "AFTER") and matched.following() in _ANCHORS


def read_anchored(matched: Matched) -> Reading:
    """The day of what is named, where the day that it is counted from stands right before.

    "On Thursday, two days after the crash" dates the crash; a span in weeks or more is rough.
    """
    day = matched.antecedent
    counted = matched.number() if matched.name("count") != "AN" else 1
    if day is None or counted is None or matched.name("unit") != "DAY_UNIT":
        return Reading(role="length")
    shape = matched.tokens.shape
    at = matched.match.start() - 1
    if at >= 0 and NAME_OF_CODE[shape[at]] in _SLIGHT:
        at -= 1
    if len(day) != len("2024-01-01") or at < 1 or shape[at] != CODE["COMMA"]:
        return Reading(role="length")
    if not _ends_day(matched.tokens, at - 1, date.fromisoformat(day)):
        return Reading(role="length")
    return Reading(shift_period(day, 0, counted if matched.name("way") == "BEFORE" else -counted))


def _ends_day(tokens: Tokens, at: int, day: date) -> bool:
    """Whether the token that ends a date may be of the day: its weekday, number or year."""
    name, word = NAME_OF_CODE[tokens.shape[at]], tokens.word(at)
    if name == "WEEKDAY":
        return WORD_VALUE.get(word) == day.weekday()
    if name in ("DAY", "TWO_DIGITS", "YEAR"):
        return int(word) in (day.day, day.year)
    return name == "YESTERDAY" or WORD_VALUE.get(word) == day.month
