"""The clauses of a line that attribute what stands around them: "X said …", "…, X said"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import (
    agents,
    complements,
    constructions,
    content,
    gaps,
    openings,
    outlooks,
    phrases,
    refusals,
    restated,
    sources,
    subjects,
    trailing,
    verbs,
    wishes,
)
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.frames import NOTHING, Frame, Subject
from figtrail.extraction.speakers.lines import SPEECH

if TYPE_CHECKING:
    from figtrail.extraction.speakers.lines import Line

# More verbs of saying than this in one line are no sentence.
_MOST_VERBS: Final = 24
# Behind them the article tells in its own voice what a thing was stated on the occasion of.
_OCCASIONS: Final = frozenset({"after", "as", "when", "because"})
_NO_STATEMENTS: Final = frozenset(
    {
        ("find", "out"),
        ("finds", "out"),
        ("found", "out"),
        ("think", "tank"),
        ("think", "tanks"),
        ("give", "or"),
        ("quoted", "me"),
        ("quoted", "us"),
        ("quoted", "him"),
        ("quoted", "her"),
    }
)
_NOTABLE: Final = (
    frozenset(vocab.VERBS)
    | vocab.FORESEEING
    | vocab.RECKONINGS
    | vocab.WISHES
    | vocab.BELIEFS
    | vocab.PENCILLED
    | {"according", "per"}
)
_NOTABLE_OF_FORECASTS: Final = _NOTABLE | vocab.REVISIONS | vocab.FORECASTS
# Participles that behind "is" tell how a thing is: "the finding was promising".
_QUALITIES: Final = frozenset({"promising", "worrying", "telling", "revealing"})
_NO_SUBJECTS: Final = frozenset({"of", "let", "let's", "let’s"})
_MANNER: Final = vocab.ADVERBS - vocab.TIME_OPENERS


def find_frames(line: Line) -> list[Frame]:
    """Every attributing clause of a line, in order."""
    frames: list[Frame] = []
    left = _MOST_VERBS
    notable = _NOTABLE if vocab.FORECASTS.isdisjoint(line.lowers) else _NOTABLE_OF_FORECASTS
    if not (vocab.POLLING | vocab.FORECASTS).isdisjoint(line.lowers):
        notable = notable | vocab.HAVING
    for at, lower in enumerate(line.lowers):
        if lower not in notable or restated.ends_cited(line, at, frames):
            continue
        frame = _read_frame(line, at, lower, frames)
        if frame is not None:
            frames.append(frame)
        left -= 1
        if not left:
            break
    if not sources.CITING.isdisjoint(line.lowers):
        sources.adopt_cited(line, frames)
    if len(frames) == 1:
        return frames
    return [frame for frame in frames if not restated.is_restated(line, frame, frames)]


def _read_frame(line: Line, at: int, lower: str, earlier: list[Frame]) -> Frame | None:
    """The frame of the word at `at`, which may attribute."""
    reckoned = lower in vocab.RECKONINGS and sources.frame_reckoned(line, at)
    if reckoned:
        return reckoned
    following = line.lowers[at + 1] if at + 1 < len(line.lowers) else ""
    if lower in vocab.FORECASTS and following == "of":
        return outlooks.frame_nominal(line, at)
    if following in ("is", "was") and lower in vocab.FORECASTS:
        return outlooks.frame_content(line, at)
    if lower in vocab.PENCILLED and following == "in":
        pencilled = gaps.frame_tipped(line, at, 1)
        if pencilled is not None:
            return pencilled
    if lower in vocab.VERBS or lower in vocab.WISHES:
        return _verb_frame(line, at, vocab.VERBS.get(lower, "wish"), earlier)
    if lower in vocab.BELIEFS:
        return wishes.frame_belief(line, at)
    if lower == "according":
        cites = following == "to" and at + 2 < len(line.words)
        return sources.frame_cited(line, at, at + 2) if cites else None
    if lower == "per":
        cited = bool(following) and sources.is_citing(line, at)
        return sources.frame_cited(line, at, at + 1) if cited else None
    if lower in vocab.HAVING:
        return sources.frame_standing(line, at) or outlooks.frame_held(line, at)
    if lower in vocab.FORECASTS or lower in vocab.RECKONINGS:
        return None
    return outlooks.frame_outlook(line, at)


def _verb_frame(line: Line, at: int, kind: str, earlier: list[Frame]) -> Frame | None:
    form = line.lowers[at]
    following = line.lowers[at + 1] if at + 1 < len(line.lowers) else ""
    if (kind == "of" and following != "of") or (form, following) in _NO_STATEMENTS:
        return None
    if form in _QUALITIES and at and line.lowers[at - 1] in vocab.BE | vocab.ADVERBS:
        return None
    if form == "put" and at and line.lowers[at - 1].startswith("stay"):
        return None
    if line.lowers[at + 2 : at + 3] == ["times"]:
        # "Neighbours complained 40 times" counts what they did.
        return None
    if form in vocab.TIPPED or form in vocab.QUOTING:
        known = gaps.frame_tipped(line, at) or sources.frame_quoted(line, at)
        if known is not None:
            return known
    if (form in vocab.AMBIGUOUS or form in vocab.PARTICIPLES) and verbs.is_noun(line, at):
        return None
    group = verbs.read_group(line, at)
    if group.refused:
        return None
    if group.passive or _is_valued(line, at, group.last):
        return agents.frame_agent(line, at, kind)
    if form.endswith("ing") and form not in ("putting",) and group.last == at - 1:
        return constructions.frame_participle(line, at, kind, earlier)
    for special in (
        sources.frame_polled(line, at, kind),
        None if kind in ("wish", "evidence") else constructions.frame_inverted(line, at, kind),
        gaps.frame_bare_gap(line, at, kind, group.last),
    ):
        if special is not None:
            return special
    subject = _find_subject(line, at, group.last, earlier)
    if subject is None:
        return None
    known = None if kind == "wish" else _active_frame(line, at, kind, subject)
    if known is None and form in vocab.WISHES:
        return wishes.frame_wish(line, at, subject)
    return known


def _find_subject(line: Line, at: int, last: int, earlier: list[Frame]) -> Subject | None:
    """Who does what the verb at `at` says; `last` is the token before the verb's own words."""
    if _describes_subject(line, at, last):
        return None
    subject = subjects.find_before(line, last)
    span = None
    start = line.starts[at]
    if subject is not None:
        if line.lowers[subject[0]] in vocab.AUXILIARIES or phrases.is_share(line, subject):
            return None
        if line.lowers[subject[0]] in _NO_SUBJECTS or _is_length(line.lowers[subject[1] - 1]):
            # "41 percent | of tenants | reported", "the four-week | claims average".
            return None
        if refusals.states_nothing(line, at, subject):
            return None
        span = (line.starts[subject[0]], line.ends[subject[1] - 1])
        start = span[0]
    elif last >= 0 and line.lowers[last] in ("and", "but", "then", ","):
        if earlier:
            span = earlier[-1].subject
        else:
            leading = openings.find_leading(line, 0, last)
            if leading is None:
                return None
            span = (line.starts[leading[0]], line.ends[leading[1] - 1])
    else:
        return None
    prices = subject is not None and line.lowers[subject[1] - 1] in vocab.PRICES
    if prices and line.lowers[at] in vocab.LEVELLING:
        return None
    head = last if subject is None or subject[1] <= last else subject[0] - 1
    relative = head > 0 and line.lowers[head] in ("which", "who")
    if relative and earlier and _describes_speaker(line, earlier[-1], head):
        span = earlier[-1].subject
    return Subject(subject, span, start, relative)


