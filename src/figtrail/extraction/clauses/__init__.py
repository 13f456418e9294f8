"""Verbs and their subjects, by tags: just enough of a clause to say what a number is said of."""

from figtrail.extraction.clauses.between import is_contracted, past_bracket
from figtrail.extraction.clauses.subjects import find_subject
from figtrail.extraction.clauses.telling import TELLING, past_teller
from figtrail.extraction.clauses.verbs import find_verb

__all__ = [
    "TELLING",
    "find_subject",
    "find_verb",
    "is_contracted",
    "past_bracket",
    "past_teller",
]
