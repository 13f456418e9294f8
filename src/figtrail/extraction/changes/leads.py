"""Whether "up" or "down" tells by how much somebody leads: "a poll has Ruiz up by four points"."""

from __future__ import annotations

from figtrail.extraction.changes.vocabulary import PARTICLES, WORDS
from figtrail.extraction.tokens import Tokens

# How many words whoever leads may take.
_NAME = 4


def is_lead(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether a number says how far one rival is ahead of another, and no change over time."""
    lowers = tokens.lowers
    particle = start - 1 - (start > 0 and lowers[start - 1] == "by")
    if particle < 1 or lowers[particle] not in PARTICLES:
        return False
    if lowers[stop : stop + 1] == ["at"] and not WORDS["breaks_of_play"].isdisjoint(
        lowers[stop + 1 : stop + 3]
    ):
        return True  # "were up by 12 at the half"
    if WORDS["polled"].isdisjoint(tokens.vocabulary):
        return False
    at = particle - 1
    while at > 0 and particle - at < _NAME and tokens.tags[at] in "NOD":
        at -= 1
    return at < particle - 1 and lowers[at] in WORDS["placing_rivals"]
