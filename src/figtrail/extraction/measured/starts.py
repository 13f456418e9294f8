"""Where the noun phrase that ends before a token starts, and the phrase that "of" ties it to."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_NOUNS
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import NUMBERING, singular
from figtrail.extraction.tokens import Tokens

_VIEWING = frozenset(read_sections("measured_words.txt")["viewing"])


def find_noun_start(tokens: Tokens, stop: int, floor: int) -> int:
    """Where the noun phrase that ends before token `stop` starts, not before `floor`."""
    tags, lowers = tokens.tags, tokens.lowers
    start = stop
    while start > floor and (
        (tags[start - 1] in "NJG" and not _is_seeing(tokens, start - 1))
        or (tags[start - 1] in "Ev" and start < stop and start > 1 and tags[start - 2] in "DJ")
        or (tags[start - 1] == "v" and start == stop and tags[start - 2] in "DJN")
        or (tags[start - 1] == "v" and start == stop - 1 and lowers[start - 2].endswith("est"))
        or (
            lowers[start - 1] in ("and", "&")
            and start < stop
            and start > 1
            and tags[start - 2] in "NJ"
        )
    ):
        start -= 1
    while start < stop and tags[start] in "C":
        start += 1
    return start


def _is_seeing(tokens: Tokens, at: int) -> bool:
    """Whether a form in -ing has what follows for its object: "with Leeds seeing (growth)"."""
    return tokens.lowers[at] in _VIEWING and at > 0 and tokens.tags[at - 1] == "N"


def find_outer(tokens: Tokens, start: int, floor: int) -> tuple[int, int | None]:
    """Widen "savings" in "a package of savings" to the phrase that "of" ties it to."""
    lowers, tags = tokens.lowers, tokens.tags
    begin = start
    while begin > floor and tags[begin - 1] == "D":
        begin -= 1
    if begin < 2 or lowers[begin - 1] != "of":
        return start, None
    outer = find_noun_start(tokens, begin - 1, floor)
    if outer == begin - 1 or lowers[begin - 2] in CHANGE_NOUNS:
        return start, None
    if singular(lowers[begin - 2]) in NUMBERING:
        return outer, None
    return outer, begin - 2
