"""Votes that were cast, whatever they were cast for."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens


def is_tally(tokens: Tokens, number: Number) -> bool:
    """Whether the number counts votes that were cast: "backed the plan by nine votes to four"."""
    lowers = tokens.lowers
    if lowers[number.stop : number.stop + 1] in (["votes"], ["vote"]):
        sided = lowers[number.stop + 1 : number.stop + 2] in (["for"], ["against"])
        return number.first > 0 and (sided or lowers[number.first - 1] in ("by", "to"))
    if _is_other_side(tokens, number) or _is_share_of_voters(tokens, number):
        return True
    if number.first > 1 and lowers[number.first - 2 : number.first] == ["votes", "to"]:
        return True
    if number.kind != "percentage" or not number.first:
        return False
    if _is_turnout(tokens, number):
        return True
    before = lowers[number.first - 1]
    if before in (",", "by") and lowers[number.stop : number.stop + 1] == ["to"]:
        return before == "," or not WORDS["electing"].isdisjoint(tokens.vocabulary)
    against = before == "to" and "by" in lowers[max(0, number.first - 6) : number.first - 2]
    return against and not WORDS["electing"].isdisjoint(tokens.vocabulary)


def _is_other_side(tokens: Tokens, number: Number) -> bool:
    """Whether those on the other side are counted: "with 11 votes for and 9 against"."""
    lowers = tokens.lowers
    joined = number.first > 0 and lowers[number.first - 1] in ("and", "to", ",")
    return (
        joined
        and lowers[number.stop : number.stop + 1] == ["against"]
        and "votes" in tokens.vocabulary
    )


def _is_turnout(tokens: Tokens, number: Number) -> bool:
    """Whether it is told how many voted, whatever on: "rejected it on a turnout of 61 per cent"."""
    lowers = tokens.lowers
    if lowers[max(0, number.first - 2) : number.first] != ["turnout", "of"]:
        return False
    return WORDS["turnout_asked"].isdisjoint(lowers)


def _is_share_of_voters(tokens: Tokens, number: Number) -> bool:
    """Whether a share is told of who took a side: "rejected it, with 54% voting against"."""
    if number.kind != "percentage" and number.out_of is None:
        return False
    return not WORDS["siding"].isdisjoint(tokens.lowers[number.stop : number.stop + 1])
