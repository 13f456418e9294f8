"""What surrounds a cell says of its figures, in the order in which a reader takes it in."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from figtrail.extraction.dating import UNDATED, Dating
from figtrail.extraction.elision import Unit
from figtrail.extraction.tables.legends import Direction, Legend
from figtrail.extraction.tables.survey import Survey, complete_period
from figtrail.extraction.tables.units import ONE, Scaled, count_unit
from figtrail.intervals import bound_days
from figtrail.model import Status

_YEAR_LENGTH = 4
_COUNT = Unit("count", "item")


class Setting(NamedTuple):
    """What is said of a bare number in a cell by its column, its row and its table.

    `unit` is that of what it is in, which stands for itself or in brackets (`aside`) behind what is
    counted (`counted`). `factor` is how many of the unit it stands for; `captioned` is whether the
    caption says so.
    """

    measured: str | None
    unit: Unit
    counted: Unit
    factor: Decimal
    captioned: bool
    aside: bool
    dating: Dating
    status: Status | None
    change: Direction | None
    place: str | None


class Scope(NamedTuple):
    """The legends that hold for a cell, from the nearest to the widest."""

    heads: tuple[Legend, ...]
    label: Legend | None
    section: Legend | None
    caption: Legend | None

    @property
    def all(self) -> Iterator[Legend]:
        """All of them in the order in which a reader takes them in."""
        yield from self.heads
        yield from (one for one in (self.label, self.section, self.caption) if one is not None)


def read_setting(survey: Survey, row: int, column: int) -> Setting:
    """What the table says of the figures of one cell."""
    scope = _read_scope(survey, row, column)
    change = next((one.change for one in (*scope.heads, scope.label) if one and one.change), None)
    measured = _find_measured(survey, scope, row, column)
    counted = count_unit(measured) if measured is not None else _COUNT
    scaled, captioned = _find_scale(survey, scope, row, column)
    unit = scaled.unit or counted
    aside = next((one.aside for one in scope.all if one.scaled is not None), False)
    return Setting(
        measured,
        unit,
        counted,
        scaled.factor,
        captioned,
        aside,
        _find_dating(survey, scope, row, column, change),
        next((one.status for one in scope.all if one.status is not None), None),
        change,
        _find_place(survey, scope, row),
    )


def _read_scope(survey: Survey, row: int, column: int) -> Scope:
    caption = survey.caption.legend if survey.caption is not None else None
    label = survey.label_column
    named = survey.label(row, label) if label is not None and label != column else None
    return Scope(tuple(survey.heads(column)), named, survey.section(row), caption)


def _find_scale(survey: Survey, scope: Scope, row: int, column: int) -> tuple[Scaled, bool]:
    """The unit of bare numbers, how many of it each stands for, and whether the caption says so.

    A head with a noun that is counted ("Staff") isn't in the pounds of its caption. What tells the
    factor stands above the row or in its first cell, whatever the columns hold: with these alone
    the figure is read again for proof.
    """
    label = survey.label(row, 0) if column else None
    inner = (*scope.heads, label, scope.section)
    told = [one.scaled for one in inner if one is not None and one.scaled is not None]
    found = _join_scales(told)
    caption = scope.caption.scaled if scope.caption is not None else None
    own = next((one.phrase for one in scope.heads if one.phrase is not None), None)
    apart = own is not None and count_unit(own) != _COUNT
    if caption is None or found.unit is not None or (caption.unit is not None and apart):
        return found, False
    if found.factor != ONE:
        return found._replace(unit=caption.unit), False
    return caption, caption.factor != ONE


def _join_scales(told: list[Scaled]) -> Scaled:
    """The nearest unit with its factor, or that told before it: "(000s)" over "tonnes"."""
    factor = ONE
    for one in told:
        if one.unit is not None:
            return Scaled(one.unit, factor if factor != ONE else one.factor)
        factor = factor if factor != ONE else one.factor
    return Scaled(None, factor)


def _find_measured(survey: Survey, scope: Scope, row: int, column: int) -> str | None:
    """The words that say what is measured: the head's, else the label's, else the caption's."""
    for head in scope.heads:
        if head.phrase is not None:
            return head.phrase
    if any(head.change is not None for head in scope.heads):
        before = _find_level(survey, column)
        if before is not None:
            return before
    naming = survey.naming()
    wider = [one.phrase for one in (scope.section, scope.caption) if one is not None]
    label = scope.label
    own = label.phrase if label is not None and naming != "place" else None
    order = [*wider, own] if naming == "agent" else [own, *wider]
    return next((phrase for phrase in order if phrase is not None), None)


def _find_level(survey: Survey, column: int) -> str | None:
    """What the nearest column before a change's measures."""
    for at in range(column - 1, -1, -1):
        for head in survey.heads(at):
            if head.phrase is not None and survey.columns[at].role == "figures":
                return head.phrase
    return None


def _find_dating(
    survey: Survey, scope: Scope, row: int, column: int, change: Direction | None
) -> Dating:
    """The period of a cell: its head's, its row's, its table's; a change has the later level's."""
    heads = [one.dating for one in scope.heads if one.dating is not None]
    rows = [survey.row_dating(row), *(one.dating for one in (scope.label, scope.section) if one)]
    wider = scope.caption.dating if scope.caption is not None else None
    told = [*heads, *(one for one in rows if one is not None)]
    if change is not None and not told:
        latest = _find_latest(survey)
        return latest or wider or UNDATED
    told += [wider] if wider is not None else []
    if not told:
        return UNDATED
    for other in told[1:]:
        joined = _join(survey, told[0], other) or _join(survey, other, told[0])
        if joined is not None:
            return joined
    months = [one.text for one in scope.heads if one.phrase is not None] if not heads else []
    return _complete(survey, months, told) or told[0]


def _join(survey: Survey, part: Dating, year: Dating) -> Dating | None:
    """The part of a year that a cell's row and column name together."""
    if part.text is None or year.period is None or len(year.period) != _YEAR_LENGTH:
        return None
    if part.basis == "stated" and part.period is not None:
        return None
    return complete_period(part.text, year.period, survey.dates)


def _complete(survey: Survey, months: list[str], told: list[Dating]) -> Dating | None:
    """The month that a head names, in the year that the row or the caption states."""
    year = next((one.period for one in told if one.period and len(one.period) == _YEAR_LENGTH), None)
    if year is None:
        return None
    for month in months:
        found = complete_period(month, year, survey.dates)
        if found is not None:
            return found
    return None


def _find_latest(survey: Survey) -> Dating | None:
    """The latest period that the heads of a table state."""
    stated = [
        head.dating
        for level in survey.levels
        for head in level
        if head.dating is not None and head.dating.period is not None
    ]
    return max(stated, key=lambda one: bound_days(one.period or "")[1], default=None)


def _find_place(survey: Survey, scope: Scope, row: int) -> str | None:
    """The place that a cell's row, head or section names; a total has none but its own."""
    named = survey.row_place(row)
    if named is not None:
        return named
    return next((one.place for one in scope.all if one is not scope.caption and one.place), None)
