"""Sizes told apart from their noun of change: "the cut amounts to £40m", "one of 9%"."""

from __future__ import annotations

from figtrail.extraction.changes.vocabulary import CHANGE_NOUNS, PROPORTIONAL, WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Change

_OUT = frozenset(("out", "up"))
_LINKS = frozenset(("which", "that", ",", "together", "alone", "is", "was"))
# So many tokens of the noun phrase are looked at.
_REACH = 8
# So many tokens back "one" finds the noun that it stands for.
_ANOTHER = 12


def find_sized(tokens: Tokens, at: int, kind: str) -> Change | None:
    """The change noun whose size the words that end at a token introduce.

    "Cuts totalling", "the increase in fares comes to", "the hike, which works out at", "gains
    ranged from", "the drop is held against one of"; not "the cost of the cuts came to".
    """
    lowers, tags = tokens.lowers, tokens.tags
    if at > 1 and lowers[at - 1 : at + 1] == ["one", "of"] and kind in PROPORTIONAL:
        return _find_another(tokens, at - 1)
    noun = _find_phrase(lowers, at) - 1
    while noun > 0 and (tags[noun] in "BA" or lowers[noun] in _LINKS):
        noun -= 1
    for index in range(noun, max(-1, noun - _REACH), -1):
        lower = lowers[index]
        if lower in CHANGE_NOUNS:
            if lower in WORDS["abstract_only"] and kind not in PROPORTIONAL:
                return None
            governed = "P" in tags[max(0, index - 2) : index]
            heads = index == noun or tags[index + 1] == "P"
            return CHANGE_NOUNS[lower] if heads and not governed else None
        if tags[index] not in "NJDP":
            return None
    return None


def _find_phrase(lowers: list[str], at: int) -> int:
    """Where "amounts to", "works out at", "ranged from" or "totalling" starts, else 0."""
    if lowers[at] in WORDS["worth"]:
        return at
    verb = at - 1
    if verb < 1:
        return 0
    if lowers[at] in ("from", "between"):
        return verb if lowers[verb] in WORDS["ranging"] else 0
    if lowers[at] not in ("to", "at"):
        return 0
    if lowers[verb] in _OUT:
        verb -= 1
    return verb if lowers[verb] in WORDS["amounting"] else 0


def _find_another(tokens: Tokens, at: int) -> Change | None:
    """The change noun that "one" at a token stands for, in its sentence."""
    for index in range(at - 1, max(0, at - _ANOTHER), -1):
        if tokens.lowers[index] in CHANGE_NOUNS:
            return CHANGE_NOUNS[tokens.lowers[index]]
        if tokens.tags[index] in "M.":
            return None
    return None
