"""The value and the interval that a reading commits to."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.quantities.reading import Reading
from figtrail.model import Quantity


def interval(reading: Reading) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Value, low and high that a reading commits to, by its bound."""
    number, bound = reading.number, reading.bound
    value = number.value
    if bound == "range":
        return None, number.low, number.high
    if bound == "exact":
        return value, value, value
    if bound in ("over", "at_least"):
        return value, value, None
    if bound == "about":
        return value, None, None
    return value, None, value


def make_quantity(reading: Reading) -> Quantity:
    """The quantity that a reading states by itself; its unit is `item` where its noun is elided."""
    value, low, high = interval(reading)
    number, rate = reading.number, reading.rate
    return Quantity(
        number.start,
        number.end,
        value,
        low,
        high,
        reading.bound,
        reading.kind,
        (reading.unit or "item").rstrip("?"),
        number.rule,
        rate.per.rstrip("?") if rate is not None else None,
        rate.quantity if rate is not None else None,
        number.out_of,
    )
