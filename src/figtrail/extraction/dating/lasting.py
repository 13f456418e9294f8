"""How long a change took: its time is that of the level that it came to."""

from __future__ import annotations

from collections.abc import Sequence

from figtrail.extraction.dating.carrying import Dating
from figtrail.extraction.dating.lines import Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.parting import has_verb
from figtrail.extraction.dating.sharing import share
from figtrail.extraction.dating.stating import make_dating
from figtrail.extraction.lexicon import read_sections

_WORDS = read_sections("dating_words.txt")
_WITHIN = frozenset(("in", "over", "within"))
_SIZED = frozenset(_WORDS["long units"])
_MOVES = frozenset(_WORDS["turning"]) | frozenset(_WORDS["changes"])


def date_by_level(line: Line, datings: Sequence[Dating], at: int, mark: Mark) -> Dating | None:
    """The time of the level that a change came to; None where its mark isn't how long it took."""
    if mark.mention.role != "length":
        return None
    shared = None
    if _follows_level(line, at, mark):
        before = datings[at - 1]
        level = before.period is not None and not line.spots[at - 1].earlier
        shared = before if level else share(line, datings, at)
    return shared if shared and shared.period else _take_level(line, at, mark)


def _follows_level(line: Line, at: int, mark: Mark) -> bool:
    """Whether a comma sets a change off behind its level: "£5m in 2023, up a fifth in a year"."""
    lowers, spot = line.tokens.lowers, line.spots[at]
    if lowers[mark.first] not in _WITHIN or not at:
        return False
    if _SIZED.isdisjoint(lowers[mark.first : mark.stop]):
        return False
    near = lowers[max(0, spot.first - 5) : spot.first]
    return "," in near and not _MOVES.isdisjoint(near[near.index(",") :])


def _take_level(line: Line, at: int, mark: Mark) -> Dating | None:
    """The time of the level behind a change: "has fallen 9% in three years, to 400 in 2023"."""
    if at + 1 == len(line.spots):
        return None
    level, own = line.spots[at + 1].first, line.owned[at + 1]
    if (
        own is None
        or own.use != "dates"
        or line.spots[at + 1].earlier
        or line.tokens.lowers[level - 1] != "to"
    ):
        return None
    if has_verb(line.tokens, mark.stop, level):
        return None
    return make_dating(line.tokens, mark, own.mention.period)
