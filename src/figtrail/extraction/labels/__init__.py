"""What is not a figure: numbers that name, refer, address, date or describe who is meant."""

from figtrail.extraction.labels.finding import find_labels, tell_labels
from figtrail.extraction.labels.signs import Sign, read_signs
from figtrail.extraction.labels.weighing import is_weighable

__all__ = ["Sign", "find_labels", "is_weighable", "read_signs", "tell_labels"]
