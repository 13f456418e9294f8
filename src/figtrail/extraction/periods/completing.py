"""The year that a document gives to a date without one: "in August", "on 20 February"."""

from __future__ import annotations

from datetime import date

from figtrail.extraction.periods.coming import is_timetabled, is_to_be
from figtrail.extraction.periods.mentions import DateContext
from figtrail.extraction.periods.outlook import is_ahead, is_decided, was_due
from figtrail.extraction.periods.reading import Reading
from figtrail.extraction.periods.relative import (
    Point,
    date_point,
    find_nearby,
    is_near,
    name_point,
    read_relative,
)
from figtrail.extraction.periods.tokens import CODE, Tokens, compile_shape
from figtrail.patterns import compile_late

_MONTHS = frozenset((CODE["MONTH"], CODE["NAMESAKE_MONTH"]))
_TELLING = frozenset(CODE[name] for name in ("BEHIND", "ENDED", "LAST"))
# How many tokens before a day, and from its month on, may tell that it is past.
_TOLD_BEFORE, _TOLD_AFTER = 14, 4
# How many tokens "20th of Sept." takes.
_LONGEST_DATE = 4
_DATE = _MONTHS | {CODE[name] for name in ("DAY", "ORDINAL", "DOT", "OF", "THE")}
_BY = compile_shape(
    "BY[THE END_NOUN START_NOUN EARLY OF IN DASH TIME DAY HALF_DAY ON COMMA WEEKDAY]{0,5}\\Z"
)
# What starts on a date as a rule starts soon, but not "lost £4m in the six months starting May 1".
_BEGINNING = compile_late(
    r"(?:(?P<lasted>\b(?:in|over|during) the \S+ \S+ )|\b)"
    r"(?:starting|beginning|commencing) (?:on )?\Z"
)
# "Expected to average 2%, down from 4% in January": of what has been.
_FORMER = compile_late(
    r"\b(?:(?:up|down)\s+from|compared\s+(?:with|to)|higher\s+than|lower\s+than)"
    r"\s+[^\s,;]*\d(?:(?!\bto\b)[^,;])*\Z"
)
# "Is to open in May", "will end June 30".
_PLANNED = compile_late(
    r"\b(?:will|shall|to|won[’']t|would|must)\s+(?:not\s+)?(?!have\b)[a-z]+(?:\s+(?:[^\s,;:.()]|[.,](?=\d))+){0,5}\s+\Z"
)
_WILL = compile_late(
    r"\b(?:will|shall|won[’']t)\s(?:(?!(?:after|since|when|that|than|from|which|who|was|were)\b)"
    r"[^\s,;:.()]+\s){1,12}\Z"
)
# "Economists had expected 4.5% for November": of a time that is over.
_FORESEEN = compile_late(
    r"\b(?:economists|analysts|traders|investors|forecasters|markets?|pollsters)\b[^.;]{0,40}"
    r"\b(?:expected|predicted|forecast|pencilled|anticipated|projected|estimated)\b"
)


def complete_date(tokens: Tokens, dates: DateContext, first: int, reading: Reading) -> Reading:
    """The reading with the year that the document gives to "in August" or "20 February"."""
    point = reading.point
    if point is None or reading.period is not None or point.year is not None:
        return reading
    by = _BY.search(tokens.shape, max(0, first - 6), first) is not None
    month = _find_own_month(dates)
    named = not _MONTHS.isdisjoint(tokens.shape[first : first + _LONGEST_DATE])
    if named and month is not None and point.month == month.month:
        # Of a document of May 2023 whose day isn't known, "on 12 May" is of that May.
        own = name_point(point._replace(year=month.year))
        return reading._replace(period=own, basis="document")
    ahead = _find_ahead(tokens, dates, first, point, by=by)
    decided = not ahead and _is_arranged(tokens, first)
    firm = _is_firm(tokens, first, point, ahead=ahead, by=by)

    def read(today: date) -> str | None:
        future = ahead or (decided and is_near(point, today))
        found = (date_point if firm else find_nearby)(point, today, future=future)
        return None if found is None else name_point(found)

    return reading._replace(period=read_relative(dates, read), basis="document")


def _find_ahead(tokens: Tokens, dates: DateContext, first: int, point: Point, *, by: bool) -> bool:
    """Whether the sentence looks ahead at a date, and not back at what was foreseen."""
    start = tokens.start(first)
    if not is_ahead(tokens, first, unsaid=by) and not _will_be(tokens.sentence, start):
        return False
    if _FORMER.search(tokens.sentence[max(0, start - 60) : start]) is not None:
        return False
    if _FORESEEN.search(tokens.sentence, max(0, start - 120), start) is not None:
        return False
    return not was_due(tokens.sentence[max(0, start - 120) : start], point, dates)


def _is_arranged(tokens: Tokens, first: int) -> bool:
    """Whether what is dated was decided on or is in a timetable, so that it may be to come."""
    start = tokens.start(first)
    begins = _BEGINNING.search(tokens.sentence, max(0, start - 50), start)
    return (
        (begins is not None and begins["lasted"] is None)
        or is_decided(tokens.sentence, start)
        or is_timetabled(tokens, first)
        or is_to_be(tokens, _find_end(tokens, first))
    )


def _is_firm(tokens: Tokens, first: int, point: Point, *, ahead: bool, by: bool) -> bool:
    """Whether the side of the document that a date is on is certain, however far it is then.

    Where it isn't, a date that would be nearly a year away is taken for the one on the other side.
    """
    if ahead:
        return by or _is_planned(tokens.sentence, tokens.start(first))
    # A day that no verb of the past stands near isn't nearly a year back.
    told = point.day is None or _is_told(tokens, first)
    return told and not is_ahead(tokens, first, unsaid=True)


def _is_told(tokens: Tokens, first: int) -> bool:
    """Whether a verb of the past stands near the day that begins at a token."""
    near = tokens.shape[max(0, first - _TOLD_BEFORE) : first + _TOLD_AFTER]
    return not _TELLING.isdisjoint(near)


def _find_end(tokens: Tokens, first: int) -> int:
    """The token after the month and day that begin at a token."""
    end = first + 1
    while end < min(len(tokens.shape), first + _LONGEST_DATE) and tokens.shape[end] in _DATE:
        end += 1
    return end


def _will_be(sentence: str, at: int) -> bool:
    """Whether "will" governs a date: "will get a fully franked dividend of 8 cents on March 26"."""
    return _WILL.search(sentence, max(0, at - 120), at) is not None


def _is_planned(sentence: str, at: int) -> bool:
    """Whether a verb says right before a date what is to be done: "is to open with 40 in May"."""
    return _PLANNED.search(sentence, max(0, at - 60), at) is not None


def _find_own_month(dates: DateContext) -> date | None:
    """The first day of a document of which no more than the month is known."""
    first, last = dates.earliest, dates.latest
    if first is None or last is None or first == last:
        return None
    return first if (first.year, first.month) == (last.year, last.month) else None
