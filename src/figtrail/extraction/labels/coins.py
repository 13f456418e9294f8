"""Sums that name a coin or note, and letters before digits that look like a currency's sign."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

_LABELS = read_sections("labels.txt")
_COINS = frozenset(_LABELS["coins"])
_ON_ROADS = frozenset(_LABELS["on_roads"])
# Letters that are a sign of money before digits, and begin the name of a road or a model as well.
_LETTERS = frozenset(("R", "RS", "N", "B", "K", "C", "D", "E", "F", "G", "L", "P", "Q", "S"))
_ROAD_DIGITS = 3
_QUOTES = frozenset("'\"‘’“”")


def is_coin(tokens: Tokens, number: Number) -> bool:
    """Whether a sum says which coin or note is meant: "a £1 coin", "two 50p pieces"."""
    stop = number.stop
    following = tokens.lowers[stop] if stop < len(tokens.words) else ""
    if following in ("piece", "pieces"):
        return tokens.words[stop - 1] in ("p", "c")
    return following in _COINS


def is_lettered(tokens: Tokens, number: Number) -> bool:
    """Whether a letter and digits are a road or a model: "along the R103", "a Ford Focus RS500"."""
    first = number.first
    letter, stop = tokens.words[first], number.stop
    if letter not in _LETTERS or number.core != first + 1 or not first:
        return False
    if tokens.starts[number.core] != tokens.ends[first] or stop != number.core + 1:
        return False
    digits = tokens.words[number.core]
    if not digits.isdigit() or tokens.tags[stop : stop + 1] in (["N"], ["J"], ["G"]):
        return False
    before = tokens.words[first - 1]
    if letter in "NS" and before.isdigit() and tokens.words[first - 2] in ("E", "W"):
        return True  # "grid reference E1204 N4952"
    if before in _QUOTES and tokens.words[stop : stop + 1] and tokens.words[stop] in _QUOTES:
        return True  # "the letters “R2”"
    if before.lower() == "the" and first > 1 and len(digits) <= _ROAD_DIGITS:
        return tokens.lowers[first - 2] in _ON_ROADS
    named = before[0].isupper() and before.isalpha() and tokens.tags[first - 1] == "N"
    return named and first > 1 and letter == "RS"
