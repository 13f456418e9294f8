"""Numbers that papers and patents refer by: "[12, 14]", "2,4-dinitrophenol", "the shaft 14"."""

from __future__ import annotations

from figtrail.extraction.labels.references import LABELS
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import HYPHENS, Tokens

_PARTED = frozenset(LABELS["parted"])
_MARKS = frozenset((",", "-", "–", ";"))


@needs({"["})
def is_cited(tokens: Tokens, number: Number) -> bool:
    """Whether square brackets hold nothing but numbers: "found by others [12, 14]".

    Before a noun they hold what an editor put there: "[20] people".
    """
    start, stop = number.first - 1, number.stop
    while start > 0 and (tokens.words[start] in _MARKS or tokens.tags[start] == "M"):
        start -= 1
    while stop < len(tokens.words) and (tokens.words[stop] in _MARKS or tokens.tags[stop] == "M"):
        stop += 1
    if start < 1 or tokens.words[start] != "[" or tokens.words[stop : stop + 1] != ["]"]:
        return False
    return stop + 1 >= len(tokens.words) or tokens.tags[stop + 1] not in "NJ"


@needs(("(",), (")",))
def is_in_volume(tokens: Tokens, number: Number) -> bool:
    """Whether a number is in a journal's volume, issue and pages: "Letters 14 (3), 201–219"."""
    at = tokens.lowers.index("(")
    while at >= 0:
        tags, words = tokens.tags[at - 1 : at + 5], tokens.words
        if tags[:3] == ["M", ".", "M"] and words[at + 2 : at + 3] == [")"]:
            paged = words[at + 3 : at + 4] in ([","], [":"]) and tags[5:6] == ["M"]
            stop = at + 7 if words[at + 5 : at + 6] and words[at + 5] in _PAGED else at + 5
            if paged and at - 1 <= number.first < stop:
                return True
        at = next((one for one in range(at + 1, len(words)) if words[one] == "("), -1)
    return False


_PAGED = HYPHENS | {"–", "—"}


@needs(HYPHENS)
def is_locant(tokens: Tokens, number: Number) -> bool:
    """Whether a number tells where a compound's groups stand: "1,2-dichloroethane"."""
    words, at = tokens.words, number.stop
    while words[at : at + 1] == [","] and tokens.tags[at + 1 : at + 2] == ["M"]:
        if not (_touches(tokens, at) and _touches(tokens, at + 1)):
            return False
        at += 2
    listed = at > number.stop or (
        words[number.first - 1 : number.first] == [","]
        and _touches(tokens, number.first - 1)
        and _touches(tokens, number.first)
        and tokens.tags[number.first - 2] == "M"
    )
    tied = at + 1 < len(words) and words[at] in HYPHENS and _touches(tokens, at)
    return listed and tied and _touches(tokens, at + 1) and words[at + 1][0].isalpha()


def _touches(tokens: Tokens, at: int) -> bool:
    """Whether no blank stands before a token."""
    return at < len(tokens.words) and tokens.starts[at] == tokens.ends[at - 1]


@needs(_PARTED)
def is_part_numeral(tokens: Tokens, number: Number) -> bool:
    """Whether a number points at a part in a drawing: "the housing 12 is mounted on the shaft 14".

    Each stands behind its part, which has an article, where parts are told to be joined.
    """
    return _is_pointed(tokens, number.first) and any(
        at != number.first and tokens.tags[at] == "M" and _is_pointed(tokens, at)
        for at in range(2, len(tokens.words))
    )


def _is_pointed(tokens: Tokens, at: int) -> bool:
    """Whether a plain number stands between a part and what isn't counted."""
    noun = at - 1
    if noun < 1 or tokens.tags[noun] != "N" or is_plural(tokens.lowers[noun]):
        return False
    if not (tokens.words[at].isdecimal() and tokens.words[noun].islower()):
        return False
    first = noun
    while first > 0 and tokens.tags[first] in "NJ":
        first -= 1
    after = tokens.tags[at + 1] if at + 1 < len(tokens.words) else "."
    counts = after in "NJM" and tokens.lowers[at + 1] not in _PARTED
    return tokens.tags[first] == "D" and not counts
