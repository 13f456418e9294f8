"""Subjects that only say where: "Leeds rose 4%" tells of what was told before."""

from __future__ import annotations

from figtrail.extraction.places.gazetteer import find_place
from figtrail.extraction.tokens import Tokens

# How many tokens the name of a place may have.
_NAME = 4


def is_place(tokens: Tokens, bounds: tuple[int, int]) -> bool:
    """Whether a phrase is nothing but the name of a known place: "Leeds", "New York"."""
    start, stop = bounds
    if not start < stop <= start + _NAME or not tokens.words[start][0].isupper():
        return False
    return find_place(tokens.text[tokens.starts[start] : tokens.ends[stop - 1]]) is not None
