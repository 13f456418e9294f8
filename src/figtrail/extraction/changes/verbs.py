"""The change verb before a number's "by": "cut its workforce by 300"."""

from __future__ import annotations

from figtrail.extraction.changes.vocabulary import (
    CHANGE_NOUNS,
    CHANGE_VERBS,
    COMPARATIVES,
    LONG_SPANS,
    PARTICLES,
    PHRASE_ENDS,
    PHRASES,
    WORDS,
)
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens
from figtrail.model import Change

_MINUS = frozenset("-–−")
_MODALS = WORDS["modals"]
_PUTTING = frozenset(("put", "puts", "putting"))
_SIZES = frozenset(("money", "percentage", "score", "duration", "measurement"))


def find_verb_before(tokens: Tokens, at: int) -> Change | None:
    """The change verb or particle that "by" belongs to, not past another verb or clause."""
    lowers = tokens.lowers
    moved = WORDS["becoming"] | WORDS["directional"] | WORDS["closing"]
    before = at - 2 - (at > 2 and tokens.tags[at - 2] == "B")
    if lowers[at - 1] in COMPARATIVES and lowers[max(0, before)] in moved:
        return COMPARATIVES[lowers[at - 1]]
    for index in range(at - 1, max(-1, at - 24), -1):
        lower = lowers[index]
        if lower in PHRASE_ENDS and index and tuple(lowers[index - 1 : index + 1]) in PHRASES:
            return PHRASES[tuple(lowers[index - 1 : index + 1])]
        change = CHANGE_VERBS.get(lower) or PARTICLES.get(lower) or CHANGE_NOUNS.get(lower)
        if change is None and (lower in WORDS["lessening_by"] or _is_lowering(tokens, index)):
            return "decrease"
        if lower in WORDS["recovering"]:
            return "increase"
        if lower in WORDS["victories"]:
            return None
        if (
            change is not None
            and not _is_compound(tokens, index)
            and not _is_foreseen(tokens, index)
        ):
            if lowers[index + 1] in WORDS["verb_readings"] and lowers[index + 1] != "again":
                return None
            acting = lowers[index - 1] if lower in PARTICLES and index else ""
            phrasal = acting in WORDS["phrasal"] and acting not in _PUTTING
            delayed = lower.startswith(("slip", "slid")) and tokens.lowers[at] == "by"
            if delayed and _is_time(tokens, at + 1):
                return None  # "the opening has slipped by five months"
            return None if phrasal or lower in WORDS["margins"] else change
        if lower in WORDS["clause_breaks"]:
            return None
        if _is_other_verb(tokens, index, at):
            return None
    return None


def _is_lowering(tokens: Tokens, at: int) -> bool:
    """Whether "lower" is a verb with its object: "will then lower it (by)", "to lower fares"."""
    if tokens.lowers[at] != "lower" or not at:
        return False
    before = at - 1 - (tokens.tags[at - 1] == "B")
    acting = tokens.lowers[before] in _MODALS or tokens.lowers[before] == "to"
    return acting or tokens.tags[at + 1] in "DO"


def _is_time(tokens: Tokens, at: int) -> bool:
    """Whether a length of time is told at a token: "(by) about five months"."""
    while at < len(tokens.words) and tokens.tags[at] in "BPMDC":
        at += 1
    return tokens.lowers[at : at + 1] != [] and tokens.lowers[at].rstrip("s") in LONG_SPANS


def find_signed(tokens: Tokens, number: Number, kind: str) -> Change | None:
    """The sign of a percentage that tells a change: "Latvia (+123 per cent), Malta (-2 per cent)".

    A minus tells one only beside a plus, since a level may be below zero.
    """
    if kind not in ("percentage", "count"):
        return None
    sign = tokens.text[number.start]
    bracketed = _is_beside_level(tokens, number)
    if kind == "count" and not bracketed:
        return None
    if tokens.text.startswith("+/", number.start):
        return None
    if sign == "+":
        return "increase"
    if bracketed and sign in _MINUS:
        return "decrease"
    told = "+" in tokens.vocabulary or any(
        CHANGE_NOUNS.get(lower) == "decrease" for lower in tokens.lowers
    )
    return "decrease" if sign in _MINUS and told else None


