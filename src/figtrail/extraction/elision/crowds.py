"""Whether a bare number counts spectators, or the places that a venue has for them."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import singular
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("crowds.txt")
_CROWDS = frozenset(_WORDS["crowds"])
_VENUES = frozenset(_WORDS["venues"])
_ENTRANCES = frozenset(_WORDS["entrances"])
_SEATING = frozenset(_WORDS["seating"])
_DRAWING = frozenset(_WORDS["drawing"])
_MEANT = frozenset(_WORDS["meant"])
_SEEN = frozenset(_WORDS["seen"])
_HOLDING = frozenset(_WORDS["holding"])
CARRYING = frozenset(_WORDS["carrying"])
# How many tokens before its verb a venue is looked for, and behind a number its entrance.
_NEAR = 10
_BEHIND = 4
# From so many on what a thing holds is persons, if it isn't said.
_CROWDED = 500


def find_crowd(tokens: Tokens, reading: Reading, counted: str | None) -> str | None:
    """The unit of a bare count of spectators or of a venue's capacity.

    "A full house of 12,650", "in front of 48,212", "the ground holds 9,000", "a seating capacity
    of 1,128"; `counted` is the unit of the last thing counted.
    """
    at, lowers = reading.bound_start, tokens.lowers
    if at < 1 or reading.phrase is not None:
        return None
    if _carries(tokens, at):
        return "person"
    if reading.rate is not None and reading.rate.start == reading.number.stop:
        # "Eight or nine to a tent".
        return "person" if lowers[reading.rate.start] == "to" else None
    ahead = lowers[reading.after : reading.after + _BEHIND]
    if not _ENTRANCES.isdisjoint(ahead):
        return "person"
    near = lowers[max(0, at - _NEAR) : at]
    closed = tokens.tags[reading.after : reading.after + 1] in ([], ["."])
    if near[-1] == "before" and closed and reading.number.value >= _CROWDED:
        # "The Swans won before 38,412".
        return "person"
    if near[-1] == "of":
        if near[-2:-1] == ["capacity"]:
            return "seat" if near[-3:-2] == ["seating"] else "person"
        crowd = near[-2:-1] and near[-2] in _CROWDS
        return "person" if crowd or near[-3:] == ["in", "front", "of"] else None
    if near[-2:] == ["home", "to"]:
        # "The delta is home to 18 million".
        return "person"
    if near[-1] == "for" and near[-2:-1] and near[-2] in _MEANT:
        return "person"
    if near[-1] == "by" and near[-2:-1] and near[-2] in _SEEN:
        # ", followed by 340 in Kerala" goes on with what was counted.
        return "person" if near[-3:-2] != [","] else None
    if near[-1] in _DRAWING and counted in (None, "person"):
        return "person"
    if near[-1] in _SEATING:
        return "person"
    if near[-1] in _HOLDING and near[-2:-1] == ["it"] and reading.number.value >= _CROWDED:
        # "The stadium cost £40m. It holds 22,000".
        return "person"
    venue = counted == "person" or not _VENUES.isdisjoint(near)
    return "person" if near[-1] in _HOLDING and venue else None


def _carries(tokens: Tokens, at: int) -> bool:
    """Whether a way to travel has so many on it: "the metro will carry 22,000 an hour"."""
    if tokens.lowers[at - 1] not in CARRYING or not _FREIGHT.isdisjoint(tokens.vocabulary):
        return False
    near = tokens.lowers[max(0, at - _NEAR) : at]
    return any(word in _TRAVELLED or singular(word) in _TRAVELLED for word in near)


_TRAVELLED = frozenset(_WORDS["travelled"])
_FREIGHT = frozenset(_WORDS["freight"])
