"""A sentence as signs tell it: its words and tags, and what stands before each of its tokens."""

from __future__ import annotations

from itertools import accumulate

from figtrail.extraction.memo import once_a_sentence
from figtrail.extraction.tokens import Tokens

VERBAL = frozenset("AVvE")
"""Tags of what may be a verb."""
_CLAUSES = frozenset((",", ";", ":", "(", "and", "but"))
_NOUNS = frozenset("NG")
# Nouns shorter than this tell little of what a sentence is about.
_SHORT = 3


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


@once_a_sentence
def count_verbs(tokens: Tokens) -> list[int]:
    """How many verbs stand before each token, and in all."""
    return list(accumulate([tag in VERBAL for tag in tokens.tags], initial=0))


@once_a_sentence
def count_clauses(tokens: Tokens) -> list[int]:
    """How many marks of clauses stand before each token, and in all."""
    marked = [
        lower in _CLAUSES or tag == "R"
        for lower, tag in zip(tokens.lowers, tokens.tags, strict=True)
    ]
    return list(accumulate(marked, initial=0))


@once_a_sentence
def find_last_verbs(tokens: Tokens) -> list[int]:
    """The last verb before each token, and of all, or -1."""
    verbs = [at if tag in VERBAL else -1 for at, tag in enumerate(tokens.tags)]
    return list(accumulate(verbs, max, initial=-1))


@once_a_sentence
def read_quoted(tokens: Tokens) -> list[bool]:
    """Whether each token is in quotation marks."""
    quoted: list[bool] = []
    inside = False
    for lower in tokens.lowers:
        if lower == '"':
            inside = not inside
        elif lower in ("“", "”"):
            inside = lower == "“"
        quoted.append(inside)
    return quoted


@once_a_sentence
def read_nouns(tokens: Tokens) -> frozenset[str]:
    """The nouns that a sentence speaks of, without their plural's s."""
    return frozenset(
        lower.rstrip("s")
        for lower, tag in zip(tokens.lowers, tokens.tags, strict=True)
        if tag in _NOUNS and len(lower) >= _SHORT
    )
