"""Whether a figure is observed, planned, forecast, a target, an estimate or hypothetical.

A figure takes the status of what governs it: a noun that it sizes ("its 2% target"), the verb
whose subject it is ("300 homes will be built"), else the nearest cue to its left in its own
clause ("the city plans to build 300 homes").
"""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.status_clauses import (
    aside_start,
    ends_clause,
    is_finite,
    is_infinitive,
    is_linking,
    is_prospect,
    is_subject,
    phrase_stop,
    verb_after,
)
from figtrail.extraction.status_cues import (
    BE,
    CUES,
    NOT_THAN,
    PAUSES,
    STOPS,
    WORDS,
    match_cue,
    may_tell_status,
    resolve_cue,
    resolve_if,
    status_of_verb,
)
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status

_PROGRESSIVE = WORDS["progressive"]
_BREAKERS = WORDS["breakers"]
_VERBS = frozenset("AVEv")
_PRESENT = frozenset(("is", "are", "’re", "'re", "we’re", "we're", "they’re", "they're", "am"))


def find_status(tokens: Tokens, number: Number, bound_start: int) -> Status:
    """The status of a figure by the cues of its own clause; `observed` where there is none.

    `bound_start` is the token where the comparator of the number starts.
    """
    if not may_tell_status(tokens):
        return "observed"
    lowers = tokens.lowers
    found = _named_after(tokens, number)
    if found is not None:
        return found
    if bound_start and lowers[bound_start - 1] == "from":
        return _condition(tokens, bound_start) or "observed"
    verb = verb_after(tokens, number, bound_start)
    if verb is not None and is_subject(tokens, bound_start):
        found = _clausal_before(tokens, bound_start) or _governed(tokens, number, verb)
    else:
        found, blocked = _before(tokens, number, bound_start)
        found = found or _attached(tokens, number, blocked)
    if found == "planned" and _is_limit(lowers[bound_start : number.first]):
        return "target"
    return found or "observed"


def _is_limit(bound: list[str]) -> bool:
    return ("no" in bound and "than" in bound) or "maximum" in bound


def _named_after(tokens: Tokens, number: Number) -> Status | None:
    """The noun that the figure sizes: "2% target", "300-home plan", "£8m commitment"."""
    lowers, tags = tokens.lowers, tokens.tags
    for at in range(number.stop, min(len(lowers), number.stop + 5)):
        if lowers[at] not in "-‐‑–" and tags[at] not in "NJvGE" and lowers[at] != "forecast":
            return None
        cue = match_cue(tokens, at)
        if cue is None:
            continue
        if cue.kind == "standard" and number.kind in ("duration", "measurement"):
            return cue.status
        if cue.kind == "chance":
            return cue.status
        if (cue.kind in ("noun", "budget") or cue.words == ("forecast",)) and not lowers[
            at
        ].endswith("s"):
            if at == number.stop and number.kind is None and lowers[number.first] in ("one", "1"):
                return None
            return None if _reads_as_verb(tokens, number, at) else cue.status
    return None


def _reads_as_verb(tokens: Tokens, number: Number, at: int) -> bool:
    """Whether "plan" after a number is a verb: "one in four plan to move"."""
    if at + 1 >= len(tokens) or number.kind == "money":
        return False
    if number.first and tokens.tags[number.first - 1] == "D":
        return False
    return tokens.lowers[at + 1] in ("to", "that") or tokens.tags[at + 1] in "DMO"


def _governed(tokens: Tokens, number: Number, verb: int) -> Status | None:
    """The status that its own verb gives a subject: "300 homes are planned", "will be built"."""
    lowers, tags = tokens.lowers, tokens.tags
    passive = False
    for at in range(verb, min(len(lowers), verb + 7)):
        lower, tag = lowers[at], tags[at]
        cue = match_cue(tokens, at)
        if cue is not None:
            if cue.kind == "agreed":
                return resolve_cue(tokens, at, cue, number) if passive else None
            if cue.kind in ("verb", "committed", "aimed"):
                foreseen = cue.status == "forecast" and number.kind is not None
                return cue.status if passive or foreseen else None
            if cue.kind != "clausal":
                return resolve_cue(tokens, at, cue, number)
        passive = passive or lower in BE
        if tag not in "ABDJN":
            return None
    return None


def _clausal_before(tokens: Tokens, start: int) -> Status | None:
    """The cue whose clause the subject opens: "estimates that 300 people", "if 300 jobs"."""
    at = start - 1
    while at >= 0 and (tokens.tags[at] in "DJB" or tokens.lowers[at] in ("that", "up")):
        at -= 1
    if at < 0:
        return None
    cue = match_cue(tokens, at)
    if cue is None or (cue.kind == "noun" and at + 1 == start):
        return None
    return cue.status if cue.kind in ("clausal", "verb", "if", "noun") else None


