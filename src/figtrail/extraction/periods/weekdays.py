"""Rules for days of the week: on Monday, last Friday, Tuesday of last week, overnight on Sunday."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.periods.coming import is_awaited, is_timetabled
from figtrail.extraction.periods.reading import (
    Matched,
    Reading,
    Rule,
    from_document,
    make_rule,
    state_point,
)
from figtrail.extraction.periods.relative import Point, date_point, weekday_around
from figtrail.extraction.periods.tokens import NAME_OF_CODE, WORD_VALUE, compile_shape
from figtrail.intervals import last_of_month, name_interval

_PRESENT = compile_shape("BE LOWER{0,3}BEHIND?ON?")
_WEEK = timedelta(weeks=1)
_STEPS = {"LAST": -1, "THIS": 0, "NEXT": 1}


def _read_nth_weekday(matched: Matched) -> Reading:
    """The last Sunday in August, the first Monday of May: in the year stated or nearest behind."""
    ordinal = WORD_VALUE.get(matched.word("which"), -1)
    weekday, month = WORD_VALUE[matched.word("weekday")], WORD_VALUE[matched.word("month")]

    def read(year: int) -> str:
        if ordinal < 0:
            return weekday_around(last_of_month(year, month), weekday, 0)
        # The first falls on one of the first seven days.
        return weekday_around(date(year, month, min(7 * ordinal, 28)), weekday, 0)

    year = matched.year()
    if year is not None:
        return Reading(read(year), local=True)
    ahead = matched.ahead

    def read_near(today: date) -> str | None:
        found = date_point(Point(None, month), today, future=ahead)
        return None if found is None or found.year is None else read(found.year)

    return from_document(matched, read_near, local=True)


def _read_one_weekday(matched: Matched) -> Reading | None:
    """One Monday in July: some day of the month."""
    if matched.number() != 1:
        return None
    return state_point(Point(matched.year(), WORD_VALUE[matched.word("month")]))._replace(
        local=True
    )


def _read_weekday(matched: Matched) -> Reading | None:
    weekday = WORD_VALUE[matched.word("weekday")]
    if matched.has("each"):
        return Reading(role="frequency")
    if _is_of_paper(matched):
        return None
    if matched.previous() == "AN" and _is_any(matched):
        # "On a Thursday": on any; "a Tuesday blaze" was on one.
        return Reading(local=True)
    which = matched.name("which") if matched.has("which") else ""
    if matched.name("weekday") == "SHORT_WEEKDAY" and not which and matched.previous() != "ON":
        return None
    ahead = which == "NEXT" or (which != "LAST" and (matched.ahead or _is_due(matched)))

    def read(today: date) -> str:
        if ahead and which != "NEXT":
            return weekday_around(today, weekday, 0 if today.weekday() == weekday else 1)
        return weekday_around(today, weekday, {"LAST": -1, "NEXT": 1}.get(which, 0))

    return from_document(matched, read, local=True)


def _is_of_paper(matched: Matched) -> bool:
    """Whether a Sunday is part of a newspaper's name: "a Sunday Times poll".

    Not so "on Sunday World Bank officials", nor "last Sunday".
    """
    stop = matched.match.end()
    if matched.previous() == "ON" or matched.has("which") or stop >= len(matched.tokens.shape):
        return False
    following = matched.tokens.word(stop)
    sunday = WORD_VALUE[matched.word("weekday")] == _SUNDAY
    return sunday and following[0].isupper() and following.lower() in _PAPERS


_SUNDAY = 6
_PAPERS = frozenset(read_sections("dating_words.txt")["sunday papers"])


def _is_any(matched: Matched) -> bool:
    """Whether "a Thursday" is any of them: "on a Thursday", but not "a Thursday blaze"."""
    shape, start = matched.tokens.shape, matched.match.start()
    placed = start > 1 and NAME_OF_CODE[shape[start - 2]] in ("ON", "EACH", "BY")
    return placed or matched.following() not in ("LOWER", "NAME")


def _is_due(matched: Matched) -> bool:
    """Whether the day is spoken of as one that comes, without a verb of the future."""
    tokens, (first, last) = matched.tokens, matched.match.span()
    return _is_set(matched) or is_timetabled(tokens, first) or is_awaited(tokens, first, last)


def _is_set(matched: Matched) -> bool:
    """Whether the present says what is still to come: "the vote is on Thursday", "are shut on"."""
    shape, start = matched.tokens.shape, matched.match.start()
    return any(_PRESENT.fullmatch(shape, max(0, start - back), start) for back in range(1, 6))


def _read_opening_days(_: Matched) -> Reading:
    """Monday to Friday: mostly every week's, so no week of its own."""
    return Reading()


