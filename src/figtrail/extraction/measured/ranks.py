"""Places whose rank among others is told: "were lowest in Kelowna at 2 per cent"."""

from __future__ import annotations

from figtrail.extraction.measured.site import WORDS
from figtrail.extraction.tokens import Tokens

BEING = frozenset(WORDS["being"])


def past_place(tokens: Tokens, stop: int) -> int:
    """The word before a place with its preposition that ends before a token: "(dearest) in Hobart".

    0 where none stands there.
    """
    start = stop
    while start > 1 and tokens.words[start - 1][0].isupper():
        start -= 1
    return start - 2 if start < stop and start > 1 and tokens.tags[start - 1] == "P" else 0


def is_ranked(tokens: Tokens, at: int) -> bool:
    """Whether a superlative stands where a subject's rank is told: "were lowest (in Kelowna)"."""
    if not tokens.lowers[at].endswith("est") or tokens.tags[at - 1] == "D":
        return False
    return tokens.lowers[at - 1] in BEING or tokens.tags[at - 1] in "BC"
