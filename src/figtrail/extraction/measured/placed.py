"""Subjects that only say where: "Leeds rose 4%" tells of what was told before."""

from __future__ import annotations

from figtrail.extraction.phrases import PLACE_NOUNS
from figtrail.extraction.places.gazetteer import find_place
from figtrail.extraction.tokens import Tokens

# Places whose name a grade of oil has.
_GRADES = frozenset(("brent", "dubai", "oman"))
# How many tokens the name of a place may have.
_NAME = 4


def is_place(tokens: Tokens, bounds: tuple[int, int]) -> bool:
    """Whether a phrase is nothing but the name of a known place: "Leeds", "the Welsh capital"."""
    start, stop = bounds
    if not start < stop <= start + _NAME or not tokens.words[start][0].isupper():
        return False
    if stop > start + 1 and tokens.lowers[stop - 1] in PLACE_NOUNS:
        # "The Queensland capital".
        stop -= 1
    if tokens.lowers[start] in _GRADES:
        return False
    return find_place(tokens.text[tokens.starts[start] : tokens.ends[stop - 1]]) is not None
