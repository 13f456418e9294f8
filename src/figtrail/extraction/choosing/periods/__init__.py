"""Which period a figure is about, weighed among those that its story tells."""

from figtrail.extraction.choosing.periods.options import Option, read_options
from figtrail.extraction.choosing.periods.signs import read_signs
from figtrail.extraction.choosing.periods.stories import Chosen, Passage, Story, tell_story
from figtrail.extraction.choosing.periods.weighing import choose_periods

__all__ = [
    "Chosen",
    "Option",
    "Passage",
    "Story",
    "choose_periods",
    "read_options",
    "read_signs",
    "tell_story",
]
