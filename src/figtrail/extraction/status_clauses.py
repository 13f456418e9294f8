"""The clause of a figure, by tags: its noun phrase, its verb, and where the clause ends."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.status_cues import OUTCOMES, PAUSES, PROSPECTIVE, WORDS, match_cue
from figtrail.extraction.tokens import Tokens

_BREAKERS = WORDS["breakers"]
_LINKING = WORDS["linking"]
_BASE_FORMS = WORDS["base_forms"]


def phrase_stop(tokens: Tokens, at: int) -> int:
    """Where the noun phrase ends that goes on at `at`, with its short complements."""
    lowers, tags = tokens.lowers, tokens.tags
    stop = min(len(lowers), at + 10)
    while at < stop and (
        tags[at] in "NJDMv"
        or (tags[at] == "O" and lowers[at - 1] == "of")
        or (tags[at] == "P" and lowers[at] != "to")
        or lowers[at] in "-‐‑%&"
    ):
        if tags[at] in "vJ" and match_cue(tokens, at) is not None:
            break
        at += 1
    return at


def verb_after(tokens: Tokens, number: Number, start: int) -> int | None:
    """The finite verb that follows the noun phrase of the number, if that is its subject."""
    at = phrase_stop(tokens, number.stop)
    inside = start - 2 if start > 1 and tokens.lowers[start - 1] in ("of", "in") else start - 1
    if inside >= 0 and tokens.lowers[inside] == "," and tokens.lowers[at : at + 1] == [","]:
        at += 1
    while at < len(tokens) and tokens.tags[at] == "B":
        at += 1
    return at if at < len(tokens) and tokens.tags[at] == "A" else None


def is_subject(tokens: Tokens, start: int) -> bool:
    """Whether the phrase of the number is the subject itself and not a complement within it."""
    lowers, tags = tokens.lowers, tokens.tags
    at = start - 1
    while at >= 0 and (tags[at] in "DJBE" or lowers[at] in ("of", "between")):
        at = _noun_start(tokens, at) if lowers[at] == "of" else at - 1
    return at < 0 or tags[at] != "P"


def _noun_start(tokens: Tokens, of: int) -> int:
    """The token before the noun phrase that "of" belongs to: "the loss of", "a total of"."""
    at = of - 1
    while at >= 0 and tokens.tags[at] in "NJ":
        at -= 1
    return at


def ends_clause(tokens: Tokens, at: int, start: int) -> bool:
    """Whether token `at` parts the words before it from the number phrase at `start`."""
    lower = tokens.lowers[at]
    if lower in PAUSES:
        if at == start - 1 or lower in ("”", "–", "—"):
            return lower in (";", ":") and at < start - 1
        opens = lower in ("“", '"') and at and tokens.lowers[at - 1] not in (",", ":")
        return not opens
    if lower == "than" and tokens.tags[at + 1] in "M.":
        return False
    return lower in _BREAKERS


def aside_start(tokens: Tokens, verb: int, start: int) -> int | None:
    """The comma that opens ", the poll suggests," around a retelling verb."""
    lowers = tokens.lowers
    if lowers[verb] not in WORDS["retelling"] or "," not in lowers[verb:start]:
        return None
    for at in range(verb - 1, max(-1, verb - 9), -1):
        if lowers[at] == ",":
            return at
        if lowers[at] in PAUSES:
            return None
    return None


def is_infinitive(tokens: Tokens, to: int) -> bool:
    """Whether "to" opens what a headline or a noun announces, and not a preposition's phrase."""
    lowers = tokens.lowers
    if not to or to + 1 >= len(lowers) or lowers[to - 1] in WORDS["prepositional_to"]:
        return False
    verb = lowers[to + 1]
    return (verb in PROSPECTIVE or verb in OUTCOMES) and tokens.tags[to - 1] in "NJMv.B"


def is_prospect(tokens: Tokens, to: int, verb: int) -> bool:
    """Whether an infinitive after a noun names what is still to be done."""
    return (
        tokens.tags[to - 1] in "NMv"
        and tokens.lowers[to + 1] in PROSPECTIVE
        and tokens.lowers[verb] not in WORDS["carried_out"]
    )


def is_finite(tokens: Tokens, at: int) -> bool:
    """Whether token `at` is a verb that governs what follows, as far as tags tell."""
    lowers, tags = tokens.lowers, tokens.tags
    tag, lower = tags[at], lowers[at]
    if tag == "A":
        return lower not in ("be", "been", "being", "have", "do")
    before = at - 1
    while before >= 0 and tags[before] == "B":
        before -= 1
    previous, previous_tag = (lowers[before], tags[before]) if before >= 0 else ("", ".")
    following = tags[at + 1] if at + 1 < len(tags) else "."
    if tag == "V":
        if lower in _BASE_FORMS and (previous in ("to", "help") or previous_tag == "A"):
            return False
        return previous_tag not in "DJAE" and not (previous_tag == "P" and following == "N")
    if tag == "E":
        if (
            previous_tag in "DJPA"
            or (previous == "," and tokens.lowers[at + 1 : at + 2] == ["by"])
            or (following == "N" and previous_tag != "O")
        ):
            return False
        return previous_tag in "NOC." or previous in ("who", "which", "that")
    return tag == "v" and (previous_tag in "OR" or (previous_tag == "N" and following in "DMPJB"))


def is_linking(tokens: Tokens, verb: int) -> bool:
    """Whether a verb tells the size of its subject: "was", "was set at", but not "was missed"."""
    if tokens.lowers[verb] not in _LINKING:
        return False
    at = verb + 1
    while at < len(tokens) and tokens.tags[at] in "BA":
        at += 1
    return at >= len(tokens) or tokens.tags[at] not in "EV" or tokens.lowers[at] in _LINKING
