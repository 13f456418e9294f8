"""Agents who state what a passive verb tells: "were told by X that", "is put at 60% by X"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import (
    content,
    followers,
    levels,
    phrases,
    subjects,
    verbs,
)
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.frames import NOTHING, Frame

if TYPE_CHECKING:
    from figtrail.extraction.speakers.lines import Line

_LEVEL_REACH: Final = 16
# "Crimes were reported by residents" and "was warned by X": no level is put on anything.
_NOT_BY_AGENT: Final = frozenset({"reported", "added", "warned", "said", "blamed", "stated"})


def frame_agent(line: Line, at: int, kind: str) -> Frame | None:
    """Like "were told by X that …": the agent states it."""
    size = len(line.words)
    if at + 2 >= size:
        return None
    if line.lowers[at + 1] != "by":
        return _frame_late_agent(line, at, kind)
    found = followers.find_after(line, at + 2, size, cited=False)
    if found is None:
        return None
    if kind != "tell" and content.find_that(line, at + 2) is None:
        return _frame_stated_by(line, at, *found)
    (start, end), stop = found
    frame_end = line.ends[min(stop, size) - 1]
    return Frame(
        line.starts[at],
        frame_end,
        (line.starts[start], line.ends[end - 1]),
        NOTHING,
        (frame_end, phrases.line_end(line)),
        forward=True,
    )


def _frame_stated_by(line: Line, at: int, agent: phrases.Range, stop: int) -> Frame | None:
    """Like "have been verified by X" and "is estimated by X at 60%"."""
    if line.lowers[at] not in vocab.STATED_BY or not _is_agent(line, *agent):
        return None
    start, end = agent
    here, frame_end, after = line.starts[at + 1], line.ends[stop - 1], NOTHING
    level = levels.find_level(line, start + 1)
    if level is not None:
        end = min(end, level)
        frame_end = line.ends[end - 1]
        after = (frame_end, phrases.line_end(line))
    elif line.lowers[at] in vocab.CONFIRMED_BY and not _is_counted(line, at):
        return None
    span = (line.starts[start], line.ends[end - 1])
    return Frame(here, frame_end, span, (line.starts[0], here), after, forward=False)


def _is_counted(line: Line, at: int) -> bool:
    """Whether so many of something, not a thing, were confirmed ("138 attacks", not "the plan")."""
    subject = subjects.find_before(line, verbs.read_group(line, at).last)
    if subject is None or line.lowers[subject[0]] in ("the", "a", "an", "its", "their"):
        return False
    return phrases.is_share(line, subject) or line.lowers[subject[0]] in vocab.COUNTS


def _frame_late_agent(line: Line, at: int, kind: str) -> Frame | None:
    """Like "is put at 60% by X": who states the level stands behind it."""
    if kind not in ("state", "expect") or line.lowers[at] in _NOT_BY_AGENT:
        return None
    size = len(line.words)
    for by in range(at + 2, min(size - 1, at + _LEVEL_REACH)):
        if line.words[by] in phrases.BREAKS:
            return None
        if line.lowers[by] != "by":
            continue
        found = followers.find_after(line, by + 1, size, cited=False)
        if found is None or not _is_agent(line, *found[0]):
            continue
        (start, end), stop = found
        here, frame_end = line.starts[by], line.ends[min(stop, size) - 1]
        span = (line.starts[start], line.ends[end - 1])
        return Frame(here, frame_end, span, (line.starts[0], here), NOTHING, forward=False)
    return None


def _is_agent(line: Line, start: int, end: int) -> bool:
    """Whether a phrase behind "by" names somebody, not a date, a number or an amount."""
    lower = line.lowers[start]
    if lower in vocab.CALENDAR or not lower[0].isalpha() or lower in vocab.COUNTS:
        return False
    return phrases.can_speak(line, (start, end)) or phrases.is_capital(line.words[start])
