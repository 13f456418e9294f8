"""Calendar arithmetic on ISO 8601 dates, months, years and day intervals, all as strings.

Four forms, no other: `YYYY`, `YYYY-MM`, `YYYY-MM-DD` and `YYYY-MM-DD/YYYY-MM-DD` (both ends
included). A form that isn't one of them, or a day that doesn't exist, is a `ValueError`.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

ONE_DAY = timedelta(days=1)
# Years between which a reckoning never leaves the calendar of four-digit years.
_FIRST_YEAR, _LAST_YEAR = 100, 9900
DAYS = {
    "second": Decimal(1) / 86400,
    "minute": Decimal(1) / 1440,
    "hour": Decimal(1) / 24,
    "day": Decimal(1),
    "night": Decimal(1),
    "week": Decimal(7),
    "fortnight": Decimal(14),
    "month": Decimal("30.4375"),
    "quarter": Decimal("91.3125"),
    "year": Decimal("365.25"),
}
"""How many days the denominators of rates have; a month and a year are their mean lengths."""


@lru_cache(maxsize=1024)
def bound_days(period: str) -> tuple[date, date]:
    """The first and the last day of an ISO period; ValueError where it isn't one."""
    if len(period) == 21 and period[10] == "/":
        first, last = read_day(period[:10]), read_day(period[11:])
        if last < first:
            raise ValueError(f"{period!r} ends before it starts")
        return first, last
    if not period.isascii() or not period.replace("-", "").isdigit():
        raise ValueError(f"{period!r} is no ISO 8601 date, month, year or day interval")
    if len(period) == 4:
        return date(int(period), 1, 1), date(int(period), 12, 31)
    if len(period) == 7 and period[4] == "-":
        year, month = int(period[:4]), int(period[5:])
        return date(year, month, 1), last_of_month(year, month)
    day = read_day(period)
    return day, day


def read_day(text: str) -> date:
    """The day that `YYYY-MM-DD` names; ValueError for any other form."""
    # date.fromisoformat reads week dates too.
    if len(text) != 10 or text[4] != "-" or text[7] != "-" or not text.isascii():
        raise ValueError(f"{text!r} is no ISO 8601 date")
    return date.fromisoformat(text)


def opening_day(period: str) -> str:
    """The first day of a period, as an ISO date."""
    return bound_days(period)[0].isoformat()


def closing_day(period: str) -> str:
    """The last day of a period, as an ISO date."""
    return bound_days(period)[1].isoformat()


def last_of_month(year: int, month: int) -> date:
    """The month's last day; ValueError where there is no such month."""
    if not 1 <= month <= 12:
        raise ValueError(f"month {month} is not in 1..12")
    return date(year, month, monthrange(year, month)[1])


def name_interval(first: date, last: date) -> str:
    """The interval from one day to another, both included."""
    return f"{first.isoformat()}/{last.isoformat()}"


def name_month(year: int, month: int) -> str:
    """The month as `YYYY-MM`."""
    return f"{year:04d}-{month:02d}"


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def is_reckonable_year(year: int) -> bool:
    """Whether a year, which may be none of the calendar's, is one that can be reckoned with."""
    return _FIRST_YEAR <= year <= _LAST_YEAR


def is_reckonable(day: date, months: int = 0, days: int = 0) -> bool:
    """Whether a day, so many months and days on, is in a year that can be reckoned with."""
    return _FIRST_YEAR <= day.year + months / 12 + days / 365 <= _LAST_YEAR


def shift_period(period: str, months: int = 0, days: int = 0) -> str | None:
    """The period moved by whole months or days; None where its precision doesn't allow it.

    None too where no four-digit year is near. A month can't move by days nor a year by single
    months. An interval that ends with a month still ends with one: 2024-01-01/2024-03-31 a month on
    is 2024-02-01/2024-04-30.
    """
    first, last = bound_days(period)
    if not is_reckonable(first, months, days) or not is_reckonable(last, months, days):
        return None
    if len(period) == 4:
        return None if days or months % 12 else f"{first.year + months // 12:04d}"
    if len(period) == 7:
        if days:
            return None
        moved = add_months(first, months)
        return name_month(moved.year, moved.month)
    if len(period) == 10:
        return (add_months(first, months) + days * ONE_DAY).isoformat()
    ends_month = (last + ONE_DAY).day == 1
    end = add_months(last + ONE_DAY, months) - ONE_DAY if ends_month else add_months(last, months)
    return name_interval(add_months(first, months) + days * ONE_DAY, end + days * ONE_DAY)


def end_span(period: str, months: int = 0, days: int = 0) -> str | None:
    """The interval of so many months or days that ends with the period's last day.

    `end_span("2022-06", months=12)` is "the year to June 2022": 2021-07-01/2022-06-30. None where
    it would start before there are four-digit years.
    """
    last = bound_days(period)[1]
    if not is_reckonable(last) or not is_reckonable(last, -months, -days):
        return None
    after = last + ONE_DAY
    return name_interval(add_months(after, -months) - days * ONE_DAY, last)


def take_part(period: str, ordinal: int, months: int) -> str | None:
    """The `ordinal`th stretch of so many months of a period of 12 months; -1 is the last.

    None where the period isn't 12 months or has no such stretch.
    """
    first, last = bound_days(period)
    if add_months(first, 12) - ONE_DAY != last or months > 12:
        return None
    if ordinal < 0:
        return name_interval(add_months(last + ONE_DAY, -months), last)
    if ordinal * months > 12:
        return None
    start = add_months(first, (ordinal - 1) * months)
    return name_interval(start, add_months(start, months) - ONE_DAY)


def is_year(period: str) -> bool:
    """Whether a period is 12 months long, whatever day it starts on."""
    first, last = bound_days(period)
    return add_months(first, 12) - ONE_DAY == last
