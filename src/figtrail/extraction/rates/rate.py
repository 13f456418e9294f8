"""The denominator of a number, as it was read."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Rate(NamedTuple):
    """A denominator: its unit, its quantity where stated, and its token bounds.

    `over` has the denominators before it, which belong to the unit: those of "g m−2 yr−1" are the
    square metre, and the year the rate's. A currency that countries share ends in "?".
    """

    per: str
    quantity: Decimal | None
    start: int
    stop: int
    over: tuple[str, ...] = ()
