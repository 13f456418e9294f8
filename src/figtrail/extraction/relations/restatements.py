"""The same fact stated again: later in the article, rounded, or in another unit beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from figtrail.extraction.relations.equivalents import (
    pair_equivalents,
    pair_equivalents_across,
)
from figtrail.extraction.relations.statements import (
    WORDS,
    Statement,
    Tie,
    content_words,
    follow_each_other,
    share_place,
)
from figtrail.model import Figure

_SETTLED = frozenset(("observed", "estimated"))
_OPENING = 40
"""How many figures of an opening, and how many statements of one number, are looked at."""

_LINE_ENDS = 3
"""How many characters part a headline from its lead."""


def tie_restatements(groups: Sequence[Sequence[Statement]]) -> Iterator[Tie]:
    """Each later statement tied to the first earlier one of the same fact."""
    tied: set[int] = set()
    for at, group in enumerate(groups):
        before = groups[at - 1] if at and follow_each_other(groups[at - 1], group) else ()
        for one, two in (*pair_equivalents(group), *pair_equivalents_across(before, group)):
            if two.at not in tied:
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
    if not (share_place(one, other) or _names_no_place(other)) or not _share_status(one, other):
        return False
    if one.period != other.period and None not in (one.period, other.period):
        return False
    if one.value is None or other.value is None:
        return (one.low, one.high) == (other.low, other.high) and _overlap(one, other) >= 2
    if one.value == other.value and _share_bound(one, other):
        return _is_same_fact(later, earlier)
    return _is_rounding(one, other) and _is_alone(later, earlier, statements)


def _names_no_place(figure: Figure) -> bool:
    """Whether a headline leaves the place to the text: it has the article's own meanwhile."""
    return figure.sentence_start == 0 and (figure.place_text or "") not in figure.sentence


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
    if later.found.sentence.start == earlier.found.sentence.start:
        return False
    shared = _overlap(one, other)
    telling = len(one.value.normalize().as_tuple().digits)
    if _is_headline(earlier):
        in_lead = later.found.paragraph - earlier.found.sentence.end <= _LINE_ENDS
        if telling >= 3 or shared >= 2 or (in_lead and telling == 2 and shared):
            return True
    if telling >= 3:
        return shared >= 1
    if _is_definite(later) and (one.kind == "money" or shared >= 1):
        return True
    words, others = content_words(one), content_words(other)
    if shared >= 2 and (words <= others or others <= words):
        return True
    return telling == 2 and shared >= 2


def _is_definite(statement: Statement) -> bool:
    near = statement.lowers[max(0, statement.start - 2) : statement.start]
    return not WORDS["definite"].isdisjoint(near)


def _overlap(one: Figure, other: Figure) -> int:
    return len(content_words(one) & content_words(other))


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
    if later.found.paragraph == earlier.found.paragraph:
        return False
    if _overlap(later.figure, earlier.figure) < (1 if _is_headline(earlier) else 2):
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


def _is_headline(statement: Statement) -> bool:
    """Whether a sentence is the article's title: the first paragraph, without a full stop."""
    return not statement.found.paragraph and statement.lowers[-1] not in (".", "!", "”")


def _last_place_of(statement: Statement) -> int:
    assert statement.figure.value is not None
    return _last_place(statement.figure.value)
