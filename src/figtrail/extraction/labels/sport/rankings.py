"""Lists in order: "1. Verstap (NED) 1:32:03.9; 2. Noor (GBR) +3.2"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.memo import once_a_sentence
from figtrail.extraction.nouns import PARTIES
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_SPORT = read_sections("sport.txt")
_OF_RANKINGS = frozenset(_SPORT["rankings"]) | {"fav", "evens"}
_COMPETITORS = frozenset(_SPORT["competitors"])
_PARTY_MARKS = frozenset(_SPORT["party marks"])
_BEFORE_RANK = frozenset(",;:.)=–—")
_BEHIND_RANK = frozenset(".,)")


@once_a_sentence
def _find_ranks(tokens: Tokens) -> frozenset[int]:
    """The tokens that number the entries of a list from one on, at least two."""
    words = tokens.words
    ranks: list[int] = []
    for at, word in enumerate(words):
        if word != str(len(ranks) + 1):
            continue
        dotted = len(ranks) > 0 and words[at + 1 : at + 2] == ["."]
        if at and words[at - 1] not in _BEFORE_RANK and not dotted:
            continue
        name = at + 1 + (words[at + 1 : at + 2] != [] and words[at + 1] in _BEHIND_RANK)
        named = name < len(words) and words[name][0].isupper() and words[name] not in PARTIES
        if named:
            ranks.append(at)
    return frozenset(ranks if len(ranks) > 1 else ())


@needs(("1",), ("2",))
def is_rank(tokens: Tokens, number: Number) -> bool:
    """Whether a number only tells the place in a list: "1 Leeds, 2 York"."""
    return number.core in _find_ranks(tokens)


def _is_entry(tokens: Tokens) -> bool:
    """Whether a line is of one who was placed: "3. C Lecl (Ferrari) +25.4", "2 Ash (GBR) 22.40"."""
    words = tokens.words
    name = 2 if words[1:2] == ["."] else 1
    if not words[0].isdecimal() or len(words[0]) > 2 or len(words) < name + 3:
        return False
    if not words[name][0].isupper() or words[-1] == ")" or "(" not in words:
        return False
    code = words[words.index("(") + 1]
    initial = len(words[name]) == 1 and words[name + 1][0].isupper()
    return initial or (len(code) == len("GBR") and code.isupper())


def is_ranking(tokens: Tokens) -> bool:
    """Whether a line of names and numbers lists who came first, and how far behind the others."""
    if not _PARTY_MARKS.isdisjoint(tokens.vocabulary):
        return False
    if _is_entry(tokens):
        return True
    if "1" not in tokens.vocabulary:
        return False
    several = len(_find_ranks(tokens)) > 1
    if not several and ":" not in tokens.vocabulary:
        return False
    if several and not _OF_RANKINGS.isdisjoint(tokens.vocabulary):
        return True
    words = tokens.words
    if not several and _opens_with_first(words):
        return True
    return any(
        words[at - 1] == "("
        and words[at + 1] == ")"
        and (words[at].isalpha() and (words[at][0].isupper() or words[at] in _COMPETITORS))
        for at in range(1, len(words) - 1)
    )


def _opens_with_first(words: list[str]) -> bool:
    """Whether an event has its first alone, with an initial: "Javelin: 1. K. Arusei 80.14m"."""
    at = words.index(":") + 1
    initial = words[at + 2 : at + 3] if words[at + 1 : at + 2] == ["."] else words[at + 1 : at + 2]
    return words[at : at + 1] == ["1"] and len("".join(initial)) == 1 and initial[0].isupper()
