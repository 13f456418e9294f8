"""The names of the months, as news writes them: "January", "Jan", "Sept"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_rows

_CLASSES = ("month", "namesake_month")

MONTHS = frozenset(
    word for word, name in read_rows("periods.csv", "word", "class") if name in _CLASSES
)
"""With the capital that they stand with in a sentence, abbreviations without their full stop."""
