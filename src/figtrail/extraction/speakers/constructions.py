"""Attributing clauses other than "X says …": according to X, said X, told by X, saying that X."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import complements, followers, phrases, subjects
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.frames import NOTHING, Frame
from figtrail.extraction.speakers.lines import SPEECH

if TYPE_CHECKING:
    from figtrail.extraction.speakers.frames import Subject
    from figtrail.extraction.speakers.lines import Line


_CALLS: Final = frozenset({"call", "calls", "called"})
_OF_AMOUNTS: Final = frozenset({"state", "expect", "assert"})
_LEVEL_REACH: Final = 16
_OWNER_REACH: Final = 6
# "Crimes were reported by residents" and "was warned by X": no level is put on anything.
_NOT_BY_AGENT: Final = frozenset({"reported", "added", "warned", "said", "blamed", "stated"})


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


def frame_gap(line: Line, at: int, following: int, kind: str, subject: Subject) -> Frame | None:
    """Like "the $5m that analysts had forecast": what they forecast stands before."""
    if subject.tokens is None:
        return None
    opening = subject.tokens[0] - 1
    called = line.lowers[at] in _CALLS and following < len(line.words)
    if opening > 0 and _is_amount(line, opening - 1) and (called or kind in _OF_AMOUNTS):
        # "The 95% that doctors say it takes": an amount is what is talked of, whatever follows.
        following = len(line.words)
    elif kind not in ("state", "expect"):
        return None
    reduced = _frame_reduced_gap(line, at, following, subject)
    if reduced is not None:
        return reduced
    if opening < 1 or line.lowers[opening] not in ("that", "which"):
        return None
    if following < len(line.words) and not (
        line.words[following] in phrases.ENDS
        or line.lowers[following] in vocab.PREPOSITIONS
        or line.lowers[following] in ("last", "this")
    ):
        return None
    for back in range(opening - 1, max(-1, opening - 9), -1):
        if line.lowers[back] in vocab.DETERMINERS:
            scope = (line.starts[back], line.starts[opening])
            return Frame(line.starts[opening], line.ends[at], subject.span, scope, NOTHING, True)
        if line.words[back] in phrases.BREAKS:
            break
    return None


def _is_amount(line: Line, at: int) -> bool:
    """Whether a figure ends at `at`: "95%", "a third", "40"."""
    lower = line.lowers[at]
    return lower[0].isdigit() or lower in vocab.SHARES


def _frame_reduced_gap(line: Line, at: int, following: int, subject: Subject) -> Frame | None:
    """Like "the $8.5bn analysts had forecast", which needs no "that"."""
    if subject.tokens is None or (
        following < len(line.words) and (line.words[following] not in phrases.ENDS)
    ):
        return None
    start, end = subject.tokens
    numbered = False
    for who in range(start, end):
        lower = line.lowers[who]
        if numbered and lower in vocab.BODIES and lower.endswith("s"):
            span = (line.starts[who], line.ends[end - 1])
            scope = (line.starts[start], line.starts[who])
            return Frame(line.starts[who], line.ends[at], span, scope, NOTHING, forward=True)
        numbered = numbered or lower[0].isdigit()
    return None


def frame_agent(line: Line, at: int, kind: str) -> Frame | None:
    """Like "were told by X that …": the agent states it."""
    size = len(line.words)
    if at + 2 >= size:
        return None
    if line.lowers[at + 1] != "by":
        return _frame_late_agent(line, at, kind)
    found = followers.find_after(line, at + 2, size, cited=False)
    if found is None or (kind != "tell" and complements.find_that(line, at + 2) is None):
        return None
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


def frame_participle(line: Line, at: int, kind: str, earlier: list[Frame]) -> Frame | None:
    """Like "…, saying that …" and "Announcing …, the firm said …": the subject stands elsewhere."""
    size = len(line.words)
    before = line.words[at - 1] if at else ""
    if at and before not in (",", SPEECH) and line.lowers[at - 1] not in ("and", "while", "by"):
        return None
    if at == 0:
        comma = phrases.find_break(line, at)
        if comma + 1 >= size or line.words[comma] != ",":
            return None
        leading = subjects.find_leading(line, comma + 1, size)
        scope = (line.ends[at], line.starts[comma])
    else:
        if kind in ("voice", "evidence", "expect") and not complements.speech_follows(line, at + 1):
            return None
        clausal = complements.opens_clause(line, at + 1)
        if not clausal and (kind != "state" or line.lowers[at].startswith("add")):
            return None
        scope = (line.ends[at], phrases.line_end(line))
        if earlier:
            return Frame(line.starts[at], line.ends[at], earlier[-1].subject, NOTHING, scope, True)
        leading = subjects.find_leading(line, 0, at)
    if leading is None:
        return None
    span = (line.starts[leading[0]], line.ends[leading[1] - 1])
    return Frame(line.starts[at], line.ends[at], span, NOTHING, scope, forward=True)


def frame_inverted(line: Line, at: int, kind: str) -> Frame | None:
    """Like "…, said X, the mayor": the subject follows the verb."""
    size = len(line.words)
    if at + 1 >= size:
        return None
    before = line.words[at - 1] if at else ""
    if (
        line.lowers[at] in vocab.LEVELLING
        or before not in (",", SPEECH, "")
        or (before == "" and line.lowers[at] not in ("said", "says"))
    ):
        return None
    first = at + 1
    lower = line.lowers[first]
    if (
        kind == "tell"
        or lower in ("that", "to", "it", "there")
        or lower in vocab.PREPOSITIONS
        or line.words[first] in phrases.ENDS
    ):
        return None
    if line.words[first] in (":", SPEECH) or line.words[first] in phrases.SIGNS:
        return None
    if before != SPEECH:
        if complements.opens_finite(line, first) or not (
            at == 0 or complements.has_clause(line, at - 1)
        ):
            return None
        if lower[0].isdigit():
            return None
    found = followers.find_after(line, first, size, cited=False)
    if found is None:
        return None
    (start, end), stop = found
    frame_end, after = line.ends[min(stop, size) - 1], NOTHING
    opens = at == 0 and stop < size and line.words[stop] in (":", SPEECH)
    interrupts = at > 0 and before == "," and not complements.has_finite(line, 0, at)
    if opens or (interrupts and stop < size):
        after = (frame_end, phrases.line_end(line))
    else:
        closing = min(_next_speech(line, stop), size)
        frame_end = line.ends[closing - 1]
        if closing < size and line.lowers[closing] in vocab.CONSEQUENCES:
            after = (frame_end, phrases.line_end(line))
    return Frame(
        line.starts[at],
        frame_end,
        (line.starts[start], line.ends[end - 1]),
        (find_scope_start(line, at - 1) if at else line.starts[0], line.starts[at]),
        after,
        forward=False,
    )


def _next_speech(line: Line, at: int) -> int:
    """Where the words about an inverted speaker end: at speech, a participle or the line's end."""
    while at < len(line.words):
        if line.words[at] == SPEECH or line.words[at] == ";":
            return at
        lower = line.lowers[at]
        participle = lower in vocab.CONSEQUENCES or (lower in vocab.VERBS and lower.endswith("ing"))
        if participle and line.words[at - 1] == ",":
            return at
        at += 1
    return at


def find_scope_start(line: Line, before: int) -> int:
    """Where the words that a clause after them attributes begin: not before a quote's colon."""
    speech = before if line.words[before] == SPEECH else before - 1
    if speech > 0 and line.words[speech] == SPEECH and line.words[speech - 1] == ":":
        return line.starts[speech]
    return line.starts[0]
