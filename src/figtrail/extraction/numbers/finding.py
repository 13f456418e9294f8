"""Tokens → the numbers that they state, left to right."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.numbers.attaching import attach
from figtrail.extraction.numbers.cardinals import (
    DENOMINATORS,
    ONES,
    SCALES,
    add_half,
    multiply_half,
    read_cardinal,
)
from figtrail.extraction.numbers.coins import COINS, read_change, read_coin
from figtrail.extraction.numbers.degrees import is_end_of_scale
from figtrail.extraction.numbers.emphasis import read_emphasised
from figtrail.extraction.numbers.forms import MONEY_WORDS, SIGNS
from figtrail.extraction.numbers.fractions import (
    VULGAR,
    goes_on_counting,
    is_share,
    is_stretch_of_time,
    make_fraction,
    read_half,
    read_slash_fraction,
    read_word_fraction,
    scale_fraction,
)
from figtrail.extraction.numbers.multiples import HALVINGS, MULTIPLES, read_multiple
from figtrail.extraction.numbers.number import ONE, Number
from figtrail.extraction.numbers.ones import counts_one, is_one_in, opens_range
from figtrail.extraction.numbers.parts import (
    read_couple,
    read_half_point,
    read_part,
    read_parts,
    read_point,
    read_points,
    read_unit_and_a_half,
)
from figtrail.extraction.numbers.tolerances import read_bracketed_unit
from figtrail.extraction.numbers.written import (
    groups_by_dots,
    past_uncertainty,
    read_bare_power,
    read_power,
    read_raised_point,
)
from figtrail.extraction.tokens import HYPHENS, Tokens, read_digits

# A longer run of digits is a serial number, not a quantity.
_LONGEST = 24


def find_numbers(tokens: Tokens, letters: frozenset[str] = frozenset()) -> list[Number]:
    """Read every number in a sentence, left to right, without overlaps.

    `letters` are the single letters that stand for a currency in this document ("R", "N").
    """
    found: list[Number] = []
    stop = 0
    lowers = tokens.lowers
    for at, tag in enumerate(tokens.tags):
        if at < stop or not (tag == "M" or lowers[at] in _STARTS):
            continue
        if lowers[at] in _ARTICLES and not _opens_number(lowers, at):
            continue
        number = _read_number(tokens, at, stop)
        if number is not None:
            if letters and number.kind is None and number.first:
                number = _with_letter(tokens, number, letters)
            found.append(number)
            stop = number.stop
            if number.signed and (shared := read_bracketed_unit(tokens, number.first, stop)):
                stop = shared[2]
    return found


_ARTICLES = frozenset(("a", "an"))


def _opens_number(lowers: list[str], at: int) -> bool:
    """Whether an article may start a number: "a third", "a hundred", "a year and a half"."""
    ahead = lowers[at + 1 : at + 3]
    if not ahead:
        return False
    return ahead[0] in _AFTER_ARTICLE or ahead[-1] == "and" or ahead[0] in MONEY_WORDS


def _with_letter(tokens: Tokens, number: Number, letters: frozenset[str]) -> Number:
    """Read "R80" and "N650" as money in a document whose currency has that letter."""
    sign = number.first - 1
    if tokens.words[sign] not in letters or tokens.ends[sign] != tokens.starts[number.first]:
        return number
    currency = SIGNS[tokens.words[sign]].currency
    return number._replace(first=sign, start=tokens.starts[sign], currency=currency, kind="money")


_AFTER_ARTICLE = (
    frozenset(DENOMINATORS)
    | frozenset(SCALES)
    | frozenset(COINS)
    | HYPHENS
    | frozenset(("percentage", "percentage-point", "basis", "full", "whole"))
)
_STARTS = (
    frozenset(DENOMINATORS)
    | frozenset(MULTIPLES)
    | HALVINGS
    | frozenset(("a", "an", "nought", "couple"))
)


def _read_number(tokens: Tokens, at: int, floor: int) -> Number | None:
    lower = tokens.lowers[at]
    if lower[0].isdigit() or lower[0] == ".":
        return _read_digits(tokens, at, floor)
    if lower in VULGAR:
        top, bottom = VULGAR[lower]
        return make_fraction(tokens, at, at + 1, top, bottom, floor)
    if lower in MULTIPLES or lower in HALVINGS:
        return read_multiple(tokens, at)
    return _read_words(tokens, at, floor)


def _read_digits(tokens: Tokens, at: int, floor: int) -> Number | None:
    word = tokens.words[at]
    dotted = word.count(".") > 1 and word.rfind(",") < word.rfind(".")
    if len(word) > _LONGEST or (dotted and not groups_by_dots(tokens, at)):
        return None
    if word == "10" and (bare := read_bare_power(tokens, at)) is not None:
        return attach(tokens, at, bare[1], bare[0], "digits", floor)
    value = read_digits(word)
    value, stop = read_raised_point(tokens, at, value)
    count = len(tokens.words)
    decimals = word.partition(".")[2]
    # A part behind two decimals is one of a cent: "$4.33-1/2 a bushel".
    size = Decimal("0.01") if len(decimals) == 2 else ONE
    if stop < count and tokens.words[stop] in VULGAR:
        top, bottom = VULGAR[tokens.words[stop]]
        value += top / bottom * size
        stop += 1
    elif (
        stop + 1 < count
        and tokens.words[stop] == "/"
        and tokens.ends[stop] == tokens.starts[stop + 1]
        and tokens.starts[stop] == tokens.ends[at]
    ):
        fraction = read_slash_fraction(tokens, at)
        if fraction is not None:
            return make_fraction(tokens, at, at + 3, value, fraction, floor)
    elif not decimals or size != ONE:
        part, stop = read_part(tokens, stop)
        value += part * size
    if word.isdigit() and (parts := read_parts(tokens, at, value, floor)) is not None:
        return parts
    value, stop = add_half(tokens, stop, value)
    power, stop = read_power(tokens, past_uncertainty(tokens, stop))
    return attach(tokens, at, stop, value * power, "digits", floor)


def _read_words(tokens: Tokens, at: int, floor: int) -> Number | None:
    lowers = tokens.lowers
    lower = lowers[at]
    following = lowers[at + 1] if at + 1 < len(lowers) else ""
    if lower in ("a", "an"):
        return _read_article(tokens, at, floor)
    if lower == "couple":
        return read_couple(tokens, at, floor)
    if lower in DENOMINATORS:
        points = read_points(tokens, at)
        if points is not None:
            return points
        if at and lowers[at - 1] in ("another", "further") and is_share(tokens, at + 1):
            # "Lost another third of its value": one third, as with an article.
            if lower == "quarter" and is_stretch_of_time(tokens, at + 1):
                return None
            return read_word_fraction(tokens, at, at, ONE, floor)
        if lower != "half":
            return read_emphasised(tokens, at, floor)
        half = read_half_point(tokens, at) or read_half(tokens, at, floor)
        return half or read_emphasised(tokens, at, floor)
    if lower in ("million", "billion") and at and lowers[at - 1] in ("another", "further"):
        value, stop = multiply_half(tokens, at + 1, SCALES[lower])
        return attach(tokens, at, stop, value, "words", floor)
    if lower == "zero" and is_end_of_scale(tokens, at):
        return None
    cardinal = read_cardinal(tokens, at)
    if cardinal is None:
        return None
    value, stop, scale = cardinal
    if value == 1 and following == "point" and at and lowers[at - 1] == "at":
        # "At one point it was £10m".
        return None
    if value == 1 and stop == at + 1 and following not in _AFTER_ONE:
        ahead = lowers[at + 2 : at + 3]
        hyphened = (
            following in HYPHENS
            and ahead
            and (ahead[0] in DENOMINATORS or ahead[0] in ("in", "and"))
        )
        compared = following in ("more", "fewer") and ahead == ["than"]
        compared = compared or (following == "of" and ahead == ["every"])
        ranged = (following == "or" and ahead == ["two"]) or opens_range(tokens, at)
        one = hyphened or compared or ranged
        if not (one or is_one_in(tokens, at) or counts_one(tokens, at)):
            return None
    if _is_ordinal(tokens, stop):
        return None
    fraction = read_word_fraction(tokens, at, stop, value, floor)
    if fraction is not None:
        return fraction
    if scale is not None and scale >= 1000:
        value, stop = add_half(tokens, stop, value, scale)
    else:
        value, stop = add_half(tokens, stop, value)
    if following == "score" and stop == at + 1 and 2 <= value < 10:
        return attach(tokens, at, at + 2, value * 20, "words", floor)
    return attach(tokens, at, stop, value, "words", floor)


_ORDINAL_ENDS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
)


def _is_ordinal(tokens: Tokens, stop: int) -> bool:
    """Whether number words go on to an ordinal: "twenty-first", "two hundred and fiftieth"."""
    lowers, count = tokens.lowers, len(tokens.words)
    joined = stop < count and (lowers[stop] in HYPHENS or lowers[stop] == "and")
    at = stop + joined
    if at >= count or lowers[stop - 1] in ONES:
        return False
    if lowers[at].endswith(("teenth", "tieth")):
        return True
    return lowers[at] in _ORDINAL_ENDS and (joined or lowers[stop - 1].endswith("ty"))


_AFTER_ONE = frozenset(DENOMINATORS) | frozenset(
    "in out per percent percentage cent million billion trillion crore lakh and point pound "
    "euro dollar basis hundred thousand".split()
)


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether "a half" goes on with one of a thing: "lead by a game and a half"."""
    lowers = tokens.lowers
    joined = at > 2 and lowers[at - 1] == "and" and lowers[at - 3] in ("a", "one")
    return joined and lowers[at - 2] not in DENOMINATORS


