"""Changes and the levels between which they lie: "rose 7% to £3bn", "442, up 30"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from figtrail.extraction.relations.levels import find_subject, pair_across, pair_levels
from figtrail.extraction.relations.statements import (
    CHANGE_WORDS,
    WORDS,
    Statement,
    Tie,
    are_commensurable,
    find_cue,
    follow_each_other,
    is_apposed,
    is_before,
    is_earlier,
    is_named_after,
    lies_open,
    share_place,
    word_at,
)


def tie_changes(groups: Sequence[Sequence[Statement]]) -> Iterator[Tie]:
    """The ties between changes and levels within sentences, and to the sentence before."""
    earlier_of: dict[int, int] = {}
    for at, group in enumerate(groups):
        for later, earlier in pair_levels(group):
            if later.at not in earlier_of:
                earlier_of[later.at] = earlier.at
                yield "changes_from", later.at, earlier.at
        before = groups[at - 1] if at and follow_each_other(groups[at - 1], group) else ()
        for later, earlier in pair_across(before, group):
            if later.at not in earlier_of:
                earlier_of[later.at] = earlier.at
                yield "changes_from", later.at, earlier.at
        yield from _tie_sizes(group, before, earlier_of)


def _tie_sizes(
    group: Sequence[Statement], before: Sequence[Statement], earlier_of: dict[int, int]
) -> Iterator[Tie]:
    """The levels of each change in a sentence."""
    for at, stated in enumerate(group):
        if stated.is_level or _passes_a_mark(stated):
            continue
        ahead = group[at + 1 : at + 3]
        later, earlier = _find_ahead(stated, ahead)
        if later is None:
            later = _find_apposed(stated, group[:at], before, earlier_of)
        if later is not None:
            if earlier is not None and _is_new_pair(later, earlier, earlier_of):
                earlier_of[later.at] = earlier.at
                yield "changes_from", later.at, earlier.at
            yield "changes_to", stated.at, later.at
            start = earlier_of.get(later.at)
            if start is None and earlier is None:
                start = _find_dated(later, group, before)
            if start is not None:
                yield "changes_from", stated.at, start
                continue
        if earlier is not None:
            yield "changes_from", stated.at, earlier.at


def _find_ahead(
    stated: Statement, ahead: Sequence[Statement]
) -> tuple[Statement | None, Statement | None]:
    """The later and the earlier level of "up 7% from A to B", "rose 7% to B", "7% more than A"."""
    levels = list(ahead)
    if not levels or not levels[0].is_level or not _fits(stated, levels[0]):
        return None, None
    first = levels[0]
    cue = find_cue(first)
    word = word_at(first, cue)
    if first.start - stated.stop > 16 or not lies_open(stated, stated.stop, cue):
        return None, None
    if _passes_a_mark(stated) or "and" in stated.lowers[stated.stop : cue]:
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
        return first, None
    if (
        (
            word in ("than", "on", "against")
            or (word in ("with", "to") and word_at(first, cue - 1) == "compared")
        )
        and is_earlier(first)
        and share_place(stated.figure, first.figure)
    ):
        return None, first
    return None, None


def _joins(first: Statement, second: Statement, words: tuple[str, ...]) -> bool:
    cue = find_cue(second)
    return (
        word_at(second, cue) in words
        and are_commensurable(first.figure, second.figure)
        and cue - first.stop <= 14
        and lies_open(first, first.stop, cue)
    )


def _passes_a_mark(stated: Statement) -> bool:
    """Whether a number is a mark that was passed ("rose past 20 million"), not a change's size."""
    near = stated.lowers[max(0, stated.start - 1) : stated.found.reading.number.first]
    return not WORDS["marks"].isdisjoint(near)


def _has_particle(stated: Statement) -> bool:
    return word_at(stated, find_cue(stated)) in ("up", "down")


def _fits(stated: Statement, level: Statement) -> bool:
    """Whether the size of a change can be that of a level's change, by their units."""
    if stated.figure.unit in ("percent", "times") or stated.figure.kind == "ratio":
        return level.figure.kind != "ratio"
    if stated.figure.unit in ("percentage_point", "basis_point"):
        return level.figure.unit == "percent"
    return are_commensurable(stated.figure, level.figure)


def _find_apposed(
    stated: Statement,
    levels: Sequence[Statement],
    before: Sequence[Statement],
    earlier_of: Mapping[int, int],
) -> Statement | None:
    """The level before, to which a change stands as "B, up C", "B, an increase of C"."""
    if not is_apposed(stated):
        return _find_pronoun(stated, levels, before, earlier_of)
    earlier: set[int] = set()
    pairs = {later.at: start.at for later, start in pair_levels(levels)}
    earlier.update(pairs.values())
    for level in reversed(levels):
        if not level.is_level or level.at in earlier:
            continue
        if not _fits(stated, level):
            return None
        last = max(
            [level, *(item for item in levels if pairs.get(level.at) == item.at)],
            key=lambda item: item.stop,
        )
        if last.stop <= stated.start and lies_open(stated, last.stop, stated.start, verbs=2):
            return level
        return None
    return None


def _find_pronoun(
    stated: Statement,
    levels: Sequence[Statement],
    before: Sequence[Statement],
    earlier_of: Mapping[int, int],
) -> Statement | None:
    """The level of the sentence before that "this is an increase of C" means."""
    if levels or not before:
        return None
    cue = find_cue(stated)
    opening = stated.lowers[: max(0, cue) + 1]
    if not opening or opening[0] not in WORDS["anaphors"] or len(opening) > 8:
        return None
    named = is_named_after(stated) or not CHANGE_WORDS.isdisjoint(opening)
    if not (named or opening[-1] in ("up", "down")) or WORDS["reporting"].isdisjoint(opening):
        return None
    if any(item.at in earlier_of.values() for item in before if item.at not in earlier_of):
        before = [item for item in before if item.at in earlier_of]
    fitting = find_subject(before, stated)
    return fitting if fitting is not None and _fits(stated, fitting) else None


def _find_dated(
    later: Statement, group: Sequence[Statement], before: Sequence[Statement]
) -> int | None:
    """The level just before that differs by its date alone: "712 in 2016 and 1,064 in 2017"."""
    nearest = [item for item in (*before, *group) if item.at == later.at - 1 and item.is_level]
    for item in nearest:
        one, other = item.figure, later.figure
        same = one.unit == other.unit and one.measured == other.measured
        if same and one.per == other.per and share_place(one, other):
            return item.at if is_before(one.period, other.period) else None
    return None


def _is_new_pair(later: Statement, earlier: Statement, earlier_of: Mapping[int, int]) -> bool:
    return later.at not in earlier_of and are_commensurable(later.figure, earlier.figure)
