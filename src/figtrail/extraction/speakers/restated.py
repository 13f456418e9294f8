"""Frames that another frame of their line takes in: "it expects to", within what X said."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.frames import Frame

if TYPE_CHECKING:
    from figtrail.extraction.speakers.lines import Line


def is_restated(line: Line, frame: Frame, frames: list[Frame]) -> bool:
    """Whether a frame tells a plan ("it expects to") or a consensus that another attributes."""
    if not frame.forward or frame.end not in line.ends:
        return False
    at = line.ends.index(frame.end)
    plans = vocab.VERBS.get(line.lowers[at]) == "expect" and line.lowers[at + 1 : at + 2] == ["to"]
    if not plans and not _is_consensus(line, frame, at):
        return False
    return any(
        other.before[0] <= frame.start < other.before[1]
        or (plans and other.after[0] <= frame.start < other.after[1])
        for other in frames
        if other is not frame and (plans or _cites(line, other))
    )


def _is_consensus(line: Line, frame: Frame, at: int) -> bool:
    """Whether those are forecasters who expect or look for something, up to token `at`."""
    expects = vocab.VERBS.get(line.lowers[at]) == "expect" or line.lowers[at] in ("for", "to")
    return expects and not vocab.FORECASTERS.isdisjoint(
        line.lowers[bisect_left(line.starts, frame.start) : at]
    )


def ends_cited(line: Line, at: int, frames: list[Frame]) -> bool:
    """Whether a word ends the name of a source: "according to Brazilian media reports"."""
    return any(
        frame.subject is not None and frame.subject[1] == line.ends[at] and _cites(line, frame)
        for frame in frames[-1:]
    )


def _cites(line: Line, frame: Frame) -> bool:
    """Whether a frame is "according to X"."""
    return line.lowers[bisect_left(line.starts, frame.start)] == "according"
