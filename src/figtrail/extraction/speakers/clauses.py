"""The clauses of a line that attribute what stands around them: "X said", "according to X".

A frame is such a clause: the words that frame (the narrator's own) and the stretches that it
attributes. "Jo Bloggs, who runs 12 shops, said sales rose 4%": 12 is in the frame, 4% behind it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import subjects
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.lines import SPEECH

if TYPE_CHECKING:
    from figtrail.extraction.speakers.lines import Line
    from figtrail.extraction.speakers.subjects import Range

_REACH: Final = 40
_ENDS: Final = frozenset({",", ".", ";", ")", "—", "–", "?", "!", "-", "..."})
_BREAKS: Final = frozenset({",", ".", ";", "—", "–", "?", "!", SPEECH})
_RELATIVES: Final = frozenset({"who", "which", "whose", "where", "whom"})
_CLAUSE_OPENERS: Final = frozenset(
    "that there he she it they we i how whether why what".split()
)
_PLAIN_NOUNS: Final = frozenset("states projects posts lists details points shows".split())
_NEGATIONS: Final = frozenset("not n't never nor nothing no".split())
_STATES_OF_VICTIMS: Final = frozenset("and or dead missing killed injured".split())
_PLURALS: Final = frozenset("police people they we i media data statistics staff women men and".split())
_SPEAKERS: Final = vocab.BODIES | vocab.SOURCES | vocab.PRONOUNS | vocab.COMPANIES
_SHARES: Final = frozenset("half third quarter thirds quarters fifth fifths % percent cent".split())
_QUANTITY_SIGNS: Final = frozenset("£$€¥₹₦")


@dataclass(frozen=True, slots=True)
class Frame:
    """An attributing clause, in character offsets of the document.

    `start` to `end` is the clause itself. `subject` is the range of its subject, None when the
    line names none (then the line's main subject, or nobody). `before` and `after` are what it
    attributes; empty stretches attribute nothing. `forward`: its complement follows, so it is
    inside whatever frame holds it.
    """

    start: int
    end: int
    subject: tuple[int, int] | None
    before: tuple[int, int]
    after: tuple[int, int]
    forward: bool


_NONE: Final = (0, 0)


def find_frames(line: Line) -> list[Frame]:
    """Every attributing clause of a line, in order."""
    frames: list[Frame] = []
    size = len(line.words)
    for at, lower in enumerate(line.lowers):
        if lower in vocab.VERBS:
            frame = _verb_frame(line, at, vocab.VERBS[lower], frames)
        elif lower == "according" and at + 2 < size and line.lowers[at + 1] == "to":
            frame = _cited_frame(line, at, at + 2)
        else:
            continue
        if frame is not None:
            frames.append(frame)
    return frames


def _line_end(line: Line) -> int:
    return line.ends[-1]


def _cited_frame(line: Line, at: int, first: int) -> Frame | None:
    size = len(line.words)
    found = subjects.find_after(line, first, size, cited=True)
    if found is None:
        return None
    (start, end), stop = found
    closing = stop
    if stop < size - 1 and line.words[stop] == "," and line.lowers[stop + 1] in _RELATIVES:
        closing = _next_break(line, stop + 1)
    here = line.starts[at]
    after_start = line.ends[min(closing, size) - 1]
    before = (line.starts[0], here) if at else _NONE
    after = (after_start, _line_end(line)) if closing < size else _NONE
    if at and line.words[at - 1] in (";", ".", "?", "!"):
        before = _NONE
    return Frame(
        here,
        after_start,
        (line.starts[start], line.ends[end - 1]),
        before,
        after,
        forward=after != _NONE and _opens_here(line, at),
    )


def _opens_here(line: Line, at: int) -> bool:
    """Whether a clause begins at `at`, perhaps behind "that," or "but,"."""
    behind = at - 1
    if behind > 0 and line.words[behind] == ",":
        return line.lowers[behind - 1] in ("that", "but", "and", "while", "because")
    return behind < 0 or line.words[behind] not in (SPEECH, ")")


def _next_break(line: Line, at: int) -> int:
    size = len(line.words)
    while at < size and line.words[at] not in _BREAKS:
        at += 1
    return at


@dataclass(frozen=True, slots=True)
class _Group:
    """The words before a verb: `last` is the token before the verb group."""

    last: int
    passive: bool
    refused: bool


def _read_group(line: Line, at: int) -> _Group:
    """Steps back over adverbs and auxiliaries to the token before the verb group."""
    last = at - 1
    passive = refused = False
    form = line.lowers[at]
    while last >= 0 and at - last < 8:
        lower = line.lowers[last]
        if lower in vocab.BE:
            passive = passive or not form.endswith("ing")
        elif lower in _NEGATIONS or lower.endswith(("n't", "n’t")):
            refused = True
        elif lower == "to":
            refused = refused or at - last < 3
            break
        elif lower not in vocab.AUXILIARIES and not _is_adverb(line, last):
            break
        last -= 1
    return _Group(last, passive, refused)


def _has_plural(line: Line, at: int) -> bool:
    """Whether a plural stands in the noun phrase before a plain form ("figures from X show")."""
    for back in range(at - 1, max(-1, at - 14), -1):
        word = line.words[back]
        if word in _BREAKS:
            return False
        if word in _PLURALS or (
            word.lower().endswith("s") and len(word) > 3 and not subjects.is_possessive(word)
        ):
            return True
    return False


def _has_complement(line: Line, at: int) -> bool:
    """Whether the plural before a verb belongs to a phrase behind a noun ("a report to members")."""
    back = range(at - 2, max(-1, at - 7), -1)
    return any(line.lowers[i] in vocab.PREPOSITIONS or line.lowers[i] == "and" for i in back)


def _is_adverb(line: Line, at: int) -> bool:
    word, lower = line.words[at], line.lowers[at]
    if at and subjects.is_capital(word):
        return lower in vocab.CALENDAR and lower in vocab.ADVERBS
    return lower in vocab.ADVERBS or (lower.endswith("ly") and len(lower) > 4)


def _is_noun(line: Line, at: int) -> bool:
    """Whether a form that may be a noun or adjective is one here."""
    before = line.lowers[at - 1] if at else ""
    following = line.lowers[at + 1] if at + 1 < len(line.lowers) else ""
    if (
        before in vocab.DETERMINERS
        or before in vocab.PREPOSITIONS
        or before in vocab.MODIFIERS
        or subjects.is_possessive(before)
    ):
        return True
    form = line.lowers[at]
    if form not in vocab.AMBIGUOUS or (form == "calls" and following == "for"):
        return False
    if following in ("of", "from", "by", "for", "and", "on", "released", "published", "is", "are"):
        return True
    if before[:1].isdigit() or before in (",", "%") and form in _PLAIN_NOUNS:
        return True
    plural = before.endswith("s") and line.words[at - 1].islower()
    if form in vocab.BASE_FORMS and form not in vocab.PARTICIPLES:
        if not (plural or before in vocab.AUXILIARIES or _has_plural(line, at)):
            return True
    elif form.endswith("s") and plural and not _has_complement(line, at):
        return True
    return following in vocab.VERBS or following in vocab.FINITE


def _verb_frame(line: Line, at: int, kind: str, earlier: list[Frame]) -> Frame | None:
    form = line.lowers[at]
    if (form in vocab.AMBIGUOUS or form in vocab.PARTICIPLES) and _is_noun(line, at):
        return None
    group = _read_group(line, at)
    if group.refused:
        return None
    if group.passive:
        return _agent_frame(line, at, kind)
    if form.endswith("ing") and form not in ("putting",) and group.last == at - 1:
        return _participle_frame(line, at, kind, earlier)
    for special in (_polled_frame(line, at, kind), _inverted_frame(line, at, kind)):
        if special is not None:
            return special
    subject = subjects.find_before(line, group.last)
    span = None
    start = line.starts[at]
    if subject is not None:
        if _is_share(line, subject):
            return None
        span = (line.starts[subject[0]], line.ends[subject[1] - 1])
        start = span[0]
    elif group.last >= 0 and line.lowers[group.last] in ("and", "but", "then", ","):
        if earlier:
            span = earlier[-1].subject
        else:
            leading = subjects.find_leading(line, 0, group.last)
            if leading is None:
                return None
            span = (line.starts[leading[0]], line.ends[leading[1] - 1])
    else:
        return None
    head = group.last if subject is None or subject[1] <= group.last else subject[0] - 1
    relative = head > 0 and line.lowers[head] in ("which", "who")
    return _active_frame(line, at, kind, _Subject(subject, span, start, relative))


def _is_share(line: Line, subject: Range) -> bool:
    """Whether a subject counts those who answered ("seven in ten", "45% of nurses")."""
    lowers = line.lowers[subject[0] : subject[1]]
    if lowers[0] in ("down", "up", "fewer") or lowers[:2] == ["the", "number"]:
        return True
    if lowers[0] in vocab.COUNTS and lowers[1:2] in (["in"], ["out"]):
        return True
    for lower in lowers[:4]:
        if lower in vocab.SOURCES:
            return False
        if lower[0].isdigit() or lower in _SHARES or lower in _QUANTITY_SIGNS:
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Subject:
    tokens: Range | None
    span: tuple[int, int] | None
    start: int
    relative: bool


def _has_source_head(line: Line, tokens: Range | None) -> bool:
    """Whether a noun phrase names a report or data rather than somebody."""
    if tokens is None:
        return False
    head = tokens[1]
    for at in range(tokens[0] + 1, tokens[1]):
        if line.lowers[at] in vocab.PREPOSITIONS or line.lowers[at] in vocab.PARTICIPLES | {
            "released",
            "published",
            "compiled",
            "commissioned",
            "collected",
            "seen",
            "obtained",
        }:
            head = at
            break
    return line.lowers[head - 1] in vocab.SOURCES


def _active_frame(line: Line, at: int, kind: str, subject: _Subject) -> Frame | None:
    size = len(line.words)
    following = at + 1
    while following < size and line.lowers[following] in vocab.ADVERBS - vocab.TIME_OPENERS:
        following += 1
    gap = _gap_frame(line, at, following, kind, subject)
    if gap is not None:
        return gap
    trailing = _trailing_frame(line, at, following, subject)
    if trailing is not None:
        return trailing if kind != "voice" or SPEECH in line.words else None
    if following >= size or not _takes_complement(line, at, following, kind, subject):
        return None
    frame_end = line.ends[at]
    opening = _find_that(line, following)
    if opening is not None:
        frame_end = line.ends[opening]
    elif kind == "tell":
        frame_end = line.ends[_listener_end(line, following)]
    scope_end = _line_end(line)
    first = subject.tokens[0] if subject.tokens else at
    if subject.relative or _in_subordinate(line, first, at):
        scope_end = line.ends[min(_next_break(line, following), size - 1)]
    return Frame(
        subject.start, frame_end, subject.span, _NONE, (frame_end, scope_end), forward=True
    )


def _polled_frame(line: Line, at: int, kind: str) -> Frame | None:
    """"6 in 10 told a survey by X that …": the survey states it, the share included."""
    if kind != "tell":
        return None
    found = subjects.find_after(line, at + 1, len(line.words), cited=True)
    if found is None or not _has_source_head(line, found[0]):
        return None
    start, end = line.starts[found[0][0]], line.ends[found[0][1] - 1]
    return Frame(start, end, (start, end), (line.starts[0], start), (end, _line_end(line)), True)


def _gap_frame(
    line: Line, at: int, following: int, kind: str, subject: _Subject
) -> Frame | None:
    """"the $5m that analysts had forecast": what the relative clause leaves out stands before."""
    if subject.tokens is None or kind not in ("state", "expect"):
        return None
    opening = subject.tokens[0] - 1
    if opening < 1 or line.lowers[opening] not in ("that", "which"):
        return None
    size = len(line.words)
    if following < size and line.words[following] not in _ENDS:
        if line.lowers[following] not in vocab.PREPOSITIONS | {"last", "this"}:
            return None
    for back in range(opening - 1, max(-1, opening - 9), -1):
        if line.lowers[back] in vocab.DETERMINERS:
            scope = (line.starts[back], line.starts[opening])
            return Frame(line.starts[opening], line.ends[at], subject.span, scope, _NONE, True)
        if line.words[back] in _BREAKS:
            break
    return None


def _in_subordinate(line: Line, first: int, at: int) -> bool:
    """Whether the frame opens a subordinate clause at the start of the line ("While X said …,")."""
    head = max(0, first - 1)
    return head == 0 and first > 0 and line.lowers[0] in vocab.SUBORDINATORS and at > 0


def _trailing_frame(line: Line, at: int, following: int, subject: _Subject) -> Frame | None:
    """"…, X said." or "…, X said on Monday, …": what is attributed came before."""
    if subject.tokens is None or subject.relative:
        return None
    first = subject.tokens[0]
    before = first - 1
    while before >= 0 and line.lowers[before] in ("as", "the", "and"):
        before -= 1
    if before < 0 or line.words[before] not in _BREAKS:
        return None
    if line.words[before] == "," and not _has_clause(line, before):
        return None
    size = len(line.words)
    stop = following
    if stop < size and line.words[stop] not in _ENDS:
        if line.words[stop] == SPEECH or line.words[stop] == ":":
            return None
        listener = vocab.VERBS[line.lowers[at]] == "tell"
        if not listener and line.lowers[stop] not in vocab.TIME_OPENERS:
            return None
        while stop < size and line.words[stop] not in _ENDS:
            lower = line.lowers[stop]
            if subjects.is_finite(line, stop) or lower == "that" or line.words[stop] in (SPEECH, ":"):
                return None
            stop += 1
        if line.lowers[at] in vocab.PARTICIPLES and not _can_speak(line, subject.tokens):
            return None
    end = line.ends[min(stop, size) - 1]
    after = (end, _line_end(line)) if stop < size and line.words[stop] == "," else _NONE
    scope = (_scope_start(line, before), subject.start)
    return Frame(subject.start, end, subject.span, scope, after, False)


def _can_speak(line: Line, tokens: Range) -> bool:
    """Whether a noun phrase names somebody or a report, by a word for it or by a capital."""
    return any(
        (subjects.is_capital(line.words[at]) and at > 0)
        or line.lowers[at] in _SPEAKERS
        or line.lowers[at] in vocab.ROLES
        for at in range(*tokens)
    )


def _scope_start(line: Line, before: int) -> int:
    """Where the words that a clause after them attributes begin: not before a quote's colon."""
    speech = before if line.words[before] == SPEECH else before - 1
    if speech > 0 and line.words[speech] == SPEECH and line.words[speech - 1] == ":":
        return line.starts[speech]
    return line.starts[0]


def _has_clause(line: Line, end: int) -> bool:
    """Whether a statement, not just an adverbial or a name, stands before token `end`."""
    relative = False
    for at in range(end - 1, max(-1, end - 2 * _REACH), -1):
        lower = line.lowers[at]
        if line.words[at] == SPEECH:
            return True
        if subjects.is_finite(line, at) or lower[-1].isdigit() or (
            len(lower) > 4 and lower.endswith("ed") and not subjects.is_capital(line.words[at])
        ):
            relative = True
        if relative and (at == 0 or line.words[at - 1] in _BREAKS):
            if lower not in _RELATIVES and lower not in ("speaking", "asked"):
                return True
            relative = False
    return False


def _find_that(line: Line, following: int) -> int | None:
    """The "that" which opens the complement, when words about the occasion come first."""
    for at in range(following, min(len(line.words), following + 16)):
        lower = line.lowers[at]
        if lower == "that":
            # Behind a comma that does not enclose an aside, it opens a relative clause.
            crossed = "," in line.words[following:at] and line.words[at - 1] != ","
            return None if crossed else at
        if line.words[at] in (";", ":", SPEECH) or subjects.is_finite(line, at):
            return None
    return None


def _listener_end(line: Line, following: int) -> int:
    """The last token of whoever is told."""
    lowers = line.lowers
    size = len(lowers)
    at = following
    if at < size and lowers[at] in vocab.DETERMINERS:
        at += 1
        while at < size - 1 and subjects.is_capital(line.words[at]):
            at += 1
        return min(at, size - 1)
    while at + 1 < size and subjects.is_capital(line.words[at]) and subjects.is_capital(
        line.words[at + 1]
    ):
        at += 1
    return min(at, size - 1)


def _takes_complement(
    line: Line, at: int, following: int, kind: str, subject: _Subject
) -> bool:
    form = line.lowers[at]
    speech = _speech_follows(line, following)
    if form in ("call", "calls", "called") and line.lowers[following] == "for":
        return speech or _has_source_head(line, subject.tokens)
    if kind == "voice" or speech:
        return speech
    if form.startswith("point") and line.lowers[following] not in ("out", "to"):
        return False
    if form in vocab.PARTICIPLES and _is_reduced(line, following):
        return False
    if kind == "expect":
        return line.lowers[following] != "to"
    if kind == "tell":
        return line.lowers[following] not in ("of", "a") and _opens_clause(line, following + 1)
    if form in ("put", "puts", "putting"):
        return _puts_at(line, following)
    if form in ("add", "adds", "added", "adding"):
        return _opens_clause(line, following)
    if kind == "state":
        return True
    if _has_source_head(line, subject.tokens):
        return True
    if kind == "content":
        return _find_that(line, following) is not None
    return kind == "assert" and _opens_clause(line, following)


def _puts_at(line: Line, following: int) -> bool:
    """Whether "put" states a level ("puts the toll at 40", "puts Labour on 38%")."""
    for at in range(following, min(len(line.words) - 1, following + 14)):
        if line.lowers[at] in ("at", "on"):
            level = line.lowers[at + 1]
            if line.lowers[at] == "at" or level[0].isdigit() or level in _QUANTITY_SIGNS:
                return True
    return False


def _speech_follows(line: Line, following: int) -> bool:
    for at in range(following, min(len(line.words), following + 14)):
        if line.words[at] == SPEECH:
            return True
        if line.words[at] in (".", ";") or subjects.is_finite(line, at):
            return False
    return False


def _is_reduced(line: Line, following: int) -> bool:
    """Whether a participle after its noun describes it ("crimes reported in March rose")."""
    lower = line.lowers[following]
    if subjects.is_finite(line, following) or lower in _STATES_OF_VICTIMS:
        return True
    if lower not in vocab.PREPOSITIONS | {"this", "last", "as"}:
        return False
    return lower != "about" and _find_that(line, following) is None


def _opens_clause(line: Line, following: int) -> bool:
    """Whether a clause, not just a noun phrase, follows."""
    size = len(line.words)
    if following >= size:
        return False
    if line.lowers[following] in _CLAUSE_OPENERS or line.words[following] in (SPEECH, ":"):
        return True
    infinitive = False
    for at in range(following, min(size, following + _REACH)):
        word, lower = line.words[at], line.lowers[at]
        if lower == "that":
            return True
        if lower in _RELATIVES or word in (".", ";", "?", "!"):
            return False
        if word == "," and at > following + 3:
            return False
        if subjects.is_finite(line, at) and not infinitive and not _is_owned(line, at):
            return True
        infinitive = lower == "to"
    return False


def _is_owned(line: Line, at: int) -> bool:
    """Whether a form stands after a determiner or genitive, and so is a noun ("their need")."""
    before = line.lowers[at - 1] if at else ""
    return before in vocab.DETERMINERS or subjects.is_possessive(before)


def _agent_frame(line: Line, at: int, kind: str) -> Frame | None:
    """"were told by X that …": the agent states it."""
    size = len(line.words)
    if at + 2 >= size or line.lowers[at + 1] != "by":
        return None
    found = subjects.find_after(line, at + 2, size, cited=False)
    if found is None or (kind != "tell" and _find_that(line, at + 2) is None):
        return None
    (start, end), stop = found
    frame_end = line.ends[min(stop, size) - 1]
    return Frame(
        line.starts[at],
        frame_end,
        (line.starts[start], line.ends[end - 1]),
        _NONE,
        (frame_end, _line_end(line)),
        forward=True,
    )


def _participle_frame(
    line: Line, at: int, kind: str, earlier: list[Frame]
) -> Frame | None:
    """"…, saying that …" and "Announcing …, the firm said …": the subject stands elsewhere."""
    size = len(line.words)
    before = line.words[at - 1] if at else ""
    if at and before not in (",", SPEECH) and line.lowers[at - 1] not in ("and", "while", "by"):
        return None
    if at == 0:
        comma = _next_break(line, at)
        if comma + 1 >= size or line.words[comma] != ",":
            return None
        leading = subjects.find_leading(line, comma + 1, size)
        scope = (line.ends[at], line.starts[comma])
    else:
        if kind in ("voice", "evidence", "expect") and not _speech_follows(line, at + 1):
            return None
        clausal = _opens_clause(line, at + 1)
        if not clausal and (kind != "state" or line.lowers[at].startswith("add")):
            return None
        scope = (line.ends[at], _line_end(line))
        if earlier:
            return Frame(line.starts[at], line.ends[at], earlier[-1].subject, _NONE, scope, True)
        leading = subjects.find_leading(line, 0, at)
    if leading is None:
        return None
    span = (line.starts[leading[0]], line.ends[leading[1] - 1])
    return Frame(line.starts[at], line.ends[at], span, _NONE, scope, forward=True)


def _inverted_frame(line: Line, at: int, kind: str) -> Frame | None:
    """"…, said X, the mayor": the subject follows the verb."""
    size = len(line.words)
    if at + 1 >= size:
        return None
    before = line.words[at - 1] if at else ""
    if before not in (",", SPEECH, "") or (before == "" and line.lowers[at] not in ("said", "says")):
        return None
    first = at + 1
    lower = line.lowers[first]
    if kind == "tell" or lower in ("that", "to", "it", "there") or lower in vocab.PREPOSITIONS or line.words[first] in _ENDS:
        return None
    if line.words[first] in (":", SPEECH) or line.words[first] in _QUANTITY_SIGNS:
        return None
    if before != SPEECH:
        if _finite_before_break(line, first) or not (at == 0 or _has_clause(line, at - 1)):
            return None
        if lower[0].isdigit():
            return None
    found = subjects.find_after(line, first, size, cited=False)
    if found is None:
        return None
    (start, end), stop = found
    frame_end, after = line.ends[min(stop, size) - 1], _NONE
    if at and before == "," and not _finite_in(line, 0, at) and stop < size:
        after = (frame_end, _line_end(line))
    else:
        frame_end = line.ends[min(_next_speech(line, stop), size) - 1]
    return Frame(
        line.starts[at],
        frame_end,
        (line.starts[start], line.ends[end - 1]),
        (_scope_start(line, at - 1) if at else line.starts[0], line.starts[at]),
        after,
        forward=False,
    )


def _next_speech(line: Line, at: int) -> int:
    """Where the words about an inverted speaker end: at speech, a participle or the line's end."""
    while at < len(line.words):
        if line.words[at] == SPEECH or line.words[at] == ";":
            return at
        lower = line.lowers[at]
        if lower in vocab.VERBS and lower.endswith("ing") and line.words[at - 1] == ",":
            return at
        at += 1
    return at


def _finite_before_break(line: Line, at: int) -> bool:
    for index in range(at, min(len(line.words), at + _REACH)):
        if line.words[index] in _BREAKS or line.lowers[index] in _RELATIVES:
            return False
        if subjects.is_finite(line, index):
            return True
    return False


def _finite_in(line: Line, start: int, end: int) -> bool:
    return any(subjects.is_finite(line, at) for at in range(max(start, end - _REACH), end))
