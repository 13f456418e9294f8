"""The year that a sentence opens with, which months behind it are of: "In 2015, … in May"."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from figtrail.extraction.periods.framing import Framed
from figtrail.extraction.periods.joining import Core
from figtrail.extraction.periods.mentions import DateContext, MentionBasis
from figtrail.extraction.periods.outlook import looks_ahead
from figtrail.extraction.periods.tokens import CODE, Tokens
from figtrail.patterns import compile_late

_PARTS = frozenset(
    CODE[name]
    for name in ("MONTH", "NAMESAKE_MONTH", "NTH_QUARTER", "QUARTER_UNIT", "NTH_HALF", "HALF_UNIT")
)
# How many tokens may stand before the year: "By contrast, in 2015,".
_FRONT = 4
# Past these a month may be of another year, or that of the report.
_APART = compile_late(
    r";|, (?:and|with|which)\b(?=[^,]*\b(?:published|released|reported|said)\b)|, and\b"
    r"|\b(?:but|now|this|while|since|until|before|after|than)\b"
    r"|\b(?:said|announced|published|released|reported|showed|shown|issued|compiled|told)\s+"
    r"(?:\w+\s+)?\Z"
)


class Front(NamedTuple):
    """The year that opens a sentence, its basis and the token after it."""

    year: int
    basis: MentionBasis
    stop: int


def read_front(tokens: Tokens, framed: Framed, stop: int) -> Front | None:
    """The year that opens the sentence, None where another expression does."""
    period = framed.period
    if period is None or len(period) != len("2024") or framed.role != "during":
        return None
    before = tokens.shape[: framed.first]
    opens = framed.first == 0 or (framed.first < _FRONT and before[-1] == CODE["COMMA"])
    return Front(int(period), framed.basis, stop) if opens else None


def lend_year(
    tokens: Tokens, dates: DateContext, core: Core, front: Front | None
) -> DateContext | None:
    """What is known of the document, as if it were of that year, where a month takes its year.

    None where the expression names no month or quarter, states its year, or is told apart from
    that one.
    """
    if front is None:
        return None
    point = core.reading.point
    named = not _PARTS.isdisjoint(tokens.shape[core.first : core.last])
    if not named or (point is not None and point.year is not None):
        return None
    between = tokens.sentence[tokens.end(front.stop - 1) : tokens.start(core.first)]
    if _APART.search(between) or (core.reading.basis == "stated" and point is None):
        return None
    ahead = looks_ahead(tokens.shape, core.first)
    day = date(front.year, 1, 1) if ahead else date(front.year, 12, 31)
    return dates._replace(earliest=day, latest=day)
