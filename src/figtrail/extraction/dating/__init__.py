"""Readings and temporal expressions → the period of each figure, and what carries on."""

from figtrail.extraction.dating.carrying import UNDATED, Dating, Thread, reach_thread
from figtrail.extraction.dating.linking import link_periods
from figtrail.extraction.dating.stating import keep_latest

__all__ = ["UNDATED", "Dating", "Thread", "keep_latest", "link_periods", "reach_thread"]
