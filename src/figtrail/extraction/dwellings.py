"""Kinds of home that are told by their size: "12 four bedroom houses"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import singular
from figtrail.extraction.tokens import Tokens

TYPED_BY = frozenset(("bedroom", "bedroomed", "bed", "storey", "story"))
_DWELLINGS = frozenset(read_sections("nouns.txt")["dwellings"])


def names_dwelling(tokens: Tokens, at: int) -> bool:
    """Whether words from a token say what kind of home: "(four) bedroom houses", "bed flat"."""
    if at >= len(tokens.words) or tokens.lowers[at] not in TYPED_BY:
        return False
    ahead = tokens.lowers[at + 1 : at + 4]
    return any(
        singular(word) in _DWELLINGS and set(tokens.tags[at + 1 : at + 1 + size]) <= {"J", "N"}
        for size, word in enumerate(ahead)
    )
