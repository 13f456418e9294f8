"""Whether those tell a figure whose own results a story reports: the company, the ministry."""

from __future__ import annotations

from figtrail.extraction.dating.lines import Line
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.tokens import Tokens

_VOICING = frozenset(read_sections("dating_words.txt")["voicing"])
_SPOKEN = read_sections("speakers.txt")
_BODIES = frozenset(_SPOKEN["body"]) | frozenset(_SPOKEN["company"]) | {"it"}
# Bodies where an article leads them, else people too: "the Board", but "Ben Hall".
_NAMED = frozenset(_SPOKEN["organisation"])


def is_told_by_body(line: Line, at: int) -> bool:
    """Whether a figure is in the words of a body: "the ministry said exports rose 4%".

    What a person says is told of their own time, and what a body has of the present.
    """
    tokens, spot = line.tokens, line.spots[at]
    if spot.quoted or not spot.voiced or not (spot.gauged or spot.eventful):
        return False
    for said in range(1, spot.first):
        if tokens.lowers[said] in _VOICING:
            subject = said - 1 - (tokens.tags[said - 1] == "B")
            return said < spot.verb and _is_body(tokens, subject)
    return False


def _is_body(tokens: Tokens, head: int) -> bool:
    """Whether the word that heads a subject names a body."""
    if tokens.lowers[head] in _BODIES:
        return True
    first = head
    while first > 0 and tokens.tags[first] in "NJ":
        first -= 1
    return tokens.lowers[first] == "the" and tokens.lowers[head] in _NAMED
