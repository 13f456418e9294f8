"""The year of the budget that a story is about, for what the budget does in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from figtrail.extraction.dating.carrying import Budget, Dating
from figtrail.extraction.dating.lines import COMING, TAKEN, Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.spots import Spot
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.periods import bound_days
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("dating_words.txt")
_GRANTING = frozenset(_WORDS["budgeting"]) | frozenset(_WORDS["granting"])
_TURNED = frozenset(("up", "down"))
_DIFFERING = frozenset(_WORDS["differing"])
_SPENDING = (("spending", "plan"), ("spending", "plans"), ("council", "tax"))
_YEAR_DAYS = 360
# A budget may be adopted some weeks into its year.
_LATE = timedelta(days=60)
# How far from the verb of a figure the verb that says what is done may stand: "would not go".
_REACH = 4


def open_budget(
    tokens: Tokens, marks: Sequence[Mark], budget: Budget | None, today: date | None
) -> Budget | None:
    """The year of the first budget that the story names, still ahead when it is told.

    "Adopted a $94 million budget for the fiscal year that begins July 1".
    """
    if budget is not None or today is None or not marks or not _names_budget(tokens.lowers):
        return budget
    for mark in marks:
        if mark.use in TAKEN and mark.mention.period is not None:
            first, last = bound_days(mark.mention.period)
            if (last - first).days > _YEAR_DAYS and today - first < _LATE:
                return Budget(mark.mention.period)
    return None


def _names_budget(lowers: Sequence[str]) -> bool:
    if "budget" in lowers:
        return True
    told = "spending" in lowers or "council" in lowers
    return told and any(pair in _SPENDING for pair in pairwise(lowers))


def pass_budget(budget: Budget | None, new_paragraph: bool) -> Budget | None:
    """The budget as it reaches the next sentence."""
    if budget is None or not new_paragraph:
        return budget
    return budget._replace(gap=budget.gap + 1)


def keep_budget(budget: Budget | None, datings: Sequence[Dating]) -> Budget | None:
    """The budget after a sentence whose figures may have been dated by it."""
    dated = budget is not None and any(dating.period == budget.year for dating in datings)
    return budget._replace(gap=0) if budget is not None and dated else budget


def take_budget(line: Line, at: int, budget: Budget | None) -> Dating | None:
    """The budget's year for a figure that says what is granted, paid or changed by it.

    "Schools get $41 million", "The sheriff will add nine deputies", "The fund is up 4%": as long
    as no paragraph told of something else.
    """
    if budget is None or budget.gap > 1:
        return None
    spot, lowers = line.spots[at], line.tokens.lowers
    if spot.norm or spot.fixed or spot.attribute or spot.quoted or spot.earlier or spot.verb < 0:
        return None
    if spot.tense not in COMING and spot.tense != "present" and not spot.budgeting:
        return None
    near = lowers[spot.verb : spot.verb + _REACH]
    granted = not _GRANTING.isdisjoint(near)
    changed = near[1:2] in (["up"], ["down"]) or _is_changed(lowers, spot.first, spot.stop)
    if not granted and not changed:
        return None
    return Dating(budget.year, None, "context")


def _is_changed(lowers: Sequence[str], first: int, stop: int) -> bool:
    """Whether a figure is by how much something is up: "is up 4%", "is 6% larger than"."""
    return lowers[first - 1] in _TURNED or not _DIFFERING.isdisjoint(lowers[stop : stop + 2])


def grants(line: Line, other: Spot, spot: Spot) -> bool:
    """Whether a budget just named does something: "a $9bn budget that restores $35 million"."""
    lowers = line.tokens.lowers
    if not spot.budgeting or lowers[spot.verb - 1] not in ("that", "which"):
        return False
    return _names_budget(lowers[other.stop : spot.verb])
