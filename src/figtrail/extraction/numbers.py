"""Tokens → the numbers that they state: digits, words, fractions and multiples.

A `Number` is read for itself here: sign, currency, digits or words, scale, and the unit signs that
belong to the number ("%", "per cent", "km/h"). Ranges and "x out of y" are composed from numbers
in `composition`; the words around them are read in `quantities`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from figtrail.extraction.lexicon import read_pairs, read_rows
from figtrail.extraction.tokens import Tokens, tokenise

_ONES = {word: Decimal(value) for word, value in read_pairs("numbers.txt", "ones").items()}
_TENS = {word: Decimal(value) for word, value in read_pairs("numbers.txt", "tens").items()}
_SCALES = {word: Decimal(value) for word, value in read_pairs("numbers.txt", "scales").items()}
_LETTER_SCALES = {
    word: Decimal(value) for word, value in read_pairs("numbers.txt", "letter_scales").items()
}
_DENOMINATORS = {
    word: Decimal(value) for word, value in read_pairs("numbers.txt", "denominators").items()
}
_VULGAR = {
    sign: (Decimal(value.split("/")[0]), Decimal(value.split("/")[1]))
    for sign, value in read_pairs("numbers.txt", "vulgar").items()
}
_MULTIPLES = {
    word: Decimal(value) for word, value in read_pairs("numbers.txt", "multiples").items()
}
_HALVINGS = frozenset(read_pairs("numbers.txt", "halvings"))
_HYPHENS = frozenset("-‐‑")
_MINUS = frozenset("-−–‐‑")
ONE = Decimal(1)


class UnitForm(NamedTuple):
    """One way of writing a unit: its tokens, its code, and how it stands to the number."""

    tokens: tuple[str, ...]
    unit: str
    kind: str
    style: str


class CurrencyForm(NamedTuple):
    """One way of writing a currency; `currency` ends in "?" where several share the form ("$")."""

    tokens: tuple[str, ...]
    currency: str
    factor: Decimal
    position: str


def _by_first(forms: list[UnitForm]) -> dict[str, list[UnitForm]]:
    index: dict[str, list[UnitForm]] = {}
    for form in sorted(forms, key=lambda form: -len(form.tokens)):
        index.setdefault(form.tokens[0], []).append(form)
    return index


UNITS = _by_first(
    [
        UnitForm(tuple(tokenise(row["form"]).words), row["unit"], row["kind"], row["style"])
        for row in read_rows("units.csv")
    ]
)
_CURRENCIES = [
    CurrencyForm(
        tuple(tokenise(row["form"]).words),
        row["currency"] + ("?" if row["shared"] else ""),
        Decimal(row["factor"]),
        row["position"],
    )
    for row in read_rows("currencies.csv")
]
_SIGNS = {form.tokens[0]: form for form in _CURRENCIES if form.position in ("sign", "tight")}
_MONEY_WORDS: dict[str, list[CurrencyForm]] = {}
for _form in sorted(_CURRENCIES, key=lambda form: -len(form.tokens)):
    if _form.position in ("word", "money_word", "tight_after"):
        _MONEY_WORDS.setdefault(_form.tokens[0], []).append(_form)
ISO_4217 = frozenset(
    form.currency for form in _CURRENCIES if len(form.currency) == 3
) | frozenset("USD BGN RON ISK QAR KWD BHD OMR JOD EGP MAD TND".split())


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a sentence.

    `first` and `stop` are token bounds (stop exclusive) and `start`, `end` character bounds within
    the sentence, with sign, currency and unit signs inside. `value` is in the unit's own size;
    `mantissa` is the value before its scale, for a range that shares the scale. A fraction has
    its numerator as value and its denominator in `out_of`; a multiple is in `times`.
    """

    first: int
    stop: int
    start: int
    end: int
    value: Decimal
    form: str
    mantissa: Decimal
    scale: Decimal | None = None
    currency: str | None = None
    unit: str | None = None
    kind: str | None = None
    unit_inside: bool = False
    out_of: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    core: int = 0
    change: str | None = None
    signed: bool = False
    rule: str = "number"


