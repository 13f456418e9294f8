"""A number of one unit as a number of another, by the factors of conversions.csv.

A number in a unit is (number + offset) × factor of the dimension's first unit (SI, or derived from
it). Gallons, pints, tons and barrels are left out: their names stand for several sizes.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

from figtrail.csvrows import read_rows

_FILE = Path(__file__).with_name("conversions.csv")


def convert(number: Decimal, unit: str, wanted: str, *, difference: bool = False) -> Decimal | None:
    """The number in the wanted unit; None where no factor is known.

    With `difference` the number is the size of a change, which knows no zero point (5 °C more is
    9 °F more).
    """
    units = _read_units()
    if unit not in units or wanted not in units:
        return None
    dimension, factor, offset = units[unit]
    other_dimension, other_factor, other_offset = units[wanted]
    if dimension != other_dimension:
        return None
    if difference:
        return number * factor / other_factor
    return (number + offset) * factor / other_factor - other_offset


@cache
def _read_units() -> dict[str, tuple[str, Decimal, Decimal]]:
    rows = read_rows(_FILE, required=("unit", "dimension", "factor", "offset"))
    return {
        row.require("unit"): (
            row.require("dimension"),
            Decimal(row.require("factor")),
            Decimal(row.require("offset")),
        )
        for row in rows
    }
