"""Nouns that a sum ties to what was told before: "12 theatres, at a cost of £5m", gross income."""

from __future__ import annotations

from figtrail.extraction.measured.site import ELIDED, WORDS, Measured, Site, measure_noun
from figtrail.extraction.measured.starts import find_noun_start
from figtrail.extraction.phrases import read_noun_phrase
from figtrail.extraction.tokens import Tokens

_ROUGH = frozenset(WORDS["rough"])


def find_gross(tokens: Tokens, site: Site, start: int) -> Measured | None:
    """What is reckoned "before" something: "income before interest, tax and depreciation of"."""
    before = start - 1
    while before > site.floor and (tokens.tags[before] in "NC" or tokens.lowers[before] == ","):
        before -= 1
    if before <= site.floor or tokens.lowers[before] != "before":
        return None
    outer = find_noun_start(tokens, before, site.floor)
    return Measured(outer, before, before - 1, "preceding") if outer < before else None


def is_at_cost(tokens: Tokens, start: int, head: int) -> bool:
    """Whether a sum is what the thing told before costs: "…, at a cost of £45,000"."""
    before = tokens.lowers[start - 2 : start]
    if start < head and tokens.lowers[start] not in _ROUGH:
        # "Poured gold at a full mining cost of £900": a cost with a name of its own.
        return False
    return tokens.lowers[head] in ("cost", "price") and before in (["at", "a"], ["at", "an"])


def find_costing(tokens: Tokens, site: Site, stop: int) -> Measured:
    """What was counted or sized right before costs so much: "12 theatres, at a cost of £5m"."""
    if tokens.tags[site.floor] not in "JN":
        return ELIDED
    phrase = read_noun_phrase(tokens, site.floor, counted=True)
    if phrase is None or phrase.stop >= stop:
        return ELIDED
    return measure_noun(tokens, phrase, stop - 2, "preceding")
