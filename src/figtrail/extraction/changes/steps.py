"""The size of a step between what is moved and its new level: "raised the fee 50 cents to $8"."""

from __future__ import annotations

from figtrail.extraction.changes.vocabulary import CHANGE_VERBS, WORDS, is_sign
from figtrail.extraction.tokens import Tokens
from figtrail.model import Change

# How many tokens what is moved takes at most: "the average quarterly dividend".
_OBJECT = 6


def find_step(tokens: Tokens, start: int, kind: str, stop: int) -> Change | None:
    """The direction of a sum of money or of points that stands behind a verb and its object.

    The level that it leads to follows: "to $8".
    """
    if kind not in ("money", "percentage") or tokens.lowers[stop : stop + 1] != ["to"]:
        return None
    ahead = stop + 1
    if not is_sign(tokens, ahead) and tokens.tags[ahead : ahead + 1] != ["M"]:
        return None
    for at in range(start - 1, max(-1, start - _OBJECT - 2), -1):
        if tokens.lowers[at] in WORDS["resizing"]:
            return CHANGE_VERBS.get(tokens.lowers[at]) if at < start - 1 else None
        if tokens.tags[at] not in "BDNJv" and tokens.lowers[at] not in ("'s", "’s", "its", "their"):
            return None
    return None
