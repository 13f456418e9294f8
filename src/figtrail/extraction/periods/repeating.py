"""Rules for a time that is taken up again: the same month last year, those seven days."""

from __future__ import annotations

from typing import Final

from figtrail.extraction.periods.moving import STEPS, move_antecedent
from figtrail.extraction.periods.parts import DAYS, MONTHS
from figtrail.extraction.periods.reading import Matched, Reading, Rule, make_rule
from figtrail.extraction.periods.relative import read_relative
from figtrail.extraction.periods.told import find_told
from figtrail.intervals import bound_days, end_span, name_interval, shift_period

_TOLD = frozenset(("QUARTER_UNIT", "HALF_UNIT"))
_POINTS = frozenset(("time", "point", "stage"))
_SINGLE = "[YEAR_UNIT QUARTER_UNIT MONTH_UNIT WEEK_UNIT DAY_UNIT]"


def is_as_long(period: str | None, months: int = 0, days: int = 0) -> bool:
    """Whether a period is so many whole months, or days, long."""
    return period is not None and end_span(period, months, days) == name_interval(
        *bound_days(period)
    )


def is_half(period: str | None) -> bool:
    """Whether a period is half a year long."""
    return is_as_long(period, months=6)


def same_in_year(period: str | None, year: int) -> str | None:
    """The same stretch in another year; None where it would not start or end in that year."""
    if period is None:
        return None
    first, last = bound_days(period)
    moved = shift_period(period, 12 * (year - last.year))
    return moved if first.year == last.year else None


def _read_same(matched: Matched) -> Reading | None:
    noun = matched.name("noun")
    before = (find_told(matched, noun) if noun in _TOLD else None) or matched.antecedent
    if noun == "HALF_UNIT" and not is_half(before):
        # "Twice in the same half" of a match.
        return Reading() if matched.match.end("noun") < matched.match.end() else None
    if noun == "WEEKEND" and matched.match.end("noun") < matched.match.end():
        # In another year the weekend has other dates.
        return Reading(local=True)
    local = noun in ("DAY_UNIT", "DATE_WORD", "WEEKEND") or matched.word("noun") in _POINTS
    if matched.has("unit"):
        count = matched.number() if matched.has("count") else 1
        return Reading(move_antecedent(before, matched.name("unit"), -count) if count else None)
    if matched.has("previous"):
        return Reading(move_antecedent(before, "YEAR_UNIT", -1))
    if matched.has("season"):
        return Reading()
    year = matched.year()
    if year is not None:
        return Reading(same_in_year(before, year), local=local)
    if matched.has("last"):
        steps = STEPS[matched.name("last")]
        stated = read_relative(matched.dates, lambda today: f"{today.year + steps:04d}")
        period = same_in_year(before, int(stated)) if stated else None
        return Reading(period, basis="document", local=local)
    return Reading(before, local=local and matched.word("noun") not in _POINTS)


def _read_before(matched: Matched) -> Reading:
    """In the period a year earlier: so long before the one spoken of."""
    count = matched.number() if matched.has("count") else 1
    if not count:
        return Reading()
    return Reading(move_antecedent(matched.antecedent, matched.name("unit"), -count))


def _read_same_length(matched: Matched) -> Reading:
    """Those same seven days: the period spoken of, where it is as long."""
    before, count = matched.antecedent, matched.number()
    if before is None or not count:
        return Reading()
    unit = matched.name("unit")
    months, days = MONTHS.get(unit, 0) * count, DAYS.get(unit, 0) * count
    return Reading(before if is_as_long(before, months, days) else None)


def _read_previous_months(matched: Matched) -> Reading:
    """The previous 12 months: those before a period that is as long itself."""
    before, months = matched.antecedent, matched.number()
    if before is None or months is None:
        return Reading(role="length")
    if not is_as_long(before, months):
        return Reading(role="length")
    return Reading(shift_period(before, -months))


RULES: Final[tuple[Rule, ...]] = (
    make_rule(
        "SAME THAT THESE",
        "[THAT THESE]?SAME(?:COUNT DASH?)?"
        "(?P<noun>[PERIOD_NOUN MONTH_UNIT QUARTER_UNIT WEEK_UNIT DAY_UNIT YEAR_UNIT SEASON_WORD"
        " HALF_UNIT DATE_WORD WEEKEND])(?:DASH YEAR_UNIT)?PERIOD_NOUN?+(?:DASH?FRAME_NOUN)?"
        "(?!TO[ANY_MONTH YEAR])"
        "(?:(?:IN|OF|FOR)?(?:"
        f"(?:AN|(?P<count>COUNT))(?P<unit>{_SINGLE})[EARLIER BEFORE AGO PREVIOUS]"
        "|THE?(?P<previous>PREVIOUS YEAR_UNIT|YEAR_UNIT[BEFORE EARLIER]"
        "|[LAST PREVIOUS]FISCAL YEAR_UNIT?)"
        "|(?P<season>[LAST THIS]SEASON_WORD)|(?P<last>[LAST THIS NEXT])YEAR_UNIT|(?P<year>YEAR)))?",
        _read_same,
    ),
    make_rule("SAME", "SAME(?P<year>YEAR)(?P<noun>PERIOD_NOUN)", _read_same),
    make_rule(
        "PERIOD_NOUN MONTH_UNIT QUARTER_UNIT HALF_UNIT WEEK_UNIT",
        "(?:(?<=IN THE)|(?<=DURING THE)|(?<=OVER THE)|(?<=FOR THE)|(?<=FROM THE)|(?<=THAN THE))"
        "[PERIOD_NOUN MONTH_UNIT QUARTER_UNIT HALF_UNIT WEEK_UNIT]"
        f"(?:AN|(?P<count>COUNT))(?P<unit>{_SINGLE})[EARLIER BEFORE AGO PREVIOUS]",
        _read_before,
    ),
    make_rule(
        "THESE THAT",
        "[THESE THAT](?P<count>COUNT)(?P<unit>[YEAR_UNIT MONTH_UNIT WEEK_UNIT DAY_UNIT])"
        "(?!AGO|EARLIER|LATER)",
        _read_same_length,
    ),
    make_rule(
        "PREVIOUS", "PREVIOUS(?P<count>COUNT)(?P<unit>MONTH_UNIT)(?!TO)", _read_previous_months
    ),
)
