"""Sources named in a phrase: "according to X", "by X's reckoning", "told a survey by X"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import followers, phrases
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.frames import NOTHING, Frame
from figtrail.extraction.speakers.lines import SPEECH

if TYPE_CHECKING:
    from figtrail.extraction.speakers.lines import Line

_OWNER_REACH: Final = 6


def frame_cited(line: Line, at: int, first: int) -> Frame | None:
    """Reads "according to X", whose X begins at token `first`."""
    size = len(line.words)
    found = followers.find_after(line, first, size, cited=True)
    if found is None:
        return None
    (start, end), stop = found
    closing = stop
    if stop < size - 1 and line.words[stop] == "," and line.lowers[stop + 1] in vocab.RELATIVES:
        researched = line.lowers[stop + 2 : stop + 3]
        if vocab.RESEARCHING.isdisjoint(researched):
            closing = phrases.find_break(line, stop + 1)
    here = line.starts[at]
    after_start = line.ends[min(closing, size) - 1]
    before = (line.starts[0], here) if at else NOTHING
    after = (after_start, phrases.line_end(line)) if closing < size else NOTHING
    if at and line.words[at - 1] in (";", ".", "?", "!"):
        before = NOTHING
    return Frame(
        here,
        after_start,
        (line.starts[start], line.ends[end - 1]),
        before,
        after,
        forward=after != NOTHING and _opens_here(line, at),
    )


def _opens_here(line: Line, at: int) -> bool:
    """Whether a clause begins at `at`, perhaps behind "that," or "but,"."""
    behind = at - 1
    if behind > 0 and line.words[behind] == ",":
        return line.lowers[behind - 1] in ("that", "but", "and", "while", "because")
    return behind < 0 or line.words[behind] not in (SPEECH, ")")


def frame_polled(line: Line, at: int, kind: str) -> Frame | None:
    """Like "6 in 10 told a survey by X that …": the survey states it, the share included."""
    if kind != "tell":
        return None
    found = followers.find_after(line, at + 1, len(line.words), cited=True)
    if found is None or vocab.POLLS.isdisjoint(line.lowers[found[0][0] : found[0][1]]):
        return None
    start, end = line.starts[found[0][0]], line.ends[found[0][1] - 1]
    return Frame(
        start, end, (start, end), (line.starts[0], start), (end, phrases.line_end(line)), True
    )


def frame_reckoned(line: Line, at: int) -> Frame | None:
    """Like "by the union's reckoning, …" and "…, on the ministry's count"; `at` is the noun."""
    owner = at - 1
    if owner < 1 or not phrases.is_possessive(line.words[owner]):
        owner -= 1
        if owner < 1 or not phrases.is_possessive(line.words[owner]):
            return None
    first = owner
    while first > 0 and first > owner - _OWNER_REACH and line.lowers[first] not in ("by", "on"):
        if first < owner and line.lowers[first] in vocab.PREPOSITIONS:
            return None
        first -= 1
    if line.lowers[first] not in ("by", "on") or line.words[first + 1] in phrases.STOPS:
        return None
    mark = 1 if line.words[owner][-1] in "'’" else 2
    span = (line.starts[first + 1], line.ends[owner] - mark)
    here, frame_end = line.starts[first], line.ends[at]
    before = (line.starts[0], here) if first else NOTHING
    return Frame(here, frame_end, span, before, (frame_end, phrases.line_end(line)), not first)
