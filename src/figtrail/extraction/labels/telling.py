"""Words that say how many there are or where an index stands: what they tell is no label."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_words
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

_OUTNUMBERING = frozenset(("outnumber", "outnumbers", "outnumbered", "outnumbering"))
_LEVEL_VERBS = read_words("measured_words.txt")["level_verbs"]
_INDICES = read_words("nouns.txt")["indices"] | {"index"}


def is_told(tokens: Tokens, number: Number) -> bool:
    """Whether the words at a number say that it is how much something comes to.

    "The barns destroyed now number 60", "the index closed at 1200", "outnumber men 2 to 1", "a 4051
    vote total".
    """
    lowers, first = tokens.lowers, number.first
    if lowers[number.stop + 1 : number.stop + 2] == ["total"] and tokens.tags[number.stop] == "N":
        return True
    if first < 2:
        return False
    before = lowers[first - 1]
    if before == "number":
        return tokens.tags[first - 2] == "B" or is_plural(lowers[first - 2])
    if before == "at" and lowers[first - 2] in _LEVEL_VERBS:
        return not _INDICES.isdisjoint(lowers[: first - 2])
    outnumbering = not _OUTNUMBERING.isdisjoint(tokens.vocabulary)
    return outnumbering and not _OUTNUMBERING.isdisjoint(lowers[:first])
