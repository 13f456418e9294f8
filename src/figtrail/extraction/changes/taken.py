"""A sum or share that is taken from what somebody has, or put on it, without a verb of change."""

from __future__ import annotations

from figtrail.extraction.changes.objects import is_part_lost
from figtrail.extraction.changes.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Change

_EVERY = (["each"], ["every"])
_COSTING = frozenset(("cost", "costs", "costing", "robbed", "deprived"))
# How many tokens whom it cost may take.
_REACH = 5


def find_taken(tokens: Tokens, start: int, kind: str, stop: int) -> Change | None:
    """Read "20p off every crate", "cost her a fifth of her takings", "£12 a month extra"."""
    lowers = tokens.lowers
    if kind == "money":
        if lowers[stop : stop + 1] == ["off"] and lowers[stop + 1 : stop + 2] in _EVERY:
            return "decrease"
        if lowers[stop : stop + 2] == ["away", "from"]:
            return "decrease"  # "taking £9m away from us"
        return "increase" if _is_extra(tokens, start, stop) else None
    if kind not in ("percentage", "ratio") or lowers[stop : stop + 1] != ["of"]:
        return None
    if not is_part_lost(lowers[stop + 1 : stop + 5]):
        return None
    at = start - 1
    while at > 0 and start - at < _REACH and tokens.tags[at] in "DNJO":
        if lowers[at] in _COSTING:
            break
        at -= 1
    return "decrease" if lowers[max(0, at)] in _COSTING else None


def _is_extra(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether "extra" behind a sum that is paid says that it comes on top: "£9 a week extra"."""
    extra = stop
    if tokens.lowers[extra : extra + 1] in (["a"], ["an"], ["per"], ["each"], ["every"]):
        extra += 2
    if tokens.lowers[extra : extra + 1] != ["extra"]:
        return False
    if tokens.tags[extra + 1 : extra + 2] in (["N"], ["J"]):
        return False
    return not WORDS["costing"].isdisjoint(tokens.lowers[max(0, start - _REACH - 1) : start])
