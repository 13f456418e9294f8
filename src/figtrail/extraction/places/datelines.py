"""Datelines: where an article was written, before its first sentence."""

from __future__ import annotations

from figtrail.extraction.patterns import compile_late
from figtrail.extraction.places.gazetteer import Name
from figtrail.extraction.places.mentions import Passage

_DATELINE = compile_late(
    r"[A-Z][A-Z .'-]+[A-Z.](?:, [\w. ]{1,25}){0,3}(?:\s?\([^)\n]{1,40}\))?(?:\s[—–-]|[—–]|:)\s?"
)

_COLON = compile_late(
    r"(?:, (?:[a-z]{3,9}\.? \d{1,2}|\d{1,2} [a-z]{3,9}))?(?: \([^)\n]{1,40}\))?: "
)


def find_dateline(text: str) -> int:
    """Where the dateline ends that a sentence starts with ("MUMBAI (Reuters) - "); 0 if none."""
    if not text[:3].isupper():
        return 0
    match = _DATELINE.match(text)
    return match.end() if match else 0


def opens_with_colon(passage: Passage, name: Name, start: int, end: int) -> bool:
    """See "Mumbai: Prices rose", "Chennai, Oct 24: …": a dateline in small letters."""
    return start == 0 and name.sort == "city" and _COLON.match(passage.low, end) is not None
