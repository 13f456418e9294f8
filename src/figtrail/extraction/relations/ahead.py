"""The levels that follow the size of a change: "up 7% to £3bn", "7% more than £2.8bn"."""

from __future__ import annotations

from collections.abc import Sequence

from figtrail.extraction.relations.statements import (
    MOVEMENTS,
    WORDS,
    Statement,
    are_commensurable,
    find_cue,
    is_apposed,
    is_earlier,
    is_named_after,
    lies_open,
    share_place,
    word_at,
)


def find_ahead(
    stated: Statement, ahead: Sequence[Statement]
) -> tuple[Statement | None, Statement | None]:
    """The later and the earlier level of "up 7% from A to B", "rose 7% to B", "7% more than A"."""
    levels = list(ahead)
    if not levels or not levels[0].is_level or not fits_unit(stated, levels[0]):
        return None, None
    first = levels[0]
    cue = find_cue(first)
    word = word_at(first, cue)
    if first.start - stated.stop > 16 or not lies_open(stated, stated.stop, cue):
        return None, None
    between = stated.lowers[stated.stop : cue]
    if passes_a_mark(stated) or "and" in between:
        return None, None
    if _is_recalled(first, cue) and (is_apposed(stated) or is_named_after(stated)):
        return None, first
    if "," in between and not MOVEMENTS.isdisjoint(between[between.index(",") :]):
        return None, None
    second = levels[1] if len(levels) > 1 and levels[1].is_level else None
    if word == "from":
        if second is not None and _joins(first, second, ("to",)):
            return second, first
        return None, first
    if (word == "to" and word_at(first, cue - 1) not in WORDS["not_to"]) or (
        word == "at" and _has_particle(stated)
    ):
        if second is not None and _joins(first, second, ("from",)):
            return first, second
        if second is not None and _is_recalled(second, find_cue(second)):
            return first, second
        return first, None
    return None, first if _is_standard(stated, first, cue) else None


def _is_standard(stated: Statement, level: Statement, cue: int) -> bool:
    """Whether a level is what a size is counted from: "12 fewer than the 96".

    "Than" names it, whatever it is: an earlier level, a plan or another place's.
    """
    word = word_at(level, cue)
    if word == "than":
        return True
    compared = word in ("with", "to") and word_at(level, cue - 1) == "compared"
    return (
        (compared or word in ("on", "against", "after"))
        and is_earlier(level)
        and share_place(stated.figure, level.figure)
    )


def _is_recalled(level: Statement, cue: int) -> bool:
    """As in "four points higher than in 2014, when it was 34"."""
    near = level.lowers[max(0, cue - 4) : cue + 1]
    told = near[-1] == "when" or near[-1] in WORDS["recalling"] or level.tags[cue] in "VE"
    return "when" in near and told


def _joins(first: Statement, second: Statement, words: tuple[str, ...]) -> bool:
    cue = find_cue(second)
    return (
        word_at(second, cue) in words
        and are_commensurable(first.figure, second.figure)
        and cue - first.stop <= 14
        and lies_open(first, first.stop, cue)
    )


def _has_particle(stated: Statement) -> bool:
    return word_at(stated, find_cue(stated)) in ("up", "down")


def fits_unit(stated: Statement, level: Statement) -> bool:
    """Whether the size of a change can be that of a level's change, by their units."""
    if stated.figure.unit in ("percent", "times") or stated.figure.kind == "ratio":
        return level.figure.kind != "ratio"
    if stated.figure.unit in ("percentage_point", "basis_point"):
        return level.figure.unit == "percent"
    return are_commensurable(stated.figure, level.figure)


def passes_a_mark(stated: Statement) -> bool:
    """Whether a number is a mark that was passed ("rose past 20 million"), not a change's size."""
    near = stated.lowers[max(0, stated.start - 1) : stated.found.reading.number.first]
    return not WORDS["marks"].isdisjoint(near)
