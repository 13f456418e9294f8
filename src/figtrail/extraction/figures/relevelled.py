"""Another level of a rate in its own sentence: "12 trams an hour, where six ran before"."""

from __future__ import annotations

from figtrail.extraction.elision.antecedents import Unit
from figtrail.extraction.found import Found
from figtrail.extraction.measured import LEVEL_NOUNS, Measured
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens


def find_relevelled(
    tokens: Tokens, reading: Reading, measured: Measured | None, here: list[Found]
) -> Unit | None:
    """The unit and denominator of a number that states another level of a rate beside it.

    A number without a noun or unit of its own, or with the very unit of the rate, says the rate
    anew where it is of a like size. A total is larger by far, and what else is counted has its
    noun.
    """
    if reading.rate is not None or reading.phrase is not None or reading.kind not in _PLAIN:
        return None
    item = _find_rate(here)
    if item is None or not _is_of(tokens, reading, item) or not _is_alike(reading, item):
        return None
    if measured is not None and measured.rule in _OWN and not _is_level(tokens, measured):
        return None
    if reading.kind == "count" and _are_told(tokens, reading.after):
        return None
    return Unit("rate", item.unit, item.per, item.per_quantity)


_PLAIN = ("count", "measurement", "duration")
# How a phrase stands that is counted itself: "the beds number 40".
_OWN = frozenset(("subject", "preceding", "object"))


def _are_told(tokens: Tokens, at: int) -> bool:
    """Whether a plural verb tells of those counted: "and 90 are empty", but "where 90 is usual"."""
    told = at < len(tokens.words) and tokens.tags[at] in "AVv"
    return told and tokens.lowers[at] not in _SINGULAR


_SINGULAR = frozenset("is was isn’t isn't wasn’t wasn't has would will seems seemed".split())


def _is_level(tokens: Tokens, measured: Measured) -> bool:
    return measured.head is not None and tokens.lowers[measured.head] in LEVEL_NOUNS


def _find_rate(here: list[Found]) -> Found | None:
    """The last figure before that isn't only a share or a multiple of the one before it."""
    for item in reversed(here):
        if item.kind == "rate":
            return item
        if item.kind not in ("ratio", "percentage"):
            return None
    return None


def _is_of(tokens: Tokens, reading: Reading, item: Found) -> bool:
    """Whether a number has no unit of its own, or that of the rate behind a preposition.

    A broken number counts nothing, and a measure that a verb tells ("got 540mm in 2014") is a
    total.
    """
    number, other = reading.number, item.reading.number
    if reading.unit is None:
        broken = number.scale is None and "." in tokens.text[number.start : number.end]
        counted = other.kind is None and other.value == int(other.value)
        return reading.kind == "count" and not (broken and counted)
    same = number.kind is not None and reading.unit == other.unit
    return same and reading.bound_start > 0 and tokens.tags[reading.bound_start - 1] in "PR"


def _is_alike(reading: Reading, item: Found) -> bool:
    value, other = abs(reading.number.value), abs(item.reading.number.value)
    return min(value, other) > 0 and max(value, other) < _LIKE * min(value, other)


# How many times the lesser of two levels of the same rate the greater may be.
_LIKE = 8
