"""Whether a court or a board orders so many hours of work: "200 hours of unpaid work"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_phrases
from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens

# How many tokens the unit and what the work is may take.
_REACH = 6
_ORDERED = [words.split() for words in read_phrases("status_words.txt", "penance")]
_OPENING = frozenset(words[0] for words in _ORDERED)


def is_penance(tokens: Tokens, number: Number) -> bool:
    """Whether work that somebody was sentenced to has still to be done."""
    if number.kind != "duration" or _OPENING.isdisjoint(tokens.vocabulary):
        return False
    near = tokens.lowers[number.stop : number.stop + _REACH]
    named = any(near[at : at + len(work)] == work for at in range(len(near)) for work in _ORDERED)
    return named and WORDS["worked_off"].isdisjoint(tokens.lowers[: number.first])
