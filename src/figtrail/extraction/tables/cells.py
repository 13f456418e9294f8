"""What surrounds a cell says of its figures, in the order in which a reader takes it in."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from figtrail.extraction.dating import UNDATED, Dating
from figtrail.extraction.elision import Unit
from figtrail.extraction.numbers.number import ONE
from figtrail.extraction.tables.legends import Direction, Legend
from figtrail.extraction.tables.scopes import RELATIVE, Scope, read_scope
from figtrail.extraction.tables.survey import Survey, complete_period
from figtrail.extraction.tables.units import Scaled, count_unit
from figtrail.extraction.tables.words import GROUPS
from figtrail.model import Status
from figtrail.patterns import compile_late

_YEAR_LENGTH = 4
_COUNT = Unit("count", "item")


class Setting(NamedTuple):
    """What is said of a bare number in a cell by its column, its row and its table.

    `unit` is that of what it is in, which stands for itself or in brackets (`aside`) behind what is
    counted (`counted`). `factor` is how many of the unit it stands for; `headed` is whether its row
    alone doesn't tell, and `captioned` whether the caption does.
    """

    measured: str | None
    unit: Unit
    counted: Unit
    factor: Decimal
    headed: bool
    captioned: bool
    aside: bool
    dating: Dating
    status: Status | None
    change: Direction | None
    place: str | None


def read_setting(survey: Survey, row: int, column: int) -> Setting:
    """What the table says of the figures of one cell."""
    scope = read_scope(survey, row, column)
    change = _find_change(scope)
    measured = _find_measured(survey, scope)
    counted = count_unit(measured) if measured is not None else _COUNT
    scaled, captioned = _find_scale(survey, scope, measured, row, column)
    unit = _name_unit(scaled.unit, counted)
    aside = next((one.aside for one in scope.all if one.scaled is not None), False)
    return Setting(
        measured,
        unit,
        counted,
        scaled.factor,
        {scaled.factor, _read_alone(survey, row, column)} != {ONE},
        captioned,
        aside,
        _find_dating(survey, scope, row, change),
        next((one.status for one in scope.near if one.status is not None), None),
        change,
        _find_place(survey, scope, row),
    )


def _name_unit(unit: Unit | None, counted: Unit) -> Unit:
    """The unit of bare numbers; a rate is of what is counted where its head doesn't say of what."""
    if unit is None:
        return counted
    if unit.kind == "rate" and unit.unit == "item":
        return unit._replace(unit=counted.unit)
    return unit


def _find_change(scope: Scope) -> Direction | None:
    """Whether a cell gives the size of a change, as its head, its label or its caption says."""
    nearest = [*scope.heads, *([scope.label] if scope.label is not None else [])]
    own = next((one.change for one in nearest if one.change is not None), None)
    named = any(one.phrase is not None for one in scope.heads)
    if own is not None or named or scope.caption is None:
        return own
    return scope.caption.change


def _find_scale(
    survey: Survey, scope: Scope, measured: str | None, row: int, column: int
) -> tuple[Scaled, bool]:
    """The unit of bare numbers, how many of it each stands for, and whether the caption says so.

    Persons ("Staff") aren't in the pounds of their caption. What tells the factor stands
    above the row or in its first cell, whatever the columns hold: with these alone the figure is
    read again for proof.
    """
    label = survey.opening(row) if column else None
    if label is not None and survey.naming() != "measure" and _tells_one(label):
        label = None  # "GB" among nations is no gigabyte
    inner = (*scope.heads, *scope.level, label, scope.section)
    told = [one.scaled for one in inner if one is not None and one.scaled is not None]
    found = _join_scales(told)
    corner = scope.corner.scaled if scope.corner is not None else None
    caption = scope.caption.scaled if scope.caption is not None else None
    wider = corner or caption
    if wider is None or found.unit is not None or _counts_persons(measured, wider):
        return found, False
    captioned = corner is None
    if found.factor != ONE:
        return found._replace(unit=wider.unit), captioned and wider.unit is not None
    return wider, captioned and wider.factor != ONE


def _tells_one(label: Legend) -> bool:
    """Whether a label is the sign of a unit that a number stands for once."""
    return label.scaled is not None and label.scaled.factor == ONE and not label.aside


def _counts_persons(measured: str | None, wider: Scaled) -> bool:
    """Whether what is measured are persons, whom no money or measurement of a table is told in."""
    if wider.unit is None or wider.unit.kind in RELATIVE or measured is None:
        return False
    return count_unit(measured).unit == "person"


