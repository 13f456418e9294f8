"""What belongs to a number on both sides: sign, currency, scale word, unit sign."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from figtrail.extraction.lexicon import read_phrases, read_sections
from figtrail.extraction.numbers.cardinals import add_half
from figtrail.extraction.numbers.forms import (
    ISO_4217,
    MONEY_WORDS,
    SIGNS,
    UnitForm,
    find_factor,
    find_unit_start,
    match_unit,
)
from figtrail.extraction.numbers.number import ONE, Number
from figtrail.extraction.numbers.scaling import read_scale
from figtrail.extraction.numbers.weights import is_weight
from figtrail.extraction.tokens import HYPHENS, Tokens

_BY_DAY = [[noun] for noun in read_sections("numbers.txt")["by_day"]]
_MINUS = frozenset("-−–‐‑")


# Before "plus" these make it a sign.
_SIGNING = frozenset("to from at of was is stands stood".split())
# From this on a bare number behind a money word is so much of it: "pounds 2,300".
_LEAST = 100
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
    mantissa = value
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
        stop += tokens.lowers[stop : stop + 1] in _SIGNED_TWICE
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
    matched = _read_unit(tokens, stop)
    times = find_factor(matched[0], value, scale) if matched is not None else None
    if matched is None or times is None:
        return _Measure(first, stop)
    form, stop = matched
    at_sea = form.unit == "nanometre" and tokens.lowers[stop : stop + 1] in _AT_SEA
    unit = "nautical_mile" if at_sea else form.unit
    return _Measure(first, stop, None, unit, form.kind, form.style != "outside", times)


def _read_left(
    tokens: Tokens, first: int, floor: int, scale: Decimal | None, value: Decimal
) -> _Left:
    """Read the currency and the sign to the left of a number, no further than `floor`."""
    first, currency, factor = _read_currency_left(tokens, first, floor, scale, value)
    first, negative, signed = _read_sign_left(tokens, first, floor)
    behind = tokens.words[first + 1 : first + 2]
    if currency is None and negative and behind and behind[0] in SIGNS:
        currency = SIGNS[behind[0]].currency
    return _Left(first, currency, factor, negative, signed)


def _read_currency_left(
    tokens: Tokens, first: int, floor: int, scale: Decimal | None, value: Decimal
) -> tuple[int, str | None, Decimal]:
    """The first token with a currency before a number, the currency and its factor."""
    words = tokens.words
    at = first - 1
    if at < floor:
        return first, None, ONE
    adjacent = tokens.ends[at] == tokens.starts[first]
    form = SIGNS.get(words[at])
    if form is None and words[at] == "." and at - 1 >= floor and words[at - 1] + "." in SIGNS:
        form, at = SIGNS[words[at - 1] + "."], at - 1
    if form is not None and form.position == "tight":
        plain = scale is None and value < 1000 and value == int(value)
        if not adjacent or plain:
            form = None
    if form is not None and form.currency == "XBT":
        form = None
    if words[at] == "¢" and (not adjacent or (at > floor and tokens.tags[at - 1] == "M")):
        form = None  # "4¢ 12 days ago"
    if form is not None:
        return at, form.currency, form.factor
    if words[at] in ISO_4217:
        return at, words[at], ONE
    if scale is not None or value >= _LEAST:
        return _read_money_word_left(tokens, first, floor)
    return first, None, ONE


def _read_money_word_left(
    tokens: Tokens, first: int, floor: int
) -> tuple[int, str | None, Decimal]:
    """Read "US dollars 322 million" and "pounds 18m", but not "lost 40 pounds 300 days ago"."""
    for begin in range(max(floor, first - 3), first):
        forms = MONEY_WORDS.get(tokens.words[begin]) or MONEY_WORDS.get(tokens.lowers[begin])
        for form in forms or ():
            spelled = (tuple(tokens.words[begin:first]), tuple(tokens.lowers[begin:first]))
            if form.position != "word" or form.tokens not in spelled:
                continue
            counted = begin > 0 and tokens.tags[begin - 1] in "MJ"
            plural = form.tokens[-1].endswith("s")
            return (first, None, ONE) if counted or not plural else (begin, form.currency, ONE)
    return first, None, ONE


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
        if words[at] in ("+", "±"):
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
_AT_SEA = (["off"], ["from"], ["north"], ["south"], ["east"], ["west"], ["offshore"], ["out"])


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
            return at + len(form.tokens), form.currency, form.factor
        if words[at] in ISO_4217 and at == stop:
            return at + 1, words[at], ONE
    return stop, None, ONE


_NAMED_BY_TIME = frozenset(
    tuple(phrase.split()) for phrase in read_phrases("numbers.txt", "named_by_time")
)
# Of runs, where these are spoken of: "11 centuries and 13 half-centuries".
_CRICKET = frozenset("Tests Test ODIs innings wickets wicket batsman batter fifties".split())


def _read_unit(tokens: Tokens, stop: int) -> tuple[UnitForm, int] | None:
    """Read the unit that follows, and the token at which the span stops: behind it if inside."""
    if stop >= len(tokens.words):
        return None
    at = find_unit_start(tokens, stop)
    unit = match_unit(tokens, at)
    if unit is None or tuple(tokens.lowers[at : at + 2]) in _NAMED_BY_TIME:
        return None
    if unit.unit == "century" and not _CRICKET.isdisjoint(tokens.words):
        return None
    if unit.kind == "duration" and _names_group(tokens, at):
        return None
    tight = tokens.starts[at] == tokens.ends[at - 1]
    if unit.style == "tight" and (not tight or at != stop):
        return None
    daily = at == stop and tokens.lowers[at] in ("day", "night")
    if daily and tokens.lowers[at + 1 : at + 2] in _BY_DAY:
        # "Seven day nurseries", "12 night shelters": the noun is of day or night.
        return None
    if unit.style == "temperature" and _is_initial(tokens, at):
        return None
    end = at + len(unit.tokens)
    return unit, end if unit.style != "outside" else stop


def _names_group(tokens: Tokens, at: int) -> bool:
    """Whether a unit with a capital and a number is a group's name: "12 Year 6 pupils"."""
    named = tokens.words[at] == "Year" and tokens.tags[at + 1 : at + 2] == ["M"]
    return named and tokens.tags[at + 2 : at + 3] == ["N"]


def _is_initial(tokens: Tokens, at: int) -> bool:
    """Whether a letter opens a name or a code ("9 F.C.", "4 C-130s") and is no degree sign."""
    return (
        at + 2 < len(tokens.words)
        and tokens.words[at + 1] in ("-", ".")
        and tokens.starts[at + 2] == tokens.ends[at + 1]
    )
