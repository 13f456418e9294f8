"""Sums that name a coin or a note: "a £1 coin", "two 50p pieces"."""

from __future__ import annotations

from figtrail.extraction.labels.references import LABELS
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

_COINS = frozenset(LABELS["coins"])


def is_coin(tokens: Tokens, number: Number) -> bool:
    """Whether a sum says which coin or note is meant: "a £1 coin", "two 50p pieces"."""
    stop = number.stop
    following = tokens.lowers[stop] if stop < len(tokens.words) else ""
    if following in ("piece", "pieces"):
        return tokens.words[stop - 1] in ("p", "c")
    return following in _COINS
