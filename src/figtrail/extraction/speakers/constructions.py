"""Attributing clauses whose subject stands elsewhere: "…, saying that", "…, said X, the mayor"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import content, followers, openings, phrases, verbs
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.frames import NOTHING, Frame
from figtrail.extraction.speakers.lines import SPEECH
from figtrail.extraction.tokens import tag_word

if TYPE_CHECKING:
    from figtrail.extraction.speakers.lines import Line

# Signs of a sum or a share, which no speaker has in the name.
_AMOUNTS: Final = phrases.SIGNS | vocab.PERCENT


def frame_participle(line: Line, at: int, kind: str, earlier: list[Frame]) -> Frame | None:
    """Like "…, saying that …" and "Announcing …, the firm said …": the subject stands elsewhere."""
    size = len(line.words)
    before = line.words[at - 1] if at else ""
    if line.lowers[at] == "blaming":
        # "Cut its forecast, blaming a 4% slide in prices": a reason of what it did.
        return None
    if at and before not in (",", SPEECH) and line.lowers[at - 1] not in ("and", "while", "by"):
        return None
    if at == 0:
        comma = phrases.find_break(line, at)
        if comma + 1 >= size or line.words[comma] != ",":
            return None
        leading = openings.find_leading(line, comma + 1, size)
        scope = (line.ends[at], line.starts[comma])
    else:
        if kind in ("voice", "evidence", "expect") and not content.speech_follows(line, at + 1):
            return None
        clausal = content.opens_clause(line, at + 1)
        if not clausal and (kind != "state" or line.lowers[at].startswith("add")):
            return None
        scope = (line.ends[at], phrases.line_end(line))
        if earlier:
            return Frame(line.starts[at], line.ends[at], earlier[-1].subject, NOTHING, scope, True)
        leading = openings.find_leading(line, 0, at)
    if leading is None:
        return None
    span = (line.starts[leading[0]], line.ends[leading[1] - 1])
    return Frame(line.starts[at], line.ends[at], span, NOTHING, scope, forward=True)


def frame_inverted(line: Line, at: int, kind: str) -> Frame | None:
    """Like "…, said X, the mayor": the subject follows the verb."""
    size = len(line.words)
    if at + 1 >= size:
        return None
    before, first = line.words[at - 1] if at else "", at + 1
    if not _may_invert(line, at, kind, before):
        return None
    found = followers.find_after(line, first, size, cited=False)
    if found is None:
        return None
    (start, end), stop = found
    if not _AMOUNTS.isdisjoint(line.lowers[start:end]):
        return None  # "The lender, a mutual, posted a profit of £214m"
    frame_end, after = line.ends[min(stop, size) - 1], NOTHING
    opens = at == 0 and stop < size and line.words[stop] in (":", SPEECH)
    interrupts = at > 0 and before == "," and not content.has_finite(line, 0, at)
    interrupts = interrupts or _is_apart(line, at)
    described = stop + 1 < size and line.lowers[stop + 1] in vocab.RELATIVES
    if opens or (interrupts and stop < size and not described):
        after = (frame_end, phrases.line_end(line))
    else:
        closing = min(_next_speech(line, stop), size)
        frame_end = line.ends[closing - 1]
        consequence = closing < size and line.lowers[closing] in vocab.CONSEQUENCES
        if consequence or (closing < size and goes_on(line, closing)):
            after = (frame_end, phrases.line_end(line))
    return Frame(
        line.starts[at],
        frame_end,
        (line.starts[start], line.ends[end - 1]),
        (find_scope_start(line, at - 1) if at else line.starts[0], line.starts[at]),
        after,
        forward=False,
    )


def _is_apart(line: Line, at: int) -> bool:
    """Whether a verb stands between a subject's own verb and the rest: "It is, says NASA, 40"."""
    return at > 1 and line.words[at - 1] == "," and line.lowers[at - 2] in vocab.AUXILIARIES


def _may_invert(line: Line, at: int, kind: str, before: str) -> bool:
    """Whether the words on either side of a verb let its subject follow it."""
    first = at + 1
    lower, word = line.lowers[first], line.words[first]
    if (
        line.lowers[at] in vocab.LEVELLING
        or before not in (",", SPEECH, "")
        or (before == "" and line.lowers[at] not in ("said", "says"))
        or kind == "tell"
        or (before == "," and (line.lowers[at] in vocab.CALLING or verbs.ends_aside(line, at)))
    ):
        return False
    if (
        lower in ("that", "to", "it", "there")
        or lower in vocab.PREPOSITIONS
        or word in phrases.ENDS
        or word in (":", SPEECH)
        or word in phrases.SIGNS
        or (word == lower and lower in vocab.TIME_OPENERS)
    ):
        return False
    if before == SPEECH:
        return True
    states = at == 0 or content.has_clause(line, at - 1) or _parts_subject(line, at)
    return states and not content.opens_finite(line, first) and not lower[0].isdigit()


def _parts_subject(line: Line, at: int) -> bool:
    """Whether a verb stands between a subject and its own: "The deal, said Ann Lowe, would".

    One comma alone never parts a subject from its verb, so that what stands before it does not say.
    """
    if "," in line.words[: at - 1] or SPEECH in line.words[: at - 1]:
        return False
    closing = phrases.find_break(line, at)
    own = closing + 1
    while own < len(line.words) - 1 and line.lowers[own] in vocab.ADVERBS:
        own += 1
    return (
        line.words[closing : closing + 1] == [","]
        and own < len(line.words)
        and (phrases.is_finite(line, own) or tag_word(line.lowers[own]) in "VA")
    )


def _next_speech(line: Line, at: int) -> int:
    """Where the words about an inverted speaker end: at speech, a participle or the line's end."""
    while at < len(line.words):
        if line.words[at] == SPEECH or line.words[at] == ";":
            return at
        lower = line.lowers[at]
        participle = lower in vocab.CONSEQUENCES or (lower in vocab.VERBS and lower.endswith("ing"))
        if line.words[at - 1] == "," and (participle or goes_on(line, at)):
            return at
        at += 1
    return at


def goes_on(line: Line, at: int) -> bool:
    """Whether a statement goes on behind its speaker: "…, said X, and their brains hold …"."""
    if line.lowers[at] not in ("and", "while") or at + 2 >= len(line.words):
        return False
    following = line.lowers[at + 1]
    opens = (
        following in vocab.DETERMINERS
        or following in ("it", "they", "there", "only", "fewer")
        or following in vocab.LEVEL_WORDS
        or following[0].isdigit()
    )
    return opens and content.opens_finite(line, at + 2)


def find_scope_start(line: Line, before: int) -> int:
    """Where the words that a clause after them attributes begin: not before a quote's colon."""
    speech = before if line.words[before] == SPEECH else before - 1
    if speech > 0 and line.words[speech] == SPEECH and line.words[speech - 1] == ":":
        return line.starts[speech]
    return line.starts[0]
