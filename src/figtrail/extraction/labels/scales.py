"""Numbers that name a scale, a plan or a majority: "a 10-point scale", "a two-thirds majority"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import HYPHENS, Tokens

_WORDS = read_sections("idioms.txt")
_SCALES = frozenset(_WORDS["scales"])
_PLANNING = frozenset(_WORDS["planning"])
_RATING = frozenset(_WORDS["rating"])
_MAJORITIES = frozenset(_WORDS["majorities"])
_QUALIFYING = frozenset(_WORDS["kinds of majority"])
_VERDICTS = frozenset(_WORDS["verdicts"])
# How many words may stand between a majority's share or a scale's steps and its noun.
_REACH = 4


@needs(_SCALES | _PLANNING)
def is_of_points(tokens: Tokens, number: Number) -> bool:
    """Whether a number tells how many points a scale or a plan has: "the 10-point CVSS scale"."""
    if number.kind not in (None, "score") or number.value < 2:
        return False
    at = number.stop + (tokens.lowers[number.stop : number.stop + 1] in _HYPHENED)
    if tokens.lowers[at : at + 1] not in (["point"], ["points"], ["item"]):
        return False
    for index in range(at + 1, min(at + 1 + _REACH, len(tokens.words))):
        word = tokens.lowers[index]
        if word in _SCALES or word in _PLANNING:
            return at > number.stop or word in _SCALES
        if tokens.tags[index] not in "NJEG":
            return False
    return False


_HYPHENED = [[hyphen] for hyphen in HYPHENS]


@needs(_SCALES | _RATING)
def is_end_of_scale(tokens: Tokens, number: Number) -> bool:
    """Whether a number is an end of a scale: "on a scale of one to 10", "rated from 1 to 5"."""
    lowers, at = tokens.lowers, number.first
    if number.kind is not None or number.scale is not None or not at:
        return False
    after = "".join(lowers[number.stop : number.stop + 1])
    if number.form == "range" and after in _SCALES:
        return True  # "a 0-10 scale"
    if lowers[at - 1] in ("to", "and", "-", "–"):
        at -= 2  # the other end, which "one" is without being a number
    if at < 2:
        return False
    if lowers[at - 2] in _SCALES:
        return lowers[at - 1] in ("of", "from", "between")
    closed = number.stop >= len(lowers) or tokens.tags[number.stop] in ".CR"
    marked = not _RATING.isdisjoint(lowers[max(0, at - _REACH - 1) : at - 1])
    if lowers[at - 2 : at] == ["out", "of"]:
        return closed and marked and number.value in _WHOLES
    lowest = lowers[at] in _LOWEST and (at < number.first or number.form == "range")
    return lowest and closed and marked and lowers[at - 1] == "from"


_WHOLES = (5, 10, 20, 100)


@needs(_VERDICTS | {"★", "☆", "⭐"})
def is_verdict(tokens: Tokens, number: Number) -> bool:
    """Whether a reviewer's marks stand in a line of their own: "Verdict: 8/10", "★★★★☆ 4/5"."""
    if number.out_of not in _WHOLES or not number.first:
        return False
    ends = number.stop >= len(tokens.words) or tokens.words[number.stop] in ".|"
    before = number.first - 1
    if tokens.words[before] in ":–—|" and before:
        before -= 1
        return ends and before < _OPENS and tokens.lowers[before] in _VERDICTS
    return ends and tokens.words[before] in "★☆⭐"


# Such a line begins with its word, or with what is reviewed.
_OPENS = 3
_LOWEST = frozenset(("0", "1", "one", "zero", "nought"))


@needs(_MAJORITIES)
def is_majority(tokens: Tokens, number: Number) -> bool:
    """Whether a share only names a kind of majority: "a two-thirds majority", "a 2/3 vote"."""
    if number.out_of is None or number.form not in ("fraction", "share"):
        return False
    lowers, stop = tokens.lowers, number.stop
    at = stop + (lowers[stop : stop + 1] in _HYPHENED)
    while lowers[at : at + 1] != [] and lowers[at] in _QUALIFYING:
        at += 1
    if at >= len(lowers) or lowers[at] not in _MAJORITIES:
        return False
    before = lowers[number.first - 1] if number.first else ""
    named = before in _ARTICLES or lowers[at].startswith(("majorit", "supermajorit"))
    return named and lowers[at + 1 : at + 2] != ["share"]


_ARTICLES = frozenset("a an the that this any its their required usual by".split())
