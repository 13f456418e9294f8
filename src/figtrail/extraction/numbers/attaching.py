"""What belongs to a number on both sides: sign, currency, scale word, unit sign."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import NamedTuple

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers.before import (
    read_currency_before,
    read_name_before,
    read_quantity_before,
)
from figtrail.extraction.numbers.cardinals import add_half
from figtrail.extraction.numbers.degrees import DEGREES, is_below_zero
from figtrail.extraction.numbers.following import read_unit
from figtrail.extraction.numbers.forms import (
    ISO_4217,
    MONEY_WORDS,
    SIGNS,
    find_factor,
)
from figtrail.extraction.numbers.number import ONE, Number
from figtrail.extraction.numbers.scaling import read_scale
from figtrail.extraction.numbers.tolerances import read_bracketed_unit
from figtrail.extraction.numbers.weights import is_weight
from figtrail.extraction.tokens import HYPHENS, Tokens

_MINUS = frozenset("-−–‐‑")


# Before "plus" these make it a sign.
_SIGNING = frozenset("to from at of was is stands stood".split())
# Words that say a sign again: "$5 million dollars".
_SIGNED_TWICE = (["dollars"], ["euros"], ["pounds"], ["rupees"])


class _Left(NamedTuple):
    """What stands to the left of a number and belongs to it, from the token `first` on."""

    first: int
    currency: str | None
    factor: Decimal
    negative: bool
    signed: bool


class _Measure(NamedTuple):
    """What a number is in: money or a unit, with the tokens that its sign takes in.

    `factor` turns the number into the unit's own size: pence into pounds.
    """

    first: int
    stop: int
    currency: str | None = None
    unit: str | None = None
    kind: str | None = None
    unit_inside: bool = False
    factor: Decimal = ONE


def attach(
    tokens: Tokens,
    at: int,
    stop: int,
    value: Decimal,
    form: str,
    floor: int,
    *,
    first: int | None = None,
    out_of: Decimal | None = None,
) -> Number:
    """Read what belongs to a number on both sides: sign, currency, scale, unit."""
    value = mantissa = _end(value)
    scale: Decimal | None = None
    if form in ("digits", "words") and out_of is None:
        stop, scale, value = _read_scaled(tokens, stop, value, form)
    left = _read_left(tokens, at if first is None else first, floor, scale, value)
    measure = _read_measure(tokens, left, stop, scale, value)
    value *= measure.factor
    if measure.kind == "money" and scale is None:
        mantissa *= measure.factor
    if left.negative:
        value, mantissa = -value, -mantissa
    return Number(
        measure.first,
        measure.stop,
        tokens.starts[measure.first],
        tokens.ends[measure.stop - 1],
        value,
        form,
        mantissa,
        scale=scale,
        currency=measure.currency,
        unit=measure.unit,
        kind=measure.kind,
        unit_inside=measure.unit_inside,
        out_of=out_of,
        core=at,
        signed=left.signed,
        rule=form,
    )


def _end(value: Decimal) -> Decimal:
    """A value whose decimals go on without end, as "33 1/3", to ten digits; others as they are."""
    endless = len(value.as_tuple().digits) > _MOST_DIGITS and value != int(value)
    return _TO_TEN.plus(value) if endless else value


# So many digits a double holds of every number.
_MOST_DIGITS = 15
_TO_TEN = Context(prec=10)


def _read_scaled(
    tokens: Tokens, stop: int, value: Decimal, form: str
) -> tuple[int, Decimal | None, Decimal]:
    """The token behind a number's scale, the scale, and the number in its whole size."""
    stop, scale = read_scale(tokens, stop, form)
    if scale is None:
        return stop, None, value
    more, after = add_half(tokens, stop, value)
    if after != stop and value == int(value):
        return after, scale, more * scale
    return stop, scale, value * scale


