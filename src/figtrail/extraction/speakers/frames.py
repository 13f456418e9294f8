"""Frames: what the clauses of a line that attribute attribute, and which of them is innermost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from figtrail.extraction.speakers.phrases import Range

NOTHING: Final = (0, 0)


class Frame(NamedTuple):
    """An attributing clause, in character offsets of the document.

    `start` to `end` is the clause itself. `subject` is the range of its subject, None when the
    line names none (then the line's main subject, or nobody). `before` and `after` are what it
    attributes; empty stretches attribute nothing. `forward`: its complement follows, so it is
    inside whatever frame holds it. `person`: it attributes only where its subject is a person.
    """

    start: int
    end: int
    subject: tuple[int, int] | None
    before: tuple[int, int]
    after: tuple[int, int]
    forward: bool
    person: bool = False


class Subject(NamedTuple):
    """The subject of a verb of saying.

    `tokens` is its range in the line, None where the verb names none of its own; `span` its
    characters; `start` where its clause begins; `relative`: the verb is in a relative clause.
    """

    tokens: Range | None
    span: tuple[int, int] | None
    start: int
    relative: bool


def _is_within(inner: Frame, outer: Frame) -> bool:
    """Whether a frame is a clause of another's words: "Analysts, who had forecast 3%, said"."""
    return inner.start > outer.start or (inner.start == outer.start and inner.end < outer.end)


def choose_frame(frames: list[Frame], position: int) -> Frame | None:
    """The innermost of the frames that attribute what stands at a position."""
    inner: Frame | None = None
    trailing: Frame | None = None
    covering: Frame | None = None
    distance = 0
    for frame in frames:
        if frame.start <= position < frame.end:
            covering = frame
            continue
        if frame.after[0] <= position < frame.after[1]:
            if frame.forward:
                inner = frame
            elif trailing is None or position - frame.end < distance:
                trailing, distance = frame, position - frame.end
        elif frame.before[0] <= position < frame.before[1]:
            if frame.forward:
                return frame
            gap = frame.start - position
            if trailing is None or gap < distance:
                trailing, distance = frame, gap
    if covering is not None and (inner is None or not _is_within(inner, covering)):
        # Words that attribute are nobody's, but for a clause within them (", who warned that …").
        return None
    return inner or trailing
