"""Whether points are percentage points, or those of an index or a contest."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured import Measured
from figtrail.extraction.nouns import PARTIES
from figtrail.extraction.tokens import Tokens

_NOUNS = read_sections("nouns.txt")
_PERCENT = frozenset(("percent", "percentage_point", "basis_point"))
# Signs and words of per cent as they end, and as they start behind a number.
PERCENT_ENDS = frozenset(("%", "percent", "cent", "pc"))
PERCENT_STARTS = frozenset(("%", "percent", "per", "pc"))
_POINT_WORDS = frozenset(_NOUNS["percentage_gaps"])
_INDICES = frozenset(_NOUNS["indices"])
_VOTING = frozenset(_NOUNS["voting"])
_PLAYING = frozenset(_NOUNS["playing"])


def is_percentage_gap(tokens: Tokens, measured: Measured | None, before: str | None) -> bool:
    """Whether "points" are percentage points: percentages are spoken of, and no index is.

    `before` is the unit of the figure that the number goes on from.
    """
    if not _INDICES.isdisjoint(tokens.vocabulary):
        return False
    parties = not PARTIES.isdisjoint(tokens.words) and _PLAYING.isdisjoint(tokens.vocabulary)
    if parties or not _VOTING.isdisjoint(tokens.vocabulary):
        return True
    if before in _PERCENT and _PLAYING.isdisjoint(tokens.lowers):
        return True
    if measured is None or not _PLAYING.isdisjoint(tokens.vocabulary):
        return False
    if measured.head is not None and tokens.lowers[measured.head] == "point":
        # "Unemployment fell two-tenths of a point to 3.9%".
        return not (_POINT_WORDS | PERCENT_ENDS).isdisjoint(tokens.vocabulary)
    return not _POINT_WORDS.isdisjoint(tokens.lowers[measured.start : measured.stop])
