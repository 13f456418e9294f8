"""Tokens → quantities: each number with its bound, kind, unit and denominator."""

from figtrail.extraction.quantities.reading import Reading, read_quantities
from figtrail.extraction.quantities.values import interval, make_quantity

__all__ = ["Reading", "interval", "make_quantity", "read_quantities"]
