"""Denominators of a hundred of a measure: "4.5l/100km", "87 micrograms in 100 millilitres"."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.rates.rate import Rate

DISSOLVED = frozenset(("microgram", "milligram"))


def by_hundred(at: int, numbers: list[Number]) -> Rate | None:
    """Read "4.5l/100km" and "12g/100g": so much for every hundred of a measure."""
    for size in numbers:
        measured = size.kind == "measurement" and size.unit_inside and size.unit is not None
        if size.first == at + 1 and measured and size.value == 100:
            return Rate(size.unit or "", size.value, at, size.stop)
    return None


def in_volume(at: int, numbers: list[Number]) -> Rate | None:
    """Read "87 micrograms of alcohol in 100 millilitres of breath"."""
    for volume in numbers:
        if volume.first == at + 1 and volume.unit == "millilitre" and volume.value == 100:
            stop = volume.stop + (not volume.unit_inside)
            return Rate("millilitre", volume.value, at, stop)
    return None