def find_numbers(tokens: Tokens, letters: frozenset[str] = frozenset()) -> list[Number]:
    """Read every number in a sentence, left to right, without overlaps.

    `letters` are the single letters that stand for a currency in this document ("R", "N").
    """
    found: list[Number] = []
    at = 0
    tags = tokens.tags
    count = len(tags)
    while at < count:
        if tags[at] == "M" or tokens.lowers[at] in _STARTS:
            number = _read_number(tokens, at, found[-1].stop if found else 0)
            if number is not None:
                if letters and number.kind is None and number.first:
                    number = _with_letter(tokens, number, letters)
                found.append(number)
                at = number.stop
                continue
        at += 1
    return found


def _with_letter(tokens: Tokens, number: Number, letters: frozenset[str]) -> Number:
    """Read "R80" and "N650" as money in a document whose currency has that letter."""
    sign = number.first - 1
    if tokens.words[sign] not in letters or tokens.ends[sign] != tokens.starts[number.first]:
        return number
    currency = _SIGNS[tokens.words[sign]].currency
    return replace(
        number, first=sign, start=tokens.starts[sign], currency=currency, kind="money"
    )


_STARTS = (
    frozenset(_DENOMINATORS) | frozenset(_MULTIPLES) | _HALVINGS | frozenset(("a", "an", "nought"))
)


def _read_number(tokens: Tokens, at: int, floor: int) -> Number | None:
    lower = tokens.lowers[at]
    if lower[0].isdigit() or lower[0] == ".":
        return _read_digits(tokens, at, floor)
    if lower in _VULGAR:
        top, bottom = _VULGAR[lower]
        return _finish(tokens, at, at + 1, top, "fraction", floor, out_of=bottom)
    if lower in _MULTIPLES or lower in _HALVINGS:
        return _read_multiple(tokens, at)
    return _read_words(tokens, at, floor)


def _read_digits(tokens: Tokens, at: int, floor: int) -> Number | None:
    word = tokens.words[at]
    if word.count(".") > 1:
        return None
    value = Decimal(re.sub("[,\\s]", "", word))
    stop = at + 1
    count = len(tokens)
    if stop < count and tokens.words[stop] in _VULGAR:
        top, bottom = _VULGAR[tokens.words[stop]]
        value += top / bottom
        stop += 1
    elif (
        stop + 1 < count
        and tokens.words[stop] == "/"
        and tokens.ends[stop] == tokens.starts[stop + 1]
        and tokens.starts[stop] == tokens.ends[at]
    ):
        fraction = _slash_fraction(tokens, at)
        if fraction is not None:
            return _finish(tokens, at, at + 3, value, "fraction", floor, out_of=fraction)
    elif (
        stop + 2 < count
        and tokens.words[stop + 1] == "/"
        and tokens.ends[stop] == tokens.starts[stop + 1]
        and "." not in word
    ):
        bottom_of = _slash_fraction(tokens, stop)
        if bottom_of is not None:
            value += Decimal(tokens.words[stop]) / bottom_of
            stop += 3
    value, stop = _and_a_half(tokens, stop, value)
    return _finish(tokens, at, stop, value, "digits", floor)


def _slash_fraction(tokens: Tokens, at: int) -> Decimal | None:
    """Denominator of "3/4" at `at`; None where the slash means something else (24/7, 9/11)."""
    top, bottom = tokens.words[at], tokens.words[at + 2] if at + 2 < len(tokens) else ""
    if bottom not in ("2", "3", "4", "5", "6", "8", "10", "16") or not top.isdigit():
        return None
    if int(top) >= int(bottom) or at + 3 < len(tokens) and tokens.words[at + 3] == "/":
        return None
    return Decimal(bottom)


