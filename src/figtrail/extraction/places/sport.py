"""Sentences of sport, in which a country or a city is a side and no place."""

from __future__ import annotations

from figtrail.extraction.patterns import compile_late
from figtrail.extraction.places.words import load_words

_SCORE = compile_late(
    r"\b(?:folded|skittled|bowled out|dismissed|bundled out) for \d|\b\d{2,3}/\d{1,2}\b"
    r"|\b\d+ for (?:\d|no loss|(?:one|two|three|four|five|six|seven|eight|nine)\b)|\ball out\b"
    r"|\b\d+-\d+ (?:win|victory|defeat|loss|draw)\b"
)
# So many characters of a sentence tell whether it is about sport.
_OPENING = 400


def is_about_teams(low: str) -> bool:
    """A sentence of sport, in which a bare country or city is a side, not a place."""
    low = low[:_OPENING]
    if _SCORE.search(low):
        return True
    words = low.replace(",", " ").replace(".", " ").split()
    team = load_words().team
    return not team.isdisjoint(words) and sum(word in team for word in words) >= 2
