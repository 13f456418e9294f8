"""Counts that a sentence lists by place: "3603 claims in Auckland, 2064 in Napier"."""

from __future__ import annotations

from figtrail.patterns import compile_late

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Spring|Summer|Autumn|Winter"
)
_PLACE = rf"(?:in|from)\s+(?:the\s+)?(?:(?!{_MONTHS})[A-Z][a-z]|north|south|east|west)"
_COUNTED = compile_late(rf"(?<![\d$£€.,])\d[\d,]*\s+(?:[a-z]+\s+){{0,2}}[a-z]+\s+{_PLACE}")
_NEXT = compile_late(rf"\s+{_PLACE}")


def is_listed_by_place(sentence: str, start: int, end: int) -> bool:
    """Whether the number at `sentence[start:end]` is one of counts in places, and no year.

    A count with its noun and its place stands before it, and "in" and a place behind it.
    """
    before = sentence[:start].rstrip()
    if not before.endswith((",", " and")) or _NEXT.match(sentence, end) is None:
        return False
    return _COUNTED.search(before) is not None
