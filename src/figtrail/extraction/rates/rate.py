"""The denominator of a number, as it was read."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Rate(NamedTuple):
    """A denominator: its unit, its quantity where stated, and its token bounds.

    A currency that countries share ends in "?".
    """

    per: str
    quantity: Decimal | None
    start: int
    stop: int
