"""Sayings, whose numbers count nothing: "two's company", "a stitch in time saves nine"."""

from __future__ import annotations

import re
from functools import cache

from figtrail.extraction.lexicon import read_phrases
from figtrail.extraction.tokens import NUMBER_WORDS, Tokens

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