def _and_a_half(tokens: Tokens, stop: int, value: Decimal) -> tuple[Decimal, int]:
    """Add "and a half", "and three-quarters" to a number that ends before `stop`."""
    lowers = tokens.lowers
    at = stop
    while at < len(lowers) and lowers[at] in _HYPHENS:
        at += 1
    if at + 2 >= len(lowers) or lowers[at] != "and":
        return value, stop
    at += 1
    while at < len(lowers) and lowers[at] in _HYPHENS:
        at += 1
    top = ONE if lowers[at] in ("a", "one") else _ONES.get(lowers[at])
    if top is None or at + 1 >= len(lowers):
        return value, stop
    at += 1
    while at < len(lowers) and lowers[at] in _HYPHENS:
        at += 1
    bottom = _DENOMINATORS.get(lowers[at]) if at < len(lowers) else None
    if bottom is None or bottom > 4 or at + 1 < len(lowers) and lowers[at + 1] == "of":
        return value, stop
    return value + top / bottom, at + 1


def _cardinal(
    tokens: Tokens, at: int, *, article: bool = False
) -> tuple[Decimal, int, Decimal | None] | None:
    """Read number words from `at`: value, stop, and the last scale word where one ends it.

    `article`: an "a" stands before it and counts as one ("a hundred and ten thousand").
    """
    lowers = tokens.lowers
    count = len(lowers)
    total = Decimal(0)
    group = ONE if article else Decimal(0)
    stop = at
    seen = "ones" if article else ""
    scale: Decimal | None = None
    limit: Decimal | None = None
    while at < count:
        lower = lowers[at]
        if lower in _ONES and seen in ("", "tens", "scale", "hundred", "and"):
            if seen == "tens" and not 0 < _ONES[lower] < 10:
                break
            group += _ONES[lower]
            seen = "ones"
        elif lower in _TENS and seen in ("", "scale", "hundred", "and"):
            group += _TENS[lower]
            seen = "tens"
        elif lower == "hundred" and seen in ("ones", "tens"):
            group *= 100
            seen = "hundred"
        elif lower in _SCALES and lower not in ("hundred", "score") and seen not in ("", "and"):
            if limit is not None and group == 0:
                total *= _SCALES[lower]
            else:
                total += group * _SCALES[lower]
            group = Decimal(0)
            scale = limit = _SCALES[lower]
            seen = "scale"
        elif lower == "and" and seen in ("hundred", "scale"):
            following = lowers[at + 1] if at + 1 < count else ""
            if following not in _ONES and following not in _TENS:
                break
            if scale is not None and seen == "scale" and scale < 100:
                break
            seen = "and"
            at += 1
            continue
        elif lower in _HYPHENS and seen and at + 1 < count:
            following = lowers[at + 1]
            if seen == "tens" and following in _ONES or following in _SCALES:
                at += 1
                continue
            break
        elif lower == "point" and seen in ("ones", "tens") and at + 1 < count:
            decimals, after = _point_digits(lowers, at + 1)
            if not decimals:
                break
            group += Decimal("0." + decimals)
            at = after
            stop = at
            continue
        else:
            break
        at += 1
        stop = at
        if seen != "scale":
            scale = None
    if not stop or seen == "":
        return None
    return total + group, stop, scale


def _point_digits(lowers: list[str], at: int) -> tuple[str, int]:
    digits = ""
    while at < len(lowers) and lowers[at] in _ONES and _ONES[lowers[at]] < 10:
        digits += str(_ONES[lowers[at]])
        at += 1
    return digits, at


def _read_words(tokens: Tokens, at: int, floor: int) -> Number | None:
    lowers = tokens.lowers
    lower = lowers[at]
    following = lowers[at + 1] if at + 1 < len(lowers) else ""
    if lower in ("a", "an"):
        return _read_article(tokens, at, floor)
    if lower in _DENOMINATORS:
        points = _read_points(tokens, at, floor)
        if points is not None or lower != "half":
            return points
        return _read_half(tokens, at, floor)
    cardinal = _cardinal(tokens, at)
    if cardinal is None:
        return None
    value, stop, _ = cardinal
    if value == 1 and stop == at + 1 and following not in _AFTER_ONE:
        ahead = lowers[at + 2 : at + 4]
        one_in = "in" in ahead[:1] and len(ahead) > 1 and tokens.tags[at + 3] == "M"
        hyphened = following in _HYPHENS and ahead and (ahead[0] in _DENOMINATORS or ahead[0] == "in")
        if not (one_in and tokens.tags[at + 1] == "N" or hyphened):
            return None
    fraction = _word_fraction(tokens, at, stop, value, floor)
    if fraction is not None:
        return fraction
    value, stop = _and_a_half(tokens, stop, value)
    if following == "score" and stop == at + 1 and 2 <= value < 10:
        return _finish(tokens, at, at + 2, value * 20, "words", floor)
    return _finish(tokens, at, stop, value, "words", floor)


