"""Sizes that name a kind of thing: "a 9mm pistol", "a .22 rifle", "the 256GB model", "22k gold"."""

from __future__ import annotations

from figtrail.extraction.labels.references import LABELS
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number, match_unit
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("sizes.txt")
_HYPHEN_TYPES = frozenset(LABELS["hyphen_types"])
_EXTREMES = frozenset(LABELS["extremes"])
_CHIPS = frozenset(LABELS["chips"])
_CALIBRES = frozenset(_WORDS["calibres"])
_GUNSMITHS = frozenset(_WORDS["gunsmiths"])
_ARMS = frozenset(_WORDS["arms"])
_VERSIONS = frozenset(_WORDS["versions"])
_STORED = frozenset(("megabyte", "gigabyte", "terabyte"))
# How many words may stand between a size and its thing: "a 4nm Kirtana 8 Gen 2 chip".
_REACH = 6


def is_sized_type(tokens: Tokens, number: Number) -> bool:
    """Whether a measure without a hyphen names a kind: "a 9mm pistol", not "8,611m high"."""
    stop = number.stop
    measured = number.unit_inside and number.kind == "measurement" and number.currency is None
    measured = measured and number.unit != "hertz"  # how often a screen is drawn anew
    if not measured or stop >= len(tokens.words) or tokens.tags[stop] == "A":
        return False
    if number.unit in _STORED:
        return _is_version(tokens, stop)
    if number.unit == "nanometre":
        return _is_chip(tokens, stop)
    if is_own_size(number, tokens.lowers[stop]):
        return False
    return tokens.lowers[stop] in _HYPHEN_TYPES and tokens.lowers[stop] not in _EXTREMES


def is_own_size(number: Number, noun: str) -> bool:
    """Whether a measure sizes one thing, and names no kind: "the 1,814km line", "a 400kV line"."""
    return number.unit in _OWN_SIZES and noun.removesuffix("s") in ("line", "engine")


_OWN_SIZES = frozenset(("kilometre", "mile", "horsepower"))


def _is_version(tokens: Tokens, stop: int) -> bool:
    """Whether storage tells which version is meant: "the 8GB/128GB model", "no 1TB version"."""
    while tokens.lowers[stop : stop + 1] in _JOINING and tokens.tags[stop + 1 : stop + 2] == ["M"]:
        if match_unit(tokens, stop + 2) is None:
            return False
        stop += 3
    for at in range(stop, min(stop + 3, len(tokens.words))):
        if tokens.lowers[at] in _VERSIONS:
            return True
        if tokens.tags[at] not in "NJ":
            return False
    return False


_JOINING = (["/"], ["and"], ["or"], ["+"], [","])


def _is_chip(tokens: Tokens, stop: int) -> bool:
    """Whether a chip follows that is called by its lines: "a 4nm Kirtana 8 Gen 2 chip"."""
    for at in range(stop, min(stop + _REACH, len(tokens.words))):
        if tokens.lowers[at] in _CHIPS:
            return True
        if tokens.tags[at] not in "NJM":
            return False
    return False


@needs(_ARMS)
def is_bore(tokens: Tokens, number: Number) -> bool:
    """Whether a number is how wide a gun's barrel is: "a 12 gauge shotgun", "a 12-bore shotgun"."""
    at = number.stop + (tokens.lowers[number.stop : number.stop + 1] in (["-"], ["‑"]))
    return tokens.lowers[at : at + 1] in (["gauge"], ["bore"]) and not _ARMS.isdisjoint(
        tokens.lowers[at : at + 2]
    )


@needs(_CALIBRES)
def is_calibre(tokens: Tokens, number: Number) -> bool:
    """Whether hundredths of an inch name a gun: "a Webley .38", "shot with a .22 rifle".

    A batter's average is written so as well: "he hit .303".
    """
    if tokens.words[number.core] not in _CALIBRES or number.kind is not None:
        return False
    first, stop = number.first, number.stop
    near = tokens.lowers[stop : stop + 1] + tokens.lowers[stop + 1 : stop + 2]
    if near and (near[0] in _ARMS or (near[-1] in _ARMS and tokens.tags[stop] in ".NJ")):
        return True
    before = tokens.lowers[first - 1] if first else ""
    if before in _GUNSMITHS:
        return True
    return before in _ARTICLES and not _SHOOTING.isdisjoint(tokens.vocabulary)


_ARTICLES = frozenset("a an the his her their my".split())
_SHOOTING = _ARMS | frozenset(("shot", "shoot", "shooting", "gunman", "armed", "fired"))


_GRADING = frozenset("kKp")


@needs(map(str.lower, _GRADING))
def is_grade(tokens: Tokens, number: Number) -> bool:
    """A purity or a resolution, whose letter is no scale and no coin: "22k gold", "1080p"."""
    stop = number.stop
    letter = tokens.words[stop - 1]
    if stop != number.first + 2 or letter not in _GRADING:
        return False
    digits = tokens.words[number.core]
    following = tokens.lowers[stop] if stop < len(tokens.words) else ""
    if letter == "p":
        sharp = digits in ("1080", "1440", "2160")
        return sharp or (digits in _LINES and following in _PICTURES)
    if digits in ("4", "8") and letter == "K":
        return following in _PICTURES or tokens.lowers[number.first - 1 : number.first] == ["in"]
    return digits in _CARATS and following in _PRECIOUS


_LINES = frozenset("240 360 480 720".split())
_CARATS = frozenset("8 9 10 14 15 18 20 21 22 23 24".split())
_PICTURES = frozenset(LABELS["pictures"])
_PRECIOUS = frozenset(("gold", "yellow", "rose", "white", "solid", "purity"))
