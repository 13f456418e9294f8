"""Sums that somebody gets: "hand each driver a bonus of €1,500"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.numbers import match_unit
from figtrail.extraction.rates.denominators import name_denominator
from figtrail.extraction.tokens import DASHES, Tokens


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


def name_counted_before(tokens: Tokens, at: int) -> str | None:
    """What was counted right before a pause: "200 new shelters — $6,000 apiece"."""
    noun = at - 2
    if noun < 1 or tokens.lowers[at - 1] not in _PAUSES or not is_plural(tokens.lowers[noun]):
        return None
    first = noun
    while first > 0 and tokens.tags[first - 1] in "NJ":
        first -= 1
    counted = tokens.tags[noun] == "N" and first > 0 and tokens.tags[first - 1] == "M"
    counted = counted and match_unit(tokens, noun) is None
    return name_denominator(tokens.lowers[noun]) if counted else None


_PAUSES = frozenset((",", "(", ":", "or")) | DASHES
