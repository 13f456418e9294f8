"""Parts of a whole: "of these, 61", "including 12", "£2m and a further £3m … the annual £5m"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from figtrail.extraction.relations.equivalents import is_fraction_of, is_pure_share
from figtrail.extraction.relations.statements import (
    WORDS,
    Statement,
    Tie,
    counts_among,
    find_cue,
    find_only_counted,
    follow_each_other,
    is_counted,
    is_rest,
    lies_open,
    word_at,
)


def tie_parts(groups: Sequence[Sequence[Statement]]) -> Iterator[Tie]:
    """The parts that a sentence counts out of a whole, here or in the sentence before."""
    listed = _List()
    for at, group in enumerate(groups):
        before = groups[at - 1] if at and follow_each_other(groups[at - 1], group) else ()
        if not before or not is_rest(group[0]):
            listed = _List()
        yield from _tie_members(group, before, listed)
        yield from _tie_fractions(group, before)


_COLON_REACH = 16


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
        if not is_counted(stated.figure) or stated.compares:
            continue
        found = _find_whole(stated, group[:at], before)
        if found is not None:
            listed.whole, listed.total = found, Decimal(0)
        elif (
            listed.last is None
            or listed.whole is None
            or not _continues(listed.last, stated, listed.whole)
        ):
            listed.whole = listed.last = None
        whole, value = listed.whole, stated.figure.value
        if whole is None or value is None or whole.figure.value is None:
            continue
        listed.last = stated
        if counts_among(stated, whole):
            listed.total += value
            fits = found is not None or listed.total <= whole.figure.value or is_rest(stated)
            if value <= whole.figure.value and fits:
                yield "is_part_of", stated.at, whole.at


def _tie_fractions(group: Sequence[Statement], before: Sequence[Statement]) -> Iterator[Tie]:
    """As in "two thirds of the 90", "a quarter of them"."""
    for at, stated in enumerate(group):
        if at + 1 < len(group) and is_fraction_of(stated, group[at + 1]):
            yield "is_part_of", stated.at, group[at + 1].at
        elif (
            is_pure_share(stated.figure)
            and _is_followed_by_partitive(stated)
            # "22 per cent of it" is of what was said, in whatever unit it was said last.
            and word_at(stated, stated.stop + 1) != "it"
        ):
            whole = _last_level(group[:at]) if at else find_only_counted(before)
            if whole is not None:
                yield "is_part_of", stated.at, whole.at


def _find_whole(
    stated: Statement, here: Sequence[Statement], before: Sequence[Statement]
) -> Statement | None:
    """The whole that the words at a figure point to."""
    if _opens_with_partitive(stated, here) or _is_followed_by_partitive(stated):
        if stated.lowers[: stated.start] and here:
            return _last_level(here)
        return find_only_counted(before)
    start = stated.start
    words = stated.lowers[max(0, start - 3) : start]
    if (words and words[-1] in WORDS["memberships"]) or words[-2:] == ["among", "them"]:
        return _namesake(stated, here)
    if len(here) == 1 and _opens_with_of(here[0], stated):
        return here[0]
    if here and _opens_list(here[-1], stated):
        return here[-1]
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
        and len(between) <= _COLON_REACH
        and lies_open(whole, whole.stop, stated.start, verbs=2)
    )


def _namesake(stated: Statement, here: Sequence[Statement]) -> Statement | None:
    """The last count before "including", where it is the only one or has the part's own noun."""
    counted = [item for item in here if is_counted(item.figure)]
    if len(counted) > 1:
        noun = stated.found.reading.unit
        counted = [item for item in counted if noun is not None and item.figure.unit == noun]
    return counted[-1] if counted else None


def _counts_other(stated: Statement, last: Statement, whole: Statement) -> bool:
    """Whether a noun ends the list: "7,700 cases, including 1,000 in children, and 185 deaths"."""
    units = last.figure.unit, whole.figure.unit
    if stated.figure.kind != "count":
        return False
    return units[0] == units[1] and stated.found.reading.unit not in (None, *units)


def _continues(last: Statement, stated: Statement, whole: Statement) -> bool:
    """Whether a count goes on with the list that the last one opened: "17 were good and 12 bad"."""
    if is_rest(stated):
        return True
    if last.found.sentence is not stated.found.sentence:
        return False
    if _counts_other(stated, last, whole):
        return False
    between = last.lowers[last.stop : stated.start]
    cue = word_at(stated, find_cue(stated))
    if cue in ("from", "than", "against") or "compared" in between:
        return False
    joined = "and" in between or "," in between or "while" in between
    return joined and ";" not in between and len(between) <= 14


def _last_level(items: Sequence[Statement]) -> Statement | None:
    last = items[-1] if items else None
    return last if last is not None and is_counted(last.figure) else None
