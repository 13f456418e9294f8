"""Parts of a period that a frame names: the first six months of, the last day of."""

from __future__ import annotations

import re

from figtrail.extraction.periods.reading import read_number
from figtrail.extraction.periods.tokens import CODE, NAME_OF_CODE, WORD_VALUE, Tokens, compile_shape
from figtrail.intervals import (
    ONE_DAY,
    add_months,
    bound_days,
    closing_day,
    is_reckonable,
    name_interval,
    opening_day,
    take_part,
)
from figtrail.patterns import compile_late

MONTHS = {"YEAR_UNIT": 12, "MONTH_UNIT": 1, "QUARTER_UNIT": 3, "DECADE_UNIT": 120, "HALF_UNIT": 6}
DAYS = {"WEEK_UNIT": 7, "DAY_UNIT": 1}
# How many tokens "for at least twenty-six weeks, " takes.
_REACH = 10
_LASTING = compile_shape(
    "(?:FOR|(?<=[MODAL TO])LAST|(?P<verb>PLURAL))(?:APPROXIMATELY|UP TO)?(?P<steps>COUNT)"
    "(?P<step>[YEAR_UNIT MONTH_UNIT WEEK_UNIT DAY_UNIT DAYTIME])COMMA?\\Z"
)
# The comma of "1,200", not of "1,5".
_GROUPING = compile_late(r",(?=\d{3}(?!\d))")
_OPENERS = frozenset(CODE[name] for name in ("THE", "FROM", "BETWEEN", "SINCE"))


def take_named_part(tokens: Tokens, frame: re.Match[str], period: str) -> str | None:
    """The part of a period that a frame names: "the first six months of", "the last day of"."""
    unit = NAME_OF_CODE[tokens.shape[frame.start("part_unit")]]
    ordinal = WORD_VALUE.get(tokens.word(frame.start("part")).lower(), -1)
    if tokens.shape[frame.start("part")] == CODE["EARLY"]:
        return None
    count = count_in(tokens, frame, "parts")
    if count is None:
        return None
    word = tokens.word(frame.start("part_unit"))
    if not frame["parts"] and word.endswith("s"):
        # "The closing months of 2023".
        return None
    if unit in DAYS:
        count *= WORD_VALUE.get(word, 1)
    if unit == "DAY_UNIT" and count == 1 and ordinal in (1, -1):
        return opening_day(period) if ordinal == 1 else closing_day(period)
    if unit in DAYS and count > 1 and ordinal in (1, -1):
        return _take_days(period, ordinal, count * DAYS[unit])
    if unit == "HALF_UNIT" and len(period) == len("2024-01") and ordinal in (1, 2):
        # "In the second half of September".
        opening, closing = bound_days(period)
        middle = opening.replace(day=15)
        return name_interval(*((opening, middle) if ordinal == 1 else (middle + ONE_DAY, closing)))
    if unit not in MONTHS or (count > 1 and ordinal > 1):
        return None
    return take_part(period, ordinal, MONTHS[unit] * count)


def count_onward(tokens: Tokens, frame: re.Match[str], period: str) -> str | None:
    """So many months or days from the first day of a period: "the 12 months from July 2023".

    None where the number can't be read or takes it out of the calendar.
    """
    unit, count = NAME_OF_CODE[tokens.shape[frame.start("step")]], count_in(tokens, frame, "steps")
    first = bound_days(period)[0]
    if count is None:
        return None
    months, days = MONTHS.get(unit, 0) * count, DAYS.get(unit, 0) * count
    if not is_reckonable(first, months, days):
        return None
    return name_interval(first, add_months(first, months) + (days - 1) * ONE_DAY)


def count_lasting(tokens: Tokens, start: int, period: str | None) -> str | None:
    """The days from one on that the words before it count: "shut for six weeks from 1 August".

    None where nothing is counted, or from no day or month.
    """
    counted = _LASTING.search(tokens.shape, max(0, start - _REACH), start)
    if counted is None or period is None or len(period) > len("2024-01-01") or len(period) < 5:
        return None
    if counted["verb"] and tokens.word(counted.start("verb")) != "lasts":
        return None
    unit = tokens.word(counted.start("step"))
    if counted["step"] == CODE["DAYTIME"]:
        # The last night ends on the day after it begins.
        if unit != "nights":
            return None
        count = count_in(tokens, counted, "steps")
        first = bound_days(period)[0]
        if count is None or not is_reckonable(first, days=count):
            return None
        return name_interval(first, first + count * ONE_DAY)
    return count_onward(tokens, counted, period)


def _take_days(period: str, ordinal: int, days: int) -> str | None:
    """The first or last so many days of a period; None where it isn't that long."""
    first, last = bound_days(period)
    if (last - first).days < days:
        return None
    if ordinal > 0:
        return name_interval(first, first + (days - 1) * ONE_DAY)
    return name_interval(last - (days - 1) * ONE_DAY, last)


def count_in(tokens: Tokens, frame: re.Match[str], group: str) -> int | None:
    """The number that a group of a frame spells, 1 where it took no part.

    None where it spells no whole number from 1 up.
    """
    if frame[group] is None:
        return 1
    first, last = frame.span(group)
    return read_number([_GROUPING.sub("", word) for word in tokens.words(first, last)]) or None


def read_opening(
    tokens: Tokens, frame: re.Match[str], period: str | None
) -> tuple[int, str | None] | None:
    """Where "from the beginning of the year to the end of July" starts, and its days.

    None where "the year to", which the frame is, is the twelve months that end then.
    """
    at = frame.start() - 2
    if at < 0 or tokens.shape[at : at + 2] != CODE["START_NOUN"] + CODE["OF"]:
        return None
    if frame["count"] is not None or frame["unit"] != CODE["YEAR_UNIT"]:
        return None
    while at > 0 and tokens.shape[at - 1] in _OPENERS:
        at -= 1
    if period is None:
        return at, None
    last = bound_days(period)[1]
    return at, name_interval(last.replace(month=1, day=1), last)
