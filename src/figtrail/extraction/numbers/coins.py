"""Coins and notes by their names: "up by a tenner", "a penny a litre less"."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.lexicon import read_pairs, read_sections
from figtrail.extraction.numbers.cardinals import read_cardinal
from figtrail.extraction.numbers.forms import MONEY_WORDS
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


def read_change(tokens: Tokens, at: int) -> Number | None:
    """Read "a pound fifty" and "a buck twenty-five" at the token of their article as money."""
    forms = MONEY_WORDS.get(tokens.lowers[at + 1]) if at + 2 < len(tokens.words) else None
    if not forms or forms[-1].factor != 1 or tokens.tags[at + 2] != "M":
        return None
    rest = read_cardinal(tokens, at + 2)
    if rest is None or not 1 < rest[0] < _HUNDRED or rest[2] is not None:
        return None
    after = tokens.tags[rest[1] : rest[1] + 1]
    if after not in ([], ["."], ["C"], ["P"], ["B"]):
        return None
    value = 1 + rest[0] / _HUNDRED
    amount = make_number(tokens, at, rest[1], value, "words", kind="money")
    return amount._replace(currency=forms[-1].currency)


_HUNDRED = 100
