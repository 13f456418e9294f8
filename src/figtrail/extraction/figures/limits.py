"""Bare numbers that are limits as a figure before was, or shares that make up the whole."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from figtrail.extraction.elision.antecedents import Unit
from figtrail.extraction.figures.scenes import Scene
from figtrail.extraction.found import Found
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import DASHES

_LIMITS = frozenset(("over", "at_least", "under", "at_most"))
# How many tokens may stand between those who are counted and their limit.
_NEAR = 5
# How many figures back the first limit may be.
_BACK = 4
# How many times the first limit a further one may be.
_LIKE = 20
_WHOLE = Decimal(100)
# How far rounded shares may stand off the whole.
_ROUNDED = Decimal("0.2")


def find_limit(reading: Reading, earlier: list[Found], here: list[Found]) -> Unit | None:
    """The time that a further limit is told in.

    "Some 9,000 waited over four hours, and 800 more than 12"; "1,102 had been there for more than
    52 weeks and just 14 for over 65".
    """
    if not reading.is_bare or reading.bound not in _LIMITS or not here:
        return None
    counted = here[-1]
    between = counted.tokens.tags[counted.reading.after : reading.bound_start]
    if counted.kind != "count" or len(between) > _NEAR or not {".", "C"}.isdisjoint(between):
        return None
    for item in reversed(earlier[-_BACK:] + here):
        if item.kind == "duration" and item.reading.bound in _LIMITS:
            like = reading.number.value < _LIKE * item.reading.number.value
            return Unit("duration", item.unit) if like else None
    return None


def find_split(scene: Scene, reading: Reading) -> Unit | None:
    """Percentages of two sides that make up the whole: "leads by 54.5 to 45.5"."""
    if not reading.is_bare:
        return None
    at = scene.readings.index(reading)
    pairs = pairwise(scene.readings[max(0, at - 1) : at + 2])
    split = any(_is_split(scene, one, other) for one, other in pairs)
    return Unit("percentage", "percent") if split else None


def _is_split(scene: Scene, one: Reading, other: Reading) -> bool:
    """Whether two broken numbers with "to" or a dash between are the shares of two sides."""
    if not (one.is_bare and other.is_bare):
        return False
    broken = one.is_broken or other.is_broken
    between = scene.tokens.lowers[one.unit_stop : other.bound_start]
    joined = between in (["to"], ["against"]) or (len(between) == 1 and between[0] in DASHES)
    return broken and joined and abs(one.number.value + other.number.value - _WHOLE) < _ROUNDED
