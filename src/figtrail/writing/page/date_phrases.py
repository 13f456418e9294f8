"""Days and periods as a reader would write them: '31 March 2019', 'April 2018 to March 2019'."""

from __future__ import annotations

from datetime import date

from figtrail.intervals import bound_days, last_of_month

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def phrase_period(period: str | None) -> str | None:
    """An ISO 8601 day, month, year or day interval in English; None for None.

    An interval of whole years or months is named by them. Raises ValueError for any other form.
    """
    if period is None:
        return None
    first, last = bound_days(period)
    if "/" not in period:
        return {4: str(first.year), 7: _phrase_month(first)}.get(len(period), _phrase_day(first))
    return phrase_days(first, last)


def phrase_published(
    published: str | None, earliest: date | None, latest: date | None
) -> str | None:
    """When an article was published, as exactly as its EDTF date tells; None where unknown."""
    if published is None:
        return None
    if earliest is None or latest is None:
        return published
    if "[" in published and earliest != latest:
        return f"between {phrase_days(earliest, latest, 'and')}"
    return ("about " if "~" in published or "%" in published else "") + phrase_days(
        earliest, latest
    )


def phrase_days(first: date, last: date, joint: str = "to") -> str:
    """The stretch from one day to another, both included; `joint` is 'to' or 'and'."""
    if first == last:
        return _phrase_day(first)
    if first.day == 1 and last == last_of_month(last.year, last.month):
        return _phrase_months(first, last, joint)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} {joint} {_phrase_day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} {joint} {_phrase_day(last)}"
    return f"{_phrase_day(first)} {joint} {_phrase_day(last)}"


def _phrase_months(first: date, last: date, joint: str) -> str:
    if first.month == 1 and last.month == 12:
        years = first.year == last.year
        return str(first.year) if years else f"{first.year} {joint} {last.year}"
    if first.year != last.year:
        return f"{_phrase_month(first)} {joint} {_phrase_month(last)}"
    if first.month == last.month:
        return _phrase_month(last)
    return f"{MONTHS[first.month - 1]} {joint} {_phrase_month(last)}"


def _phrase_day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _phrase_month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"
