"""Whether a figure is the size of a change, and in which direction."""

from figtrail.extraction.changes.carrying import carry_change
from figtrail.extraction.changes.finding import find_change
from figtrail.extraction.changes.held import Told, carry_held
from figtrail.extraction.changes.vocabulary import CHANGE_NOUNS, CHANGE_VERBS

__all__ = ["CHANGE_NOUNS", "CHANGE_VERBS", "Told", "carry_change", "carry_held", "find_change"]
