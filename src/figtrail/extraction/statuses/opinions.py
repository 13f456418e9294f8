"""Whose view is told: who thinks, bets or expects does not decide, and may only be counted."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.cues import match_cue
from figtrail.extraction.statuses.vocabulary import PAUSES, WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status

_THINKING = WORDS["thinking"]
_ONLOOKERS = WORDS["onlookers"]
_FUTURE = WORDS["future"]
_TOLD = WORDS["reporting"] | {"say"}
_FEARING = frozenset(("fear", "fears", "feared", "fearing"))
_HOPING = frozenset(("hope", "hopes", "hoped", "hoping"))
_CONDITIONS = frozenset(("if", "unless", "whether"))
_SHARES = frozenset(("%", "percent", "cent", "pc"))
_REACH = 12
_NEAR = 7
_INTENDING = frozenset(("plan", "plans", "intend", "intends", "hope", "want", "wish", "aim"))


def is_opinion(tokens: Tokens, modal: int) -> bool:
    """Whether somebody thinks what "will" tells: "we think demand will turn", "she reckons"."""
    for at in range(modal - 1, max(-1, modal - _REACH), -1):
        lower = tokens.lowers[at]
        if lower in _THINKING:
            return at > 0 and tokens.tags[at - 1] not in "DJ"
        if lower in PAUSES or lower == "," or tokens.tags[at] in "AC":
            return False
    return False


def find_held_view(tokens: Tokens, modal: int) -> Status | None:
    """What it is that somebody hopes for or fears: "officials hope the dam will irrigate"."""
    for at in range(modal - 1, max(-1, modal - _REACH), -1):
        lower = tokens.lowers[at]
        if lower in _HOPING or lower in _FEARING:
            held = at > 0 and tokens.tags[at - 1] not in "DJP"
            return None if not held else "target" if lower in _HOPING else "forecast"
        if tokens.tags[at] not in "DJNPMGO" and lower != "that":
            return None
    return None


def is_expectation(tokens: Tokens, modal: int) -> bool:
    """Whether "would" retells what is expected: "bets that the Fed would lift its rate"."""
    for at in range(modal - 1, max(-1, modal - _REACH), -1):
        lower = tokens.lowers[at]
        if lower in _CONDITIONS or lower in PAUSES or lower == "," or tokens.tags[at] in "A":
            return False
        if lower == "that" and tokens.lowers[at - 1] in WORDS["expectations"]:
            return True
        cue = match_cue(tokens, at)
        if cue is not None:
            return cue.status == "forecast" and cue.kind == "clausal"
    return False


def is_onlooking(tokens: Tokens, number: Number) -> bool:
    """Whether who tells the future only watches it: "we will spend $4bn," economist Ada Obi said.

    An analyst's "will" is a forecast, whatever the verb.
    """
    lowers = tokens.lowers
    if _ONLOOKERS.isdisjoint(tokens.vocabulary) or _FUTURE.isdisjoint(lowers[: number.first]):
        return False
    for at, lower in enumerate(lowers):
        if lower in _ONLOOKERS:
            near = lowers[max(0, at - _NEAR) : at + _NEAR]
            if not _TOLD.isdisjoint(near) or not WORDS["thinking"].isdisjoint(near):
                return True
    return False


def is_share_of_opinion(tokens: Tokens, stop: int, start: int) -> bool:
    """Whether a share says how many hold what follows: "64% say taxes should fall".

    Or stands in brackets behind it: "People say fares should fall (64%)".
    """
    lowers, tags = tokens.lowers, tokens.tags
    opining = WORDS["opining"]
    if start and lowers[start - 1] == "(":
        closed = lowers[stop : stop + 1] == [")"]
        return closed and any(
            lowers[at] in opining
            for at in (*range(start - 1), *range(stop + 1, stop + 3))
            if at < len(lowers)
        )
    if start and lowers[start - 1] in (",", "and", "but") and _is_next_share(tokens, start):
        return True
    for at in range(stop, min(len(lowers), stop + 8)):
        if lowers[at] in opining and lowers[at - 1] == "and":
            return False  # "he expected it to grow 5% and said"
        if lowers[at] in _INTENDING and lowers[at + 1 : at + 2] == ["to"]:
            return tags[at - 1] not in "DPJ"  # "a third of over-55s plan to travel"
        if lowers[at] in opining:
            return tags[at - 1] not in "DP" and tags[at + 1 : at + 2] not in (["P"], ["."], [])
        if tags[at] in "AVER.G" and lowers[at] not in "%-":
            return False
    return False


def _is_next_share(tokens: Tokens, start: int) -> bool:
    """Whether a share before told who holds what: "38% said jobs, 17% tax"."""
    lowers = tokens.lowers
    return any(
        lowers[at - 1] in _SHARES and lowers[at] in WORDS["opining"] | WORDS["answering"]
        for at in range(1, start)
    ) and not any(tag in "AVEv" for tag in tokens.tags[start + 2 : start + 4])
