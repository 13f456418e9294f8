"""Denominators of a hundred of a measure: "4.5l/100km", "87 micrograms in 100 millilitres"."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.rates.rate import Rate

_DISSOLVED = frozenset(("microgram", "milligram"))


def by_hundred(link: str, at: int, number: Number, numbers: list[Number]) -> Rate | None:
    """The hundred of a measure that `link`, the token at `at`, joins to a number."""
    written = link == "/" and number.unit_inside
    if not written and not (link == "in" and number.unit in _DISSOLVED):
        return None
    for size in numbers:
        if size.first != at + 1 or size.value != 100 or size.unit is None:
            continue
        if size.kind == "measurement" and (size.unit_inside if written else _is_volume(size)):
            return Rate(size.unit, size.value, at, size.stop + (not size.unit_inside))
    return None


def _is_volume(size: Number) -> bool:
    return size.unit == "millilitre"
