"""A number said again beside itself, in another unit, as a share, or as a rate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from figtrail.extraction.relations.statements import WORDS, Statement, word_at
from figtrail.model import Figure

_BESIDE = 24
_ENDS = frozenset((",", ".", ")", ";", "", "of"))


def pair_equivalents(group: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """The first and the second statement of one number in a sentence: "5 km (3.1 miles)"."""
    for at, (one, two) in enumerate(pairwise(group)):
        if _says_again(one, two, one.stop):
            yield one, two
        elif (
            at and is_fraction_of(group[at - 1], one) and _says_again(group[at - 1], two, one.stop)
        ):
            yield group[at - 1], two


def is_fraction_of(share: Statement, whole: Statement) -> bool:
    """Whether a share is one of the whole that follows: "two thirds of the 90", "40% of 1,200"."""
    if not _is_pure_share(share.figure) or whole.figure.kind not in ("count", "money"):
        return False
    between = share.lowers[share.stop : whole.start]
    return between[:1] == ["of"] and WORDS["modifiers"].issuperset(between[1:])


def _is_pure_share(figure: Figure) -> bool:
    if figure.change is not None:
        return False
    return figure.unit == "percent" or (figure.kind == "ratio" and figure.out_of is not None)


def _says_again(one: Statement, two: Statement, stop: int) -> bool:
    """Whether the second of two figures says the first again; `stop` ends what belongs to it."""
    between = one.lowers[stop : two.start]
    if len(between) > _BESIDE or ")" in between or ";" in between:
        return False
    if _is_named_share(between) or (
        between[-1:] == [","] and one.figure.out_of and word_at(two, two.stop) in _ENDS
    ):
        return _is_share_of_count(one.figure, two.figure)
    if not _is_beside(between):
        return False
    return (
        _is_conversion(one.figure, two.figure, between)
        or _is_share(one, two)
        or _is_rate(one.figure, two.figure)
    )


def _is_beside(between: Sequence[str]) -> bool:
    """Whether the words between end in "(", ", or", "which is", "equivalent to"."""
    words = list(between)
    if words[-4:] == [",", "an", "average", "of"]:
        return True
    while words and (words[-1] in WORDS["modifiers"] or words[-1] in ("to", "that")):
        words.pop()
    if not words:
        return False
    if words[-1] == "(":
        return True
    if words[-1] in WORDS["sameness"]:
        return words[-2:-1] in ([","], ["–"], ["—"], ["is"], [])
    return words[-2:] in (["which", "is"], ["that", "is"], ["which", "equals"])


def _is_named_share(between: Sequence[str]) -> bool:
    """As in "64 of the 92 replied, a response rate of 70 per cent"."""
    if between[-1:] != ["of"] or between[-2:-1] == [] or between[-2] not in WORDS["shares"]:
        return False
    near = between[-6:-2]
    return "," in near and not {"a", "an"}.isdisjoint(near)


def _is_conversion(one: Figure, two: Figure, between: Sequence[str]) -> bool:
    if one.kind != two.kind or one.unit == two.unit or len(between) > 4:
        return False
    return one.kind in ("measurement", "money", "duration") and one.change == two.change


def _is_share_of_count(count: Figure, share: Figure) -> bool:
    """A count out of a whole, and the percentage or fraction that it is."""
    return count.kind == "count" and count.out_of is not None and _is_pure_share(share)


def _is_share(one: Statement, two: Statement) -> bool:
    """Counts, fractions and percentages of one whole, or of one change."""
    first, second = one.figure, two.figure
    if first.unit == "times" or second.unit == "times":
        return False
    if first.change is not None:
        percent = first.unit != "percent" and second.unit == "percent"
        return percent and second.change == first.change
    shares = _is_pure_share(first), _is_pure_share(second)
    if all(shares):
        return (first.unit == "percent") != (second.unit == "percent")
    if not any(shares) or second.change is not None:
        return False
    if {first.kind, second.kind} <= {"count", "ratio", "percentage"}:
        bracketed = word_at(two, two.start - 1) == "("
        return not bracketed or word_at(two, two.stop) == ")" or first.out_of is not None
    return False


def _is_rate(count: Figure, rate: Figure) -> bool:
    """As in "4,500 calls in 2018/19, which is more than 12 per day"."""
    kinds = {rate.kind, count.kind}
    return (
        ((rate.kind == "rate" and count.kind in ("count", "rate")) or kinds == {"money"})
        and rate.unit == count.unit
        and rate.per in WORDS["times"]
        and rate.per != count.per
        and rate.change is None
        and count.change is None
    )
