"""Levels that somebody has set, for himself or for others: "the £15m floor it has set itself"."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.phrases import phrase_stop
from figtrail.extraction.statuses.vocabulary import PAUSES, WORDS
from figtrail.extraction.tokens import HYPHENS, Tokens

_ALLOWING = WORDS["allowing"]
_ITSELF = WORDS["reflexive"]
_SIZED = ("money", "percentage")
_REACH = 7
_NOUNS = WORDS["bounds"] | {"floor", "ceiling", "requirement", "standard"}
_RULED = WORDS["ruled_by"]
_HELD = WORDS["held_against"]
_INSIDE = frozenset(("within", "inside", "under"))
_RULES = frozenset(("target", "standard", "goal", "benchmark", "limit", "guideline"))
GATE = _ALLOWING | _ITSELF | _NOUNS | _INSIDE | {"band", "can"}


def is_set_level(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether the number is a level that a rule allows or a body has set to be kept to."""
    if GATE.isdisjoint(tokens.vocabulary):
        return False
    return (
        _is_named(tokens, number)
        or _is_bound(tokens, number)
        or _is_timed(tokens, number)
        or _is_bearable(tokens, number)
        or _is_band(tokens, number, start)
        or _is_allowed(tokens, number, start)
        or _is_set_for_itself(tokens, number, start)
    )


def _is_bound(tokens: Tokens, number: Number) -> bool:
    """Read "the regulator's minimum of 10%", "a statutory maximum of 44", "half the ceiling of"."""
    lowers, tags = tokens.lowers, tokens.tags
    noun = number.first - 2
    if noun < 1 or lowers[noun + 1] != "of" or lowers[noun] not in _NOUNS:
        return False
    at = noun - 1
    while at >= 0 and tags[at] in "NJMEGB":
        if lowers[at] in _RULED or lowers[at].endswith(("’s", "'s")):
            return True
        at -= 1
    if lowers[max(0, at - 2) : at] == ["subject", "to"]:
        return True
    return lowers[at : at + 1] == ["the"] and not _HELD.isdisjoint(lowers[max(0, at - 3) : at])


def _is_timed(tokens: Tokens, number: Number) -> bool:
    """Read "61% were seen inside four hours; the target is 76%": the time is the target's own."""
    if number.kind != "duration" or _RULES.isdisjoint(tokens.vocabulary):
        return False
    near = tokens.lowers[max(0, number.first - 3) : number.first]
    done = tokens.lowers[max(0, number.first - 6) : number.first]
    return not _INSIDE.isdisjoint(near) and not WORDS["dealt_with"].isdisjoint(done)


def _is_bearable(tokens: Tokens, number: Number) -> bool:
    """Read "the lift can bear no more than eight people"."""
    near = tokens.lowers[max(0, number.first - 7) : number.first]
    return near[-3:] in (["no", "more", "than"], ["no", "less", "than"]) and "can" in near


def _is_named(tokens: Tokens, number: Number) -> bool:
    """Read "the 95 per cent standard", "the £15m floor"."""
    at = number.stop + (
        tokens.lowers[number.stop : number.stop + 1] in [[mark] for mark in HYPHENS]
    )
    if number.kind not in _SIZED or tokens.lowers[at : at + 1] not in (["standard"], ["floor"]):
        return False
    return tokens.tags[at + 1 : at + 2] != ["N"] and tokens.tags[number.first - 1] in "DJ"


def _is_band(tokens: Tokens, number: Number, start: int) -> bool:
    """Read "the central bank's band of 2 to 6 per cent", "its 1 to 2.5 per cent band"."""
    if number.form != "range" or number.kind != "percentage":
        return False
    near = tokens.lowers[max(0, start - 5) : start]
    named = tokens.lowers[number.stop : number.stop + 1] == ["band"] or near[-2:] == ["band", "of"]
    return named and any(lower.startswith("bank") or lower == "tolerance" for lower in near)


def _is_allowed(tokens: Tokens, number: Number, start: int) -> bool:
    """Read "three times the 15 allowed", "above the 56 hours permitted"."""
    if not start or tokens.lowers[start - 1] != "the":
        return False
    at = phrase_stop(tokens, number.stop)
    if tokens.lowers[at : at + 1] == [] or tokens.lowers[at] not in _ALLOWING:
        return False
    return at + 1 >= len(tokens.words) or tokens.tags[at + 1] in "P.C"


def _is_set_for_itself(tokens: Tokens, number: Number, start: int) -> bool:
    """Read "missed the 40% share it had set itself"."""
    if not start or tokens.lowers[start - 1] != "the":
        return False
    for at in range(number.stop + 1, min(len(tokens.words) - 1, number.stop + _REACH)):
        if tokens.lowers[at] == "set":
            near = tokens.lowers[at + 1 : at + 3]
            return not _ITSELF.isdisjoint(near)
        if tokens.lowers[at] in PAUSES or tokens.lowers[at] == ",":
            return False
    return False
