"""The legends that hold for one cell of a table: heads, labels and caption."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from figtrail.extraction.tables.legends import Legend
from figtrail.extraction.tables.survey import Survey
from figtrail.extraction.tables.words import HEADS

# Kinds of units that relate what is measured to something else.
RELATIVE = frozenset(("percentage", "rate"))
# How many columns back a level may stand.
_REACH = 12
# How many columns without a name may hang on each other.
_DEEPEST = 3


class Scope(NamedTuple):
    """The legends that hold for a cell, from the nearest to the widest.

    `level` has the heads of the column whose change or target the cell's own column gives, `corner`
    the head of the row labels where it names nothing but a unit: "£m".
    """

    heads: tuple[Legend, ...]
    level: tuple[Legend, ...]
    label: Legend | None
    section: Legend | None
    corner: Legend | None
    caption: Legend | None

    @property
    def near(self) -> tuple[Legend, ...]:
        """All that hold for the cell itself, in the order in which a reader takes them in."""
        return (*self.heads, *self._wider)

    @property
    def all(self) -> tuple[Legend, ...]:
        """The same with those of the level."""
        return (*self.heads, *self.level, *self._wider)

    @property
    def _wider(self) -> Iterator[Legend]:
        return (one for one in (self.label, self.section, self.caption) if one is not None)


def read_scope(survey: Survey, row: int, column: int) -> Scope:
    """Find all that holds for one cell."""
    caption = survey.caption.legend if survey.caption is not None else None
    label = survey.label_column
    named = survey.label(row, label) if label is not None and label != column else None
    heads = tuple(survey.heads(column))
    level = _find_level(survey, heads, row, column) or _find_named(survey, heads, column)
    corner = _find_corner(survey, row, column)
    return Scope(heads, level, named, survey.section(row), corner, caption)


def _find_corner(survey: Survey, row: int, column: int) -> Legend | None:
    """The head of the row labels, where these are words and it says what the numbers are in."""
    label = survey.label_column
    if label is None or label == column or survey.opens_with_number(row, label):
        return None
    head = next(iter(survey.heads(label)), None)
    return head if head is not None and head.scaled is not None and head.phrase is None else None


def _find_level(
    survey: Survey, heads: tuple[Legend, ...], row: int, column: int, deep: int = 0
) -> tuple[Legend, ...]:
    """The heads of the column whose change, target or rate a column without a name gives.

    That column may itself be without a name: "Deaths", "Rate per 1,000", "Change".
    """
    if deep > _DEEPEST or not _lacks_name(heads):
        return ()
    for at in range(column - 1, max(-1, column - 1 - _REACH), -1):
        found = tuple(survey.heads(at))
        if any(head.text.lower() in HEADS for head in found):
            continue  # the numbers of "Note" are no level
        level = any(head.phrase is not None or head.scaled is not None for head in found)
        if level and survey.opens_with_number(row, at) and not any(one.change for one in found):
            return found + _find_level(survey, found, row, at, deep + 1)
    return ()


def _lacks_name(heads: tuple[Legend, ...]) -> bool:
    """Whether heads only say that a column changes, aims at or relates what another measures."""
    if any(head.phrase is not None for head in heads):
        return False
    if any(head.change is not None for head in heads):
        return True
    if any(head.dating is not None for head in heads):
        return False
    scaled = next((head.scaled for head in heads if head.scaled is not None), None)
    if scaled is not None:
        return scaled.unit is not None and scaled.unit.kind in RELATIVE
    return any(head.status is not None for head in heads)


def _find_named(survey: Survey, heads: tuple[Legend, ...], column: int) -> tuple[Legend, ...]:
    """The heads that name what a column has of another time: "Homes, 2020" before "2030"."""
    if not _only_dates(heads):
        return ()
    for at in range(column - 1, max(-1, column - 1 - _REACH), -1):
        found = tuple(survey.heads(at))
        if not _only_dates(found):
            named = any(one.phrase is not None and one.dating is not None for one in found[:1])
            return found if named else ()
    return ()


def _only_dates(heads: tuple[Legend, ...]) -> bool:
    """Whether heads tell a time, and neither what is measured nor in what."""
    dated = any(head.dating is not None for head in heads)
    return dated and not any(head.phrase or head.scaled or head.change for head in heads)
