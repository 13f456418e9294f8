"""Subjects that only stand for what was told before: "it", "the total", "the target"."""

from __future__ import annotations

from figtrail.extraction.clauses import find_subject, find_verb
from figtrail.extraction.measured.site import WORDS, Measured, is_holder, is_pronoun
from figtrail.extraction.nouns import singular
from figtrail.extraction.phrases import head_of
from figtrail.extraction.tokens import Tokens

_TOTALS = frozenset(WORDS["totals"])
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