def _is_valued(line: Line, at: int, last: int) -> bool:
    """Whether a participle tells at what a thing stands: "a home valued at $180,000"."""
    known = line.lowers[at] in vocab.LEVELLING or line.lowers[at] in ("estimated", "calculated")
    past = known and line.lowers[at].endswith(("ed", "put"))
    return past and last == at - 1 and line.lowers[at + 1 : at + 2] == ["at"]


def _is_length(lower: str) -> bool:
    """Whether a word is the length of what follows: "four-week", "12-month"."""
    first, hyphen, last = lower.rpartition("-")
    return bool(first and hyphen) and last in vocab.SPANS


def _describes_subject(line: Line, at: int, last: int) -> bool:
    """Whether a participle behind a comma describes: "Inflation, measured monthly, stood at 3%"."""
    if last < 1 or last != at - 1 or line.words[last] != ",":
        return False
    past = line.lowers[at] in vocab.PARTICIPLES or line.lowers[at] in ("measured", "costed")
    return past and phrases.BREAKS.isdisjoint(line.words[:last]) and ")" not in line.words[:last]


def _describes_speaker(line: Line, inverted: Frame, head: int) -> bool:
    """Whether "who" goes on about the speaker before: "said Ann Lowe, its owner, who warned"."""
    if inverted.subject is None or line.lowers[head] != "who":
        return False
    return inverted.start < inverted.subject[0] and 0 < line.starts[head] - inverted.subject[1] < 90


