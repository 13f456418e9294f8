"""Subjects that only stand for what was told before: "it", "the total", "the target"."""

from __future__ import annotations

from figtrail.extraction.clauses import find_subject, find_verb
from figtrail.extraction.measured.site import HOLDERS, WORDS, Measured, is_holder, is_pronoun
from figtrail.extraction.nouns import singular
from figtrail.extraction.phrases import PLACE_NOUNS, head_of
from figtrail.extraction.tokens import Tokens

_TOTALS = frozenset(WORDS["totals"])
_NORMS = frozenset(WORDS["standards"])
# Nouns that alone only stand for a number told before: "the tally".
TALLIES = frozenset(("total", "figure", "number", "tally", "count"))
_POINTING = TALLIES | {"it", "they"}


# How many tokens the subject may have that is only "the figure" of something told before.
_SHORT = 3


def resolve_pronoun(tokens: Tokens, bounds: tuple[int, int]) -> Measured | None:
    """What a pronoun stands for in the clause before: "soybean has gained: it now occupies …".

    So does "the total": "waits have fallen – the total is now 4,200".
    """
    if tokens.lowers[bounds[1] - 1] not in _POINTING:
        return None
    at = bounds[0] - 1 - (tokens.tags[bounds[0] - 1] == "D")
    if at < 1 or tokens.lowers[at] not in (":", ";", "and", "but", "–", "—"):
        return None
    verb = find_verb(tokens, at)
    subject = find_subject(tokens, verb[0]) if verb is not None else None
    if subject is None or is_pronoun(tokens, subject) or is_holder(tokens, subject):
        return None
    return Measured(*subject, head_of(tokens, *subject), "subject")


def is_total(tokens: Tokens, bounds: tuple[int, int]) -> bool:
    """Whether a subject only stands for a number said before: "the total rose to 40"."""
    noun = singular(tokens.lowers[bounds[0]])
    if bounds[1] == bounds[0] + 1:
        return noun in _TOTALS
    if tokens.lowers[bounds[1] - 1] in ("figure", "tally") and bounds[1] - bounds[0] <= _SHORT:
        # "In 2019 the state’s figure was 4%", "the equivalent figure was 540".
        return all(
            tokens.tags[at] in "JB" or tokens.lowers[at].endswith(("’s", "'s"))
            for at in range(bounds[0], bounds[1] - 1)
        )
    return noun in ("figure", "total") and tokens.lowers[bounds[0] + 1] in ("for", "in", "since")


def is_norm(tokens: Tokens, bounds: tuple[int, int]) -> bool:
    """Whether a subject is what somewhere else has, or what somebody wants, of what was told.

    "The Welsh target is 95%", "the average for similar counties"; "the average price" has a noun
    of its own, and "the national average" says enough.
    """
    head = bounds[0]
    while head < bounds[1] and tokens.tags[head] in "NJ" and tokens.lowers[head] not in _NORMS:
        lower = tokens.lowers[head]
        whose = tokens.words[head][0].isupper() or lower in HOLDERS or lower in PLACE_NOUNS
        if tokens.tags[head] == "N" and not whose:
            return False
        head += 1
    if head == bounds[1] or tokens.lowers[head] not in _NORMS:
        return False
    if head + 1 == bounds[1]:
        return any(word[0].isupper() for word in tokens.words[bounds[0] : head])
    if tokens.lowers[head + 1] not in ("for", "in", "across", "among"):
        return False
    return all(
        tokens.tags[at] in "DJ" or tokens.words[at][0].isupper() or tokens.lowers[at] in PLACE_NOUNS
        for at in range(head + 2, bounds[1])
    )
