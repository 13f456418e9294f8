"""What the present tense tells of a day to come: "work begins in June and lasts 14 months"."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.days import is_dated
from figtrail.extraction.statuses.phrases import phrase_stop
from figtrail.extraction.statuses.vocabulary import BE, WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status

EVENTS = WORDS["events"]
ARRIVING = WORDS["arriving"]
STAYING = WORDS["staying"]
_LASTING = WORDS["lasting"]
_LINKS = WORDS["date_links"]
_FINITE_PAST = frozenset("VE")
_PAST = WORDS["past_auxiliaries"]
_LEADS = frozenset(("another", "more", "further"))
_REACH = 12


def find_scheduled(tokens: Tokens, number: Number, start: int) -> Status | None:
    """Planned where a number tells how long or how big something is that a day to come begins.

    "A six-week consultation opens on May 4"; "the fair starts on Monday and runs for ten days";
    "pools stay shut for another two months"; "the relief of up to $900 is kept until June".
    """
    lowers = tokens.lowers
    quiet = EVENTS.isdisjoint(tokens.vocabulary) and ARRIVING.isdisjoint(tokens.vocabulary)
    if quiet and STAYING.isdisjoint(tokens.vocabulary) and "until" not in tokens.vocabulary:
        return None
    timed = number.kind == "duration" or number.unit in WORDS["spans"]
    timed = timed or not WORDS["spans"].isdisjoint(lowers[number.stop : number.stop + 3])
    if timed and _is_staying(tokens, number, start):
        return "planned"
    if _is_arriving(tokens, number):
        return "planned"
    if WORDS["habitual"].isdisjoint(lowers[: number.stop]) and _PAST.isdisjoint(tokens.vocabulary):
        verb = _event_after(tokens, number)
        if verb is not None and is_dated(tokens, verb, _LINKS, _REACH):
            return "planned"
        if timed and _is_lasting(tokens, start) and _is_announced(tokens):
            return "planned"
    return None


def _is_arriving(tokens: Tokens, number: Number) -> bool:
    """Whether what is counted comes at a time ahead: "eight jets arrive next year"."""
    lowers = tokens.lowers
    for at in range(number.stop, min(len(tokens.words) - 2, number.stop + _REACH)):
        if lowers[at] in ARRIVING:
            ahead = lowers[at + 1 : at + 9]
            dated = "next" in ahead or "later" in ahead or "tomorrow" in ahead
            return number.kind is None and dated and _PAST.isdisjoint(lowers[:at])
        if tokens.tags[at] in "AVERP.":
            return False
    return False


def _event_after(tokens: Tokens, number: Number) -> int | None:
    """The verb of an event whose subject the number describes: "a ten-day truce begins"."""
    at = number.stop
    while at < len(tokens.words) and tokens.lowers[at] in "-‐‑":
        at += 1
    stop = min(phrase_stop(tokens, at), at + _REACH)
    for index in range(at, min(len(tokens.words), stop + 2)):
        if tokens.lowers[index] in EVENTS and index > at and tokens.tags[index - 1] in "NJ":
            return index
        kept = tokens.lowers[index] in BE and tokens.lowers[index + 1 : index + 2]
        if kept and kept[0] in WORDS["kept"]:
            return index + 1
    return None


def _is_staying(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether a state goes on for some more: "stay shut for another three weeks"."""
    lowers = tokens.lowers
    for at in range(start - 1, max(0, start - 7), -1):
        if lowers[at] in STAYING:
            before = lowers[at - 1]
            near = lowers[start - 1 : number.first] + lowers[number.stop : number.stop + 1]
            return before != "to" and tokens.tags[at - 1] != "A" and not _LEADS.isdisjoint(near)
        if tokens.tags[at] in "A." or lowers[at] == "to":
            return False
    return False


def _is_lasting(tokens: Tokens, start: int) -> bool:
    """Whether a verb of lasting governs the number: "lasts 14 months", "walk out for 48 hours"."""
    for at in range(start - 1, max(-1, start - 6), -1):
        lower = tokens.lowers[at]
        if lower in _LASTING:
            return True
        if tokens.tags[at] in "VEAMR.":
            return False
    return False


def _is_announced(tokens: Tokens) -> bool:
    """Whether a verb of an event in the present has a day to come, and nothing past is told."""
    told = any(tag in _FINITE_PAST for tag in tokens.tags)
    return not told and any(
        lower in EVENTS and is_dated(tokens, at, _LINKS, _REACH)
        for at, lower in enumerate(tokens.lowers)
    )
