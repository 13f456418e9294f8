"""Numbers that stand in a clause of their own, whatever the sentence beside it plans.

"It will sell the line, two people familiar with the talks said"; "14 ferries, five of which sank".
"""

from __future__ import annotations

from figtrail.extraction.nouns import is_people
from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens

_SAYING = WORDS["saying"]
_PAST = WORDS["past_auxiliaries"]
_PRONOUNS = frozenset(("which", "whom"))
_OPENERS = frozenset(("of", "among", "amongst"))
_REACH = 12
_NEAR = 4


def is_apart(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether a number is told in a clause of its own, which tells what is so."""
    return (
        _is_teller(tokens, number, start)
        or _is_past_of_which(tokens, number)
        or _is_of_group(tokens, number, start)
        or _is_beside_subject(tokens, number, start)
    )


def _is_teller(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether it counts those who tell it: "three officials said", "said two bankers"."""
    if number.kind is not None or _SAYING.isdisjoint(tokens.vocabulary):
        return False
    lowers, tags = tokens.lowers, tokens.tags
    at = number.stop
    if lowers[at : at + 2] == ["of", "the"]:
        at += 2
    while at < len(tags) and tags[at] in "NJE" and not _is_teller_noun(lowers[at]):
        at += 1
    if at >= len(tags) or not _is_teller_noun(lowers[at]):
        return False
    if start and lowers[start - 1] in _SAYING:
        return True
    for index in range(at + 1, min(len(tags), at + _REACH)):
        if lowers[index] in _SAYING:
            return True
        if tags[index] not in "NJPDEG":
            return False
    return False


def _is_teller_noun(lower: str) -> bool:
    return lower == "sources" or is_people(lower)


def _is_past_of_which(tokens: Tokens, number: Number) -> bool:
    """Whether it tells what some of those named have done: "six of whom quit last week"."""
    lowers, tags, at = tokens.lowers, tokens.tags, number.stop
    if lowers[at : at + 1] != ["of"] or lowers[at + 1 : at + 2] == []:
        return False
    if lowers[at + 1] not in _PRONOUNS or at + 3 >= len(tags):
        return False
    at += 2
    while at + 1 < len(tags) and tags[at] == "B":
        at += 1
    if lowers[at] in _PAST:
        return lowers[at + 1] != "to"
    return tags[at] == "V"


def _is_of_group(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether it is a share of those who plan something: "of those who plan to vote, 38% are"."""
    lowers, tags = tokens.lowers, tokens.tags
    if start < 4 or lowers[start - 1] != "," or lowers[0] not in _OPENERS:
        return False
    if tags[number.stop : number.stop + 1] == ["A"]:
        return False
    return any(lowers[at] == "who" for at in range(1, start - 1))


def _is_beside_subject(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether an aside sets a subject beside what is: "the road, two years late, will"."""
    lowers, tags = tokens.lowers, tokens.tags
    if start < 2 or lowers[start - 1] != ",":
        return False
    at = start - 2
    while at >= 0 and tags[at] in "NJDP":
        at -= 1
    if at >= 0 and lowers[at] not in WORDS["clause_openings"]:
        return False
    ahead = lowers[number.stop : number.stop + _REACH]
    comma = ahead.index(",") if "," in ahead else 0
    if ahead[:2] == ["as", "of"] or ahead[1:3] == ["as", "of"]:
        return True
    return not WORDS["set_apart"].isdisjoint(ahead[: min(comma, _NEAR)])
