"""Which period a figure is about, weighed among those that its story tells."""

from figtrail.extraction.choosing.periods.options import Option, read_options
from figtrail.extraction.choosing.periods.signs import read_signs
from figtrail.extraction.choosing.periods.times import Chosen, Times, read_times
from figtrail.extraction.choosing.periods.weighing import choose_periods

__all__ = [
    "Chosen",
    "Option",
    "Times",
    "choose_periods",
    "read_options",
    "read_signs",
    "read_times",
]
