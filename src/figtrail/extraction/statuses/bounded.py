"""Whether a number is the least or the most that a rule allows."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens


def is_bounded(tokens: Tokens, number: Number) -> bool:
    """Whether a number is the least or the most that a rule allows: "at least", "up to"."""
    return is_ceiling(tokens, number) or tokens.lowers[number.first - 2 : number.first] == [
        "at",
        "least",
    ]


def is_ceiling(tokens: Tokens, number: Number) -> bool:
    """Whether a number is the most that may be: "up to", "no more than"."""
    near = tuple(tokens.lowers[max(0, number.first - 3) : number.first])
    return near[-2:] == ("up", "to") or near in (("no", "more", "than"), ("a", "maximum", "of"))
