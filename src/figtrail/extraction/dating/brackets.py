"""Figures in brackets with a date of their own: "£98m (H1 2016: £77m)"."""

from __future__ import annotations

from figtrail.extraction.dating.lines import Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.spots import Spot
from figtrail.extraction.tokens import Tokens

# How far from a token its bracket may open or close.
_REACH = 24


def find_bracket(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The tokens of the brackets that a token stands in, None outside of any."""
    lowers = tokens.lowers
    for first in range(at, max(-1, at - _REACH), -1):
        if lowers[first] == ")" and first < at:
            return None
        if lowers[first] == "(":
            near = lowers[at : at + _REACH]
            return (first, at + near.index(")")) if ")" in near else None
    return None


def is_bracketed_off(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether brackets hold a mark and its figure, and keep them from a figure outside.

    "In Austria (4.7%) and in Greece (26.8% in March)", but "fell 4% (in May)".
    """
    bracket = find_bracket(line.tokens, mark.first)
    if bracket is None or bracket[0] < spot.first < bracket[1]:
        return False
    return any(bracket[0] < other.first < bracket[1] for other in line.spots)


def find_heading(line: Line, at: int) -> Mark | None:
    """The mark that opens the brackets of a figure and dates it: "34 a day in May (2023: 75)"."""
    first = line.spots[at].first
    for mark in line.marks:
        if mark.stop > first:
            return None
        opening = mark.first > 0 and line.tokens.lowers[mark.first - 1] == "("
        if opening and line.tokens.lowers[mark.stop : first] in _HEADING:
            return mark
    return None


# What may stand between a date and the figure that it heads.
_HEADING = ([":"], ["–"], ["-"], ["="], [","])


def is_converted(line: Line, at: int) -> bool:
    """Whether a figure says in brackets what the one before said: "€2.95bn ($3.45bn)"."""
    first = line.spots[at].first
    return at > 0 and line.tokens.lowers[first - 1] == "(" and first - line.spots[at - 1].stop < 4
