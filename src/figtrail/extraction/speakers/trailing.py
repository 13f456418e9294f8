"""Clauses that attribute what stands before them: "…, X said.", "…, X told them on Monday, …"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import constructions, content, phrases
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.frames import NOTHING, Frame
from figtrail.extraction.speakers.lines import SPEECH

if TYPE_CHECKING:
    from figtrail.extraction.speakers.frames import Subject
    from figtrail.extraction.speakers.lines import Line

_FORECAST_REACH: Final = 8
_PRICE_REACH: Final = 6
_HEARERS: Final = vocab.DETERMINERS | {"reporters", "journalists"}
# What may stand between who says so and the rest of what they say.
_GOING_ON: Final = (",", ";", "–", "—")


def _turns_away(line: Line, at: int) -> bool:
    """Whether the article goes on in its own voice: "…, X said, as a strike loomed"."""
    following = line.lowers[at + 1 : at + 2]
    if line.words[at] != ",":
        return False
    if not vocab.MATCHING.isdisjoint(following):
        # "…, the office said, against forecasts of 2%": others forecast it.
        return not vocab.FORECASTS.isdisjoint(line.lowers[at + 2 : at + _FORECAST_REACH])
    if following == ["but"]:
        # "…, the firm said, but its shares fell by 3%": what the market does, nobody states.
        return not vocab.PRICES.isdisjoint(line.lowers[at + 2 : at + _PRICE_REACH])
    return not vocab.ASIDE_OPENERS.isdisjoint(following)


def _interrupts(line: Line, comma: int, following: int) -> bool:
    """Whether a verb stands between where it holds and what: "In Wales, he added, 40 died"."""
    if following >= len(line.words) or line.words[following] != ",":
        return False
    amount = any(lower[0].isdigit() for lower in line.lowers[following + 1 : following + 4])
    if not amount and not content.opens_finite(line, following + 1):
        return False
    first = next((at for at in range(comma) if line.words[at] != SPEECH), comma)
    opens = line.lowers[first] in vocab.PREPOSITIONS or line.lowers[first] in vocab.SUBORDINATORS
    return opens and "," not in line.words[first:comma]


def frame_trailing(line: Line, at: int, following: int, subject: Subject) -> Frame | None:
    """Like "…, X said." or "…, X said on Monday, …": what is attributed came before."""
    if subject.tokens is None or subject.relative:
        return None
    first = subject.tokens[0]
    before = first - 1
    while before >= 0 and line.lowers[before] in ("as", "the", "and"):
        before -= 1
    if before > 0 and line.lowers[before] == "that" and line.words[before - 1] == ",":
        before -= phrases.is_possessive(line.words[first])  # "…, that state's office said"
    if before < 0 or line.words[before] not in phrases.BREAKS or line.words[before] == ";":
        # A semicolon sets off a statement of its own, which goes on behind the verb.
        return None
    if line.lowers[at] in vocab.LEVELLING and line.lowers[following : following + 1] != ["it"]:
        # "…, and they put over 40 on a list": no level was stated before.
        return None
    size = len(line.words)
    final = following >= size or line.words[following] == "."
    stated = line.words[before] != "," or final or content.has_clause(line, before)
    if not stated and not _interrupts(line, before, following):
        return None
    stop = following
    if stop < size and line.words[stop] not in phrases.ENDS:
        if line.words[stop] == SPEECH or line.words[stop] == ":":
            return None
        listener = vocab.VERBS[line.lowers[at]] == "tell"
        of_speech = line.lowers[stop] == "of" and line.words[before] == SPEECH
        if not (listener or of_speech or line.lowers[stop] in vocab.TIME_OPENERS):
            return None
        while stop < size and line.words[stop] not in phrases.ENDS:
            lower = line.lowers[stop]
            if lower == "to" and listener and _HEARERS.isdisjoint(line.lowers[stop + 1 : stop + 2]):
                # "…, and auditors told it to keep £12m".
                return None
            relative = lower == "who" or (lower == "that" and not content.opens_content(line, stop))
            if relative:
                # "… told brokers in a talk that lasted an hour", "told 80 residents who came".
                stop = phrases.find_break(line, stop)
                break
            if (
                phrases.is_finite(line, stop)
                or lower == "that"
                or line.words[stop] in (SPEECH, ":")
            ):
                return None
            stop += 1
        if line.lowers[at] in vocab.PARTICIPLES and not phrases.can_speak(line, subject.tokens):
            return None
    end = line.ends[min(stop, size) - 1]
    goes_on = stop < size and line.words[stop] in _GOING_ON and not _turns_away(line, stop)
    after = (end, phrases.line_end(line)) if goes_on else NOTHING
    scope = (constructions.find_scope_start(line, before), subject.start)
    return Frame(subject.start, end, subject.span, scope, after, False)
