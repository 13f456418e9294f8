"""Rules for parts of days and for holidays: last night, yesterday, Christmas Day 2023."""

from __future__ import annotations

from datetime import date
from typing import Final

from figtrail.extraction.periods.reading import (
    Matched,
    Reading,
    Rule,
    from_document,
    make_rule,
    state_point,
)
from figtrail.extraction.periods.relative import Point, unit_around
from figtrail.extraction.periods.tokens import WORD_VALUE
from figtrail.intervals import ONE_DAY, shift_period

_COMMON_YEAR = 2023
_DAY = len("2024-01-01")
_STEPS = {"BEFORE": -1, "PREVIOUS": -1, "AFTER": 1, "FOLLOWING": 1, "NEXT": 1}


def _read_daytime(matched: Matched) -> Reading:
    which = matched.name("which")
    steps = {"LAST": -1, "YESTERDAY": -1, "TOMORROW": 1}.get(which, 0)
    return from_document(matched, lambda today: unit_around(today, "DAY_UNIT", steps))


def _read_holiday(matched: Matched) -> Reading | None:
    """Boxing Day, New Year's Eve, Halloween: a day of the year, where the feast has one."""
    number = WORD_VALUE.get(matched.word("feast"))
    dated = matched.has("day") or matched.name("feast") == "FEAST_DAY" or matched.after("BY")
    if number is None or not dated:
        return Reading(local=True)
    # The eve of a feast is reckoned in a year without a leap day, which no feast here is near.
    day = date(_COMMON_YEAR, number // 100, number % 100)
    if matched.has("day") and matched.name("day") == "EVE":
        day -= ONE_DAY
    if matched.has("which"):
        step = {"LAST": -1, "NEXT": 1}.get(matched.name("which"), 0)
        return from_document(
            matched, lambda today: day.replace(year=today.year + step).isoformat(), local=True
        )
    return state_point(Point(matched.year(), day.month, day.day))


def _read_spoken_night(matched: Matched) -> Reading:
    """That night, the same evening, the night before: of the day just spoken of."""
    spoken, step = matched.antecedent, _STEPS.get(matched.name("way"), 0)
    if spoken is None or len(spoken) != _DAY:
        return Reading(local=True)
    return Reading(shift_period(spoken, days=step), local=True)


def _read_by_night(matched: Matched) -> Reading:
    """By evening, by nightfall: of the day just spoken of, which may be a part of it."""
    spoken = matched.antecedent
    return Reading(spoken if spoken is not None and len(spoken) == _DAY else None, local=True)


def _read_in_day(matched: Matched) -> Reading | None:
    """Earlier in the day, later in the session: the day just spoken of, else a market's own."""
    session = matched.has("unit") and matched.word("unit") == "session"
    if matched.has("unit") and matched.name("unit") == "SEASON_WORD" and not session:
        return None
    spoken = matched.antecedent
    if spoken is not None and len(spoken) == _DAY:
        return Reading(spoken, local=True)
    if not session:
        return Reading(local=True)
    return from_document(matched, lambda today: today.isoformat(), local=True)


RULES: Final[tuple[Rule, ...]] = (
    make_rule(
        "THAT SAME", "THAT?(?P<way>[THAT SAME])DAYTIME(?!APOSTROPHE|NAME)", _read_spoken_night
    ),
    make_rule(
        "PREVIOUS FOLLOWING NEXT",
        "(?:(?<=THE)|(?<!.))(?P<way>[PREVIOUS FOLLOWING NEXT])DAYTIME",
        _read_spoken_night,
    ),
    make_rule("DAYTIME", "(?<=THE)DAYTIME(?P<way>[BEFORE AFTER])(?![THE AN])", _read_spoken_night),
    make_rule(
        "DAYTIME TIME",
        "(?:(?<=BY)|(?<=BY THE))(?P<way>[DAYTIME TIME])(?=COMMA|DOT|NUMBER|DAY|NUMBER_WORD"
        "|CURRENCY|MORE|APPROXIMATELY|THE|OPEN|AND|TWO_DIGITS|OTHER|LOWER|\\Z)",
        _read_by_night,
    ),
    make_rule(
        "EARLIER LATER",
        "[EARLIER LATER](?:IN THE(?P<unit>[DAY_UNIT SEASON_WORD])|THAT(?P<day>DAY_UNIT))",
        _read_in_day,
    ),
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
        "(?P<day>[DAY_UNIT DAYTIME EVE])(?:(?P<year>YEAR)|(?P<which>[LAST THIS NEXT])YEAR_UNIT)?",
        _read_holiday,
    ),
    make_rule("FEAST_DAY", "(?P<feast>FEAST_DAY)(?P<year>YEAR)?", _read_holiday),
    make_rule("HOLIDAY", "(?P<feast>HOLIDAY)(?:YEAR|PERIOD_NOUN)?", _read_holiday),
)
