"""Whether a time behind "a year" says when, or a sum recurs though it stands there."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

OFFSETS = frozenset(read_sections("rates.txt")["offsets"])
HIRED_BY = ("hour", "night", "day", "week", "month")


def is_paid_before(tokens: Tokens, number: Number, noun: str, ahead: str) -> bool:
    """Whether a price by the hour to the month is told of a time: "was £525 a month before Covid".

    "A week before the vote" behind another verb tells when.
    """
    if number.currency is None or ahead not in ("before", "after") or noun not in _PAID_BY:
        return False
    at = number.first - 1
    while at > 0 and (tokens.tags[at] in "DB" or tokens.lowers[at] in ("extra", "additional")):
        at -= 1
    return at >= 0 and tokens.lowers[at] in _PRICED


_PAID_BY = (*HIRED_BY, "year")
_PRICED = frozenset(read_sections("rates.txt")["hired_at"])


def deducts(tokens: Tokens, at: int) -> bool:
    """Whether "before" says what isn't taken off yet: "£2,600 a month before tax"."""
    return tokens.lowers[at] in ("before", "after") and tokens.lowers[at + 1 : at + 2] in _DEDUCTED


_DEDUCTED = (["tax"], ["taxes"], ["deductions"], ["interest"], ["inflation"], ["costs"])
