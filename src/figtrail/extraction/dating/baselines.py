"""Times that only say which level, which law or which mark a figure is held against."""

from __future__ import annotations

from collections.abc import Sequence

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("dating_words.txt")
_BASELINES = frozenset(_WORDS["baselines"])
_LEVELS = _BASELINES | frozenset(_WORDS["yardsticks"])
_RECORDS = frozenset(("record", "high", "low", "best", "peak", "average", "norm"))
_LAWS = frozenset(_WORDS["laws"])
_TURNS = frozenset(_WORDS["turning"])
_CHANGES = frozenset(_WORDS["changes"])
_ALIKE = frozenset(("same", "similar", "identical", "comparable", "equal", "unchanged"))
_BESIDE = frozenset(("above", "below", "under", "over", "beneath", "beyond", "than"))
_FAR = (["short", "of"], ["shy", "of"], ["close", "to"], ["ahead", "of"], ["half", "of"])
_THEN = frozenset(("when", "where", "what", "before"))
_HELD_AGAINST = frozenset(("on", "than", "from", "against", "above", "below", "with"))
_OVER = frozenset(("over", "on", "from"))
_PLACED = frozenset(("in", "of", "from", "at", "for", "during", "on", "recorded", "seen", "set"))
_JOINTS = frozenset(("and", "to", "-", "–"))
_UNITS = frozenset(("%", "percent", "cent", "point", "points", "pp", "percentage", "per"))
# How many tokens back a comparison may begin.
_REACH = 9


def is_baseline(tokens: Tokens, first: int, stop: int, numbers: Sequence[int]) -> bool:
    """Whether a mention only dates what a figure is compared with.

    "The same share as in 2010", "8% above their level in 2019", "40% higher than when the survey
    began in 2012", "a 20% increase over 2019", "(down 0.1 from 2018-19)".
    """
    return (
        _is_alike(tokens, first)
        or _is_beside_level(tokens, first, numbers)
        or _is_than_when(tokens, first, numbers)
        or _is_base_of_change(tokens, first, stop, numbers)
    )


def names_level(tokens: Tokens, end: int, first: int, number: int) -> bool:
    """Whether a mention that ends at offset `end` says which level a figure behind it is.

    "July's inflation figure of 12.3%", "the 2019 total of 40", "raising May's gain to 40".
    """
    lowers, tags = tokens.lowers, tokens.tags
    stop = next(at for at in range(first, number + 1) if tokens.ends[at] >= end) + 1
    owned = tokens.text[end : end + 2] in ("'s", "’s")
    if stop >= number:
        return owned and stop == number
    if owned and set(tags[stop:number]) <= set("JE"):
        # "May's revised 4.1%", "last year's bumper 12m".
        return True
    if _names_amount(tokens, first, stop, number):
        return True
    if lowers[number - 1] not in ("of", "to") or not set(tags[stop : number - 1]) <= set("NJEDv"):
        return False
    if owned:
        return True
    attributive = tags[first] == "D" or (tags[first] != "P" and tags[max(0, first - 1)] == "D")
    named = attributive and lowers[number - 1] == "of"
    if named and lowers[first - 1 - (tags[first] != "D")] in _HELD_AGAINST:
        # "A rise on the 2015 vote of £5m".
        return True
    named = named and lowers[number - 2] in _LEVELS
    # "Its October record" is that of every October.
    return named and (lowers[number - 2] not in _RECORDS or tokens.tags[stop - 1] == "M")


def _names_amount(tokens: Tokens, first: int, stop: int, number: int) -> bool:
    """Whether a mention stands between a noun and its amount: "a surplus in 2025 of £5m"."""
    lowers = tokens.lowers
    if not first or stop != number - 1 or lowers[stop] != "of" or tokens.tags[first - 1] != "N":
        return False
    return lowers[first] not in _HELD_AGAINST | _OVER


