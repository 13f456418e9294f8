"""What a page says around its article: counters, buttons, reading times, numbers of pictures."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

_SECTIONS = read_sections("labels.txt")
_NAMING = frozenset(_SECTIONS["furniture"])
_BESIDE = _NAMING | frozenset(_SECTIONS["beside_furniture"])
# What a page counts is no share and no sum.
_SIGNS = frozenset("%$£€₹¥")
# No such line has more words and marks.
_LONGEST = 14
# A picture's number has so many digits at least; a sum of as many is round or parted by commas.
_SERIAL = 7


def is_furniture(tokens: Tokens) -> bool:
    """Whether a line is only what pages say: "3 min read", "Image 1 of 4", "5 comments"."""
    if len(tokens.words) > _LONGEST or _NAMING.isdisjoint(tokens.vocabulary):
        return False
    if not _SIGNS.isdisjoint(tokens.vocabulary):
        return False
    return all(
        lower in _BESIDE or not lower.isalpha() or tag == "M"
        for lower, tag in zip(tokens.lowers, tokens.tags, strict=True)
    )


def is_serial(tokens: Tokens, number: Number) -> bool:
    """Whether a long row of digits behind a name is a picture's: "Getty Images 109331287"."""
    word, first, stop = tokens.words[number.core], number.first, number.stop
    if len(word) < _SERIAL or not word.isdigit() or number.value % 100 == 0 or not first:
        return False
    named = tokens.tags[first - 1] == "N" and tokens.words[first - 1][0].isupper()
    return named and (stop == len(tokens.words) or tokens.tags[stop] in ".MP")
