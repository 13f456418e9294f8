"""Two shares that are the ends of one range: "a quarter to a half of the beans"."""

from __future__ import annotations

from decimal import Decimal
from math import lcm

from figtrail.extraction.composition.ranges import AND, CHANGE_WORDS, follows
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

# How many tokens before a range tell whether something moved.
_NEAR = 12


def join_fractions(
    tokens: Tokens, first: Number, second: Number, between: tuple[str, ...]
) -> Number | None:
    """The range of "a quarter to half of" and "between a third and two-fifths", in equal parts."""
    near = tokens.lowers[max(0, first.first - _NEAR) : second.stop + 3]
    still = CHANGE_WORDS.isdisjoint(near)
    linked = between == ("to",) and (still or not follows(tokens, first, ("from",)))
    linked = linked or (between in AND and follows(tokens, first, ("between",)))
    linked = linked or (len(between) == 1 and between[0] in ("–", "—"))
    if not linked or first.form != "fraction" or second.form != "fraction":
        return None
    ends = first.out_of, second.out_of
    if ends[0] is None or ends[1] is None:
        return None
    whole = Decimal(lcm(int(ends[0]), int(ends[1])))
    low, high = first.value * whole / ends[0], second.value * whole / ends[1]
    if low >= high or CHANGE_WORDS.intersection(
        tokens.lowers[max(0, first.first - 3) : first.first]
    ):
        return None
    joined = second._replace(first=first.first, start=first.start, core=first.core)
    return joined._replace(low=low, high=high, out_of=whole, form="range")
