"""Parts that make up their whole: "£2m and £3m, £5m in all", "29, 17 and the other six"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figtrail.extraction.relations.fitting_sums import (
    SUMMED,
    adds_to,
    adds_up,
    size_of,
    tie_fitting,
    total_of,
)
from figtrail.extraction.relations.statements import (
    WORDS,
    Statement,
    Tie,
    counts_among,
    find_only_counted,
    follow_each_other,
    is_counted,
    is_rest,
    lies_open,
    word_at,
)
from figtrail.model import Figure

_WHOLE_REACH = 3
_TO_SUM = frozenset(("of", "to", "at", "is", "was", "are", "were", "be", "reach", "reached"))
_MANY = 12
"""Of how many numbers a total may be."""


def tie_sums(groups: Sequence[Sequence[Statement]]) -> Iterator[Tie]:
    """The parts of each whole that the words call their sum, here or in the sentences beside."""
    for at, group in enumerate(groups):
        before = groups[at - 1] if at and follow_each_other(groups[at - 1], group) else ()
        ahead = [item for later in groups[at + 1 : at + 1 + _WHOLE_REACH] for item in later]
        yield from _tie_rest(group, before)
        yield from _tie_left(group, before)
        yield from _tie_made_up(group)
        yield from _tie_total(group, before)
        yield from _tie_further(group, ahead)
        yield from tie_fitting(group, before)


def _tie_rest(group: Sequence[Statement], before: Sequence[Statement]) -> Iterator[Tie]:
    """As in "14,200 runners, 1,800 from overseas and the remaining 12,400 from Britain"."""
    rest = next((item for item in group if is_counted(item.figure) and is_rest(item)), None)
    here = [item for item in group if rest is not None and item.at < rest.at]
    if rest is None or not here or any(not is_counted(item.figure) for item in here):
        return
    outside = find_only_counted([item for item in before if counts_among(rest, item)])
    first, parts = here[0], [*here[1:], rest]
    if (
        outside is not None
        and _holds(outside, [first, *parts])
        and (
            len(here) == 1
            or _is_member(first, here[1])
            or (total_of(parts) != size_of(first) and outside.figure.unit == first.figure.unit)
        )
    ):
        yield from (("is_part_of", part.at, outside.at) for part in (first, *parts))
        return
    if len(here) >= 2 and _holds(first, parts) and not _is_member(first, here[1]):
        nouns = {part.found.reading.unit for part in parts} - {None, first.figure.unit}
        if not nouns:
            yield from (("is_part_of", part.at, first.at) for part in parts)


def _is_member(first: Statement, second: Statement) -> bool:
    """Whether the first number is a part as well: by a verb of its own, or by what it was for.

    As in "29 were for, 17 …", or in "29 for, 17 against", where no noun makes a whole of it.
    """
    between = first.lowers[first.stop : second.start]
    if first.figure.kind == "count" and first.found.noun is None and between[:1] != [","]:
        return True
    return any(tag in "VvAE" for tag in first.tags[first.stop : second.start]) and (
        WORDS["memberships"].isdisjoint(between)
    )


def _holds(whole: Statement, parts: Sequence[Statement]) -> bool:
    """Whether each of the parts can be one of the whole, by its kind and size."""
    size = size_of(whole)
    return all(counts_among(part, whole) and size_of(part) < size for part in parts)


def _tie_left(group: Sequence[Statement], before: Sequence[Statement]) -> Iterator[Tie]:
    """As in "had £80m and spent £65m, leaving £15m"; other nouns only where they fit."""
    for at, left in enumerate(group):
        if not at or not is_counted(left.figure) or word_at(left, left.start - 1) != "leaving":
            continue
        taken = group[at - 1]
        whole = group[at - 2] if at >= 2 else find_only_counted(before)
        if whole is not None and size_of(whole) < size_of(taken):
            taken, whole = whole, taken
        if whole is None or not is_counted(whole.figure) or not is_counted(taken.figure):
            continue
        if not _holds(whole, [taken, left]):
            continue
        alike = whole.figure.kind == "money" or left.found.noun == whole.found.noun is not None
        if alike or total_of([taken, left]) == size_of(whole):
            yield "is_part_of", taken.at, whole.at
            yield "is_part_of", left.at, whole.at


def _tie_made_up(group: Sequence[Statement]) -> Iterator[Tie]:
    """As in "1,450 members, made up of 820 men and 630 women"."""
    if len(group) < 3:
        return
    whole, parts = group[0], list(group[1:])
    between = whole.lowers[whole.stop : parts[0].start]
    near = between[-3:]
    if not {"split", "divided"}.isdisjoint(between[-8:]) and "between" in between[-7:]:
        near = between
    composed = not WORDS["made_up"].isdisjoint(near) or near[-2:] == ["up", "of"]
    if not composed or not is_counted(whole.figure):
        return
    last = parts[-1]
    if "and" not in last.lowers[parts[-2].stop : last.start] or not _holds(whole, parts):
        return
    if all(is_counted(part.figure) for part in parts) and lies_open(
        whole, whole.stop, parts[0].start, verbs=3
    ):
        yield from (("is_part_of", part.at, whole.at) for part in parts)


def _tie_total(group: Sequence[Statement], before: Sequence[Statement]) -> Iterator[Tie]:
    """As in "£2m and £3m, a total of £6m", "… £2m and £3m. Together that is £5m"."""
    for at, whole in enumerate(group):
        if at > _MANY or not (_is_total(whole) or _is_brought_to(whole)):
            continue
        parts: Sequence[Statement] = list(group[:at])
        if not parts and _opens_with_total(whole):
            parts = list(before[-_MANY:])
        elif len(parts) == 1 and _is_further(parts[0]) and before:
            parts = [before[-1], *parts]
        if not _is_total(whole) and total_of(parts) != size_of(whole):
            continue
        parts = _choose_addends(parts, whole)
        if len(parts) >= 2 and all(size_of(part) < size_of(whole) for part in parts):
            yield from (("is_part_of", part.at, whole.at) for part in parts)
            return


def _choose_addends(found: Sequence[Statement], whole: Statement) -> Sequence[Statement]:
    """The numbers before a total that it can be of: all, or else the last that add up to it."""
    runs = [found[first:] for first in range(len(found) - 1)]
    fitting = next((run for run in runs if adds_up(whole, run)), None)
    if fitting is not None:
        return fitting
    others = [at for at, part in enumerate(found) if not adds_to(part.figure, whole.figure)]
    return found[others[-1] + 1 :] if others else found


def _opens_with_total(whole: Statement) -> bool:
    """Whether a sentence opens by summing up: "Together they cost", "That makes", "In total"."""
    opening = [word for word in whole.lowers[: whole.start] if word not in ("“", ",")]
    if not opening or len(opening) > 9:
        return False
    if opening[0] == "the" and not WORDS["sums"].isdisjoint(opening[1:2]):
        return True
    return opening[0] in WORDS["anaphors"] or not WORDS["summing"].isdisjoint(opening[:3])


def _tie_further(group: Sequence[Statement], ahead: Sequence[Statement]) -> Iterator[Tie]:
    """As in "£2m in May and a further £3m in June. The £5m …"."""
    for at, second in enumerate(group):
        if at == 0 or not _is_further(second):
            continue
        first = group[at - 1]
        if not adds_to(first.figure, second.figure):
            continue
        for whole in (*group[at + 1 :], *ahead):
            if _is_sum(whole, first.figure, second.figure):
                yield "is_part_of", first.at, whole.at
                yield "is_part_of", second.at, whole.at
                break


def _is_total(stated: Statement) -> bool:
    """As in ", a total of £5m", "bringing the total to £5m", "totalling £5m", "£5m in all"."""
    if not stated.is_level or stated.figure.kind not in SUMMED:
        return False
    near = stated.lowers[max(0, stated.start - 4) : stated.start]
    after = stated.lowers[stated.stop : stated.stop + 4]
    if not near:
        return False
    if "altogether" in after or "combined" in after or "between" in after[:2]:
        return "between" not in after or "them" in after
    if "in" in after and after[after.index("in") + 1 : after.index("in") + 2] in (
        ["all"],
        ["total"],
    ):
        return True
    verb = near[-1] in WORDS["summing_verbs"] and (near[-1] != "making" or near[-2:-1] == [","])
    if verb or not WORDS["summing"].isdisjoint(near[:-1]):
        return WORDS["rest"].isdisjoint(near)
    if WORDS["sums"].isdisjoint(near):
        return False
    return near[-1] in _TO_SUM or near[-1] in WORDS["sums"]


def _is_brought_to(stated: Statement) -> bool:
    """As in "taking the bill to £84,000", which may also be the level after a rise."""
    near = stated.lowers[max(0, stated.start - 7) : stated.start]
    return near[-1:] == ["to"] and not WORDS["bringing"].isdisjoint(near)


def _is_further(stated: Statement) -> bool:
    near = stated.lowers[max(0, stated.start - 3) : stated.start]
    return not WORDS["further"].isdisjoint(near)


def _is_sum(whole: Statement, one: Figure, other: Figure) -> bool:
    """Whether a figure is named as the sum of two, or is definite and has just that value."""
    figure = whole.figure
    if not adds_to(one, figure) or figure.value is None or not (one.value and other.value):
        return False
    near = whole.lowers[max(0, whole.start - 4) : whole.start]
    fits = figure.value == one.value + other.value
    if not WORDS["sums"].isdisjoint(near):
        return fits or figure.value > max(one.value, other.value)
    return fits and not WORDS["definite"].isdisjoint(near)
