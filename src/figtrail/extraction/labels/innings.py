"""Scores of cricket in words: "211 for six", "four for 36"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("innings.txt")
_CRICKET = frozenset(_WORDS["cricket"])
_TAKING = frozenset(_WORDS["taking"])
_BREAKS = (["at", "lunch"], ["at", "tea"], ["at", "stumps"], ["at", "the", "close"])


def is_innings(tokens: Tokens, number: Number) -> bool:
    """Whether a number is either of runs and wickets: "closed on 211 for six", "took 4 for 52"."""
    if number.kind is not None or number.scale is not None or number.stop != number.first + 1:
        return False
    lowers, first = tokens.lowers, number.first
    if lowers[first + 1 : first + 2] != ["for"]:
        first -= 2
        if first < 0 or lowers[first + 1] != "for" or tokens.tags[first] != "M":
            return False
    elif tokens.tags[first + 2 : first + 3] != ["M"]:
        return False
    after = tokens.tags[first + 3 : first + 4]
    if after in (["N"], ["J"], ["M"]):
        # "Five wickets for 36 runs" are counted.
        return False
    return _is_cricket(tokens, first)


def _is_cricket(tokens: Tokens, first: int) -> bool:
    """Whether a sentence is of cricket, or a bowler has the figures that start at a token."""
    lowers = tokens.lowers
    declared = "declared" in lowers[first - 1 : first] + lowers[first + 3 : first + 4]
    if not _CRICKET.isdisjoint(lowers) or declared:
        return True
    if any(lowers[at : at + len(words)] == words for words in _BREAKS for at in range(len(lowers))):
        return True
    ends = tokens.tags[first + 3 : first + 4] in ([], ["."], ["C"], ["P"])
    before = first - 1 - (lowers[first - 1 : first] in (["with"], ["on"]))
    return ends and before >= 0 and lowers[before] in _TAKING
