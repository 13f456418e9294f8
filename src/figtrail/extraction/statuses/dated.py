"""The status of a figure whose period has yet to begin: it is no observation."""

from __future__ import annotations

from datetime import date

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.clauses import is_finite
from figtrail.extraction.statuses.existing import is_existing
from figtrail.extraction.statuses.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status

_PERFECT = WORDS["past_auxiliaries"] | {"already"}
_FORESEEN = ("percentage", "measurement", "rate")
_TOLD = WORDS["reporting"] | WORDS["retelling"] | {"forecast"}
_REACH = 8
# A year further ahead than this is no date but a number.
_HORIZON = 35


def is_ahead(period: str | None, published: date | None) -> bool:
    """Whether an ISO 8601 period begins after the day that a document was published."""
    if period is None or published is None:
        return False
    begin = period.partition("/")[0]
    near = int(begin[:4]) - published.year < _HORIZON
    return near and begin > published.isoformat()[: len(begin)]


def foresee(tokens: Tokens, number: Number, start: int) -> Status:
    """What a figure tells that is said of a time to come without any word of plan or forecast.

    "The third phase, in 15 counties, is on 11 November" is planned, "prices rise 2.2% in 2026"
    forecast; whoever is there already and what has been done for that time is observed.
    """
    lowers = tokens.lowers
    if is_existing(tokens, number, start) or _is_past(tokens, start):
        return "observed"
    if (start and lowers[start - 1] == "from") or not WORDS["polls"].isdisjoint(lowers):
        return "observed"
    if number.kind == "money" and not WORDS["gaps"].isdisjoint(lowers):
        return "forecast"
    foreseen = number.kind in _FORESEEN and WORDS["set_by_decision"].isdisjoint(lowers)
    return "forecast" if foreseen else "planned"


def _is_past(tokens: Tokens, start: int) -> bool:
    """Whether a past or perfect verb stands by the number: "74% of it has been hedged"."""
    near = tokens.lowers[max(0, start - _REACH) : start + _REACH + 4]
    if not _PERFECT.isdisjoint(near):
        return True
    for at in range(max(1, start - 2 * _REACH), min(len(tokens.words) - 1, start + _REACH)):
        told = tokens.lowers[at] in _TOLD
        acts = tokens.tags[at] == "V" or (tokens.tags[at] == "E" and is_finite(tokens, at))
        if acts and not told:
            return True
    return False
