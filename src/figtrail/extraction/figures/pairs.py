"""Two bare numbers that go on with two nouns: "40 thefts and 12 robberies … 51 and nine"."""

from __future__ import annotations

from figtrail.extraction.figures.scenes import Scene
from figtrail.extraction.found import Found
from figtrail.extraction.quantities import Reading

_KINDS = frozenset(("count", "rate"))


def find_pair(scene: Scene, at: int, earlier: list[Found], here: list[Found]) -> Found | None:
    """The member of the pair before that one of two bare numbers goes on with, in their order.

    "Boone has 793 cases and 23 deaths; DeKalb, 1,013 and 33": cases, and deaths.
    """
    readings = scene.readings
    if not _is_bare(readings[at]):
        return None
    if at + 1 < len(readings) and _are_joined(scene, at):
        told = _last_two(earlier, here)
        return told[0] if told is not None else None
    if not at or not here or not _are_joined(scene, at - 1):
        return None
    told = _last_two(earlier, here[:-1])
    return told[1] if told is not None and here[-1].measured == told[0].measured else None


def _is_bare(reading: Reading) -> bool:
    """Whether a count has no noun of its own."""
    return reading.kind == "count" and reading.unit is None and reading.phrase is None


def _are_joined(scene: Scene, first: int) -> bool:
    """Whether only "and" stands between two bare numbers."""
    one, two = scene.readings[first : first + 2]
    if not _is_bare(one) or not _is_bare(two):
        return False
    return scene.tokens.lowers[one.number.stop : two.bound_start] == ["and"]


def _last_two(earlier: list[Found], here: list[Found]) -> tuple[Found, Found] | None:
    """The last two figures before, where they count two things in one sentence."""
    told = [*earlier[-2:], *here][-2:]
    if len(told) < 2 or told[0].tokens is not told[1].tokens:
        return None
    first, second = told
    counted = first.kind in _KINDS and second.kind in _KINDS
    named = first.measured is not None and second.measured is not None
    return (first, second) if counted and named and first.measured != second.measured else None