def _active_frame(line: Line, at: int, kind: str, subject: Subject) -> Frame | None:
    size = len(line.words)
    following = at + 1
    while following < size and line.lowers[following] in _MANNER:
        following += 1
    gap = gaps.frame_gap(line, at, following, kind, subject)
    if gap is not None:
        return gap
    behind = trailing.frame_trailing(line, at, following, subject)
    if behind is not None and (kind != "voice" or SPEECH in line.words):
        return behind
    if following >= size or not complements.takes_complement(line, at, following, kind, subject):
        return None
    frame_end = line.ends[at]
    opening = content.find_that(line, following, tells=kind == "tell")
    if opening is not None:
        frame_end = line.ends[opening]
    elif kind == "tell":
        frame_end = line.ends[content.find_listener_end(line, following)]
    scope_end = phrases.line_end(line)
    if kind == "state" and opening is None:
        scope_end = _find_occasion(line, following)
    first = subject.tokens[0] if subject.tokens else at
    if kind == "voice" and SPEECH in line.words[at:]:
        scope_end = line.ends[line.words.index(SPEECH, at)]
    elif subject.relative or _in_subordinate(line, first, at):
        scope_end = line.ends[min(phrases.find_break(line, following), size - 1)]
    before = gaps.find_told_amount(line, subject)
    if before != NOTHING:
        scope_end = line.ends[min(phrases.find_break(line, following), size - 1)]
    return Frame(
        subject.start, frame_end, subject.span, before, (frame_end, scope_end), forward=True
    )


def _find_occasion(line: Line, following: int) -> int:
    """Where the thing that is stated ends: "blamed the rain | after sales had fallen by 2%"."""
    for at in range(following, len(line.words) - 1):
        lower = line.lowers[at]
        if phrases.is_finite(line, at) or lower.endswith("ed") or lower in ("that", "to"):
            break
        if lower == "as" and _compares(line, at):
            continue
        if at > following and lower in _OCCASIONS and content.opens_finite(line, at + 1):
            return line.starts[at]
    return phrases.line_end(line)


def _compares(line: Line, at: int) -> bool:
    """Whether "as" at `at` compares: "holds as much as 50 cigarettes", "burns as much fuel as"."""
    if line.lowers[at + 1] in vocab.COMPARED_BY:
        return True
    earlier = range(max(1, at - 5), at - 1)
    return any(line.lowers[i] == "as" and line.lowers[i + 1] in vocab.COMPARED_BY for i in earlier)


def _in_subordinate(line: Line, first: int, at: int) -> bool:
    """Whether the frame opens a subordinate clause at the start of the line ("While X said …,")."""
    head = max(0, first - 1)
    return head == 0 and first > 0 and line.lowers[0] in vocab.SUBORDINATORS and at > 0