_AFTER_ONE = frozenset(_DENOMINATORS) | frozenset(
    "in out per percent percentage cent million billion trillion crore lakh and point pound euro "
    "dollar basis hundred thousand".split()
)


def _word_fraction(
    tokens: Tokens, at: int, stop: int, value: Decimal, floor: int
) -> Number | None:
    """Read "two-thirds", "three quarters": a number of parts; None where it is no fraction."""
    lowers = tokens.lowers
    hyphened = stop < len(lowers) and lowers[stop] in _HYPHENS
    part = stop + 1 if hyphened else stop
    if part >= len(lowers):
        return None
    word = lowers[part]
    bottom = _DENOMINATORS.get(word)
    if bottom is None or not 0 < value < bottom * 3 or value != int(value):
        return None
    if bottom == 2 and value > 1:
        return None
    if value > 1 and not (word.endswith("s") or hyphened):
        return None
    if value == 1 and word.endswith("s"):
        return None
    following = lowers[part + 1] if part + 1 < len(lowers) else ""
    if following in _HYPHENS and part + 2 < len(lowers):
        return None
    if word in ("quarters", "quarter") and following in ("ago", "running", "in"):
        return None
    return _fraction(tokens, at, part + 1, value, bottom, floor)


def _unit_and_a_half(tokens: Tokens, at: int) -> Number | None:
    """Read "a year and a half": one and a half of the unit between."""
    lowers = tokens.lowers
    if tuple(lowers[at + 2 : at + 5]) != ("and", "a", "half"):
        return None
    form = match_unit(tokens, at + 1)
    if form is None or len(form.tokens) != 1:
        return None
    return _number(
        tokens, at, at + 5, Decimal("1.5"), "words", unit=form.unit, kind=form.kind,
        unit_inside=True,
    )


def _read_article(tokens: Tokens, at: int, floor: int) -> Number | None:
    """Read "a third", "a hundred thousand", "a dozen", "a million"; "a" alone is no number."""
    lowers = tokens.lowers
    compound = _unit_and_a_half(tokens, at)
    if compound is not None:
        return compound
    begin = at + 1
    while begin < len(lowers) and lowers[begin] in _HYPHENS:
        begin += 1
    following = lowers[begin] if begin < len(lowers) else ""
    if following in _SCALES and following != "score":
        value = _SCALES[following]
        stop = begin + 1
        if following == "hundred":
            cardinal = _cardinal(tokens, begin, article=True)
            if cardinal is not None:
                value, stop, _ = cardinal
        while stop < len(lowers) and lowers[stop] in _SCALES and lowers[stop] != "score":
            value *= _SCALES[lowers[stop]]
            stop += 1
        value, stop = _and_a_half_of(tokens, stop, value)
        return _finish(tokens, begin, stop, value, "words", floor, first=at)
    points = _read_points(tokens, begin, floor)
    if points is not None:
        return points
    bottom = _DENOMINATORS.get(following)
    if bottom is None or following == "half" or following.endswith("s"):
        if following == "half" and _is_share(tokens, begin + 1, loose=False):
            return _fraction(tokens, at, begin + 1, ONE, Decimal(2), floor)
        return None
    if not _is_share(tokens, begin + 1, loose=following in ("quarter", "fifth", "tenth")):
        return None
    if following == "quarter" and floor and at == floor:
        # "£5m a quarter": the quarter is what the money is paid for.
        return None
    return _fraction(tokens, at, begin + 1, ONE, bottom, floor)


def _and_a_half_of(tokens: Tokens, stop: int, value: Decimal) -> tuple[Decimal, int]:
    more, after = _and_a_half(tokens, stop, ONE)
    return (value * more, after) if after != stop else (value, stop)


