"""Whether a number counts who or what is there already, whatever is planned of it."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens

_EACH = frozenset("each one any none both".split())


def is_whole(tokens: Tokens, number: Number, start: int) -> bool:
    """Read "each of the 12 clubs", "a poll of seven analysts", "residents of the 140 flats".

    "Backed by 31 councillors,"; "half its capacity of 64,000".
    """
    lowers, tags = tokens.lowers, tokens.tags
    if start < 2:
        return False
    before, earlier = lowers[start - 1], lowers[start - 2]
    if before == "of" and earlier == "capacity":
        return start > 2 and lowers[start - 3] in WORDS["owners"]
    if before in WORDS["crimes"] and not WORDS["charged"].isdisjoint(
        lowers[max(0, start - 4) : start - 1]
    ):
        return True
    if number.kind is not None:
        return False
    if before == "by" and earlier in WORDS["done_by"] and start > 2:
        return lowers[start - 3] == ","
    if before == "of":
        counted = tags[number.stop : number.stop + 1] == ["N"] or _stops(tokens, number.stop)
        return earlier in WORDS["bodies"] and counted
    if before != "the" or earlier != "of" or start < 3:
        return False
    whose = lowers[start - 3]
    return whose in _EACH or tags[start - 3] == "M" or whose in WORDS["inhabitants"]


def _stops(tokens: Tokens, at: int) -> bool:
    return at >= len(tokens.words) or tokens.tags[at] in "AVEv.P"