def _read_measure(
    tokens: Tokens, left: _Left, stop: int, scale: Decimal | None, value: Decimal
) -> _Measure:
    """What a number that ends before `stop` is in: money by sign or word, a weight, a unit."""
    first, currency = left.first, left.currency
    if currency is not None:
        stop += tokens.lowers[stop : stop + 1] in _SIGNED_TWICE or _is_priced_twice(tokens, stop)
        return _Measure(first, stop, currency, None, "money", factor=left.factor)
    if is_weight(tokens, first, stop):
        return _Measure(first, stop, None, "pound", "measurement")
    stop, currency, factor = _read_money_word(tokens, stop, scale)
    if currency is None and _is_slashed(tokens, stop):
        currency, stop = "KES?", stop + 2
    if currency == "cent?" and _is_american(tokens, first):
        first, currency = first - 1, "USD"
    if currency is not None:
        return _Measure(first, stop, currency, None, "money", factor=factor)
    matched = read_unit(tokens, stop)
    times = find_factor(matched[0], value, scale) if matched is not None else None
    if matched is None and scale is None and is_below_zero(tokens, stop):
        # "It fell to 20 below zero", "lows of 15 below".
        return _Measure(first, stop, None, "degree", "measurement", factor=-ONE)
    if matched is None or times is None:
        named = read_quantity_before(tokens, first) if scale is None else None
        if named is not None:
            return _Measure(first, stop, None, *named)
        shared = read_bracketed_unit(tokens, first, stop)
        if shared is not None:
            form, factor = shared[0], shared[1]
            return _Measure(first, stop, None, form.unit, form.kind, False, factor)
        money = read_name_before(tokens, first, stop, scale)
        return _Measure(*money, None, "money") if money is not None else _Measure(first, stop)
    form, stop = matched
    if form.unit in DEGREES and is_below_zero(tokens, stop + (form.style == "outside")):
        times = -times
    at_sea = form.unit == "nanometre" and tokens.lowers[stop : stop + 1] in _AT_SEA
    unit = "nautical_mile" if at_sea else form.unit
    return _Measure(first, stop, None, unit, form.kind, form.style != "outside", times)


def _is_priced_twice(tokens: Tokens, stop: int) -> bool:
    """Whether the sign of pence closes an amount with that of pounds: "£7.50p"."""
    pence = tokens.words[stop : stop + 1] == ["p"] and "." in tokens.words[stop - 1]
    return pence and tokens.starts[stop] == tokens.ends[stop - 1]


def _read_left(
    tokens: Tokens, first: int, floor: int, scale: Decimal | None, value: Decimal
) -> _Left:
    """Read the currency and the sign to the left of a number, no further than `floor`."""
    first, currency, factor = read_currency_before(tokens, first, floor, scale, value)
    first, negative, signed = _read_sign_left(tokens, first, floor)
    behind = tokens.words[first + 1 : first + 2]
    if currency is None and negative and behind and behind[0] in SIGNS:
        currency = SIGNS[behind[0]].currency
    return _Left(first, currency, factor, negative, signed)


def _read_sign_left(tokens: Tokens, first: int, floor: int) -> tuple[int, bool, bool]:
    """The first token with a sign before a number, whether it is negative, whether signed."""
    words, lowers = tokens.words, tokens.lowers
    at = first - 1
    if at < floor:
        return first, False, False
    if tokens.ends[at] == tokens.starts[first] and (
        at == 0 or tokens.ends[at - 1] < tokens.starts[at] or words[at - 1] in "(“\"'‘,"
    ):
        if words[at] in _MINUS:
            return at, True, True
        if words[at] == "+":
            return at, False, True
    if words[at] == "±":
        return at, False, True
    if words[max(floor, at - 2) : at + 1] == ["+", "/", "-"]:
        return at - 2, False, True
    if lowers[at] in ("minus", "negative") and tokens.ends[at] < tokens.starts[first]:
        if at - 2 >= floor and lowers[at - 1] == "or" and lowers[at - 2] == "plus":
            return at - 2, False, True
        if at == floor or tokens.tags[at - 1] != "M":
            return at, True, True
    elif lowers[at] == "plus" and at > floor and lowers[at - 1] in _SIGNING:
        # "Net approval fell from plus 14 to minus 3".
        return at, False, True
    return first, False, False


