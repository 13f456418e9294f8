"""Readings and temporal expressions → the period of each figure, and what carries on."""

from figtrail.extraction.dating.carrying import UNDATED, Dating, Thread, reach_thread
from figtrail.extraction.dating.linking import link_periods

__all__ = ["UNDATED", "Dating", "Thread", "link_periods", "reach_thread"]
