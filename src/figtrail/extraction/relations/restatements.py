"""The same fact stated again: later in the article, rounded, or in another unit beside it."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from figtrail.extraction.relations.statements import WORDS, Statement, Tie, share_place
from figtrail.model import Figure

_WORD = re.compile(r"[^\W\d_]+")
_EMPTY = WORDS["empty"]
_SETTLED = frozenset(("observed", "estimated"))
_BESIDE = 24
_OPENING = 40
"""How many figures of an opening, and how many statements of one number, are looked at."""


def tie_restatements(groups: Sequence[Sequence[Statement]]) -> Iterator[Tie]:
    """Each later statement tied to the first earlier one of the same fact."""
    tied: set[int] = set()
    for group in groups:
        for one, two in itertools.pairwise(group):
            if _says_again(one, two) and two.at not in tied:
                tied.add(two.at)
                yield "restates", two.at, one.at
    statements = [statement for group in groups for statement in group]
    opening = [item for item in statements[:_OPENING] if item.found.paragraph <= 1 or not item.at]
    known: dict[object, list[Statement]] = defaultdict(list)
    for later in statements:
        same = known[_name_number(later.figure)]
        if later.at not in tied:
            candidates = [*same, *(item for item in opening if item.at < later.at)]
            for earlier in candidates:
                if _restates(later, earlier, statements):
                    yield "restates", later.at, earlier.at
                    break
        if len(same) < _OPENING:
            same.append(later)


def _name_number(figure: Figure) -> object:
    """What two statements of one number have in common."""
    number = figure.value if figure.value is not None else (figure.low, figure.high)
    return figure.kind, figure.unit, figure.change, figure.out_of, number


def _says_again(one: Statement, two: Statement) -> bool:
    """Whether a figure beside another says it in another unit: "5 km (3.1 miles)"."""
    between = one.lowers[one.stop : two.start]
    if len(between) > _BESIDE or (
        one.figure.change and two.figure.change not in (None, one.figure.change)
    ):
        return False
    if not _is_beside(between):
        return False
    return (
        _is_conversion(one.figure, two.figure, between)
        or _is_share(one.figure, two.figure)
        or _is_share(two.figure, one.figure)
        or _is_rate(one.figure, two.figure)
    )


def _is_beside(between: Sequence[str]) -> bool:
    """Whether the words between end in "(", ", or", "which is", "equivalent to"."""
    words = list(between)
    while words and (words[-1] in WORDS["modifiers"] or words[-1] in ("to", "that")):
        words.pop()
    if not words:
        return False
    if words[-1] == "(" or (
        words[-1] in WORDS["sameness"] and words[-2:-1] in ([","], ["–"], ["—"], ["is"], [])
    ):
        return ")" not in words and ";" not in words
    return words[-2:] in (["which", "is"], ["that", "is"], ["which", "equals"])


def _is_conversion(one: Figure, two: Figure, between: Sequence[str]) -> bool:
    if one.kind != two.kind or one.unit == two.unit or len(between) > 4:
        return False
    return one.kind in ("measurement", "money", "duration") and one.change == two.change


def _is_share(count: Figure, share: Figure) -> bool:
    """A count or fraction, and the percentage that it is."""
    if share.unit != "percent" or (share.change is not None and share.change != count.change):
        return False
    if count.kind == "ratio":
        return count.unit != "times"
    return count.kind == "count" and (count.out_of is not None or count.change is not None)


def _is_rate(count: Figure, rate: Figure) -> bool:
    """As in "4,500 calls in 2018/19, which is more than 12 per day"."""
    return (
        rate.kind == "rate"
        and count.kind in ("count", "rate")
        and rate.unit == count.unit
        and rate.per in WORDS["times"]
        and rate.per != count.per
        and rate.change is None
        and count.change is None
    )


def _restates(later: Statement, earlier: Statement, statements: Sequence[Statement]) -> bool:
    one, other = later.figure, earlier.figure
    if (one.kind, one.unit, one.change, one.out_of) != (
        other.kind,
        other.unit,
        other.change,
        other.out_of,
    ):
        return False
    if one.per != other.per and None not in (one.per, other.per):
        return False
    if not share_place(one, other) or not _share_status(one, other):
        return False
    if one.period != other.period and None not in (one.period, other.period):
        return False
    if one.value is None or other.value is None:
        return (one.low, one.high) == (other.low, other.high) and _overlap(one, other) >= 2
    if one.value == other.value and _share_bound(one, other):
        return _is_same_fact(later, earlier)
    return _is_rounding(one, other) and _is_alone(later, earlier, statements)


def _share_status(one: Figure, other: Figure) -> bool:
    return one.status == other.status or {one.status, other.status} <= _SETTLED


def _share_bound(one: Figure, other: Figure) -> bool:
    return (
        one.bound == other.bound
        or "exact" in (one.bound, other.bound)
        or (
            {one.bound, other.bound} <= {"over", "at_least", "about"}
            or {one.bound, other.bound} <= {"under", "at_most", "nearly", "about"}
        )
    )


def _is_same_fact(later: Statement, earlier: Statement) -> bool:
    """The rarer the number, the fewer words must agree; a definite article points back."""
    one, other = later.figure, earlier.figure
    assert one.value is not None
    shared = _overlap(one, other)
    telling = len(one.value.normalize().as_tuple().digits)
    if later.found.sentence.start == earlier.found.sentence.start:
        return False
    if telling >= 3:
        return shared >= 1
    if _is_definite(later) and (one.kind == "money" or shared >= 1):
        return True
    words, others = _content(one), _content(other)
    if shared >= 2 and (words <= others or others <= words):
        return True
    return telling == 2 and shared >= 2


def _is_definite(statement: Statement) -> bool:
    near = statement.lowers[max(0, statement.start - 2) : statement.start]
    return not WORDS["definite"].isdisjoint(near)


def _overlap(one: Figure, other: Figure) -> int:
    return len(_content(one) & _content(other))


def _content(figure: Figure) -> frozenset[str]:
    """The words of `measured` that carry meaning, plural endings aside."""
    words = _WORD.findall((figure.measured or "").lower())
    return frozenset(
        word[:-1] if word.endswith("s") and len(word) > 3 else word
        for word in words
        if word not in _EMPTY and len(word) > 1
    )


def _is_rounding(one: Figure, other: Figure) -> bool:
    """Whether the less precise of two values is the other one, rounded as it is stated."""
    assert one.value is not None
    assert other.value is not None
    coarse, fine = sorted((one.value, other.value), key=_last_place, reverse=True)
    place = _last_place(coarse)
    if place <= _last_place(fine) or "range" in (one.bound, other.bound):
        return False
    return (
        abs(coarse - fine) <= Decimal(5).scaleb(place - 1) and abs(coarse - fine) <= abs(fine) / 20
    )


def _last_place(value: Decimal) -> int:
    exponent = int(value.normalize().as_tuple().exponent)
    return min(exponent, int(value.as_tuple().exponent)) if exponent < 0 else exponent


def _is_alone(later: Statement, earlier: Statement, statements: Sequence[Statement]) -> bool:
    """Whether the rounded one stands in the opening, and no other figure could be meant."""
    if (earlier.found.paragraph > 1 and earlier.at > 0) or _overlap(
        later.figure, earlier.figure
    ) < 2:
        return False
    if _last_place_of(earlier) <= _last_place_of(later):
        return False
    rivals = [
        item
        for item in statements
        if item.at != earlier.at
        and (item.figure.unit, item.figure.change) == (later.figure.unit, later.figure.change)
        and item.figure.value is not None
        and _is_rounding(item.figure, earlier.figure)
    ]
    return [item.at for item in rivals] == [later.at]


def _last_place_of(statement: Statement) -> int:
    assert statement.figure.value is not None
    return _last_place(statement.figure.value)
