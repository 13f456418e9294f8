"""Parts of a whole: "of these, 61", "including 12", "£2m and a further £3m … the annual £5m"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from figtrail.extraction.relations.equivalents import is_fraction_of, pair_equivalents
from figtrail.extraction.relations.statements import (
    WORDS,
    Statement,
    Tie,
    find_cue,
    follow_each_other,
    lies_open,
    word_at,
)
from figtrail.model import Figure

_WHOLE_REACH = 3


def tie_parts(groups: Sequence[Sequence[Statement]]) -> Iterator[Tie]:
    """The parts that a sentence counts out of a whole, here or in the sentence before."""
    listed = _List()
    for at, group in enumerate(groups):
        before = groups[at - 1] if at and follow_each_other(groups[at - 1], group) else ()
        if not before or not _is_rest(group[0]):
            listed = _List()
        yield from _tie_members(group, before, listed)
        yield from _tie_fractions(group, before)
        yield from _tie_fitting(group, before)
        ahead = [item for later in groups[at + 1 : at + 1 + _WHOLE_REACH] for item in later]
        yield from _tie_addends(group, ahead)


class _List:
    """The whole whose parts are being counted, the last part, and their sum so far."""

    def __init__(self) -> None:
        self.whole: Statement | None = None
        self.last: Statement | None = None
        self.total = Decimal(0)


def _tie_members(
    group: Sequence[Statement], before: Sequence[Statement], listed: _List
) -> Iterator[Tie]:
    for at, stated in enumerate(group):
        if not _is_counted(stated.figure):
            continue
        found = _find_whole(stated, group[:at], before)
        if found is None and listed.last is None and _is_rest(stated):
            yield from _tie_rest(stated, group[:at])
        if found is not None:
            listed.whole, listed.total = found, Decimal(0)
        elif listed.last is None or not _continues(listed.last, stated):
            listed.whole = listed.last = None
        whole, value = listed.whole, stated.figure.value
        if whole is None or value is None or whole.figure.value is None:
            continue
        listed.last = stated
        if _counts_among(stated, whole):
            listed.total += value
            fits = found is not None or listed.total <= whole.figure.value or _is_rest(stated)
            if value <= whole.figure.value and fits:
                yield "is_part_of", stated.at, whole.at


def _tie_rest(stated: Statement, here: Sequence[Statement]) -> Iterator[Tie]:
    """As in "14,200 runners, 1,800 from overseas and the remaining 12,400 from Britain"."""
    counted = [item for item in here if _is_counted(item.figure)]
    if len(counted) != len(here) or len(here) < 2:
        return
    whole, *parts = counted
    value = whole.figure.value
    nouns = {item.found.reading.unit for item in (*parts, stated)} - {None, whole.figure.unit}
    if nouns or value is None or any((part.figure.value or value) >= value for part in parts):
        return
    yield from (("is_part_of", part.at, whole.at) for part in (*parts, stated))


def _tie_fitting(group: Sequence[Statement], before: Sequence[Statement]) -> Iterator[Tie]:
    """As in "asked 3,200 members; 2,080 (65 per cent)": the whole of which the share is true.

    Only a whole that fits is tied: that three numbers fit by chance is unlikely, and a whole that
    doesn't fit may be another one.
    """
    for one, two in pair_equivalents(group):
        count, share = (one, two) if two.figure.unit == "percent" else (two, one)
        if share.figure.unit != "percent" or not _is_counted(count.figure):
            continue
        wholes = [item for item in (*before, *group) if item.at < min(one.at, two.at)]
        for whole in reversed(wholes):
            if _is_counted(whole.figure) and _fits_share(count.figure, share.figure, whole.figure):
                yield "is_part_of", count.at, whole.at
                break


def _fits_share(count: Figure, share: Figure, whole: Figure) -> bool:
    if not (count.value and share.value and whole.value) or count.kind != whole.kind:
        return False
    step = Decimal(1).scaleb(min(0, int(share.value.normalize().as_tuple().exponent)))
    computed = count.value / whole.value * 100
    return computed < 100 and abs(computed - share.value) <= step / 2


def _tie_fractions(group: Sequence[Statement], before: Sequence[Statement]) -> Iterator[Tie]:
    """As in "two thirds of the 90", "a quarter of them"."""
    for at, stated in enumerate(group):
        if at + 1 < len(group) and is_fraction_of(stated, group[at + 1]):
            yield "is_part_of", stated.at, group[at + 1].at
        elif stated.figure.kind == "ratio" and _is_followed_by_partitive(stated):
            whole = _last_level(group[:at]) if at else _only_level(before)
            if whole is not None and stated.figure.out_of is not None and stated.is_level:
                yield "is_part_of", stated.at, whole.at


def _is_counted(figure: Figure) -> bool:
    return figure.kind in ("count", "money") and figure.change is None and figure.out_of is None


def _counts_among(part: Statement, whole: Statement) -> bool:
    """Whether a part can be counted in the whole; the nouns of counts may differ."""
    one, other = part.figure, whole.figure
    return one.kind == other.kind and (one.kind == "count" or one.unit == other.unit)


def _find_whole(
    stated: Statement, here: Sequence[Statement], before: Sequence[Statement]
) -> Statement | None:
    """The whole that the words at a figure point to."""
    if _opens_with_partitive(stated, here) or _is_followed_by_partitive(stated):
        if stated.lowers[: stated.start] and here:
            return _last_level(here)
        return _only_level(before)
    start = stated.start
    words = stated.lowers[max(0, start - 3) : start]
    if (words and words[-1] in WORDS["memberships"]) or words[-2:] == ["among", "them"]:
        return _namesake(stated, here)
    if len(here) == 1 and (_opens_with_of(here[0], stated) or _opens_list(here[0], stated)):
        return here[0]
    return None


def _opens_with_partitive(stated: Statement, here: Sequence[Statement]) -> bool:
    """As in "Of these, 61", "of whom 61", "Among those, 61"."""
    first = here[-1].stop if here else 0
    words = stated.lowers[first : stated.start]
    while words and (words[-1] == "," or words[-1] in WORDS["modifiers"]):
        words.pop()
    return len(words) >= 2 and words[-2] in ("of", "among") and words[-1] in WORDS["partitives"]


def _is_followed_by_partitive(stated: Statement) -> bool:
    """As in "61 of them"."""
    return word_at(stated, stated.stop) == "of" and (
        word_at(stated, stated.stop + 1) in WORDS["partitives"]
    )


def _opens_with_of(whole: Statement, stated: Statement) -> bool:
    """As in "Of the 29 primaries, 17": a whole named first, then its part after a comma."""
    opening = [word for word in whole.lowers[: whole.start] if word not in ("“", "out")]
    if opening[:1] not in (["of"], ["among"]) or not whole.is_level:
        return False
    if not WORDS["modifiers"].issuperset(opening[1:]):
        return False
    between = whole.lowers[whole.stop : stated.start]
    return "," in between and lies_open(whole, whole.stop, whole.stop + between.index(","), verbs=2)


def _opens_list(whole: Statement, stated: Statement) -> bool:
    """As in "It has 120 staff: 80 nurses …"."""
    between = whole.lowers[whole.stop : stated.start]
    return (
        between[-1:] == [":"]
        and "(" not in between
        and len(between) <= 8
        and lies_open(whole, whole.stop, stated.start, verbs=2)
    )


def _namesake(stated: Statement, here: Sequence[Statement]) -> Statement | None:
    """The last count before "including", where it is the only one or has the part's own noun."""
    counted = [item for item in here if _is_counted(item.figure)]
    if len(counted) > 1:
        noun = stated.found.reading.unit
        counted = [item for item in counted if noun is not None and item.figure.unit == noun]
    return counted[-1] if counted else None


