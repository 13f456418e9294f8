"""Readings in their context → figures: measured, place, period, speaker, status, change."""

from figtrail.extraction.figures.finding import extract_figures
from figtrail.extraction.figures.rereading import read_quantity

__all__ = ["extract_figures", "read_quantity"]
