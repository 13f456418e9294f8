"""Numbers of a side and of its players: "a back four", "he wore 29", "down to ten men"."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.labels.sport.matches import is_of_match
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_SPORT = read_sections("sport.txt")
_LINES = frozenset(_SPORT["lines"])
_ROLES = frozenset(_SPORT["role words"])
_WEARING = frozenset(_SPORT["wearing"])
_REDUCING = frozenset(_SPORT["reducing"])
_WE = frozenset(("we", "we’ll", "we'll", "we’d", "we'd"))
_FROM_ONE = (["from", "one", "to"], ["from", "1", "to"])
# How many stand in a side of football and of rugby.
_FULL = (11, 15)
_CREWS = frozenset(_SPORT["crews"])
# What a side has on the pitch or names for a match.
_SIDES = frozenset((11, 13, 15, 17, 22, 23))
# In front of a line, its article stands so near: "a rejigged back four".
_PHRASE = 4
# How many a side may have left, and what they are as words.
_LEFT_ON = frozenset(range(7, 16))
_MEN = frozenset(map(str, _LEFT_ON)) | frozenset(
    "seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
)


@needs(_LINES | _ROLES)
def is_line(tokens: Tokens, number: Number) -> bool:
    """Whether a number names a part of a side or who plays in it: "a back four", "a false nine"."""
    first, stop = number.first, number.stop
    if not first or number.kind is not None or not 1 < number.value <= max(_SIDES):
        return False
    if tokens.lowers[stop : stop + 3] == ["at", "the", "back"]:
        return tokens.lowers[stop + 3 : stop + 4] != ["of"]  # "Six at the back of the class"
    named = tokens.lowers[first - 1] in (_LINES if number.value < 7 else _ROLES)
    named = named or (tokens.lowers[first - 1] in _ROLES and number.value == 6)
    # "We'll claw back four".
    determined = "D" in tokens.tags[max(0, first - _PHRASE) : first - 1]
    counts = stop < len(tokens.words) and tokens.tags[stop] in "NJM"
    verbal = first > 1 and tokens.tags[first - 2] in "vVE"  # "the bank bought back six"
    return named and determined and not counts and not verbal


@needs(_WEARING | {"shirt", "jersey"})
def is_shirt(tokens: Tokens, number: Number) -> bool:
    """Whether a number is on a shirt: "he wore 29", "the 7 shirt"."""
    if number.kind is not None or number.value >= 100:
        return False
    behind = tokens.lowers[number.stop : number.stop + 1]
    if behind in (["shirt"], ["jersey"]):
        return number.value > 1
    ends = not behind or tokens.tags[number.stop] in ".CPR" or behind[0] in ("last", "this")
    return ends and number.first > 0 and tokens.lowers[number.first - 1] in _WEARING


@needs(_REDUCING | {"from", "v", "versus", "against"})
def is_side(tokens: Tokens, number: Number) -> bool:
    """Whether a number is all of a side, or what a dismissal leaves: "down to ten men"."""
    if number.kind is not None:
        return False
    return _is_last_shirt(tokens, number) or _is_left(tokens, number) or _faces(tokens, number)


def _is_last_shirt(tokens: Tokens, number: Number) -> bool:
    """Whether all of a side is told by its shirts: "heroic from 1 to 23", "from one to 11"."""
    lowers, first = tokens.lowers, number.first
    if number.form == "range":
        numbered = lowers[first - 1 : first] == ["from"] and number.low == 1
        numbered = numbered and number.high in _SIDES
    else:
        from_one = lowers[max(0, first - 3) : first] in _FROM_ONE
        numbered = from_one and number.value in _SIDES and _ends(tokens, number.stop)
    return numbered and CHANGE_VERBS.keys().isdisjoint(tokens.vocabulary)


def _ends(tokens: Tokens, stop: int) -> bool:
    """Whether a clause ends at a token."""
    return stop >= len(tokens.words) or tokens.tags[stop] in ".C"


def _is_left(tokens: Tokens, number: Number) -> bool:
    """Whether a side is left with so many: "reduced to ten men", "we’ll finish with 11"."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    if number.form == "range" or number.value not in _LEFT_ON or first < 2:
        return False
    before = lowers[first - 1]
    if lowers[first - 2] not in _REDUCING or before not in ("to", "with"):
        return False
    if lowers[stop : stop + 1] in (["men"], ["players"]):
        return is_of_match(tokens) or _CREWS.isdisjoint(tokens.vocabulary)
    return before == "with" and _ends(tokens, stop) and not _WE.isdisjoint(tokens.vocabulary)


def _faces(tokens: Tokens, number: Number) -> bool:
    """Whether two sides are told by how many they have: "11 v 10", "11 against 11"."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    between = {*lowers[first - 1 : first], *lowers[stop : stop + 1]}
    if not between.isdisjoint(("v", "versus")):
        return any(_may_play(tokens, at) for at in (stop + 1, first - 2))
    if number.value not in _LEFT_ON or "against" not in between:
        return False
    again = lowers[stop + 1 : stop + 2] == lowers[first:stop] or _is_again(tokens, number)
    return again and (number.value in _FULL or is_of_match(tokens))


def _is_again(tokens: Tokens, number: Number) -> bool:
    """Whether "against" stands between a number and the same before it."""
    first = number.first
    return first > 1 and tokens.lowers[first - 2 : first - 1] == tokens.lowers[first : number.stop]


def _may_play(tokens: Tokens, at: int) -> bool:
    """Whether a token is how many a side has: "11 v 10", "fourteen v fifteen"."""
    return at >= 0 and tokens.lowers[at : at + 1] != [] and tokens.lowers[at] in _MEN
