"""The names of the months, as news writes them: "January", "Jan", "Sept"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_rows

_CLASSES = ("month", "namesake_month")

MONTHS = frozenset(row["word"] for row in read_rows("periods.csv") if row["class"] in _CLASSES)
"""With the capital that they stand with in a sentence, abbreviations without their full stop."""
