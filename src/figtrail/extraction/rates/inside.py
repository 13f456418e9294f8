"""Denominators inside the noun phrase: "spending per pupil", "the price of a barrel of oil"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import singular
from figtrail.extraction.numbers import match_unit
from figtrail.extraction.rates.denominators import name_denominator, read_denominator
from figtrail.extraction.tokens import HYPHENS, Tokens

_CONTAINERS = frozenset(read_sections("rates.txt")["containers"])
_PRICE_NOUNS = frozenset(read_sections("rates.txt")["price_nouns"])
_ONE = frozenset(("a", "an", "one", "each"))


def find_inside(tokens: Tokens, start: int, stop: int) -> str | None:
    """The denominator that a noun phrase between two tokens has inside it."""
    lowers = tokens.lowers
    for index in range(start, stop - 1):
        if lowers[index] == "per" and lowers[index + 1] not in ("cent", "centum"):
            if lowers[index + 1] not in HYPHENS:
                return read_denominator(tokens, index + 1)
            return name_denominator(lowers[index + 2]) if index + 2 < stop else None
        if (
            lowers[index] == "of"
            and index > start
            and singular(lowers[index - 1]) in _PRICE_NOUNS
            and lowers[index + 1] in _ONE
        ):
            return _piece(tokens, index + 2)
    return None


def find_piece(tokens: Tokens, start: int) -> str | None:
    """The denominator of a price whose subject is one measure: "a litre of diesel is ₦1,420".

    `start` is the first token of the subject, behind its article.
    """
    size = start - 1 if start > 1 and tokens.tags[start - 1] == "M" else start
    if size > 0 and size < start and tokens.lowers[size] not in _ONE:
        size = start - 1
    if size < 1 or tokens.lowers[size - 1] not in _ONE:
        return None
    return _piece(tokens, size)


def _piece(tokens: Tokens, at: int) -> str | None:
    """The unit of "tonne (of rice)", "20kg bag", "jerrycan of water"."""
    form = match_unit(tokens, at)
    if form is not None and form.kind == "measurement":
        return form.unit
    if at < len(tokens) and tokens.tags[at] == "M":
        at += 1
        at += at < len(tokens) and tokens.lowers[at] in HYPHENS
        size = match_unit(tokens, at)
        at += len(size.tokens) if size is not None else 0
    if at < len(tokens) and tokens.lowers[at] in _CONTAINERS:
        return tokens.lowers[at]
    return None
