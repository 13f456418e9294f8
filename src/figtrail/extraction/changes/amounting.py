"""What a change came to: "the cut amounts to £40m", "the rise, which works out at 4%"."""

from __future__ import annotations

from figtrail.extraction.changes.vocabulary import CHANGE_NOUNS, PROPORTIONAL, WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Change

_OUT = frozenset(("out", "up"))
_LINKS = frozenset(("which", "that", ",", "together", "alone"))
# So many tokens of the noun phrase are looked at.
_REACH = 8


def find_amounting(tokens: Tokens, at: int, kind: str) -> Change | None:
    """The change noun whose size the words that end at a token introduce.

    "Cuts totalling", "the increase in fares comes to"; not "the cost of the cuts came to".
    """
    lowers, tags = tokens.lowers, tokens.tags
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
    """Where "amounts to", "works out at" or "totalling" starts that ends at a token, else 0."""
    if lowers[at] in WORDS["worth"]:
        return at
    verb = at - 1
    if lowers[at] not in ("to", "at") or verb < 1:
        return 0
    if lowers[verb] in _OUT:
        verb -= 1
    return verb if lowers[verb] in WORDS["amounting"] else 0
