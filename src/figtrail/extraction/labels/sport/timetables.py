"""Times in tables of them: programmes, tides, sun and moon: "7.30 EastEnders", "0312 (6.4)"."""

from __future__ import annotations

from itertools import pairwise

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.memo import once_a_sentence
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_SPORT = read_sections("sport.txt")
_TIDES = frozenset(_SPORT["tides"])
_WATERS = (("high", "water"), ("low", "water"))
_LIGHTS, _RISING = frozenset(("sun", "moon")), frozenset(("rises", "sets"))
# What is on begins at such minutes.
_STEP = 5


@needs(_TIDES | _RISING | {"water"})
def is_tide(tokens: Tokens, number: Number) -> bool:
    """Whether a number is of a table of tides or of the sun: "Sun rises 6.12", "0312 (6.4)"."""
    if number.kind is not None or not number.first or not _is_of_tides(tokens):
        return False
    word, stop = tokens.words[number.core], number.stop
    counts = stop < len(tokens.words) and tokens.tags[stop] in "NJ"
    before = tokens.words[number.first - 1]
    if before == "(" and tokens.words[stop : stop + 1] == [")"]:
        return tokens.tags[number.first - 2] == "M"
    return not counts and is_clock_time(word)


@once_a_sentence
def _is_of_tides(tokens: Tokens) -> bool:
    """Whether a sentence tells when water is high, or the sun rises."""
    vocabulary, lowers = tokens.vocabulary, tokens.lowers
    if not _TIDES.isdisjoint(vocabulary):
        return True
    if any(pair in _WATERS for pair in pairwise(lowers)):
        return True
    return not _LIGHTS.isdisjoint(vocabulary) and not _RISING.isdisjoint(vocabulary)


@needs(("(",), (")",))
def is_high_water(tokens: Tokens, number: Number) -> bool:
    """Whether a number is when water is as high as brackets say: "1432 (7.0m)"."""
    word, words, stop = tokens.words[number.core], tokens.words, number.stop
    if len(word) != len("1432") or not is_clock_time(word) or words[stop : stop + 1] != ["("]:
        return False
    height = words[stop + 1 : stop + 4]
    return height[1:] == ["m", ")"] and "." in height[0]


def is_scheduled(tokens: Tokens, number: Number) -> bool:
    """Whether a number is when something begins that is named behind it: "7.30 EastEnders"."""
    return "." in tokens.words[number.core] and number.core in _find_schedule(tokens)


@once_a_sentence
def _find_schedule(tokens: Tokens) -> frozenset[int]:
    """The tokens of times before names, of which one opens the line or several stand in it."""
    words = tokens.words
    found = [at for at in range(len(words) - 1) if _begins(words[at], words[at + 1])]
    return frozenset(found if len(found) > 1 or found == [0] else ())


def _begins(word: str, name: str) -> bool:
    """Whether a word is a time on a round minute, and a name stands behind it."""
    timed = len(word) > len("7.3") and word[-3] == "." and name[0].isupper()
    return timed and is_clock_time(word) and int(word[-2:]) % _STEP == 0


def is_clock_time(word: str) -> bool:
    """Whether digits may be a time of day: "6.12", "0312"."""
    hour, dot, minute = word.partition(".")
    if not dot and len(word) == len("0312"):
        hour, minute = word[:2], word[2:]
    timed = hour.isdecimal() and minute.isdecimal() and len(minute) == 2
    return timed and int(hour) < 24 and int(minute) < 60
