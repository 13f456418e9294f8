"""Rules for days that have a name and a rule: Good Friday, by Labor Day, last Thanksgiving."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from figtrail.extraction.periods.feast_dates import find_feast, find_fixed_feast
from figtrail.extraction.periods.outlook import is_ahead
from figtrail.extraction.periods.reading import (
    Matched,
    Reading,
    Rule,
    from_document,
    make_rule,
    state_point,
)
from figtrail.extraction.periods.relative import Point
from figtrail.extraction.periods.tokens import class_names
from figtrail.intervals import ONE_DAY, is_reckonable_year

_TERMS = class_names("ON BY SINCE UNTIL")
_LEADS = class_names("FROM BEFORE AFTER FOR TO AND THROUGH COMMA DOT OTHER") | {""}
_NOUNS = class_names("LOWER PLURAL NAME YEAR_NOUN WEEKEND WEEK_UNIT SEASON_WORD")
_STEPS = {"LAST": -1, "THIS": 0, "NEXT": 1}


def _spell_name(matched: Matched, first: int, last: int) -> str:
    """The name without marks and the s of "St Patrick's" or the S of "ST PATRICK'S"."""
    words = matched.tokens.words(first, last)
    kept = (word for word in words if word not in ("'", "’", "s", "S", ".", "Jr"))
    return " ".join(word.title() if word.isupper() and len(word) > 1 else word for word in kept)


def is_kept_day(matched: Matched, first: int) -> bool:
    """Whether the words from a token to the match's end name a day whose rule is known."""
    return find_feast(_spell_name(matched, first, matched.match.end()), matched.nation) is not None


def _is_term(matched: Matched) -> bool:
    """Whether "Black Friday" is when something is, not what sort of deals are meant."""
    before = matched.previous()
    return before in _TERMS or (before in _LEADS and matched.following() not in _NOUNS)


def _read_named_day(matched: Matched) -> Reading | None:
    """Canada Day, on Good Friday 2023; not "the 1935 Labor Day hurricane"."""
    first, last = matched.match.span("name")
    if matched.previous() == "YEAR" or matched.following() == "WEEKEND":
        return None
    if matched.has("weekday") and not matched.has("year") and not _is_term(matched):
        return None
    return _date_feast(matched, _spell_name(matched, first, last))


def _read_feast(matched: Matched) -> Reading | None:
    """On Thanksgiving, by Easter: a season's name is its day only as a term."""
    name = matched.word("name").title()
    if matched.previous() == "YEAR" or not _is_term(matched):
        return None
    if name == "Easter":
        return _date_feast(matched, "Easter Day") if matched.previous() == "BY" else None
    return None if name == "Christmas" else _date_feast(matched, name)


def _read_which_feast(matched: Matched) -> Reading | None:
    """Last Thanksgiving, this Labor Day, next Easter.

    Last is the one before the document, this that of its year, next the first after its day.
    """
    which = matched.name("which")
    find = find_feast(_spell_name(matched, *matched.match.span("name")), matched.nation)
    if find is None or matched.word("name").title() == "Christmas":
        return None

    def read(today: date) -> str:
        if which == "LAST":
            return _latest(find, today).isoformat()
        found = find(today.year) if which == "THIS" else _next(find, today + ONE_DAY)
        return found.isoformat()

    return from_document(matched, read, local=True)


def _date_feast(matched: Matched, name: str) -> Reading | None:
    """The feast in the year stated, or as near as the verb says."""
    find, fixed = find_feast(name, matched.nation), find_fixed_feast(name, matched.nation)
    if find is None:
        return None
    year = matched.year()
    if matched.has("step"):
        step = _STEPS[matched.name("step")]
        return from_document(matched, lambda day: find(day.year + step).isoformat(), local=True)
    if fixed is not None:
        return state_point(Point(year, *fixed))
    if year is not None:
        known = is_reckonable_year(year)
        return Reading(find(year).isoformat() if known else None, local=True)
    by = matched.previous() == "BY"
    ahead = is_ahead(matched.tokens, matched.match.start(), unsaid=by)
    untold = not ahead and is_ahead(matched.tokens, matched.match.start(), unsaid=True)

    def read(today: date) -> str:
        last, coming = _latest(find, today), _next(find, today)
        nearer = untold and coming - today < today - last
        return (coming if ahead or nearer else last).isoformat()

    return from_document(matched, read, local=True)


def _latest(find: Callable[[int], date], today: date) -> date:
    """The last that isn't after a day."""
    found = find(today.year)
    return found if found <= today else find(today.year - 1)


def _next(find: Callable[[int], date], today: date) -> date:
    """The next that isn't before a day."""
    found = find(today.year)
    return found if found >= today else find(today.year + 1)


_YEAR = "(?:COMMA?(?P<year>YEAR)|(?P<step>[LAST THIS NEXT])YEAR_UNIT)?"
_OWNING = "(?:APOSTROPHE[POSSESSIVE NAME]?)?"

RULES: Final[tuple[Rule, ...]] = (
    make_rule(
        "NAME NAMED_DAY FEAST HOLIDAY NAMESAKE_MONTH",
        "(?P<name>[NAME NAMED_DAY FEAST HOLIDAY NAMESAKE_MONTH][NAME FEAST DOT]{0,4}"
        f"{_OWNING}DAY_UNIT){_YEAR}",
        _read_named_day,
    ),
    # "Women's Day", "All Saints' Day".
    make_rule(
        "COUNTED WHOLE",
        f"(?P<name>[COUNTED WHOLE]NAME?{_OWNING}DAY_UNIT){_YEAR}",
        _read_named_day,
    ),
    make_rule(
        "NAMED_DAY HOLIDAY",
        f"(?P<name>[NAMED_DAY HOLIDAY](?P<weekday>WEEKDAY)){_YEAR}",
        _read_named_day,
    ),
    make_rule(
        "LAST THIS NEXT",
        f"(?P<which>[LAST THIS NEXT])(?P<name>HOLIDAY|[NAMED_DAY HOLIDAY]WEEKDAY"
        f"|[NAME NAMED_DAY FEAST]NAME?{_OWNING}DAY_UNIT)(?!WEEKEND|WEEK_UNIT|PERIOD_NOUN)",
        _read_which_feast,
    ),
    make_rule("HOLIDAY", f"(?P<name>HOLIDAY){_YEAR}", _read_feast),
)