def _is_share(tokens: Tokens, after: int, *, loose: bool) -> bool:
    """Whether "a third" before `after` is a share, not an ordinal ("a third runway")."""
    if after >= len(tokens):
        return True
    lower = tokens.lowers[after]
    tag = tokens.tags[after]
    if lower in ("of", "off", "less", "more", "fewer", "higher", "lower", "as", "the"):
        return True
    if lower in _HYPHENS or lower in ("time", "-"):
        return False
    if tag in "NJMG" and not (loose and lower.endswith("s") and False):
        return False
    return not (tag == "E" and after + 1 < len(tokens) and tokens.tags[after + 1] in "NJ")


def _read_points(tokens: Tokens, at: int, floor: int) -> Number | None:
    """Read "quarter-point", "half a percentage point" written as an adjective: 0.25, 0.5."""
    lowers = tokens.lowers
    bottom = {"quarter": Decimal("0.25"), "half": Decimal("0.5")}.get(lowers[at])
    after = at + 1
    while after < len(lowers) and lowers[after] in (*_HYPHENS, "percentage", "percent"):
        after += 1
    if bottom is None or after == at + 1 or after >= len(lowers):
        return None
    if lowers[after] not in ("point", "percentage-point"):
        return None
    number = _number(
        tokens, at, after + 1, bottom, "words", unit="percentage_point", kind="percentage",
        unit_inside=True,
    )
    return number


def _read_half(tokens: Tokens, at: int, floor: int) -> Number | None:
    """Read "half" where it is a share or multiplies ("half a million"); not "the first half"."""
    lowers = tokens.lowers
    count = len(lowers)
    before = lowers[at - 1] if at else ""
    after = at + 1
    hyphened = after < count and lowers[after] in _HYPHENS
    if hyphened:
        after += 1
    following = lowers[after] if after < count else ""
    if before in _NOT_BEFORE_HALF or before in _HYPHENS:
        return None
    if following in ("a", "an"):
        unit = after + 1
        while unit < count and lowers[unit] in _HYPHENS:
            unit += 1
        if unit < count and lowers[unit] in _SCALES and lowers[unit] != "score":
            value = _SCALES[lowers[unit]] / 2
            stop = unit + 1
            while stop < count and lowers[stop] in _SCALES and lowers[stop] != "score":
                value *= _SCALES[lowers[stop]]
                stop += 1
            return _finish(tokens, at, stop, value, "words", floor)
        if unit < count and (match_unit(tokens, unit) or lowers[unit] in _MONEY_WORDS):
            return _finish(tokens, at, after + 1, Decimal("0.5"), "words", floor)
    if hyphened and following not in ("hour", "mile", "million", "dozen", "billion"):
        return None
    if following in ("hour", "million", "billion", "dozen", "mile", "marathon") and before not in (
        "the",
    ):
        if following in _SCALES:
            return _finish(
                tokens, at, after + 1, _SCALES[following] / 2, "words", floor
            )
        return None if following == "marathon" else _finish(
            tokens, at, at + 1, Decimal("0.5"), "words", floor
        )
    following_tag = tokens.tags[after] if after < count else "."
    if following_tag in "DO" or following in ("of", "that", "as", "what", "those"):
        return _fraction(tokens, at, at + 1, ONE, Decimal(2), floor)
    if before in (";", ",", "and", "but", "“", '"') and following_tag in "VAv":
        return _fraction(tokens, at, at + 1, ONE, Decimal(2), floor)
    if before in _BEFORE_HALF and following_tag in "VAvEPRC.B":
        return _fraction(tokens, at, at + 1, ONE, Decimal(2), floor)
    if at == 0 and following_tag in "VAv":
        return _fraction(tokens, at, at + 1, ONE, Decimal(2), floor)
    return None


_NOT_BEFORE_HALF = frozenset(
    "first second other latter better the each either this that last top bottom opening closing "
    "time and 's his her their its".split()
)
_BEFORE_HALF = frozenset(
    "than about around nearly almost roughly over under by in only just some exactly least "
    "approximately another virtually".split()
)


