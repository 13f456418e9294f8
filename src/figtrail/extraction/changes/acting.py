"""The change verb whose object stands before its size: "raised interest rates 25 basis points"."""

from __future__ import annotations

from figtrail.extraction.changes.vocabulary import CHANGE_NOUNS, CHANGE_VERBS, WORDS
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens
from figtrail.model import Change

_CLOSING = WORDS["closing_after"]


def find_object_moved(tokens: Tokens, number: Number, at: int) -> Change | None:
    """The verb of "raised interest rates 25 basis points": the object stands between."""
    stated = number.kind == "percentage" and tokens.lowers[number.stop : number.stop + 1] == ["to"]
    acting = number.kind == "percentage" and _is_closed(tokens, number.stop)
    if not stated and not acting and number.unit not in ("basis_point", "percentage_point"):
        return None
    for index in range(at, max(-1, at - 6), -1):
        lower = tokens.lowers[index]
        if lower in CHANGE_VERBS and (stated or not acting or _acts_on(tokens, index)):
            return CHANGE_VERBS[lower]
        if tokens.tags[index] not in "NJDB":
            return None
    return None


def _acts_on(tokens: Tokens, at: int) -> bool:
    """Whether a word of change is the verb of an object: "cut fares 15%", but not "the rise"."""
    lower = tokens.lowers[at]
    if lower not in CHANGE_NOUNS:
        return True
    return lower == "cut" and at > 0 and tokens.tags[at - 1] in "NO"


def _is_closed(tokens: Tokens, stop: int) -> bool:
    """Whether a percentage ends its clause, or only a time follows: "grew revenue 12% in May"."""
    return stop >= len(tokens.words) or tokens.lowers[stop] in _CLOSING
