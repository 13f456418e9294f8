"""Datelines: where an article was written, before its first sentence."""

from __future__ import annotations

from figtrail.extraction.places.gazetteer import Name
from figtrail.extraction.places.mentions import Passage
from figtrail.extraction.places.words import is_seat
from figtrail.patterns import compile_late

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


_BEFORE = compile_late(r"\(|by [^:—–]{3,60}, ")
# "Lima, 3 February 2024 –", "Lima, Peru (Agency) -", "(Lima) —".
_SMALL = compile_late(
    r"(?:, [a-z][a-z .]{2,20}(?=[ ,(])(?! \d))?"
    r"(?:,? (?:[a-z]{3,9}\.? \d{1,2}|\d{1,2} [a-z]{3,9})(?:,? \d{4})?)?"
    r"(?: ?\([^)\n]{1,40}\))?(?: ?:| ?[—–]| --?|\)(?: ?[—–]| --?)?) ?"
)
_SHORTEST = len(" — ")


def read_small_dateline(passage: Passage, name: Name, start: int, end: int) -> int:
    """Where a dateline in small letters ends ("Mumbai: ", "By Ann Lowe, Lima — "); 0 if none.

    News from a capital is its nation's; from elsewhere it is what happened there, but with a colon.
    """
    if name.sort != "city" or (start and not _BEFORE.fullmatch(passage.low, 0, start)):
        return 0
    if start == 0 and _COLON.match(passage.low, end):
        return end
    match = _SMALL.match(passage.low, end) if is_seat(name.folded) else None
    alone = match is not None and start == 0 and match.end() - end <= _SHORTEST
    return 0 if match is None or alone else match.end()
