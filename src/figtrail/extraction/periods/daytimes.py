"""Rules for parts of days and for holidays: last night, yesterday, Christmas Day 2023."""

from __future__ import annotations

from datetime import date

from figtrail.extraction.periods.reading import (
    Matched,
    Reading,
    from_document,
    make_rule,
    state_point,
)
from figtrail.extraction.periods.relative import Point, unit_around
from figtrail.extraction.periods.tokens import WORD_VALUE
from figtrail.intervals import ONE_DAY

_COMMON_YEAR = 2023


def _read_daytime(matched: Matched) -> Reading:
    which = matched.name("which")
    steps = {"LAST": -1, "YESTERDAY": -1, "TOMORROW": 1}.get(which, 0)
    return from_document(matched, lambda today: unit_around(today, "DAY_UNIT", steps))


def _read_holiday(matched: Matched) -> Reading | None:
    """Boxing Day, New Year's Eve, Halloween: a day of the year, where the feast has one."""
    number = WORD_VALUE.get(matched.word("feast"))
    if number is None or not (matched.has("day") or matched.name("feast") == "FEAST_DAY"):
        return Reading(local=True)
    # The eve of a feast is reckoned in a year without a leap day, which no feast here is near.
    day = date(_COMMON_YEAR, number // 100, number % 100)
    if matched.has("day") and matched.name("day") == "EVE":
        day -= ONE_DAY
    return state_point(Point(matched.year(), day.month, day.day))


RULES = (
    make_rule(
        "LAST THIS YESTERDAY TOMORROW",
        "(?P<which>[LAST THIS YESTERDAY TOMORROW])DAYTIME",
        _read_daytime,
    ),
    make_rule(
        "YESTERDAY TOMORROW TONIGHT", "(?P<which>[YESTERDAY TOMORROW TONIGHT])", _read_daytime
    ),
    make_rule(
        "HOLIDAY FEAST FEAST_DAY NEW",
        "(?P<feast>HOLIDAY|FEAST_DAY|FEAST(?:APOSTROPHE POSSESSIVE)?"
        "|NEW YEAR_UNIT APOSTROPHE?POSSESSIVE?)"
        "(?P<day>[DAY_UNIT DAYTIME EVE])(?P<year>YEAR)?",
        _read_holiday,
    ),
    make_rule("FEAST_DAY", "(?P<feast>FEAST_DAY)(?P<year>YEAR)?", _read_holiday),
    make_rule("HOLIDAY", "(?P<feast>HOLIDAY)YEAR?", _read_holiday),
)
