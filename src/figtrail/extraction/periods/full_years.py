"""The years that "the full year" and "this fiscal year" mean, as far as the text tells."""

from __future__ import annotations

import re
from datetime import date

from figtrail.extraction.patterns import compile_late
from figtrail.extraction.periods.moving import STEPS
from figtrail.extraction.periods.reading import Matched, Reading, from_document
from figtrail.intervals import ONE_DAY, add_months, bound_days, name_interval

_DECEMBER = 12
_COMPANY = compile_late(
    r"\b(?:compan(?:y|ies)|firm|group|profits?|earnings|revenues?|sales|margins?|guidance|outlook"
    r"|dividends?|shares?|shareholders?|turnover|EBITDA?|income|loss(?:es)?|capex|retailer|chain)\b",
    re.I,
)


def name_full_year(matched: Matched) -> str | None:
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
            return str(first.year) if first.year == today.year else None
    return None


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
