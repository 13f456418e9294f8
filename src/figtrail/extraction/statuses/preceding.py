"""The nearest cue to the left of a figure in its clause: "the city plans to build 300 homes"."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.abilities import is_equating, is_inability
from figtrail.extraction.statuses.clauses import (
    aside_start,
    bracket_start,
    ends_clause,
    is_coordinate,
    is_doing,
    is_finite,
    is_infinitive,
    is_list_member,
    is_prospect,
    relative_aside,
)
from figtrail.extraction.statuses.cues import find_cues, match_cue
from figtrail.extraction.statuses.forms import GOVERNING, UNSURE, find_governing
from figtrail.extraction.statuses.modals import status_of_infinitive
from figtrail.extraction.statuses.nouns import find_listed
from figtrail.extraction.statuses.opinions import find_held_view, is_expectation, is_opinion
from figtrail.extraction.statuses.provisions import (
    ADDING,
    is_provided,
    is_resulting,
)
from figtrail.extraction.statuses.resolving import resolve_cue
from figtrail.extraction.statuses.statements import is_foreseen
from figtrail.extraction.statuses.subjects import find_by_subject, find_opener
from figtrail.extraction.statuses.vocabulary import STOPS, WORDS, Cue
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status

_VERBS = frozenset("AVEv")
_HOLDING = frozenset(("hope", "hopes", "estimate", "forecasts"))
_COMPARED = (["more"], ["less"], ["fewer"], ["higher"], ["lower"], ["up"], ["down"])
_MOVED = ([",", "up"], [",", "down"])
_CLOSING = frozenset((")", ","))


def find_preceding(tokens: Tokens, number: Number, start: int) -> tuple[Status | None, bool]:
    """The nearest cue to the left in the clause, and whether a finite verb without cue governs."""
    lowers, tags, cues = tokens.lowers, tokens.tags, find_cues(tokens)
    infinitive: int | None = None
    passed = ""
    within = _within(tokens, number, start)
    if within is not None:
        return within, False
    at = start
    while at > 0:
        at -= 1
        lower = lowers[at]
        found = _resolve(tokens, at, cues[at], number) if at in cues else None
        if found is not None:
            return found, False
        aside = _find_aside(tokens, at) if lower in _CLOSING else None
        if aside is not None:
            at = aside
            continue
        if lower in STOPS and _is_end(tokens, at, start, number):
            if _is_listing(tokens, at, passed):
                passed += lower
                continue
            if lower == ":" and infinitive is not None:
                return find_listed(tokens, at) or status_of_infinitive(tokens, infinitive), False
            break
        if lower == "and" and _is_other_clause(tokens, at, start, number):
            break
        if lower == "that" and at and lowers[at - 1] == "and":
            return find_opener(tokens, at + 1), True
        if infinitive is None and lower == "to" and is_infinitive(tokens, at):
            infinitive = at
        if lower in GOVERNING or at == infinitive or (at > 1 and lowers[at - 1] in UNSURE):
            governed = find_governing(tokens, number, at, start, infinitive)
            if governed is not None:
                return governed
        if lower in ADDING and (is_resulting(tokens, at) or is_provided(tokens, at)):
            at -= 2
            continue
        if tags[at] in _VERBS and is_finite(tokens, at) and not is_coordinate(tokens, at):
            aside = aside_start(tokens, at, start)
            if aside is not None:
                at = aside
                continue
            moved = lowers[max(0, start - 2) : start] in _MOVED
            return _by_verb(tokens, at, None if moved else infinitive), True
    if infinitive is not None:
        return status_of_infinitive(tokens, infinitive), False
    return None, False


def _is_compared(tokens: Tokens, number: Number) -> bool:
    """Whether a comparison stands behind a dash: "the target of nine weeks – 30% more than"."""
    dashed = number.first > 0 and tokens.lowers[number.first - 1] in ("–", "—")
    return dashed and tokens.lowers[number.stop : number.stop + 1] in _COMPARED


def _find_aside(tokens: Tokens, at: int) -> int | None:
    """Where the brackets or the clause by the way begin that end at a token."""
    if tokens.lowers[at] == ")":
        return bracket_start(tokens, at)
    return relative_aside(tokens, at)


def _by_verb(tokens: Tokens, verb: int, infinitive: int | None) -> Status | None:
    """What a finite verb without cue gives: by its subject, or by an infinitive behind it."""
    found = find_by_subject(tokens, verb)
    if found is None and infinitive is not None and is_prospect(tokens, infinitive, verb):
        return "planned"
    return found


def _is_listing(tokens: Tokens, at: int, passed: str) -> bool:
    """Whether a semicolon or colon stands in a list, so that what is before it governs on."""
    if tokens.lowers[at] == ";":
        return is_list_member(tokens, at)
    open_ended = tokens.tags[at - 1] == "A" or tokens.lowers[at - 1] == "to"
    return tokens.lowers[at] == ":" and (";" in passed or open_ended)


def _is_end(tokens: Tokens, at: int, start: int, number: Number) -> bool:
    """Whether the clause of the number begins behind a word or mark that may part clauses."""
    if tokens.lowers[at - 1 : at + 1] == ["to", "replace"] and number.kind == "percentage":
        return False  # "plans to replace 40% of its fleet"
    if tokens.lowers[at] == ":" and at == start - 1 and is_doing(tokens, number.stop):
        return True  # "the forecast was wrong: 80 people came"
    return ends_clause(tokens, at, start)


def _is_other_clause(tokens: Tokens, conjunction: int, start: int, number: Number) -> bool:
    """Whether "and" opens a clause of its own: "to go and 40 slept", ", and its 9kg weight is"."""
    if conjunction == start - 1 and is_doing(tokens, number.stop):
        return True
    if tokens.lowers[conjunction - 1] != "," or tokens.tags[conjunction + 1] not in "DO":
        return False
    return any(tag in "AVv" for tag in tokens.tags[number.stop : number.stop + 6])


def _is_held(cue: Cue) -> bool:
    """Whether a cue is the verb of who looks ahead, right before "will": "it hopes will save"."""
    return cue.kind in ("clausal", "verb") or cue.words[0] in _HOLDING


def _resolve(tokens: Tokens, at: int, cue: Cue, number: Number) -> Status | None:
    """What a cue gives, unless the subject that it links tells more: "the chance is put at"."""
    if (
        cue.words[-1] == "to"
        and (cue.words[0] in WORDS["opting"] or cue.kind == "phrase")
        and _is_counted(tokens, at, number)
    ):
        return None
    if is_inability(tokens, at) or _is_of_nearer(tokens, at, cue, number):
        return None
    if cue.kind == "noun" and cue.status == "target" and _is_compared(tokens, number):
        return None
    found = resolve_cue(tokens, at, cue, number)
    held_view = find_held_view(tokens, at) if cue.kind in ("will", "would") else None
    if found is not None and held_view is not None:
        return held_view
    if cue.kind == "will" and at and found in ("planned", "forecast"):
        held = match_cue(tokens, at - 1)
        if held is not None and _is_held(held) and held.status != "planned":
            return held.status
    if found == "planned" and cue.kind == "will":
        told = "forecast" if is_opinion(tokens, at) else find_by_subject(tokens, at)
        return told if told == "forecast" else found
    if cue.kind == "would" and is_equating(tokens, at):
        return "forecast" if is_foreseen(tokens, at - 2) else found
    if found in ("planned", "hypothetical") and cue.words == ("would",):
        return "forecast" if is_expectation(tokens, at) else found
    if cue.words[-1] == "estimated" and _is_of_other(tokens, at + len(cue.words), number):
        return None
    if found is None or (cue.kind != "be_to" and cue.words != ("put", "at")):
        return found
    linked = at - 1 if tokens.tags[at - 1] == "A" and cue.words[0] == "put" else at
    told = find_by_subject(tokens, linked)
    moved = told == "target" and not WORDS["moved_limits"].isdisjoint(tokens.lowers[:at])
    return found if told is None or moved else told


def _is_counted(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether a number says how many more have decided so: "have applied to study, down 5%"."""
    before = tokens.lowers[max(0, number.first - 2) : number.first]
    return tokens.tags[at - 1] in "AD" and before in _MOVED


def _is_of_nearer(tokens: Tokens, at: int, cue: Cue, number: Number) -> bool:
    """Whether a cue belongs to the level next to it: "above the expected 3%, at 3.4%"."""
    lowers, tags = tokens.lowers, tokens.tags
    stop = at + len(cue.words)
    if cue.kind not in ("verb", "noun") or not at or lowers[at - 1] != "the":
        return False
    level = next((near for near in (stop, stop + 1) if tags[near : near + 1] == ["M"]), -1)
    return level >= 0 and level < number.first - 1 and "," in lowers[level : number.first]


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
