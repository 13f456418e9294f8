"""Rules for weeks and quarters by their number: week 44, weeks 12 to 19 of 2025, quarter 1."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from figtrail.extraction.periods.reading import (
    AMERICAN_NATIONS,
    Matched,
    Reading,
    Rule,
    from_document,
    make_rule,
)
from figtrail.extraction.periods.year_parts import read_quarter
from figtrail.intervals import is_reckonable_year, last_of_month, name_interval

_STEPS = {"LAST": -1, "THIS": 0, "NEXT": 1}
_SIX_DAYS = timedelta(days=6)
# Farther off, "in week 3" counts the weeks of something else: of a course, a season, a trial.
_NEAR = timedelta(weeks=12)


def _read_weeks(matched: Matched) -> Reading | None:
    """In week 44, in weeks 12 to 19 of 2025: by ISO 8601, from Monday to Sunday.

    Not in the United States, where weeks of the year begin on Sunday.
    """
    first = int(matched.word("first"))
    last = int(matched.word("last")) if matched.has("last") else first
    plural = matched.tokens.word(matched.match.start()).endswith("s")
    if plural != matched.has("last") or not first <= last or matched.nation in AMERICAN_NATIONS:
        return None
    year = matched.year()
    if year is not None:
        return Reading(_name_weeks(year, first, last))
    if matched.has("which"):
        step = _STEPS[matched.name("which")]
        return from_document(matched, lambda today: _name_weeks(today.year + step, first, last))
    reading = from_document(matched, lambda today: _find_near(today, first, last))
    return reading if reading.period is not None else None


def _find_near(today: date, first: int, last: int) -> str | None:
    """The weeks of that number that are nearest, where they are near."""
    years = (today.year - 1, today.year, today.year + 1)
    openings = {_open_week(year, first): year for year in years}
    known = [day for day in openings if day is not None]
    nearest = min(known, key=lambda day: abs(day - today), default=None)
    if nearest is None or abs(nearest - today) > _NEAR:
        return None
    return _name_weeks(openings[nearest], first, last)


def _open_week(year: int, week: int) -> date | None:
    """The Monday of a week; None where the year has no such week."""
    if not is_reckonable_year(year):
        return None
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def _name_weeks(year: int, first: int, last: int) -> str | None:
    opening, closing = _open_week(year, first), _open_week(year, last)
    if opening is None or closing is None:
        return None
    return name_interval(opening, closing + _SIX_DAYS)


def _read_company_period(matched: Matched) -> Reading:
    """2Q2026, 1H2025: of the calendar year; what names a fiscal one stays without a date."""
    word = matched.tokens.word(matched.match.start())
    ordinal, part, year = word[0], word[1], word[2:]
    if len(year) != len("2026") or not year.isdigit() or not is_reckonable_year(int(year)):
        return Reading()
    months = 3 if part == "Q" else 6
    last = int(ordinal) * months
    opening = date(int(year), last - months + 1, 1)
    return Reading(name_interval(opening, last_of_month(int(year), last)))


_NUMBER = "[DAY TWO_DIGITS]"
_NAMED = "(?:COMMA?(?:OF|IN)?(?P<year>YEAR)|OF?(?P<which>[LAST THIS NEXT])YEAR_UNIT)"
_LED = "(?:(?<=IN)|(?<=FOR)|(?<=BY)|(?<=SINCE)|(?<=UNTIL)|(?<=FROM)|(?<=THAN)|(?<=DURING))"

RULES: Final[tuple[Rule, ...]] = (
    make_rule(
        "WEEK_UNIT",
        f"WEEK_UNIT(?P<first>{_NUMBER})(?:[TO DASH AND](?P<last>{_NUMBER}))?{_NAMED}",
        _read_weeks,
    ),
    make_rule(
        "WEEK_UNIT",
        f"{_LED}WEEK_UNIT(?P<first>{_NUMBER})(?:[TO DASH AND](?P<last>{_NUMBER}))?"
        "(?![OF SCALE PERCENT PLURAL COUNTED DASH UNIT])",
        _read_weeks,
    ),
    make_rule(
        "QUARTER_UNIT",
        f"{_LED}QUARTER_UNIT(?P<quarter>DAY)(?:(?:OF|IN)?(?P<year>YEAR))?"
        "(?![OF SCALE PERCENT PLURAL COUNTED DASH UNIT])",
        read_quarter,
    ),
    make_rule("COMPANY_PERIOD", "COMPANY_PERIOD", _read_company_period),
)
