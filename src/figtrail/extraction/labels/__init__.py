"""What is not a figure: numbers that name, refer, address, date or describe who is meant."""

from figtrail.extraction.labels.finding import find_labels

__all__ = ["find_labels"]
