"""Shares of a whole, and the parts that they are: "£10m of its £40m budget, a quarter"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from figtrail.extraction.relations.equivalents import is_fraction_of, is_pure_share
from figtrail.extraction.relations.fitting import is_stated
from figtrail.extraction.relations.statements import (
    PAUSES,
    WORDS,
    Statement,
    Tie,
    content_words,
    counts_among,
    find_cue,
    follow_each_other,
    is_counted,
    lies_open,
    share_place,
    take_near,
    word_at,
)
from figtrail.model import Figure

_HUNDRED = Decimal(100)
_NEAR = 8
"""How many numbers around a share are tried."""
_TELLING = 20
"""A smaller whole has few shares, so that one fits by chance."""


def tie_shares(groups: Sequence[Sequence[Statement]], ties: set[Tie]) -> Iterator[Tie]:
    """Shares that no other tie explains, tied to the part that they are, and that to its whole.

    Words tie "£10m, a quarter of the £40m" and "£10m of its £40m, or 25 per cent"; beyond that
    only numbers of the sentences beside that fit the share, and are about the same by their words.
    """
    said = _find_partners(ties)
    wholes = {one: other for kind, one, other in ties if kind == "is_part_of"}
    for at, group in enumerate(groups):
        before = groups[at - 1] if at and follow_each_other(groups[at - 1], group) else ()
        after = groups[at + 1] if at + 1 < len(groups) else ()
        after = after if after and follow_each_other(group, after) else ()
        for share in group:
            if not is_pure_share(share.figure) or share.figure.value is None:
                continue
            near = take_near(share, before, group, after)
            if share.at in said:
                yield from _tie_whole(said[share.at], share, (*near[0], *near[1]), wholes)
                continue
            pair: tuple[Statement, Statement | None] | None = _find_named(share, group)
            again = None if pair else _find_counted_out(share, *near)
            if again is not None:
                pair = again, None
            pair = pair or _find_fitting(share, near, wholes)
            if pair is not None and max(pair[0].at, share.at) not in said:
                part, whole = pair
                said[part.at], said[share.at] = share.at, part.at
                yield "restates", max(part.at, share.at), min(part.at, share.at)
                if whole is not None and share.at not in wholes and part.at not in wholes:
                    yield "is_part_of", part.at, whole.at


def _find_counted_out(
    share: Statement,
    before: Sequence[Statement],
    group: Sequence[Statement],
    after: Sequence[Statement],
) -> Statement | None:
    """The "24 out of 60" near a share that fits it, where that is the only one."""
    counts = [
        item
        for item in (*before, *group, *after)
        if item.figure.kind == "count"
        and item.figure.out_of
        and item.figure.change is None
        # "Between 57 and 60 of the 109 seats" is no one share.
        and item.figure.value is not None
    ]
    if len(counts) != 1:
        return None
    figure = counts[0].figure
    apart = counts[0].found.sentence is not share.found.sentence
    if (word_at(share, share.stop) == "of" or apart) and not (
        _sums_up(share) or content_words(share.figure) & content_words(figure)
    ):
        return None
    assert figure.value is not None
    assert figure.out_of is not None
    computed = figure.value / figure.out_of * (share.figure.out_of or _HUNDRED)
    fits = is_stated(share.figure, computed) or (
        counts[0] in before and group[0] is share and _sums_up(share) and not _has_own_time(share)
    )
    return counts[0] if fits and figure.out_of >= _TELLING else None


def _has_own_time(share: Statement) -> bool:
    """As in "In 2019 the turnout was 33 per cent": a share of another time than what was told."""
    return share.figure.period_text is not None


def _sums_up(share: Statement) -> bool:
    """As in "The pass rate was 40 per cent", "That is one in three": of the count just told."""
    cue = find_cue(share)
    pronoun = cue == 1 and share.lowers[0] in ("that", "this") and share.lowers[1] in ("is", "was")
    return pronoun or _is_named(share, cue)


def _find_partners(ties: set[Tie]) -> dict[int, int]:
    """What each figure is said again as, both ways."""
    again = [(one, other) for kind, one, other in ties if kind == "restates"]
    return {**{other: one for one, other in again}, **dict(again)}


def _tie_whole(
    part_at: int, share: Statement, near: Sequence[Statement], wholes: dict[int, int]
) -> Iterator[Tie]:
    """As in "asked 3,200 members; 2,080 (65 per cent)": the whole of which the share is true.

    Only a whole that fits is tied: one that doesn't may be another.
    """
    part = next((item for item in near if item.at == part_at), None)
    if part is None or part_at in wholes or share.at in wholes or not is_amount(part):
        return
    first, last = sorted((part, share), key=lambda item: item.at)
    for whole in near[::-1]:
        if whole.at in (first.at, last.at) or not is_amount(whole):
            continue
        named = _is_named_whole(whole, first, last)
        fits = _can_be_part(part, whole) and _fits(share.figure, part.figure, whole.figure)
        if counts_among(part, whole) and (named or (fits and whole.at < first.at)):
            yield "is_part_of", part.at, whole.at
            return


def _is_named_whole(whole: Statement, first: Statement, last: Statement) -> bool:
    """Whether words call a number that of which a share and a count are said.

    "75 per cent, or 645, of the 860 …", "Of 860 …, 75 per cent (645)", "A survey of 860 …".
    """
    if whole.found.sentence is not first.found.sentence:
        alone = last.found.reading.unit is None or last.figure.unit == "percent"
        opens = first.start <= 1 and alone and whole.at == first.at - 1
        return opens and first.found.sentence.start > whole.found.sentence.start
    cue = find_cue(whole)
    if whole.at == last.at + 1:
        return word_at(whole, cue) == "of" and cue - last.stop <= 2
    if whole.at != first.at - 1:
        return False
    opening = whole.lowers[: whole.start]
    if opening[:1] == ["of"] or opening[:2] == ["out", "of"]:
        return len(opening) <= 5
    return not WORDS["samples"].isdisjoint(opening[-3:])


def _find_named(share: Statement, group: Sequence[Statement]) -> tuple[Statement, Statement] | None:
    """The part before a share and the whole that the words name, in one sentence."""
    at = share.at - group[0].at
    if at and at + 1 < len(group) and is_fraction_of(share, group[at + 1]):
        part, whole = group[at - 1], group[at + 1]
        if _is_apposed(share, part) and _can_be_part(part, whole):
            return part, whole
    if at >= 2:
        part, whole = group[at - 2], group[at - 1]
        if _is_of(part, whole) and _can_be_part(part, whole) and _stands_alone(share, whole):
            return part, whole
        part, whole = whole, part
        if (
            whole.lowers[0] in ("of", "out")
            and whole.at == group[0].at
            and whole.start <= 5
            and _can_be_part(part, whole)
            and _stands_alone(share, part)
        ):
            return part, whole
    return None


def _can_be_part(part: Statement, whole: Statement) -> bool:
    return (
        is_amount(part)
        and is_amount(whole)
        and counts_among(part, whole)
        and (part.figure.value or 0) < (whole.figure.value or 0)
    )


def is_amount(statement: Statement) -> bool:
    """Whether a number says how much of something there is, which can have parts."""
    figure = statement.figure
    return is_counted(figure) or (figure.kind == "measurement" and figure.change is None)


def _is_of(part: Statement, whole: Statement) -> bool:
    """As in "£10m of its £40m budget", "200 of the town's 500 houses"."""
    between = part.lowers[part.stop : whole.start]
    return "of" in between and len(between) <= 6 and "," not in between


def _is_apposed(share: Statement, part: Statement) -> bool:
    """Whether a share stands to a part as "£10m, a quarter of …" or "£10m is a quarter of …"."""
    cue = find_cue(share)
    word = word_at(share, cue)
    if not lies_open(part, part.stop, cue, verbs=1):
        return False
    if word in PAUSES or (word == "or" and word_at(share, cue - 1) in PAUSES):
        return cue - part.stop <= 6
    if word in ("for", "up", "to"):
        word = word_at(share, cue - 1)
        return word in WORDS["making_up"] | WORDS["reporting"] and share.start - part.stop <= 9
    return word in WORDS["reporting"] and share.start - part.stop <= 7


def _stands_alone(share: Statement, last: Statement) -> bool:
    """Whether a share is set off by pauses and has no noun: ", 25 per cent,", "– 75 per cent."."""
    cue = find_cue(share)
    word = word_at(share, cue)
    opens = word in PAUSES or word in WORDS["sameness"] or _is_named(share, cue)
    after = word_at(share, share.stop)
    closes = after in (",", ".", ")", ";", "", "–", "—") or (
        after == "of" and word_at(share, share.stop + 2) in ("total", "them", "whole", "lot")
    )
    return opens and closes and lies_open(last, last.stop, cue, verbs=2)


def _is_named(share: Statement, cue: int) -> bool:
    """As in "a turnout of 36 per cent", "the pass rate was 40 per cent"."""
    if word_at(share, cue) == "of":
        return word_at(share, cue - 1) in WORDS["shares"]
    return word_at(share, cue) in ("was", "is") and word_at(share, cue - 1) in WORDS["shares"]


def _find_fitting(
    share: Statement, groups: tuple[Sequence[Statement], ...], wholes: dict[int, int]
) -> tuple[Statement, Statement] | None:
    """The only part and whole around a share that fit it and are of the same by their words."""
    near = [item for group in groups for item in group if is_amount(item)][:_NEAR]
    found = [
        (part, whole)
        for part, whole in permutations(near, 2)
        if _can_be_part(part, whole)
        and wholes.get(part.at, whole.at) == wholes.get(share.at, whole.at) == whole.at
        and (whole.figure.value or 0) >= _TELLING
        and _are_of_one(share, part, whole, wholes)
        and _fits(share.figure, part.figure, whole.figure)
    ]
    return found[0] if len(found) == 1 else None


def _are_of_one(
    share: Statement, part: Statement, whole: Statement, wholes: dict[int, int]
) -> bool:
    tied = wholes.get(part.at) == whole.at or _is_of(part, whole)
    words = content_words(share.figure)
    shared = words & (content_words(whole.figure) | content_words(part.figure))
    here = share.found.sentence is part.found.sentence is whole.found.sentence
    named = _is_named(share, find_cue(share))
    if here and not share_place(share.figure, part.figure):
        return False
    if word_at(share, share.stop) == "of" and share.at > part.at and not _stands_alone(share, part):
        return False
    alone = part.at == share.at - 1 and _stands_alone(share, part)
    if alone and part.figure.unit == whole.figure.unit:
        return True
    sampled = share.at < part.at and not WORDS["samples"].isdisjoint(
        whole.lowers[max(0, whole.start - 12) : whole.stop + 6]
    )
    if here:
        return bool(shared) or tied or named
    if content_words(share.figure) & content_words(whole.figure):
        return True
    return tied and (bool(shared) or named or sampled)


def _fits(share: Figure, part: Figure, whole: Figure) -> bool:
    assert share.value is not None
    if not part.value or not whole.value:
        return False
    return is_stated(share, part.value / whole.value * (share.out_of or _HUNDRED))
