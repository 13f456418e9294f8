"""Numbers that go on with what the figure before measures, as the words beside them tell."""

from __future__ import annotations

from figtrail.extraction.measured.site import ELIDED, REMAINING, WORDS, Measured, Site
from figtrail.extraction.tokens import Tokens

_POINTING = frozenset("that’s that's it’s it's".split())
_COMPARING = frozenset(WORDS["comparing"])
_COMPARED = frozenset(WORDS["compared"])
_REPORTING = frozenset(WORDS["reporting"])
# How many tokens may name who expected a sum.
_NAMING = 5


def is_compared(tokens: Tokens, at: int) -> bool:
    """Whether a word before a token makes it what the figure before is compared with."""
    before = at - 1 - (tokens.lowers[max(0, at - 2) : at] == ["vs", "."])
    if before > 1 and tokens.lowers[before] == "-" and tokens.tags[before - 1] == "M":
        # "With a (ten-)year average".
        before -= 2
    before = past_owner(tokens, before)
    if before < 0 or tokens.lowers[before] not in _COMPARED:
        return False
    # "With a range of 310 miles" compares nothing.
    return tokens.lowers[before] != "with" or tokens.lowers[before - 1] in _COMPARING


def past_owner(tokens: Tokens, at: int) -> int:
    """The token before articles, adjectives and a plural that owns: "than (the analysts’ own)"."""
    while at > 0 and (tokens.tags[at] in "DJB" or tokens.lowers[at] in _MARKS):
        owned = tokens.lowers[at] in _MARKS
        if owned and not tokens.lowers[at - 1].endswith("s"):
            break
        at -= 1 + owned
    return at


# How a plural owns: "analysts’ forecasts".
_MARKS = ("’", "'")


def is_restating(tokens: Tokens, site: Site) -> bool:
    """Whether a number without a noun of its own goes on with the figure before it."""
    for sign in _SIGNS if site.floor else _ALONE:  # noqa: SIM110 (a generator takes twice as long)
        if sign(tokens, site):
            return True
    return False


def find_owned(tokens: Tokens, site: Site) -> Measured | None:
    """Nothing of its own where a sum is only told apart by who named it; None for any other.

    "Lower than the £310m analysts had expected": the noun behind it is theirs, not the sum's.
    """
    return ELIDED if site.floor and _is_owned(tokens, site) else None


def _is_owned(tokens: Tokens, site: Site) -> bool:
    """Whether a sum is told apart by who named it: "lower than the £310m analysts had expected"."""
    if site.kind not in ("money", "percentage") or tokens.lowers[site.bound_start - 1] != "the":
        return False
    opening = site.bound_start < 2 or tokens.tags[site.bound_start - 2] in ".CR"
    if site.kind == "money" and opening:
        # "; the £5m bridge was shut": here it opens a clause of its own.
        return False
    at = site.after
    while at < min(len(tokens.words), site.after + _NAMING) and tokens.tags[at] in "DNJO":
        at += 1
    # "The £204,000 loss it ran up" has its own noun before who ran it up.
    own = at - site.after > 1 and tokens.tags[at - 1] == "O"
    return site.after < at < len(tokens.words) and tokens.tags[at] in "AVE" and not own


def _is_off(tokens: Tokens, site: Site) -> bool:
    """Whether a number says how far off the figure before is: "10 cents below guidance"."""
    return tokens.lowers[site.after : site.after + 1] in (["above"], ["below"])


def _is_pointed_at(tokens: Tokens, site: Site) -> bool:
    """Whether "that's" or "it's" stands before: "that's 40 more"."""
    start = site.bound_start
    if not start or tokens.lowers[start - 1] not in _POINTING:
        return False
    return start == 1 or tokens.tags[start - 2] != "N" or tokens.tags[start - 3] == "O"


def _is_placed(tokens: Tokens, site: Site) -> bool:
    """Whether only a place stands before a later member: "81,000 in Paris, in Lille 30,000"."""
    at = site.floor
    while at < site.bound_start and tokens.lowers[at] in (",", "and", ";"):
        at += 1
    if at == site.floor or at + 1 >= site.bound_start or tokens.lowers[at] not in ("in", "at"):
        return False
    return all(word[0].isupper() for word in tokens.words[at + 1 : site.bound_start])


