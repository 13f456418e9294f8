"""Numbers that a lottery draws: "winning numbers: 3, 12", "Bonus ball: 17"."""

from __future__ import annotations

from itertools import pairwise

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.memo import once_a_sentence
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_SPORT = read_sections("sport.txt")
_LOTTERIES = frozenset(_SPORT["lotteries"])
_DRAWING = frozenset(_SPORT["drawing"])
_BALLS = frozenset(_SPORT["drawn balls"])
_LINKS = frozenset(
    (":", "was", "were", "is", "are", "number", "numbers", "the", ",", "and", "–", "-")
)
# The highest ball, and how many of them are drawn at least.
_HIGHEST, _DRAWN = 99, 3
# So many in rising order are drawn, where a word of drawing stands that other things have too.
_RISING = 5


@needs(_LOTTERIES | _DRAWING)
def is_drawn(tokens: Tokens, number: Number) -> bool:
    """Whether a number was drawn: "the winning numbers were 3, 12, 24", "Bonus ball: 17"."""
    if number.kind is not None or not 0 < number.value <= _HIGHEST or number.form != "digits":
        return False
    if number.core in _find_draw(tokens):
        return True
    at = number.first - 1
    while at > 0 and (tokens.lowers[at] in _LINKS or tokens.tags[at] == "M"):
        at -= 1
    ball = at >= 0 and tokens.lowers[at] in _BALLS
    return ball and _is_of_lottery(tokens) and _is_drawn_alone(tokens, number)


@once_a_sentence
def _is_of_lottery(tokens: Tokens) -> bool:
    """Whether a draw is spoken of: by its name, or by two words of it that others have as well."""
    vocabulary = tokens.vocabulary
    return not _LOTTERIES.isdisjoint(vocabulary) or len(_DRAWING & vocabulary) > 1


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
            named = len(row) >= _DRAWN and _is_of_lottery(tokens)
            if not counts and (named or _is_rising(tokens, row)):
                drawn.update(row)
            row = []
    return frozenset(drawn)


def _is_rising(tokens: Tokens, row: list[int]) -> bool:
    """Whether numbers stand in the order in which draws are printed, and are as many."""
    values = [int(tokens.words[at]) for at in row]
    return len(values) >= _RISING and all(low < high for low, high in pairwise(values))
