"""Infinitives that say what a plan is for, and relative clauses: whose dates are their own."""

from __future__ import annotations

from figtrail.extraction.dating.lines import COMING, Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.spots import Spot
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("dating_words.txt")
_PLANS = frozenset(_WORDS["plans"])
# So many tokens may stand between a plan and what it is for.
_REACH = 16
_RESTRICTING = frozenset(("who", "whom", "whose", "which", "where"))


def find_purpose(tokens: Tokens, at: int) -> int:
    """The token of a plan whose purpose a token stands in, -1 without: "a drive to treat 40"."""
    lowers, tags = tokens.lowers, tokens.tags
    for to in range(at - 1, max(0, at - _REACH), -1):
        if lowers[to] == "to" and lowers[to - 1] in _PLANS and tags[to + 1] in "vNV":
            # "One in nine plan to emigrate" has a verb.
            led = tags[to - 2] in "DJGEOM." or any(
                tags[at] == "D" and lowers[at - 1] != "of" for at in range(max(1, to - 6), to - 1)
            )
            return to - 1 if led else -1
        if lowers[to] in (",", ";") or tags[to] in "AR":
            return -1
    return -1


def is_of_purpose(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a mark behind a figure is that of a purpose: "bought 4 in a plan to grow by 2030"."""
    return find_purpose(line.tokens, mark.first) > spot.stop


def is_purpose_of(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a figure says what was only to be done: "met on Monday in a drive to treat 40"."""
    plan = find_purpose(line.tokens, spot.first)
    return plan >= mark.stop and line.tense(mark) not in COMING


def is_in_relative(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a mark is in a clause that says which of another figure: "£4m for the 900 who fled".

    So "£4m for the 900 people who fled in May", but the 900 themselves are of May.
    """
    lowers, tags = line.tokens.lowers, line.tokens.tags
    for at in range(mark.first - 1, spot.stop, -1):
        if lowers[at] in _RESTRICTING and tags[at - 1] == "N":
            if lowers[spot.stop : spot.stop + 1] == ["of"]:
                # "Half of the 900 who came in May".
                return False
            between = (other for other in line.spots if spot.stop <= other.first < at)
            return any(lowers[other.first - 1] != "(" for other in between)
        if lowers[at] in (",", ";"):
            return False
    return False
