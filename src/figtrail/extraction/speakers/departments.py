"""Bodies whose names hold a list: "the Department for Environment, Food and Rural Affairs"."""

from __future__ import annotations

from typing import Final

from figtrail.extraction.speakers import vocabulary as vocab

_OF: Final = frozenset({"of", "for", "on"})
_AND: Final = frozenset({"and", "&"})
_REACH: Final = 14
# "Levelling Up", "Local Government": so many words a member of the list may have.
_LONGEST_MEMBER: Final = 3


def join_lists(words: list[str], lowers: list[str]) -> tuple[list[str], list[str]]:
    """The tokens without the commas inside such names, which part nothing."""
    if "," not in words or vocab.LISTING_BODIES.isdisjoint(lowers):
        return words, lowers
    inside: set[int] = set()
    for at, lower in enumerate(lowers[:-3]):
        if lower in vocab.LISTING_BODIES and words[at][0].isupper() and lowers[at + 1] in _OF:
            inside.update(_find_commas(words, lowers, at + 2))
    if not inside:
        return words, lowers
    kept = [at for at in range(len(words)) if at not in inside]
    return [words[at] for at in kept], [lowers[at] for at in kept]


def _find_commas(words: list[str], lowers: list[str], first: int) -> list[int]:
    """The commas of a list of capitalised names that ends in "and X"; none where it is no list."""
    commas: list[int] = []
    member = 0
    for at in range(first + (lowers[first] == "the"), min(len(words) - 1, first + _REACH)):
        if words[at] == ",":
            commas.append(at)
            member = 0
        elif lowers[at] in _AND and (member or commas):
            return commas if words[at + 1][0].isupper() else []
        elif not words[at][0].isupper() or member == _LONGEST_MEMBER:
            return []
        else:
            member += 1
    return []
