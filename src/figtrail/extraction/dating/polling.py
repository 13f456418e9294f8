"""Figures that are answers to the poll that a text goes on about, or comes back to."""

from __future__ import annotations

from itertools import pairwise

from figtrail.extraction.dating.carrying import Thread
from figtrail.extraction.dating.lines import COMING, TAKEN, Line
from figtrail.extraction.dating.surveys import opens_answer
from figtrail.extraction.lexicon import read_sections

_WORDS = read_sections("dating_words.txt")
_FORMER = frozenset(("previous", "last", "earlier", "separate", "another"))
_SURVEYS = frozenset(_WORDS["surveys"])
# What comes back to a survey: not "polls" at large.
_RESUMING = _SURVEYS - {"polls", "surveys", "margin", "sampled"}
_COUNTED_ELSEWHERE = frozenset(_WORDS["counted elsewhere"])
# What a survey's answers may be counted in.
_SHARES = frozenset(("percentage", "ratio"))
ANSWERS = frozenset(("percentage", "ratio", "score", "count"))


def find_known_survey(line: Line, thread: Thread | None) -> str | None:
    """The time of the survey that a text goes on about, or that a sentence comes back to."""
    if thread is None or any(mark.use in TAKEN for mark in line.marks):
        return None
    former = not _FORMER.isdisjoint(line.tokens.vocabulary)
    if former and any(
        one in _FORMER and other in _SURVEYS for one, other in pairwise(line.tokens.lowers)
    ):
        # "In the previous survey".
        return None
    resumed = not _RESUMING.isdisjoint(line.tokens.vocabulary)
    resumed = resumed or opens_answer(line.tokens, line.readings[0])
    return thread.survey or (thread.polled if resumed else None)


def answers_survey(line: Line, at: int, near: bool) -> bool:
    """Whether a figure is the share of a survey that the text goes on about."""
    spot, reading = line.spots[at], line.readings[at]
    lowers = line.tokens.lowers
    if spot.norm or spot.quoted or spot.margin or reading.kind not in ANSWERS:
        return False
    if spot.tense in COMING and _RESUMING.isdisjoint(line.tokens.vocabulary):
        return False
    if reading.unit in (None, "percent") and lowers[spot.first - 1] == "on":
        # "The Greens are on 7".
        return True
    if spot.voiced and (not near or not _is_share(line, at)):
        return not _SURVEYS.isdisjoint(line.tokens.vocabulary)
    return near or _is_share(line, at) or not _SURVEYS.isdisjoint(line.tokens.vocabulary)


def _is_share(line: Line, at: int) -> bool:
    """Whether a figure may be an answer on its own: "66 per cent", not "half of the 4m"."""
    lowers, tags, stop = line.tokens.lowers, line.tokens.tags, line.spots[at].stop
    kinds = [reading.kind for reading in line.readings]
    if not _COUNTED_ELSEWHERE.isdisjoint(lowers[max(0, line.spots[at].first - 7) : stop]):
        # "Unemployment is 3.4 per cent".
        return False
    if at and lowers[stop : stop + 2] in (["of", "them"], ["of", "those"]):
        return False
    bare = kinds[at] == "score" or (kinds[at] == "count" and line.readings[at].unit is None)
    if kinds[at] not in _SHARES and not (bare and "percentage" in kinds):
        return False
    return lowers[stop : stop + 2] != ["of", "the"] or tags[stop + 2 : stop + 3] != ["M"]
