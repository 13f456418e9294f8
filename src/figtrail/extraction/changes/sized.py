"""Sizes of a change told apart from its noun: "the cut, which amounts to 4%", "one of 9%"."""

from __future__ import annotations

from figtrail.extraction.changes.vocabulary import CHANGE_NOUNS, PROPORTIONAL, WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Change

_LINKS = frozenset(("at", "to", "of", "is", "was", "from", "between"))
_REACH = 12


def find_sized(tokens: Tokens, at: int, kind: str) -> Change | None:
    """The noun of a change whose size is told in a clause of its own, before the token at `at`.

    "The cut, which amounts to 4 per cent", "a cut equivalent to 3%", "the increase compares
    with one of 9%", "gains ranged from 5% in mining".
    """
    lowers = tokens.lowers
    if kind not in PROPORTIONAL or at < 2 or lowers[at] not in _LINKS:
        return None
    ranged = lowers[at] in ("from", "between") and lowers[at - 1] in WORDS["ranging"]
    another = lowers[at] == "of" and lowers[at - 1] == "one"
    if not ranged and not another and lowers[at] in ("from", "between", "of"):
        return None
    equal = lowers[at] == "to" and lowers[at - 1] in ("equivalent", "equal", "equating")
    if ranged or equal:
        return _name_change(tokens, at - 2)
    for index in range(at - 1 - another, max(0, at - _REACH), -1):
        if another and lowers[index] in CHANGE_NOUNS:
            return CHANGE_NOUNS[lowers[index]]
        if lowers[index] == "which" and lowers[index - 1] == ",":
            # "The hike, which brought its rate to 3%": the level of another thing.
            bare = not another and "N" not in tokens.tags[index:at]
            return _name_change(tokens, index - 2) if bare else None
        if tokens.tags[index] in "M." or (index < at - 5 and not another):
            return None
    return None


def _name_change(tokens: Tokens, at: int) -> Change | None:
    """The change noun at a token, or before its complement: "the rise (in fares)"."""
    for index in range(at, max(-1, at - 4), -1):
        lower = tokens.lowers[index]
        if lower in WORDS["growth_nouns"] or lower in ("gains", "losses", "cuts", "cut"):
            return CHANGE_NOUNS.get(lower, "decrease")
        if tokens.tags[index] not in "NJDPB":
            return None
    return None
