"""Lines that sports pages print, of names and numbers alone: line-ups, scorecards, results.

Such a line has no word of a sentence. What it is of shows in how it begins or is built.
"""

from __future__ import annotations

from figtrail.extraction.labels.sport.lineups import is_lineup, opens_list
from figtrail.extraction.labels.sport.rankings import is_ranking
from figtrail.extraction.labels.sport.results import is_result
from figtrail.extraction.labels.sport.scorecards import is_scorecard
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.memo import once_a_sentence
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

_SPORT = read_sections("sport.txt")
_BESIDE_NAMES = frozenset(
    word
    for section in (
        "particles",
        "notation",
        "openings",
        "titles",
        "naming openings",
        "numbering openings",
    )
    for word in _SPORT[section]
)
# No name in a list has them, even with a capital.
_JOINING = frozenset(_SPORT["joining"])
_CROWDS = frozenset(("att", "attendance", "crowd"))
# How many came, in American box scores: "A—9,314".
_ATTENDANCES = tuple(["a", mark] for mark in "—–:")
_KINDS = (opens_list, is_lineup, is_scorecard, is_ranking, is_result)


@once_a_sentence
def is_listing(tokens: Tokens) -> bool:
    """Whether a line lists players, strokes, runs or results: "Subs: 12 Jones, 15 Smith."."""
    return _holds_names_alone(tokens) and any(tells(tokens) for tells in _KINDS)


def _holds_names_alone(tokens: Tokens) -> bool:
    """Whether a line has only names, numbers, marks and the notation of lists."""
    for word, lower in zip(tokens.words, tokens.lowers, strict=True):
        if word[0].isupper():
            if lower in _JOINING:
                return False
        elif word[0].isalpha() and lower not in _BESIDE_NAMES:
            return False
    return True


def is_listed(tokens: Tokens, number: Number) -> bool:
    """Whether a number of such a line is no figure: prizes, shares and the crowd are."""
    before = tokens.lowers[max(0, number.first - 2) : number.first]
    # A word of money behind a number is somebody's name: "7 Rand".
    paid = number.currency is not None and number.first < number.core
    capped = tokens.lowers[number.stop : number.stop + 1] == ["caps"]
    if paid or capped or number.kind == "percentage" or before in _ATTENDANCES:
        return False
    # No strokes, minutes or ranks run into thousands.
    return "," not in tokens.words[number.core] and _CROWDS.isdisjoint(before)
