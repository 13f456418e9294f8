"""Numbers of puzzles, their clues and the letters of answers: "1 Across", "Old boat (3,4)"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.memo import once_a_sentence
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_SPORT = read_sections("sport.txt")
_PUZZLES = frozenset(_SPORT["puzzles"])
_PUZZLED = _PUZZLES | frozenset(_SPORT["clues"])
# Words have so many letters at most, and puzzles so many clues.
_LETTERS, _CLUES = 20, 60
# Behind "crossword" a lower number may be of a clue, or of how many there are.
_LOWEST = 100


@needs(("across", "down"))
def is_clue(tokens: Tokens, number: Number) -> bool:
    """Whether a number is of a clue: "1 Across", "12 down", not "rallied from 17 down"."""
    lowers, stop = tokens.lowers, number.stop
    if lowers[stop : stop + 1] not in (["across"], ["down"]) or number.kind is not None:
        return False
    if not _PUZZLED.isdisjoint(tokens.vocabulary):
        return number.first == 0 or tokens.tags[number.first - 1] in ".CPVvAE"
    ends = lowers[stop + 1 : stop + 2] in ([], [":"], ["."], [","], ["("], ["and"])
    titled = number.first == 0 or tokens.words[stop][0].isupper()
    return ends and (titled or lowers[stop] == "across" or "across" in tokens.vocabulary)


@needs(_PUZZLES)
def is_puzzle(tokens: Tokens, number: Number) -> bool:
    """Whether a number is a puzzle's, however high: "Crossword No 12,345"."""
    first = number.first
    if first and tokens.lowers[first - 1] in _PUZZLES and number.value >= _LOWEST:
        return number.stop >= len(tokens.words) or tokens.tags[number.stop] in ".M"
    at = first - 1 - (tokens.words[first - 1 : first] == ["."])
    numbered = at > 0 and tokens.lowers[at] in ("no", "no.", "number", "#")
    return numbered and tokens.lowers[at - 1] in _PUZZLES


@needs(("(",), (")",))
def is_enumeration(tokens: Tokens, number: Number) -> bool:
    """Whether a number is of a clue or of the letters of its answer: "8 Old boat (3,4)"."""
    return number.core in _find_enumerations(tokens)


@once_a_sentence
def _find_enumerations(tokens: Tokens) -> frozenset[int]:
    """The tokens of clues' numbers and of their answers' letters, in a line of clues alone."""
    words, found, at = tokens.words, set[int](), 0
    if words[0][0].isupper() and words[0].lower() in ("across", "down"):
        at = 1
    while at < len(words) and words[at] in ":.":
        at += 1
    while at < len(words):
        clue = at
        numbered = words[at].isdecimal() and int(words[at]) <= _CLUES
        at += 1 + (words[at + 1 : at + 2] == ["."])
        if not numbered or at >= len(words) or not words[at][0].isupper():
            return frozenset()
        while at < len(words) and words[at] != "(":
            at += 1
        letters = _read_letters(words, at)
        if not letters:
            return frozenset()
        found.update((clue, *letters))
        at = letters[-1] + 2
        while at < len(words) and words[at] in ".;,":
            at += 1
    return frozenset(found)


def _read_letters(words: list[str], opening: int) -> list[int]:
    """The tokens that say how many letters the words of an answer have: "(3,4)", "(2-4)"."""
    letters: list[int] = []
    at = opening + 1
    while at < len(words) and words[at].isdecimal() and int(words[at]) <= _LETTERS:
        letters.append(at)
        if words[at + 1 : at + 2] == [")"]:
            return letters
        if words[at + 1 : at + 2] not in ([","], ["-"], ["–"]):
            return []
        at += 2
    return []
