"""Rules for weekends, and for what is two steps off: last weekend, the week before last."""

from __future__ import annotations

from datetime import date
from typing import Final

from figtrail.extraction.periods.reading import Matched, Reading, Rule, from_document, make_rule
from figtrail.extraction.periods.relative import unit_around, weekday_around
from figtrail.intervals import ONE_DAY, bound_days, name_interval, shift_period

# Sunday and Monday.
_AT_ITS_END = (6, 0)


def _read_weekend(matched: Matched) -> Reading:
    """The weekend behind the document's day; none while it is on."""

    def read(today: date) -> str | None:
        sunday = date.fromisoformat(weekday_around(today, 6, 0))
        return None if today.weekday() == 5 else name_interval(sunday - ONE_DAY, sunday)

    return Reading() if matched.ahead else from_document(matched, read, local=True)


def read_this_weekend(matched: Matched) -> Reading:
    """Read "this weekend": the one that ends or ended, said on its Sunday or the day after."""

    def read(today: date) -> str | None:
        if today.weekday() not in _AT_ITS_END:
            return None
        sunday = date.fromisoformat(weekday_around(today, 6, 0))
        return name_interval(sunday - ONE_DAY, sunday)

    return Reading() if matched.ahead else from_document(matched, read)


def _read_twice(matched: Matched) -> Reading:
    """The week before last, the year after next, the day before yesterday."""
    steps, unit = (2 if matched.has("later") else -2), matched.name("unit")
    if unit == "WEEKEND":
        return Reading(local=True)
    return from_document(matched, lambda today: unit_around(today, unit, steps))


def _read_spoken_weekend(matched: Matched) -> Reading:
    """That weekend, the weekend before: of the weekend spoken of."""
    spoken = matched.antecedent
    if not is_weekend(spoken):
        return Reading(local=True)
    steps = {"THAT": 0, "PREVIOUS": -1, "BEFORE": -1}.get(matched.name("way"), 1)
    return Reading(shift_period(spoken or "", days=7 * steps), local=True)


def is_weekend(period: str | None) -> bool:
    """Whether a period is a Saturday and the Sunday after it."""
    if period is None:
        return False
    first, last = bound_days(period)
    return first.weekday() == 5 and last - first == ONE_DAY


RULES: Final[tuple[Rule, ...]] = (
    make_rule("LAST THIS", "(?:LAST|THIS PAST)WEEKEND", _read_weekend),
    make_rule(
        "WEEKEND",
        "(?:(?<=OVER THE)|(?<=AT THE)|(?<=ON THE)|(?<=ACROSS THE)|(?<=DURING THE))WEEKEND",
        _read_weekend,
    ),
    make_rule(
        "YEAR_UNIT MONTH_UNIT WEEK_UNIT QUARTER_UNIT WEEKEND",
        "(?<=THE)(?P<unit>[YEAR_UNIT MONTH_UNIT WEEK_UNIT QUARTER_UNIT WEEKEND])"
        "(?:(?P<way>BEFORE)LAST|(?P<later>AFTER)NEXT)",
        _read_twice,
    ),
    make_rule(
        "DAY_UNIT",
        "(?<=THE)(?P<unit>DAY_UNIT)(?:(?P<way>BEFORE)YESTERDAY|(?P<later>AFTER)TOMORROW)",
        _read_twice,
    ),
    make_rule("WEEKEND", "(?<=THE)WEEKEND(?P<way>[BEFORE AFTER])", _read_spoken_weekend),
    make_rule(
        "THAT PREVIOUS FOLLOWING",
        "(?P<way>[THAT PREVIOUS FOLLOWING])WEEKEND",
        _read_spoken_weekend,
    ),
)
