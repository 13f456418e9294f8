"""The year that "for the full year" means, where the text told of a part of it."""

from __future__ import annotations

import re

from figtrail.extraction.periods.reading import Matched
from figtrail.intervals import ONE_DAY, bound_days

_DECEMBER = 12
_COMPANY = re.compile(
    r"\b(?:compan(?:y|ies)|firm|group|profits?|earnings|revenues?|sales|margins?|guidance|outlook"
    r"|dividends?|shares?|shareholders?|turnover|EBITDA?|income|loss(?:es)?|capex|retailer|chain)\b",
    re.I,
)


def name_full_year(matched: Matched) -> str | None:
    """The calendar year of a quarter or half of it that the text told of, in which it goes on.

    Not of a company, whose year may be any twelve months.

    "GDP grew 5% in the first quarter. … It expects 6% for the full year".
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
            return str(first.year) if first.year == today.year else None
    return None