def _continues(last: Statement, stated: Statement) -> bool:
    """Whether a count goes on with the list that the last one opened: "17 were good and 12 bad"."""
    if _is_rest(stated):
        return True
    if last.found.sentence is not stated.found.sentence:
        return False
    between = last.lowers[last.stop : stated.start]
    cue = word_at(stated, find_cue(stated))
    if cue in ("from", "than", "against") or "compared" in between:
        return False
    joined = "and" in between or "," in between or "while" in between
    return joined and ";" not in between and len(between) <= 14


def _is_rest(stated: Statement) -> bool:
    """As in "the remaining 12", "the other 40"."""
    near = stated.lowers[max(0, stated.start - 2) : stated.start]
    return not WORDS["rest"].isdisjoint(near)


def _last_level(items: Sequence[Statement]) -> Statement | None:
    last = items[-1] if items else None
    return last if last is not None and _is_counted(last.figure) else None


def _only_level(items: Sequence[Statement]) -> Statement | None:
    levels = [item for item in items if _is_counted(item.figure)]
    return levels[0] if len(levels) == 1 else None


def _tie_addends(group: Sequence[Statement], ahead: Sequence[Statement]) -> Iterator[Tie]:
    """As in "£2m and a further £3m … the annual £5m", "£2m and £3m, a total of £6m"."""
    for at, whole in enumerate(group):
        if at >= 2 and _is_total(whole):
            parts = [item for item in group[:at] if _adds_to(item.figure, whole.figure)]
            if len(parts) == at:
                yield from (("is_part_of", part.at, whole.at) for part in parts)
                return
    for at, second in enumerate(group):
        if at == 0 or not _is_further(second):
            continue
        first = group[at - 1]
        if not _adds_to(first.figure, second.figure):
            continue
        for whole in (*group[at + 1 :], *ahead):
            if _is_sum(whole, first.figure, second.figure):
                yield "is_part_of", first.at, whole.at
                yield "is_part_of", second.at, whole.at
                break


def _is_total(stated: Statement) -> bool:
    """As in ", a total of £5m", "bringing the total to £5m", "totalling £5m"."""
    near = stated.lowers[max(0, stated.start - 4) : stated.start]
    after = stated.lowers[stated.stop : stated.stop + 4]
    if (
        near[-1:]
        and near[-1] in ("makes", "make", "making")
        and ("altogether" in after or "all" in after)
    ):
        return True
    if not near or WORDS["sums"].isdisjoint(near):
        return False
    return near[-1] in ("of", "to", "at") or near[-1] in WORDS["sums"]


def _is_further(stated: Statement) -> bool:
    near = stated.lowers[max(0, stated.start - 3) : stated.start]
    return not WORDS["further"].isdisjoint(near)


def _adds_to(one: Figure, other: Figure) -> bool:
    return (
        _is_counted(one)
        and _is_counted(other)
        and (one.kind, one.unit, one.per) == (other.kind, other.unit, other.per)
    )


def _is_sum(whole: Statement, one: Figure, other: Figure) -> bool:
    """Whether a figure is named as the sum of two, or is definite and has just that value."""
    figure = whole.figure
    if not _adds_to(one, figure) or figure.value is None or not (one.value and other.value):
        return False
    near = whole.lowers[max(0, whole.start - 4) : whole.start]
    fits = figure.value == one.value + other.value
    if not WORDS["sums"].isdisjoint(near):
        return fits or figure.value > max(one.value, other.value)
    return fits and not WORDS["definite"].isdisjoint(near)
