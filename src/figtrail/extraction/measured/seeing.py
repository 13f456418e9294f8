"""What somebody sees to move: "saw profit shrink by 38%"."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_NOUNS
from figtrail.extraction.measured.site import WORDS, Measured, Site, measure_noun
from figtrail.extraction.phrases import Phrase, read_noun_phrase
from figtrail.extraction.tokens import Tokens

_SEEING = frozenset(WORDS["seeing"])


def find_seen(tokens: Tokens, site: Site, verb: tuple[int, int]) -> Measured | None:
    """What is seen to move: "saw operating profit shrink by 38%"."""
    at, tags = verb[1], tokens.tags
    if tokens.lowers[at - 1] not in _SEEING:
        return None
    seen = read_noun_phrase(tokens, at + (tags[at : at + 1] == ["D"]))
    if seen is None or seen.stop >= site.bound_start:
        return None
    last = seen.stop - 1
    if last > seen.start and tokens.lowers[last] in CHANGE_NOUNS and _moves(tokens, seen.stop):
        # "Saw its vote share increase from 21 percent": the noun is a verb.
        return measure_noun(tokens, Phrase(seen.start, last, last, last - 1), last, "object")
    return measure_noun(tokens, seen, seen.stop, "object") if tags[seen.stop] in "vVN" else None


def _moves(tokens: Tokens, at: int) -> bool:
    """Whether a change that was seen goes on with how far: "increase (from 21 percent)"."""
    sized = "M" in tokens.tags[at + 1 : at + 3] and "N" not in tokens.tags[at + 1 : at + 2]
    return tokens.lowers[at] in ("from", "to", "by") and sized
