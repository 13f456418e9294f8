"""Sentences of sport, in which a country or a city is a side and no place."""

from __future__ import annotations

from figtrail.extraction.places.mentions import Mention
from figtrail.extraction.places.words import load_words
from figtrail.patterns import compile_late

_SCORE = compile_late(
    r"\b(?:folded|skittled|bowled out|dismissed|bundled out) for \d|\b\d{2,3}/\d{1,2}\b"
    r"|\b\d+ for (?:\d|no loss|(?:one|two|three|four|five|six|seven|eight|nine)\b)|\ball out\b"
    r"|\b\d+-\d+ (?:win|victory|defeat|loss|draw)\b"
)
# "40 caps for Wales", "hit 12 homers for Houston".
_SCORED = compile_late(
    r"\b(?:caps|appearances|goals|points|runs|tries|wickets|homers|home runs|touchdowns|assists"
    r"|overs|scored|hit|batted|bowled|played|starts|matches|games)(?: [a-z0-9]+)? $"
)
_NEAR = 40
# So many characters of a sentence tell whether it is about sport.
_OPENING = 400


def is_about_teams(low: str) -> bool:
    """A sentence of sport, in which a bare country or city is a side, not a place."""
    low = low[:_OPENING]
    if _SCORE.search(low):
        return True
    words = low.replace(",", " ").replace(".", " ").split()
    if not load_words().sport.isdisjoint(words):
        return True
    team = load_words().team
    return not team.isdisjoint(words) and sum(word in team for word in words) >= 2


def is_side(low: str, mention: Mention) -> bool:
    """A bare name or one behind "for" is a side in a sentence of sport: "40 caps for Wales"."""
    if low.startswith("for ", mention.before):
        return _SCORED.search(low, max(0, mention.before - _NEAR), mention.before) is not None
    return mention.role == "bare" and is_about_teams(low)
