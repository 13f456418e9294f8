"""The day of a vote, for how many voted and how."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from figtrail.extraction.dating.carrying import Dating, Thread
from figtrail.extraction.dating.events import is_participle
from figtrail.extraction.dating.lines import TAKEN, Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.periods import bound_days
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("dating_words.txt")
_ELECTORS = frozenset(_WORDS["electors"])
_OUTCOMES = frozenset(_WORDS["outcomes"])
_POLLED = frozenset(_WORDS["polled"])
_DAY = len("2024-01-01")
_FINITE = "VEv"


def open_ballot(
    tokens: Tokens, marks: Sequence[Mark], ballot: str | None, today: date | None
) -> str | None:
    """The day of the election that a story reports: "voters said yes Tuesday to a bond"."""
    if ballot is not None or today is None or not marks or _ELECTORS.isdisjoint(tokens.lowers):
        return ballot
    if not any(
        lower in _OUTCOMES and tag in _FINITE
        for lower, tag in zip(tokens.lowers, tokens.tags, strict=True)
    ):
        return None
    days = {mark.mention.period for mark in marks if _is_day(mark)}
    day = days.pop() if len(days) == 1 else None
    return day if day is not None and bound_days(day)[0] <= today else None


def _is_day(mark: Mark) -> bool:
    told = mark.use in ("dates", "reports") and mark.mention.role == "during"
    return told and len(mark.mention.period or "") == _DAY


def take_ballot(line: Line, at: int, thread: Thread | None) -> Dating | None:
    """The day of the election for votes, shares and turnout told further on.

    "The bond drew 1,914 yes votes", "Turnout was 41 percent".
    """
    if thread is None or thread.ballot is None or _POLLED.isdisjoint(line.tokens.lowers):
        return None
    spot = line.spots[at]
    if spot.tense != "past" or spot.quoted or spot.norm or spot.fixed or spot.earlier:
        return None
    if spot.attribute or is_participle(line.tokens, spot.verb):
        return None
    if any(mark.use in TAKEN for mark in line.marks):
        return None
    return Dating(thread.ballot, None, "context")


def find_division(line: Line, at: int) -> Mark | None:
    """The day on which members voted so: "backed it on Tuesday by 31 votes to 14"."""
    lowers, spot = line.tokens.lowers, line.spots[at]
    votes = lowers[spot.stop : spot.stop + 1] in (["votes"], ["vote"])
    if not (votes and lowers[spot.first - 1] == "by"):
        before = line.spots[at - 1] if at else None
        paired = before is not None and lowers[before.stop : spot.first] == ["votes", "to"]
        if not paired or before is None or lowers[before.first - 1] != "by":
            return None
    days = [mark for mark in line.marks if _is_day(mark) and mark.first < spot.first]
    return days[-1] if days else None
