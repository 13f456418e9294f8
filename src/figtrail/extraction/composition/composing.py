"""Neighbouring numbers → ranges, shares and lists with a common unit, without score lines."""

from __future__ import annotations

from figtrail.extraction.composition.compounds import join_parts
from figtrail.extraction.composition.lists import share_units
from figtrail.extraction.composition.portions import join_fractions
from figtrail.extraction.composition.ranges import join_range
from figtrail.extraction.composition.ratios import join_pressures, join_ratio
from figtrail.extraction.composition.scores import is_chain, is_score, is_tie_break, skip_scores
from figtrail.extraction.composition.shares import join_share, join_whole
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens


def compose_numbers(tokens: Tokens, numbers: list[Number]) -> list[Number]:
    """Join ranges and shares, let lists share their unit, and drop bare score lines."""
    joined: list[Number] = []
    numbers = _sum_parts(tokens, numbers)
    at = 0
    while at < len(numbers):
        number = numbers[at]
        if is_tie_break(tokens, number):
            at = skip_scores(tokens, numbers, at)
            continue
        if at + 1 < len(numbers):
            following = numbers[at + 1]
            between = tuple(tokens.lowers[number.stop : following.first])
            if len(between) <= 6:
                if is_chain(tokens, numbers, at):
                    at = skip_scores(tokens, numbers, at)
                    continue
                if is_score(tokens, number, following, between):
                    at = skip_scores(tokens, numbers, at)
                    continue
                levels = join_pressures(tokens, number, following)
                if levels is not None:
                    joined += levels
                    at += 2
                    continue
                pair = _join(tokens, number, following, between)
                if pair is not None:
                    at += 2
                    whole = join_whole(tokens, pair, numbers[at]) if at < len(numbers) else None
                    joined.append(whole or pair)
                    at += whole is not None
                    continue
        joined.append(number)
        at += 1
    return share_units(tokens, joined)


def _join(tokens: Tokens, first: Number, second: Number, between: tuple[str, ...]) -> Number | None:
    """The range, the ratio or the share that two numbers make; None where they stand apart."""
    if first.out_of is not None and second.out_of is not None:
        return join_fractions(tokens, first, second, between)
    return (
        join_ratio(tokens, first, second)
        or join_range(tokens, first, second, between)
        or join_share(tokens, first, second, between)
    )


def _sum_parts(tokens: Tokens, numbers: list[Number]) -> list[Number]:
    summed: list[Number] = []
    for number in numbers:
        whole = join_parts(tokens, summed[-1], number) if summed else None
        if whole is not None:
            summed[-1] = whole
        else:
            summed.append(number)
    return summed
