"""Denominators inside the noun phrase: "spending per pupil", "the price of a barrel of oil"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import singular
from figtrail.extraction.numbers import match_unit
from figtrail.extraction.rates.denominators import find_sized, name_denominator, read_denominator
from figtrail.extraction.tokens import HYPHENS, Tokens

_CONTAINERS = frozenset(read_sections("rates.txt")["containers"])
_PRICE_NOUNS = frozenset(read_sections("rates.txt")["price_nouns"])
_ONE = frozenset(("a", "an", "one", "each", "same"))


def find_inside(tokens: Tokens, start: int, stop: int) -> str | None:
    """The denominator that a noun phrase between two tokens has inside it."""
    lowers = tokens.lowers
    for index in range(start, stop - 1):
        if tokens.tags[index] == "M":
            # "The trust gets £6,100 per pupil and owes": the denominator of that number.
            return None
        if lowers[index] == "per" and lowers[index + 1] not in ("cent", "centum"):
            if lowers[index + 1] not in HYPHENS:
                return read_denominator(tokens, index + 1)
            return name_denominator(lowers[index + 2]) if index + 2 < stop else None
        if (
            lowers[index] in ("of", "for")
            and index > start
            and (singular(lowers[index - 1]) in _PRICE_NOUNS or lowers[index - 1] == "average")
            and lowers[index + 1] in _ONE
        ):
            return _piece(tokens, index + 2)
    return None


def find_piece(tokens: Tokens, start: int) -> str | None:
    """The denominator of a price whose subject is one measure: "a litre of diesel is ₦1,420".

    `start` is the first token of the subject, behind its article.
    """
    while start > 1 and tokens.tags[start - 1] in "M." and tokens.lowers[start - 1] not in _ONE:
        start -= 1
    start += tokens.lowers[start] == "same"
    if not start or tokens.lowers[start - 1] not in _ONE:
        return None
    if tokens.lowers[start] in _CONTAINERS and tokens.lowers[start + 1 : start + 2] == ["of"]:
        # "A jerrycan of water sells for", but no bag of a size that is sold as such.
        return tokens.lowers[start]
    form = match_unit(tokens, start)
    return form.unit if form is not None and form.kind == "measurement" else None


def _piece(tokens: Tokens, at: int) -> str | None:
    """The unit of "tonne (of rice)", "20kg bag", "jerrycan of water"."""
    form = match_unit(tokens, at)
    if form is not None and form.kind == "measurement":
        return form.unit
    sized = find_sized(tokens, at)
    at = sized if sized is not None else at
    if at < len(tokens.words) and tokens.lowers[at] in _CONTAINERS:
        return tokens.lowers[at]
    return None
