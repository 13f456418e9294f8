"""The two levels of "from A to B during P", dated the first and the last day of P."""

from __future__ import annotations

from collections.abc import Sequence

from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.periods import bound_days, closing_day, opening_day
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens

STRETCHES = ("during ", "over ", "throughout ", "between ", "from ", "in the ", "for the ")
_HEDGES = frozenset(("a", "an", "just", "only", "mere", "paltry", "record", "about"))
_SAME = frozenset(("year", "period", "quarter", "month", "season", "decade"))


def are_paired(tokens: Tokens, readings: Sequence[Reading], at: int) -> bool:
    """Whether a reading and the next are the levels of "from A to B"."""
    first, second = readings[at], readings[at + 1]
    if tokens.lowers[max(0, first.bound_start - 1) : first.bound_start] != ["from"]:
        return False
    between = tokens.lowers[first.unit_stop : second.bound_start]
    while between and between[-1] in _HEDGES:
        between.pop()
    return between[:1] == ["to"] or (between[-1:] == ["to"] and len(between) < 6)


def is_stretch(tokens: Tokens, mark: Mark) -> bool:
    """Whether a mark spans a time over which a level changes, and not the time of one level."""
    mention = mark.mention
    if mention.period is None or mention.role != "during":
        return False
    opening, closing = bound_days(mention.period)
    text = tokens.text[mention.start : mention.end].lower()
    return closing > opening and text.startswith(STRETCHES)


def read_ends(
    tokens: Tokens, readings: Sequence[Reading], at: int, period: str | None
) -> str | None:
    """The day of a level of "from A to B during the year", where `period` is the year spoken of."""
    if period is None:
        return None
    if at + 1 < len(readings) and are_paired(tokens, readings, at):
        return opening_day(period) if _lasts(tokens, readings[at + 1]) else None
    if at and are_paired(tokens, readings, at - 1):
        return closing_day(period) if _lasts(tokens, readings[at]) else None
    return None


def _lasts(tokens: Tokens, reading: Reading) -> bool:
    """Whether "during the year" stands close behind a level."""
    lowers = tokens.lowers
    for at in range(reading.number.stop, min(reading.number.stop + 5, len(lowers) - 2)):
        if lowers[at] in ("during", "over", "throughout"):
            return lowers[at + 1] in ("the", "that") and lowers[at + 2] in _SAME
    return False
