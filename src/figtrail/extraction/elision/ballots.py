"""Whether a bare number counts votes or seats."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured import Measured
from figtrail.extraction.nouns import PARTIES
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("ballots.txt")
_CHAMBERS = frozenset(_WORDS["chambers"])
_SINGLE = frozenset(_WORDS["single"])
_DECIDING = frozenset(_WORDS["deciding"])
_ELECTORAL = frozenset(_WORDS["electoral"])
_PLAYING = frozenset(read_sections("nouns.txt")["playing"])
# No chamber has so many seats that a majority in it is larger.
_LARGE = Decimal(200)
_REACH = 5
# How many tokens on either side the contest is looked for.
_NEAR = 50


def find_ballots(tokens: Tokens, reading: Reading, measured: Measured | None) -> str | None:
    """The unit of a majority, a poll or a margin: "held the seat with a majority of 1,204"."""
    at, lowers = reading.bound_start, tokens.lowers
    if at < 2 or reading.phrase is not None or reading.kind != "count":
        return None
    headed = measured is not None and measured.head is not None
    if headed and measured is not None and measured.head is not None:
        headed = lowers[measured.head] in ("majority", "majorities")
    if headed or _follows_majority(tokens, at):
        return _of_majority(tokens, reading)
    if lowers[at - 1] == "polled" and tokens.tags[at - 2] != "A":
        return "vote"
    near = lowers[max(0, at - _NEAR) : at + _NEAR]
    if lowers[at - 1] in _GAINING and _is_partys(tokens, at):
        return "seat" if reading.number.value <= _LANDSLIDE else "vote"
    large = reading.number.value >= _LANDSLIDE and "margin" in near
    if lowers[at - 1] == "by" and large and not _DECIDING.isdisjoint(lowers[max(0, at - 4) : at]):
        # "He won by 1,204, the narrowest margin of the night".
        return "vote"
    margin = lowers[at - 1] == "by" and not _DECIDING.isdisjoint(lowers[max(0, at - 12) : at])
    if margin and not _ELECTORAL.isdisjoint(near) and _PLAYING.isdisjoint(near):
        return "vote"
    return None


_GAINING = frozenset(_WORDS["gaining"])
# No other margin is so large.
_LANDSLIDE = 500


def _is_partys(tokens: Tokens, at: int) -> bool:
    """Whether a party gains or loses what ends its clause: "the Greens gained nine"."""
    owner = not PARTIES.isdisjoint(tokens.words[max(0, at - 4) : at])
    shared = not _PERCENT.isdisjoint(tokens.lowers) or not _PLAYING.isdisjoint(tokens.lowers)
    ends = tokens.tags[at + 1 : at + 2] in ([], ["."], ["C"], ["P"])
    return owner and ends and not shared


_PERCENT = frozenset(("%", "percent", "cent", "pc", "points", "point"))


def is_tally(tokens: Tokens, reading: Reading) -> bool:
    """Whether a number is either one of those for and against: "the bill passed 61 to 37"."""
    lowers, number = tokens.lowers, reading.number
    near = lowers[max(0, number.first - _NEAR) : number.first + _NEAR]
    if reading.kind != "count" or number.first < 2 or _ELECTORAL.isdisjoint(near):
        return False
    first, stop = number.first, number.stop
    if lowers[first - 1] == "to" and tokens.tags[first - 2] == "M":
        first -= 2
    elif not (lowers[stop : stop + 1] == ["to"] and tokens.tags[stop + 1 : stop + 2] == ["M"]):
        return False
    before = first - 1 - (lowers[first - 1] in ("by", "on"))
    return lowers[before] in _DECIDING or lowers[before] in ("through", "down")


def _follows_majority(tokens: Tokens, at: int) -> bool:
    """Whether "a majority of" or "majority was" stands right before a number."""
    for index in range(at - 1, max(-1, at - _REACH), -1):
        if tokens.lowers[index] in ("majority", "majorities"):
            return True
        if tokens.tags[index] not in "PAVEBD":
            return False
    return False


def _of_majority(tokens: Tokens, reading: Reading) -> str:
    """Votes, where one seat is won by them, else the seats of a chamber."""
    start, stop = max(0, reading.bound_start - _NEAR), reading.bound_start + _NEAR
    near = tokens.lowers[start:stop]
    if not _CHAMBERS.isdisjoint(near):
        return "seat"
    if reading.number.value > _LARGE or not _SINGLE.isdisjoint(near):
        return "vote"
    named = any(
        tokens.lowers[at] == "in" and tokens.words[at + 1][0].isupper()
        for at in range(start, min(stop, len(tokens.words) - 1))
    )
    return "vote" if named or tokens.lowers[0] == "in" else "seat"
