"""What was lost or gained, named before its verb: "the 285,500 jobs it lost in the spring"."""

from __future__ import annotations

from typing import Final

from figtrail.extraction.changes.vocabulary import ADDING_VERBS, CHANGE_VERBS, WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Change

# How many tokens the noun of what is counted, and whoever lost it, may take.
_NOUN: Final = 3
_LOSER: Final = 6
_LINKS: Final = frozenset(("that", "which"))


def find_lost(tokens: Tokens, kind: str, stop: int) -> Change | None:
    """The verb behind a count of what there is so many of: "the 40 seats that Labour lost".

    Something stands between, a subject, so that "the 40 jobs lost" is an event of its own.
    """
    if kind != "count":
        return None
    if _is_joined(tokens, stop):
        return "increase"
    if WORDS["stock_verbs"].isdisjoint(tokens.vocabulary):
        return None
    lowers, tags = tokens.lowers, tokens.tags
    noun = next(
        (
            at
            for at in range(stop, stop + _NOUN)
            if lowers[at : at + 1] and lowers[at] in WORDS["stocks"]
        ),
        0,
    )
    at = noun + 1
    if not noun or at >= len(lowers):
        return None
    at += lowers[at] in _LINKS
    subject = at
    while (
        at < min(len(lowers), subject + _LOSER)
        and tags[at] in "DJNOP"
        and lowers[at] not in WORDS["stock_verbs"]
    ):
        at += 1
    if at == subject or tags[subject] == "P":
        return None
    while at < len(lowers) and (tags[at] in "AB" or lowers[at] in ("has", "have", "had")):
        at += 1
    verb = lowers[at] if at < len(lowers) else ""
    if verb not in WORDS["stock_verbs"]:
        return None
    return CHANGE_VERBS.get(verb) or ADDING_VERBS.get(verb)


def _is_joined(tokens: Tokens, stop: int) -> bool:
    """Whether so many more have come to a firm: "310,000 customers joined in Europe".

    Who joins something that is named ("joined the march") or has no customers is counted there.
    """
    if WORDS["joining"].isdisjoint(tokens.vocabulary):
        return False
    lowers = tokens.lowers
    at = stop
    while at < min(len(lowers), stop + _NOUN) and lowers[at] not in WORDS["joining"]:
        at += 1
    if lowers[at : at + 1] == [] or lowers[at] not in WORDS["joining"]:
        return False
    at += lowers[at : at + 2] == ["signed", "up"]
    ends = tokens.tags[at + 1 : at + 2] in ([], ["."], ["P"], ["C"])
    return ends and (at == stop or not WORDS["joiners"].isdisjoint(lowers[stop:at]))
