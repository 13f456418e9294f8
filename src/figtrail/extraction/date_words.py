"""Words that name a month or a day of the week: "January", "Sept", "May", "monday"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_rows

_CLASSES = tuple(read_rows("periods.csv", "word", "class"))

MONTHS = frozenset(word for word, name in _CLASSES if name in ("month", "namesake_month"))
"""With the capital that tells "May" and "March" from verbs, abbreviations without full stop."""
WEEKDAYS = frozenset(word.lower() for word, name in _CLASSES if name == "weekday")
"""In lower case, for headlines write "TUESDAY"."""
DATES = WEEKDAYS | frozenset(map(str.lower, MONTHS))
"""Both, in lower case."""
