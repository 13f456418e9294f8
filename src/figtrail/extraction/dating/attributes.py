"""When a figure before a hyphen is told of: "a 6.6-magnitude quake struck on Thursday"."""

from __future__ import annotations

from collections.abc import Sequence

from figtrail.extraction.dating.carrying import UNDATED, Dating
from figtrail.extraction.dating.lines import Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.reaching import find_preceding
from figtrail.extraction.dating.sharing import share
from figtrail.extraction.dating.stating import state

# So many tokens on the number of a sentence's subject may stand: "a shallow 6.6-magnitude quake".
_NOUN_PHRASE = 4


def date_attribute(line: Line, datings: Sequence[Dating], at: int, *, inset: bool) -> Dating:
    """A figure before a hyphen says which, and is dated where something was done to it.

    "In 2014 a judge blocked a 310-home estate", but not "a 48,000-seat arena". It goes
    with another figure of its clause: "51 had passed a 40-week mark". `inset` is whether it only
    describes the subject of what is dated.
    """
    spot = line.spots[at]
    ahead = find_preceding(line, at) if line.marks else None
    told = spot.tense in ("past", "pluperfect") and not spot.norm and not inset
    if told and at and line.spots[at - 1].clause == spot.clause:
        return share(line, datings, at) or UNDATED
    mark = ahead or (_find_following(line, at) if _opens_clause(line, at) else None)
    if mark is None or not told or line.clause(mark) != spot.clause:
        return UNDATED
    return state(line, at, mark)


def _find_following(line: Line, at: int) -> Mark | None:
    """The time that follows the verb of a figure, with no other figure between."""
    verb, rest = line.spots[at].verb, line.spots[at + 1 :]
    for mark in line.marks:
        if mark.first > verb and mark.use == "dates" and mark.mention.role == "during":
            return None if any(other.first < mark.first for other in rest) else mark
    return None


def _opens_clause(line: Line, at: int) -> bool:
    """Whether a figure describes the new subject of its verb: "a 6.6-magnitude quake struck"."""
    spot, tags = line.spots[at], line.tokens.tags
    led = line.tokens.lowers[0] in ("a", "an") and spot.first < _NOUN_PHRASE
    return led and spot.first < spot.verb and not any(tag in "AVEv" for tag in tags[: spot.first])
