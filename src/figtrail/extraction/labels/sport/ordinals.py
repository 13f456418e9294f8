"""What only goes with an ordinal: "the first win in 11", "third of 27", "in the first three"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_SPORT = read_sections("sport.txt")
_MATCHES = frozenset(_SPORT["matches"])
_ORDINALS = frozenset(_SPORT["ordinals"])
_WON = frozenset(_SPORT["results"])
_MARKS = (",", ";", ":", "–", "—")
# So far before a run stands the ordinal that it places.
_NEAR = 8


@needs(_MATCHES, ("in", "from"))
def is_of_run(tokens: Tokens, number: Number) -> bool:
    """Whether a run of matches only places an ordinal: "the first time in 11 games"."""
    first, stop = number.first, number.stop
    if number.kind is not None or first < 2 or tokens.lowers[first - 1] not in ("in", "from"):
        return False
    played = tokens.lowers[stop : stop + 1]
    if tokens.lowers[first - 1] == "from":
        # "Seventh from nine games", but "17th with 41 points from 38 games".
        return bool(played) and played[0] in _MATCHES and tokens.lowers[first - 2] in _ORDINALS
    if played and tokens.tags[stop] in "NJ" and played[0] not in _MATCHES:
        return False
    before = tokens.lowers[max(0, first - _NEAR) : first - 1]
    for mark in _MARKS:
        before = before[before.index(mark) + 1 :] if mark in before else before
    return not _ORDINALS.isdisjoint(before)


@needs(_WON, _ORDINALS)
def is_nth_result(tokens: Tokens, number: Number) -> bool:
    """Whether an ordinal before a result only looks like a share: "a fifth win in six"."""
    behind = tokens.lowers[number.stop : number.stop + 1]
    if number.form not in ("fraction", "proportion") or behind == [] or behind[0] not in _WON:
        return False
    # "A fifth win a place at university".
    return tokens.tags[number.stop + 1 : number.stop + 2] != ["D"]


@needs(("of",), _ORDINALS)
def is_field(tokens: Tokens, number: Number) -> bool:
    """Whether a number is how many somebody was placed among: "away third of 27"."""
    first, stop = number.first, number.stop
    if first < 3 or tokens.lowers[first - 1] != "of" or tokens.lowers[first - 2] not in _ORDINALS:
        return False
    ends = stop >= len(tokens.words) or tokens.tags[stop] in ".C"
    return ends and number.kind is None and tokens.tags[first - 3] in "ANVEG"


@needs(("the",), ("first",))
def is_placed(tokens: Tokens, number: Number) -> bool:
    """Whether a number tells how many places count: "to be in the first three"."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    if lowers[max(0, first - 2) : first] != ["the", "first"] or number.kind is not None:
        return False
    ends = stop >= len(lowers) or (tokens.tags[stop] in ".CRP" and lowers[stop] not in ("of", "-"))
    return ends and first > 2 and lowers[first - 3] in ("in", "into", "among", "inside", "outside")
