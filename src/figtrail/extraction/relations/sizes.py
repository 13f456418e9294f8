"""Changes and the levels between which they lie: "rose 7% to £3bn", "442, up 30"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from figtrail.extraction.relations.ahead import find_ahead, fits_unit, passes_a_mark
from figtrail.extraction.relations.fitting import Levels, fit_levels, fits_change
from figtrail.extraction.relations.levels import find_subject, pair_across, pair_levels, recounts
from figtrail.extraction.relations.statements import (
    CHANGE_WORDS,
    WORDS,
    Statement,
    Tie,
    are_commensurable,
    content_words,
    find_cue,
    follow_each_other,
    has_other_basis,
    is_apposed,
    is_before,
    is_named_after,
    lies_open,
    share_place,
    take_near,
    word_at,
)
from figtrail.extraction.relations.summaries import find_summarised
from figtrail.model import RelationKind

_KINDS: tuple[RelationKind, RelationKind] = ("changes_to", "changes_from")


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
    """The ties between changes and levels within sentences, and to the sentences beside."""
    known = _Pairs()
    neighbours = [_find_neighbours(groups, at) for at in range(len(groups))]
    for group, (before, _) in zip(groups, neighbours, strict=True):
        for later, earlier in (*pair_levels(group), *pair_across(before, group)):
            yield from known.add(later, earlier)
    for group, (before, after) in zip(groups, neighbours, strict=True):
        if "respectively" in group[0].lowers:
            yield from _tie_respective(group)
            continue
        for at, stated in enumerate(group):
            if at >= 2 and _sizes_up(stated, group[at - 2], group[at - 1], known):
                later = known.later.get(group[at - 2].at, group[at - 2])
                yield "changes_to", stated.at, later.at
                yield "changes_from", stated.at, known.earlier[later.at].at
            elif (
                not stated.is_level and not passes_a_mark(stated) and not _is_of_another(group, at)
            ):
                yield from _tie_size(at, group, (before, after), known)


def _tie_size(
    at: int,
    group: Sequence[Statement],
    beside: tuple[Sequence[Statement], Sequence[Statement]],
    known: _Pairs,
) -> Iterator[Tie]:
    """The levels of one change: those that the words point to, else those that it fits."""
    stated, (before, after) = group[at], beside
    levels: Levels = (None, None)
    if not has_other_basis(stated):
        levels = _find_levels(at, group, before, known)
        later, earlier = levels
        if later is not None and earlier is not None and earlier.at > stated.at:
            yield from known.add(later, earlier)
        if later is None and earlier is None:
            levels = find_summarised(stated, group, before, after, known.earlier)
    if None in levels:
        levels = fit_levels(stated, levels, take_near(stated, before, group, after), known.earlier)
    for kind, level in zip(_KINDS, levels, strict=True):
        if level is not None:
            yield kind, stated.at, level.at


def _is_of_another(group: Sequence[Statement], at: int) -> bool:
    """Whether a size names its own subject after the levels: "…to $500, and prices by 25%"."""
    if not at:
        return False
    stated, earlier = group[at], group[at - 1]
    own, other = content_words(stated.figure), content_words(earlier.figure)
    if not own or not other or own & other:
        return False
    between = stated.lowers[earlier.stop : stated.start]
    named = (stated.figure.measured or "").lower().split()
    return "and" in between and set(named) <= set(between)


def _tie_respective(group: Sequence[Statement]) -> Iterator[Tie]:
    """As in "from 820 to 943 and 1,037, increases of 15 per cent and 10 per cent respectively"."""
    first = next((at for at, item in enumerate(group) if item.figure.change is not None), 0)
    levels, sizes = group[:first], group[first:]
    if len(levels) != len(sizes) + 1 or any(not item.is_level for item in levels):
        return
    stop = sizes[0].lowers.index("respectively")
    if any(
        size.figure.unit != sizes[0].figure.unit
        or size.start > stop
        or not fits_unit(size, levels[0])
        for size in sizes
    ):
        return
    for (earlier, later), size in zip(itertools.pairwise(levels), sizes, strict=True):
        if are_commensurable(later.figure, earlier.figure):
            yield "changes_to", size.at, later.at
            yield "changes_from", size.at, earlier.at


def _sizes_up(stated: Statement, one: Statement, other: Statement, known: _Pairs) -> bool:
    """As in "cut from £400,000 to £340,000, or 15 per cent": the share that a change is."""
    if stated.figure.unit != "percent" or not stated.is_level or other.figure.unit == "percent":
        return False
    if known.earlier.get(one.at) is not other and known.earlier.get(other.at) is not one:
        return False
    between = [
        word
        for word in other.lowers[other.stop : stated.start]
        if word not in WORDS["modifiers"] and word != "by"
    ]
    after = word_at(stated, stated.stop)
    if between[-1:] == ["or"] or between[-2:] == ["which", "is"]:
        return after in ("", ",", ".", ")", "in", "over") and not has_other_basis(stated)
    return False


def _find_neighbours(
    groups: Sequence[Sequence[Statement]], at: int
) -> tuple[Sequence[Statement], Sequence[Statement]]:
    """The figures of the sentences just before and just after, empty where none is beside."""
    group = groups[at]
    before = groups[at - 1] if at and follow_each_other(groups[at - 1], group) else ()
    after = groups[at + 1] if at + 1 < len(groups) else ()
    return before, after if after and follow_each_other(group, after) else ()


def _find_levels(
    at: int, group: Sequence[Statement], before: Sequence[Statement], known: _Pairs
) -> tuple[Statement | None, Statement | None]:
    """The later and the earlier level that the words at a change's size point to."""
    stated = group[at]
    ahead = group[at + 1 : at + 4]
    if len(ahead) > 1 and _says_size_again(stated, ahead[0]):
        ahead = ahead[1:]
    later, earlier = find_ahead(stated, ahead[:2])
    if later is None:
        later = _find_apposed(stated, group[:at], before, known)
    if later is not None:
        earlier = known.earlier.get(later.at) or earlier or _find_dated(later, group, before)
    apart = later is not None and earlier is not None and earlier.lowers is not later.lowers
    if later and earlier and apart and (stated.compares or _denies(stated, later, earlier)):
        return later, None
    return later, earlier


def _says_size_again(stated: Statement, other: Statement) -> bool:
    """As in "by £90m, or 20 per cent, to £540m"."""
    between = other.lowers[stated.stop : other.start]
    said = between[-1:] in (["or"], ["("]) and len(between) <= 2
    return said and other.figure.change is not None and other.figure.unit != stated.figure.unit


def _denies(stated: Statement, later: Statement, earlier: Statement) -> bool:
    """Whether a level of another sentence is not the change's: "rose 5% to 210p. … 250p in May".

    One that only tells what was at another time may lie further back than a change began that
    doesn't say since when.
    """
    if later.figure.value is None or earlier.figure.value is None:
        return False
    rises = later.figure.value > earlier.figure.value
    if stated.figure.change == ("decrease" if rises else "increase"):
        return True
    if not WORDS["spans"].isdisjoint(stated.lowers[stated.stop :]) or not recounts(
        earlier, 0, later
    ):
        return False
    return not fits_change(stated.figure, later.figure, earlier.figure)


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
        fits = fits_unit(stated, level) and lies_open(stated, last.stop, stated.start, verbs=2)
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
    return fitting if fitting is not None and fits_unit(stated, fitting) else None


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
            same = (one.unit, one.per) == (other.unit, other.per) and (
                one.measured == other.measured or later.found.reading.unit is None
            )
            ordered = is_before(one.period, other.period)
            return item if same and ordered and share_place(one, other) else None
    return None
