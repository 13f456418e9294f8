"""Lengths of time that only say which average, record or total is meant."""

from __future__ import annotations

from figtrail.extraction.labels.references import LABELS
from figtrail.extraction.labels.types import AVERAGES, EXTREMES
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import HYPHENS, Tokens


def is_stretch(tokens: Tokens, number: Number) -> bool:
    """A time that only says which average, record or total is meant.

    "The 5 year average", "a rolling three-month basis", "the previous three-month period".
    """
    first, stop = number.first, number.stop
    if number.kind != "duration" or not first:
        return False
    hyphened = tokens.lowers[stop : stop + 1] != [] and tokens.lowers[stop] in HYPHENS
    unit = stop + hyphened
    following = tokens.lowers[unit + 1] if unit + 1 < len(tokens.words) else ""
    before = tokens.lowers[first - 1]
    unmatched = tokens.lowers[max(0, first - 3) : first - 1]
    if unmatched[:1] == ["not"] and unmatched[-1] in _UNMATCHED:
        return before in ("for", "in")
    if not hyphened and before in _RECORD and number.value > 1 and tokens.lowers[first - 2] != "at":
        return True  # "Its best 12 months since 1998", "the wettest three months on record"
    if before in _LOCATED and number.value != int(number.value):
        return True  # "The last three-and-a-half weeks"
    if hyphened and following in ("price", "target", "targets") and number.unit == "month":
        # "Its 12-month target", "a 12-month price target".
        priced = tokens.lowers[unit + 2 : unit + 3] in (["target"], ["targets"])
        return priced or following != "price"
    if hyphened and (following in _ROLLING or (following == "period" and before == "the")):
        # "A three-day tracking poll", "for the nine-month period".
        return True
    if hyphened:
        return before in _ROLLING or (following == "period" and before in _LOCATING)
    attribute = tokens.lowers[unit : unit + 1] in _SINGULAR and number.value > 1
    return attribute and (following in AVERAGES or following in EXTREMES)


_RECORD = frozenset(LABELS["records"])
_LOCATED = frozenset(LABELS["located"])
_ROLLING = frozenset(("rolling", "trailing", "moving", "tracking"))
_LOCATING = frozenset(LABELS["locating"])
_UNMATCHED = frozenset(LABELS["unmatched"])
_SINGULAR = (["year"], ["month"], ["week"], ["day"])
