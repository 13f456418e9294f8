"""Rules for days and month's ends beside another word: 31 March last year, ended June with."""

from __future__ import annotations

from datetime import date

from figtrail.extraction.periods.reading import Matched, Reading, from_document, make_rule
from figtrail.extraction.periods.relative import Point, date_point, name_point
from figtrail.extraction.periods.tokens import WORD_VALUE
from figtrail.intervals import closing_day

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


_OF_YEAR = "COMMA?(?:OF)?(?P<which>[LAST THIS NEXT])YEAR_UNIT"

RULES = (
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
)
