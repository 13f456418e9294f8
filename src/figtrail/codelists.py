"""The publication's own vocabulary and facts: measures, phrases, places, statistics, corrections.

Each function reads one kind of CSV file beside the recipe and raises FigtrailError with a Problem
for every row that can't be used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, TypeVar, get_args

from figtrail.csvrows import Row, read_rows
from figtrail.identifiers import derive_id
from figtrail.model import (
    Correction,
    CorrectionAction,
    FigtrailError,
    Kind,
    Measure,
    MeasureTerm,
    Place,
    Problem,
    ReferenceValue,
)

MEASURE_COLUMNS = (
    *("code", "label", "description", "kind", "unit", "per", "per_quantity", "stock_or_flow"),
    *("reference_day", "dataset", "dataset_column", "url", "official"),
)
TERM_COLUMNS = ("phrase", "measure", "kinds", "units")
PLACE_COLUMNS = ("code", "label", "names", "description", "gss", "iso_3166", "parent")
REFERENCE_COLUMNS = (
    *("reference_id", "measure", "place", "period", "value", "unit", "publisher", "dataset"),
    *("url", "licence", "vintage"),
)
CORRECTION_COLUMNS = (
    *("correction_id", "action", "source_id", "char_start", "char_end", "quote", "field"),
    *("expected", "corrected", "reason", "author", "date"),
)
T = TypeVar("T")

SEPARATOR = "|"
"""Between the members of a cell that holds a list."""


def read_measures(path: Path) -> tuple[Measure, ...]:
    """The measures codelist, in the order of the file; codes are unique."""
    rows = read_rows(path, required=("code", "label"), allowed=MEASURE_COLUMNS)
    return _unique(rows, _make_measure, "code")


def read_measure_terms(path: Path, measures: Iterable[Measure]) -> tuple[MeasureTerm, ...]:
    """The phrases that name measures, or none; every measure must be one of `measures`."""
    codes = {measure.code for measure in measures}

    def make(row: Row) -> MeasureTerm:
        measure = row.get("measure")
        known = measure is None or measure in codes
        _expect(row, "measure", known, "add it to the measures file")
        kinds = frozenset(split_cell(row.get("kinds")))
        _expect(row, "kinds", kinds <= set(get_args(Kind)), f"use {', '.join(get_args(Kind))}")
        return MeasureTerm(
            phrase=row.require("phrase"),
            measure=measure,
            kinds=kinds,
            units=frozenset(split_cell(row.get("units"))),
        )

    rows = read_rows(path, required=("phrase", "measure"), allowed=TERM_COLUMNS)
    return _collect(rows, make)


def read_places(path: Path) -> tuple[Place, ...]:
    """The places codelist; codes are unique and a parent is the code of another row."""
    rows = list(read_rows(path, required=("code", "label"), allowed=PLACE_COLUMNS))
    codes = {row.get("code") for row in rows}

    def make(row: Row) -> Place:
        parent = row.get("parent")
        _expect(row, "parent", parent is None or parent in codes, "add a row for the parent")
        return Place(
            code=row.require("code"),
            label=row.require("label"),
            names=tuple(split_cell(row.get("names"))),
            description=row.get("description"),
            gss=row.get("gss"),
            iso_3166=row.get("iso_3166"),
            parent=parent,
        )

    return _unique(rows, make, "code")


def find_iso_place(code: str) -> Place | None:
    """A country (ISO 3166-1 alpha-2) or a subdivision (ISO 3166-2) by its code."""
    import pycountry  # only where a place is in no list of the recipe's

    country = pycountry.countries.get(alpha_2=code)
    if country is not None:
        return Place(code, getattr(country, "common_name", country.name), iso_3166=code)
    division = pycountry.subdivisions.get(code=code)  # type: ignore[no-untyped-call]
    if division is None:
        return None
    parent = division.parent_code or division.country_code
    return Place(code, division.name, (), division.type, None, code, parent)


def read_reference(path: Path) -> tuple[ReferenceValue, ...]:
    """Official statistics; an id that the file leaves empty is derived from what it identifies."""

    def make(row: Row) -> ReferenceValue:
        measure, place, period = (row.require(name) for name in ("measure", "place", "period"))
        named = (measure, place, period, row.require("dataset"), row.get("vintage"))
        return ReferenceValue(
            reference_id=row.get("reference_id") or derive_id("s", *named),
            measure=measure,
            place=place,
            period=period,
            value=_decimal(row, "value"),
            unit=row.require("unit"),
            publisher=row.require("publisher"),
            dataset=row.require("dataset"),
            url=row.get("url"),
            licence=row.require("licence"),
            vintage=row.get("vintage"),
        )

    required = [name for name in REFERENCE_COLUMNS if name not in ("reference_id", "url")]
    rows = read_rows(path, required=required, allowed=REFERENCE_COLUMNS)
    return _unique(rows, make, "reference_id")


def read_corrections(path: Path) -> tuple[tuple[Correction, ...], dict[str, str]]:
    """The reviewed corrections, and where each stands (file and line) by its correction_id."""
    places: dict[str, str] = {}

    def make(row: Row) -> Correction:
        correction = _make_correction(row)
        places[correction.correction_id] = row.where
        return correction

    required = [name for name in CORRECTION_COLUMNS if name != "correction_id"]
    rows = read_rows(path, required=required, allowed=CORRECTION_COLUMNS)
    return _unique(rows, make, "correction_id"), places


def split_cell(cell: str | None, separator: str = SEPARATOR) -> list[str]:
    """The members of a cell that holds a list, without blanks and empty members."""
    return [part.strip() for part in (cell or "").split(separator) if part.strip()]


def _make_measure(row: Row) -> Measure:
    kind, basis = row.get("kind"), row.get("stock_or_flow")
    official = (row.get("official") or "no").lower()
    _expect(row, "kind", kind in (None, *get_args(Kind)), f"use {', '.join(get_args(Kind))}")
    _expect(row, "stock_or_flow", basis in (None, "stock", "flow"), "use stock or flow")
    _expect(row, "official", official in ("yes", "no", "true", "false"), "use yes or no")
    named: dict[str, Any] = {name: row.get(name) for name in MEASURE_COLUMNS[2:]}
    quantity = None if row.get("per_quantity") is None else _decimal(row, "per_quantity")
    named |= {"per_quantity": quantity, "official": official in ("yes", "true")}
    return Measure(code=row.require("code"), label=row.require("label"), **named)


def _make_correction(row: Row) -> Correction:
    action = row.require("action")
    actions = get_args(CorrectionAction)
    _expect(row, "action", action in actions, f"use {', '.join(actions)}")
    needs_field = action in ("correct", "add")
    _expect(row, "field", (row.get("field") is not None) == needs_field, "name a field to correct")
    start, end = _offset(row, "char_start"), _offset(row, "char_end")
    day = _day(row, "date")
    source_id, quote = row.require("source_id"), row.require("quote")
    tied = (action, source_id, start, end, quote, row.get("field"), row.get("expected"))
    return Correction(
        correction_id=row.get("correction_id") or derive_id("k", *tied),
        action=action,  # type: ignore[arg-type]  # one of the actions: just checked
        source_id=source_id,
        char_start=start,
        char_end=end,
        quote=quote,
        field=row.get("field"),
        expected=row.get("expected"),
        corrected=row.get("corrected"),
        reason=row.require("reason"),
        author=row.require("author"),
        date=day,
    )


def _decimal(row: Row, column: str) -> Decimal:
    cell = row.require(column)
    try:
        number = Decimal(cell)
    except InvalidOperation:
        number = Decimal("nan")
    _expect(row, column, number.is_finite(), "write a plain decimal number such as 1064 or 49.4")
    return number


def _offset(row: Row, column: str) -> int:
    cell = row.require(column)
    if not (cell.isascii() and cell.isdigit()):
        raise FigtrailError([_mistyped(row, column, "Give a whole number such as 1064.")])
    return int(cell)


def _day(row: Row, column: str) -> date:
    try:
        return date.fromisoformat(row.require(column))
    except ValueError as error:
        raise FigtrailError([_mistyped(row, column, "Give a day as 2026-01-31.")]) from error


def _mistyped(row: Row, column: str, action: str) -> Problem:
    return row.problem("cell-type", f"{column} can't be {row.get(column)!r}", action)


def _expect(row: Row, column: str, holds: bool, mend: str) -> None:
    if not holds:
        message = f"{column} can't be {row.get(column)!r}"
        raise FigtrailError([row.problem("cell-value", message, f"{mend[0].upper()}{mend[1:]}.")])


def _collect(rows: Iterable[Row], make: Callable[[Row], T]) -> tuple[T, ...]:
    return tuple(item for _, item in _make_all(rows, make))


def _unique(rows: Iterable[Row], make: Callable[[Row], T], key: str) -> tuple[T, ...]:
    lines: dict[str, Row] = {}
    items, problems = [], []
    for row, item in _make_all(rows, make):
        value = getattr(item, key)
        if value in lines:
            message = f"{key} {value} stands already on line {lines[value].line}"
            problems.append(row.problem("key-twice", message, "Keep one of the two rows."))
        lines[value] = row
        items.append(item)
    if problems:
        raise FigtrailError(problems)
    return tuple(items)


def _make_all(rows: Iterable[Row], make: Callable[[Row], T]) -> Iterator[tuple[Row, T]]:
    """Make what can be made, then raise what couldn't, so that one run names every bad row."""
    problems: list[Problem] = []
    for row in rows:
        try:
            yield row, make(row)
        except FigtrailError as error:
            problems += error.problems
    if problems:
        raise FigtrailError(problems)
