"""Tokens → quantities: each number with its bound, kind, unit and denominator."""

from figtrail.extraction.quantities.finding import (
    find_candidates,
    read_candidates,
    read_quantities,
)
from figtrail.extraction.quantities.kinds import is_rated
from figtrail.extraction.quantities.reading import Reading
from figtrail.extraction.quantities.values import interval, make_quantity

__all__ = [
    "Reading",
    "find_candidates",
    "interval",
    "is_rated",
    "make_quantity",
    "read_candidates",
    "read_quantities",
]
