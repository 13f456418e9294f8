"""What a page says around its article: counters, buttons, reading times, numbers of pictures."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number, find_unit_start
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_SECTIONS = read_sections("labels.txt")
_NAMING = frozenset(_SECTIONS["furniture"])
_PRESSED = frozenset(read_sections("furniture.txt")["pressed"])
_BESIDE = _NAMING | frozenset(_SECTIONS["beside_furniture"])
# What a page counts is no share and no sum.
_SIGNS = frozenset("%$£€₹¥")
# No such line has more words and marks.
_LONGEST = 14
# A picture's number has so many digits at least; a sum of as many is round or parted by commas.
_SERIAL = 7


def is_furniture(tokens: Tokens) -> bool:
    """Whether a line is only what pages say: "3 min read", "Image 1 of 4", "5 comments"."""
    if len(tokens.words) > _LONGEST:
        return False
    if _NAMING.isdisjoint(tokens.vocabulary):
        return _is_counter(tokens)
    if not _SIGNS.isdisjoint(tokens.vocabulary):
        return False
    return all(
        lower in _BESIDE or not lower.isalpha() or tag == "M"
        for lower, tag in zip(tokens.lowers, tokens.tags, strict=True)
    )


def _is_counter(tokens: Tokens) -> bool:
    """Whether a line is only a counter or a mark: "1 of 14", "(1/2)", "[1]", "-30-"."""
    lowers = tokens.lowers
    if not _COUNTING.isdisjoint(lowers):
        pair = [at for at, tag in enumerate(tokens.tags) if tag == "M"]
        counted = len(pair) == 2 and pair[1] == pair[0] + 2
        return counted and all(lower in _COUNTED or lower.isdigit() for lower in lowers)
    marked = len(lowers) == 3 and (lowers[0], lowers[2]) in _MARKED
    return marked and lowers[1].isdigit()


_COUNTING = frozenset(("of", "/"))
_COUNTED = _COUNTING | frozenset("()[]#")
_MARKED = frozenset((("[", "]"), ("-", "-"), ("–", "–"), ("—", "—")))


@needs(("read", "listen", "watch"))
def is_reading_time(tokens: Tokens, number: Number) -> bool:
    """Whether a time is how long the article takes: "Sept. 15, 2021 | 5 min read"."""
    stop = number.stop
    after = stop if number.unit_inside else find_unit_start(tokens, stop) + 1
    # "4 mins to read", on a line of its own or behind the date.
    after += tokens.lowers[after : after + 1] == ["to"] and (
        not number.first or tokens.lowers[number.first - 1] in _PARTING
    )
    if tokens.lowers[after : after + 1] not in (["read"], ["listen"], ["watch"]):
        return False
    return after + 1 >= len(tokens.words) or tokens.tags[after + 1] == "."


_PARTING = frozenset("·|•-–—,:/m")


@needs(_PRESSED)
def is_pressed(tokens: Tokens, number: Number) -> bool:
    """Whether a number is a key or an extension on a telephone: "option 2", "ext. 3", "press 1"."""
    lowers, at = tokens.lowers, number.first - 1
    if at > 0 and lowers[at] == ".":
        at -= 1
    if at < 0:
        return False
    chosen = lowers[at] in _PRESSED
    if lowers[at] in ("and", "or") and tokens.lowers[number.stop : number.stop + 1] == ["for"]:
        chosen = "press" in lowers[:at]  # "press 1 for English and 2 for Spanish"
    counts = number.stop < len(lowers) and tokens.tags[number.stop] in "NJM"
    return chosen and not counts and "," not in tokens.words[number.core]


def is_top(tokens: Tokens, number: Number) -> bool:
    """Whether capitals make a currency of a heading's word: "TOP FIVE, JANUARY 6–8"."""
    few = number.scale is None and number.value <= _CHARTED
    return few and number.currency == "TOP" and tokens.words[number.first] == "TOP"


# No chart is longer; a price in the money of Tonga is rarely told by its code.
_CHARTED = 500


def is_serial(tokens: Tokens, number: Number) -> bool:
    """Whether a long row of digits behind a name is a picture's: "Getty Images 109331287"."""
    word, first, stop = tokens.words[number.core], number.first, number.stop
    if len(word) < _SERIAL or not word.isdigit() or number.value % 100 == 0 or not first:
        return False
    named = tokens.tags[first - 1] == "N" and tokens.words[first - 1][0].isupper()
    return named and (stop == len(tokens.words) or tokens.tags[stop] in ".MP")
