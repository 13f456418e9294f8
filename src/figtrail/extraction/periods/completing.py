"""The year that a document gives to a date without one: "in August", "on 20 February"."""

from __future__ import annotations

import re
from datetime import date

from figtrail.extraction.periods.mentions import DateContext
from figtrail.extraction.periods.outlook import is_decided, is_seen, looks_ahead, was_due
from figtrail.extraction.periods.reading import Reading
from figtrail.extraction.periods.relative import date_point, is_near, name_point, read_relative
from figtrail.extraction.periods.tokens import CODE, Tokens

# What starts on a date as a rule starts soon, but not "lost £4m in the six months starting May 1".
_BEGINNING = re.compile(
    r"(?:(?P<lasted>\b(?:in|over|during) the \S+ \S+ )|\b)"
    r"(?:starting|beginning|commencing) (?:on )?\Z"
)
# "Expected to average 2%, down from 4% in January": of what has been.
_FORMER = re.compile(
    r"\b(?:(?:up|down)\s+from|compared\s+(?:with|to)|higher\s+than|lower\s+than)"
    r"\s+[^\s,;]*\d(?:(?!\bto\b)[^,;])*\Z"
)
# "Economists had expected 4.5% for November": of a time that is over.
_FORESEEN = re.compile(
    r"\b(?:economists|analysts|traders|investors|forecasters|markets?|pollsters)\b[^.;]{0,40}"
    r"\b(?:expected|predicted|forecast|pencilled|anticipated|projected|estimated)\b"
)


def complete_date(tokens: Tokens, dates: DateContext, first: int, reading: Reading) -> Reading:
    """The reading with the year that the document gives to "in August" or "20 February"."""
    point = reading.point
    if point is None or reading.period is not None or point.year is not None:
        return reading
    by = CODE["BY"] in tokens.shape[max(0, first - 5) : first]
    start = tokens.start(first)
    ahead = looks_ahead(tokens.shape, first, unsaid=by) or is_seen(tokens.sentence, start)
    if ahead:
        ahead = _FORMER.search(tokens.sentence[max(0, start - 60) : start]) is None
        ahead = ahead and _FORESEEN.search(tokens.sentence, max(0, start - 120), start) is None
        ahead = ahead and not was_due(tokens.sentence[max(0, start - 120) : start], point, dates)

    begins = _BEGINNING.search(tokens.sentence, max(0, start - 50), start)
    begun = begins is not None and begins["lasted"] is None
    decided = not ahead and (begun or is_decided(tokens.sentence, start))

    def read(today: date) -> str | None:
        found = date_point(point, today, future=ahead or (decided and is_near(point, today)))
        return None if found is None else name_point(found)

    return reading._replace(period=read_relative(dates, read), basis="document")
