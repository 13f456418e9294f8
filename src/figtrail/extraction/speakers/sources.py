"""Sources named in a phrase: "according to X", "by X's reckoning", "told a survey by X"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import followers, levels, phrases, subjects, verbs
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.frames import NOTHING, Frame
from figtrail.extraction.speakers.lines import SPEECH

if TYPE_CHECKING:
    from figtrail.extraction.speakers.lines import Line
    from figtrail.extraction.speakers.phrases import Range

_OWNER_REACH: Final = 6
# How far behind "has" somebody's lead may stand: "had the mayor up by five".
_LEAD_REACH: Final = 8
# What a frame gives its source in: "…, citing officials".
CITING: Final = frozenset({"citing", "quoting"})
# How far behind "quoted" its "as saying" may stand, and how far "citing" behind "reported".
_QUOTED_REACH: Final = 14
_ASIDE: Final = 30
_QUOTED_AS: Final = frozenset({"saying", "telling", "warning", "claiming", "reporting"})
_SOURCES: Final = vocab.BODIES | vocab.ROLES | frozenset({"sources", "people", "insiders"})


def frame_cited(line: Line, at: int, first: int) -> Frame | None:
    """Reads "according to X", whose X begins at token `first`."""
    size = len(line.words)
    found = followers.find_after(line, first, size, cited=True)
    if found is None:
        return None
    (start, end), stop = found
    while end > start + 1 and (line.lowers[end - 1] == "to" or _comes_out(line, end - 1)):
        # "A report to be published on Friday", "a survey released today".
        end -= 1
    if at and line.lowers[at - 1] == "as":
        at -= 1
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


def _comes_out(line: Line, at: int) -> bool:
    """Whether a participle that ends a source says only that it came out."""
    return line.lowers[at] in vocab.PUBLISHED and line.words[at].islower()


def is_citing(line: Line, at: int) -> bool:
    """Whether "per" at `at` cites ("as per the notice", "per the CDC"), and no rate follows it."""
    if at and line.lowers[at - 1] == "as":
        return True
    opens = not at or line.words[at - 1] == ","
    following = line.lowers[at + 1]
    return opens and (following == "the" or phrases.is_capital(line.words[at + 1]))


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


def frame_standing(line: Line, at: int) -> Frame | None:
    """Like "The poll has Labour on 24%" and "had Lowe up by 5": the verb at `at` is "has"."""
    subject = subjects.find_before(line, at - 1)
    if subject is None or vocab.POLLING.isdisjoint(line.lowers[subject[0] : subject[1]]):
        return None
    if not phrases.has_source_head(line, subject):
        return None
    leads = not vocab.LEADS.isdisjoint(line.lowers[at + 2 : at + _LEAD_REACH])
    if not leads and levels.find_level(line, at + 1) is None:
        return None
    span = (line.starts[subject[0]], line.ends[subject[1] - 1])
    after = (line.ends[at], phrases.line_end(line))
    return Frame(span[0], line.ends[at], span, NOTHING, after, forward=True)


def frame_quoted(line: Line, at: int) -> Frame | None:
    """Like "The agency quoted an official as saying that …" and "… was quoted as saying"."""
    size = len(line.words)
    as_at = next(
        (i for i in range(at + 1, min(size - 1, at + _QUOTED_REACH)) if line.lowers[i] == "as"), 0
    )
    if not as_at or line.lowers[as_at + 1] not in _QUOTED_AS:
        return None
    start, end = at + 1, as_at
    if as_at == at + 1:
        group = verbs.read_group(line, at)
        before = subjects.find_before(line, group.last) if group.passive else None
        if before is None:
            return None
        start, end = before
    frame_end = line.ends[as_at + 1]
    if line.lowers[as_at + 2 : as_at + 3] == ["by"]:
        found = followers.find_after(line, as_at + 3, size, cited=False)
        frame_end = frame_end if found is None else line.ends[found[1] - 1]
    span = (line.starts[start], line.ends[end - 1])
    here = span[0]
    before_scope = NOTHING
    if start > 0 and line.words[start - 1] in (",", SPEECH) and as_at == at + 1:
        before_scope = (line.starts[0], here)
    return Frame(here, frame_end, span, before_scope, (frame_end, phrases.line_end(line)), True)


def adopt_cited(line: Line, frames: list[Frame]) -> None:
    """Gives the frame around or before "citing X" the source X, which is the innermost, in place.

    Like "Xinhua said, citing the police, that …" and "…, the paper reported, citing officials".
    """
    for at, lower in enumerate(line.lowers):
        if lower not in CITING or not frames or line.words[at - 1] not in (",", SPEECH):
            continue
        found = followers.find_after(line, at + 1, len(line.words), cited=True)
        if found is None or not _is_source(line, *found[0]):
            continue
        (start, end), stop = found
        span, here = (line.starts[start], line.ends[end - 1]), line.starts[at]
        for index in range(len(frames) - 1, -1, -1):
            frame = frames[index]
            if frame.start == here:
                # "Citing" as a verb of its own.
                frames[index] = frame._replace(subject=span)
                continue
            if frame.start < here < frame.end:
                frames[index] = frame._replace(subject=span)
            elif frame.end <= here < frame.end + _ASIDE:
                closing = line.ends[stop - 1]
                after = (
                    (max(closing, frame.after[0]), frame.after[1]) if frame.after[1] else NOTHING
                )
                frames[index] = frame._replace(end=closing, subject=span, after=after)
            else:
                continue
            break


def _is_source(line: Line, start: int, end: int) -> bool:
    """Whether those are people, a body or papers, not reasons ("citing a lack of staff")."""
    if phrases.has_source_head(line, (start, end)):
        return True
    words = line.lowers[start:end]
    return bool(_SOURCES & set(words)) or phrases.is_capital(line.words[end - 1])


def _frame_of_body(line: Line, at: int) -> Frame | None:
    """Like "by police estimates, …" and "…, by UN figures", where no genitive tells whose."""
    body = at - 1
    if body < 1 or line.lowers[body - 1] != "by" or line.words[at] == "Estimates":
        return None
    if line.lowers[body] not in vocab.BODIES and not line.words[body].isupper():
        return None
    return _frame_by(line, body - 1, (line.starts[body], line.ends[body]), at)


def _frame_by(line: Line, first: int, span: Range, at: int) -> Frame:
    """The frame from a "by" or "on" at `first` to its noun at `at`; the subject is the `span`."""
    here, frame_end = line.starts[first], line.ends[at]
    before = (line.starts[0], here) if first else NOTHING
    return Frame(here, frame_end, span, before, (frame_end, phrases.line_end(line)), not first)


def frame_reckoned(line: Line, at: int) -> Frame | None:
    """Like "by the union's reckoning, …" and "…, on the ministry's count"; `at` is the noun."""
    owner = at - 1
    theirs = owner - (line.lowers[owner] == "own")
    if theirs > 0 and line.lowers[theirs] in vocab.POSSESSIVES:
        if line.lowers[theirs - 1] in ("by", "on"):
            # "40 by her own reckoning".
            return _frame_by(line, theirs - 1, (line.starts[theirs], line.ends[theirs]), at)
        return None
    if owner < 1 or not phrases.is_possessive(line.words[owner]):
        owner -= 1
        if owner < 1 or not phrases.is_possessive(line.words[owner]):
            return _frame_of_body(line, at)
    first = owner
    while first > 0 and first > owner - _OWNER_REACH and line.lowers[first] not in ("by", "on"):
        if first < owner and line.lowers[first] in vocab.PREPOSITIONS:
            return None
        first -= 1
    if line.lowers[first] not in ("by", "on") or line.words[first + 1] in phrases.STOPS:
        return None
    if re.split("['’]", line.lowers[owner])[0] in vocab.SPANS:
        # "Up on last year's figures".
        return None
    mark = 1 if line.words[owner][-1] in "'’" else 2
    return _frame_by(line, first, (line.starts[first + 1], line.ends[owner] - mark), at)
