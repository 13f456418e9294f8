"""Whether what was added led to a new level: "added 940 cases, taking its total to 51,200"."""

from __future__ import annotations

from figtrail.extraction.changes.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens

_BRINGING = frozenset("taking bringing pushing lifting raising putting for".split())
# How many tokens behind what was added its new level may be told.
_TOTALLED = 14


def is_totalled(tokens: Tokens, stop: int) -> bool:
    """Whether what was added led to a new level: "added 940 cases, taking its total to 51,200"."""
    lowers = tokens.lowers
    ahead = range(stop, min(len(lowers) - 1, stop + _TOTALLED))
    reached = any(lowers[at] == "to" and lowers[at + 1] in WORDS["reaching"] for at in ahead)
    bringing = _BRINGING.isdisjoint(lowers[stop : stop + _TOTALLED])
    return reached or not (
        bringing or WORDS["running_totals"].isdisjoint(lowers[stop : stop + _TOTALLED])
    )
