"""What somebody only has, gets or is given: what was told, what it is for, or how far behind."""

from __future__ import annotations

from figtrail.extraction.measured.predicates import read_predicate
from figtrail.extraction.measured.site import WORDS, Measured, Site, read_complement
from figtrail.extraction.tokens import Tokens

_LIGHT = frozenset(WORDS["light"])


def is_light(tokens: Tokens, start: int, verb: int, site: Site) -> bool:
    """Whether a pronoun's verb only has or gets what was told: "we got 76", "now we are at 22"."""
    paid = tokens.lowers[verb - 1] == "paid" and tokens.lowers[verb - 2] in ("is", "are", "was")
    if site.kind == "multiple" or paid:
        return False
    said = all(
        tokens.lowers[at] in _LIGHT or tokens.tags[at] in "AB" or tokens.lowers[at] == "to"
        for at in range(start, verb)
    )
    return said and all(
        tokens.tags[at] in "BDP" or tokens.lowers[at] in _LIGHT
        for at in range(verb, site.bound_start)
    )


def find_act(tokens: Tokens, site: Site) -> Measured | None:
    """What somebody has a time or a sum for: "we had ten minutes (to pack)"."""
    at = site.after
    if site.kind not in ("duration", "money") or tokens.lowers[at : at + 1] != ["to"]:
        return None
    act = tokens.tags[at + 1 : at + 2]
    return read_predicate(tokens, at + 1, site.reach) if act and act[0] in "NvVEJ" else None


def find_lagging(tokens: Tokens, site: Site) -> Measured | None:
    """What somebody is so far up or down on: "they are 9% down on takings"."""
    at = site.after
    if tokens.lowers[at : at + 2] not in (["down", "on"], ["up", "on"]) or at + 2 >= site.limit:
        return None
    return read_complement(tokens, at + 1, site.limit)