def _read_article(tokens: Tokens, at: int, floor: int) -> Number | None:
    """Read "a third", "a hundred thousand", "a dozen", "a million"; "a" alone is no number."""
    lowers = tokens.lowers
    compound = read_unit_and_a_half(tokens, at) or read_change(tokens, at) or read_coin(tokens, at)
    if compound is not None:
        return compound
    begin = at + 1
    while begin < len(lowers) and lowers[begin] in HYPHENS:
        begin += 1
    following = lowers[begin] if begin < len(lowers) else ""
    if following in SCALES and following != "score":
        value = SCALES[following]
        stop = begin + 1
        if following in ("hundred", "thousand", "million"):
            cardinal = read_cardinal(tokens, begin, article=True)
            if cardinal is not None:
                value, stop, _ = cardinal
        while stop < len(lowers) and lowers[stop] in SCALES and lowers[stop] != "score":
            value *= SCALES[lowers[stop]]
            stop += 1
        value, stop = multiply_half(tokens, stop, value)
        return attach(tokens, begin, stop, value, "words", floor, first=at)
    points = read_points(tokens, begin) or read_point(tokens, at)
    if points is not None:
        return points
    bottom = DENOMINATORS.get(following)
    if following == "half" and lowers[begin + 1 : begin + 2] in (["a"], ["an"]):
        half = read_half(tokens, begin, floor)  # "a half a pound"
        return half and half._replace(first=at, start=tokens.starts[at])
    if bottom is None or following == "half" or following.endswith("s"):
        if following == "half" and is_share(tokens, begin + 1) and not _goes_on(tokens, at):
            return make_fraction(tokens, at, begin + 1, ONE, Decimal(2), floor)
        return None
    scaled = scale_fraction(tokens, at, begin + 1, (ONE, bottom), floor)
    if scaled is not None:
        return scaled
    if not is_share(tokens, begin + 1) or goes_on_counting(tokens, begin, bottom):
        return None
    if following == "quarter" and at and is_stretch_of_time(tokens, begin + 1):
        return None
    if following == "quarter" and floor and at == floor:
        # "£5m a quarter": the quarter is what the money is paid for.
        return None
    return make_fraction(tokens, at, begin + 1, ONE, bottom, floor)
