"""Letters before digits that look like a currency's sign and name a road, a model or a place."""

from __future__ import annotations

from figtrail.extraction.labels.references import LABELS
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

_ON_ROADS = frozenset(LABELS["on_roads"])
_ROAD_DIGITS = 3
_QUOTES = frozenset("'\"‘’“”")
# Whoever is given a sum has an article of his own or none: "gave the Delhi Board Rs 500".
_ONE = frozenset("a an my your his her its our their this another".split())


def is_lettered(tokens: Tokens, number: Number) -> bool:
    """Whether letters and digits are a road or a model: "along the R103", "a Ford Focus RS500"."""
    first, stop = number.first, number.stop
    if not first or number.core != first + 1 or stop != number.core + 1:
        return False
    digits = tokens.words[number.core]
    if not (_is_touched(tokens, number.core) and digits.isdigit()):
        return False
    if tokens.tags[stop : stop + 1] in (["N"], ["J"], ["G"]):
        return False
    before = tokens.words[first - 1]
    if before in _QUOTES and tokens.words[stop : stop + 1] and tokens.words[stop] in _QUOTES:
        return True  # "the letters “R2”"
    if before.lower() == "the" and first > 1 and len(digits) <= _ROAD_DIGITS:
        return tokens.lowers[first - 2] in _ON_ROADS
    if before.isdigit() and first > 1 and _is_touched(tokens, first - 1):
        return tokens.words[first - 2] != tokens.words[first]  # "grid reference E1204 N4952"
    return _ends_name(tokens, first)


def _is_touched(tokens: Tokens, at: int) -> bool:
    """Whether capitals touch the word at a token from before."""
    return tokens.words[at - 1].isupper() and tokens.ends[at - 1] == tokens.starts[at]


def _ends_name(tokens: Tokens, stop: int) -> bool:
    """Whether a name of one thing stands before a token: "a Ford Focus", "his Audi"."""
    start = stop
    while start and tokens.tags[start - 1] == "N" and tokens.words[start - 1][0].isupper():
        if not tokens.words[start - 1].isalpha():
            return False
        start -= 1
    return 0 < start < stop and tokens.lowers[start - 1] in _ONE
