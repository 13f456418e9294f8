"""Levels that stand for a number told before: "the goal is 85 per cent", "a floor of 2"."""

from __future__ import annotations

from figtrail.extraction.measured.restating import is_compared
from figtrail.extraction.measured.site import HOLDERS, WORDS
from figtrail.extraction.nouns import singular
from figtrail.extraction.phrases import PLACE_NOUNS, Phrase
from figtrail.extraction.tokens import Tokens

NORMS = frozenset(WORDS["standards"])
AVERAGES = frozenset(WORDS["averages"]) | {"median", "figure"}
_SETTERS = frozenset(WORDS["setters"]) | HOLDERS | PLACE_NOUNS
_AGAINST = frozenset(WORDS["held_against"])


def is_bare_norm(tokens: Tokens, start: int, head: int) -> bool:
    """Whether the norm at `head` is told only by who set it or how firm it is.

    "The bank's target", "the WHO guideline", "an earlier forecast"; "the speed limit" and "a buffer
    norm" have a noun of their own.
    """
    return tokens.lowers[head] in NORMS and all(_is_setter(tokens, at) for at in range(start, head))


# Endings of whose a level is, and of adjectives that no list has.
_OWNING = ("’s", "'s", "s’", "s'", "-wide")
_ADJECTIVES = ("ory", "ary", "ic", "ual", "nal", "ral", "cal", "ial", "ive", "ous")


def _is_setter(tokens: Tokens, at: int) -> bool:
    lower = tokens.lowers[at]
    if tokens.tags[at] in "JBEDM" or lower.endswith(_OWNING) or lower.endswith(_ADJECTIVES):
        return True
    named = tokens.words[at][0].isupper() and at > 0 and tokens.tags[at - 1] != "."
    return named or singular(lower) in _SETTERS or lower in ("-", "year")


def is_norm_phrase(tokens: Tokens, phrase: Phrase | None) -> bool:
    """Whether a noun phrase is such a level and nothing more."""
    return phrase is not None and is_bare_norm(tokens, phrase.start, phrase.head)


def is_held_against(tokens: Tokens, at: int) -> bool:
    """Whether the figure before is held against the level that starts at a token.

    "Against a target", "well inside the limit", "three times the norm", "short of its goal".
    """
    if is_compared(tokens, at):
        return True
    before = at - 1
    while before > 0 and tokens.tags[before] in "DJB":
        before -= 1
    return before > 0 and tokens.lowers[before] in _AGAINST


def is_norm(tokens: Tokens, bounds: tuple[int, int]) -> bool:
    """Whether a subject is what somebody wants, or somewhere else has, of what was told.

    "The target is 95%", "the Welsh average", "the average for similar counties"; "the average
    price" has a noun of its own, and "the national average" says enough.
    """
    head = bounds[0]
    while head < bounds[1] and tokens.lowers[head] not in NORMS:
        if not _is_setter(tokens, head):
            return False
        head += 1
    if head == bounds[1]:
        return False
    if head + 1 == bounds[1]:
        usual = tokens.lowers[head] in AVERAGES
        return not usual or any(word[0].isupper() for word in tokens.words[bounds[0] : head])
    if tokens.lowers[head + 1] not in ("for", "in", "across", "among", "under", "at"):
        return False
    return all(
        tokens.tags[at] in "DJMP." or _is_setter(tokens, at) for at in range(head + 2, bounds[1])
    )
