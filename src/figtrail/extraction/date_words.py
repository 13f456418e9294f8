"""Words that name a day or a month, in lower case: "friday", "may"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_rows
from figtrail.extraction.months import MONTHS

WEEKDAYS = frozenset(
    word.lower() for word, name in read_rows("periods.csv", "word", "class") if name == "weekday"
)
DATES = WEEKDAYS | frozenset(map(str.lower, MONTHS))
