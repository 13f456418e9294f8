"""The scale of a number: "million", "bn", "lakh crore", and "m" where it is no metre."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers.cardinals import SCALES
from figtrail.extraction.numbers.forms import LETTER_SCALES, SIGNS
from figtrail.extraction.numbers.metres import is_length
from figtrail.extraction.numbers.number import ONE
from figtrail.extraction.tokens import HYPHENS, Tokens


def read_scale(tokens: Tokens, stop: int, form: str) -> tuple[int, Decimal | None]:
    """The scale of a number that ends before `stop`, None without one, and the token after it."""
    words, lowers, count = tokens.words, tokens.lowers, len(tokens.words)
    scale: Decimal | None = None
    if form == "digits" and stop < count:
        stop, scale = _read_sign(tokens, stop)
    while stop < count:
        following = stop
        if words[following] in _SCALES_AND_NAMES:
            scale = _SCALES_AND_NAMES[words[following]] * (scale or ONE)
            stop = following + 1
            continue
        if lowers[following] in HYPHENS and following + 1 < count:
            following += 1
            if lowers[following] == "odd" and following + 1 < count:
                following += 1  # "22,000-odd crore"
        word = lowers[following]
        if word not in SCALES or word == "score" or (form == "words" and word == "hundred"):
            break
        scale = SCALES[word] * (scale or ONE)
        stop = following + 1
    return stop, scale


def _read_sign(tokens: Tokens, stop: int) -> tuple[int, Decimal | None]:
    """The scale that letters behind digits are the sign of: "5m", "2.5 bn", "450k bn", "P1.2-B"."""
    words, count = tokens.words, len(tokens.words)
    if tokens.starts[stop] == tokens.ends[stop - 1]:
        letter = LETTER_SCALES.get(words[stop]) if not is_minutes(tokens, stop) else None
        if letter == 1000 and words[stop + 1 : stop + 2] in (["m"], ["bn"]):
            return stop + 2, letter
        if letter is not None and not (words[stop] == "m" and is_length(tokens, stop)):
            return stop + 1, letter
        if words[stop] == "L" and stop > 1 and words[stop - 2] in _RUPEES:
            return stop + 1, SCALES["lakh"]
    if words[stop] in _SPACED_SCALES:
        return stop + 1, LETTER_SCALES[words[stop]]
    if stop + 1 < count and _ends_in_sign(tokens, stop):
        return stop + 2, LETTER_SCALES[words[stop + 1]]
    return stop, None


def is_minutes(tokens: Tokens, at: int) -> bool:
    """Whether an "m" close to its digits is minutes behind hours: "3h 24m"."""
    hours = tokens.lowers[at - 2] in _HOURS and at > _HOURS_BEFORE
    return hours and tokens.words[at] == "m" and tokens.tags[at - _HOURS_BEFORE] == "M"


_HOURS = frozenset(("h", "hr", "hrs"))
# From the "m" of "3h 24m" back to the hours.
_HOURS_BEFORE = 3
_RUPEES = frozenset(sign for sign, form in SIGNS.items() if form.currency.startswith("INR"))
# In Nepal and Pakistan scales, with a capital a people.
_SCALES_AND_NAMES = {"arab": Decimal(10**9), "kharab": Decimal(10**11)}
_SPACED_SCALES = frozenset(read_sections("numbers.txt")["spaced_scales"])


def _ends_in_sign(tokens: Tokens, stop: int) -> bool:
    """Whether a hyphen ties the sign of a scale to an amount: "P1.2-B", "PHP5.5-M"."""
    words = tokens.words
    if words[stop : stop + 1] != ["-"] or words[stop + 1 : stop + 2] not in (["M"], ["B"], ["T"]):
        return False
    tight = tokens.starts[stop] == tokens.ends[stop - 1]
    tight = tight and tokens.starts[stop + 1] == tokens.ends[stop]
    apart = stop + 2 >= len(words) or tokens.starts[stop + 2] > tokens.ends[stop + 1]
    return tight and (apart or words[stop + 2] in ".,;)")
