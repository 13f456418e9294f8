"""Relative expressions against the document's date: "last year", "in August", "on Monday".

Every reading is a step function of the document's day that never goes back, so two equal answers
for its first and last possible day are the answer for every day between them. Where they differ
there is no answer: a period is never guessed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from figtrail.extraction.periods.mentions import DateContext
from figtrail.intervals import (
    ONE_DAY,
    add_months,
    is_reckonable,
    last_of_month,
    name_interval,
    name_month,
)

# In days; so many on or back a month that is named without its year is another year's.
_HALF_YEAR = 183
_FAR_AHEAD, _FAR_BACK = 285, 325


class Point(NamedTuple):
    """A date, month or year as far as it is stated; what is None is for the document to say."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


def read_relative(dates: DateContext, read: Callable[[date], str | None]) -> str | None:
    """What `read` makes of the document's day, where all the days that are possible agree."""
    if dates.earliest is None or dates.latest is None:
        return None
    if not is_reckonable(dates.earliest) or not is_reckonable(dates.latest):
        return None
    answer = read(dates.earliest)
    if dates.latest == dates.earliest or answer == read(dates.latest):
        return answer
    return None


# In years; so many on may lie what two digits name and no plan is told of.
_SOON = 2


def complete_year(short: int, today: date, ahead: int = _SOON) -> int:
    """The year that two digits name: the latest that is no more than so many years ahead.

    The day's year has to be one that can be reckoned with.
    """
    latest = today.year + ahead
    return latest - (latest - short) % 100


def name_point(point: Point) -> str | None:
    """The ISO date, month or year of a complete point; None for a day that doesn't exist."""
    if point.year is None:
        return None
    if point.month is None:
        return f"{point.year:04d}"
    if point.day is None:
        return name_month(point.year, point.month)
    try:
        return date(point.year, point.month, point.day).isoformat()
    except ValueError:
        return None


def date_point(point: Point, today: date, *, future: bool) -> Point | None:
    """The point with the year (and month) that the document's day gives it.

    The latest that isn't after that day or, for what is still to come, the next that isn't over.
    """
    step = 1 if future else -1
    months = (point.month,) if point.month else range(1, 13)[::step]
    # Eight years on there is another 29 February, even around 1900.
    for year in range(today.year, today.year + 9 * step, step):
        for month in months:
            found = Point(year, month, point.day)
            if name_point(found) is None:
                continue
            if (_last_day(found) >= today) if future else (_first_day(found) <= today):
                return found
    return None


def _first_day(point: Point) -> date:
    return date(point.year or 1, point.month or 1, point.day or 1)


def is_near(point: Point, today: date) -> bool:
    """Whether the next such date is nearer than the last."""
    following = date_point(point, today, future=True)
    return following is not None and (_first_day(following) - today).days < _HALF_YEAR


def find_nearby(point: Point, today: date, *, future: bool) -> Point | None:
    """The point as `date_point` finds it, but for one that is nearly a year away.

    Who names a month without its year means one that isn't far: no tense of a verb nearby makes
    "in November", said in January, that of the year's end, nor "on 30 November" that of a year ago.
    """
    found, other = (date_point(point, today, future=way) for way in (future, not future))
    if found is None or other is None or not point.month:
        return found
    far = abs((_first_day(found) - today).days)
    return other if far > (_FAR_AHEAD if future else _FAR_BACK) else found


def _last_day(point: Point) -> date:
    if point.day:
        return _first_day(point)
    return last_of_month(point.year or 1, point.month or 12)


def unit_around(today: date, unit: str, steps: int) -> str | None:
    """The calendar year, quarter, month, week (Monday to Sunday) or day `steps` from today's."""
    if unit == "YEAR_UNIT":
        return f"{today.year + steps:04d}"
    if unit == "MONTH_UNIT":
        moved = add_months(today.replace(day=1), steps)
        return name_month(moved.year, moved.month)
    if unit == "QUARTER_UNIT":
        start = add_months(date(today.year, (today.month - 1) // 3 * 3 + 1, 1), 3 * steps)
        return name_interval(start, add_months(start, 3) - ONE_DAY)
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=steps)
    if unit == "WEEK_UNIT":
        return name_interval(monday, monday + timedelta(days=6))
    if unit == "DAY_UNIT":
        return (today + timedelta(days=steps)).isoformat()
    return None


def weekday_around(today: date, weekday: int, steps: int) -> str:
    """The weekday at or before today (-1, or 0 for the same), or the next one after it (1)."""
    behind = (today.weekday() - weekday) % 7
    if steps <= 0:
        return (today - timedelta(days=behind or (7 if steps < 0 else 0))).isoformat()
    return (today + timedelta(days=7 - behind)).isoformat()


def quarter_around(today: date, ordinal: int, *, future: bool) -> str | None:
    """The latest such calendar quarter that is over or, for what is to come, the next to end.

    In its last month it is the one that goes on; before, what is told of one is of another year.
    """
    starts = [date(today.year + step, 3 * ordinal - 2, 1) for step in (-1, 0, 1)]
    if future:
        start = next(first for first in starts if add_months(first, 3) > today)
    else:
        start = next(first for first in reversed(starts) if first <= today)
        if add_months(start, 2) > today >= start:
            return None
    return name_interval(start, add_months(start, 3) - ONE_DAY)


def april_year(start_year: int, day: int = 1) -> str:
    """The 12 months from April, as public bodies of the United Kingdom count them."""
    first = date(start_year, 4, day)
    return name_interval(first, add_months(first, 12) - ONE_DAY)


def april_year_around(today: date, steps: int) -> str:
    """The April-to-March year `steps` from the one that today is in."""
    return april_year(today.year - (today.month < 4) + steps)