def _read_alone(survey: Survey, row: int, column: int) -> Decimal:
    """The factor that the first cell of a row tells by itself: "Profit (£m)"."""
    opening = survey.opening(row) if column else None
    return ONE if opening is None or opening.scaled is None else opening.scaled.factor


def _join_scales(told: list[Scaled]) -> Scaled:
    """The nearest unit with its factor, or that told before it: "(000s)" over "tonnes"."""
    factor = ONE
    for one in told:
        if one.unit is not None:
            return Scaled(one.unit, factor if factor != ONE else one.factor)
        factor = factor if factor != ONE else one.factor
    return Scaled(None, factor)


def _find_measured(survey: Survey, scope: Scope) -> str | None:
    """The words that say what is measured: the head's, else the label's, else the caption's.

    Who has it says so last of all, behind a head that names nothing but a unit ("Pts").
    """
    naming = survey.naming()
    label = scope.label
    own = _name_label(label) if label is not None and naming != "place" else None
    if own is not None and naming == "measure" and any(map(_is_of_group, scope.heads)):
        return own
    for head in (*scope.heads, *scope.level):
        if head.phrase is not None:
            return head.phrase
    wider = [one.phrase for one in (scope.section, scope.caption) if one is not None]
    named = [head.name for head in scope.heads if head.name and head.dating is None]
    order = [*wider, *named, own] if naming == "agent" else [own, *wider, *named]
    return next((phrase for phrase in order if phrase is not None), None)


def _name_label(label: Legend) -> str | None:
    """What a row's label measures: "Zloty per euro" is all a unit, and a name by that."""
    return label.phrase or (label.text if label.scaled is not None and not label.aside else None)


def _is_of_group(head: Legend) -> bool:
    """Whether a head says of whom something is told: "Women"."""
    return head.phrase is not None and GROUPS.issuperset(head.phrase.lower().split())


def _find_dating(survey: Survey, scope: Scope, row: int, change: Direction | None) -> Dating:
    """The period of a cell: its head's, its row's, its table's; a change has the later level's."""
    heads = [one.dating for one in scope.heads if one.dating is not None]
    rows = [survey.row_dating(row), *(one.dating for one in (scope.label, scope.section) if one)]
    wider = _find_wider(survey, scope)
    if change is not None:
        heads = [_take_later(one) for one in heads]
    told = [*heads, *(one for one in rows if one is not None)]
    aimed = any(head.status is not None for head in scope.heads)
    if change is not None and not told and not aimed:
        return survey.latest or wider or UNDATED
    told += [wider] if wider is not None else []
    if not told:
        return UNDATED
    for other in told[1:]:
        joined = _join(survey, told[0], other) or _join(survey, other, told[0])
        if joined is not None:
            return joined
    return told[0]


def _take_later(dating: Dating) -> Dating:
    """The later year of a change between two: "Change 2019 to 2023"."""
    ends = _YEARS.fullmatch(dating.period or "")
    return dating._replace(period=ends[2]) if ends is not None and ends[1] != ends[2] else dating


_YEARS = compile_late(r"(\d{4})-01-01/(\d{4})-12-31")


def _find_wider(survey: Survey, scope: Scope) -> Dating | None:
    """The caption's period; that of a sentence which only stands before tells none of several."""
    if scope.caption is None or survey.caption is None:
        return None
    told = scope.caption.dating
    if told is None or (survey.head_datings and not survey.caption.titles):
        return None
    return Dating(told.period, None, "context" if told.period is not None else None)


def _join(survey: Survey, part: Dating, year: Dating) -> Dating | None:
    """The part of a year that a cell's row and column name together."""
    if part.text is None or year.period is None or len(year.period) != _YEAR_LENGTH:
        return None
    if part.basis == "stated" and part.period is not None:
        return None
    return complete_period(part.text, year.period, survey.dates)


def _find_place(survey: Survey, scope: Scope, row: int) -> str | None:
    """The place that a cell's row, head or section names; a total has none but its own."""
    own = survey.row_place(row)
    if own is not None:
        return own
    # A label that is nothing but a name may be a ship's: "Aurora".
    label = scope.label if scope.label is not None and scope.label.phrase is not None else None
    named = [label, *scope.heads, scope.section]
    return next((one.place for one in named if one is not None and one.place is not None), None)
