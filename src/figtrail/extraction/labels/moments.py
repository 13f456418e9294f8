"""Lengths of time that only say when: "ten years on", "two minutes from time"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number, find_unit_start
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("moments.txt")
_BEGUN = frozenset(_WORDS["begun"])
_ENDING = frozenset(_WORDS["ending"])
_PARTS = frozenset(_WORDS["parts"])
_REMAINING = frozenset(_WORDS["remaining"])
CLAUSE_OPENERS = frozenset(_WORDS["clauses"])
_PROGRAMMES = frozenset(_WORDS["programmes"])
_BROADCAST = frozenset(_WORDS["broadcast"])
_QUOTES = frozenset("\"“'‘")
# How many words a noun may have before it behind "into" or "from the".
_REACH = 6
_INSIDE = frozenset(("in", "within", "inside", "during"))
_BACK = frozenset(_WORDS["back"])
_TO_THE_DAY = [["to", "the", unit] for unit in ("day", "week", "month", "hour", "minute")]


@needs(_INSIDE | _BACK | {"on", "into", "from", "with", "back", "to"})
def is_moment(tokens: Tokens, number: Number) -> bool:
    """Whether a length only says how long after or before: "48 years on he nursed her"."""
    lowers = tokens.lowers
    after = find_unit_start(tokens, number.stop) + 1
    ahead = lowers[after : after + 2]
    if ahead[:1] != [] and ahead[0] in _BACK:
        return True
    if ahead[:1] == ["back"]:
        # "Two years back he lost it", but "two months back rent".
        return after + 1 >= len(lowers) or tokens.tags[after + 1] in ".ODC"
    if ahead == ["out", "from"] or lowers[after : after + 3] in _TO_THE_DAY:
        return True
    if ahead[:1] == ["into"]:
        return not _BEGUN.isdisjoint(lowers[after + 1 : after + 1 + _REACH])
    if ahead[:1] == ["from"]:
        return _is_before_end(tokens, after + 1)
    if ahead[:1] == ["on"]:
        return _opens(tokens, number) and _goes_on(tokens, number, after + 1)
    if ahead in (["in", ","], ["in", "and"]):
        return _opens(tokens, number)
    return _is_how_far(tokens, number, after)


def _opens(tokens: Tokens, number: Number) -> bool:
    """Whether a length opens a clause."""
    at = number.first
    while at and tokens.tags[at - 1] == "B":
        at -= 1  # "just six months in"
    before = tokens.lowers[at - 1] if at else "."
    return not at or tokens.tags[at - 1] == "." or before in CLAUSE_OPENERS or before in _QUOTES


def _goes_on(tokens: Tokens, number: Number, at: int) -> bool:
    """Whether no noun follows "on" that it could govern: "ten years on, the scar remains"."""
    if at >= len(tokens.words) or tokens.lowers[at] in (",", ".", "from", "and", "?", "!"):
        return True
    if tokens.tags[at] in "OA":
        return True
    return not number.first and tokens.tags[at] == "D" and "," not in tokens.lowers[at:]


def _is_before_end(tokens: Tokens, at: int) -> bool:
    """Whether what comes is the end of something: "from time", "from the final whistle"."""
    lowers = tokens.lowers
    for index in range(at, min(at + _REACH, len(lowers))):
        if lowers[index] in _ENDING:
            return True
        if tokens.tags[index] not in "DJNM":
            return False
    return False


def _is_how_far(tokens: Tokens, number: Number, after: int) -> bool:
    """Whether a length tells how far on it is: "with 3 hours gone", "in the last nine minutes"."""
    lowers, first = tokens.lowers, number.first
    if first and lowers[first - 1] == "with" and lowers[after : after + 1] != []:
        return lowers[after] in _REMAINING or lowers[after : after + 2] == ["to", "play"]
    part = first > 2 and lowers[first - 1] in _PARTS and lowers[first - 2] == "the"
    placed = part and lowers[first - 3] in _INSIDE
    return placed and number.unit in ("minute", "second")


def is_broadcast(tokens: Tokens, number: Number) -> bool:
    """Whether a time of day names a programme or a train: "she told 7.30", "the 6.30 news"."""
    hour, dot, minute = tokens.words[number.core].partition(".")
    if not dot or number.kind is not None or len(minute) != 2 or not hour.isdecimal():
        return False
    if int(hour) > 23 or minute not in ("00", "15", "30", "45") or not number.first:
        return False
    before, stop = tokens.lowers[number.first - 1], number.stop
    if stop < len(tokens.words) and tokens.lowers[stop] in _PROGRAMMES:
        return tokens.tags[number.first - 1] in "DJN"
    spoken = not _BROADCAST.isdisjoint(tokens.vocabulary)
    return before in _BROADCAST or (before == "on" and spoken)
