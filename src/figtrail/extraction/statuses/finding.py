"""Whether a figure is observed, planned, forecast, a target, an estimate or hypothetical.

A figure takes the status of what governs it: a noun that it sizes ("its 2% target"), the verb
whose subject it is ("300 homes will be built"), else the nearest cue to its left in its own
clause ("the city plans to build 300 homes").
"""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.attached import find_attached, find_described
from figtrail.extraction.statuses.clauses import (
    aside_start,
    bracket_start,
    ends_clause,
    is_coordinate,
    is_finite,
    is_gerund_subject,
    is_infinitive,
    is_list_member,
    is_prospect,
)
from figtrail.extraction.statuses.cues import match_cue, may_tell_status, resolve_cue
from figtrail.extraction.statuses.modals import (
    is_equating,
    is_inability,
    resolve_if,
    status_of_infinitive,
)
from figtrail.extraction.statuses.nouns import (
    find_listed,
    find_revised,
    find_sized,
    find_sizing,
    find_worth,
    is_term,
    is_undecided,
    is_undertaking,
)
from figtrail.extraction.statuses.phrases import (
    is_agent,
    is_existing,
    is_subject,
    phrase_stop,
    verb_after,
)
from figtrail.extraction.statuses.provisions import (
    FIXING,
    is_fixed,
    is_provided,
    is_repeated,
    is_resulting,
    is_under_way,
)
from figtrail.extraction.statuses.statements import (
    find_attributed,
    is_conditional,
    is_foreseen,
    is_under_deal,
)
from figtrail.extraction.statuses.subjects import find_by_subject, find_opener
from figtrail.extraction.statuses.tallies import is_tally
from figtrail.extraction.statuses.vocabulary import BE, CUES, STOPS, WORDS, Cue
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
    if is_tally(tokens, number):
        return "observed"
    if number.kind == "money" and _is_budgeted(tokens.lowers, number.stop):
        return "planned"
    found = find_sized(tokens, number) or find_worth(tokens, number, bound_start)
    if found is not None:
        return found
    found = _governing(tokens, number, bound_start)
    if found is not None and found != "estimated" and is_existing(tokens, number, bound_start):
        return "observed"
    if found in (None, "planned"):
        told = find_attributed(tokens, number)
        if told is not None and (found is None or told == "forecast"):
            return told
    if found is None:
        if is_conditional(tokens, number):
            return "hypothetical"
        if is_under_deal(tokens) or is_term(tokens, number) or is_undecided(tokens, number):
            return "planned"
    if found == "planned" and _is_at_risk(tokens, number):
        return "observed"
    if found == "forecast" and is_undertaking(tokens, number):
        return "planned"
    if found == "planned" and _is_limit(tokens.lowers[bound_start : number.first]):
        return "target"
    return found or "observed"


def _governing(tokens: Tokens, number: Number, bound_start: int) -> Status | None:
    """The status that the noun or verb gives which the figure is said with."""
    lowers = tokens.lowers
    if bound_start and lowers[bound_start - 1] == "from" and not _is_spread(lowers, bound_start):
        return find_revised(tokens, bound_start) or _condition(tokens, bound_start)
    verb = verb_after(tokens, number, bound_start)
    if verb is not None and is_subject(tokens, bound_start):
        return (
            find_sizing(tokens, bound_start)
            or find_opener(tokens, bound_start)
            or find_described(tokens, number, phrase_stop(tokens, number.stop))
            or _governed(tokens, number, verb)
        )
    if verb is not None and lowers[verb] == "would" and is_gerund_subject(tokens, bound_start):
        return "hypothetical"
    if verb is None and is_agent(tokens, number, bound_start):
        return None
    found, blocked = _before(tokens, number, bound_start)
    return found or find_attached(tokens, number, blocked)


def _is_spread(lowers: list[str], start: int) -> bool:
    """Whether "from" opens a range, and no earlier level: "anything from £2m to £3m"."""
    return start > 1 and lowers[start - 2] in WORDS["spreading"]


def _is_at_risk(tokens: Tokens, number: Number) -> bool:
    return "risk" in tokens.lowers[number.stop + 1 : number.stop + 5]


def _is_limit(bound: list[str]) -> bool:
    return ("no" in bound and "than" in bound) or "maximum" in bound


def _governed(tokens: Tokens, number: Number, verb: int) -> Status | None:
    """The status that its own verb gives a subject: "300 homes are planned", "will be built"."""
    lowers, tags = tokens.lowers, tokens.tags
    passive = False
    for at in range(verb, min(len(lowers), verb + 7)):
        lower, tag = lowers[at], tags[at]
        cue = match_cue(tokens, at)
        if cue is not None:
            if _is_commanded(tokens, at, cue) and "will" not in lowers[verb:at]:
                return None
            if is_inability(tokens, at) or _is_unrenewed(lowers, at):
                return None
            if cue.kind == "announced":
                return cue.status if passive and number.kind == "money" else None
            if cue.kind == "agreed":
                return resolve_cue(tokens, at, cue, number) if passive else None
            if cue.kind in ("verb", "committed", "aimed"):
                foreseen = cue.status == "forecast" and number.kind is not None
                return cue.status if passive or foreseen else None
            if cue.kind != "clausal":
                return resolve_cue(tokens, at, cue, number)
        if is_under_way(tokens, at):
            return "planned"
        if passive and number.kind == "money" and lower in ("needed", "required"):
            return "hypothetical"
        passive = passive or lower in BE
        if tag not in "ABDJN":
            return None
    return None


