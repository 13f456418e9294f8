"""What a number measures: the noun phrase, clause or earlier phrase that says it."""

from figtrail.extraction.measured.clauses import find_by_clause
from figtrail.extraction.measured.datelines import past_dateline
from figtrail.extraction.measured.finding import find_measured
from figtrail.extraction.measured.placed import is_place
from figtrail.extraction.measured.site import (
    LEVEL_NOUNS,
    REMAINING,
    Measured,
    Site,
    is_holder,
    is_pronoun,
)
from figtrail.extraction.measured.subjects import is_levelled
from figtrail.extraction.measured.unshared import find_costed, find_unshared

__all__ = [
    "LEVEL_NOUNS",
    "REMAINING",
    "Measured",
    "Site",
    "find_by_clause",
    "find_costed",
    "find_measured",
    "find_unshared",
    "is_holder",
    "is_levelled",
    "is_place",
    "is_pronoun",
    "past_dateline",
]
