"""Levels that another figure is compared with, so that the words before them bound nothing."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

_WORDS = {name: frozenset(words) for name, words in read_sections("bound_words.txt").items()}
_TIMES = _WORDS["times"]
_DEGREES = _WORDS["degrees"]
_MORE = frozenset(("more", "higher", "greater"))
_LESS = frozenset(("less", "fewer", "lower"))
_YEARS = frozenset(("19", "20"))
# How far behind a level its time may stand, and how far before it what it is compared with.
_BEHIND = 9
_AHEAD = 24


def is_level_before(tokens: Tokens, number: Number, word: str, start: int) -> bool:
    """Whether a number behind "than" is the level of another time: "grew 4%, more than 3% in May".

    `start` is where the comparator starts and `word` its first word. Not "40 boats, more than 30 in
    Hull", nor "£40m, more than £50m of it in 2022", which is no less.
    """
    lowers = tokens.lowers
    at = start - 1
    while at > 0 and lowers[at] in _DEGREES:
        at -= 1
    if at < 2 or not _is_set_off(lowers, at) or not _is_of_time(tokens, number.stop):
        return False
    other = _value_before(tokens, at)
    own = _value(lowers[number.first + (lowers[number.first][-1] in "$£€¥₹")])
    if other is None or own is None:
        return False
    return other > own if word in _MORE else word in _LESS and other < own


def _is_set_off(lowers: list[str], at: int) -> bool:
    """Whether a comma stands before a comparison, or ", which was"."""
    return lowers[at] == "," or lowers[at - 1 : at + 1] == [",", "which"]


def _is_of_time(tokens: Tokens, stop: int) -> bool:
    """Whether a time that is over follows: "in the third quarter", "a year earlier", "in 2019"."""
    lowers = tokens.lowers
    for at in range(stop, min(len(lowers), stop + _BEHIND)):
        lower = lowers[at]
        if lower in (",", ";", ".", "of"):
            return False
        year = lower.isdigit() and len(lower) == 4 and lower[:2] in _YEARS
        if lower in _TIMES or (year and tokens.tags[at - 1] == "P"):
            return True
    return False


def _value_before(tokens: Tokens, at: int) -> float | None:
    """The figure nearest before a token, years apart."""
    for index in range(at - 1, max(-1, at - _AHEAD), -1):
        word = tokens.lowers[index]
        if tokens.tags[index] != "M" or (word.isdigit() and len(word) == 4 and word[:2] in _YEARS):
            continue
        value = _value(word)
        if value is not None:
            return value
    return None


def _value(word: str) -> float | None:
    digits = word.replace(",", "")
    return float(digits) if digits.replace(".", "", 1).isdigit() else None
