"""Temporal expressions of a sentence → ISO 8601 dates, months, years and day intervals."""

from figtrail.extraction.periods.finding import find_periods
from figtrail.extraction.periods.fiscal import counts_own_quarters, find_fiscal_start
from figtrail.extraction.periods.mentions import (
    DateContext,
    MentionBasis,
    PeriodMention,
    PeriodRole,
)
from figtrail.intervals import bound_days, closing_day, opening_day

__all__ = [
    "DateContext",
    "MentionBasis",
    "PeriodMention",
    "PeriodRole",
    "bound_days",
    "closing_day",
    "counts_own_quarters",
    "find_fiscal_start",
    "find_periods",
    "opening_day",
]
