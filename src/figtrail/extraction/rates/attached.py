"""Denominators right behind a number: "a year", "per 1,000 residents", "£48 a bin"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_pairs
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.numbers import Number, match_unit
from figtrail.extraction.rates.denominators import (
    ARTICLE_NOUNS,
    CURRENCY_NOUNS,
    NOT_DENOMINATORS,
    TIME,
    read_per,
    unit_of_denominator,
)
from figtrail.extraction.rates.rate import Rate
from figtrail.extraction.tokens import HYPHENS, Tokens

ADVERBS = read_pairs("rates.txt", "adverbs")
_ABBREVIATED = {"pcm": "month", "pa": "year", "pw": "week", "pppn": "night"}
_COUNTED_PER = read_pairs("rates.txt", "counted_per")


def read_attached(tokens: Tokens, at: int, number: Number, numbers: list[Number]) -> Rate | None:
    """The denominator that starts at a token right behind a number or its noun."""
    lowers = tokens.lowers
    count = len(lowers)
    while at < count and lowers[at] in HYPHENS:
        at += 1
    if at >= count:
        return None
    lower = lowers[at]
    following = lowers[at + 1] if at + 1 < count else ""
    if lower in ("more", "less", "or", "extra") and following in (
        "a",
        "an",
        "per",
        "each",
        "every",
    ):
        at += 1
        lower, following = lowers[at], lowers[at + 1] if at + 1 < count else ""
    if lower in ("a", "an"):
        hyphen = 1 if following and following in HYPHENS else 0
        noun = lowers[at + 1 + hyphen] if at + 1 + hyphen < count else ""
        per = TIME.get(noun)
        if per is None and (number.kind is not None or match_unit(tokens, at + 1) is not None):
            per = ARTICLE_NOUNS.get(noun)
        elif per is None:
            per = _COUNTED_PER.get(noun)
        if per is None and number.currency is not None:
            per = _priced_noun(tokens, at + 1 + hyphen)
        ahead = lowers[at + 2 + hyphen] if at + 2 + hyphen < count else ""
        if per is None or (noun == "second" and number.kind is None):
            return None
        if ahead in _OFFSETS and not _deducts(tokens, at + 2 + hyphen):
            return None
        if tuple(lowers[at + 2 : at + 5]) == ("and", "a", "half"):
            return None
        return Rate(per, None, at, at + 2 + hyphen)
    if lower in ("each", "every") and following in TIME:
        return Rate(TIME[following], None, at, at + 2)
    if lower == "every" and number.currency is not None:
        # "£200 every two weeks"; alone, "every two weeks" is a duration.
        several = next((one for one in numbers if one.first == at + 1), None)
        if several is not None and several.kind == "duration" and several.unit is not None:
            return Rate(several.unit, several.value, at, several.stop)
    if lower == "of" and following in ("every", "each") and number.currency is not None:
        currency = CURRENCY_NOUNS.get(lowers[at + 2]) if at + 2 < count else None
        return Rate(currency, None, at, at + 3) if currency is not None else None
    if lower in ("per", "/"):
        return read_per(tokens, at, at + 1, number, numbers)
    if lower in ("for", "in", "to", "with") and following in ("every", "each"):
        return read_per(tokens, at, at + 2, number, numbers)
    if lower in _ABBREVIATED and number.currency is not None:
        return Rate(_ABBREVIATED[lower], None, at, at + 1)
    if lower in ("to", "against") and following == "the":
        noun = lowers[at + 2] if at + 2 < count else ""
        if noun in ("us", "u.s", "american") and at + 3 < count:
            noun = lowers[at + 3]
        if noun in CURRENCY_NOUNS:
            return Rate(CURRENCY_NOUNS[noun], None, at, at + 3)
        return None
    return None


def _deducts(tokens: Tokens, at: int) -> bool:
    """Whether "before" says what isn't taken off yet: "£2,600 a month before tax"."""
    return tokens.lowers[at] in ("before", "after") and tokens.lowers[at + 1 : at + 2] in _DEDUCTED


_DEDUCTED = (["tax"], ["taxes"], ["deductions"], ["interest"], ["inflation"], ["costs"])


def _priced_noun(tokens: Tokens, at: int) -> str | None:
    """The unit of what has a price: "£48 a bin"; None for "£48 a record", "£5m a third"."""
    if at >= len(tokens) or tokens.tags[at] != "N" or tokens.lowers[at] in NOT_DENOMINATORS:
        return None
    following = tokens.tags[at + 1] if at + 1 < len(tokens) else "."
    noun = tokens.lowers[at]
    if following not in ".CPRBA" or is_plural(noun) or not noun[0].isalpha():
        return None
    return unit_of_denominator(noun, None)


_OFFSETS = frozenset("earlier ago before later after of previously prior beforehand".split())
