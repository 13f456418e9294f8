"""A percentage that tells a place in an order of changes: "Hull had the biggest rise, at 7%"."""

from __future__ import annotations

from figtrail.extraction.changes.vocabulary import CHANGE_NOUNS, WORDS
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens
from figtrail.model import Change

_INTRODUCING = WORDS["introducing"]
_GOING = WORDS["recording"]
_REACH = 18


def find_ranked(tokens: Tokens, number: Number, start: int, kind: str) -> Change | None:
    """The superlative change whose size a percentage is: "Hull had the steepest rise, 9%"."""
    lowers = tokens.lowers
    bracketed = start > 0 and lowers[start - 1] == "(" and kind in ("money", "count")
    if (kind != "percentage" and not bracketed) or WORDS["superlatives"].isdisjoint(
        tokens.vocabulary
    ):
        return None
    if start and lowers[start - 1] not in _INTRODUCING:
        return None
    if start == 1 and lowers[0] in ("at", "with"):
        return _behind(tokens, number.stop)
    for at in range(start - 1, max(-1, start - _REACH), -1):
        if lowers[at] in CHANGE_NOUNS and tokens.tags[at - 1 : at] != ["A"]:
            return _superlative(tokens, at)
        if tokens.tags[at] in "AVEGvR" and lowers[at] not in _GOING:
            return None
        if lowers[at] in (";", "to", "than"):
            return None
    return None


def _behind(tokens: Tokens, start: int) -> Change | None:
    """The superlative behind "At 9%, Hull had"."""
    for at in range(start, min(len(tokens.words), start + 12)):
        if tokens.lowers[at] in CHANGE_NOUNS:
            return _superlative(tokens, at)
        if tokens.tags[at] in "VEGvR" and tokens.lowers[at] not in _GOING:
            return None
    return None


def _superlative(tokens: Tokens, noun: int) -> Change | None:
    """The direction of a change noun that a superlative stands before, or "was" and it behind."""
    superlative = WORDS["superlatives"]
    before = tokens.lowers[max(0, noun - 3) : noun]
    after = tokens.lowers[noun + 1 : noun + 4]
    told = not superlative.isdisjoint(before) or (
        after[:1] in (["was"], ["were"], ["is"]) and not superlative.isdisjoint(after)
    )
    return CHANGE_NOUNS[tokens.lowers[noun]] if told else None


def find_outdone(tokens: Tokens, number: Number, start: int) -> Change | None:
    """The change that another outdid: "a bigger fall than in Wales (2.9%) and Kent (2.1%)"."""
    lowers, tags = tokens.lowers, tokens.tags
    if not start or lowers[start - 1] != "(":
        return None
    if ")" not in lowers[number.stop : number.stop + 4]:
        return None
    for at in range(start - 2, max(1, start - _REACH), -1):
        if lowers[at] == "than":
            told = lowers[at - 1] in CHANGE_NOUNS and lowers[at - 2] in WORDS["outdoing"]
            return CHANGE_NOUNS[lowers[at - 1]] if told else None
        if tags[at] in "AVEvGR" or lowers[at] == ";":
            return None
    return None
