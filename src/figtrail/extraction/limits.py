"""Limits that are told with words around a number: "caps fares at £2", "the minimum is 15"."""

from __future__ import annotations

from figtrail.extraction.compared import CEILINGS, is_held_against, is_reached
from figtrail.extraction.lexicon import read_words
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens
from figtrail.model import Bound

_WORDS = read_words("bound_words.txt")
_CAPPING = {
    **dict.fromkeys(("caps", "capped", "capping"), ("at",)),
    **dict.fromkeys(("limits", "limited", "limiting", "restricts", "restricted"), ("to", "at")),
}
_STANDING = _WORDS["standing"]
_LINKS = _WORDS["limit_links"]
LIMITS = _WORDS["limits"]
_BINDING = _WORDS["required_by"]
_PRICED = _WORDS["priced"]
_SIGNS = frozenset("$£€¥₹")
_FLOORS = frozenset(("minimum", "floor"))
_INSIDE = frozenset(("inside", "within"))
_LAID_DOWN = (["laid", "down"], ["set", "out"], ["set", "down"], ["stipulated", "in"])
_BEYOND = frozenset(("beyond", "above", "over", "exceeding", "past", "outside"))
_ALLOWED = (["allowed"], ["permitted"], ["authorised"], ["authorized"])
# A word of these stands wherever a limit is told.
_TELLING = (
    (LIMITS | _FLOORS | _INSIDE | _PRICED | {"maximum"} | frozenset(_CAPPING))
    | {words[0] for words in _LAID_DOWN}
    | {words[0] for words in _ALLOWED}
    | {"start", "starts", "priced", "starting", "recommended"}
)


def find_limit(tokens: Tokens, number: Number) -> Bound | None:
    """The most or the least that the words around a number make it; None where they don't."""
    if _TELLING.isdisjoint(tokens.vocabulary):
        return None
    warm = number.unit in ("celsius", "fahrenheit")  # "a maximum of 38C" is what it will be
    if (_is_limited(tokens, number.first) and not warm) or _is_inside(tokens, number):
        return "at_most"
    if _is_allowed(tokens, number) or _is_of_target(tokens, number.first):
        return "at_most"
    return "at_least" if _is_least(tokens, number) else None


def _is_limited(tokens: Tokens, first: int) -> bool:
    """Whether a limit is told with its thing between: "caps fares at £2", "the ceiling is 40"."""
    lowers, tags = tokens.lowers, tokens.tags
    link = lowers[first - 1] if first else ""
    if link not in _LINKS:
        return False
    at = first - 2
    while at >= 0 and first - at < 12 and (tags[at] in "NJDPABEGvMO" or lowers[at] in "’'-/"):
        lower = lowers[at]
        if lower in _CAPPING and link in _CAPPING[lower]:
            return tags[at - 1 : at] != ["D"] and "A" not in tags[at + 1 : first]
        if lower == "maximum" and is_reached(tokens, at):
            return False
        if lower in LIMITS and not _is_greatest(tokens, at, link):
            return _is_size_of(tokens, at, first)
        at -= 1
    return False


def _is_greatest(tokens: Tokens, at: int, link: str) -> bool:
    """Whether "maximum" only says which is the greatest: "has maximum arrears at Rs 7 crore"."""
    told = tokens.tags[at - 1 : at] in (["V"], ["v"], ["E"], ["A"])
    return tokens.lowers[at] == "maximum" and told and link == "at" and tokens.tags[at + 1] in "NJ"


def _is_size_of(tokens: Tokens, noun: int, first: int) -> bool:
    """Whether a number is the size of a limit: "a cap on fees of £40", "its limit stands at 40"."""
    lowers, tags = tokens.lowers, tokens.tags
    link = lowers[first - 1]
    if _caps(tokens, noun):
        return link in ("at", "to")
    if link == "of":
        if lowers[noun] in CEILINGS and is_held_against(tokens, noun):
            return False
        named = lowers[noun] == "maximum" and lowers[first - 2] in _WORDS["bounded_things"]
        return named or lowers[noun + 1] in ("on", "for", "of")
    if link in ("is", "was", "are", "were"):
        return noun == first - 2 or tags[noun + 1] == "P"
    return link == "at" and first - noun <= 4 and lowers[first - 2] in _STANDING


