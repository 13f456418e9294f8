"""Document → figures: a pure function of the text, its date, its place and its nation."""

from figtrail.extraction.figures import extract_figures, read_quantity

__all__ = ["extract_figures", "read_quantity"]
