"""An article as a reader sees it: without markup, its wrapped lines joined, offsets kept."""

from figtrail.plain.cutting import complete
from figtrail.plain.text import Plain, trim
from figtrail.plain.wrapping import unwrap

__all__ = ["Plain", "complete", "trim", "unwrap"]
