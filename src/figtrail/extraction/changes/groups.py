"""Where others are compared with, and no earlier time: "16% lower in those who slept well"."""

from __future__ import annotations

from figtrail.extraction.changes.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens


def is_of_group(tokens: Tokens, at: int) -> bool:
    """Whether others are compared with, and no time: "16% lower in those who", "9% lower odds"."""
    lowers = tokens.lowers
    if lowers[at : at + 1] and lowers[at] in WORDS["chances"]:
        return True
    grouped = lowers[at : at + 1] in (["in"], ["among"], ["for"], ["at"])
    return grouped and not WORDS["groups"].isdisjoint(lowers[at + 1 : at + 5])


def is_of_chance(tokens: Tokens, start: int) -> bool:
    """Whether a chance is set against another's: "their risk of gout was 18 per cent lower"."""
    before = tokens.lowers[max(0, start - 8) : start]
    if before[-1:] == [","] or WORDS["chances"].isdisjoint(before):
        return False
    at = max(at for at, lower in enumerate(before) if lower in WORDS["chances"])
    return not {"is", "was", "were", "are", "be"}.isdisjoint(before[at:]) and "," not in before[at:]
