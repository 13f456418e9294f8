"""Rules for decades, centuries and the turn of a year: the 1990s, the nineties, the 1800s."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from figtrail.extraction.periods.reading import Matched, Reading, Rule, make_rule
from figtrail.extraction.periods.tokens import WORD_VALUE
from figtrail.intervals import name_interval
from figtrail.patterns import compile_late

_HEAT = compile_late(r"\b(?:temperature|degrees|highs|lows|Fahrenheit)|°", re.I)


def _read_decade(matched: Matched) -> Reading | None:
    word = matched.word("decade")
    if word[-1].isdigit() and word[-1] != "0":
        return None
    first = int(word[:4].rstrip("s"))
    if first < 100:
        if first < 20 or matched.near(_HEAT):
            return None
        first += 1900
    last = first
    if matched.has("second"):
        other = int(matched.word("second").rstrip("s"))
        last = other if other > 100 else first // 100 * 100 + other
    if last < first:
        return Reading()
    decades = name_interval(date(first, 1, 1), date(last + 9, 12, 31))
    return Reading(decades, joined=matched.has("second"))


def _read_named_decade(matched: Matched) -> Reading | None:
    """The nineties; not the temperature that was in them, nor an age."""
    if matched.near(_HEAT):
        return None
    first = WORD_VALUE[matched.word("decade")]
    return Reading(name_interval(date(first, 1, 1), date(first + 9, 12, 31)))


def _read_turn(_: Matched) -> Reading:
    """At the turn of the year: around it, on no day that is stated."""
    return Reading(local=True)


def _read_unresolved(_: Matched) -> Reading:
    return Reading()


def _read_century(matched: Matched) -> Reading | None:
    """The 19th century; a third-generation farmer is no time."""
    last = matched.tokens.word(matched.match.end() - 1)
    return None if last == "generation" else Reading()


RULES: Final[tuple[Rule, ...]] = (
    make_rule(
        "DECADE",
        "(?P<decade>DECADE)(?:[AND TO DASH]APOSTROPHE?(?P<second>[DECADE SHORT_DECADE]))?",
        _read_decade,
    ),
    # "In the 1990's".
    make_rule(
        "YEAR",
        "(?:(?<=IN THE)|(?<=OF THE)|(?<=SINCE THE))(?P<decade>YEAR)APOSTROPHE POSSESSIVE",
        _read_decade,
    ),
    make_rule("SHORT_DECADE", "(?:(?<=THE)|(?<=APOSTROPHE))(?P<decade>SHORT_DECADE)", _read_decade),
    make_rule(
        "DECADE_WORD",
        "(?:(?<=IN THE)|(?<=THE EARLY)|(?<=THE EARLY DASH)|(?<=OF THE)|(?<=DURING THE)"
        "|(?<=SINCE THE))(?P<decade>DECADE_WORD)",
        _read_named_decade,
    ),
    make_rule(
        "TURN",
        "(?<=THE)TURN OF THE?(?:YEAR|[YEAR_UNIT CENTURY_UNIT DECADE_UNIT MONTH_UNIT])",
        _read_turn,
    ),
    make_rule("CENTURY_UNIT", "(?:(?<=BY EARLY DASH)|(?<=OF THE))CENTURY_UNIT", _read_unresolved),
    make_rule("ORDINAL ORDINAL_WORD", "[ORDINAL ORDINAL_WORD]DASH?CENTURY_UNIT", _read_century),
)
