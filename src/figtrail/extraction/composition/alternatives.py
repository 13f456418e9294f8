"""Neighbouring numbers that "or" joins: "eight or nine", "20 or 30"."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.numbers import Number


def is_or_range(low: Number, high: Number) -> bool:
    """Whether "or" joins the ends of a range: "eight or nine", "20 or 30", "two or three million".

    They are neighbours among small or among round numbers.
    """
    size = low.scale or Decimal(1)
    low_value, high_value = low.value / size, high.value / size
    if high_value > low_value * 2:
        return False
    if high_value == low_value + 1 and low_value < 1000:
        return True
    if low_value <= 20 or low_value != int(low_value):
        return high_value <= low_value + 5 or _are_tens(low_value, high_value)
    return _are_tens(low_value, high_value)


def _are_tens(low: Decimal, high: Decimal) -> bool:
    return any(
        low % size == 0 and high == low + size and high <= size * 10
        for size in (Decimal(10), Decimal(100))
    )
