"""Whether a sum is how far the price right before it in its sentence moved or will move."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.tokens import Tokens

# Behind a sum: how far it stands from the one before.
_APART = frozenset("above below dearer cheaper short shy ahead".split())


def is_move(tokens: Tokens, at: int, after: int) -> bool:
    """Whether a sum is how far a price moved: "$3 a gallon in May, down (12 cents) in a month"."""
    by = at - 1 - (tokens.lowers[at - 1] == "by")
    moved = by > after and tokens.lowers[by] in ("up", "down") and tokens.lowers[by - 1] == ","
    between = slice(after, by)
    return moved and "M" not in tokens.tags[between] and _TURNS.isdisjoint(tokens.lowers[between])


def climbs_by(tokens: Tokens, at: int, after: int) -> bool:
    """Whether the price of an aside moves by a sum: "the bill, now £90 a month, would climb by"."""
    between = slice(after, at)
    lowers = tokens.lowers[between]
    if lowers[:1] != [","] or lowers[-1:] != ["by"]:
        return False
    acting = all(
        tag in ".AvVEBP" or lower in CHANGE_VERBS
        for tag, lower in zip(tokens.tags[between], lowers, strict=True)
    )
    return acting and lowers.count(",") == 1


_TURNS = frozenset(("and", "but", "while", "which", "with", ";"))


def stands_apart(tokens: Tokens, start: int, at: int, after: int) -> bool:
    """Whether a sum is how far a price stands from another: "£9 a litre, 20p more than in May"."""
    ahead = tokens.lowers[after : after + 2]
    if ahead[:1] and ahead[0] in _APART:
        return True
    compared = ahead[1:] == ["than"] and ahead[0] in ("more", "less", "higher", "lower")
    return compared and not any(tag in "AVEv" for tag in tokens.tags[start:at])
