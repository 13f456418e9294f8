"""Sayings, whose numbers count nothing: "two's company", "a stitch in time saves nine"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from figtrail.extraction.lexicon import read_phrases
from figtrail.extraction.tokens import NUMBER_WORDS, Tokens

_OPEN = "sayings"
_CLOSED = "sayings without a noun"


class _Saying(NamedTuple):
    """A saying as the word list writes it; `closed` is whether no noun may follow.

    `needed` has the words of each of its places of which one must stand in the sentence.
    """

    phrase: str
    closed: bool
    needed: list[list[str]]


def find_sayings(tokens: Tokens) -> list[tuple[int, int]]:
    """The character bounds of the sayings of a sentence."""
    sayings = _index_sayings()
    spans: list[tuple[int, int]] = []
    vocabulary = tokens.vocabulary
    for word in sayings.keys() & vocabulary:
        for saying in sayings[word]:
            if any(map(vocabulary.isdisjoint, saying.needed)):
                continue
            for match in _compile(saying.phrase).finditer(tokens.text):
                if not (saying.closed and _goes_on(tokens, match.end())):
                    spans.append(match.span())
    return spans


def _goes_on(tokens: Tokens, end: int) -> bool:
    """Whether a noun, an adjective or what something is out of follows a character."""
    for at, start in enumerate(tokens.starts):
        if start >= end:
            return tokens.tags[at] in "NJM" or tokens.lowers[at] == "of"
    return False


@cache
def _index_sayings() -> dict[str, list[_Saying]]:
    """Word → the sayings that can't do without it."""
    index: dict[str, list[_Saying]] = {}
    for section in (_OPEN, _CLOSED):
        for phrase in read_phrases("idioms.txt", section):
            places = _list_places(phrase)
            needed = [words for words in places if all(map(str.isalnum, words))]
            for word in max(places, key=_rate):
                saying = _Saying(phrase, section == _CLOSED, needed)
                index.setdefault(word, []).append(saying)
    return index


def _list_places(phrase: str) -> list[list[str]]:
    """The words of each place in a phrase that it can't do without."""
    return [place.split("/") for place in phrase.split() if place[0] != "(" and place != "_"]


def _rate(words: list[str]) -> int:
    """How few sentences have one of these words: the longest are the rarest."""
    return min(map(_weight, words))


def _weight(word: str) -> int:
    """How rare a word is: by its length; numbers are in every sentence that is read."""
    if word in NUMBER_WORDS:
        return _SCALE if NUMBER_WORDS[word] == "scales" else 0
    return len(word) if word.isalnum() else 0


# How rare "million" and "dozen" are beside other words.
_SCALE = 4


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
_BETWEEN = r"[,;]?[\"”’']?[\s‐‑–-]*[\"“‘]?"


def _write(word: str) -> str:
    """The pattern of one word of a phrase."""
    return r"[\w’']+" if word == "_" else re.escape(word).replace("'", "['’]")
