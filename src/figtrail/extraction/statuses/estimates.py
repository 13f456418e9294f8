"""Whether an estimate is a forecast: "analysts' estimates", "topped the estimate of $1.2bn"."""

from __future__ import annotations

from figtrail.extraction.statuses.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status

_FORETELLING = frozenset(("analysts", "economists", "brokers"))
_ESTIMATES = frozenset(("estimate", "estimates", "estimated"))
_AHEAD = 7
_PASSING = frozenset(("above", "below", "under", "versus", "vs"))
_SHORT = frozenset(("short", "ahead", "shy"))


def tell_estimate(tokens: Tokens, found: Status) -> Status:
    """An estimate of who looks ahead is a forecast: "analysts' estimates", "median estimate"."""
    if found == "estimated" and not _ESTIMATES.isdisjoint(tokens.vocabulary):
        at = next(at for at, lower in enumerate(tokens.lowers) if lower in _ESTIMATES)
        near = tokens.lowers[max(0, at - 2) : at]
        if near[-1:] == ["an"] and tokens.lowers[at] == "estimated":
            return found  # "costs the city an estimated $12"
        owned = near[-1:] in (["'"], ["’"]) and near[0] in _FORETELLING
        told = near[-1:] + tokens.lowers[at + 1 : at + 4]
        reported = tokens.lowers[at] != "estimated" and "revised" not in near
        owned = owned or (reported and not WORDS["reported_sizes"].isdisjoint(told))
        foretold = owned or not WORDS["foretellers"].isdisjoint(near) or _is_beaten(tokens, at)
        foretold = foretold or _is_by_onlookers(tokens, at) or not WORDS["met"].isdisjoint(near)
        spread = not WORDS["spreading"].isdisjoint(tokens.lowers[at + 1 : at + 2])
        return "forecast" if foretold or spread else found
    return found


def _is_beaten(tokens: Tokens, noun: int) -> bool:
    """Whether a result is held against an estimate: "above the estimate of", "vs estimates of"."""
    lowers = tokens.lowers
    if lowers[noun] == "estimated" or lowers[noun + 1 : noun + 2] not in (["of"], ["for"]):
        return False
    at = noun - 1
    while at > 0 and tokens.tags[at] in "DJ":
        at -= 1
    beside = lowers[at] == "of" and lowers[at - 1] in _SHORT
    return beside or lowers[at] in _PASSING or lowers[at] in WORDS["met"]


def _is_by_onlookers(tokens: Tokens, verb: int) -> bool:
    """Whether those estimate who look ahead: "analysts polled by a wire estimated earnings of"."""
    lowers = tokens.lowers
    first = next((at for at in range(verb) if lowers[at] in _FORETELLING), verb)
    between = tokens.tags[first + 1 : verb]
    if lowers[verb + 1 : verb + 2] == ["that"]:
        return False
    return first < verb and verb - first < _AHEAD and "V" not in between and "A" not in between
