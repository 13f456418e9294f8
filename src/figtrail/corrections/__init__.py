"""Reviewed corrections: what a person confirmed, corrected, rejected or added, applied in full."""

from figtrail.corrections.application import apply_corrections, group_corrections
from figtrail.corrections.codes import correct_codes

__all__ = ["apply_corrections", "correct_codes", "group_corrections"]
