"""What a body has just set a pay or a charge to: "the cabinet raised the pension to ₹750"."""

from __future__ import annotations

from itertools import pairwise

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status

_LEVELS = WORDS["paid_levels"]
_RAISING = WORDS["raising"]
_SETTING = WORDS["setting"]
_LINKS = frozenset(("to", "by", "at"))
_REACH = 16


def find_raised(tokens: Tokens, number: Number, start: int) -> Status | None:
    """Planned where a body is told to have moved what it pays or charges, to or by so much."""
    lowers = tokens.lowers
    summed = number.kind in ("money", "percentage") or number.out_of is not None
    if not summed or (_RAISING | _SETTING).isdisjoint(tokens.vocabulary):
        return None
    if _LEVELS.isdisjoint(tokens.vocabulary) or not WORDS["then"].isdisjoint(tokens.vocabulary):
        return None
    if start < 3 or lowers[start - 1] not in _LINKS:
        return None
    verb = _verb_before(tokens, start, _SETTING if lowers[start - 1] == "at" else _RAISING)
    if verb is None or _LEVELS.isdisjoint(lowers[verb + 1 : start]):
        return None
    dated = any(
        first == "in" and second.isdigit() and len(second) == 4
        for first, second in pairwise(lowers)
    )
    headed = verb < 3 and lowers[verb].endswith("s") and tokens.words[verb - 1][0].isupper()
    decided = headed or _is_by_decider(tokens, verb)
    return "planned" if decided and not dated else None


def _is_by_decider(tokens: Tokens, verb: int) -> bool:
    """Whether who sets such things is the subject: "the state raised", no "state firm raised"."""
    return any(
        tokens.lowers[at] in WORDS["deciders"] and (at + 1 == verb or tokens.tags[at + 1] != "N")
        for at in range(max(0, verb - 6), verb)
    )


def _verb_before(tokens: Tokens, start: int, verbs: frozenset[str]) -> int | None:
    """The verb of moving or setting that governs a number, with nothing but its object between."""
    for at in range(start - 2, max(0, start - _REACH), -1):
        lower, tag = tokens.lowers[at], tokens.tags[at]
        if lower in verbs and tag in "VEvN":
            passive = tokens.tags[at - 1] == "A" and tokens.lowers[at - 1] not in ("has", "have")
            told = tokens.lowers[at - 1] != "to" and tokens.tags[at - 1] not in "DJP"
            return at if told and not passive else None
        if tag in "ARO" or lower in (",", ";", ":", "“", "”"):
            return None
    return None
