"""Figures that go with something else than what a mark behind its verb dates."""

from __future__ import annotations

from figtrail.extraction.dating.lines import COMING, Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.lexicon import read_sections

_WORDS = read_sections("dating_words.txt")
_LASTING = frozenset(_WORDS["lasting"])
_PRICED = frozenset(("priced", "costing", "sold", "charged", "raising", "worth"))
_LATER = frozenset(("then", "later", "afterwards", "subsequently", "followed", "eventually"))
_AFTERWARDS = frozenset(("after", "before", "having"))
_REPEATED = frozenset(("year", "month", "week", "day"))


def is_done_besides(line: Line, at: int, mark: Mark) -> bool:
    """Whether a figure goes with something else than what a mark behind a verb dates.

    "Passed on Monday despite 71 objections", "shed by May, saving £6m a year", "starts in May and
    will take 18 months".
    """
    spot, lowers = line.spots[at], line.tokens.lowers
    if lowers[mark.stop] == "despite":
        return True
    after = mark.stop + (lowers[mark.stop] == ",")
    if lowers[after] in _AFTERWARDS and line.tokens.tags[after + 1 : after + 2] == ["G"]:
        # "Joined in May after winning 40 games".
        return True
    funded = lowers[spot.first - 2 : spot.first] == [",", "with"]
    if funded and line.readings[at].kind == "money" and line.tense(mark) in COMING:
        # "Due to open in May, with £4m from the state".
        return True
    if spot.margin:
        return False
    if is_result_of_plan(line, at, mark):
        return True
    between = range(mark.stop, spot.first - 1)
    over = line.tense(mark) == "pluperfect" and spot.tense == "past"
    if (
        mark.mention.role == "by"
        and not over
        and any(
            lowers[index] == "and" and _goes_elsewhere(line, index + 1)
            for index in range(mark.stop, spot.first)
        )
    ):
        return True
    if mark.mention.role == "by" and is_priced_besides(line, at, mark):
        return True
    told = spot.verb >= 0 and lowers[spot.verb] in _LASTING
    lasting = told and line.readings[at].kind == "duration"
    if not lasting and spot.tense not in COMING | {"present"}:
        return False
    later = not _LATER.isdisjoint(lowers[mark.stop : spot.first])
    later = later or line.readings[at].kind == "money"
    if not (lasting or later) and spot.tense in COMING and line.tense(mark) in COMING:
        # "Is to start in June and should reach 40".
        return False
    return any(lowers[index] == "and" and _leads_verb(line, index + 1) for index in between)


def _goes_elsewhere(line: Line, at: int) -> bool:
    """Whether a verb or another object of it stands behind "and": "and aims to", "and £4m for"."""
    return line.tokens.tags[at] in "AVEvM." or line.tokens.lowers[at + 1] == "to"


def is_priced_besides(line: Line, at: int, mark: Mark) -> bool:
    """Whether a participle past a comma tells of what was done by then: ", priced at £22"."""
    lowers = line.tokens.lowers
    between = range(mark.stop, line.spots[at].first - 1)
    return any(lowers[index] == "," and lowers[index + 1] in _PRICED for index in between)


def _leads_verb(line: Line, at: int) -> bool:
    """Whether a verb, or a subject taken up and its verb, stands at a token."""
    lowers, tags = line.tokens.lowers, line.tokens.tags
    return tags[at] in "AVEv" or lowers[at] in _LASTING


def is_result_of_plan(line: Line, at: int, mark: Mark) -> bool:
    """Whether a figure comes again and again of what is due: "shed by May, saving £6m a year"."""
    rate, tags = line.readings[at].rate, line.tokens.tags
    if mark.mention.role != "by" or rate is None or rate.per not in _REPEATED:
        return False
    between = range(mark.stop, line.spots[at].first - 1)
    return any(line.tokens.lowers[at] == "," and tags[at + 1] == "G" for at in between)
