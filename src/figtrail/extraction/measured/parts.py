"""What is said of a part of those spoken of: "39% of them (aged 65)", "of those waiting"."""

from __future__ import annotations

from figtrail.extraction.measured.predicates import is_fulfilled, read_predicate
from figtrail.extraction.measured.site import ELIDED, Measured, Site
from figtrail.extraction.tokens import Tokens


def find_part(tokens: Tokens, site: Site, at: int) -> Measured | None:
    """What is said of a share of those spoken of: "39% of them (aged 65)", "of those waiting"."""
    if tokens.lowers[at + 1 : at + 2] in (["from"], ["for"]) or _is_located(tokens, at + 1):
        return ELIDED
    if _is_object(tokens, site, at):
        # "The inspector caught 900 of them on his own".
        return ELIDED
    if tokens.lowers[at] == "those" and tokens.tags[at + 1 : at + 2] in (["G"], ["E"]):
        return _read_those(tokens, at, site.reach)
    if tokens.tags[at + 1 : at + 2] == ["C"]:
        return ELIDED
    if tokens.lowers[at] == "those" and tokens.tags[at + 1 : at + 2] == ["P"]:
        # "One in nine of those on its list".
        return read_predicate(tokens, at, site.reach) or ELIDED
    said = read_predicate(tokens, at + 1, site.reach)
    if said is not None and is_fulfilled(tokens, said):
        return ELIDED
    return _with_those(tokens, site, said) if said is not None else ELIDED


def _is_object(tokens: Tokens, site: Site, at: int) -> bool:
    """Whether what somebody does is done to a part of "them", and nothing is said of it."""
    before = site.bound_start - 1
    if before < 1 or tokens.lowers[at] != "them":
        return False
    infinitive = tokens.tags[before] == "N" and tokens.lowers[before - 1] == "to"
    governed = tokens.tags[before] in "VEvA" or infinitive or tokens.lowers[before] == "for"
    following = tokens.tags[at + 1 : at + 2]
    told = following in (["P"], ["."], ["C"], ["B"], [])
    told = told and tokens.tags[at + 2 : at + 3] != ["A"]
    return governed and told and not (tokens.tags[before] == "A" and following == ["B"])


def _with_those(tokens: Tokens, site: Site, said: Measured) -> Measured:
    """What is said of a part, from those on that were counted right before it.

    "Logged 94 crashes, three of them fatal": "fatal" alone doesn't say what is.
    """
    start, comma = site.floor, site.bound_start - 1
    told = comma - start in range(1, _ASIDE) and tokens.lowers[comma] == ","
    if not told or not start or tokens.tags[start] not in "NJEGAVv":
        return said
    if any(tokens.tags[at] in ".RC" for at in range(start, comma)):
        return said
    return said._replace(start=start)


def _is_located(tokens: Tokens, at: int) -> bool:
    """Whether only a named place follows: "four of them in Greenfield"."""
    if tokens.lowers[at : at + 1] not in (["in"], ["at"], ["on"]):
        return False
    return at + 1 < len(tokens.words) and tokens.words[at + 1][0].isupper()


def _read_those(tokens: Tokens, at: int, limit: int) -> Measured:
    """The phrase that "those" heads, up to the next finite verb: "those waiting (had …)"."""
    stop = at + 2
    while stop < limit and tokens.tags[stop] not in ".AVRC":
        stop += 1
    return Measured(at, stop, None, "complement")


# How many tokens may say what was counted before a part of it.
_ASIDE = 12
