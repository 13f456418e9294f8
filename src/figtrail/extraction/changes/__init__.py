"""Whether a figure is the size of a change, and in which direction."""

from figtrail.extraction.changes.carrying import carry_change
from figtrail.extraction.changes.finding import find_change
from figtrail.extraction.changes.vocabulary import CHANGE_NOUNS, CHANGE_VERBS

__all__ = ["CHANGE_NOUNS", "CHANGE_VERBS", "carry_change", "find_change"]
