"""Neighbouring numbers that belong together: ranges, shares, lists and score lines."""

from figtrail.extraction.composition.composing import compose_numbers
from figtrail.extraction.composition.lists import list_end

__all__ = ["compose_numbers", "list_end"]
