"""Whose a share is where only a name stands beside it: "followed by the CDU with 24%"."""

from __future__ import annotations

from figtrail.extraction.measured.site import WORDS, Measured, Site
from figtrail.extraction.measured.starts import find_noun_start
from figtrail.extraction.tokens import Tokens

_BESIDE = frozenset(("with", "on", "at"))
_BEFORE = frozenset((",", "and", "to", ";"))
_RIVALLING = frozenset(WORDS["rivalling"])
_GIVING = frozenset(WORDS["giving"])
# How many tokens a name may have.
_NAME = 5


def find_rival(tokens: Tokens, site: Site) -> Measured | None:
    """The party, person or place that a share next to another belongs to, by its name.

    "An exit poll gives the SPD 26%, followed by the CDU with 24%", "22% for Sinn Féin".
    """
    if site.kind in ("duration", "rate"):
        return None
    given = _find_given(tokens, site)
    if given is not None or not site.floor:
        return given
    return _find_behind(tokens, site) or _find_for(tokens, site)


def _find_given(tokens: Tokens, site: Site) -> Measured | None:
    """Whom a poll gives so much: "gives the SPD 26%"."""
    if site.kind not in ("percentage", "score"):
        return None
    start = _name_start(tokens, site.bound_start, site.floor)
    verb = start - 1 - (tokens.tags[start - 1] == "D")
    if start == site.bound_start or verb < 1 or tokens.lowers[verb] not in _GIVING:
        return None
    return Measured(start, site.bound_start, site.bound_start - 1, "object")


def _find_behind(tokens: Tokens, site: Site) -> Measured | None:
    """Who comes next: "followed by the CDU with 24%", "ahead of the SPD on 15%"."""
    beside = site.bound_start - 1
    if tokens.lowers[beside] not in _BESIDE:
        return None
    start = _name_start(tokens, beside, site.floor)
    named = start < beside
    start = start if named else find_noun_start(tokens, beside, site.floor)
    before = start - 1 - (tokens.tags[start - 1] == "D")
    if start == beside or before <= site.floor:
        return None
    led = tokens.lowers[before] in ("by", "of", "than") and (
        tokens.lowers[before - 1] in _RIVALLING
    )
    if not led and tokens.lowers[before] not in _RIVALLING:
        return None
    return Measured(start, beside, beside - 1, "rival" if named else "gapped")


def _find_for(tokens: Tokens, site: Site) -> Measured | None:
    """For whom so many are: "and 9 per cent for the Greens"."""
    at = site.after
    if site.kind == "money":
        return None
    if tokens.lowers[at : at + 1] != ["for"] or tokens.lowers[site.bound_start - 1] not in _BEFORE:
        return None
    start = at + 1 + (tokens.tags[at + 1 : at + 2] == ["D"])
    stop = start
    while stop < min(len(tokens.words), start + _NAME) and tokens.words[stop][0].isupper():
        stop += 1
    return Measured(start, stop, None, "rival") if stop > start else None


def _name_start(tokens: Tokens, stop: int, floor: int) -> int:
    """Where the name that ends before a token starts; the token itself where none does."""
    start = stop
    while start > max(floor, stop - _NAME) and tokens.words[start - 1][0].isupper():
        start -= 1
    return start
