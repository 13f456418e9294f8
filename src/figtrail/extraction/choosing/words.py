"""The words and tags beside a place in a sentence, as signs tell them."""

from __future__ import annotations

from figtrail.extraction.tokens import Tokens

VERBAL = frozenset("AVvE")
"""Tags of what may be a verb."""


def read_tag(tokens: Tokens, at: int) -> str:
    """The tag of a token, or a sign for before the first and behind the last."""
    if 0 <= at < len(tokens.tags):
        return tokens.tags[at]
    return "^" if at < 0 else "$"


def read_word(tokens: Tokens, at: int) -> str:
    """A token in lower case, 0 for a number, or a sign for before the first and behind the last."""
    if 0 <= at < len(tokens.lowers):
        return tokens.lowers[at] if tokens.tags[at] != "M" else "0"
    return "^" if at < 0 else "$"