def _is_unrenewed(lowers: list[str], modal: int) -> bool:
    """Whether what there has been will not go on: "the grant will not be renewed"."""
    negated = lowers[modal] in ("won't", "won’t") or lowers[modal + 1 : modal + 2] == ["not"]
    return negated and not WORDS["renewing"].isdisjoint(lowers[modal + 1 : modal + 5])


def _is_commanded(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Whether it is the people counted who are told what to do: "40 residents were ordered to"."""
    return cue.words[0] in WORDS["commanded"] and "to" in tokens.lowers[at + 1 : at + 2]


def _before(tokens: Tokens, number: Number, start: int) -> tuple[Status | None, bool]:
    """The nearest cue to the left in the clause, and whether a finite verb without cue governs."""
    lowers, tags = tokens.lowers, tokens.tags
    infinitive: int | None = None
    passed = ""
    within = _within(tokens, number, start)
    if within is not None:
        return within, False
    at = start
    while at > 0:
        at -= 1
        lower = lowers[at]
        cue = match_cue(tokens, at) if lower in CUES else None
        if cue is not None:
            found = _resolve(tokens, at, cue, number)
            if found is not None:
                return found, False
        if lower == ")":
            at = bracket_start(tokens, at)
            continue
        if lower in STOPS and ends_clause(tokens, at, start):
            if lower == "replace" and lowers[at - 1] == "to" and number.kind == "percentage":
                continue
            if (lower == ";" and is_list_member(tokens, at)) or (
                lower == ":" and (";" in passed or tags[at - 1] == "A" or lowers[at - 1] == "to")
            ):
                passed += lower
                continue
            if lower == ":" and infinitive is not None:
                return find_listed(tokens, at) or status_of_infinitive(tokens, infinitive), False
            break
        if lower == "and" and at and lowers[at - 1] == "," and _is_other_clause(tokens, at, number):
            break
        if lower == "that" and at and lowers[at - 1] == "and":
            return find_opener(tokens, at + 1), True
        if lower in _PROGRESSIVE and lowers[at - 1] in _PRESENT:
            return (None, True) if is_repeated(tokens, number) else ("planned", False)
        if lower == "to" and infinitive is None and is_infinitive(tokens, at):
            infinitive = at
        if at and lower in FIXING and is_fixed(tokens, at):
            return "planned", True
        if is_resulting(tokens, at) or is_provided(tokens, at):
            at -= 2
            continue
        if tags[at] in _VERBS and is_finite(tokens, at) and not is_coordinate(tokens, at):
            aside = aside_start(tokens, at, start)
            if aside is not None:
                at = aside
                continue
            found = find_by_subject(tokens, at)
            if found is None and infinitive is not None and is_prospect(tokens, infinitive, at):
                found = "planned"
            return found, True
    if infinitive is not None:
        return status_of_infinitive(tokens, infinitive), False
    return None, False


def _is_other_clause(tokens: Tokens, conjunction: int, number: Number) -> bool:
    """Whether ", and" opens a clause with a verb behind the number: ", and its 9kg weight is"."""
    if tokens.tags[conjunction + 1] not in "DO":
        return False
    return any(tag in "AVv" for tag in tokens.tags[number.stop : number.stop + 6])


def _resolve(tokens: Tokens, at: int, cue: Cue, number: Number) -> Status | None:
    """What a cue gives, unless the subject that it links tells more: "the chance is put at"."""
    if is_inability(tokens, at):
        return None
    found = resolve_cue(tokens, at, cue, number)
    if found == "planned" and cue.kind == "will":
        told = find_by_subject(tokens, at)
        return told if told == "forecast" else found
    if cue.kind == "would" and is_equating(tokens, at):
        return "forecast" if is_foreseen(tokens, at - 2) else found
    if cue.words[-1] == "estimated" and _is_of_other(tokens, at + len(cue.words), number):
        return None
    if found is None or (cue.kind != "be_to" and cue.words != ("put", "at")):
        return found
    linked = at - 1 if tokens.tags[at - 1] == "A" and cue.words[0] == "put" else at
    told = find_by_subject(tokens, linked)
    moved = told == "target" and not WORDS["moved_limits"].isdisjoint(tokens.lowers[:at])
    return found if told is None or moved else told


def _is_of_other(tokens: Tokens, start: int, number: Number) -> bool:
    """Whether an estimate is the subject of a verb before the "and" that this number follows."""
    tags = tokens.tags
    if tags[start : start + 1] != ["M"] or "and" not in tokens.lowers[start : number.first]:
        return False
    conjunction = tokens.lowers.index("and", start)
    return "A" in tags[start:conjunction]


def _within(tokens: Tokens, number: Number, start: int) -> Status | None:
    """The cue between a comparator and its number: "more than an estimated 500"."""
    for at in range(number.first - 1, start - 1, -1):
        cue = match_cue(tokens, at)
        if cue is not None and cue.words == ("capped",):
            return resolve_cue(tokens, at, cue, number)
        if cue is not None and (cue.kind in ("noun", "verb") or cue.words[-1] == "to"):
            return cue.status
    return None


def _is_budgeted(lowers: list[str], at: int) -> bool:
    return lowers[at : at + 1] == ["in"] and "budget" in lowers[at + 1 : at + 4]


def _condition(tokens: Tokens, start: int) -> Status | None:
    """Hypothetical where the clause opens with a condition."""
    for at in range(start - 1, -1, -1):
        if tokens.lowers[at] == ",":
            return None
        if tokens.lowers[at] in ("if", "unless", "assuming"):
            return resolve_if(tokens, at)
    return None
