"""Whether a figure is the size of a change: "rose by 5%", "140 fewer than in 2019"."""

from __future__ import annotations

from typing import cast

from figtrail.extraction.changes.comparisons import find_comparison, is_placed
from figtrail.extraction.changes.leads import is_lead
from figtrail.extraction.changes.nouns import find_noun_after
from figtrail.extraction.changes.pay import find_pay
from figtrail.extraction.changes.preceding import find_change_before
from figtrail.extraction.changes.ranking import find_outdone, find_ranked
from figtrail.extraction.changes.relatives import find_lost
from figtrail.extraction.changes.repeating import find_repeated
from figtrail.extraction.changes.steps import find_step
from figtrail.extraction.changes.taken import find_taken
from figtrail.extraction.changes.verbs import (
    find_doubling,
    find_removed,
    find_signed,
)
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens
from figtrail.model import Change

# How many members of a list may stand between a number and the verb that it shares.
_MEMBERS = 4
# How many tokens "340 fewer thefts, or" takes at least, and may take.
_AGAIN = 5
_REACH = 9


def find_change(
    tokens: Tokens, number: Number, bound_start: int, kind: str, stop: int
) -> Change | None:
    """The direction of a change whose size the number is; None for a level.

    `bound_start` is where the comparator of the number starts, `stop` where its unit ends.
    """
    if number.change is not None:
        return cast(Change, number.change)
    if is_lead(tokens, bound_start, stop):
        return None
    found = find_comparison(tokens, number, bound_start, kind, stop) or find_noun_after(
        tokens, number, kind, stop
    )
    if found is not None or is_placed(tokens, stop):
        return found
    found = (
        find_change_before(tokens, number, bound_start, kind, stop)
        or (find_signed(tokens, number, kind) if number.signed else None)
        or _find_by_rank_or_pay(tokens, number, bound_start, kind, stop)
        or _said_again(tokens, number, bound_start, kind)
        or find_step(tokens, bound_start, kind, stop)
    )
    if found is not None:
        return found
    found = _shared(tokens, number, bound_start, kind, stop) or find_removed(tokens, kind, stop)
    return found or find_taken(tokens, bound_start, kind, stop) or find_lost(tokens, kind, stop)


def _find_by_rank_or_pay(
    tokens: Tokens, number: Number, start: int, kind: str, stop: int
) -> Change | None:
    """What a rank, another's change, a doubling or pay tells of a percentage, or of any number."""
    ranked = find_ranked(tokens, number, start, kind)
    if kind != "percentage":
        return ranked or find_doubling(tokens, number)
    return ranked or find_outdone(tokens, number, start) or find_pay(tokens, start, stop)


def _said_again(tokens: Tokens, number: Number, start: int, kind: str) -> Change | None:
    """The comparison behind the count that a percentage says again: "340 fewer thefts, or 9%"."""
    if kind != "percentage" or start < _AGAIN or tokens.lowers[start - 1] != "or":
        return None
    for at in range(start - 2, max(0, start - _REACH), -1):
        if tokens.tags[at] == "M":
            return find_comparison(tokens, number._replace(unit=None), at, "count", at + 1)
        if tokens.tags[at] not in "NJP" and tokens.lowers[at] not in (",", "more", "fewer"):
            return None
    return None


def _shared(tokens: Tokens, number: Number, start: int, kind: str, stop: int) -> Change | None:
    """The change of a number to the left whose verb this one shares, over those between."""
    for _ in range(_MEMBERS):
        earlier = find_repeated(tokens, number, start, kind, stop)
        if earlier is None:
            return None
        start, kind, stop = earlier.start, earlier.kind, earlier.stop
        found = (
            find_change_before(tokens, number, start, kind, stop)
            or find_noun_after(tokens, number._replace(first=start), kind, stop)
            or (find_pay(tokens, start, stop) if kind == "percentage" else None)
            or find_ranked(tokens, number, start, kind)
        )
        if found is not None:
            return found
    return None
