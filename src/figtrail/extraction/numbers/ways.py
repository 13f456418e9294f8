"""Whether the "m" behind digits is metres by a way gone, a height named or a person's size."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers.forms import SIGNS
from figtrail.extraction.tokens import Tokens, read_digits

_WORDS = read_sections("numbers.txt")
_GOING = frozenset(_WORDS["going"])
_HEIGHTS = frozenset(_WORDS["heights"])
_HEDGES = frozenset(("about", "around", "roughly", "nearly", "almost", "just", "only", "perhaps"))
_REACHED = frozenset(("to", "into", "at", "by", "of"))
_HIGH_POINTS = (["at", "the"], ["in", "the"], ["from", "the"])
_PERSONS = frozenset(("who", "he", "she"))
_BEING = frozenset(("is", "was", "’s", "'s", "stands", "stood", "at"))
# So far before a way its verb stands, and a person before his size.
_NEAR = 4
# So far before its metres a height is named, and tags of what may stand between it and them: "is",
# "of", "high", and the time of a tide.
_NAMED = 9
_TELLING = frozenset("APJNM.B")
# Nobody tells of a shorter way, and of persons who are smaller or taller.
_SHORTEST = 10
_SMALLEST, _TALLEST = Decimal("1.2"), Decimal("2.6")


def is_way(tokens: Tokens, first: int, after: int) -> bool:
    """Whether the words tell a way, a height or a size: "walked 250m", "within 300m of the house".

    The number stands at a token without a sign of money, `after` is behind its letter. A noun there
    is what is counted in millions: "ran 40m adverts".
    """
    lowers = tokens.lowers
    if tokens.tags[after : after + 1] in (["N"], ["J"], ["E"], ["G"]):
        return False
    before = first - 1
    while before > 0 and lowers[before] in _HEDGES:
        before -= 1
    if before >= 0 and lowers[before] == "within":
        return lowers[after : after + 1] == ["of"]
    if before > 0 and lowers[before - 1 : before + 1] == ["level", "of"]:
        return True
    value = read_digits(tokens.words[first])
    near = lowers[max(0, before - _NEAR) : before + 1]
    if value >= _SHORTEST and not _GOING.isdisjoint(near) and near[-1] not in _REACHED:
        return True
    if not tokens.vocabulary.isdisjoint(SIGNS):
        return False
    if "." in tokens.words[first] and _SMALLEST <= value <= _TALLEST:
        sized = before > 0 and lowers[before] in _BEING and not _PERSONS.isdisjoint(near)
        if sized:
            return True
    if before >= 0 and tokens.tags[before] not in _TELLING:
        return False
    low = max(0, first - _NAMED)
    return any(
        lowers[at] in _HEIGHTS and not _is_high_point(lowers, at) for at in range(low, first)
    )


def _is_high_point(lowers: list[str], at: int) -> bool:
    """Whether a height is when something was at its worst: "at the height of the crisis"."""
    opened = lowers[at - 2 : at] in _HIGH_POINTS or lowers[at - 1 : at] == ["in"]
    return opened and lowers[at + 1 : at + 2] == ["of"]