def _before(tokens: Tokens, number: Number, start: int) -> tuple[Status | None, bool]:
    """The nearest cue to the left in the clause, and whether a finite verb without cue governs."""
    lowers, tags = tokens.lowers, tokens.tags
    infinitive: int | None = None
    for at in range(number.first - 1, start - 1, -1):
        cue = match_cue(tokens, at)
        if cue is not None and (cue.kind in ("noun", "verb") or cue.words[-1] == "to"):
            return cue.status, False
    at = start
    while at > 0:
        at -= 1
        lower = lowers[at]
        cue = match_cue(tokens, at) if lower in CUES else None
        if cue is not None:
            found = resolve_cue(tokens, at, cue, number)
            if cue.kind == "be_to" and found is not None:
                found = _by_subject(tokens, at) or found
            if found is not None:
                return found, False
        if lower in STOPS and ends_clause(tokens, at, start):
            break
        if lower in _PROGRESSIVE and lowers[at - 1] in _PRESENT:
            return "planned", False
        if lower == "to" and infinitive is None and is_infinitive(tokens, at):
            infinitive = at
        if tags[at] in _VERBS and is_finite(tokens, at):
            aside = aside_start(tokens, at, start)
            if aside is not None:
                at = aside
                continue
            found = _by_subject(tokens, at)
            if found is None and infinitive is not None and is_prospect(tokens, infinitive, at):
                found = "planned"
            return found, True
    if infinitive is not None:
        return status_of_verb(tokens, infinitive + 1), False
    return None, False


def _by_subject(tokens: Tokens, verb: int) -> Status | None:
    """What a subject gives through its verb: "the target is", "planned spending rose to"."""
    lowers, tags = tokens.lowers, tokens.tags
    linking = is_linking(tokens, verb)
    for at in range(verb - 1, max(-1, verb - 14), -1):
        lower = lowers[at]
        if lower in ("if", "unless", "assuming") or (lower == "provided" and lowers[at - 1] == ","):
            return resolve_if(tokens, at)
        if lower == "that":
            return _clausal_before(tokens, at)
        if lower in PAUSES or lower == "," or tags[at] in "RC" or lower in _BREAKERS:
            return None
        cue = match_cue(tokens, at)
        if cue is None and is_finite(tokens, at):
            return None
        if cue is None or (at and lowers[at - 1] in NOT_THAN):
            continue
        if cue.kind == "clausal" and lowers[at + 1] != "to":
            return cue.status
        if not linking:
            continue
        if cue.kind in ("noun", "clausal", "benchmark"):
            return cue.status
        if cue.kind == "verb" and at + 1 < len(tags) and tags[at + 1] in "NJV":
            return cue.status
    return None


def _attached(tokens: Tokens, number: Number, blocked: bool) -> Status | None:
    """A cue right behind the noun phrase: "jobs to be created", "the $9m that was forecast"."""
    lowers, tags = tokens.lowers, tokens.tags
    at = phrase_stop(tokens, number.stop)
    if at >= len(lowers):
        return None
    if lowers[at : at + 3] == [",", "to", "be"]:
        at += 1
    lower = lowers[at]
    if lower == "to" and at + 1 < len(lowers):
        if lowers[at + 1] == "be" or (
            not blocked
            and tags[at - 1] == "N"
            and (is_infinitive(tokens, at) and number.kind is None)
            and "v" not in tags[number.stop : at]
        ):
            return status_of_verb(tokens, at + 1) if _is_announced(tokens, at) else None
        return None
    if lower in ("needed", "required") and at + 1 < len(lowers) and lowers[at + 1] in ("to", "for"):
        return "hypothetical"
    if tags[at] == "R":
        return _by_relative(tokens, at, number)
    cue = match_cue(tokens, at)
    if cue is None or cue.kind != "verb" or tags[at - 1] in "DJP":
        return None
    following = lowers[at + 1] if at + 1 < len(lowers) else "."
    if following in ("with", "that") or tags[at + 1 : at + 2] == ["D"]:
        return None
    if following == "to" and (cue.status == "planned" or number.kind == "percentage"):
        return None
    return cue.status


def _is_announced(tokens: Tokens, to: int) -> bool:
    return tokens.lowers[to - 1] not in WORDS["prepositional_to"]


def _by_relative(tokens: Tokens, at: int, number: Number) -> Status | None:
    """A clause about the figure itself: "that analysts had forecast", "that is its target"."""
    for index in range(at + 1, min(len(tokens), at + 7)):
        if tokens.lowers[index] in (",", ";", "”"):
            return None
        cue = match_cue(tokens, index)
        if cue is not None and cue.status in ("forecast", "target", "estimated"):
            return cue.status if cue.kind in ("verb", "noun", "clausal") else None
        if cue is not None and cue.kind in ("will", "would"):
            return resolve_cue(tokens, index, cue, number)
    return None


def _condition(tokens: Tokens, start: int) -> Status | None:
    """Hypothetical where the clause opens with a condition."""
    for at in range(start - 1, -1, -1):
        if tokens.lowers[at] == ",":
            return None
        if tokens.lowers[at] in ("if", "unless", "assuming"):
            return resolve_if(tokens, at)
    return None
