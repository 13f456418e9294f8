"""Rules for weekdays beside a day or a week: Saturday 30, Monday week, last Thursday week."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from figtrail.extraction.periods.outlook import is_ahead
from figtrail.extraction.periods.reading import Matched, Reading, Rule, from_document, make_rule
from figtrail.extraction.periods.relative import weekday_around
from figtrail.extraction.periods.tokens import WORD_VALUE
from figtrail.intervals import ONE_DAY, name_interval
from figtrail.patterns import compile_late

# Within so many days a weekday and a day of the month name one date, or none.
_REACH = 31
# What is so on those days of every week.
_WEEKLY = compile_late(
    r"\b(?:open(?:s|ing)?|hours|weekly|weeks|every|each|daily|works?|usually|normally|shifts?)\b",
    re.IGNORECASE,
)


def _read_weekday_day(matched: Matched) -> Reading | None:
    """Saturday 30: the nearest such day that is a Saturday; None where there is none near."""
    weekday, day = WORD_VALUE[matched.word("weekday")], int(matched.word("day"))

    def read(today: date) -> str | None:
        near = (today + step * ONE_DAY for step in range(-_REACH, _REACH + 1))
        fitting = [one for one in near if one.day == day and one.weekday() == weekday]
        nearest = min(fitting, key=lambda one: abs(one - today), default=None)
        return None if nearest is None else nearest.isoformat()

    reading = from_document(matched, read, local=True)
    return reading if reading.period is not None else None


def _read_weekday_week(matched: Matched) -> Reading | None:
    """On Monday week, on Tuesday fortnight; last Thursday week: so long from or before the day."""
    unit = matched.word("unit")
    if unit not in ("week", "fortnight"):
        return None
    weekday, weeks = WORD_VALUE[matched.word("weekday")], 1 if unit == "week" else 2
    back = matched.has("last")

    def read(today: date) -> str:
        day = date.fromisoformat(weekday_around(today, weekday, -1 if back else 1))
        return (day + timedelta(weeks=-weeks if back else weeks)).isoformat()

    return from_document(matched, read, local=True)


def _read_days(matched: Matched) -> Reading | None:
    """Friday through Sunday: the days behind or ahead by the verb; none where no verb tells."""
    ahead = matched.ahead
    told = ahead or not is_ahead(matched.tokens, matched.match.start(), unsaid=True)
    if not told or matched.near(_WEEKLY):
        return None
    first, last = WORD_VALUE[matched.word("weekday")], WORD_VALUE[matched.word("second")]

    def read(today: date) -> str:
        if ahead:
            opening = date.fromisoformat(weekday_around(today - ONE_DAY, first, 1))
            return name_interval(opening, opening + (last - first) % 7 * ONE_DAY)
        closing = date.fromisoformat(weekday_around(today, last, 0))
        return name_interval(closing - (last - first) % 7 * ONE_DAY, closing)

    return from_document(matched, read, local=True)._replace(joined=True)


_WEEKDAY = "(?P<weekday>ANY_WEEKDAY)"
_SECOND = "(?P<second>ANY_WEEKDAY)"

RULES: Final[tuple[Rule, ...]] = (
    make_rule(
        "WEEKDAY",
        "(?P<weekday>WEEKDAY)(?P<day>DAY)"
        "(?=DOT|OTHER|COMMA|SPACED_DASH|LONG_DASH|[AND TO THROUGH]WEEKDAY DAY"
        r"|\Z)",
        _read_weekday_day,
    ),
    make_rule(
        "WEEKDAY LAST",
        "(?P<last>LAST)?(?P<weekday>WEEKDAY)(?P<unit>WEEK_UNIT)"
        "(?!DASH|APOSTROPHE|DAY|TWO_DIGITS|NUMBER_WORD|LOWER|NAME)",
        _read_weekday_week,
    ),
    make_rule("WEEKDAY SHORT_WEEKDAY", f"{_WEEKDAY}THROUGH{_SECOND}", _read_days),
    make_rule("WEEKDAY SHORT_WEEKDAY", f"(?<=FROM){_WEEKDAY}[TO UNTIL]{_SECOND}", _read_days),
)
