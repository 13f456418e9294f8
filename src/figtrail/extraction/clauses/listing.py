"""Lists inside a subject: "sales in Leeds, York and Hull", "robbery, assault and theft"."""

from __future__ import annotations

from figtrail.extraction.date_words import DATES
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import NUMBERING, is_plural
from figtrail.extraction.tokens import Tokens

# How many tokens a member of a list may have.
_MEMBER = 5
_TIMES = frozenset(read_sections("measured_words.txt")["times"]) | frozenset(
    "yesterday today tomorrow tonight month time".split()
)
_ACTIVITIES = frozenset(read_sections("measured_words.txt")["activities"])
_COUNTING = NUMBERING - {"share", "percentage", "rate"}
_JOINING = frozenset(("and", "or", "&"))


def is_listed(tokens: Tokens, comma: int, stop: int, floor: int) -> bool:
    """Whether a comma parts the members of a list that ends before token `stop`.

    "Sales in Leeds, York and Hull"; not "in Leeds, rents and bills", nor "last year, rents and
    bills", where what stands before the comma only says where or when.
    """
    if tokens.lowers[comma + 1] in _JOINING and not _follows_member(tokens, comma, floor):
        # "The road was shut, and traffic fell".
        return False
    if tokens.lowers[comma + 1] in _JOINING and not _COUNTING.isdisjoint(
        tokens.lowers[comma + 2 : comma + 5]
    ):
        # "Another blaze, the Lake blaze, and the total number of barns nears 300".
        return False
    return _ends_list(tokens, comma, stop) and not _is_fronted(tokens, comma, floor)


def _follows_member(tokens: Tokens, comma: int, floor: int) -> bool:
    """Whether a member of a list stands between an earlier comma and this one."""
    at = comma
    while at > floor and _is_nominal(tokens, at - 1):
        at -= 1
    return floor < at < comma and tokens.lowers[at - 1] == ","


def joins_list(tokens: Tokens, at: int, stop: int, floor: int) -> bool:
    """Whether "and" stands before the last member of such a list."""
    for comma in range(at - 1, max(floor, at - 1 - _MEMBER), -1):
        if tokens.lowers[comma] == ",":
            return is_listed(tokens, comma, stop, floor)
        if tokens.tags[comma] not in "NJDG":
            return False
    return False


def _ends_list(tokens: Tokens, comma: int, stop: int) -> bool:
    """Whether short noun phrases and a joining word follow a comma, up to the end."""
    at = member = comma + 1
    joined = 0
    while at < stop:
        lower, tag = tokens.lowers[at], tokens.tags[at]
        if lower in _JOINING:
            joined = at
        elif lower != "," and not _is_nominal(tokens, at) and not (joined and _ends(tag, at, stop)):
            return False
        if lower in _JOINING or lower == ",":
            if (at == member and tokens.lowers[at - 1] != ",") or at - member > _MEMBER:
                return False
            member = at + 1
        at += 1
    return bool(joined) and joined < stop - 1 and _is_nominal(tokens, comma - 1)


def _ends(tag: str, at: int, stop: int) -> bool:
    """Whether a token may end the last member: "the port of Hull", "copper and lead"."""
    return tag == "P" or at == stop - 1


def _is_nominal(tokens: Tokens, at: int) -> bool:
    """Whether a token may stand in a noun phrase, as a plural that looks like a verb may."""
    tag = tokens.tags[at]
    return tag in "NJDG" or (tag in "Vv" and is_plural(tokens.lowers[at]))


def _is_fronted(tokens: Tokens, comma: int, floor: int) -> bool:
    """Whether what stands before a comma opens the clause of another subject."""
    start = comma
    while start > max(floor, comma - _OPENING) and (
        tokens.tags[start - 1] in "PMC"
        or _is_nominal(tokens, start - 1)
        or (tokens.tags[start - 1] in "VE" and tokens.tags[start] == "P")
    ):
        start -= 1
    if tokens.tags[start - 1 : start] in (["V"], ["E"]) and tokens.tags[start] == "D":
        # "Police closed the road, and traffic fell".
        return True
    while start < comma and tokens.tags[start] in "DC":
        start += 1
    if start == comma or tokens.lowers[comma - 1] in _TIMES | DATES:
        return True
    if "M" in tokens.tags[start:comma] or tokens.tags[start - 1 : start] in (["V"], ["A"], ["R"]):
        return True
    if tokens.tags[start] in "PGR" and tokens.lowers[start] not in _ACTIVITIES:
        return True
    tied = any(tokens.tags[at] == "P" for at in range(start, comma))
    return not tied and not is_plural(tokens.lowers[comma - 1]) and comma - start > 2


# How many tokens before a comma are looked at.
_OPENING = 14
