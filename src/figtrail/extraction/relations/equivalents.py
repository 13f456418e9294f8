"""A number said again beside itself, in another unit, as a share, or as a rate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from figtrail.extraction.relations.statements import (
    PAUSES,
    WORDS,
    Statement,
    is_apposed,
    is_possessive,
    word_at,
)
from figtrail.intervals import DAYS, bound_days
from figtrail.model import Figure

_BESIDE = 24
_SHARED = frozenset(("count", "money", "measurement"))
_TO = frozenset(("to", "at", "out", "up", "of", "as"))
_ENDS = frozenset((",", ".", ")", ";", "", "of"))


def pair_equivalents(group: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """The first and the second statement of one number in a sentence: "5 km (3.1 miles)"."""
    for at, (one, two) in enumerate(pairwise(group)):
        if _says_again(one, two, one.stop):
            yield one, two
        elif (
            at
            and is_fraction_of(group[at - 1], one)
            and (_says_again(group[at - 1], two, one.stop) or _is_set_off(one, two))
        ):
            yield group[at - 1], two


def _is_set_off(whole: Statement, part: Statement) -> bool:
    """As in "a quarter of its 1,200 workers, 300 people, …": a count between two pauses."""
    between = whole.lowers[whole.stop : part.start]
    if not 0 < len(between) <= 4 or between[-1] not in PAUSES:
        return False
    after = part.lowers[part.stop : part.stop + 3]
    return part.figure.kind == "count" and any(word in PAUSES for word in after[:2])


def is_fraction_of(share: Statement, whole: Statement) -> bool:
    """Whether a share is one of the whole that follows: "two thirds of the 90", "40% of 1,200"."""
    if not is_pure_share(share.figure) or whole.figure.kind not in _SHARED:
        return False
    between = share.lowers[share.stop : whole.start]
    if between[:1] != ["of"] or len(between) > 6 or "," in between:
        return False
    if between[-1] == "of" and len(between) > 2:
        between = between[:-2]
    return all(word in WORDS["modifiers"] or is_possessive(word) for word in between[1:]) or (
        is_possessive(between[-1]) and len(between) <= 4
    )


def is_pure_share(figure: Figure) -> bool:
    """Whether a figure is a percentage or a fraction, and not the size of a change."""
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
    if _opens_count(between) and _is_share_of_count(two.figure, one.figure):
        return True
    if _is_dash(between) and is_pure_share(one.figure) and is_pure_share(two.figure):
        return _is_share(one, two)
    if not _is_beside(between):
        return _is_near_rate(one, two, between)
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
        return words[-2:-1] in ([","], ["–"], ["—"], ["-"], ["is"], [])
    while words and words[-1] in _TO:
        words.pop()
    return (
        words[-1:] != []
        and words[-1] in WORDS["coming_to"]
        and words[-2:-1]
        in (
            ["which"],
            ["that"],
            ["this"],
            ["it"],
            [","],
        )
    )


def _opens_count(between: Sequence[str]) -> bool:
    """As in "60 per cent of those asked – 900 out of 1,500 – drink tea"."""
    return between[-1:] != [] and between[-1] in PAUSES and len(between) <= 6


def _is_dash(between: Sequence[str]) -> bool:
    """As in "nearly half – 48 per cent – of parents"."""
    return len(between) == 1 and between[0] in ("–", "—", "-")


def _is_near_rate(one: Statement, two: Statement, between: Sequence[str]) -> bool:
    """As in "£52,000 a year, about £1,000 a week": two rates of one thing that fit each other."""
    first, second = one.figure, two.figure
    reach = 5 if "money" in (first.kind, second.kind) else 9
    if len(between) > reach or PAUSES.isdisjoint(between) or not _is_rate(first, second):
        return False
    days, unit = _count_days(first), DAYS.get(second.per or "")
    if days is None or unit is None or not (first.value and second.value):
        return False
    computed = first.value / days * unit
    return abs(computed - second.value) <= computed / 20


def _count_days(count: Figure) -> Decimal | None:
    """The days of a rate's denominator, or of the period over which things were counted."""
    if count.per is not None:
        return DAYS.get(count.per)
    if count.period is None:
        return None
    first, last = bound_days(count.period)
    return Decimal((last - first).days + 1) if last > first else None


def pair_equivalents_across(
    before: Sequence[Statement], group: Sequence[Statement]
) -> Iterator[tuple[Statement, Statement]]:
    """As in "£730,000 a year. That works out at £2,000 a day": a rate of the sentence before."""
    first = group[0]
    opening = [word for word in first.lowers[: first.start] if word not in ("“", ",")]
    while opening and (opening[-1] in WORDS["modifiers"] or opening[-1] in _TO):
        opening.pop()
    if len(opening) < 2 or len(opening) > 6 or opening[-2] not in ("that", "this", "it", "which"):
        return
    if opening[-1] not in WORDS["coming_to"] and opening[-1] not in WORDS["sameness"]:
        return
    rates = [item for item in before if _is_rate(item.figure, first.figure)]
    if len(rates) == 1 and not is_apposed(rates[0]):
        yield rates[0], first


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
    return count.kind == "count" and count.out_of is not None and is_pure_share(share)


def _is_share(one: Statement, two: Statement) -> bool:
    """Counts, fractions and percentages of one whole, or of one change."""
    first, second = one.figure, two.figure
    if not {first.unit, second.unit}.isdisjoint(("times", "percentage_point")):
        return False
    bracketed = word_at(two, two.start - 1) == "(" and word_at(two, two.stop) == ")"
    if first.change is not None:
        percent = (first.unit == "percent") != (second.unit == "percent")
        first_size = first.unit != "percent" or bracketed
        return percent and first_size and second.change == first.change
    shares = is_pure_share(first), is_pure_share(second)
    if all(shares):
        return (first.unit == "percent") != (second.unit == "percent")
    if not any(shares) or second.change is not None:
        return False
    if {first.kind, second.kind} <= {"count", "ratio", "percentage"}:
        opens = word_at(two, two.start - 1) == "("
        return not opens or bracketed or first.out_of is not None
    if second.kind in ("money", "measurement"):
        return bracketed and first.unit == "percent"
    # "£40bn, or 55% of GDP"
    return first.kind == "money" and word_at(two, two.stop) == "of"


def _is_rate(count: Figure, rate: Figure) -> bool:
    """As in "4,500 calls in 2018/19, which is more than 12 per day"."""
    kinds = {rate.kind, count.kind}
    return (
        ((rate.kind == "rate" and count.kind in ("count", "rate")) or kinds == {"money"})
        and (rate.unit == count.unit or "item" in (rate.unit, count.unit))
        and rate.per in WORDS["times"]
        and rate.per != count.per
        and rate.change is None
        and count.change is None
    )
