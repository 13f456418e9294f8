"""The period that was spoken of, moved by months or days, or the unit beside the one it is in."""

from __future__ import annotations

from figtrail.extraction.periods.parts import DAYS, MONTHS
from figtrail.extraction.periods.relative import unit_around
from figtrail.intervals import bound_days, closing_day, is_year, shift_period

STEPS = {"LAST": -1, "THIS": 0, "CURRENT": 0, "NEXT": 1}
_DAY = len("2024-01-01")


def move_antecedent(period: str | None, unit: str, steps: int) -> str | None:
    """The period stated before, moved by so many units; None where there is none to move.

    The last day of a month moves to that of another: a month before 30 June is 31 May.
    """
    if period is None:
        return None
    months = MONTHS.get(unit, 0) * steps
    month = period[: len("2024-01")]
    if months and len(period) == _DAY and period == closing_day(month):
        moved = shift_period(month, months)
        return None if moved is None else closing_day(moved)
    return shift_period(period, MONTHS.get(unit, 0) * steps, DAYS.get(unit, 0) * steps)


def neighbour_of(period: str | None, unit: str, steps: int) -> str | None:
    """The unit so many steps from the one that the period stated before lies in.

    "The previous year" of 2022-03 is 2021, but of a financial year the financial year before.
    """
    if period is None:
        return None
    first, last = bound_days(period)
    if unit == "YEAR_UNIT" and is_year(period):
        return shift_period(period, 12 * steps)
    if unit == "QUARTER_UNIT" and (last - first).days not in range(88, 92):
        return None
    if unit == "QUARTER_UNIT":
        return shift_period(period, 3 * steps)
    if unit == "WEEK_UNIT" and (last - first).days == 6:
        # A week may begin on any day.
        return shift_period(period, 0, 7 * steps)
    around = unit_around(first, unit, steps)
    return around if unit_around(last, unit, steps) == around else None
