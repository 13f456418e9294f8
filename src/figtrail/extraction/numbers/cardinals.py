"""Number words → cardinals: "twenty-six", "two and a half million", "nought point five"."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.lexicon import read_pairs
from figtrail.extraction.numbers.number import ONE
from figtrail.extraction.tokens import HYPHENS, Tokens

ONES = {word: Decimal(value) for word, value in read_pairs("numbers.txt", "ones").items()}
_TENS = {word: Decimal(value) for word, value in read_pairs("numbers.txt", "tens").items()}
SCALES = {word: Decimal(value) for word, value in read_pairs("numbers.txt", "scales").items()}
DENOMINATORS = {
    word: Decimal(value) for word, value in read_pairs("numbers.txt", "denominators").items()
}


def read_cardinal(
    tokens: Tokens, at: int, *, article: bool = False
) -> tuple[Decimal, int, Decimal | None] | None:
    """Read number words from `at`: value, stop, and the last scale word where one ends it.

    `article`: an "a" stands before it and counts as one ("a hundred and ten thousand").
    """
    lowers, count = tokens.lowers, len(tokens.lowers)
    total, group = Decimal(0), ONE if article else Decimal(0)
    stop = at
    seen = "ones" if article else ""
    scale: Decimal | None = None
    scaled = False
    while at < count:
        lower = lowers[at]
        if lower in ONES and seen in ("", "tens", "scale", "hundred", "and"):
            if seen == "tens" and not 0 < ONES[lower] < 10:
                break
            group += ONES[lower]
            seen = "ones"
        elif lower in _TENS and seen in ("", "scale", "hundred", "and"):
            group += _TENS[lower]
            seen = "tens"
        elif lower == "hundred" and seen in ("ones", "tens"):
            group *= 100
            seen = "hundred"
        elif lower in SCALES and lower not in ("hundred", "score") and seen not in ("", "and"):
            scale = SCALES[lower]
            total = total * scale if scaled and group == 0 else total + group * scale
            group = Decimal(0)
            scaled = True
            seen = "scale"
        elif lower == "point" and seen in ("ones", "tens") and at + 1 < count:
            decimals, after = _point_digits(lowers, at + 1)
            if not decimals:
                break
            group += Decimal("0." + decimals)
            at = stop = after
            continue
        elif _links(lowers, at, seen, scale):
            seen = "and" if lower == "and" else seen
            at += 1
            continue
        else:
            break
        at += 1
        stop = at
        if seen != "scale":
            scale = None
    if not seen:
        return None
    return total + group, stop, scale


def _links(lowers: list[str], at: int, seen: str, scale: Decimal | None) -> bool:
    """Whether "and" or a hyphen goes on with a number: "a hundred and ten", "twenty-six"."""
    following = lowers[at + 1] if at + 1 < len(lowers) else ""
    if lowers[at] in HYPHENS:
        counted = seen in ("hundred", "scale") and following == "and"
        counted = counted or (seen == "and" and (following in ONES or following in _TENS))
        return bool(seen) and (
            counted or (seen == "tens" and following in ONES) or following in SCALES
        )
    if lowers[at] != "and" or seen not in ("hundred", "scale"):
        return False
    if following in HYPHENS and at + 2 < len(lowers):
        following = lowers[at + 2]
    if following not in ONES and following not in _TENS:
        return False
    return not (scale is not None and seen == "scale" and scale < 100)


def _point_digits(lowers: list[str], at: int) -> tuple[str, int]:
    digits = ""
    while at < len(lowers) and lowers[at] in ONES and ONES[lowers[at]] < 10:
        digits += str(ONES[lowers[at]])
        at += 1
    return digits, at


def add_half(
    tokens: Tokens, stop: int, value: Decimal, scale: Decimal = ONE
) -> tuple[Decimal, int]:
    """Add "and a half", "and three-quarters" of a scale to a number that ends before `stop`."""
    lowers = tokens.lowers
    at = stop
    while at < len(lowers) and lowers[at] in HYPHENS:
        at += 1
    if at + 2 >= len(lowers) or lowers[at] != "and":
        return value, stop
    at += 1
    while at < len(lowers) and lowers[at] in HYPHENS:
        at += 1
    top = ONE if lowers[at] in ("a", "one") else ONES.get(lowers[at])
    if top is None or at + 1 >= len(lowers):
        return value, stop
    at += 1
    while at < len(lowers) and lowers[at] in HYPHENS:
        at += 1
    bottom = DENOMINATORS.get(lowers[at]) if at < len(lowers) else None
    if bottom is None or bottom > 4 or (at + 1 < len(lowers) and lowers[at + 1] == "of"):
        return value, stop
    if tokens.tags[at + 1 : at + 2] in (["A"], ["V"]):
        return value, stop  # "Half were under 40 and a third were over 70"
    return value + top / bottom * scale, at + 1


def multiply_half(tokens: Tokens, stop: int, value: Decimal) -> tuple[Decimal, int]:
    """Multiply a scale by "and a half": "a million and a half"."""
    more, after = add_half(tokens, stop, ONE)
    return (value * more, after) if after != stop else (value, stop)
