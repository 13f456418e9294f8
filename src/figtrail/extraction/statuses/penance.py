"""Whether a court or a board orders so many hours of work: "200 hours of unpaid work"."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens

# How many tokens the unit and what the work is may take.
_REACH = 6
_PAIRS = (("unpaid", "work"), ("community", "service"), ("community", "work"))


def is_penance(tokens: Tokens, number: Number) -> bool:
    """Whether work that somebody was sentenced to has still to be done."""
    if number.kind != "duration" or WORDS["penance"].isdisjoint(tokens.vocabulary):
        return False
    near = tokens.lowers[number.stop : number.stop + _REACH]
    named = any(pair == (near[at], near[at + 1]) for at in range(len(near) - 1) for pair in _PAIRS)
    return named and WORDS["worked_off"].isdisjoint(tokens.lowers[: number.first])
