"""Readings and temporal expressions → the period of each figure, and what carries on."""

from figtrail.extraction.dating.carrying import UNDATED, Dating, Thread, reach_thread
from figtrail.extraction.dating.linking import link_periods
from figtrail.extraction.dating.marks import Mark, mark_mentions
from figtrail.extraction.dating.stating import keep_latest, make_dating

__all__ = [
    "UNDATED",
    "Dating",
    "Mark",
    "Thread",
    "keep_latest",
    "link_periods",
    "make_dating",
    "mark_mentions",
    "reach_thread",
]