def _fraction(
    tokens: Tokens, at: int, stop: int, top: Decimal, bottom: Decimal, floor: int
) -> Number:
    """A fraction, or what it comes to where it multiplies a unit: "three-quarters of a mile"."""
    lowers = tokens.lowers
    after = stop + 1
    if stop < len(lowers) and lowers[stop] != "of":
        after = len(lowers)
    if after < len(lowers) and lowers[after] in ("a", "an", "one", "1"):
        unit = after + 1
        if unit < len(lowers):
            if lowers[unit] in _SCALES and lowers[unit] != "score":
                value = _exact(top * _SCALES[lowers[unit]], bottom)
                if value is not None:
                    return _finish(tokens, at, unit + 1, value, "words", floor)
            form = match_unit(tokens, unit)
            if form is not None:
                value = _exact(top, bottom)
                if value is not None:
                    inside = form.style == "inside"
                    return _finish(
                        tokens, at, unit if inside else stop, value, "words", floor
                    )
    return _finish(tokens, at, stop, top, "fraction", floor, out_of=bottom)


def _exact(top: Decimal, bottom: Decimal) -> Decimal | None:
    """The quotient where it is a decimal of at most ten digits; None where it goes on."""
    value = top / bottom
    return value if value * bottom == top and len(value.as_tuple().digits) <= 12 else None


def _read_multiple(tokens: Tokens, at: int) -> Number | None:
    """Read "doubled", "twice as many", "halved" as a factor in `times` or a share of one half."""
    lowers = tokens.lowers
    lower = lowers[at]
    following = lowers[at + 1] if at + 1 < len(lowers) else ""
    before = lowers[at - 1] if at else ""
    if lower in _HALVINGS:
        if lower == "halves" or following in _HYPHENS:
            return None
        change = "decrease"
        return _number(tokens, at, at + 1, ONE, "fraction", out_of=Decimal(2), change=change)
    value = _MULTIPLES[lower]
    change: str | None = None
    if lower in ("twice", "thrice"):
        if following not in _AFTER_TWICE:
            return None
    elif lower in ("double", "treble", "triple", "quadruple"):
        verb = before in ("to", "will", "would", "could", "may", "might", "should", "than", "can")
        if following not in _AFTER_DOUBLE and not (verb and following not in _NOT_DOUBLE):
            return None
        if verb and before != "than" and following not in _MULTIPLE_OF:
            change = "increase"
        if before in ("the", "a", "his", "her", "their"):
            return None
    elif lower.endswith("fold"):
        if following == "increase" or following == "rise":
            change = "increase"
    else:
        if following in _NOT_DOUBLE or lower in ("doubles", "triples") and following not in (
            "the", "its", "to", "their", "every", "in", "from",
        ):
            return None
        change = "increase"
    return _number(
        tokens, at, at + 1, value, "multiple", unit="times", kind="ratio", change=change
    )


_MULTIPLE_OF = frozenset("the that what as those its their last".split())
_AFTER_TWICE = frozenset("as the that what its their his her those this more higher".split())
_AFTER_DOUBLE = frozenset("the that what as those its their last".split())
_NOT_DOUBLE = frozenset(
    "down up over back murder murders decker check digit digits standards standard bed glazing "
    "act agent bass fault champion winner gold jump cross room rooms doors - ‑ bill major century "
    "olympic world".split()
)


def match_unit(tokens: Tokens, at: int) -> UnitForm | None:
    """The longest written form of a unit that starts at token `at`."""
    words, lowers = tokens.words, tokens.lowers
    forms = UNITS.get(words[at])
    if forms is None and words[at] != lowers[at]:
        forms = UNITS.get(lowers[at])
        if forms is None or len(lowers[at]) < 4:
            return None
        words = lowers
    if forms is None:
        return None
    for form in forms:
        size = len(form.tokens)
        if size == 1 or tuple(words[at : at + size]) == form.tokens:
            return form
    return None


def _number(
    tokens: Tokens,
    first: int,
    stop: int,
    value: Decimal,
    form: str,
    **more: object,
) -> Number:
    return Number(
        first,
        stop,
        tokens.starts[first],
        tokens.ends[stop - 1],
        value,
        form,
        value,
        core=first,
        rule=form,
        **more,  # type: ignore[arg-type]
    )