def _is_bracketed(tokens: Tokens, site: Site) -> bool:
    """Whether a number in brackets is the one before in another unit: "32,700 (15 per cent)"."""
    start = site.bound_start
    return start > 0 and tokens.lowers[start - 1] == "(" and site.floor == start - 1


def _is_resumed(tokens: Tokens, site: Site) -> bool:
    """Whether a level follows who says so: "arrivals halved, traders said, to 9,000".

    So does a change: "stood at £3, the board said on Friday, up 5p".
    """
    at = site.bound_start - 1
    if at < 3 or tokens.lowers[at] not in _RESUMING:
        return False
    at -= tokens.lowers[at - 1] in ("up", "down")
    if tokens.lowers[at - 1] != ",":
        return False
    told = at - 2
    while told > at - _SAID and tokens.tags[told] in "PNMD":
        told -= 1
    return tokens.lowers[told] in _REPORTING and tokens.tags[told - 1] in "NO"


_RESUMING = frozenset(WORDS["resuming"])
# How far before its comma such a verb may stand: "said on Friday morning".
_SAID = 6


def _is_left(tokens: Tokens, site: Site) -> bool:
    """Whether a number is of those counted before: "the other 40 will start"."""
    start = site.bound_start
    return start > 1 and tokens.lowers[start - 1] in REMAINING and tokens.tags[start - 2] == "D"


def _is_next(tokens: Tokens, site: Site) -> bool:
    """Whether a number comes next of what was measured: "52mm in Ayr, followed by 41mm in Oban"."""
    start = site.bound_start
    if site.floor and tokens.lowers[start - 2 : start] == ["followed", "by"]:
        return True
    # "Burned six barns, in addition to 24 that were damaged".
    return tokens.lowers[max(0, start - 3) : start] == ["in", "addition", "to"]


def _is_fronted(tokens: Tokens, site: Site) -> bool:
    """Whether a number only says again how many are spoken of: "Of the 912, 131 are in homes"."""
    start = site.number.first
    opening = start == 2 or (start > 2 and tokens.tags[start - 3] in ".C")
    return (
        opening
        and tokens.lowers[start - 2] == "of"
        and tokens.tags[start - 1] == "D"
        and tokens.lowers[site.after : site.after + 1] == [","]
    )


def _is_qualified(tokens: Tokens, site: Site) -> bool:
    """Whether a number of those spoken of is only told apart: "the 9,512 recorded in 2013"."""
    start, after = site.number.first, site.after
    if not start or tokens.lowers[start - 1] != "the" or after >= site.limit:
        return False
    following = tokens.tags[after + 1 : after + 2]
    return tokens.tags[after] in "EV" and following in (["P"], ["."], ["B"])


def _is_foreseen(tokens: Tokens, site: Site) -> bool:
    """Whether a level held against another is only what was expected: "vs. 81 cents expected"."""
    after = site.after
    if tokens.lowers[after : after + 1] == [] or tokens.lowers[after] not in _FORESEEN:
        return False
    ended = tokens.tags[after + 1 : after + 2] in ([], ["."], ["P"], ["C"])
    return ended and is_compared(tokens, site.bound_start)


_FORESEEN = frozenset(WORDS["foreseen"])


def _is_another(tokens: Tokens, site: Site) -> bool:
    """Whether there is more of what was measured before: "another 4 to 7 inches is forecast"."""
    if not site.bound_start or site.after >= site.limit or site.kind != "measurement":
        return False
    return tokens.lowers[site.bound_start - 1] == "another" and tokens.tags[site.after] == "A"


_ALONE = (_is_another, _is_pointed_at, _is_bracketed, _is_left, _is_next, _is_fronted)
# These go on with another figure of the sentence.
_SIGNS = (*_ALONE, _is_off, _is_placed, _is_resumed, _is_qualified, _is_foreseen)
