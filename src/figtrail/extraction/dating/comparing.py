"""Times that belong to an earlier level, which the sentence only compares with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("dating_words.txt")
_YARDSTICKS = frozenset(_WORDS["yardsticks"])
_LEADING = frozenset(_WORDS["leading"])
_AGAIN = re.compile(r"\b(?:earlier|ago|before|previous(?:ly)?|last|same|corresponding)\b", re.I)
_BASES = frozenset(("on", "from", "over", "above", "below"))
_AMOUNTS = frozenset(("%", "percent", "cent", "points", "point"))
_EXTREMES = frozenset(["first", "most", "worst", "best", "high", "low", "time", "record", "fewest"])


def is_extreme(tokens: Tokens, first: int) -> bool:
    """Whether "since" only says how long a record stood: "its lowest since August"."""
    before = tokens.lowers[first - 1] if first else ""
    return before in _EXTREMES or before.endswith("est")


def is_compared(tokens: Tokens, first: int, numbers: Sequence[int]) -> bool:
    """Whether a mention stands for an earlier level that isn't stated: "than in 2019"."""
    lowers = tokens.lowers
    before = first - 1
    if first < len(lowers) and lowers[first] in ("more", "less", "fewer"):
        return first in numbers or (before >= 0 and tokens.tags[before] != "P")
    while before >= 0 and lowers[before] in _LEADING:
        before -= 1
    if before < 0:
        return False
    lower = lowers[before]
    if lower == "of" and before and lowers[before - 1] in _YARDSTICKS:
        return True
    if lower in ("than", "compared", "versus", "vs", "against", "exceeding"):
        return True
    if lower in _BASES and before == first - 1 and tokens.tags[first] != "P":
        return lower != "from" or not _is_start(tokens, first)
    own = lowers[first] if first < len(lowers) else ""
    if own == "from" and (tokens.tags[before] == "M" or lower in _AMOUNTS):
        return True
    if own in ("from", "on", "over") and _AGAIN.search(tokens.text, tokens.starts[first]):
        return _says_again(tokens, first) and not _is_weekday(tokens, first)
    return own in ("than", "against", "versus")


def _says_again(tokens: Tokens, first: int) -> bool:
    return (
        any(
            word in ("earlier", "ago", "last", "previous", "same", "before", "year")
            for word in tokens.lowers[first + 1 : first + 4]
        )
        and tokens.lowers[first] != "over"
    )


def _is_weekday(tokens: Tokens, first: int) -> bool:
    """Whether "on the last Sunday in August" names a day and no earlier period."""
    return any(
        word.endswith("day") and word != "day" for word in tokens.lowers[first + 1 : first + 4]
    )


def _is_start(tokens: Tokens, first: int) -> bool:
    """Whether "from 1 April" says when something begins: the mention is a day of its own."""
    return tokens.tags[first] == "M" or (first + 1 < len(tokens) and tokens.tags[first + 1] == "M")
