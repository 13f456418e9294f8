"""Whether a figure was observed, or is planned, forecast, a target, estimated or supposed."""

from figtrail.extraction.statuses.budgets import is_given
from figtrail.extraction.statuses.carrying import carry_status
from figtrail.extraction.statuses.dated import foresee, is_ahead
from figtrail.extraction.statuses.finding import find_status

__all__ = ["carry_status", "find_status", "foresee", "is_ahead", "is_given"]
