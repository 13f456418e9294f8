"""Coins and notes by their names: "up by a tenner", "a penny a litre less"."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.lexicon import read_pairs, read_sections
from figtrail.extraction.numbers.number import Number, make_number
from figtrail.extraction.tokens import Tokens

COINS = {word: Decimal(value) for word, value in read_pairs("numbers.txt", "coins").items()}
# Beside these a penny is an amount, and none that is saved or found.
_BESIDE = frozenset(read_sections("numbers.txt")["beside_coins"])


def read_coin(tokens: Tokens, at: int) -> Number | None:
    """Read "a tenner" and "a penny" at the token of their article as money."""
    value = COINS.get(tokens.lowers[at + 1]) if at + 1 < len(tokens.words) else None
    if value is None:
        return None
    beside = {*tokens.lowers[max(0, at - 1) : at], *tokens.lowers[at + 2 : at + 3]}
    if value <= 1 and _BESIDE.isdisjoint(beside):
        return None
    coin = make_number(tokens, at, at + 2, value, "words", kind="money")
    dollars = not _DOLLARS.isdisjoint(tokens.lowers)
    return coin._replace(currency="USD?" if dollars else "GBP?")


_DOLLARS = frozenset(("$", "us$", "cents", "dollars"))
