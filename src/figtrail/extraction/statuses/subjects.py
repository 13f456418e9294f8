"""What a clause's subject, or the words that open the clause, give the figure behind the verb."""

from __future__ import annotations

from figtrail.extraction.statuses.clauses import aside_opening, is_finite, is_linking
from figtrail.extraction.statuses.cues import find_cues, match_cue
from figtrail.extraction.statuses.fitting import is_inferred
from figtrail.extraction.statuses.modals import resolve_if
from figtrail.extraction.statuses.vocabulary import BE, NOT_THAN, PAUSES, WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status

_HELD = frozenset(("thought", "believed", "reckoned"))
_FAR = 24
_BREAKERS = WORDS["breakers"]


def find_opener(tokens: Tokens, start: int) -> Status | None:
    """The cue whose clause the subject opens: "estimates that 300 people", "if 300 jobs"."""
    at = start - 1
    while at >= 0 and (tokens.tags[at] in "DJB" or tokens.lowers[at] in ("that", "up")):
        at -= 1
    if at > 0 and tokens.lowers[at : at + 2] == ["and", "that"]:
        return find_opener(tokens, _earlier_that(tokens, at))
    if at < 0:
        return None
    if at and tokens.lowers[at] in _HELD and tokens.lowers[at - 1] in BE:
        at -= 1
    if tokens.lowers[at] in BE and tokens.lowers[at + 1] == "that":
        return find_by_subject(tokens, at)
    cue = match_cue(tokens, at)
    estimate = tokens.lowers[at] == "estimate" and at > 0 and tokens.lowers[at - 1].endswith("s")
    if cue is None or (cue.kind == "noun" and at + 1 == start and not estimate):
        return None
    if cue.kind == "if":
        return resolve_if(tokens, at)
    if cue.kind == "evidence":
        return cue.status if is_inferred(tokens, at) else None
    return cue.status if cue.kind in ("clausal", "verb", "noun") else None


def find_by_subject(tokens: Tokens, verb: int, linking: bool | None = None) -> Status | None:
    """What a subject gives through its verb: "the target is", "planned spending rose to".

    `linking`: what the verb behind an aside does, where `verb` is the comma that opens it.
    """
    lowers, tags, cues = tokens.lowers, tokens.tags, find_cues(tokens)
    linking = is_linking(tokens, verb) if linking is None else linking
    for at in range(verb - 1, max(-1, verb - 14), -1):
        lower = lowers[at]
        if lower in ("if", "unless", "assuming") or (lower == "provided" and lowers[at - 1] == ","):
            return resolve_if(tokens, at)
        if lower == "that":
            return find_opener(tokens, at)
        if lower == ",":
            opening = aside_opening(tokens, at)
            if opening is not None:
                return find_by_subject(tokens, opening, linking)
        if lower in PAUSES or lower == "," or tags[at] in "RC":
            return None
        dated = lower == "since" and tags[at + 1] == "M"
        dated = dated or (lower in WORDS["set_against"] and tags[at + 1] == "D")
        if lower in _BREAKERS and tags[at] != "J" and not dated:
            return None
        cue = cues.get(at)
        if cue is None and is_finite(tokens, at):
            return None
        if cue is None or (at and lowers[at - 1] in NOT_THAN):
            continue
        if tags[at - 1] == "D" and lowers[at - 2] in WORDS["set_against"]:
            continue
        if cue.kind == "clausal" and lowers[at + 1] != "to":
            return cue.status
        if cue.kind == "evidence":
            return cue.status if is_inferred(tokens, at) else None
        if not linking:
            continue
        if cue.kind in ("noun", "clausal", "benchmark", "chance", "standard"):
            return cue.status
        if cue.kind == "budget" and lowers[at + 1] == "for":
            return cue.status
        described = at > 0 and (tags[at - 1] in "DJ" or tags[at - 1] + tags[at + 1] == "NP")
        described = described or (lower == "forecast" and lowers[verb] in ("has", "had", "have"))
        if cue.kind == "verb" and (described or tags[at + 1 : at + 2] in (["N"], ["J"], ["V"])):
            return cue.status
    return None


def _earlier_that(tokens: Tokens, at: int) -> int:
    """The token behind the first "that" of a sentence, for a clause set beside it by "and that"."""
    for index in range(at - 1, 0, -1):
        if tokens.lowers[index] == "that" and tokens.lowers[index - 1] != "and":
            return index + 1
    return 0


def is_gerund_subject(tokens: Tokens, start: int) -> bool:
    """Whether the clause opens with what might be done: "raising the fee by £1 would"."""
    at = start
    stops = WORDS["clause_openings"] | WORDS["reporting"]
    while at > 0 and start - at < _FAR and tokens.lowers[at - 1] not in stops:
        at -= 1
    return tokens.tags[at] == "G"
