"""Where a number describes a supposed person or thing that shows what a step comes to.

"For a family with a mortgage of $300,000"; "the owner of a home worth £90,000 would pay".
"""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens

_ARTICLES = frozenset(("a", "an"))
_SIZED = frozenset(("money", "measurement"))
_REACH = 14


def is_supposed(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether the number tells what a supposed person earns, owes, owns or uses."""
    lowers, tags = tokens.lowers, tokens.tags
    if number.kind not in _SIZED or WORDS["examples"].isdisjoint(lowers[:start]):
        return False
    described = False
    for at in range(start - 1, max(-1, start - _REACH), -1):
        lower = lowers[at]
        if lower in WORDS["examples"]:
            return described and _is_example(tokens, at, number)
        described = described or lower in WORDS["describing_examples"]
        if tags[at] not in "DJNPB" and lower not in WORDS["describing_examples"]:
            return False
    return False


def is_supposing(tokens: Tokens, number: Number) -> bool:
    """Whether "would" stands before a number behind a supposed case: "for a family …, it would"."""
    lowers = tokens.lowers
    opening = 1 if tokens.tags[0] == "." else 0
    if lowers[opening : opening + 1] != ["for"] or lowers[opening + 1 : opening + 2] not in (
        ["a"],
        ["an"],
    ):
        return False
    example = not WORDS["examples"].isdisjoint(lowers[opening + 2 : opening + 5])
    return example and "would" in lowers[: number.first]


def is_set_beside_supposed(tokens: Tokens, start: int) -> bool:
    """Whether the verb that "would" was said with comes again: "would pay £9 while B pay (£4)"."""
    lowers = tokens.lowers
    if "would" not in lowers[:start]:
        return False
    would = lowers.index("would")
    verb = lowers[would + 1 : would + 2]
    for at in range(start - 1, would + 2, -1):
        if [lowers[at]] == verb:
            told = lowers[at - 1] not in ("to", "would", "will") and tokens.tags[at - 1] in "NJMOD"
            return told and "if" not in lowers[:would]
        if tokens.tags[at] in "AVE":
            return False
    return False


def _is_example(tokens: Tokens, noun: int, number: Number) -> bool:
    """Whether the noun is any one of its kind, behind "for" or as the subject of "would"."""
    lowers, tags = tokens.lowers, tokens.tags
    at = noun
    if lowers[noun] != "someone":
        at -= 1
        while at > 0 and tags[at] in "NJ":
            at -= 1
        if at < 0 or lowers[at] not in _ARTICLES:
            return False
    if at and lowers[at - 1] == "for":
        return at == 1 or tags[at - 2] == "."
    return "would" in lowers[number.stop : number.stop + _REACH]
