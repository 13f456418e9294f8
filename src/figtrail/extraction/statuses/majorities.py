"""Shares and numbers that a law or a vote asks for: "the bond needs 60 percent to pass"."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.phrases import phrase_stop
from figtrail.extraction.statuses.vocabulary import WORDS
from figtrail.extraction.tokens import HYPHENS, Tokens

_NEEDED = frozenset(("needed", "required"))
_NEEDING = frozenset(("need", "needs"))
_REQUIRING = frozenset(("require", "requires", "required"))
_MUST = _NEEDING | {"must"}
_MAJORITIES = frozenset(("majority", "supermajority", "quorum"))
_ENDINGS = WORDS["vote_ends"]
_NEAR = 6


def is_majority(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether the number is what a law asks for, or the share by which a vote is won."""
    if _is_by_law(tokens, number, start):
        return True
    lowers = tokens.lowers
    ahead = lowers[number.stop : number.stop + _NEAR + 1]
    counted = number.kind is None and not _MAJORITIES.isdisjoint(ahead)
    if counted and not _NEEDED.isdisjoint(ahead):
        return True  # "80 seats are needed for a majority"
    if _is_counted(tokens, number, start):
        return True
    if number.kind != "percentage" and number.out_of is None:
        return False
    at = phrase_stop(tokens, number.stop)
    for needed in (number.stop, at):
        if lowers[needed : needed + 1] and lowers[needed] in _NEEDED:
            return _is_voted(lowers) and (
                needed + 1 >= len(lowers) or lowers[needed + 1] in _ENDINGS
            )
    return _is_won(tokens, number, start) or _is_of_voters(tokens, number)


def _is_counted(tokens: Tokens, number: Number, start: int) -> bool:
    """Read "short of the 151 votes needed to pass"."""
    lowers = tokens.lowers
    ahead = lowers[number.stop : number.stop + 3]
    needed = number.kind is None and start > 0 and lowers[start - 1] == "the"
    return needed and not _NEEDED.isdisjoint(ahead) and _is_voted(lowers)


def _is_by_law(tokens: Tokens, number: Number, start: int) -> bool:
    """Read "state law requires two-thirds", "Ohio requires a 60 percent majority"."""
    lowers = tokens.lowers
    verb = start - 1
    while verb > 0 and tokens.tags[verb] in "DBJ":
        verb -= 1
    if verb < 1 or lowers[verb] not in _REQUIRING or tokens.tags[verb - 1] not in "NB":
        return False
    sized = lowers[number.stop : number.stop + 4]
    if not _MAJORITIES.isdisjoint(sized):
        return True
    return not WORDS["rule_givers"].isdisjoint(lowers[max(0, verb - 4) : verb])


def _is_voted(lowers: list[str]) -> bool:
    return not WORDS["balloting"].isdisjoint(lowers)


def _is_won(tokens: Tokens, number: Number, start: int) -> bool:
    """Read "needs 55 percent of the vote", "needs 60 percent to pass"."""
    lowers = tokens.lowers
    verb = start - 1
    while verb > 0 and tokens.tags[verb] in "DBJ":
        verb -= 1
    if verb < 1 or lowers[verb] not in _NEEDING | _REQUIRING:
        return False
    return not WORDS["balloting"].isdisjoint(lowers[number.stop : number.stop + _NEAR])


def _is_of_voters(tokens: Tokens, number: Number) -> bool:
    """Read "40% of those eligible need to back it", "half of homes must vote"."""
    lowers = tokens.lowers
    for at in range(number.stop + 1, min(len(lowers) - 1, number.stop + _NEAR + 2)):
        if lowers[at] in _MUST:
            ahead = lowers[at + 1 : at + 4]
            return not WORDS["balloting"].isdisjoint(ahead)
        if tokens.tags[at] not in "PNJDOE" and lowers[at] not in HYPHENS:
            return False
    return False
