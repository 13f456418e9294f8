"""The quarter, half or other time that a text is about, once it has named another since."""

from __future__ import annotations

from figtrail.extraction.periods.parts import MONTHS
from figtrail.extraction.periods.reading import Matched
from figtrail.intervals import bound_days, end_span, is_year, name_interval

# A shop's quarter has 13 weeks, now and then 14.
_WEEKS = (91, 98)


def find_told(matched: Matched, unit: str) -> str | None:
    """The first time of that length that the text told of, where the last one named is no such.

    "Sales rose in the third quarter. A fire in August … . Profit fell 4% in the quarter." None
    where the time last spoken of may be meant itself, or the text told of none.
    """
    spoken = matched.antecedent
    if spoken is not None and _lasts(spoken, unit) and not _is_coming(matched, spoken):
        return None
    fitting = [one for one in matched.dates.told if _lasts(one, unit)]
    over = [one for one in fitting if not _is_coming(matched, one)]
    return over[-1 if unit == "MONTH_UNIT" else 0] if over else None


def _lasts(period: str, unit: str) -> bool:
    """Whether a period is a month, a quarter, half a year or a year long, or "the period"."""
    if unit == "PERIOD_NOUN":
        # What is called so has a first and a last day.
        return "/" in period
    if unit == "YEAR_UNIT":
        return is_year(period)
    first, last = bound_days(period)
    if unit == "QUARTER_UNIT" and (last - first).days + 1 in _WEEKS:
        return True
    months = MONTHS.get(unit)
    return months is not None and end_span(period, months) == name_interval(*bound_days(period))


def _is_coming(matched: Matched, period: str) -> bool:
    """Whether a period isn't over on the document's day."""
    today = matched.dates.latest
    return today is not None and bound_days(period)[1] > today
