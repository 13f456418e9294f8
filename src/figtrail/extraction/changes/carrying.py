"""The change that a percentage shares with those of the sentence before."""

from __future__ import annotations

from collections.abc import Sequence

from figtrail.extraction.changes.pay import is_demand
from figtrail.extraction.changes.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Change

_INTRODUCING = frozenset(("on", "at", "with", "by"))


def carry_change(
    tokens: Tokens, start: int, stop: int, kind: str, before: Sequence[Change | None]
) -> Change | None:
    """The change of a percentage that goes on with what was told: "Leeds was next on 13.8%".

    `before` are the changes of the percentages in the sentence right before; `start` is where the
    comparator of the number starts and `stop` where its unit ends.
    """
    if kind != "percentage" or not start:
        return None
    told = next((change for change in before if change is not None), None)
    if told is None:
        return None
    lowers = tokens.lowers
    verb = start - 1 - (lowers[start - 1] in ("only", "just"))
    if lowers[verb] in WORDS["managing"]:
        ended = stop >= len(lowers) or tokens.tags[stop] in ".CP"
        return told if ended and lowers[stop : stop + 1] != ["of"] else None
    placed = not WORDS["places"].isdisjoint(lowers[max(0, start - 4) : start - 1])
    if placed and lowers[start - 1] in _INTRODUCING:
        return told
    return told if told == "increase" and is_demand(tokens, start, stop) else None
