"""The size of a change that is itself moved or told: "cut its growth forecast to 3% from 3.3%".

"March's rise was cut to 190,000"; "leaving the annual gain at 3.1%".
"""

from __future__ import annotations

from figtrail.extraction.changes.vocabulary import (
    CHANGE_NOUNS,
    CHANGE_VERBS,
    LONG_SPANS,
    PROPORTIONAL,
    WORDS,
)
from figtrail.extraction.tokens import Tokens
from figtrail.model import Change

_SIZED = WORDS["growth_nouns"] | {"gain", "gains", "increment"}
_OUTLOOKS = WORDS["outlooks"]
_GROWING = WORDS["growing"]
_INTRANSITIVE = WORDS["slowing"] | WORDS["resizing"]
_BETWEEN = WORDS["moving_on"] | LONG_SPANS
_LINKS = frozenset(("to", "at", "from"))
_REACH = 14
# How many tokens "by 0.3 percentage points" may take.
_BETWEEN_LINKS = 6
_NEAR = 9


def find_announced(tokens: Tokens, colon: int, kind: str) -> Change | None:
    """The verb whose size stands behind a colon: "prices rose more slowly: 1.73 per cent"."""
    if kind not in PROPORTIONAL:
        return None
    at = colon - 1
    while at > 0 and tokens.tags[at] in "BJ":
        at -= 1
    moved = at < colon - 1 and tokens.tags[at] in "VE" and tokens.lowers[at] in _GROWING
    return CHANGE_VERBS.get(tokens.lowers[at]) if moved else None


def find_moved(tokens: Tokens, at: int, kind: str) -> Change | None:
    """The change noun whose size the number behind the "to", "at" or "from" at token `at` is."""
    if tokens.lowers[at] not in _LINKS or _SIZED.isdisjoint(
        tokens.lowers[max(0, at - 2 * _REACH) : at]
    ):
        return None
    at = _before_size(tokens, _first_link(tokens, at))
    noun = _head_before(tokens, at)
    if noun is None or not WORDS["chances"].isdisjoint(tokens.lowers[max(0, noun - 3) : noun]):
        return None
    lower = tokens.lowers[noun]
    paced = tokens.lowers[noun - 1] == "of" and tokens.lowers[noun - 2] in WORDS["pace"]
    if kind not in PROPORTIONAL and (lower.endswith("s") or lower == "cut" or paced):
        return None
    return CHANGE_NOUNS[lower]


def _before_size(tokens: Tokens, link: int) -> int:
    """Before how far the level was moved: "was marked down (by 0.3 points to) 1.8 per cent"."""
    at = link - 1
    while at > 0 and link - at < _BETWEEN_LINKS and tokens.tags[at] in "NM.":
        at -= 1
    return at if tokens.lowers[link] == "to" and tokens.lowers[at] == "by" else link


def _first_link(tokens: Tokens, at: int) -> int:
    """The link of the first of two levels: "(to) 3.2% from 3.3%", "(from) 3% to 4%"."""
    other = "to" if tokens.lowers[at] == "from" else "from"
    for index in range(at - 1, max(0, at - 7), -1):
        if tokens.lowers[index] == other:
            return index if tokens.tags[index + 1] in "MDB." else at
        if tokens.lowers[index] == "in" and tokens.tags[index + 1] in "NJM":
            continue  # "from 9% in May to 8% in June"
        if tokens.tags[index] not in "MNDJ." or tokens.lowers[index] in (";", "(", ")"):
            return at
    return at


def _head_before(tokens: Tokens, at: int) -> int | None:
    """The noun of a change that a verb of moving has for its subject, or for its object."""
    lowers, tags = tokens.lowers, tokens.tags
    moved = False
    for index in range(at - 1, max(-1, at - _REACH), -1):
        lower = lowers[index]
        if lower in _SIZED and (not moved or tags[index - 1] not in "AB"):
            compound = tags[index + 1] == "N" and lowers[index + 1] not in _OUTLOOKS | _BETWEEN
            told = moved or _is_object(tokens, index, at)
            if told and not compound:
                return index
            if tags[index] in "VE" or compound:
                return None
            continue
        if lower == "as" and lowers[index - 1] != "such":
            return None  # "growth of 2% as its share dipped to 28%"
        if moved:
            if tags[index] not in "ABNJDPM" and lower not in _OUTLOOKS | WORDS["sizing"]:
                return None
        elif lower in _INTRANSITIVE:
            if any(
                tags[word] not in "BM" and lowers[word] not in _BETWEEN
                for word in range(index + 1, at)
            ):
                return None
            moved = True
        elif tags[index] not in "NJDPMB" and lower not in _OUTLOOKS:
            return None
    return None


def _is_object(tokens: Tokens, noun: int, link: int) -> bool:
    """Whether a verb before a noun of change puts it at, or takes it to, the level at `link`."""
    lowers, tags = tokens.lowers, tokens.tags
    for index in range(noun - 1, max(-1, noun - _NEAR), -1):
        if lowers[index] in WORDS["placing"]:
            return True
        if lowers[index] in WORDS["resizing"]:
            return lowers[link] != "at"
        if lowers[index] == "of" and lowers[index - 1] not in _OUTLOOKS:
            return False
        if tags[index] not in "NJDPMB" and lowers[index] not in _OUTLOOKS:
            return False
    return False
