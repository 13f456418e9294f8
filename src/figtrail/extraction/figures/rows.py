"""Rows of numbers that take the nouns of the row before, in order: "640 cases and 18 deaths"."""

from __future__ import annotations

from itertools import pairwise

from figtrail.extraction.figures.scenes import Scene
from figtrail.extraction.found import Found
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens

# What may join the numbers of a row, and what joins its last one.
_JOINS = ([","], ["and"], [",", "and"], ["with"], [",", "with"], ["plus"])
_LAST = frozenset(("and", "with", "plus"))
# How many numbers a row may have.
_LONGEST = 3
# How many tokens may stand between the nouns of the first row: "31 points and grabbed 12".
_APART = 4
# How many figures may stand between a row and the one before it.
_BETWEEN = 2
_HEADED = frozenset(("count", "rate", "measurement", "score"))
# What is counted among others and no figure by itself: "18 and one".
_SINGLE = frozenset(("one", "none", "zero"))

# Behind numbers these say that others share them out.
_ELSEWHERE = frozenset(("respectively", "each", "apiece"))
_NEAR = 4


def find_in_row(scene: Scene, at: int, earlier: list[Found], here: list[Found]) -> Found | None:
    """The figure of the row before that stands where a bare number does in its own.

    "Ashby had 640 cases and 18 deaths; Corley, 2,207 and 41": 2,207 goes on with
    the cases, not with the deaths that stand nearer.
    """
    tokens, readings = scene.tokens, scene.readings
    if not readings[at].is_bare or not _is_joined(tokens, readings[at]):
        return None
    first, stop = at, at + 1
    while first > 0 and _are_joined(tokens, readings[first - 1], readings[first]):
        first -= 1
    while stop < len(readings) and _are_joined(tokens, readings[stop - 1], readings[stop]):
        stop += 1
    length = stop - first + _ends_in_one(tokens, readings[stop - 1])
    if not 1 < length <= _LONGEST or not _closes(tokens, readings[first:stop]):
        return None
    return _find_row(here[:first], earlier, length, at - first)


def _find_row(here: list[Found], earlier: list[Found], length: int, place: int) -> Found | None:
    """The figure at a place of the last row of a length, this sentence's or the one before's."""
    before = earlier[-_LONGEST - _BETWEEN :] + here
    for start in range(len(before) - length, max(-1, len(before) - length - _BETWEEN - 1), -1):
        row = before[start : start + length]
        if all(_go_together(one, other) for one, other in pairwise(row)):
            return row[place] if len({one.measured for one in row}) == length else None
    return None


def _is_joined(tokens: Tokens, reading: Reading) -> bool:
    """Whether a number may belong to a row, by the words beside it."""
    before = tokens.lowers[reading.bound_start - 1] if reading.bound_start else ""
    ahead = tokens.lowers[reading.number.stop : reading.number.stop + 2]
    return before in _LAST or before == "," or not _LAST.isdisjoint(ahead) or ahead[:1] == [","]


def _are_joined(tokens: Tokens, one: Reading, other: Reading) -> bool:
    """Whether two bare numbers stand side by side in a row: "2,207 and 41"."""
    bare = one.is_bare and other.is_bare
    return bare and tokens.lowers[one.number.stop : other.bound_start] in _JOINS


def _ends_in_one(tokens: Tokens, last: Reading) -> int:
    """How many numbers behind the last are none that is stated: "18 and one"."""
    stop = last.number.stop
    ahead = tokens.lowers[stop : stop + 2]
    single = len(ahead) == 2 and ahead[0] in _LAST and ahead[1] in _SINGLE
    return int(single and tokens.tags[stop + 2 : stop + 3] in ([], ["."], ["C"]))


def _closes(tokens: Tokens, row: list[Reading]) -> bool:
    """Whether a row ends as one does: its last number joined by a word, or one behind it.

    Numbers told "respectively" are of those named before them.
    """
    if _ELSEWHERE.intersection(tokens.lowers[row[-1].number.stop :][:_NEAR]):
        return False
    joined = tokens.lowers[row[-1].bound_start - 1] in _LAST if len(row) > 1 else False
    return joined or _ends_in_one(tokens, row[-1]) > 0


def _go_together(one: Found, other: Found) -> bool:
    """Whether two figures stand side by side and count, measure or score different things."""
    if one.tokens is not other.tokens or not (one.kind in _HEADED and other.kind in _HEADED):
        return False
    between = slice(one.reading.number.stop, other.reading.bound_start)
    lowers, tags = other.tokens.lowers[between], other.tokens.tags[between]
    joined = not _LAST.isdisjoint(lowers) or "," in lowers
    return joined and len(lowers) <= _APART and "M" not in tags and ";" not in lowers
