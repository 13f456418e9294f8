"""Where a word that tells a status stands."""

from __future__ import annotations

from itertools import pairwise

from figtrail.extraction.statuses.idle import is_idle
from figtrail.extraction.statuses.provisions import FIXING
from figtrail.extraction.statuses.vocabulary import (
    BE,
    CUES,
    OUTCOMES,
    PAUSES,
    PROSPECTIVE,
    WORDS,
    Cue,
)
from figtrail.extraction.tokens import Tokens

_COMMON = frozenset(("to", "is", "are", "was", "were", "an", "on", "for", "at", "be", "have"))
_GATE = (
    frozenset(
        max((word for word in cue.words if word not in _COMMON), key=len)
        for cues in CUES.values()
        for cue in cues
        if cue.kind not in ("be_to", "have_to")
    )
    | WORDS["progressive"]
    | {"being", "probably", "think", "thinks"}
    | {"needed", "reserves", "band"}
    | WORDS["balloted"]
    | WORDS["allowing"]
    | WORDS["reflexive"]
    | {"floor"}
    | WORDS["binding"]
    | WORDS["bounds"]
    | WORDS["deeming"]
    | WORDS["deemed"]
    | WORDS["signifying"]
    | (WORDS["add_ons"] - {"clauses"})
    | {"classify", "classifies", "treat", "treats", "class", "classes"}
)
# Determiners that stand alone as a subject: "each will go up", "some will close".
_STANDING = frozenset("each all both some any that this these those most another either".split())
_INVERTED = frozenset(("were", "had"))
_DAYS = WORDS["dates"] | WORDS["seasons"]
_SETTLED = WORDS["provisions"] | WORDS["designs"] | WORDS["set_by_decision"] | WORDS["billed"]


def may_tell_status(tokens: Tokens) -> bool:
    """Whether a sentence holds any word that can tell a status: most don't and cost little."""
    lowers = tokens.lowers
    if not _GATE.isdisjoint(lowers):
        return True
    if not _SETTLED.isdisjoint(lowers) and not FIXING.isdisjoint(lowers):
        return True
    if not WORDS["undertakings"].isdisjoint(lowers) and not WORDS["deciding"].isdisjoint(lowers):
        return True
    if not WORDS["terms"].isdisjoint(lowers) and not WORDS["entering"].isdisjoint(lowers):
        return True
    if "for" in lowers and not WORDS["examples"].isdisjoint(lowers):
        return True
    if "within" in lowers or lowers[0] in _INVERTED:
        return True
    if "until" in lowers or not WORDS["staying"].isdisjoint(lowers):
        return True
    if not WORDS["arriving"].isdisjoint(lowers) and "next" in lowers:
        return True
    if not WORDS["events"].isdisjoint(lowers) and not _DAYS.isdisjoint(lowers):
        return True
    if "to" not in lowers:
        return False
    return any(
        (second == "to" and (first in BE or first in ("has", "have")))
        or (first == "to" and (second in PROSPECTIVE or second in OUTCOMES))
        for first, second in pairwise(lowers)
    )


def match_cue(tokens: Tokens, at: int) -> Cue | None:
    """The cue that starts at token `at`; a name ("Project 2030", "in May") is none."""
    cues = CUES.get(tokens.lowers[at])
    if cues is None:
        return None
    named = at and tokens.words[at][0].isupper() and tokens.lowers[at - 1] not in PAUSES
    if named and not _is_headline(tokens):
        return None
    describing = at > 0 and _is_describing(tokens, at)
    for cue in cues:
        if (len(cue.words) == 1 and not describing) or (
            len(cue.words) > 1 and tuple(tokens.lowers[at : at + len(cue.words)]) == cue.words
        ):
            return None if is_idle(tokens, at, cue.words) else cue
    return None


def _is_describing(tokens: Tokens, at: int) -> bool:
    """Whether the word is a noun, or describes one: "the will", "a pledging conference"."""
    if tokens.tags[at - 1] != "D":
        return False
    return (tokens.lowers[at] == "will" and tokens.lowers[at - 1] not in _STANDING) or (
        tokens.tags[at] == "G" and tokens.tags[at + 1 : at + 2] == ["N"]
    )


def _is_headline(tokens: Tokens) -> bool:
    """Whether most words have capitals, so that a capital tells no name."""
    words = [word for word in tokens.words if len(word) > 3 and word[0].isalpha()]
    return 3 * sum(word[0].isupper() for word in words) > 2 * len(words)