def _finish(
    tokens: Tokens,
    at: int,
    stop: int,
    value: Decimal,
    form: str,
    floor: int,
    *,
    first: int | None = None,
    out_of: Decimal | None = None,
) -> Number | None:
    """Read what belongs to a number on both sides: sign, currency, scale, unit."""
    mantissa = value
    core = at
    first = at if first is None else first
    scale: Decimal | None = None
    if form in ("digits", "words") and out_of is None:
        stop, scale = _read_scale(tokens, at, stop, form)
        if scale is not None:
            value *= scale
            more, after = _and_a_half(tokens, stop, mantissa)
            if after != stop and mantissa == int(mantissa):
                value, stop = more * scale, after
    first, currency, factor, negative, signed = _read_left(tokens, first, floor, scale, value)
    unit: str | None = None
    kind: str | None = None
    inside = False
    if currency is None:
        stop, currency, factor = _read_money_word(tokens, stop, scale)
    elif stop < len(tokens) and tokens.lowers[stop] in ("dollars", "euros", "pounds", "rupees"):
        stop += 1
    if currency is not None:
        kind = "money"
        value *= factor
        mantissa *= factor if scale is None else ONE
    else:
        matched = _read_unit(tokens, stop, scale, form)
        if matched is not None:
            unit, kind, inside, stop = matched
    if negative:
        value, mantissa = -value, -mantissa
    return Number(
        first,
        stop,
        tokens.starts[first],
        tokens.ends[stop - 1],
        value,
        form,
        mantissa,
        scale=scale,
        currency=currency,
        unit=unit,
        kind=kind,
        unit_inside=inside,
        out_of=out_of,
        core=core,
        signed=signed,
        rule=form,
    )


def _read_scale(
    tokens: Tokens, at: int, stop: int, form: str
) -> tuple[int, Decimal | None]:
    words, lowers, count = tokens.words, tokens.lowers, len(tokens)
    scale: Decimal | None = None
    if form == "digits" and stop < count and tokens.starts[stop] == tokens.ends[stop - 1]:
        letter = _LETTER_SCALES.get(words[stop])
        if letter is not None and not (words[stop] == "m" and _is_length(tokens, stop)):
            scale = letter
            stop += 1
            if scale == 1000 and stop < count and words[stop] in ("m", "bn"):
                stop += 1
    if scale is None and form == "digits" and stop < count and words[stop] in (
        "m", "mn", "bn", "tn", "mln", "bln", "trn", "cr"
    ) and (words[stop] != "m"):
        scale = _LETTER_SCALES[words[stop]]
        stop += 1
    while stop < count:
        following = stop
        if lowers[following] in _HYPHENS and following + 1 < count:
            following += 1
        word = lowers[following]
        if word not in _SCALES or word == "score" or form == "words" and word == "hundred":
            break
        scale = _SCALES[word] * (scale or ONE)
        stop = following + 1
    return stop, scale


_DIMENSIONS = frozenset(
    "long high tall wide deep away apart above below thick across up down from race final hurdles "
    "freestyle sprint relay butterfly backstroke breaststroke dash champion".split()
)


def _is_length(tokens: Tokens, at: int) -> bool:
    """Whether "m" after digits is metres and not millions: "97m long", "a 2m wave"."""
    if at + 1 < len(tokens) and tokens.lowers[at + 1] in _DIMENSIONS:
        return tokens.words[at - 2] not in _SIGNS if at > 1 else True
    return False


