"""The tables of an article: what heads, labels and captions say of the figure in a cell."""

from figtrail.extraction.tables.finding import Cell, Tables

__all__ = ["Cell", "Tables"]
