"""Sums of their own, whatever was told before: "a further £5", "£300 in costs"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens

_OWN_SUM = frozenset("further another additional extra total".split())
_AWARDED = frozenset(read_sections("rates.txt")["awarded"])


def is_own_sum(tokens: Tokens, reading: Reading) -> bool:
    """Whether a sum is one of its own or how far a price moved, whatever the one before was.

    "A further £5", "the cost of £5", "a £75 bonus", "nine euros more than a year ago".
    """
    first = reading.number.first
    before = tokens.lowers[max(0, first - 3) : first]
    if not _OWN_SUM.isdisjoint(before[-2:]) or "plus" in before:
        return True
    if before[-2:] in (["cost", "of"], ["price", "of"]) or before[-1:] in (["a"], ["an"]):
        return True
    ahead = tokens.lowers[reading.after : reading.after + 2]
    if len(ahead) == 2 and ahead[0] in ("in", "of") and ahead[1] in _AWARDED:
        # "Fined £80 on each of six counts and told to pay £300 in costs".
        return True
    return ahead[:1] in (["more"], ["less"], ["left"])