def _is_beside_level(tokens: Tokens, number: Number) -> bool:
    """Whether a signed number stands in brackets behind its level: "45% (+2)", "2,578 (-9%)"."""
    at = number.first
    while at > 0 and tokens.starts[at] >= number.start:
        at -= 1
    level = tokens.lowers[at - 1] in ("%", "cent", "percent")
    level = level or (number.kind == "percentage" and tokens.tags[at - 1] == "M")
    return tokens.lowers[at] == "(" and at > 0 and level


def find_doubling(tokens: Tokens, number: Number) -> Change | None:
    """Whether a multiple is a verb: "to double the number of nurses", "and double the fee"."""
    lowers = tokens.lowers
    at = number.first
    if lowers[at] not in WORDS["doubling"] or not at:
        return None
    opened = lowers[at - 1] == "to" and tokens.tags[at - 2 : at - 1] != ["V"]
    acting = opened or (tokens.tags[at - 1] == "A" and lowers[at - 1] in _MODALS)
    if lowers[at - 1] in ("and", ",", "or"):
        acting = not _MODALS.isdisjoint(lowers[:at])
    objects = tokens.tags[at + 1 : at + 2] in (["D"], ["B"], ["."], ["N"])
    return "increase" if acting and objects else None


def find_removed(tokens: Tokens, kind: str, stop: int) -> Change | None:
    """The passive of what a sum or share is added to or taken from: "£28 is being added to"."""
    lowers, tags = tokens.lowers, tokens.tags
    staffed = kind == "count" and not WORDS["stocks"].isdisjoint(lowers[stop : stop + 3])
    if kind not in _SIZES and not staffed:
        return None
    at = stop
    while at < len(lowers) and at - stop < 6 and tags[at] in "NJDPv":
        at += 1
    if at >= len(lowers) or tags[at] != "A":
        return None
    while at < len(lowers) and tags[at] in "AB":
        at += 1
    if at + 1 >= len(lowers):
        return None
    if lowers[at] == "added":
        return "increase" if staffed or lowers[at + 1] in ("to", "on") else None
    taken = lowers[at] in WORDS["taken_away"] and not staffed
    from_level = lowers[at + 1] == "off" or (lowers[at] == "cut" and lowers[at + 1] == "from")
    return "decrease" if taken and from_level else None


def _is_other_verb(tokens: Tokens, index: int, by: int) -> bool:
    """Whether a verb that tells no change has "by" for its own: "delayed by two years"."""
    tag = tokens.tags[index]
    before = tokens.tags[index - 1] if index else "."
    if tag not in "VE" or before in "DJ":
        return False
    if (
        before != "."
        and tokens.lowers[index - 1] in CHANGE_VERBS
        and tokens.tags[index + 1] in "NJ"
    ):
        return False  # it describes the object: "cut delayed discharges by 30%"
    if index + 1 == by and before == "N" and tokens.lowers[index] in WORDS["describing"]:
        return False  # "cut the area planted by 8 per cent"
    if tag == "V" or index + 1 == by:
        return True
    return before != "P" and tokens.tags[index + 1] in "DNJMG"


def _is_foreseen(tokens: Tokens, at: int) -> bool:
    """Whether a noun only says of what a call was moved: "cut its call for gains by 9"."""
    before = tokens.lowers[max(0, at - 4) : at]
    if tokens.tags[at] in "EV":
        return False
    link = next((index for index, lower in enumerate(before) if lower in ("for", "of")), 0)
    called = WORDS["foreseen"] | WORDS["pace"] | {"call", "outlook"}
    return link > 0 and before[link - 1] in called


def _is_compound(tokens: Tokens, at: int) -> bool:
    """Whether a change noun only describes the next one: "growth forecasts", "rate cut hopes"."""
    return (
        tokens.lowers[at] in CHANGE_NOUNS
        and at + 1 < len(tokens.words)
        and tokens.tags[at + 1] == "N"
        and (at == 0 or (tokens.tags[at - 1] not in "A" and tokens.lowers[at - 1] != "to"))
        and (tokens.lowers[at] not in CHANGE_VERBS or tokens.tags[at - 1] in "DJ")
    ) or (tokens.lowers[at] == "growth" and tokens.tags[at + 1 : at + 2] == ["N"])
