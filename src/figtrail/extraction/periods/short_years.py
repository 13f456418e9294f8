"""Rules for years in two digits: in '86, the storm of '28, from '64 to '68."""

from __future__ import annotations

from typing import Final

from figtrail.extraction.periods.reading import Matched, Reading, Rule, from_document, make_rule
from figtrail.extraction.periods.relative import Point, complete_year, name_point
from figtrail.patterns import compile_late

# What the digits count, or what a quotation calls so: "a film called '10 easy steps'".
_COUNTING = compile_late(
    r"\s+(?:[a-z]+s|people|men|women|children|per ?cent|million|billion)\b(?<!\bwas)(?<!\bhas)"
    r"|[^'’]{1,60}(?<=\w)['’](?!\w)"
)

# How many years ahead a plan may be: "net zero by '50".
_PLANNED = 30


def _read_short_year(matched: Matched) -> Reading | None:
    """Storm of '28; not "the class of '69" nor "'90 seconds' was a hit"."""
    at = matched.match.start()
    if len(matched.word("short")) != len("86") or matched.followed_by(_COUNTING):
        return None
    if at > 1 and matched.tokens.word(at - 2).lower() == "class":
        return None
    coming = matched.ahead or matched.previous() in ("BY", "UNTIL")
    soon = {"ahead": _PLANNED} if coming else {}
    short = int(matched.word("short"))
    return from_document(
        matched, lambda today: name_point(Point(complete_year(short, today, **soon)))
    )


_LED = (
    "(?:(?<=IN)|(?<=OF)|(?<=SINCE)|(?<=FROM)|(?<=UNTIL)|(?<=BY)|(?<=DURING)|(?<=BEFORE)|(?<=AFTER)"
    "|(?<=BETWEEN)|(?<=APOSTROPHE[TWO_DIGITS DAY][TO AND]))"
)

RULES: Final[tuple[Rule, ...]] = (
    make_rule("APOSTROPHE", f"{_LED}APOSTROPHE(?P<short>[TWO_DIGITS DAY])", _read_short_year),
)
