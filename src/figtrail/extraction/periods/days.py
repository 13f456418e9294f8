"""Rules for days beside another word: 31 March last year, ended June with, the present year."""

from __future__ import annotations

from datetime import date
from typing import Final

from figtrail.extraction.periods.reading import Matched, Reading, Rule, from_document, make_rule
from figtrail.extraction.periods.relative import Point, date_point, name_point
from figtrail.extraction.periods.tokens import WORD_VALUE
from figtrail.intervals import ONE_DAY, add_months, bound_days, closing_day, name_month

_STEPS = {"LAST": -1, "NEXT": 1}
_LEFT_AT = frozenset(("with", "at", "on", "up", "down", "in"))


def _read_day_of_year(matched: Matched) -> Reading:
    """31 March last year, May 3 this year: of the year beside the document's."""
    month, day = WORD_VALUE[matched.word("month")], int(matched.word("day").rstrip("stndrh"))
    step = _STEPS.get(matched.name("which"), 0)
    return from_document(
        matched, lambda today: name_point(Point(today.year + step, month, day)), local=True
    )


def _read_ended_month(matched: Matched) -> Reading | None:
    """Ended June with £40m: the last day of the month."""
    at = matched.match.end()
    if at >= len(matched.tokens.shape) or matched.tokens.word(at) not in _LEFT_AT:
        return None
    month = WORD_VALUE[matched.word("month")]

    def read(today: date) -> str | None:
        found = date_point(Point(matched.year(), month), today, future=False)
        named = None if found is None else name_point(found)
        return None if named is None else closing_day(named)

    return from_document(matched, read)._replace(bare=True)


def _read_present_year(matched: Matched) -> Reading | None:
    """The present year: the document's."""
    if matched.tokens.word(matched.match.start()) != "present":
        return None
    return from_document(matched, lambda today: f"{today.year:04d}")


def _read_month_end(matched: Matched) -> Reading | None:
    """September-end, June-end 2024: the last day of the month."""
    if matched.word("end") != "end":
        return None
    month, year = WORD_VALUE[matched.word("month")], matched.year()
    if year is not None:
        return Reading(closing_day(name_month(year, month)), role="end", local=True)
    ahead = matched.ahead

    def read(today: date) -> str | None:
        found = date_point(Point(None, month), today, future=ahead)
        named = None if found is None else name_point(found)
        return None if named is None else _end_before(named, today, ahead)

    return from_document(matched, read, local=True)._replace(role="end")


def _end_before(month: str, today: date, ahead: bool) -> str:
    """The end of a month that is over or, of what is to come, of that month."""
    last = bound_days(month)[1]
    if not ahead and last > today:
        last = add_months(last.replace(day=1), -12 + 1) - ONE_DAY
    return last.isoformat()


_OF_YEAR = "COMMA?(?:OF)?(?P<which>[LAST THIS NEXT])YEAR_UNIT"

RULES: Final[tuple[Rule, ...]] = (
    make_rule("PRESENT", "(?<=THE)PRESENT YEAR_UNIT", _read_present_year),
    make_rule(
        "DAY ORDINAL", f"(?P<day>ANY_DAY)OF?(?P<month>ANY_MONTH){_OF_YEAR}", _read_day_of_year
    ),
    make_rule(
        "MONTH NAMESAKE_MONTH",
        f"(?P<month>ANY_MONTH)DOT?THE?(?P<day>ANY_DAY){_OF_YEAR}",
        _read_day_of_year,
    ),
    make_rule(
        "MONTH NAMESAKE_MONTH",
        "(?<=ENDED)(?<![YEAR_UNIT MONTH_UNIT QUARTER_UNIT PERIOD_NOUN HALF_UNIT WEEK_UNIT DAY_UNIT]"
        "ENDED)(?P<month>ANY_MONTH)(?P<year>YEAR)?(?=LOWER|AT|ON|UP|IN)",
        _read_ended_month,
    ),
    make_rule(
        "MONTH NAMESAKE_MONTH",
        "(?P<month>ANY_MONTH)DASH(?P<end>END_NOUN)(?:OF?(?P<year>YEAR))?",
        _read_month_end,
    ),
)
