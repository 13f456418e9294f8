"""Rules for a time that is taken up again: the same month last year, those seven days."""

from __future__ import annotations

from figtrail.extraction.periods.pointing import DAYS, MONTHS, STEPS, move_antecedent
from figtrail.extraction.periods.reading import Matched, Reading, make_rule
from figtrail.extraction.periods.relative import read_relative
from figtrail.intervals import bound_days, end_span, name_interval, shift_period

_POINTS = frozenset(("time", "point", "stage"))
_SINGLE = "[YEAR_UNIT QUARTER_UNIT MONTH_UNIT WEEK_UNIT DAY_UNIT]"


def same_in_year(period: str | None, year: int) -> str | None:
    """The same stretch in another year; None where it would not start or end in that year."""
    if period is None:
        return None
    first, last = bound_days(period)
    moved = shift_period(period, 12 * (year - last.year))
    return moved if first.year == last.year else None


def _read_same(matched: Matched) -> Reading:
    before = matched.antecedent
    if matched.has("unit"):
        count = matched.number() if matched.has("count") else 1
        return Reading(move_antecedent(before, matched.name("unit"), -count) if count else None)
    if matched.has("previous"):
        return Reading(move_antecedent(before, "YEAR_UNIT", -1))
    if matched.has("season"):
        return Reading()
    year = matched.year()
    if year is not None:
        return Reading(same_in_year(before, year))
    if matched.name("noun") == "DAY_UNIT" and not matched.has("last"):
        return Reading(before, local=True)
    if matched.has("last"):
        pointed = matched.word("noun") in _POINTS
        steps = STEPS[matched.name("last")]
        stated = read_relative(matched.dates, lambda today: str(today.year + steps))
        period = same_in_year(before, int(stated)) if stated else None
        return Reading(period, basis="document", local=pointed)
    return Reading(before)


def _read_same_length(matched: Matched) -> Reading:
    """Those same seven days: the period spoken of, where it is as long."""
    before, count = matched.antecedent, matched.number()
    if before is None or not count:
        return Reading()
    unit = matched.name("unit")
    months, days = MONTHS.get(unit, 0) * count, DAYS.get(unit, 0) * count
    as_long = bound_days(end_span(before, months, days)) == bound_days(before)
    return Reading(before if as_long else None)


def _read_previous_months(matched: Matched) -> Reading:
    """The previous 12 months: those before a period that is as long itself."""
    before, months = matched.antecedent, matched.number()
    if before is None or months is None:
        return Reading(role="length")
    first, last = bound_days(before)
    if end_span(before, months) != name_interval(first, last):
        return Reading(role="length")
    return Reading(shift_period(before, -months))


RULES = (
    make_rule(
        "SAME THAT THESE",
        "[THAT THESE]?SAME(?:COUNT DASH?)?"
        "(?P<noun>[PERIOD_NOUN MONTH_UNIT QUARTER_UNIT WEEK_UNIT DAY_UNIT YEAR_UNIT SEASON_WORD])"
        "(?:(?:IN|OF)?(?:"
        f"(?:AN|(?P<count>COUNT))(?P<unit>{_SINGLE})[EARLIER BEFORE AGO]"
        "|THE?(?P<previous>PREVIOUS YEAR_UNIT|YEAR_UNIT[BEFORE EARLIER]"
        "|[LAST PREVIOUS]FISCAL YEAR_UNIT?)"
        "|(?P<season>[LAST THIS]SEASON_WORD)|(?P<last>[LAST THIS NEXT])YEAR_UNIT|(?P<year>YEAR)))?",
        _read_same,
    ),
    make_rule(
        "THESE THAT",
        "[THESE THAT](?P<count>COUNT)(?P<unit>[YEAR_UNIT MONTH_UNIT WEEK_UNIT DAY_UNIT])"
        "(?!AGO|EARLIER|LATER)",
        _read_same_length,
    ),
    make_rule("PREVIOUS", "PREVIOUS(?P<count>COUNT)(?P<unit>MONTH_UNIT)", _read_previous_months),
)
