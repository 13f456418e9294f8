"""Neighbouring numbers that belong together: ranges, shares, lists and score lines."""

from figtrail.extraction.composition.composing import compose_numbers
from figtrail.extraction.composition.lists import list_end
from figtrail.extraction.composition.ratios import is_of_ratio

__all__ = ["compose_numbers", "is_of_ratio", "list_end"]
