"""Wholes and parts that their numbers tell: "the 35 medals – 12 gold, nine silver and 14 …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from figtrail.extraction.relations.statements import (
    PAUSES,
    WORDS,
    Statement,
    Tie,
    find_only_counted,
)
from figtrail.model import Figure

SUMMED = frozenset(("count", "money", "measurement"))
_TELLING = 20
"""A smaller whole is the sum of others too often by chance."""
_NEAR = 6
"""How many numbers of a sentence are tried as a sum and its parts."""


def tie_fitting(group: Sequence[Statement], before: Sequence[Statement]) -> Iterator[Tie]:
    """As in "the 35 medals – 12 gold, nine silver and 14 bronze –": a whole beside a list of parts.

    Only where they add up exactly, which large numbers, or several, hardly do by chance.
    """
    counted = [item for item in group if item.is_level and item.figure.value is not None][:_NEAR]
    for at, whole in enumerate(counted):
        others = counted[:at] + counted[at + 1 :]
        if size_of(whole) < _TELLING:
            continue
        for first in range(len(others) - 1):
            for stop in range(len(others), first + 1, -1):
                parts = others[first:stop]
                if adds_up(whole, parts) and _are_telling(whole, parts):
                    yield from (("is_part_of", part.at, whole.at) for part in parts)
                    return
    if ties := list(_tie_by_unit(counted, before)):
        yield from ties
        return
    outside = find_only_counted(before)
    elided = all(part.found.reading.unit is None for part in counted)
    if outside is None or len(counted) < 2 or not elided or size_of(outside) < _TELLING:
        return
    if adds_up(outside, counted):
        yield from (("is_part_of", part.at, outside.at) for part in counted)


def _tie_by_unit(parts: Sequence[Statement], before: Sequence[Statement]) -> Iterator[Tie]:
    """As in "804 cases and 58 deaths. Asia had (500 cases; 20 deaths), Africa (304; 38)".

    Each noun has a whole of its own in the sentence before, and parts that add up to it.
    """
    for unit in dict.fromkeys(part.figure.unit for part in parts):
        own = [part for part in parts if part.figure.unit == unit]
        wholes = [item for item in before if item.is_level and item.figure.unit == unit]
        if len(wholes) != 1 or len(own) < 2 or size_of(wholes[0]) < _TELLING:
            continue
        if adds_up(wholes[0], own) and _are_telling(wholes[0], own):
            yield from (("is_part_of", part.at, wholes[0].at) for part in own)


def adds_up(whole: Statement, parts: Sequence[Statement]) -> bool:
    """Whether parts that may be a whole's come to just that."""
    return total_of(parts) == size_of(whole) and all(
        adds_to(part.figure, whole.figure) and size_of(part) > 0 for part in parts
    )


def _are_telling(whole: Statement, parts: Sequence[Statement]) -> bool:
    """Whether numbers add up by more than chance: many, with many digits, or in a list."""
    if len(parts) > 2:
        return True
    nouns = {part.found.reading.unit for part in parts} - {None, whole.found.reading.unit}
    if nouns and whole.found.reading.unit is not None:
        return False
    if min(_count_digits(part) for part in parts) >= 2:
        return True
    if not WORDS["keeping"].isdisjoint(whole.lowers):
        return max(_count_digits(part) for part in parts) >= 2
    between = whole.lowers[whole.stop : parts[0].start]
    return (
        between[-1:] != []
        and between[-1] in PAUSES
        and len(between) <= 4
        and "and" in parts[-1].lowers[parts[-2].stop : parts[-1].start]
    )


def _count_digits(statement: Statement) -> int:
    return len(size_of(statement).normalize().as_tuple().digits)


def size_of(statement: Statement) -> Decimal:
    """The number that a statement gives, nought where it is a range."""
    return statement.figure.value if statement.figure.value is not None else Decimal(0)


def total_of(parts: Sequence[Statement]) -> Decimal:
    """What numbers come to."""
    return sum((size_of(part) for part in parts), Decimal(0))


def adds_to(one: Figure, other: Figure) -> bool:
    """Whether a number may be part of a sum of another's kind, unit and denominator."""
    if one.kind != other.kind or one.kind not in SUMMED:
        return False
    if one.change is not None or other.change is not None or one.out_of or other.out_of:
        return False
    if one.kind != "count" and one.unit != other.unit:
        return False
    return one.per == other.per