def is_law(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a mention is part of a law's name: "the 2016 Trade Union Act", "by 2016 laws"."""
    lowers, words = tokens.lowers, tokens.words
    if lowers[max(0, first - 1) : first] == [","] and words[first - 2].lower() in _LAWS:
        # "The Petroleum Act, 2021".
        return words[first - 2][0].isupper() and stop == first + 1
    if lowers[max(0, first - 1) : first] == ["passed"] and lowers[max(0, first - 2)] in _LAWS:
        return True
    if tokens.tags[first] == "P" and lowers[first] not in ("by", "under"):
        return False
    at = stop
    while at < min(len(words) - 1, stop + 6) and words[at][0].isupper() and not _is_law(tokens, at):
        at += 1
    if at >= len(words) or not _is_law(tokens, at):
        return False
    return words[at][0].isupper() or tokens.tags[max(0, first - 1)] in "DP" or stop - first > 1


def _is_law(tokens: Tokens, at: int) -> bool:
    return tokens.lowers[at] in _LAWS


def _is_alike(tokens: Tokens, first: int) -> bool:
    """Whether a level is said to be as it was then: "the same as in 2010", "similar to 2019"."""
    lowers = tokens.lowers
    at = first if lowers[first] in _PLACED else first - 1
    near = range(at, max(-1, at - 4), -1)
    joint = next((index for index in near if lowers[index] in ("as", "to")), -1)
    if joint < 1:
        return False
    for index in range(joint - 1, max(-1, joint - 5), -1):
        if lowers[index] in _ALIKE:
            return lowers[joint] == "as" or lowers[index] not in ("same", "unchanged")
        if tokens.tags[index] not in "NJ":
            return False
    return False


def _is_beside_level(tokens: Tokens, first: int, numbers: Sequence[int]) -> bool:
    """Whether a level that isn't stated lies behind "above": "3% below their peak in August"."""
    lowers, tags = tokens.lowers, tokens.tags
    at = first - 1
    while at > 0 and lowers[at] in _PLACED:
        at -= 1
    level = at
    while at > 0 and first - at < _REACH and tags[at] in "NJEO":
        at -= 1
    if tags[at] == "D":
        at -= 1
    if at + 2 > level or tags[at + 1] not in "DO":
        return False
    named = _BASELINES.isdisjoint(lowers[max(at + 1, level - 1) : level + 1])
    # "4% above its forerunner of 2014": which of them.
    of = first + (lowers[first] == "of")
    named = named and not (lowers[of - 1] == "of" and tags[of] == "M")
    if at < 1 or named or any(at < number < first for number in numbers):
        return False
    return lowers[at] in _BESIDE or lowers[at - 1 : at + 1] in _FAR


def _is_than_when(tokens: Tokens, first: int, numbers: Sequence[int]) -> bool:
    """Whether a clause says when it was otherwise: "higher than when it opened in 2012"."""
    lowers = tokens.lowers
    for at in range(first - 1, max(0, first - _REACH), -1):
        if at in numbers or lowers[at] in (",", ";", "and"):
            return False
        if lowers[at] in _THEN:
            back = lowers[at] == "where" and lowers[at - 1] in ("to", "of", "from", "at")
            return lowers[at - 1] in _BESIDE or lowers[at - 1] == "as" or back
    return False


def _is_base_of_change(tokens: Tokens, first: int, stop: int, numbers: Sequence[int]) -> bool:
    """Whether a change is counted from a mention: "a 20% increase over 2019", "down 1 from 2018".

    What goes on over a stretch doesn't: "a 20% increase over the summer".
    """
    lowers = tokens.lowers
    at = first if lowers[first] in _OVER else first - 1
    if at < 2 or lowers[at] not in _OVER or lowers[at + 1] in ("the", "a", "an", "these"):
        return False
    if lowers[at] == "over" and not _JOINTS.isdisjoint(lowers[at + 1 : stop]):
        return False
    near = range(max(0, at - 5), at)
    numbered = [number for number in near if number in numbers]
    if not numbered:
        return False
    nouns = lowers[at - 1] in _CHANGES and (tokens.tags[at - 2] in "JM" or lowers[at - 2] in _UNITS)
    led = _CHANGES.intersection(lowers[max(0, numbered[-1] - 2) : numbered[-1]])
    counted = set(lowers[numbered[-1] + 1 : at]) <= _UNITS
    if lowers[at] == "over":
        return nouns or (bool(led) and lowers[numbered[-1] - 1] == "of" and counted)
    return nouns or (counted and lowers[numbered[-1] - 1] in _TURNS and lowers[at] == "from")
