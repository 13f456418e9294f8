"""Figures that only tell who or how many there are, so that no time dates them."""

from __future__ import annotations

from figtrail.extraction.dating.lines import COMING, Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.possessing import OWNERS
from figtrail.extraction.lexicon import read_sections

_WORDS = read_sections("dating_words.txt")
_ASKED = frozenset(_WORDS["gathering"]) | frozenset(("interviewed", "questioned", "asked"))
_EXPERTS = frozenset(_WORDS["experts"])
_HARMED = frozenset(("dead", "victims", "injured", "wounded", "survivors", "deceased"))
_BEING = (["is"], ["are"], ["was"], ["were"])
_PARTED = frozenset(_WORDS["parted"])
_HOLDING = frozenset(_WORDS["holding"])
_AREAS = frozenset(_WORDS["areas"])


def tells_who(line: Line, at: int) -> bool:
    """Whether a figure says who those were: "six of the dead were children"."""
    lowers, stop = line.tokens.lowers, line.spots[at].stop
    if lowers[stop : stop + 2] != ["of", "the"] or not _HARMED.intersection(lowers[stop + 2 :][:1]):
        return False
    if lowers[stop + 3 : stop + 4] not in _BEING:
        return False
    # "Fourteen of the injured were on the ferry" tells what happened.
    after = stop + 4
    return line.tokens.tags[after : after + 1] != ["P"] or lowers[after] in ("under", "over")


def counts_members(line: Line, at: int) -> bool:
    """Whether a figure counts what there is as long as nothing changes it.

    Experts that were asked ("as all 31 economists had predicted"), areas ("led all 95 counties"),
    parts ("those who slept in its three wards", "output in the bloc's 20 members").
    """
    spot, reading, lowers = line.spots[at], line.readings[at], line.tokens.lowers
    if reading.kind != "count":
        return False
    noun = lowers[spot.stop : spot.stop + 1]
    before = lowers[spot.first - 1] if spot.first else ""
    if not _EXPERTS.isdisjoint(noun):
        return before not in _ASKED
    if counts_areas(line, at):
        return True
    if before == "the" and _is_known(line, at):
        return True
    owned = before in OWNERS or before.endswith(("'s", "’s"))
    plural = any(word.endswith("s") for word in noun)
    if not owned or not plural or line.tokens.tags[spot.first] != "M":
        return False
    # "Up from last year's 61 fires".
    dated = any(mark.stop == spot.first for mark in line.marks)
    return not dated and _is_parted(line, at)


def counts_areas(line: Line, at: int) -> bool:
    """Whether a figure is how many areas there are: "led all 31 cantons in 2020"."""
    spot, lowers = line.spots[at], line.tokens.lowers
    every = spot.first > 0 and lowers[spot.first - 1] == "all"
    return every and not _AREAS.isdisjoint(lowers[spot.stop : spot.stop + 1])


def _is_known(line: Line, at: int) -> bool:
    """Whether a phrase behind a preposition counts what everybody knows: "power for the six pools".

    Not "of the 40 killed in May", nor "up from the 40 cases".
    """
    spot, lowers, tags = line.spots[at], line.tokens.lowers, line.tokens.tags
    if spot.first < 2 or lowers[spot.first - 2] not in _HOLDING or tags[spot.first] != "M":
        return False
    if at and line.readings[at - 1].unit_stop >= spot.first - 2:
        return False
    last = spot.stop
    while last < len(tags) and tags[last] in "NJ":
        last += 1
    plural = lowers[last - 1].endswith("s") and last > spot.stop
    return plural and tags[last : last + 1] in (["."], ["C"], ["A"]) and spot.first > 2


def _is_parted(line: Line, at: int) -> bool:
    """Whether what owns the things counted stands behind a preposition: "of the state's 15"."""
    lowers, tags = line.tokens.lowers, line.tokens.tags
    start = line.spots[at].first - 1
    while start > 0 and tags[start] in "NJ.":
        start -= 1
    if tags[start] == "D" or lowers[start] in OWNERS:
        start -= 1
    # "Turnout was 37% of the county's 30,640 voters" has one time.
    shared = at > 0 and line.readings[at - 1].unit_stop == start
    return start > 0 and lowers[start] in _PARTED and not shared


def is_sized(line: Line, at: int, mark: Mark) -> bool:
    """Whether an amount only says what sort its noun is, of which something is due.

    "A £6m theatre should open by March".
    """
    spot, reading, tags = line.spots[at], line.readings[at], line.tokens.tags
    if reading.kind != "money" or spot.tense not in COMING:
        return False
    if mark.mention.role not in ("by", "during"):
        return False
    led = spot.first > 0 and tags[spot.first - 1] == "D" and spot.verb >= spot.stop
    return led and tags[reading.unit_stop : reading.unit_stop + 1] in (["N"], ["J"])


def is_limit_met(line: Line, at: int) -> bool:
    """Whether a figure is how soon others were dealt with: "61% last month within four hours"."""
    first = line.readings[at].number.first
    before = line.tokens.lowers[max(0, first - 2) : first]
    led = before[-1:] in (["within"], ["inside"]) or before in (["within", "the"], ["in", "under"])
    return led and at > 0 and line.readings[at].kind == "duration"
