"""What a number measures: the noun phrase, clause or earlier phrase that says it."""

from figtrail.extraction.measured.finding import find_measured
from figtrail.extraction.measured.site import LEVEL_NOUNS, REMAINING, Measured, Site

__all__ = ["LEVEL_NOUNS", "REMAINING", "Measured", "Site", "find_measured"]
