"""Changes and the levels between which they lie: "rose 7% to £3bn", "442, up 30"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figtrail.extraction.relations.levels import find_subject, pair_across, pair_levels
from figtrail.extraction.relations.statements import (
    CHANGE_WORDS,
    MOVEMENTS,
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


class _Pairs:
    """The levels that are known to have changed into each other, by their places in the text."""

    def __init__(self) -> None:
        self.earlier: dict[int, Statement] = {}
        self.later: dict[int, Statement] = {}

    def add(self, later: Statement, earlier: Statement) -> Iterator[Tie]:
        """Remember a pair and tie it, unless its later level has another already."""
        if later.at not in self.earlier and are_commensurable(later.figure, earlier.figure):
            self.earlier[later.at] = earlier
            self.later[earlier.at] = later
            yield "changes_from", later.at, earlier.at


def tie_changes(groups: Sequence[Sequence[Statement]]) -> Iterator[Tie]:
    """The ties between changes and levels within sentences, and to the sentence before."""
    known = _Pairs()
    for at, group in enumerate(groups):
        before = groups[at - 1] if at and follow_each_other(groups[at - 1], group) else ()
        for later, earlier in (*pair_levels(group), *pair_across(before, group)):
            yield from known.add(later, earlier)
        yield from _tie_sizes(group, before, known)


def _tie_sizes(
    group: Sequence[Statement], before: Sequence[Statement], known: _Pairs
) -> Iterator[Tie]:
    """The levels of each change in a sentence."""
    for at, stated in enumerate(group):
        if stated.is_level or _passes_a_mark(stated):
            continue
        later, earlier = _find_ahead(stated, group[at + 1 : at + 3])
        if later is None:
            later = _find_apposed(stated, group[:at], before, known)
        if later is not None:
            if earlier is not None:
                yield from known.add(later, earlier)
            yield "changes_to", stated.at, later.at
            earlier = known.earlier.get(later.at) or earlier or _find_dated(later, group, before)
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
    between = stated.lowers[stated.stop : cue]
    if _passes_a_mark(stated) or "and" in between:
        return None, None
    if _is_recalled(first, cue) and is_apposed(stated):
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
    if (
        (
            word in ("than", "on", "against", "after")
            or (word in ("with", "to") and word_at(first, cue - 1) == "compared")
        )
        and is_earlier(first)
        and share_place(stated.figure, first.figure)
    ):
        return None, first
    return None, None


def _is_recalled(level: Statement, cue: int) -> bool:
    """As in "four points higher than in 2014, when it was 34"."""
    near = level.lowers[max(0, cue - 4) : cue + 1]
    return "when" in near and near[-1] in WORDS["recalling"]


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
    known: _Pairs,
) -> Statement | None:
    """The level before, to which a change stands as "B, up C", "B, an increase of C"."""
    if not levels or not is_apposed(stated):
        return _find_pronoun(stated, levels, before, known)
    for last in reversed(levels):
        if not last.is_level:
            continue
        level = known.later.get(last.at, last)
        fits = _fits(stated, level) and lies_open(stated, last.stop, stated.start, verbs=2)
        rival = next((item for item in levels if item.at == last.at - 1 and item.is_level), None)
        paired = {level.at, known.earlier[level.at].at if level.at in known.earlier else level.at}
        if rival is not None and rival.at not in paired and _vies(rival, last):
            return None
        return level if fits else None
    return None


def _vies(rival: Statement, last: Statement) -> bool:
    """Whether a change could as well be that of the level before: "1,310 bids for 1,200 places"."""
    if "," in rival.lowers[rival.stop : last.start]:
        return False
    one, other = rival.figure, last.figure
    if not lies_open(rival, rival.stop, last.start, verbs=2 if one.unit == other.unit else 0):
        return False
    return one.unit != other.unit or not is_before(one.period, other.period)


def _find_pronoun(
    stated: Statement,
    levels: Sequence[Statement],
    before: Sequence[Statement],
    known: _Pairs,
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
    fitting = find_subject(before, stated)
    if fitting is not None and fitting.at not in known.earlier:
        fitting = known.later.get(fitting.at, fitting)
    return fitting if fitting is not None and _fits(stated, fitting) else None


def _find_dated(
    later: Statement, group: Sequence[Statement], before: Sequence[Statement]
) -> Statement | None:
    """The level just before that differs by its date alone: "712 in 2016 and 1,064 in 2017"."""
    near = [item for item in (*before, *group) if later.at - 2 <= item.at < later.at]
    if len([item for item in near if item.figure.unit == later.figure.unit]) > 1:
        return None
    for item in near:
        if item.at == later.at - 1 and item.is_level:
            one, other = item.figure, later.figure
            same = (one.unit, one.measured, one.per) == (other.unit, other.measured, other.per)
            ordered = is_before(one.period, other.period)
            return item if same and ordered and share_place(one, other) else None
    return None
