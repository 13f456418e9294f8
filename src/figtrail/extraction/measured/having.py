"""What somebody only has, gets or is given: what was told, what it is for, or how far behind."""

from __future__ import annotations

from figtrail.extraction.measured.placed import is_place
from figtrail.extraction.measured.predicates import read_predicate
from figtrail.extraction.measured.ranks import BEING
from figtrail.extraction.measured.site import WORDS, Measured, Site, is_holder, read_complement
from figtrail.extraction.nouns import is_people, is_plural
from figtrail.extraction.phrases import head_of
from figtrail.extraction.tokens import Tokens

_LIGHT = frozenset(WORDS["light"])
_ACTING = frozenset(WORDS["acting"])


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


def acts_on(tokens: Tokens, verb: tuple[int, int], bounds: tuple[int, int]) -> bool:
    """Whether persons or somebody by his name do something to so many: "GM has cut 2,500"."""
    word = tokens.lowers[verb[1] - 1]
    if word in _ACTING:
        active = BEING.isdisjoint(tokens.lowers[verb[0] : verb[1]])
        head = head_of(tokens, *bounds)
        persons = head is not None and is_people(tokens.lowers[head])
        return active and (persons or may_be_name(tokens, bounds) or is_holder(tokens, bounds))
    return False


def may_be_name(tokens: Tokens, bounds: tuple[int, int]) -> bool:
    """Whether a sentence's first word may name a body or a place: no plural, as in "Hybrids"."""
    return bounds == (0, 1) and (not is_plural(tokens.lowers[0]) or is_place(tokens, bounds))