def _read_day_of_week(matched: Matched) -> Reading:
    """Tuesday of last week, next week on Friday: the day of a week from Monday to Sunday."""
    weekday, step = WORD_VALUE[matched.word("weekday")], _STEPS[matched.name("week")]

    def read(today: date) -> str:
        monday = today - timedelta(days=today.weekday()) + step * _WEEK
        return (monday + timedelta(days=weekday)).isoformat()

    return from_document(matched, read, local=True)


def _read_days_of_week(matched: Matched) -> Reading:
    """Between Tuesday and Thursday of last week: from day to day of a week from Monday on."""
    first, last = WORD_VALUE[matched.word("weekday")], WORD_VALUE[matched.word("second")]
    step = _STEPS[matched.name("week")]

    def read(today: date) -> str | None:
        monday = today - timedelta(days=today.weekday()) + step * _WEEK
        if last < first:
            return None
        return name_interval(monday + timedelta(days=first), monday + timedelta(days=last))

    return from_document(matched, read, local=True)._replace(joined=True)


def _read_week_ago(matched: Matched) -> Reading:
    """A week ago on Tuesday: the one before the last."""
    weekday = WORD_VALUE[matched.word("weekday")]
    return from_document(
        matched, lambda today: weekday_around(today - _WEEK, weekday, 0), local=True
    )


_NIGHT = "(?:DAYTIME)?"
_WEEKDAY = "(?P<weekday>ANY_WEEKDAY)"

RULES: Final[tuple[Rule, ...]] = (
    make_rule(
        "LAST ORDINAL_WORD FINAL",
        "(?P<which>[LAST ORDINAL_WORD FINAL])(?P<weekday>ANY_WEEKDAY)[IN OF]"
        "(?P<month>ANY_MONTH)(?P<year>YEAR)?",
        _read_nth_weekday,
    ),
    make_rule(
        "WEEKDAY SHORT_WEEKDAY",
        f"{_WEEKDAY}{_NIGHT}OF?(?P<week>[LAST THIS NEXT])WEEK_UNIT",
        _read_day_of_week,
    ),
    make_rule(
        "WEEKDAY SHORT_WEEKDAY",
        f"{_WEEKDAY}[AND TO DASH THROUGH](?P<second>ANY_WEEKDAY)OF?(?P<week>[LAST THIS NEXT])"
        "WEEK_UNIT",
        _read_days_of_week,
    ),
    make_rule(
        "LAST THIS NEXT",
        f"(?P<week>[LAST THIS NEXT])WEEK_UNIT COMMA?ON{_WEEKDAY}{_NIGHT}"
        "(?!COMMA?ANY_MONTH|ANY_DAY)",
        _read_day_of_week,
    ),
    make_rule(
        "NUMBER_WORD",
        f"(?P<count>NUMBER_WORD){_WEEKDAY}{_NIGHT}[IN OF](?P<month>ANY_MONTH)(?P<year>YEAR)?",
        _read_one_weekday,
    ),
    make_rule("AN", f"AN WEEK_UNIT AGO ON?{_WEEKDAY}{_NIGHT}", _read_week_ago),
    make_rule(
        "LAST NEXT THIS EACH",
        f"(?:(?P<which>[LAST NEXT THIS])|(?P<each>EACH))(?P<weekday>ANY_WEEKDAY){_NIGHT}",
        _read_weekday,
    ),
    make_rule(
        "WEEKDAY SHORT_WEEKDAY", "ANY_WEEKDAY[TO DASH THROUGH]ANY_WEEKDAY", _read_opening_days
    ),
    make_rule(
        "WEEKDAY SHORT_WEEKDAY",
        f"{_WEEKDAY}(?!DOT?COMMA?THE?(?:ANY_DAY OF?ANY_MONTH|ANY_MONTH DOT?ANY_DAY)|THE ORDINAL)"
        f"{_NIGHT}",
        _read_weekday,
    ),
)
