"""Sayings and rhetoric whose numbers count nothing: "two's company", "one in a million"."""

from __future__ import annotations

import re
from functools import cache

from figtrail.extraction.lexicon import read_phrases, read_sections
from figtrail.extraction.nouns import is_people, is_plural
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import NUMBER_WORDS, Tokens

_WORDS = read_sections("idioms.txt")
_OF_A_MILLION = frozenset(_WORDS["of a million"])
_ODDS = frozenset(_WORDS["of odds"])
_WHOLLY = frozenset(_WORDS["wholly"])
_AGREEING = frozenset(_WORDS["agreeing"])
_GIVING = frozenset(_WORDS["giving"])
_MARKS = frozenset("'‘’“”\"")
_OPEN = "sayings"
_CLOSED = "sayings without a noun"


def find_sayings(tokens: Tokens) -> list[tuple[int, int]]:
    """The character bounds of the sayings of a sentence."""
    sayings = _index_sayings()
    spans: list[tuple[int, int]] = []
    for word in sayings.keys() & tokens.vocabulary:
        for phrase, closed in sayings[word]:
            for match in _compile(phrase).finditer(tokens.text):
                if not (closed and _goes_on(tokens, match.end())):
                    spans.append(match.span())
    return spans


def _goes_on(tokens: Tokens, end: int) -> bool:
    """Whether a noun, an adjective or what something is out of follows a character."""
    for at, start in enumerate(tokens.starts):
        if start >= end:
            return tokens.tags[at] in "NJM" or tokens.lowers[at] == "of"
    return False


@cache
def _index_sayings() -> dict[str, list[tuple[str, bool]]]:
    """Word → the sayings that can't do without it, each with whether no noun may follow."""
    index: dict[str, list[tuple[str, bool]]] = {}
    for section in (_OPEN, _CLOSED):
        for phrase in read_phrases("idioms.txt", section):
            for word in _rarest(phrase):
                index.setdefault(word, []).append((phrase, section == _CLOSED))
    return index


def _rarest(phrase: str) -> list[str]:
    """The words of the place in a phrase that fewest sentences have one of: the longest."""
    places = [place.split("/") for place in phrase.split() if place[0] != "(" and place != "_"]
    return max(places, key=lambda words: min(map(_weight, words)))


def _weight(word: str) -> int:
    """How rare a word is: by its length, and a number least, since every sentence read has one."""
    plain = word.isalpha() and word not in NUMBER_WORDS
    return len(word) if plain else 0


@cache
def _compile(phrase: str) -> re.Pattern[str]:
    """The pattern of a phrase as the word list writes it."""
    pattern = r"(?<![\w.,])"
    for place in phrase.split():
        words = place.strip("()").split("/")
        ends = "" if place in _SIGNS else r"(?!\w)"
        pattern += f"(?:(?:{'|'.join(map(_write, words))}){ends}{_BETWEEN})"
        pattern += "?" if place[0] == "(" else ""
    return re.compile(pattern, re.IGNORECASE)


_SIGNS = ("$", "£")
_BETWEEN = r"[,;]?[\s‐‑–-]*"


def _write(word: str) -> str:
    """The pattern of one word of a phrase."""
    return r"[\w’']+" if word == "_" else re.escape(word).replace("'", "['’]")


def is_rhetoric(tokens: Tokens, number: Number) -> bool:
    """Whether a share or a percentage only tells how firmly or how often: "100 per cent sure"."""
    if number.kind == "percentage":
        return number.value >= _FIRMEST and _is_firm(tokens, number)
    if number.form != "proportion" or number.out_of is None:
        return _is_bet(tokens, number)
    if not _ODDS.isdisjoint(tokens.vocabulary):
        return False
    if number.rule != "ratio" and number.kind is None and number.out_of - number.value == 1:
        times = tokens.lowers[number.first + 1 : number.first + 2] == ["times"]
        return (times and number.out_of in _MOSTLY) or _is_rare(tokens, number)
    return _is_rare(tokens, number)


# From so many per cent on nobody means a part.
_FIRMEST = 99
# What "nine times out of ten" is told of.
_MOSTLY = (10, 100)
# What is "one in" so many is praised.
_RARE = (1000, 1_000_000)


