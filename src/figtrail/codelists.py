"""The publication's own vocabulary and facts: measures, phrases, places, statistics, corrections.

Each function reads one kind of CSV file beside the recipe and raises FigtrailError with a Problem
for every row that can't be used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar, get_args

from figtrail.addresses import read_address
from figtrail.csvrows import Row, read_rows
from figtrail.identifiers import derive_id
from figtrail.intervals import bound_days
from figtrail.iso_3166 import find_iso_place
from figtrail.model import FigtrailError, Kind, Problem
from figtrail.publication import (
    Correction,
    CorrectionAction,
    Measure,
    MeasureTerm,
    Place,
    ReferenceValue,
)
from figtrail.schemas import load_schema

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
    lines: dict[tuple[object, ...], int] = {}

    def make(row: Row) -> MeasureTerm:
        measure = row.get("measure")
        known = measure is None or measure in codes
        _expect(row, "measure", known, "add it to the measures file")
        kinds = frozenset(split_cell(row.get("kinds")))
        _expect(row, "kinds", kinds <= set(get_args(Kind)), f"use {', '.join(get_args(Kind))}")
        phrase, units = row.require("phrase"), frozenset(split_cell(row.get("units")))
        line = lines.setdefault((phrase.casefold(), kinds, units), row.line)
        if line != row.line:
            message = f"phrase {phrase!r} stands already on line {line} for these kinds and units"
            raise FigtrailError([row.problem("key-twice", message, "Keep one of the two rows.")])
        return MeasureTerm(phrase, measure, kinds, units)

    rows = read_rows(path, required=("phrase", "measure"), allowed=TERM_COLUMNS)
    return _collect(rows, make)


def read_places(path: Path) -> tuple[Place, ...]:
    """The places codelist; codes are unique and a parent is the code of another row."""
    rows = list(read_rows(path, required=("code", "label"), allowed=PLACE_COLUMNS))
    parents = {row.get("code"): row.get("parent") for row in rows}

    def make(row: Row) -> Place:
        parent = row.get("parent")
        _expect(row, "parent", parent is None or parent in parents, "add a row for the parent")
        above = _climb(row.get("code"), parents)
        _expect(row, "parent", row.get("code") not in above, "name what this place is a part of")
        _hold_to_schema(row, "places")
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


def read_reference(path: Path, codes: Mapping[str, Collection[str]]) -> tuple[ReferenceValue, ...]:
    """Official statistics; an id that the file leaves empty is derived from what it identifies.

    `codes` are those that a column may have, by its name.
    """

    def make(row: Row) -> ReferenceValue:
        measure, place, period = (row.require(name) for name in ("measure", "place", "period"))
        _check_known(row, codes)
        _hold_to_schema(row, "reference")
        _check_period(row)
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
            url=read_address(row),
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


def _climb(code: str | None, parents: Mapping[str | None, str | None]) -> set[str]:
    """The codes of everything that a place is a part of."""
    above: set[str] = set()
    while (code := parents.get(code)) is not None and code not in above:
        above.add(code)
    return above


def _check_known(row: Row, codes: Mapping[str, Collection[str]]) -> None:
    problems = []
    for column, known in codes.items():
        code = row.require(column)
        if code not in known and (column != "place" or find_iso_place(code) is None):
            besides = ", nor in ISO 3166" if column == "place" else ""
            message = f"{column} {code!r} is in no codelist{besides}"
            action = f"Add it to {column}s.csv, or mend the code."
            problems.append(row.problem("code-unknown", message, action))
    if problems:
        raise FigtrailError(problems)


def _check_period(row: Row) -> None:
    try:
        bound_days(row.require("period"))
    except ValueError:
        _expect(row, "period", False, "write 2019, 2019-03, 2019-03-31 or 2018-04-01/2019-03-31")


def _hold_to_schema(row: Row, table: str) -> None:
    """Hold the cells to the patterns of the columns that they are published in."""
    for field in load_schema(table).fields:
        cell, pattern = row.get(field.name), field.pattern
        if cell is not None and pattern is not None:
            follows = re.fullmatch(pattern, cell) is not None
            _expect(row, field.name, follows, f"follow the pattern {pattern}")


def _make_measure(row: Row) -> Measure:
    kind, basis = row.get("kind"), row.get("stock_or_flow")
    official = (row.get("official") or "no").lower()
    _expect(row, "kind", kind in (None, *get_args(Kind)), f"use {', '.join(get_args(Kind))}")
    _expect(row, "stock_or_flow", basis in (None, "stock", "flow"), "use stock or flow")
    _expect(row, "official", official in ("yes", "no", "true", "false"), "use yes or no")
    named: dict[str, Any] = {name: row.get(name) for name in MEASURE_COLUMNS[2:]}
    quantity = None if row.get("per_quantity") is None else _decimal(row, "per_quantity")
    above = quantity is None or quantity > 0
    _expect(row, "per_quantity", above, "write a number above 0, such as 1000")
    named |= {"per_quantity": quantity, "official": official in ("yes", "true")}
    named["url"] = read_address(row)
    _hold_to_schema(row, "measures")
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
    plain = re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", row.require(column)) is not None
    _expect(row, column, plain, "write a plain decimal number such as 1064 or 49.4")
    number = Decimal(row.require(column))
    exact = Decimal(repr(float(number))) == number
    _expect(row, column, exact, "write a number of at most 15 digits, which a double keeps")
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
    try:
        for row in rows:
            try:
                yield row, make(row)
            except FigtrailError as error:
                problems += error.problems
    except FigtrailError as error:
        problems += error.problems
    if problems:
        raise FigtrailError(problems)
