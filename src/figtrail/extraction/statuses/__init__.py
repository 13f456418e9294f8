"""Whether a figure was observed, or is planned, forecast, a target, estimated or supposed."""

from figtrail.extraction.statuses.finding import find_status

__all__ = ["find_status"]