def _is_firm(tokens: Tokens, number: Number) -> bool:
    """Whether a whole tells how firmly somebody holds: "100 per cent behind him", "gave 110%"."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    if lowers[stop : stop + 1] != [] and lowers[stop] in _WHOLLY:
        return True
    closed = stop >= len(lowers) or (tokens.tags[stop] in ".CR" or lowers[stop] in _EVERY)
    if not closed:
        return False
    if lowers[first - 1 : first] != [] and lowers[first - 1] in _GIVING and number.value >= 100:
        return True
    return not _AGREEING.isdisjoint(lowers[max(0, first - _OBJECT) : first])


_EVERY = frozenset(("every", "each", "in", "for", "on", "to", "with", "today"))
# A verb and its object: "support the manager 100 per cent".
_OBJECT = 4


def _is_rare(tokens: Tokens, number: Number) -> bool:
    """Whether odds praise somebody or something: "a one in a million find", "she's one in a ..."."""
    if number.value != 1 or number.out_of not in _RARE:
        return False
    lowers, first, stop = tokens.lowers, number.first, number.stop
    before = lowers[first - 1] if first else ""
    if before in _QUOTES:
        return lowers[stop : stop + 1] in _CLOSING_QUOTES
    if before in ("a", "an", "this", "that", "the", "his", "her", "my", "our", "another"):
        return lowers[stop : stop + 1] != [] and lowers[stop] in _OF_A_MILLION
    closed = stop >= len(lowers) or tokens.tags[stop] in ".C"
    return closed and (before.endswith(_BEING) or before in _BEEN)


_QUOTES = frozenset("'‘“\"")
_CLOSING_QUOTES = [["'"], ["’"], ["”"], ['"'], [","], ["."], ["!"]]
_BEING = ("'s", "’s", "'re", "’re", "'m", "’m")
_BEEN = frozenset("is was are were be truly really".split())


def _is_bet(tokens: Tokens, number: Number) -> bool:
    """Whether a number bets on what follows: "ten to one he'll be late"."""
    lowers, stop = tokens.lowers, number.stop
    if number.kind is not None or lowers[stop : stop + 2] != ["to", "one"]:
        return False
    if number.value not in _MOSTLY:
        return False
    following = "".join(lowers[stop + 2 : stop + 3]).replace("’", "'").partition("'")[0]
    return following in _SUBJECTS


_SUBJECTS = frozenset("i you he she it we they that there".split())


@needs(("+", "plus", "="))
def is_sum(tokens: Tokens, number: Number) -> bool:
    """Whether a number stands in a sum of figures of speech: "How will they do 1 + 1?"."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    if number.value > _SUMMED or number.kind is not None or number.form not in ("digits", "words"):
        return False
    if lowers[first - 1 : first] == ["="] and first > 2:
        return lowers[first - 3] in _PLUS and tokens.tags[first - 2] == "M"
    ahead = lowers[stop : stop + 1] in _PLUSES and lowers[stop + 1 : stop + 2] == [lowers[first]]
    behind = first > 1 and lowers[first - 1] in _PLUS and lowers[first - 2] == lowers[first]
    end = stop + 2 if ahead else stop
    closed = end >= len(lowers) or tokens.tags[end] in ".VvARP"
    return (ahead or behind) and closed


# Sums that are spoken of are of small numbers.
_SUMMED = 12
_PLUS = ("+", "plus")
_PLUSES = [[sign] for sign in _PLUS]


@needs(_MARKS)
def is_nickname(tokens: Tokens, number: Number) -> bool:
    """Whether quotation marks hold a number and a noun in the singular: 'a "420 budget"'."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    if not first or lowers[first - 1] not in _MARKS or number.value < 2 or number.kind is not None:
        return False
    if stop + 1 >= len(lowers) or tokens.tags[stop] not in "NJ":
        return False
    named = lowers[stop + 1] in _MARKS and not is_plural(lowers[stop]) and lowers[stop].isalpha()
    tight = tokens.starts[first] == tokens.ends[first - 1]
    tight = tight and tokens.starts[stop + 1] == tokens.ends[stop]
    return named and tight and not is_people(lowers[stop])  # not “400 staff”
