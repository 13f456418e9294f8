"""Readings in their context → figures: measured, place, period, speaker, status, change."""

from figtrail.extraction.figures.finding import extract_figures, read_quantity

__all__ = ["extract_figures", "read_quantity"]
