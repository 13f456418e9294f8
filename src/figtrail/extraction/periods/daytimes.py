"""Rules for parts of days and for holidays: last night, yesterday, Christmas Day 2023."""

from __future__ import annotations

from figtrail.extraction.periods.reading import (
    Matched,
    Reading,
    from_document,
    make_rule,
    state_point,
)
from figtrail.extraction.periods.relative import Point, unit_around


def _read_daytime(matched: Matched) -> Reading:
    which = matched.name("which")
    steps = {"LAST": -1, "YESTERDAY": -1, "TOMORROW": 1}.get(which, 0)
    return from_document(matched, lambda today: unit_around(today, "DAY_UNIT", steps))


def _read_holiday(matched: Matched) -> Reading:
    day = {"Christmas": 25, "Boxing": 26}.get(matched.word("holiday"))
    if not matched.has("day") or day is None:
        return Reading(local=True)
    return state_point(Point(matched.year(), 12, day))


RULES = (
    make_rule(
        "LAST THIS YESTERDAY TOMORROW",
        "(?P<which>[LAST THIS YESTERDAY TOMORROW])DAYTIME",
        _read_daytime,
    ),
    make_rule(
        "YESTERDAY TOMORROW TONIGHT", "(?P<which>[YESTERDAY TOMORROW TONIGHT])", _read_daytime
    ),
    make_rule("HOLIDAY", "(?P<holiday>HOLIDAY)(?P<day>DAY_UNIT)(?P<year>YEAR)?", _read_holiday),
    make_rule("HOLIDAY", "(?P<holiday>HOLIDAY)YEAR?", _read_holiday),
)
