"""The clause of a figure, by tags: its noun phrase, its verb, and where the clause ends."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.status_cues import match_cue
from figtrail.extraction.status_vocabulary import OUTCOMES, PAUSES, PROSPECTIVE, WORDS
from figtrail.extraction.tokens import Tokens

_BREAKERS = WORDS["breakers"]
_LINKING = WORDS["linking"]
_BASE_FORMS = WORDS["base_forms"]
_BARE_MODALS = frozenset(
    "will would could can may might must should shall won't won’t 'll ’ll".split()
)
_SIZING = frozenset(("of", "between", "worth"))
_OPENING = frozenset((",", ";", ":", "“", '"', "that", "and", "but"))
_OR_MORE = frozenset((("or", "more"), ("or", "less"), ("or", "fewer"), ("or", "so")))
_PARTING = frozenset(("to", "since", "until", "before", "after"))
_REACH = 24


def phrase_stop(tokens: Tokens, at: int) -> int:
    """Where the noun phrase ends that goes on at `at`, with its short complements."""
    lowers, tags = tokens.lowers, tokens.tags
    stop = min(len(lowers), at + 10)
    while at < stop and (
        tags[at] in "NJDMv"
        or (tags[at] == "O" and lowers[at - 1] == "of")
        or (tags[at] == "V" and tags[at - 1] in "DJ")
        or (tags[at] == "P" and lowers[at] not in _PARTING)
        or lowers[at] in "-‐‑%&"
    ):
        if tags[at] in "vJ" and match_cue(tokens, at) is not None:
            break
        at += 1
    return at


def verb_after(tokens: Tokens, number: Number, start: int) -> int | None:
    """The finite verb that follows the noun phrase of the number, if that is its subject."""
    at = phrase_stop(tokens, _aside_stop(tokens, number.stop))
    inside = start - 2 if start > 1 and tokens.lowers[start - 1] in ("of", "in") else start - 1
    if inside > 0 and tokens.lowers[inside] == "or":
        inside -= 1
    if inside >= 0 and tokens.lowers[inside] == "," and tokens.lowers[at : at + 1] == [","]:
        at = phrase_stop(tokens, at + 1)
    if tuple(tokens.lowers[at : at + 2]) in _OR_MORE:
        at += 2
    while at < len(tokens) and tokens.tags[at] == "B":
        at += 1
    if at < len(tokens) and tokens.tags[at] in "EV":
        return _verb_past_participle(tokens, at)
    return at if at < len(tokens) and tokens.tags[at] == "A" else None


def _verb_past_participle(tokens: Tokens, at: int) -> int | None:
    """The modal behind a participle that describes the subject: "those still cut off would"."""
    for index in range(at + 1, min(len(tokens), at + 9)):
        if tokens.lowers[index] in _BARE_MODALS:
            return index
        if tokens.tags[index] not in "PNJDBM":
            return None
    return None


def _aside_stop(tokens: Tokens, at: int) -> int:
    """Past ", or 52," that says a number again."""
    lowers = tokens.lowers
    if lowers[at : at + 2] == [",", "or"] and tokens.tags[at + 2 : at + 3] == ["M"]:
        for stop in range(at + 3, min(len(lowers), at + 7)):
            if lowers[stop] == ",":
                return stop + 1
    return at


def is_gerund_subject(tokens: Tokens, start: int) -> bool:
    """Whether the clause opens with what might be done: "raising the fee by £1 would"."""
    at = start
    while at > 0 and start - at < _REACH and tokens.lowers[at - 1] not in _OPENING:
        at -= 1
    return tokens.tags[at] == "G"


def earlier_that(tokens: Tokens, at: int) -> int:
    """The token behind the first "that" of a sentence, for a clause set beside it by "and that"."""
    first = tokens.lowers.index("that")
    return first + 1 if first < at else 0


def bracket_start(tokens: Tokens, close: int) -> int:
    """The "(" that the ")" at token `close` belongs to; the ")" itself where there is none."""
    for at in range(close - 1, -1, -1):
        if tokens.lowers[at] == "(":
            return at
    return close


def is_coordinate(tokens: Tokens, verb: int) -> bool:
    """Whether a bare verb shares an earlier modal: "plans to close 60 shops and cut 400 jobs"."""
    lowers, tags = tokens.lowers, tokens.tags
    before = verb - 1
    while before >= 0 and tags[before] == "B":
        before -= 1
    if before < 0 or lowers[verb] not in _BASE_FORMS or lowers[before] not in ("and", "or", ","):
        return False
    for at in range(before - 1, max(-1, before - _REACH), -1):
        lower = lowers[at]
        if lower in PAUSES or tags[at] == "R":
            return False
        if lower == "to" and tags[at + 1 : at + 2] not in (["M"], ["D"]):
            return True
        if tags[at] == "A":
            return lower in _BARE_MODALS
        if tags[at] in "VE" and is_finite(tokens, at):
            return False
    return False


def is_scheduled(tokens: Tokens, verb: int, number: Number) -> bool:
    """Whether the present tense tells a fixed change to come: "fares rise by 10% from April"."""
    if tokens.lowers[verb] not in WORDS["scheduled"]:
        return False
    after = tokens.lowers[number.stop : number.stop + 7]
    if "from" not in after and "on" not in after and "next" not in after:
        return False
    return not WORDS["set_by_decision"].isdisjoint(tokens.lowers[max(0, verb - 6) : verb])


def is_existing(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether the number counts what there is already, whatever is planned with it.

    "Its 300 workers", "its workforce of 300", "the £4m already spent", "a school 3 miles away".
    """
    lowers, tags = tokens.lowers, tokens.tags
    stop = number.stop
    before = lowers[start - 1] if start else ""
    following = lowers[stop] if stop < len(lowers) else "."
    if before == "of" and start > 1 and lowers[start - 2] in WORDS["stocks"]:
        return number.kind is None
    if before == "the" and start > 1 and lowers[start - 2] in WORDS["replaced"]:
        return number.kind in ("percentage", "money")
    if before.endswith(("’s", "'s")) or before in ("its", "their", "his", "her", "our"):
        counted = number.kind is None and tags[stop : stop + 1] == ["N"]
        return counted and match_cue(tokens, stop) is None
    if number.kind == "measurement" or number.unit is not None:
        away = lowers[stop + 1 : stop + 2]
        return away in (["away"], ["across"]) and tags[start - 1 : start] == ["N"]
    return following == "already" or lowers[stop + 1 : stop + 2] == ["already"]


def is_subject(tokens: Tokens, start: int) -> bool:
    """Whether the phrase of the number is the subject itself and not a complement within it."""
    lowers, tags = tokens.lowers, tokens.tags
    at = start - 1
    if at > 0 and lowers[at] == "worth" and lowers[at - 1] == ",":
        return False
    while at >= 0 and (tags[at] in "DJBE" or lowers[at] in _SIZING):
        at = _noun_start(tokens, at) if lowers[at] in ("of", "worth") else at - 1
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
    if lower == "than" and (tokens.tags[at + 1] in "M." or tokens.lowers[at + 1] == "usual"):
        return False
    if lower == "before" and tokens.tags[at + 1] == "G":
        return False
    if lower == "given" and tokens.tags[at - 1] == "A":
        return False
    if lower in ("back", "top"):
        return tokens.lowers[at - 1] in ("on", "the") and tokens.lowers[at + 1] == "of"
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