# Behind "45nm" these make it nautical miles.
_AT_SEA = [[word] for word in read_sections("numbers.txt")["at_sea"]]


def _is_slashed(tokens: Tokens, stop: int) -> bool:
    """Whether the sign of shillings and rupees closes an amount: "500m/-"."""
    if tokens.words[stop : stop + 2] != ["/", "-"]:
        return False
    tight = tokens.starts[stop] == tokens.ends[stop - 1]
    tight = tight and tokens.starts[stop + 1] == tokens.ends[stop]
    return tight and (stop + 2 == len(tokens.words) or tokens.tags[stop + 2] != "M")


def _is_american(tokens: Tokens, first: int) -> bool:
    """Whether the cents behind a number are told apart before it: "US71.20c"."""
    before = first - 1
    touching = before >= 0 and tokens.ends[before] == tokens.starts[first]
    return touching and tokens.words[before] == "US"


def _goes_before(tokens: Tokens, at: int) -> bool:
    """Whether a sign belongs to the number behind it, which it touches or which follows it."""
    return tokens.tags[at + 1 : at + 2] == ["M"] or tokens.words[at - 2] in SIGNS


def _read_national(tokens: Tokens, at: int) -> tuple[int, str, Decimal] | None:
    """A currency behind its country's adjective: "4 Georgian lari", "Costa Rican colones"."""
    stop = at
    while (
        stop < at + _ADJECTIVES and tokens.words[stop : stop + 1] and tokens.words[stop].istitle()
    ):
        stop += 1
        for form in MONEY_WORDS.get(tokens.lowers[stop], ()) if stop < len(tokens.words) else ():
            plain = len(form.tokens) == 1 and form.factor == 1 and not form.currency.endswith("?")
            # "No 3 Iga Swiatek won", "No 5 Mary Rand".
            national = tokens.lowers[stop - 1].endswith(_NATIONAL)
            said = tokens.words[stop].islower() and tokens.words[stop] != "won"
            if plain and form.position in ("word", "money_word") and (national or said):
                return stop + 1, form.currency, ONE
    return None


_ADJECTIVES = 2
_NATIONAL = ("an", "ese", "ish")


def _read_money_word(
    tokens: Tokens, stop: int, scale: Decimal | None
) -> tuple[int, str | None, Decimal]:
    words, lowers = tokens.words, tokens.lowers
    at = stop
    if at < len(words) and lowers[at] in HYPHENS and at + 1 < len(words):
        at += 1
    if at < len(words):
        tight = tokens.starts[at] == tokens.ends[at - 1]
        forms = MONEY_WORDS.get(words[at])
        spelled = words
        if forms is None and len(words[at]) > 2:
            forms, spelled = MONEY_WORDS.get(lowers[at]), lowers
        for form in forms or ():
            if tuple(spelled[at : at + len(form.tokens)]) != form.tokens:
                continue
            rated = tight or words[at + 1 : at + 2] == ["/"]  # "50 c/l"
            if form.position == "tight_after" and (not rated or scale is not None):
                continue
            if form.position == "money_word" and scale is None:
                continue
            if words[at] in "€$£" and (_goes_before(tokens, at) or scale is not None):
                continue  # "Sold 20 $5 tickets"
            if form.factor > 1 and tokens.tags[at + 1 : at + 2] in (["N"], ["v"]):
                continue  # "Two grand pianos"
            return at + len(form.tokens), form.currency, form.factor
        national = _read_national(tokens, at)
        if national is not None:
            return national
        if words[at] in ISO_4217 and at == stop:
            return at + 1, words[at], ONE
    return stop, None, ONE
