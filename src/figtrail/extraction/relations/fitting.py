"""Levels near a change that its size fits, where the words alone don't say which they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import permutations

from figtrail.extraction.relations.statements import (
    WORDS,
    Statement,
    are_commensurable,
    content_words,
    is_before,
    is_earlier,
)
from figtrail.extraction.relations.summaries import points_back
from figtrail.model import Figure

_PRONOUNS = WORDS["anaphors"] | {"there", "they"}
_HUNDRED = Decimal(100)
_NEAR = 12
"""How many levels around a size are tried."""
_TELLING = 20
"""From here on a number is rarely the sum or the share of two others by chance."""
_LOOSE = Decimal("0.05")
"""How far a fraction in words, or a number with a bound, may lie from the one computed."""

Levels = tuple[Statement | None, Statement | None]
"""The later and the earlier level of a change, as far as they are known."""


def fit_levels(
    stated: Statement,
    known: Levels,
    groups: tuple[Sequence[Statement], ...],
    paired: Mapping[int, Statement],
) -> Levels:
    """The one pair of levels around a change between which exactly its size lies.

    `groups` are the sentence before, the change's own and the one after; `paired` has the earlier
    level of each later one that is known. That three numbers near
    each other fit by chance is unlikely, so that fitting is evidence where the grammar is loose; a
    pair that doesn't fit may be of something else and is left alone. What is known stays.
    """
    levels = [item for group in groups for item in group if item.is_level][:_NEAR]
    found = [
        (later, earlier)
        for later, earlier in permutations(levels, 2)
        if (known[0] is None or later is known[0])
        and (known[1] is None or earlier is known[1])
        and are_commensurable(later.figure, earlier.figure)
        and not is_before(later.figure.period, earlier.figure.period)
        and (paired.get(later.at) is earlier or _can_pair(stated, later, earlier, known))
        and (known != (None, None) or is_about(stated, later))
        and _are_telling(stated, later, earlier, known)
        and fits_change(stated.figure, later.figure, earlier.figure)
    ]
    return found[0] if len(found) == 1 else known


def is_about(stated: Statement, level: Statement) -> bool:
    """Whether a change can be a level's: one clause, a common word, or a noun left out."""
    if points_back(stated):
        return True
    words = content_words(stated.figure)
    if words & content_words(level.figure) or level.figure.unit in words:
        return True
    if level.found.reading.unit is None or stated.figure.unit == level.figure.unit:
        return True
    if stated.found.sentence.start == level.found.sentence.start:
        first, last = sorted((stated, level), key=lambda item: item.at)
        return WORDS["contrasts"].isdisjoint(first.lowers[first.stop : last.start])
    period = level.figure.period
    return level.lowers[0] in _PRONOUNS or (period is not None and period == stated.figure.period)


def _can_pair(stated: Statement, later: Statement, earlier: Statement, known: Levels) -> bool:
    """Whether levels that no words tie can be those of the change."""
    return (known[0] is not None or _are_of_one(later, earlier)) and (
        is_earlier(earlier) or _follows(stated, earlier) or not _names_base(stated)
    )


def _follows(stated: Statement, earlier: Statement) -> bool:
    """Whether a level is what stands right after "on", "from" or "than"."""
    return earlier.at == stated.at + 1 and earlier.start - stated.stop <= 5


def _are_of_one(later: Statement, earlier: Statement) -> bool:
    """Whether two levels can be of one thing: by a common word, or by a noun left out."""
    one, other = later.figure, earlier.figure
    if one.kind == "count" and None in (later.found.reading.unit, earlier.found.reading.unit):
        return True
    return one.measured is None or bool(content_words(one) & content_words(other))


def _names_base(stated: Statement) -> bool:
    """Whether a size says itself since when: "six points up on 2018", "up 7% on the year"."""
    return not WORDS["since"].isdisjoint(stated.lowers[stated.stop : stated.stop + 3])


def _are_telling(stated: Statement, later: Statement, earlier: Statement, known: Levels) -> bool:
    """Whether the numbers are large enough, and near enough, to fit by more than chance."""
    values = [item.figure.value for item in (later, earlier)]
    if None in values or later.figure.value == earlier.figure.value:
        return False
    if known != (None, None):
        return True
    size = stated.figure
    if size.unit not in ("percent", "times") and size.out_of is None:
        return size.value is not None and _is_telling(size.value)
    return any(_is_telling(value) for value in values if value is not None)


def _is_telling(value: Decimal) -> bool:
    return abs(value) >= _TELLING or value != int(value)


def fits_change(size: Figure, later: Figure, earlier: Figure) -> bool:
    """Whether a change from one level to the other has just the size that is stated."""
    stated, end, start = size.value, later.value, earlier.value
    if stated is None or end is None or start is None or start <= 0 or end <= 0:
        return False
    falls = end < start if size.change is None else size.change == "decrease"
    difference = start - end if falls else end - start
    if difference <= 0:
        return False
    percent = "percent" in (later.unit, earlier.unit)
    if size.unit in ("percentage_point", "basis_point"):
        points = stated / _HUNDRED if size.unit == "basis_point" else stated
        return percent and points == difference
    if size.unit == "times":
        computed = start / end if falls else end / start
    elif size.out_of is not None or size.unit == "percent":
        computed = difference / start * (size.out_of or _HUNDRED)
    elif size.unit in (later.unit, earlier.unit):
        return stated == difference
    else:
        return False
    return not percent and is_stated(size, computed)


def is_stated(size: Figure, computed: Decimal) -> bool:
    """Whether a computed share would be stated as it is, by its last digit and its bound."""
    stated = size.value
    assert stated is not None
    away = computed - stated
    if size.bound in ("over", "at_least"):
        return 0 <= away <= stated * _LOOSE
    if size.bound in ("under", "at_most", "nearly"):
        return 0 <= -away <= stated * _LOOSE
    if size.unit != "percent" or size.bound != "exact":
        return abs(away) <= stated * _LOOSE
    step = Decimal(1).scaleb(min(0, int(stated.as_tuple().exponent)))
    return abs(away) <= step / 2
