"""One of a currency whose price is told: "one euro traded at $1.19", "one dollar buys 140 yen"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

_TRADING = frozenset(read_sections("labels.txt")["exchanging"])
_FAR = 6


def is_exchanged(tokens: Tokens, number: Number, price: Number) -> bool:
    """Whether one of a currency only is what the next sum, in another, is paid for.

    Not "one pound in five", nor "one dollar, or 0.92 euros".
    """
    if number.value != 1 or number.scale is not None or None in (number.currency, price.currency):
        return False
    between = tokens.lowers[number.stop : price.first]
    if number.currency == price.currency or not 0 < len(between) <= _FAR:
        return False
    return not _TRADING.isdisjoint(between) and "," not in between