def _read_left(
    tokens: Tokens, first: int, floor: int, scale: Decimal | None, value: Decimal
) -> tuple[int, str | None, Decimal, bool, bool]:
    """Read sign and currency to the left: first token, currency, factor, negative, signed."""
    words, lowers = tokens.words, tokens.lowers
    currency: str | None = None
    factor = ONE
    at = first - 1
    if at >= floor:
        form = _SIGNS.get(words[at])
        adjacent = tokens.ends[at] == tokens.starts[first]
        if form is None and words[at] == "." and at - 1 >= floor and words[at - 1] + "." in _SIGNS:
            form, at = _SIGNS[words[at - 1] + "."], at - 1
        if form is not None and form.position == "tight":
            plain = scale is None and value < 1000 and value == int(value)
            if not adjacent or plain:
                form = None
        if form is not None and form.currency == "XBT":
            form = None
        if form is not None:
            currency, factor, first = form.currency, form.factor, at
        elif words[at] in ISO_4217:
            currency, first = words[at], at
    at = first - 1
    negative = signed = False
    if at >= floor:
        adjacent = tokens.ends[at] == tokens.starts[first]
        before_space = at == 0 or tokens.ends[at - 1] < tokens.starts[at] or words[at - 1] in "(“\"'‘,"
        if words[at] in _MINUS and adjacent and before_space:
            negative, signed, first = words[at] != "–" or before_space, True, at
        elif words[at] in ("+", "±") and adjacent and before_space:
            signed, first = True, at
        elif lowers[at] in ("minus", "negative") and not adjacent:
            if at - 2 >= floor and lowers[at - 1] == "or" and lowers[at - 2] == "plus":
                first, signed = at - 2, True
            elif at == floor or tokens.tags[at - 1] != "M":
                negative, signed, first = True, True, at
    if currency is None and negative and first + 1 < len(words) and words[first + 1] in _SIGNS:
        currency = _SIGNS[words[first + 1]].currency
    return first, currency, factor, negative, signed


def _read_money_word(
    tokens: Tokens, stop: int, scale: Decimal | None
) -> tuple[int, str | None, Decimal]:
    words, lowers = tokens.words, tokens.lowers
    at = stop
    if at < len(words) and lowers[at] in _HYPHENS and at + 1 < len(words):
        at += 1
    if at < len(words):
        tight = tokens.starts[at] == tokens.ends[at - 1]
        forms = _MONEY_WORDS.get(words[at])
        spelled = words
        if forms is None and len(words[at]) > 2:
            forms, spelled = _MONEY_WORDS.get(lowers[at]), lowers
        for form in forms or ():
            if tuple(spelled[at : at + len(form.tokens)]) != form.tokens:
                continue
            if form.position == "tight_after" and (not tight or scale is not None):
                continue
            if form.position == "money_word" and scale is None:
                continue
            return at + len(form.tokens), form.currency, form.factor
        if words[at] in ISO_4217 and at == stop:
            return at + 1, words[at], ONE
    return stop, None, ONE


def _read_unit(
    tokens: Tokens, stop: int, scale: Decimal | None, form: str
) -> tuple[str, str, bool, int] | None:
    """Read the unit that follows: code, kind, whether the span takes it in, and the stop."""
    if stop >= len(tokens):
        return None
    at = stop
    if tokens.lowers[at] in _HYPHENS and at + 1 < len(tokens):
        at += 1
    unit = match_unit(tokens, at)
    if unit is None:
        return None
    tight = tokens.starts[at] == tokens.ends[at - 1]
    if unit.style == "tight" and (not tight or at != stop):
        return None
    if unit.style == "temperature" and at + 1 < len(tokens) and tokens.words[at + 1] in ("-", "."):
        if at + 2 < len(tokens) and tokens.starts[at + 2] == tokens.ends[at + 1]:
            return None
    end = at + len(unit.tokens)
    return unit.unit, unit.kind, unit.style != "outside", end if unit.style != "outside" else stop


def with_shared(number: Number, other: Number) -> Number:
    """A number that takes scale, currency and unit from the later member of its range or list."""
    value = number.value
    scale = number.scale
    if (
        scale is None
        and other.scale is not None
        and number.out_of is None
        and abs(number.value) < 1000
        and (number.currency is not None or number.currency == other.currency)
        and abs(number.value) < max(abs(other.mantissa) * 10, Decimal(1000))
    ):
        scale = other.scale
        value *= scale
    return replace(
        number,
        value=value,
        scale=scale,
        currency=number.currency if number.currency is not None else other.currency,
        unit=number.unit or other.unit,
        kind=number.kind or other.kind,
    )


def iterate_pairs(numbers: list[Number]) -> Iterator[tuple[Number, Number]]:
    """Neighbouring numbers of a sentence, in order."""
    yield from zip(numbers, numbers[1:], strict=False)
