"""The figure that a number without a noun goes on with, other than the one right before it."""

from __future__ import annotations

from figtrail.extraction.found import Found
from figtrail.extraction.measured import Measured
from figtrail.extraction.nouns import is_plural, unit_of_noun
from figtrail.extraction.phrases import head_of
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import tokenise

# How many figures back a number may say one of them again.
_BACK = 10


def find_alike(
    reading: Reading, measured: Measured, nearest: Found | None, before: list[Found]
) -> Found | None:
    """The figure that a holder's or a pronoun's number goes on with: one of the same kind."""
    bare = reading.kind == "count" and reading.unit is None
    if measured.rule == "norm" and bare and nearest is not None and nearest.kind in NORMED:
        # "The first engine took 13 minutes. The goal is nine."
        return nearest
    if measured.rule in ("held", "norm"):
        return _find_counted(reading, before, rated=measured.rule == "norm") or nearest
    if measured.rule != "light":
        return nearest
    unlike = nearest is None or (reading.kind == "money") != (nearest.kind == "money")
    return (
        (_find_counted(reading, before, rated=False) or _count_paid(nearest)) if unlike else nearest
    )


NORMED = frozenset(("rate", "duration", "measurement", "score", "ratio"))
"""Kinds whose unit a bare number of a norm leaves out."""


def _find_counted(reading: Reading, before: list[Found], *, rated: bool) -> Found | None:
    """The last figure of the same kind, which a holder's bare number may go on counting.

    With `rated` so many for each of something count as well: "the EU average was 220".
    """
    kinds = (reading.kind, "rate") if rated and reading.kind == "count" else (reading.kind,)
    alike = (item for item in reversed(before) if item.kind in kinds)
    return next((item for item in alike if item.measured is not None), None)


def _count_paid(item: Found | None) -> Found | None:
    """What is paid for, as counted: "A picker costs R$180 a day and I need 22"."""
    if item is None or item.kind != "money" or item.measured is None:
        return item
    phrase = tokenise(item.measured)
    head = head_of(phrase, 0, len(phrase.words))
    if head is None:
        return item
    noun = phrase.lowers[head]
    unit = unit_of_noun(noun if is_plural(noun) else f"{noun}s")
    return item._replace(kind="count", unit=unit, per=None, per_quantity=None)


def find_restated(reading: Reading, earlier: list[Found], here: list[Found]) -> Found | None:
    """The figure that a number without a noun says again: "Am I happy with 22 (homicides)?"."""
    value = reading.number.value
    if here or (value < _TELLING and value == int(value)):
        return None
    for item in reversed(earlier[-_BACK:]):
        same = item.reading.number.value == value and item.kind == reading.kind
        if same and item.measured is not None and item.change is None:
            return item
    return None


# Above this two figures seldom have the same size by chance.
_TELLING = 10
