"""A number told in parts of falling scale: "18 lakh 34 thousand", "1 crore 20 lakh"."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

_LAKH, _CRORE = Decimal(100_000), Decimal(10_000_000)
_SMALLER = {
    ("foot", "inch"): Decimal(12),
    ("stone", "pound"): Decimal(14),
    ("pound", "ounce"): Decimal(16),
}
_FINEST = Decimal("0.0001")
_GOING_ON = (Decimal(1000), _LAKH, _CRORE)


def join_parts(tokens: Tokens, first: Number, second: Number) -> Number | None:
    """The sum of two adjoining parts, the second below the scale of the first; None if apart."""
    if first.unit is not None and second.unit is not None and _adjoins(tokens, first, second):
        return _join_units(first, second)
    if first.currency is not None and first.scale is None:
        return _join_coins(tokens, first, second)
    if _goes_on_smaller(tokens, first, second):
        return _add_smaller(first, second, _SMALLER[_RESTS[first.unit or ""]])
    if first.scale is None or second.first != first.stop or first.out_of is not None:
        return None
    plain = second.form in ("digits", "words") and second.out_of is None
    if not plain or second.signed or not 1 <= second.value < first.scale:
        return None
    if second.core != second.first or second.kind not in (None, "money"):
        return None
    # "51.8 million 60-kg bags" are two numbers; only thousands and Indian scales go on without a
    # scale of their own: "94 thousand 732".
    going_on = first.scale in _GOING_ON or first.value > first.scale * 1000
    if second.scale is None and not going_on:
        return None
    if first.unit_inside or (first.currency is not None and second.currency is not None):
        return None
    return second._replace(
        first=first.first,
        start=first.start,
        core=first.core,
        value=first.value + second.value,
        mantissa=first.mantissa + second.value / first.scale,
        scale=second.scale or Decimal(1),
        currency=first.currency or second.currency,
        kind=first.kind or second.kind,
        signed=first.signed,
    )


def _adjoins(tokens: Tokens, first: Number, second: Number) -> bool:
    """Whether a number goes on behind another's unit: "5ft 9in", "4 lbs. 3 oz", "six feet two"."""
    stop = first.stop + (not first.unit_inside)
    stop += first.unit_inside and tokens.words[stop : stop + 1] == ["."]
    if not first.unit_inside:
        stop += tokens.lowers[stop : stop + 1] in (["and"], [","])
    return second.first == stop


def _join_coins(tokens: Tokens, first: Number, second: Number) -> Number | None:
    """Pounds and pence, dollars and cents as one amount: "three pounds and fifty pence"."""
    between = tuple(tokens.lowers[first.stop : second.first])
    if between not in ((), ("and",)) or second.scale is not None or second.out_of is not None:
        return None
    whole = first.value == int(first.value) and second.first == second.core
    spelled = tokens.lowers[first.stop - 1].isalpha() or first.first != first.core
    if not whole or not spelled or first.value < 1:
        return None
    coined = second.currency is not None and 0 < second.value < 1
    coined = coined and tokens.lowers[second.stop - 1] in _COINS[_name(first.currency)]
    bare = second.kind is None and not between and first.first == first.core
    bare = bare and 0 < second.value < _HUNDRED and second.value == int(second.value)
    after = tokens.tags[second.stop : second.stop + 1] in ([], ["."], ["C"], ["R"])
    if not (coined or (bare and after and second.form == first.form == "words")):
        return None
    value = first.value + (second.value if coined else second.value / _HUNDRED)
    return first._replace(stop=second.stop, end=second.end, value=value, mantissa=value)


_HUNDRED = Decimal(100)
_COINS = {
    "GBP": frozenset(("pence", "penny", "p")),
    "dollar": frozenset(("cents", "cent", "c", "¢")),
    "EUR": frozenset(("cents", "cent", "c")),
    "INR": frozenset(("paise", "paisa")),
    "": frozenset(("",)),
}


def _name(currency: str | None) -> str:
    """Which coins an amount may go on in."""
    code = (currency or "").rstrip("?")
    if code in ("USD", "AUD", "CAD", "NZD", "HKD", "SGD"):
        return "dollar"
    return code if code in _COINS else ""


def _join_units(first: Number, second: Number) -> Number | None:
    """A measure in two units of one system, in the larger: "5ft 9in" is 5.75 feet."""
    size = _SMALLER.get((first.unit or "", second.unit or ""))
    plain = first.form == second.form and first.form in ("digits", "words")
    plain = plain and first.value == int(first.value) and not second.signed
    alike = first.unit_inside == second.unit_inside or second.unit_inside
    if size is None or not plain or not alike or not 0 <= second.value < size:
        return None
    return _add_smaller(first, second, size)


def _goes_on_smaller(tokens: Tokens, first: Number, second: Number) -> bool:
    """Whether a number goes on in the smaller unit unsaid: "five foot eleven", "12 stone 4"."""
    rest = _RESTS.get(first.unit or "")
    if rest is None or first.unit_inside or second.first != first.stop + 1:
        return False
    whole = first.value == int(first.value) and second.value == int(second.value)
    small = second.kind is None and second.out_of is None and 0 < second.value < _SMALLER[rest]
    ends = tokens.tags[second.stop : second.stop + 1] not in (["N"], ["J"])
    return whole and small and ends and tokens.lowers[first.stop] in ("foot", "stone")


_RESTS = {"foot": ("foot", "inch"), "stone": ("stone", "pound")}


def _add_smaller(first: Number, second: Number, size: Decimal) -> Number:
    """A number in a unit with another in the `size`-th part of it."""
    value = first.value + (second.value / size).quantize(_FINEST).normalize()
    return first._replace(stop=second.stop, end=second.end, value=value, mantissa=value)
