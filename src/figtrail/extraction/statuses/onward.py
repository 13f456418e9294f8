"""Sentences that go on with what was told by leaving words out: "About half are in Turin".

"For lorries it is £14"; "Diesel rises to £1.20"; "640 of the jobs are in Ohio".
"""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.vocabulary import BE, WORDS
from figtrail.extraction.tokens import Tokens

_PRESENT = frozenset(("are", "is", "fall", "falls", "come", "comes", "go", "goes"))
_CASES = frozenset(("for", "in", "at", "on"))
_POINTING = frozenset(("it", "that", "they"))
_SIZES = frozenset(("figure", "rate", "share", "goal", "limit", "rise", "cut", "charge", "price"))
_MOVES = WORDS["scheduled"] - {"take", "takes", "return", "returns", "reach", "reaches"}
_JOBS = WORDS["jobs"] | {"cuts", "layoffs", "losses", "closures", "redundancies", "homes"}
_NOW = frozenset(("present", "moment"))
_NEAR = 6
_FAR = 12


def goes_onward(tokens: Tokens, number: Number, start: int, opening: int) -> bool:
    """Whether a sentence without a cue says more of the size that the one before it told."""
    lowers = tokens.lowers
    if not WORDS["past_auxiliaries"].isdisjoint(lowers[opening:]):
        return False
    if not WORDS["lasting_words"].isdisjoint(lowers[opening:]):
        return False
    if any(tokens.tags[at] == "V" for at in range(opening, len(tokens.words))):
        return False
    return _is_elided(tokens, number, start, opening) or _is_other_case(tokens, start, opening)


def _is_elided(tokens: Tokens, number: Number, start: int, opening: int) -> bool:
    """Whether it counts some of those told of: "about half are in Turin", "640 of the jobs are"."""
    lowers, at = tokens.lowers, number.stop
    if number.kind is not None and number.kind != "percentage" and number.out_of is None:
        return False
    if start != opening and lowers[start - 1] not in (",", "and", ";"):
        return False
    if lowers[at : at + 2] == ["of", "the"] and lowers[at + 2 : at + 3] != []:
        if lowers[at + 2] not in _JOBS:
            return False
        at += 3
    elif lowers[at : at + 2] in (["of", "them"], ["of", "these"], ["of", "those"]):
        at += 2
    told = lowers[at : at + 1] != [] and lowers[at] in _PRESENT
    return told and tokens.tags[at + 1 : at + 2] in (["P"], ["B"], ["D"])


def _is_other_case(tokens: Tokens, start: int, opening: int) -> bool:
    """Whether the same is told of something else: "for lorries it is £14", "on farms it's 20%"."""
    lowers = tokens.lowers
    if lowers[opening] not in _CASES or start - opening > _FAR:
        return False
    if lowers[opening + 1] in ("present", "the") and not _NOW.isdisjoint(lowers[opening:start]):
        return False  # "at present it is 30"
    link = start - 1
    if link <= opening or lowers[link] not in BE:
        return False
    named = lowers[link - 1] in _SIZES and lowers[link - 2] == "the"
    return named or lowers[link - 1] in _POINTING or lowers[link].startswith("it")


def is_moved_too(tokens: Tokens, number: Number, start: int, opening: int) -> bool:
    """Whether another price moves as the one before it: "diesel goes up to £1.20"."""
    if number.kind not in ("money", "percentage") or tokens.lowers[start - 1 : start] != ["to"]:
        return False
    for at in range(start - 2, max(opening, start - _NEAR), -1):
        if tokens.lowers[at] in _MOVES and at > opening:
            return tokens.tags[at - 1] in "NB" and tokens.lowers[at].endswith("s")
        if tokens.lowers[at] not in ("up", "down", "back"):
            return False
    return False