def _caps(tokens: Tokens, at: int) -> bool:
    """Whether "cap" or "limit" is a verb: "ministers cap rents", "which limit losses", "to cap"."""
    lowers, tags = tokens.lowers, tokens.tags
    if at == 0 or lowers[at] not in ("cap", "limit"):
        return False
    thing = tags[at + 1] in "DNJOGv" and lowers[at + 1] not in ("of", "on")
    several = tags[at - 1] == "N" and lowers[at - 1].endswith("s")
    led = several or tags[at - 1] in "AO" or lowers[at - 1] in ("to", "which", "that", "who")
    return led and thing


def _is_inside(tokens: Tokens, number: Number) -> bool:
    """Whether it is a limit that is kept to: "inside the £39m limit", "the statutory 20 weeks"."""
    lowers = tokens.lowers
    at = number.first - 1
    statutory = at > 0 and lowers[at] in _BINDING
    if statutory:
        at -= 1
    if at < 1 or lowers[at] not in ("the", "its", "their", "a"):
        return False
    bounded = not _WORDS["bounded"].isdisjoint(lowers[number.stop : number.stop + 4])
    within = lowers[at - 1] in _INSIDE
    return within and (bounded or (statutory and number.kind == "duration"))


def _is_of_target(tokens: Tokens, first: int) -> bool:
    """Whether a limit that is kept to is told with "of": "inside a target of 15"."""
    lowers = tokens.lowers
    if lowers[max(0, first - 1) : first] != ["of"] or first < _TARGETED:
        return False
    at = first - 3
    while at > 0 and tokens.tags[at] in "DJN" and lowers[at] not in _INSIDE:
        at -= 1
    return lowers[at] in _INSIDE and lowers[first - 2] in _WORDS["bounded"]


# How many tokens "inside a target of" takes at least.
_TARGETED = 4


def _is_allowed(tokens: Tokens, number: Number) -> bool:
    """Whether so much is the most that may be: "twice the 15 allowed", "the 40 permitted"."""
    if tokens.lowers[max(0, number.first - 1) : number.first] not in (["the"], ["its"]):
        return False
    at = number.stop
    while tokens.lowers[at : at + 2] not in _LAID_DOWN:
        if at >= min(len(tokens.words), number.stop + 3) or tokens.tags[at] not in "NJ":
            break
        at += 1
    else:
        return True
    following = tokens.tags[at + 1 : at + 2]
    beyond = tokens.lowers[max(0, number.first - 2)] in _BEYOND
    if beyond and tokens.lowers[at : at + 1] == ["recommended"]:
        return following not in (["N"], ["J"])
    return tokens.lowers[at : at + 1] in _ALLOWED and following not in (["N"], ["J"])


_PRICING = frozenset(("priced", "starting", "starts", "start", "sold", "available"))


def _is_least(tokens: Tokens, number: Number) -> bool:
    """Whether it is the least that is asked: "the legal minimum is 15", "tickets from £12"."""
    lowers, first = tokens.lowers, number.first
    if first < 2:
        return False
    if lowers[first - 1] in ("is", "was") and lowers[first - 2] in _FLOORS:
        at = first - 3
        while at > 0 and tokens.tags[at] in "DNJ":
            at -= 1
        # "The average age on the shop floor is 47".
        return lowers[max(0, at)] != "on"
    if number.kind != "money":
        return False
    if lowers[first - 1] == "at" and lowers[first - 2] in ("start", "starts"):
        return first > 2 and lowers[first - 3] in _PRICED
    priced = lowers[first - 1] == "from" and lowers[first - 2] in _PRICED | _PRICING
    return priced and not _is_moved(tokens, number.stop)


def _is_moved(tokens: Tokens, stop: int) -> bool:
    """Whether another level follows the one that ends at `stop`: "cut the price from £9 to £7"."""
    ahead = tokens.lowers[stop : stop + 4]
    at = stop + ahead.index("to") + 1 if "to" in ahead else len(tokens.words)
    if at >= len(tokens.words):
        return False
    return "M" in tokens.tags[at : at + 2] or tokens.lowers[at][-1] in _SIGNS
