"""When the fiscal year that a document speaks of begins, as far as it says so itself."""

from __future__ import annotations

import re
from datetime import date

from figtrail.extraction.periods.tokens import WORD_VALUE
from figtrail.intervals import ONE_DAY, add_months, name_interval
from figtrail.patterns import compile_late

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_DAY = (
    rf"(?:the )?(?:(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?:st)?"
    rf"|(?P<day_before>\d{{1,2}})(?:st)? (?P<month_after>{_MONTH}))\b"
)
_KINDS = ("financial year", "fiscal year", "budget year", "accounting year")
_YEAR = rf"\b(?:{'|'.join(_KINDS)}),? (?:(?:that|which) )?"
_BEGINS = compile_late(
    _YEAR
    + r"(?:begins|starts|began|started|beginning|starting|runs from|commences) (?:on |from )?"
    + _DAY
)
_ENDS = compile_late(_YEAR + r"(?:ends|ended|ending|to|runs to|closes) (?:on )?" + _DAY)
_FISCAL_QUARTER = compile_late(r"\b[Ff]iscal (?:first|second|third|fourth)[- ]quarter\b")
_QUARTER_ENDS = compile_late(
    r"\b(?:quarter|(?:three|3) months|(?:thirteen|13) weeks),? (?:(?:that|which) )?"
    r"(?:ended|ending|to) (?:on )?" + _DAY
)
# A quarter that ends on 30 June may be told of as ending on the Saturday before or after.
_EARLY = 4
# A year without a leap day, in which the day before any 1st is the same.
_COMMON_YEAR = 2023


def find_fiscal_start(text: str) -> tuple[int, int] | None:
    """Month and day on which the fiscal year of a text begins; None where it states none or two.

    "The fiscal year that begins July 1", "the financial year ended 31 March".
    """
    if not any(word in text for word in _KINDS):
        return None
    starts = {_read_day(match) for match in _BEGINS.finditer(text)}
    for match in _ENDS.finditer(text):
        last = _read_day(match)
        starts.add(None if last is None else last + ONE_DAY)
    first = starts.pop() if len(starts) == 1 else None
    return None if first is None else (first.month, first.day)


def counts_own_quarters(text: str) -> bool:
    """Whether a text tells of quarters that are none of the calendar's.

    "In its fiscal third quarter", "the quarter, which ended Sept. 24", "three months to 28 May".
    """
    if "quarter" not in text:
        return False
    if "iscal " in text and _FISCAL_QUARTER.search(text) is not None:
        return True
    for match in _QUARTER_ENDS.finditer(text):
        last = _read_day(match)
        following = None if last is None else last + ONE_DAY
        if following is not None and (following.day > _EARLY or following.month % 3 != 1):
            return True
    return False


def _read_day(match: re.Match[str]) -> date | None:
    month = WORD_VALUE[match["month"] or match["month_after"]]
    try:
        return date(_COMMON_YEAR, month, int(match["day"] or match["day_before"]))
    except ValueError:
        return None


def name_fiscal_year(start: tuple[int, int] | None, ends: int) -> str | None:
    """The fiscal year that ends in a year, or with it, by the day that it begins."""
    if start is None:
        return None
    month, day = start
    first = date(ends - ((month, day) != (1, 1)), month, day)
    return name_interval(first, add_months(first, 12) - ONE_DAY)
