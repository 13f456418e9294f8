"""Numbers drawn, and those of puzzles: "winning numbers: 3, 12", "1 Across", "(3,4)"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.memo import once_a_sentence
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_SPORT = read_sections("sport.txt")
_LOTTERIES = frozenset(_SPORT["lotteries"])
_BALLS = frozenset(_SPORT["drawn balls"])
_PUZZLES = frozenset(_SPORT["puzzles"])
# The highest ball, and how many of them are drawn at least.
_HIGHEST, _DRAWN = 99, 3
# Words have so many letters at most, and puzzles so many clues.
_LETTERS, _CLUES = 20, 60


@needs(_LOTTERIES)
def is_drawn(tokens: Tokens, number: Number) -> bool:
    """Whether a number was drawn: "the winning numbers were 3, 12, 24", "Bonus ball: 17"."""
    if number.kind is not None or not 0 < number.value <= _HIGHEST or number.form != "digits":
        return False
    if number.core in _find_draw(tokens):
        return True
    at = number.first - 1
    while at > 0 and (tokens.lowers[at] in _LINKS or tokens.tags[at] == "M"):
        at -= 1
    return at >= 0 and tokens.lowers[at] in _BALLS and _is_drawn_alone(tokens, number)


_LINKS = frozenset((":", "was", "were", "is", "number", "numbers", "the", ",", "and", "–", "-"))


def _is_drawn_alone(tokens: Tokens, number: Number) -> bool:
    """Whether a number counts nothing: "Powerball: 12", not "Powerball 12 winners"."""
    stop = number.stop
    return stop >= len(tokens.words) or tokens.tags[stop] not in "NJ"


@once_a_sentence
def _find_draw(tokens: Tokens) -> frozenset[int]:
    """The tokens of numbers that stand in a row of at least three, with only marks between."""
    drawn: set[int] = set()
    row: list[int] = []
    for at, tag in enumerate((*tokens.tags, "")):
        if tag == "M" and tokens.words[at].isdecimal() and len(tokens.words[at]) <= 2:
            row.append(at)
        elif tag == "" or tokens.lowers[at] not in (",", "and", "-", "–", ";", "&"):
            counts = tag in ("N", "J") and tokens.tags[at - 1] == "M"
            if len(row) >= _DRAWN and not counts:
                drawn.update(row)
            row = []
    return frozenset(drawn)


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


_PUZZLED = _PUZZLES | {"clue", "clues", "cruciverbalist", "cruciverbalists", "anagram"}


@needs(_PUZZLES)
def is_puzzle(tokens: Tokens, number: Number) -> bool:
    """Whether a number is a puzzle's, however high: "Crossword No 12,345"."""
    first = number.first
    if first and tokens.lowers[first - 1] in _PUZZLES and number.value > _HIGHEST:
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
