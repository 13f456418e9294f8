"""Whether a verb of telling was done to what a figure counts: "40 patients were admitted"."""

from __future__ import annotations

from collections.abc import Sequence

from figtrail.extraction.dating.papers import OCCASIONS, STUDIES
from figtrail.extraction.tokens import Tokens

_STATING = frozenset(("said", "says", "show", "shows", "showed", "suggest", "suggests"))


def is_undergone(tokens: Tokens, at: int, numbers: Sequence[int]) -> bool:
    """Whether a verb was done to what a figure counts: "40 patients were admitted"."""
    lowers, before = tokens.lowers, at - 1
    while before > 0 and tokens.tags[before] == "B":
        before -= 1
    if tokens.tags[before] != "A" or lowers[before] in ("have", "has", "had"):
        return False
    closed = lowers[before - 1 : before] == [","]
    for index in range(before - 1, max(-1, before - 10), -1):
        if index in numbers:
            # "A survey of 96 shops to be released on Friday".
            return lowers[index - 1] != "of" or lowers[index - 2] not in OCCASIONS | STUDIES
        if closed and lowers[index] == ",":
            # "Seven falls, three of them fatal, were recorded".
            continue
        described = index and tokens.tags[index - 1] in "MDJ"
        if lowers[index] == "," or (tokens.tags[index] in "VEv" and not described):
            return False
    return False


def counts_done(tokens: Tokens, at: int, numbers: Sequence[int]) -> bool:
    """Whether a participle says what was done to what is counted: "187,000 jobs added in May"."""
    for to in range(at - 1, max(-1, at - 5), -1):
        if to in numbers:
            return to < at - 1
        if tokens.tags[to] not in "MNJ." or tokens.lowers[to] == ",":
            # "To 44, police figures released on Tuesday show".
            return False
    return False


def acts_on_number(tokens: Tokens, at: int, numbers: Sequence[int]) -> bool:
    """Whether a figure is what a verb was done to: "admitted 312", "claimed the lives of 45"."""
    if tokens.lowers[at + 1 : at + 3] == ["the", "lives"]:
        return True
    return at + 1 in numbers and tokens.lowers[at] not in _STATING
