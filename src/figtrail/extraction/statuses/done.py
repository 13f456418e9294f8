"""Deeds that were counted over a time gone by: "approved 19 permits in the first quarter"."""

from __future__ import annotations

from itertools import pairwise

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens

_REACH = 12
_NEAR = 2
_AHEAD = frozenset(("due", "by", "next", "will", "until", "for", "over"))
_PERFECT = frozenset(("has", "have", "’ve", "'ve", "to"))
_YEARS = range(1900, 2100)


def is_counted_deed(tokens: Tokens, at: int, stop: int, number: Number) -> bool:
    """Whether the verb at a token tells how often something was done, and not what is to come."""
    lowers = tokens.lowers
    if number.kind is not None or lowers[at] not in WORDS["deeds"] or not at:
        return False
    so_far = lowers[max(0, at - 2) : at] == ["so", "far"] or lowers[stop : stop + 2] == [
        "so",
        "far",
    ]
    so_far = so_far or _tells_present_span(lowers[number.stop : number.stop + _REACH])
    handled = not WORDS["handled"].isdisjoint(lowers[number.stop : number.stop + 3])
    if tokens.tags[at - 1] != "P" and (so_far or (handled and number.first == stop)):
        return True  # "has granted 12 licences": an office deals with them one by one
    if number.first - stop > _NEAR or lowers[at - 1] in _PERFECT:
        return False
    if any(tokens.tags[index] not in "BDP" for index in range(stop, number.first)):
        return False
    behind = lowers[number.stop : number.stop + _REACH]
    return _AHEAD.isdisjoint(behind) and (_tells_span(behind) or _tells_span(lowers[: at - 1]))


def _tells_span(lowers: list[str]) -> bool:
    """Whether a stretch names a time that is over: "last year", "in 2019", "in the first half"."""
    for at, lower in enumerate(lowers[:-1]):
        following = lowers[at + 1]
        if lower == "last" and following in WORDS["spans_of_time"]:
            return True
        if lower in ("in", "during") and following.isdecimal() and int(following) in _YEARS:
            return True
        if lower in ("first", "second", "third", "fourth", "final") and (
            following in WORDS["spans_of_time"]
        ):
            return True
        if following == "to" and lower in ("year", "months", "weeks", "quarter"):
            return True
    return False


def _tells_present_span(lowers: list[str]) -> bool:
    """Whether a stretch names a time that runs: "this year", "so far", "since May"."""
    return any(
        (first == "this" and second in WORDS["spans_of_time"]) or (first, second) == ("so", "far")
        for first, second in pairwise(lowers)
    )
