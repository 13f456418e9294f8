"""Two packages → what differs between them, and why: what `figtrail diff` prints."""

from figtrail.comparison.differences import Cause, CellDifference, Comparison, Difference
from figtrail.comparison.report import comparison_to_csv, comparison_to_json, format_comparison
from figtrail.comparison.tables import compare_snapshots
from figtrail.snapshots import Snapshot, read_snapshot

__all__ = [
    "Cause",
    "CellDifference",
    "Comparison",
    "Difference",
    "Snapshot",
    "compare_snapshots",
    "comparison_to_csv",
    "comparison_to_json",
    "format_comparison",
    "read_snapshot",
]
