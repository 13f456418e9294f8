"""What a share of those asked holds, or of a thing is done: "38% in favour"."""

from __future__ import annotations

from figtrail.extraction.measured.owner import find_by_subject
from figtrail.extraction.measured.predicates import read_predicate
from figtrail.extraction.measured.site import ELIDED, WORDS, Measured, Site
from figtrail.extraction.measured.starts import find_noun_start
from figtrail.extraction.tokens import Tokens

_STATES = frozenset(WORDS["states"])
_STANCES = frozenset(WORDS["stances"])
_FILLED = frozenset(WORDS["filled"])


def find_stance(tokens: Tokens, site: Site) -> Measured | None:
    """What a share of those asked holds: "38% in favour of a stadium and 47% against"."""
    standing = _find_standing(tokens, site)
    if standing is not None:
        return standing
    if site.kind not in ("percentage", "ratio", "count"):
        return None
    at = site.after + (tokens.lowers[site.after : site.after + 1] == ["in"])
    if at >= len(tokens.words) or tokens.lowers[at] not in _STANCES | _STATES:
        return None
    if tokens.lowers[at] in _STATES:
        return Measured(at, at + 1, None, "predicate") if site.kind == "percentage" else None
    if (
        tokens.lowers[at] == "against"
        and at + 1 < len(tokens.words)
        and tokens.tags[at + 1] not in ".C"
    ):
        # "Rose 3% against the dollar" is no vote.
        return None
    return read_predicate(tokens, site.after, site.reach)


def find_filled(tokens: Tokens, site: Site) -> Measured | None:
    """What is so full: "leaving the silos 40% full", "the bus is half empty, … and 9% full"."""
    if site.after >= len(tokens.words) or tokens.lowers[site.after] not in _FILLED:
        return None
    if site.kind not in ("percentage", "ratio") or tokens.tags[site.after + 1 :][:1] in _NOUNS:
        return None
    start = find_noun_start(tokens, site.bound_start, site.floor)
    if start < site.bound_start and tokens.tags[site.bound_start - 1] == "N":
        return Measured(start, site.bound_start, site.bound_start - 1, "preceding")
    return find_by_subject(tokens, site) or (ELIDED if site.floor else None)


_NOUNS = (["N"], ["J"])


def _find_standing(tokens: Tokens, site: Site) -> Measured | None:
    """How somebody or something stands: "£640 better off", "two weeks ahead of schedule"."""
    if site.kind not in ("money", "duration"):
        return None
    at = site.after
    ahead = tuple(tokens.lowers[at : at + 3])
    for length in (3, 2, 1):
        if " ".join(ahead[:length]) in _STANDINGS and at + length <= len(tokens.words):
            return Measured(at, at + length, None, "predicate")
    return None


_STANDINGS = frozenset(word.replace("_", " ") for word in WORDS["standings"])
