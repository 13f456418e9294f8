"""Rules for days and months of a time spoken of: on the 26th, by the 20th, that September."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from figtrail.extraction.periods.outlook import is_ahead
from figtrail.extraction.periods.reading import Matched, Reading, Rule, from_document, make_rule
from figtrail.extraction.periods.relative import Point, name_point
from figtrail.extraction.periods.tokens import CODE, WORD_VALUE
from figtrail.intervals import add_months, bound_days, name_month
from figtrail.patterns import compile_late

_DAY, _MONTH = len("2024-01-01"), len("2024-01")
# After one of these "the 26th" stands alone; before another word it says which of them is meant.
_ALONE = compile_late(
    r"(?:[^\w\s]|\s*\Z|\s[—–-]\s|\s+(?:and|at|after|that|too|alone|when|where|with|while|under"
    r"|because|despite|to)\b)"
)
# The 18th that is a hole, a lap or a minute.
_SPORT = compile_late(
    r"\b(?:led|leading|trail\w*|par|holes?|greens?|tees?|birdie\w*|bogey\w*|fairway|minutes?|laps?"
    r"|fences?|goals?|scor\w+|putts?|shots?|rounds?|innings?|overs?|stages?|floors?)\b",
    re.IGNORECASE,
)


def _read_day_of_month(matched: Matched) -> Reading | None:
    """On the 20th: of the month spoken of, else the nearest that the verb allows.

    "Friday the 13th" is none that isn't a Friday.
    """
    if not matched.followed_by(_ALONE) or (matched.near(_SPORT) and matched.match.end() > 1):
        return None
    day = int(matched.word("day").rstrip("stndrh"))
    weekday = _find_weekday(matched)
    spoken = matched.antecedent
    if spoken is not None and len(spoken) in (_DAY, _MONTH):
        first = bound_days(spoken)[0]
        named = name_point(Point(first.year, first.month, day))
        if named is not None and _is_on(weekday, named):
            return Reading(named, local=True)
    start = matched.match.start()
    ahead = is_ahead(matched.tokens, start, unsaid=matched.after("BY"))
    behind = not ahead and not is_ahead(matched.tokens, start, unsaid=True)

    def read(today: date) -> str | None:
        months = (add_months(today.replace(day=1), step) for step in (-2, -1, 0, 1, 2))
        named = (name_point(Point(month.year, month.month, day)) for month in months)
        near = [date.fromisoformat(one) for one in named if one and _is_on(weekday, one)]
        near = [one for one in near if (not ahead or one >= today) and (not behind or one <= today)]
        nearest = min(near, key=lambda one: abs(one - today), default=None)
        return None if nearest is None else nearest.isoformat()

    return from_document(matched, read, local=True)


def _find_weekday(matched: Matched) -> int | None:
    """The weekday of "Friday the 13th"; None where none is named."""
    at = matched.match.start() - 2
    if at < 0 or matched.tokens.shape[at] != CODE["WEEKDAY"]:
        return None
    return WORD_VALUE[matched.tokens.word(at)]


def _is_on(weekday: int | None, day: str) -> bool:
    """Whether a day is on the weekday that is named, if one is."""
    return weekday is None or date.fromisoformat(day).weekday() == weekday


def _read_that_month(matched: Matched) -> Reading | None:
    """That September: of the year spoken of, where it doesn't lie before what was told."""
    spoken = matched.antecedent
    if spoken is None:
        return Reading()
    first, last = bound_days(spoken)
    month = WORD_VALUE[matched.word("month")]
    if first.year == last.year and len(spoken) > len("2024") and month < first.month:
        return Reading()
    return Reading(name_month(last.year, month))


RULES: Final[tuple[Rule, ...]] = (
    make_rule(
        "ORDINAL",
        "(?:(?<=ON THE)|(?<=WEEKDAY THE)|(?<=BY THE)|(?<=UNTIL THE)|(?<=FROM THE)|(?<=SINCE THE)"
        "|(?<=BEFORE THE)|(?<=TO THE))(?P<day>ORDINAL)(?!OF?ANY_MONTH|OF|TO THE?ANY_DAY)",
        _read_day_of_month,
    ),
    make_rule(
        "THAT",
        "(?:(?<=IN)|(?<=FROM)|(?<=BY)|(?<=SINCE)|(?<=UNTIL)|(?<=DURING))THAT(?P<month>ANY_MONTH)"
        "(?!DAY|ORDINAL|YEAR|APOSTROPHE)",
        _read_that_month,
    ),
    make_rule(
        "THAT",
        r"(?<!BEHIND)(?<!LOWER)THAT(?P<month>MONTH)(?=DOT|COMMA|OTHER|AT|AND|\Z)",
        _read_that_month,
    ),
)
