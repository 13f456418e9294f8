"""What "could" and "would" tell of what people were able or willing to do, which was counted."""

from __future__ import annotations

from figtrail.extraction.statuses.clauses import verb_at
from figtrail.extraction.statuses.vocabulary import CONDITIONS, WORDS
from figtrail.extraction.tokens import Tokens


def is_inability(tokens: Tokens, at: int) -> bool:
    """Whether "could not" tells what was out of somebody's power, and "would not" who declined.

    "Half couldn't see"; "a quarter would not say".
    """
    lowers = tokens.lowers
    none = {"nothing", "none", "nobody"}.isdisjoint(lowers[at + 1 : at + 4])
    if lowers[at] == "could" and not none and CONDITIONS.isdisjoint(lowers):
        return True
    denied = lowers[at] in ("couldn't", "couldn’t") or lowers[at : at + 2] == ["could", "not"]
    shown = lowers[at] == "could" and lowers[at + 1 : at + 2] in (["show"], ["muster"], ["manage"])
    shown = shown or _is_known(tokens, at)
    refused = lowers[at] in ("wouldn't", "wouldn’t") or lowers[at : at + 2] == ["would", "not"]
    refused = refused and not WORDS["telling_of_oneself"].isdisjoint(lowers[at + 1 : at + 4])
    return (denied or shown or refused) and CONDITIONS.isdisjoint(lowers)


def _is_known(tokens: Tokens, could: int) -> bool:
    """Whether it is told what those asked were able to say: "only a third could name him"."""
    return tokens.lowers[could] == "could" and (
        tokens.lowers[could + 1 : could + 2] != [] and tokens.lowers[could + 1] in WORDS["knowing"]
    )


def is_equating(tokens: Tokens, would: int) -> bool:
    """Whether ", which would be" says a figure again in other terms."""
    lowers = tokens.lowers
    related = would > 2 and lowers[would - 2 : would] == [",", "which"]
    return related and verb_at(tokens, would + 1) in WORDS["equating"]
