"""What a thing to come will hold: "a school with room for 900 pupils is planned"."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.arranged import MADE
from figtrail.extraction.statuses.cues import match_cue
from figtrail.extraction.statuses.vocabulary import BE, WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status

_REACH = 30
_NEAR = 8
_ACTING = frozenset("AVER")
_COMING = frozenset(("verb", "due", "will", "be_to"))


def find_held(tokens: Tokens, number: Number, start: int) -> Status | None:
    """Planned where the number describes, behind "with", the subject of a passive of plans.

    "A model with a range of 310 miles and a price below $30,000 is promised for 2027".
    """
    if not _is_described(tokens, start):
        return None
    for at in range(number.stop, min(len(tokens) - 1, number.stop + _REACH)):
        tag, lower = tokens.tags[at], tokens.lowers[at]
        if tag == "A":
            return _status_behind(tokens, at)
        if tag in "VERO" or lower in (";", ":", "“", "”", "who", "which"):
            return None
    return None


def _is_described(tokens: Tokens, start: int) -> bool:
    """Whether "with" and a noun before it, in the subject, open the phrase of the number."""
    for at in range(start - 1, max(0, start - _REACH), -1):
        if tokens.lowers[at] == "with":
            near = start - at <= _NEAR or "and" in tokens.lowers[at:start]
            opened = tokens.tags[at - 1] in "NG." and not _ACTING & set(
                tokens.tags[max(0, at - _REACH) : at]
            )
            return near and opened and not MADE.isdisjoint(tokens.lowers[max(0, at - _REACH) : at])
        if tokens.tags[at] in "AVER" or tokens.lowers[at] in (";", ":"):
            return False
    return False


def _status_behind(tokens: Tokens, auxiliary: int) -> Status | None:
    """Planned where the verb group at an auxiliary tells of a plan: "is promised", "is due"."""
    lowers = tokens.lowers
    passive = False
    for at in range(auxiliary, min(len(tokens), auxiliary + 5)):
        cue = match_cue(tokens, at)
        if cue is not None and cue.kind in _COMING:
            opening = not WORDS["coming"].isdisjoint(lowers[at : at + 5])
            decided = opening if cue.kind != "verb" else passive and cue.status == "planned"
            return "planned" if decided and "if" not in lowers else None
        passive = passive or lowers[at] in BE
        if tokens.tags[at] not in "AB":
            return None
    return None
