"""Strokes that name how a hole or a round went: "bogey five", "cards an 8", "two under".

How many a whole round took is a figure: "a closing 67".
"""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import DASHES, Tokens

_SPORT = read_sections("sport.txt")
GOLF = frozenset(_SPORT["golf"])
_NAMED = frozenset(_SPORT["golf scores"])
_CARDING = frozenset(_SPORT["carding"])
_STANDING = frozenset(_SPORT["standing at"])
_BEHIND = frozenset(_SPORT["behind par"])
_ARTICLES = frozenset(("a", "an", "his", "her", "another"))
# Verbs of counting the holes behind them: "to birdie three of the last four".
_COUNTED = frozenset(("of", "in", "times", "holes", "straight", "more"))
_ORDINALS = frozenset(_SPORT["ordinals"])
# Of cards alone, so that golf need not be spoken of besides.
_OF_CARDS = frozenset(("carded", "cards", "carding", "signed", "signs"))
_HALVES = (["front"], ["back"], ["outward"], ["inward"])
_HOLES = 18
# The strokes of a hole, and how far a player is from par.
_MOST_AT_HOLE, _MOST_TO_PAR = 15, 30


@needs(_NAMED)
def is_named_stroke(tokens: Tokens, number: Number) -> bool:
    """Whether a number is the strokes that a name tells as well: "bogey five", "par 72"."""
    at = number.first - 1
    if at > 0 and tokens.lowers[at] in DASHES:
        at -= 1
    if at < 0 or tokens.lowers[at] not in _NAMED or number.kind is not None:
        return False
    behind = tokens.lowers[number.stop : number.stop + 1]
    return not behind or behind[0] not in _COUNTED


@needs(_CARDING, _ARTICLES | {"for"})
def is_carded(tokens: Tokens, number: Number) -> bool:
    """Whether a number is what a hole took: "cards an 8", "holed a chip for a three"."""
    first = number.first
    if not _stands_alone(tokens, number) or tokens.lowers[first - 1] not in _ARTICLES:
        return False
    if not 1 < number.value <= _MOST_AT_HOLE:
        return False
    verbs = _CARDING.intersection(tokens.lowers[max(0, first - 4) : first - 1])
    return bool(verbs) and (not _OF_CARDS.isdisjoint(verbs) or _is_of_golf(tokens))


@needs(("under", "over"))
def is_to_par(tokens: Tokens, number: Number) -> bool:
    """Whether a number is strokes under or over par: "finished at 12 under", "two-under"."""
    lowers, first = tokens.lowers, number.first
    at = number.stop + (lowers[number.stop : number.stop + 1] in (["-"], ["‑"]))
    if number.kind is not None or lowers[at : at + 1] not in (["under"], ["over"]):
        return False
    if not 0 < number.value <= _MOST_TO_PAR:
        return False
    behind = lowers[at + 1 : at + 2]
    if behind in (["par"], ["-"]):
        return True
    ends = not behind or tokens.tags[at + 1] in ".C" or behind[0] in _BEHIND
    stands = first > 0 and lowers[first - 1] in _STANDING
    return ends and stands and _is_of_golf(tokens)


@needs(("front", "back", "outward", "inward"), ("nine", "9"))
def is_half_of_course(tokens: Tokens, number: Number) -> bool:
    """Whether a number names a half of the course: "as wind gets up on the back nine"."""
    half = tokens.lowers[number.first - 1 : number.first] in _HALVES
    verbal = number.first > 1 and tokens.tags[number.first - 2] in "vVE"  # "sent back nine"
    return half and not verbal and _stands_alone(tokens, number) and number.value * 2 == _HOLES


@needs(("through",), ("under", "over", "par", "birdies", "bogeys"))
def is_holes_played(tokens: Tokens, number: Number) -> bool:
    """Whether a number is how many holes a player has behind him: "two over through nine"."""
    through = tokens.lowers[number.first - 1 : number.first] == ["through"]
    at = max(0, number.first - 2)
    told = tokens.lowers[at].endswith(("over", "under", "par")) or _is_of_golf(tokens)
    return through and _stands_alone(tokens, number) and number.value <= _HOLES and told


def _stands_alone(tokens: Tokens, number: Number) -> bool:
    """Whether a bare number has words before it, and nothing behind it that it counts."""
    if number.kind is not None or not number.first or number.value != int(number.value):
        return False
    stop = number.stop
    if stop >= len(tokens.words):
        return True
    return tokens.tags[stop] not in "NJM" and tokens.lowers[stop] not in DASHES


def _is_of_golf(tokens: Tokens) -> bool:
    """Whether golf is spoken of: a word of it stands in the sentence, or the number of a hole."""
    if not GOLF.isdisjoint(tokens.vocabulary):
        return True
    lowers = tokens.lowers
    return any(
        lower == "the" and (_is_hole(lowers[at + 1 : at + 3]) or _is_hole(lowers[at + 2 : at + 4]))
        for at, lower in enumerate(lowers)
        if at and lowers[at - 1] in ("at", "on")
    )


def _is_hole(words: list[str]) -> bool:
    """Whether words begin with an ordinal up to that of the last hole: "fourth", "17 th"."""
    if words[1:] and words[1] in ("th", "st", "nd", "rd"):
        return words[0].isdecimal() and int(words[0]) <= _HOLES
    return bool(words) and words[0] in _ORDINALS
