"""What only looks like a bound, or is turned round: levels that are compared, reached or denied."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_words
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

_WORDS = read_words("bound_words.txt")
_TIMES = _WORDS["times"]
_DEGREES = _WORDS["degrees"]
_MORE = _WORDS["greater"]
_LESS = _WORDS["lesser"]
_YEARS = frozenset(("19", "20"))
_NOBODY = frozenset(("nobody", "none", "neither"))
_REACHED = frozenset(("reached", "hit", "recorded", "saw", "touched"))
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
    if at > 1 and lowers[at] in ("%", "percent", "cent") and tokens.tags[number.stop - 1] == "M":
        return _is_of_time(tokens, number.stop)
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


def is_risen(tokens: Tokens, number: Number) -> bool:
    """Whether "up to" a number tells a rise from another: "up to 32% from 27%".

    Not "up to 12% from 27 funds", nor "up to £500 from Monday".
    """
    lowers = tokens.lowers
    at = number.stop + (lowers[number.stop : number.stop + 1] == [","])
    if lowers[at : at + 1] != ["from"] or at + 1 >= len(lowers):
        return False
    if lowers[at + 1][-1] in "$£€¥₹":
        return number.currency is not None
    if tokens.tags[at + 1] != "M":
        return False
    if number.kind == "percentage":
        return lowers[at + 2 : at + 3] in (["%"], ["per"], ["percent"])
    return tokens.tags[at + 2 : at + 3] not in (["N"], ["J"])


def is_passed(tokens: Tokens, at: int) -> bool:
    """Whether a participle compares a figure told before: "57%, exceeding the 55% mark"."""
    if tokens.tags[at] != "G" or tokens.lowers[at - 1 : at] != [","]:
        return False
    return "M" in tokens.tags[max(0, at - _AHEAD) : at]


def is_done_by_none(tokens: Tokens, start: int) -> bool:
    """Whether nobody does what is bounded: "no patient waiting longer than", "nobody paid over".

    `start` is the token of the comparator. Its verb stands right before it, and nothing between
    the verb's subject and that "no".
    """
    tags, lowers = tokens.tags, tokens.lowers
    at = start
    while at > 0 and tags[at - 1] in "VvEGAB":
        at -= 1
    if at == start or lowers[at] in _WORDS["believing"]:
        return False
    while at > 0 and start - at < 8 and tags[at - 1] in "NJ":
        at -= 1
        if lowers[at] in ("other", "else"):
            return False  # "No other team has scored more than 40"
    before = lowers[at - 1] if at else ""
    whole = at
    while whole > 2 and (tags[whole - 1] in "MD" or lowers[whole - 1] == "whom"):
        whole -= 1
    if whole > 1 and lowers[whole - 1] == "of":
        # "None of the six candidates (gets more than)", "candidates, none of whom".
        return lowers[whole - 2] in _NOBODY
    if before == "one":
        return lowers[at - 2 : at - 1] == ["no"]
    return before == "no" or before in _NOBODY or lowers[at] in _NOBODY


def is_reached(tokens: Tokens, start: int) -> bool:
    """Whether a maximum was reached and is no limit: "hit a monthly maximum of 97 billion"."""
    at = start + (tokens.lowers[start] == "a") - 1
    while at > 0 and (tokens.tags[at] in "DJN" or tokens.lowers[at] == "all-time"):
        at -= 1
    return tokens.lowers[at] in _REACHED


def is_held_against(tokens: Tokens, start: int) -> bool:
    """Whether what stands before a limit lies below or above it: "23%, just under the cap of 25%".

    The limit starts at token `start`, its article and adjectives may stand before.
    """
    at = start - 1
    while at > 0 and tokens.tags[at] in "DNJ":
        at -= 1
    return at >= 0 and start - at <= _APART and tokens.lowers[at] in _AGAINST


CEILINGS = frozenset(("cap", "limit", "ceiling", "maximum"))
_AGAINST = frozenset("above below under over beyond exceeding exceeds exceeded than".split())
# How many tokens before a limit what is held against it may end.
_APART = 4
