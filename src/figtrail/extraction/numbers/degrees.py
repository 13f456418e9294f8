"""Degrees that are counted downwards from zero: "ten degrees below zero", "lows of 15 below"."""

from __future__ import annotations

from figtrail.extraction.tokens import Tokens

DEGREES = frozenset(("degree", "celsius", "fahrenheit"))
_SCALES = ("celsius", "fahrenheit", "c", "f")
_WRITTEN = DEGREES | frozenset(("degrees", "c", "f"))
# A number that is only "below" is of a temperature beside these.
_COLD = frozenset(
    "chill chills windchill lows temperature temperatures thermometer mercury".split()
)


def is_below_zero(tokens: Tokens, stop: int) -> bool:
    """Whether a number or its degrees, which end before a token, are counted downwards."""
    if tokens.lowers[stop : stop + 1] == ["below"] and not _COLD.isdisjoint(tokens.vocabulary):
        # "Lows of 15 below in the hills", not "five below normal".
        following = tokens.tags[stop + 1 : stop + 2]
        if not following or following[0] in ".CAVP":
            return True
    while stop < len(tokens.lowers) and tokens.lowers[stop] in _SCALES:
        stop += 1
    return tokens.lowers[stop : stop + 2] == ["below", "zero"]


def is_end_of_scale(tokens: Tokens, at: int) -> bool:
    """Whether a word is the zero that degrees are counted from: "20 below zero"."""
    if at < 2 or tokens.lowers[at] != "zero" or tokens.lowers[at - 1] != "below":
        return False
    return tokens.tags[at - 2] == "M" or tokens.lowers[at - 2] in _WRITTEN
