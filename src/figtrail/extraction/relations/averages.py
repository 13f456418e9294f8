"""A total, how many share it, and what comes to each: "£60,000 for 12 clubs, £5,000 each"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from figtrail.extraction.nouns import unit_of_noun
from figtrail.extraction.relations.statements import (
    PAUSES,
    WORDS,
    Statement,
    Tie,
    content_words,
    find_cue,
    follow_each_other,
    take_near,
    word_at,
)
from figtrail.model import Figure

_MAGNITUDE = 12
"""From how many times the stated amount on another total must be meant."""
_CLOSE = Decimal("0.01")
"""How far an average may lie from the one computed where fitting alone ties it."""
_HEADS = frozenset(("person", "head", "item", "household", "capita"))


def tie_averages(groups: Sequence[Sequence[Statement]]) -> Iterator[Tie]:
    """Each amount for one ("£5,000 each"), tied to its total and to the number that share it.

    Both must stand in its sentence, or one in the sentence before. Where the words introduce an
    average and only one total and one number can be meant, these are tied; else those that fit.
    """
    for at, group in enumerate(groups):
        before = groups[at - 1] if at and follow_each_other(groups[at - 1], group) else ()
        for stated in group:
            per = _find_denominator(stated)
            if stated.figure.value is None:
                continue
            if per is not None:
                pair = _find_pair(stated, per, *take_near(stated, before, group)[:2])
            else:
                pair = _find_priced(stated, group)
            if pair is not None:
                yield "is_average_of", stated.at, pair[0].at
                yield "is_average_over", stated.at, pair[1].at


def _find_denominator(stated: Statement) -> str | None:
    """What the amount is for one of, also where only the words after it say so: "200 a school"."""
    if stated.figure.per is not None:
        return stated.figure.per
    if not stated.is_level or stated.figure.kind not in ("count", "money"):
        return None
    phrase = stated.found.reading.phrase
    stop = stated.stop if phrase is None else phrase.stop
    first, second = word_at(stated, stop), word_at(stated, stop + 1)
    if first in ("each", "apiece") and second in ("", ".", ",", ";", ")", "and", "on"):
        return "item"
    return unit_of_noun(second) if first in ("a", "an", "per") and second else None


def _find_pair(
    stated: Statement, per: str, before: Sequence[Statement], group: Sequence[Statement]
) -> tuple[Statement, Statement] | None:
    near = [item for item in (*before, *group) if item.at != stated.at]
    pairs = [
        (total, number)
        for total, number in permutations(near, 2)
        if _can_be_total(stated, per, total)
        and _can_share(per, number)
        and _are_plausible(stated.figure, total.figure, number.figure)
    ]
    here = [pair for pair in pairs if pair[0] in group and pair[1] in group]
    if len(here) == 1 and _is_introduced(stated, here[0][0]):
        return here[0]
    fitting = [pair for pair in pairs if _fits(stated.figure, pair[0].figure, pair[1].figure)]
    return fitting[0] if len(fitting) == 1 else None


def _find_priced(
    stated: Statement, group: Sequence[Statement]
) -> tuple[Statement, Statement] | None:
    """As in "all 3,200 pensioners a £50 voucher, at a cost of £160,000": three numbers that fit."""
    if stated.figure.kind != "money" or not stated.is_level or len(group) != 3:
        return None
    others = [item for item in group if item.at != stated.at]
    numbers = [item for item in others if _can_share("item", item)]
    totals = [item for item in others if _can_be_total(stated, "item", item)]
    if len(numbers) != 1 or len(totals) != 1 or totals[0].at < stated.at:
        return None
    fits = _fits(stated.figure, totals[0].figure, numbers[0].figure)
    return (totals[0], numbers[0]) if fits and _is_introduced(stated, totals[0]) else None


def _can_be_total(stated: Statement, per: str, total: Statement) -> bool:
    one, other = stated.figure, total.figure
    if not total.is_level or other.value is None or other.out_of is not None:
        return False
    if "money" in (one.kind, other.kind):
        alike = one.unit == other.unit
    else:
        alike = other.kind in ("count", "measurement") and (
            one.unit in (other.unit, per) or "item" in (one.unit, other.unit)
        )
    return alike and (other.per is None or (other.per == one.per and total.at > stated.at))


def _can_share(per: str, number: Statement) -> bool:
    """Whether a number can count what the amount is for: clubs, days, people, dollars."""
    other = number.figure
    if not number.is_level or other.per is not None or other.out_of is not None:
        return False
    if per in WORDS["times"]:
        return other.kind == "duration" and other.unit == per
    if other.kind in ("money", "measurement"):
        return other.unit == per
    if other.kind != "count":
        return False
    return other.unit in (per, "item") or per in _HEADS or per in content_words(other)


def _are_plausible(average: Figure, total: Figure, number: Figure) -> bool:
    """Whether total and number are of the magnitude of their average; else they are others."""
    if not (average.value and total.value and number.value):
        return False
    computed = total.value / number.value * (average.per_quantity or 1)
    return average.value / _MAGNITUDE <= computed <= average.value * _MAGNITUDE


def _is_introduced(stated: Statement, total: Statement) -> bool:
    """As in ", or £5,000 each", ", an average of 200 a school", ", £5,000 each", "a total of"."""
    if total.at > stated.at:
        near = total.lowers[max(0, total.start - 4) : total.start]
        after = total.lowers[total.stop : total.stop + 2]
        if after in (["in", "all"], ["in", "total"]) or after[:1] == ["altogether"]:
            return True
        return not WORDS["costing"].isdisjoint(near) or not WORDS["sums"].isdisjoint(near)
    cue = find_cue(stated)
    word = word_at(stated, cue)
    if word == "of" and word_at(stated, cue - 1) in ("rate", "average", "ratio"):
        return True
    return word in PAUSES or word in WORDS["sameness"]


def _fits(average: Figure, total: Figure, number: Figure) -> bool:
    if not (average.value and total.value and number.value):
        return False
    computed = total.value / number.value * (average.per_quantity or 1)
    return abs(computed - average.value) <= abs(average.value) * _CLOSE
