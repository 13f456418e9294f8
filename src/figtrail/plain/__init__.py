"""An article as a reader sees it: without markup, its wrapped lines joined, offsets kept."""

from figtrail.plain.cutting import complete
from figtrail.plain.tables import Cell, Row, Table
from figtrail.plain.text import Plain, trim
from figtrail.plain.wrapping import unwrap

__all__ = ["Cell", "Plain", "Row", "Table", "complete", "trim", "unwrap"]
