"""The years that "the full year" and "this fiscal year" mean, as far as the text tells."""

from __future__ import annotations

import re
from datetime import date

from figtrail.extraction.periods.moving import STEPS, neighbour_of
from figtrail.extraction.periods.reading import Matched, Reading, from_document
from figtrail.extraction.periods.relative import unit_around
from figtrail.intervals import ONE_DAY, add_months, bound_days, is_year, name_interval
from figtrail.patterns import compile_late

_DECEMBER = 12
_COMPANY = compile_late(
    r"\b(?:compan(?:y|ies)|firm|group|profits?|earnings|revenues?|sales|margins?|guidance|outlook"
    r"|dividends?|shares?|shareholders?|turnover|EBITDA?|income|loss(?:es)?|capex|retailer|chain)\b",
    re.I,
)


def _name_full_year(matched: Matched) -> str | None:
    """The calendar year of a quarter or half of it that the text told of, in which it goes on.

    Not of a company, whose year may be any twelve months, but "GDP grew 5% in the first quarter. …
    It expects 6% for the full year".
    """
    today = matched.dates.latest
    if matched.dates.own_quarters or matched.dates.fiscal is not None or today is None:
        return None
    if matched.near(_COMPANY):
        return None
    for told in (matched.antecedent, *reversed(matched.dates.told)):
        if told is None or "/" not in told:
            continue
        first, last = bound_days(told)
        months = last.month - first.month + 1
        whole = first.day == 1 and (last + ONE_DAY).day == 1 and first.year == last.year
        if whole and last.month < _DECEMBER and first.month % months == 1 % months:
            return f"{first.year:04d}" if first.year == today.year else None
    return None


def _name_year_reported(matched: Matched) -> str | None:
    """The year whose results a text reports with those of its last quarter, or has told of.

    "It earned $4m in the fourth quarter. … For the year, it reported a profit of $15m". None where
    the quarters may be a firm's own, and where the sentence looks ahead.
    """
    today = matched.dates.latest
    if today is None or matched.ahead:
        return None
    for told in (matched.antecedent, *reversed(matched.dates.told)):
        if told is None or len(told) == len("2024-01-01") or bound_days(told)[1] > today:
            continue
        if is_year(told):
            return told
        last = told.endswith(("-10-01/" + told[:4] + "-12-31", "-07-01/" + told[:4] + "-12-31"))
        if last and not matched.dates.own_quarters:
            return told[:4]
    return None


def read_whole_year(matched: Matched) -> Reading:
    """For the whole year: the one spoken of, else the document's; a full year is a company's."""
    if matched.tokens.word(matched.match.start()) == "full":
        return Reading(_name_full_year(matched) or _name_year_reported(matched))
    spoken = neighbour_of(matched.antecedent, "YEAR_UNIT", 0)
    if spoken is not None and is_year(spoken):
        return Reading(spoken)
    return from_document(matched, lambda today: unit_around(today, "YEAR_UNIT", 0))


def read_year_reported(matched: Matched) -> Reading | None:
    """For the year, full-year profit: behind the results of a last quarter."""
    year = _name_year_reported(matched)
    return None if year is None else Reading(year)


def name_fiscal_around(matched: Matched) -> Reading | None:
    """Read "this fiscal year", where the text says when it begins; None where it doesn't."""
    start, steps = matched.dates.fiscal, STEPS.get(matched.name("which"))
    if start is None or steps is None:
        return None
    month, day = start

    def read(today: date) -> str | None:
        begun = (today.month, today.day) >= start
        first = date(today.year + steps - (not begun), month, day)
        return name_interval(first, add_months(first, 12) - ONE_DAY)

    return from_document(matched, read)
