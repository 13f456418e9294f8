"""What a rate of change is reckoned on: the month before, the quarter before, a year ago."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from figtrail.csvrows import read_rows

BASES = Path(__file__).with_name("bases.csv")


def find_base(words: str, sentence: str = "") -> str | None:
    """The one base that normalised words name, else that their whole sentence does."""
    for text, places in ((words, ("measured", "sentence")), (sentence, ("sentence",))):
        found = {base for base, where, named in _load() if where in places and named.search(text)}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


@cache
def _load() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    rows = read_rows(BASES, required=("base", "words", "where"))
    return tuple(
        (
            row.require("base"),
            row.require("where"),
            re.compile(rf"(?<!\w){re.escape(row.require('words'))}(?!\w)"),
        )
        for row in rows
    )
