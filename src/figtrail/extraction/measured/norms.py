"""Levels that stand for a number told before: "the goal is 85 per cent", "a floor of 2"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured.pointing import TALLIES
from figtrail.extraction.measured.restating import is_compared, past_owner
from figtrail.extraction.measured.site import HOLDERS, WORDS
from figtrail.extraction.nouns import singular
from figtrail.extraction.phrases import PLACE_NOUNS, Phrase
from figtrail.extraction.tokens import Tokens

NORMS = frozenset(WORDS["standards"])
AVERAGES = frozenset(WORDS["averages"]) | {"median", "figure"}
_SETTERS = frozenset(WORDS["setters"]) | HOLDERS | PLACE_NOUNS
_FORECASTERS = frozenset(read_sections("speakers.txt")["forecaster"])
_AGAINST = frozenset(WORDS["held_against"])


def is_bare_norm(tokens: Tokens, start: int, head: int) -> bool:
    """Whether the norm at `head` is told only by who set it or how firm it is.

    "The bank's target", "the WHO guideline", "an earlier forecast"; "the speed limit" and "a buffer
    norm" have a noun of their own.
    """
    return tokens.lowers[head] in NORMS and all(is_setter(tokens, at) for at in range(start, head))


# Endings of whose a level is, and of adjectives that no list has.
_OWNING = ("’s", "'s", "s’", "s'", "-wide")
_ADJECTIVES = WORDS["adjective_endings"]


def is_setter(tokens: Tokens, at: int) -> bool:
    """Whether a word before such a level says who set it or how firm it is."""
    lower = tokens.lowers[at]
    if tokens.tags[at] in "JBEDM" or lower.endswith(_OWNING) or lower.endswith(_ADJECTIVES):
        return True
    if lower in ("median", "consensus", "average", "mean") and at + 1 < len(tokens.words):
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
    before = past_owner(tokens, at - 1)
    return before > 0 and tokens.lowers[before] in _AGAINST


def is_norm(tokens: Tokens, bounds: tuple[int, int]) -> bool:
    """Whether a subject is what somebody wants, or somewhere else has, of what was told.

    "The target is 95%", "the Welsh average", "the average for similar counties"; "the average
    price" has a noun of its own, and "the national average" says enough.
    """
    head = bounds[0]
    while head < bounds[1] and tokens.lowers[head] not in NORMS:
        if not is_setter(tokens, head):
            return False
        head += 1
    if head == bounds[1]:
        return False
    if head + 1 == bounds[1]:
        usual = tokens.lowers[head] in AVERAGES
        return not usual or any(word[0].isupper() for word in tokens.words[bounds[0] : head])
    over = tokens.tags[bounds[0]] == "M" and tokens.lowers[head + 1 : bounds[1]] == ["to", "date"]
    if over or tokens.lowers[head + 1] not in ("for", "in", "across", "among", "under", "at"):
        # "The five-year average to date".
        return over
    return all(
        tokens.tags[at] in "DJMP." or is_setter(tokens, at) for at in range(head + 2, bounds[1])
    )


def names_forecaster(tokens: Tokens, bounds: tuple[int, int]) -> bool:
    """Whether a subject is somebody who forecasts for a living, by his name or by who pays him.

    "Analysts polled by Wexler", "Tarn analyst Ann Lowe", "economists at the bank".
    """
    return any(
        word in _FORECASTERS or f"{word}s" in _FORECASTERS
        for word in tokens.lowers[bounds[0] : bounds[1]]
    )


def is_share(tokens: Tokens, bounds: tuple[int, int]) -> bool:
    """Whether a subject is only a share told before: "in Voi the share was 27%"."""
    start = _past_front(tokens, bounds)
    return start + 1 == bounds[1] and tokens.lowers[start] in _SHARES


def is_tally(tokens: Tokens, bounds: tuple[int, int]) -> bool:
    """Whether a subject is only a number told before: "last year's count", "the figure for May"."""
    head = _past_front(tokens, bounds)
    while head < bounds[1] and tokens.lowers[head] not in TALLIES:
        if not is_setter(tokens, head):
            return False
        head += 1
    if head >= bounds[1]:
        return False
    following = tokens.lowers[head + 1 : head + 2] if head + 1 < bounds[1] else []
    return not following or (following[0] in _WHERE and tokens.lowers[head] != "number")


def _past_front(tokens: Tokens, bounds: tuple[int, int]) -> int:
    """Where a subject starts behind what is fronted: "among those under 30 the (proportion)"."""
    start = bounds[0]
    if tokens.tags[start] not in "PMG" and "ago" not in tokens.lowers[start : bounds[1]]:
        return start
    fronted = [at for at in range(start, bounds[1]) if tokens.tags[at] == "D"]
    return fronted[-1] + 1 if fronted else start


_SHARES = frozenset(WORDS["shares"])
_WHERE = frozenset(WORDS["told_for"])
