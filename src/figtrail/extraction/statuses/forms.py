"""What a word without a cue of its own tells by its form: "is sending", "to be paid"."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.provisions import (
    DRAWING,
    FIXING,
    goes_on,
    is_drawn,
    is_fixed,
    is_repeated,
)
from figtrail.extraction.statuses.vocabulary import BE, WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status

_PROGRESSIVE = WORDS["progressive"]
_NEAR = 6
UNSURE = frozenset(("probably", "there"))
# Words that may govern by their form; most words can't.
GOVERNING = _PROGRESSIVE | WORDS["phrasal"] | FIXING | DRAWING | {"as"}
_UNMOVED = WORDS["bare_moves"]
_PRESENT = WORDS["present_be"]
_PHRASAL = WORDS["phrasal"]
_ALSO = frozenset(("also", "now"))


def find_governing(
    tokens: Tokens, number: Number, at: int, start: int, infinitive: int | None
) -> tuple[Status | None, bool] | None:
    """What a word without a cue of its own tells by its form: "is sending", "to be paid"."""
    lowers, tags = tokens.lowers, tokens.tags
    lower = lowers[at]
    if lowers[at - 1] in _PRESENT and is_drawn(tokens, at, number):
        return "planned", False
    if lower in _PROGRESSIVE and (lowers[at - 1] in _PRESENT or _is_retold(tokens, at)):
        return (None, True) if goes_on(tokens, number, at) else ("planned", False)
    if (
        lower in _PHRASAL
        and lowers[at - 1] in _PRESENT | _ALSO
        and _is_undertaken(tokens, at, number)
    ):
        return "planned", False
    if infinitive == at:
        if _is_resultant(tokens, at):
            return None, True
        if lowers[at - 1] == "," and lowers[at + 1] == "be" and tags[at + 2] in "VEMDJ":
            return ("planned", False) if tags[at + 2] in "VE" else (None, True)
    if lower == "as" and infinitive is None and _is_clause(tokens, at, start):
        return None, True
    if at and lower in FIXING and is_fixed(tokens, at):
        return "planned", True
    if at > 1 and lowers[at - 1] in UNSURE:
        told = _by_opinion(tokens, at)
        return (told, True) if told is not None else None
    return None


def _is_undertaken(tokens: Tokens, verb: int, number: Number) -> bool:
    """Whether a verb with a particle tells a step: "is taking on 40 nurses", not every day."""
    near = tokens.lowers[verb : number.first]
    counted = number.kind is None and not is_repeated(tokens, number)
    return (
        counted
        and len(near) < _NEAR
        and "and" not in near
        and tokens.lowers[verb + 1] in WORDS["particles"]
    )


def _is_retold(tokens: Tokens, verb: int) -> bool:
    """Whether "was" and a form in -ing retell a step: "said it was sending 200 tents".

    The reporting verb stands near, or anywhere before a "that" which does.
    """
    lowers = tokens.lowers
    if lowers[verb - 1] not in ("was", "were"):
        return False
    near = lowers[max(0, verb - _NEAR) : verb - 1]
    told = lowers[:verb] if "that" in near else near
    return not WORDS["reporting"].isdisjoint(told)


def _by_opinion(tokens: Tokens, verb: int) -> Status | None:
    """Read "stocks probably fell by 0.9m" before a count, and "we think there are six"."""
    lowers = tokens.lowers
    if lowers[verb - 1] == "probably":
        return "forecast" if lowers[verb] in CHANGE_VERBS else None
    held = lowers[verb] in BE and lowers[verb - 2] in ("think", "thinks", "believe", "believes")
    return "estimated" if held else None


def _is_resultant(tokens: Tokens, to: int) -> bool:
    """Whether a move that is told came to rest there: "shed 40 points to end at 6,120"."""
    lowers = tokens.lowers
    if lowers[to + 1] not in WORDS["resultant"] or lowers[to + 2 : to + 3] not in (["at"], ["on"]):
        return False
    moved = lowers[max(0, to - 9) : to]
    return "added" in moved or any(word in CHANGE_VERBS and word not in _UNMOVED for word in moved)


def _is_clause(tokens: Tokens, conjunction: int, start: int) -> bool:
    """Whether "as" opens the clause of the number: "to miss deadline as cost touches $9m"."""
    near = tokens.lowers[conjunction + 1 : start]
    told = len(near) > 1 and len(near) < 5 and near[-1] in WORDS["touching"]
    told = told or any(
        lower in WORDS["falling"] and tokens.tags[conjunction + at + 1] == "N"
        for at, lower in enumerate(near)
        if at
    )
    return told and tokens.tags[conjunction + 1] in "NDJV"
