"""Sums that somebody gets: "hand each driver a bonus of €1,500"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.tokens import Tokens


def is_paid_to(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether somebody gets a sum: "each pensioner will get a payment of €200"."""
    at = start
    while at < stop and (tokens.tags[at] in "AB" or tokens.lowers[at] == "to"):
        at += 1
    paid = tokens.lowers[at] in _PAID and tokens.lowers[at + 1 : at + 2] in (["a"], ["an"])
    return paid and is_sum_of(tokens, at + 1, stop)


_PAID = frozenset(read_sections("rates.txt")["paid"])


def is_sum_of(tokens: Tokens, start: int, at: int) -> bool:
    """Whether only "a bonus of" stands between: "hand each driver a bonus of €1,500"."""
    return tokens.lowers[at - 1] == "of" and all(
        tokens.tags[index] in "DNJGE" or tokens.lowers[index] in _ONE_OFF
        for index in range(start, at - 1)
    )


_ONE_OFF = frozenset(("one", "-", "off", "time", "lump"))
