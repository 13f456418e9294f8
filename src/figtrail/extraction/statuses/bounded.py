"""Whether a number is the least or the most that a rule allows."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens

_MOVERS = frozenset(("raise", "lift", "lower", "cut", "reduce", "increase", "double", "halve"))
_TO_COME = WORDS["future"] | {"to"}


def is_bounded(tokens: Tokens, number: Number) -> bool:
    """Whether a number is the least or the most that a rule allows: "at least", "up to"."""
    return is_ceiling(tokens, number) or tokens.lowers[number.first - 2 : number.first] == [
        "at",
        "least",
    ]


def is_ceiling(tokens: Tokens, number: Number) -> bool:
    """Whether a number is the most that may be: "up to", "no more than"."""
    near = tuple(tokens.lowers[max(0, number.first - 3) : number.first])
    return near[-2:] == ("up", "to") or near in (("no", "more", "than"), ("a", "maximum", "of"))


def is_moved_limit(tokens: Tokens, noun: int, number: Number) -> bool:
    """Whether a limit is to be moved to so much: "will raise its cap on single tickets to £3"."""
    if tokens.lowers[number.first - 1] not in ("to", "by"):
        return False
    verb = noun - 1
    while verb > 0 and tokens.tags[verb] in "DJNO" and tokens.lowers[verb] not in _MOVERS:
        verb -= 1
    return verb > 0 and tokens.lowers[verb] in _MOVERS and tokens.lowers[verb - 1] in _TO_COME


def is_kept(tokens: Tokens, at: int, stop: int, number: Number) -> bool:
    """Whether a rule tells how a thing is kept: "vials have to be kept at 2 to 8 degrees"."""
    kept = tokens.lowers[stop : stop + 1] == ["be"] and number.kind in ("measurement", "duration")
    past = at > 0 and tokens.tags[at - 1] in "A"
    return (
        kept
        and not past
        and not WORDS["kept_by_rule"].isdisjoint(tokens.lowers[stop + 1 : stop + 3])
    )
