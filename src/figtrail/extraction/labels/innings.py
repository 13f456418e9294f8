"""Scores of cricket in words: "211 for six", "four for 36"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import DASHES, Tokens

_WORDS = read_sections("innings.txt")
_CRICKET = frozenset(_WORDS["cricket"])
_TAKING = frozenset(_WORDS["taking"])
_WICKETS = 10
_BREAKS = (
    *([word, stop] for word in ("at", "by", "before", "after") for stop in ("lunch", "tea")),
    ["at", "stumps"],
    ["at", "the", "close"],
)


@needs(("for",))
def is_innings(tokens: Tokens, number: Number) -> bool:
    """Whether a number is either of runs and wickets: "closed on 211 for six", "took 4 for 52"."""
    if number.kind is not None or number.scale is not None or number.stop != number.first + 1:
        return False
    lowers, first = tokens.lowers, number.first
    if lowers[first + 1 : first + 2] != ["for"]:
        first -= 2
        if first < 0 or lowers[first + 1] != "for" or tokens.tags[first] != "M":
            return False
    elif tokens.tags[first + 2 : first + 3] != ["M"]:
        return False
    after = tokens.tags[first + 3 : first + 4]
    if after in (["N"], ["J"], ["M"]):
        # "Five wickets for 36 runs" are counted.
        return False
    return _are_of_cricket(tokens, first)


@needs(DASHES | {"/"})
def is_bowled(tokens: Tokens, number: Number) -> bool:
    """Whether two numbers are wickets and runs, and no range: "took 5-44", "6/345 at stumps"."""
    if number.kind is not None or number.scale is not None or number.stop != number.first + 3:
        return False
    first, stop = number.first, number.stop
    wickets, runs = tokens.words[first], tokens.words[stop - 1]
    if not (wickets.isdecimal() and runs.isdecimal() and int(wickets) <= _WICKETS):
        return False
    if tokens.tags[stop : stop + 1] in (["N"], ["J"], ["M"]) or tokens.lowers[stop - 2] == "to":
        return False
    if int(runs) <= _WICKETS:
        return False
    return _are_of_cricket(tokens, first) or _follows_bowler(tokens, first)


def _follows_bowler(tokens: Tokens, first: int) -> bool:
    """Whether another bowler's figures stand before those at a token: "and Wood 3-38"."""
    if not first or not tokens.words[first - 1][0].isupper():
        return False
    return any(
        tokens.lowers[at] in _TAKING and tokens.tags[at + 1 : at + 4] == ["M", ".", "M"]
        for at in range(first - 1)
    )


@needs(("and", "&"), ("-", "–"))
def is_first_innings(tokens: Tokens, number: Number) -> bool:
    """Whether a number is a side's first innings before its second: "England 188 and 45-3"."""
    first, stop = number.first, number.stop
    if not first or not tokens.words[first - 1][0].isupper() or number.stop != first + 1:
        return False
    joined = tokens.lowers[stop : stop + 1] in (["and"], ["&"])
    second = tokens.tags[stop + 1 : stop + 4] == ["M", ".", "M"]
    if not joined or not second or tokens.words[stop + 2] not in "-–":
        return False
    runs, wickets = tokens.words[stop + 1], tokens.words[stop + 3]
    whole = runs.isdecimal() and wickets.isdecimal() and int(wickets) <= _WICKETS
    return whole and int(runs) > int(wickets)


def _are_of_cricket(tokens: Tokens, first: int) -> bool:
    """Whether the two numbers from a token on are: by the sentence, a break or a bowler."""
    lowers = tokens.lowers
    declared = "declared" in lowers[first - 1 : first] + lowers[first + 3 : first + 4]
    # Words of batting don't tell: "they swapped four for six" has two of them.
    if declared or not _CRICKET.isdisjoint(tokens.vocabulary):
        return True
    if any(lowers[at : at + len(words)] == words for words in _BREAKS for at in range(len(lowers))):
        return True
    ends = tokens.tags[first + 3 : first + 4] in ([], ["."], ["C"], ["P"])
    if lowers[max(0, first - 2) : first] == ["figures", "of"]:
        return ends
    before = first - 1 - (lowers[first - 1 : first] in (["with"], ["on"]))
    return ends and before >= 0 and lowers[before] in _TAKING
