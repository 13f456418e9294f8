"""Fractions with words of size behind their article: "a mere third", "a full half point"."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers.cardinals import DENOMINATORS
from figtrail.extraction.numbers.fractions import is_share, is_stretch_of_time, make_fraction
from figtrail.extraction.numbers.number import ONE, Number, make_number
from figtrail.extraction.tokens import HYPHENS, Tokens

_WORDS = read_sections("numbers.txt")
EMPHASIS = frozenset(_WORDS["emphasis"])
_ENDING = frozenset(_WORDS["ending"])
_ARTICLES = frozenset(("a", "an"))
_WHOLES = frozenset(_WORDS["before_whole"])
_FAR = 4


def read_emphasised(tokens: Tokens, at: int, floor: int) -> Number | None:
    """Read the fraction at token `at` that an article and words of its size stand before."""
    lowers = tokens.lowers
    bottom = DENOMINATORS.get(lowers[at])
    article = _find_article(tokens, at)
    if bottom is None or lowers[at].endswith("s") or article is None:
        return None
    if lowers[at] == "half" and lowers[at + 1 : at + 2] == ["point"]:
        return make_number(
            tokens,
            article,
            at + 2,
            Decimal("0.5"),
            "words",
            unit="percentage_point",
            kind="percentage",
            unit_inside=True,
        )
    if not _is_part(tokens, at):
        return None
    part = make_fraction(tokens, at, at + 1, ONE, bottom, floor)
    return part._replace(first=article, start=tokens.starts[article])


def _find_article(tokens: Tokens, at: int) -> int | None:
    """The article before a fraction that has one to three words of its size behind it."""
    for before in range(at - 1, max(-1, at - 1 - _FAR), -1):
        if tokens.lowers[before] in _ARTICLES:
            return before if tokens.lowers[at - 1] in EMPHASIS and before < at - 1 else None
        if tokens.tags[before] not in "NJEGB" and tokens.lowers[before] not in HYPHENS:
            return None
    return None


def _is_part(tokens: Tokens, at: int) -> bool:
    """Whether it is a part of something, and no place in a race and no three months of a year."""
    lowers = tokens.lowers
    if lowers[at + 1 : at + 2] == ["of"]:
        if lowers[at] != "quarter":
            return True
        if lowers[at + 2 : at + 3] and lowers[at + 2] in _WHOLES:
            return True
        plural = lowers[at + 2 : at + 3] != [] and lowers[at + 2].endswith("s")
        return plural and not is_stretch_of_time(tokens, at + 1)
    if lowers[at] == "quarter" or not is_share(tokens, at + 1):
        return False
    return _ENDING.isdisjoint(lowers[max(0, at - 6) : at])
