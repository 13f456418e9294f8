"""What comes on a bill in a whole year: "£67 more over the year", "£1.48 for the year"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.rates.rate import Rate
from figtrail.extraction.tokens import Tokens

_BILLED = frozenset(read_sections("rates.txt")["billed"])
_DETERMINERS = frozenset(("the", "a", "this", "each", "full", "whole", "one"))

# Verbs of what was got or spent in that time, and how many tokens before its sum they may stand.
_DONE = frozenset(read_sections("rates.txt")["done_once"])
_NEAR = 4
# A larger sum is nobody's bill.
_LARGE = 20_000


def read_over_year(tokens: Tokens, at: int, number: Number) -> Rate | None:
    """The year that a sum on a bill is told over, from a token behind the sum or its "more"."""
    if number.currency is None or number.scale is not None or number.value >= _LARGE:
        return None
    lowers = tokens.lowers
    if not _DONE.isdisjoint(lowers[max(0, number.first - _NEAR) : number.first]):
        return None  # "the school raised £900 over the year"
    if _BILLED.isdisjoint(tokens.vocabulary):
        return None
    # "£93 more on their bills over the year", "£210 worse off over the year".
    limit = min(len(lowers), at + _APART)
    while at < limit and lowers[at] not in _OVER and tokens.tags[at] not in ".MCRAV":
        at += 1
    if lowers[at : at + 1] == [] or lowers[at] not in _OVER:
        return None
    stop = at + 1
    while stop < len(lowers) and lowers[stop] in _DETERMINERS:
        stop += 1
    closed = tokens.tags[stop + 1 : stop + 2] in ([], ["."], ["C"], ["R"])
    closed = closed or lowers[stop + 1 : stop + 2] in (["once"], ["on"], ["for"], ["in"])
    told = stop > at + 1 and lowers[stop : stop + 1] == ["year"] and closed
    return Rate("year", None, at, stop + 1) if told else None


_OVER = frozenset(("over", "across", "for"))
# How many tokens behind a sum they may stand.
_APART = 6
