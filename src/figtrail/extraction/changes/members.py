"""What may stand between a number and the noun of change that it sizes: rates and other members."""

from __future__ import annotations

from figtrail.extraction.changes.vocabulary import EACH, RATED, WORDS
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

_UNITS = WORDS["percent_parts"]
_SCALES = WORDS["money_parts"]
_HEDGES = WORDS["nearly"] | {"just", "well"}
_REACH = 8


def past_rate_or_member(tokens: Tokens, number: Number, at: int, proportional: bool) -> int:
    """Past the rate, the bracket or the other member behind a number.

    "A $26 per barrel increase"; "a 4.5% (£3m) and 4.4% decrease"; "an 11 percent, or £9m, drop".
    """
    lowers = tokens.lowers
    if lowers[at : at + 1] in (["per"], ["a"], ["an"]) and not proportional:
        return at + 2 if lowers[at + 1 : at + 2] and lowers[at + 1] in RATED else at
    if lowers[at : at + 1] == [","]:
        if number.first > 1 and lowers[number.first - 2 : number.first] == [",", "or"]:
            return at + 1
        if lowers[at + 1 : at + 2] == ["or"]:
            return _past_other(tokens, at)
    return _past_member(tokens, at) if proportional else at


def past_span(tokens: Tokens, at: int) -> int:
    """Past how often a sum recurs or for each of what it is: "puts £9 (a week) on bills"."""
    if tokens.lowers[at : at + 1] == [] or tokens.lowers[at] not in EACH:
        return at
    return at + 2 if tokens.tags[at + 1 : at + 2] == ["N"] else at


def past_bracket(tokens: Tokens, at: int) -> int:
    """Past a short bracket, or out of it, before a comparison: "6% (77) more than in 2018"."""
    lowers = tokens.lowers
    if lowers[at : at + 1] == [")"]:
        return at + 1
    if lowers[at : at + 2] == [",", "or"]:
        # "Closed 190 points, or 0.6%, higher".
        return _past_other(tokens, at)
    hedged = at + 1
    while lowers[at : at + 1] == ["or"] and hedged < len(lowers) and lowers[hedged] in _HEDGES:
        hedged += 1
    if lowers[at : at + 1] == ["or"] and tokens.tags[hedged : hedged + 1] == ["M"]:
        end = hedged + 1
        while end < len(lowers) and lowers[end] in _UNITS:
            end += 1
        return end if end > hedged + 1 else at  # "140 euros or 8% dearer than"
    if lowers[at : at + 1] != ["("]:
        return at
    ends = [end for end in range(at, min(len(lowers), at + 5)) if lowers[end] == ")"]
    return ends[0] + 1 if ends else at


def _past_other(tokens: Tokens, comma: int) -> int:
    """Past the same size in other terms, between commas: "(an 11 percent), or £9m, (drop)"."""
    at = comma + 2
    while at < min(len(tokens.words), comma + _REACH):
        if tokens.lowers[at] == "," and at > comma + 2:
            return at + 1
        if tokens.tags[at] != "M" and tokens.lowers[at] not in _UNITS | _SCALES:
            return comma
        at += 1
    return comma


def _past_member(tokens: Tokens, at: int) -> int:
    """Past a bracket, or the members that share the noun: "a 4.5% (£3m) and 4.4% decrease"."""
    lowers, tags = tokens.lowers, tokens.tags
    if lowers[at : at + 1] == ["("]:
        closing = next(
            (end for end in range(at, min(len(lowers), at + 7)) if lowers[end] == ")"), 0
        )
        at = closing + 1 if closing else at
    if lowers[at : at + 1] in (["and"], ["or"], [","]) and tags[at + 1 : at + 2] == ["M"]:
        end = at + 2
        while end < len(lowers) and lowers[end] in _UNITS:
            end += 1
        return end if end > at + 2 else at
    return at
