"""The scale of a number: "million", "bn", "lakh crore", and "m" where it is no metre."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers.cardinals import SCALES
from figtrail.extraction.numbers.forms import LETTER_SCALES, SIGNS, match_unit
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
        letter = LETTER_SCALES.get(words[stop])
        if letter == 1000 and words[stop + 1 : stop + 2] in (["m"], ["bn"]):
            return stop + 2, letter
        if letter is not None and not (words[stop] == "m" and _is_length(tokens, stop)):
            return stop + 1, letter
        if words[stop] == "L" and stop > 1 and words[stop - 2] in _RUPEES:
            return stop + 1, SCALES["lakh"]
    if words[stop] in _SPACED_SCALES:
        return stop + 1, LETTER_SCALES[words[stop]]
    if stop + 1 < count and _ends_in_sign(tokens, stop):
        return stop + 2, LETTER_SCALES[words[stop + 1]]
    return stop, None


_RUPEES = frozenset(sign for sign, form in SIGNS.items() if form.currency.startswith("INR"))
# In Nepal and Pakistan scales, with a capital a people.
_SCALES_AND_NAMES = {"arab": Decimal(10**9), "kharab": Decimal(10**11)}
# Signs of a scale that may stand apart from their digits: "5.2 mil".
_SPACED_SCALES = frozenset("mn bn tn mln bln trn cr mil bil".split())


def _ends_in_sign(tokens: Tokens, stop: int) -> bool:
    """Whether a hyphen ties the sign of a scale to an amount: "P1.2-B", "PHP5.5-M"."""
    words = tokens.words
    if words[stop : stop + 1] != ["-"] or words[stop + 1 : stop + 2] not in (["M"], ["B"], ["T"]):
        return False
    tight = tokens.starts[stop] == tokens.ends[stop - 1]
    tight = tight and tokens.starts[stop + 1] == tokens.ends[stop]
    apart = stop + 2 >= len(words) or tokens.starts[stop + 2] > tokens.ends[stop + 1]
    return tight and (apart or words[stop + 2] in ".,;)")


_DIMENSIONS = frozenset(read_sections("numbers.txt")["dimensions"])
_LENGTHS = frozenset(read_sections("numbers.txt")["lengths"])
_FOOT_UNITS = frozenset(("foot", "inch", "yard", "mile", "fathom"))
_CROSSING = frozenset(("by", "x", "×"))


def _is_length(tokens: Tokens, at: int) -> bool:
    """Whether "m" after digits is metres and not millions.

    "97m long", "a height of 97m", "2m (6.6ft)", "415ft (126.5m)", "50m by 25m".
    """
    lowers = tokens.lowers
    first = at - 1
    if first and tokens.words[first - 1] in SIGNS:
        return False
    after = at + 1
    inner = after + 1 + (lowers[after + 1 : after + 2] in (["about"], ["around"], ["roughly"]))
    if lowers[after : after + 1] == ["("] and tokens.tags[inner : inner + 1] == ["M"]:
        converted = match_unit(tokens, inner + 1)
        return (
            converted is not None and converted.kind == "measurement" and converted.style != "metre"
        )
    if after < len(tokens.words) and lowers[after] in HYPHENS:
        after += 1
    if after < len(tokens.words) and lowers[after] in _DIMENSIONS:
        return True
    if _converts(tokens, first) or _is_sized(tokens, first, after):
        return True
    return _rises_in_metres(tokens, first, after)


def _rises_in_metres(tokens: Tokens, first: int, after: int) -> bool:
    """Whether what is told of has a height: "the river peaked at 5.2m", "climbed 900m".

    A noun behind the letter is what is counted in millions: "rivers carried 5.2m tonnes".
    """
    if after < len(tokens.words) and (
        tokens.tags[after] in "NJ" or tokens.lowers[after] in ("of", "a", "per", "each", "every")
    ):
        return False
    if tokens.lowers[after : after + 1] == [","] and tokens.tags[after + 1 : after + 2] == ["M"]:
        beside = match_unit(tokens, after + 2)
        if beside is not None and beside.unit in _METRIC:
            return True
    near = tokens.lowers[max(0, first - 6) : first]
    if "," in tokens.words[first] and match_unit(tokens, after) is None:
        return True  # "The peak is 8,611m": millions in thousands are told with a sign
    return near[-1:] in (["climb"], ["climbs"], ["climbed"]) or not _HIGH.isdisjoint(near)


_METRIC = frozenset(("centimetre", "millimetre"))
_HIGH = frozenset(read_sections("numbers.txt")["high"])


def _converts(tokens: Tokens, first: int) -> bool:
    """Whether a number says a length in feet or miles again: "415ft (126.5m)", "98ft, or 30m"."""
    before = first - 1
    while before > 0 and tokens.lowers[before] in ("about", "around", "roughly", "nearly"):
        before -= 1
    if before < 2 or tokens.lowers[before] not in ("(", "or", "/"):
        return False
    before -= 1 + (tokens.lowers[before - 1] == ",")
    form = match_unit(tokens, before)
    return form is not None and form.unit in _FOOT_UNITS


def _is_sized(tokens: Tokens, first: int, after: int) -> bool:
    """Whether a dimension names the number or another crosses it: "height of 9m", "9m x 4m"."""
    lowers = tokens.lowers
    before = first - 1
    while before > 0 and (
        lowers[before] in ("of", "is", "was", "to") or tokens.tags[before] == "B"
    ):
        before -= 1
    if before >= 0 and before < first - 1 and lowers[before] in _LENGTHS:
        return True
    if lowers[after : after + 1] and lowers[after] in _CROSSING:
        return tokens.words[after + 2 : after + 3] == ["m"]
    moved = first > 2 and lowers[first - 1] in ("to", "from")
    form = match_unit(tokens, first - 2) if moved else None
    if form is not None and form.unit in _METRIC:
        # "Fell 12cm to 2.4m".
        return True
    crossed = first > 2 and lowers[first - 1] in _CROSSING
    return crossed and tokens.words[first - 2] == "m"
