"""Marks close to their digits that are units: 6'2", 5′ × 8′, 40° 26′, the minutes of "3h 24m"."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.numbers.forms import UnitForm
from figtrail.extraction.numbers.scaling import is_minutes
from figtrail.extraction.tokens import Tokens


def read_mark(tokens: Tokens, stop: int) -> UnitForm | None:
    """The foot or inch that a mark close to its digits is the sign of, as in 6'2"."""
    words = tokens.words
    if words[stop] not in _MARKS:
        return None
    if is_minutes(tokens, stop):
        return _MINUTE
    if not tokens.words[stop - 1][0].isdigit() or not _is_close(tokens, stop, 1):
        return None
    crossed = tokens.lowers[stop + 1 : stop + 2] in (["x"], ["×"], ["by"])
    crossed = crossed or tokens.lowers[max(0, stop - 2) : stop - 1] in (["x"], ["×"], ["by"])
    if "°" in tokens.vocabulary and words[stop] in _OF_ARC:
        return _OF_ARC[words[stop]]
    if words[stop] == "″" or (words[stop] == '"' and (crossed or _is_mark_of_inches(tokens, stop))):
        return _INCH
    if words[stop] == "′" or (words[stop] in _FEET and crossed):
        return _FOOT
    if words[stop] in _FEET and _is_close(tokens, stop, 3):
        inches = words[stop + 1].isdecimal() and words[stop + 2] in _INCHES
        return _FOOT if inches else None
    feet = stop > 2 and words[stop] in _INCHES and words[stop - 2] in _FEET
    return _INCH if feet and words[stop - 3].isdecimal() and _is_close(tokens, stop, 1) else None


def _is_mark_of_inches(tokens: Tokens, at: int) -> bool:
    """Whether a straight quotation mark tells inches: alone, or with a dimension behind it."""
    ranged = tokens.lowers[at + 1 : at + 2] in (["to"], ["-"], ["–"], ["and"])
    ranged = ranged and tokens.tags[at + 2 : at + 3] == ["M"]
    return ranged or tokens.words.count('"') == 1 or tokens.lowers[at + 1 : at + 2] in _DIMENSIONS


_DIMENSIONS = [
    [word] for word in "wide deep tall high long thick diameter screen display pipe bore".split()
]


def _is_close(tokens: Tokens, at: int, count: int) -> bool:
    """Whether so many tokens from one on stand without a blank between them, or before them."""
    places = range(at, at + count)
    return at + count <= len(tokens.words) and all(
        tokens.starts[place] == tokens.ends[place - 1] for place in places
    )


_FEET, _INCHES = frozenset("'’′"), frozenset('"”″')
_MARKS = _FEET | _INCHES | {"m"}

_MINUTE = UnitForm(("m",), "minute", "duration", "inside", Decimal(1))
_FOOT = UnitForm(("'",), "foot", "measurement", "sign", Decimal(1))
_INCH = UnitForm(('"',), "inch", "measurement", "sign", Decimal(1))


_OF_ARC = {
    "′": UnitForm(("′",), "arcminute", "measurement", "sign", Decimal(1)),
    "″": UnitForm(("″",), "arcsecond", "measurement", "sign", Decimal(1)),
}
