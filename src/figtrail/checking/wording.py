"""Numbers and figures in words, as a reader of an explanation meets them."""

from __future__ import annotations

from decimal import Decimal

from figtrail.model import Figure
from figtrail.units import describe_unit

_BOUNDS = {
    "about": "about ",
    "over": "more than ",
    "at_least": "at least ",
    "under": "less than ",
    "at_most": "at most ",
    "nearly": "nearly ",
}
_MILLION = 1_000_000
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_UNITS = {"percent": "per cent", "person": "people"}


def show_figure(figure: Figure) -> str:
    """The figure as its article puts it: bound and quote."""
    return f"{_BOUNDS.get(figure.bound, '')}{figure.quote}"


def show_number(number: Decimal) -> str:
    """Four significant digits, or all before the point, large numbers in millions and so on."""
    if not number:
        return "0"
    places = 3 - number.adjusted()
    return show_exactly(round(number, places if abs(number) >= _MILLION else max(0, places)))


def show_exactly(number: Decimal) -> str:
    """All digits, with thousands set apart; round millions, billions and trillions in words."""
    for power, word in _SCALES:
        scaled = number.scaleb(-power).normalize()
        if abs(scaled) >= 1 and int(scaled.as_tuple().exponent) >= -3:
            return f"{scaled:,f} {word}"
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def show_unit(unit: str) -> str:
    """A unit code as words, in the plural; a currency as its code."""
    if unit.isupper():
        return unit
    return _UNITS.get(unit) or describe_unit(unit).label
