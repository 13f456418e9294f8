"""The names of months and weekdays, as news writes them: "January", "Jan", "Sept", "Monday"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_rows

_CLASSES = tuple(read_rows("periods.csv", "word", "class"))

MONTHS = frozenset(word for word, name in _CLASSES if name in ("month", "namesake_month"))
"""With the capital that they stand with in a sentence, abbreviations without their full stop."""
WEEKDAYS = frozenset(word for word, name in _CLASSES if name == "weekday")
"""In full, with their capital."""
