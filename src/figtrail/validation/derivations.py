"""What can be worked out again from the tables alone: shares, days, facts, counts, identifiers.

The working is done here anew, without the code that made the columns.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Context, Decimal
from functools import partial

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from figtrail.identifiers import derive_id
from figtrail.reading import bound_date
from figtrail.units import describe_unit
from figtrail.validation.contents import Content, shown
from figtrail.validation.masks import all_of, find_rows, same
from figtrail.validation.report import Finding

_ROUNDING = 1e-12
"""Relative difference of two doubles that went through different, correct roundings."""

_DERIVED = Context(prec=10)


def check_derivations(tables: Mapping[str, Content]) -> list[Finding]:
    """Work out again every derived column of the tables that are there."""
    findings: list[Finding] = []
    figures, sources = tables.get("figures"), tables.get("sources")
    if figures is not None:
        findings += _check_shares(figures)
        findings += _check_days(figures, "period", "period_start", "period_end", bound_period)
        findings += _check_facts(figures, tables.get("relations"))
    if (relations := tables.get("relations")) is not None:
        findings += _check_relation_ids(relations)
    if (units := tables.get("units")) is not None:
        findings += _check_units(units)
    if sources is not None:
        names = ("published", "published_earliest", "published_latest")
        findings += _check_days(sources, *names, bound_date)
    if figures is not None and sources is not None:
        findings += _check_counts(figures, sources)
    return findings


def bound_period(period: str) -> tuple[date, date]:
    """The first and last day of an ISO 8601 date, month, year or interval of these.

    Raises ValueError for what is none of these, and where the last day is before the first.
    """
    first, _, last = period.partition("/")
    start, end = _first_and_last(first)[0], _first_and_last(last or first)[1]
    if end < start:
        raise ValueError(f"{period} ends before it starts")
    return start, end


def _first_and_last(text: str) -> tuple[date, date]:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts), date(*parts)
    year, month = parts[0], parts[1] if len(parts) == 2 else None
    last_month = month or 12
    last = date(year, last_month, calendar.monthrange(year, last_month)[1])
    return date(year, month or 1, 1), last


def _check_shares(figures: Content) -> list[Finding]:
    """Hold share against value / out_of to 10 significant digits; empty where either is."""
    value, whole, share = (_doubles(figures, name) for name in ("value", "out_of", "share"))
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        quotient = value / whole
    expected = _round_to_ten(np.where(np.isfinite(quotient), quotient, np.nan))
    with np.errstate(invalid="ignore"):
        close = np.abs(share - expected) <= _ROUNDING * np.abs(expected)
    right = close | (np.isnan(share) & np.isnan(expected))
    rows = [row for row in np.flatnonzero(~right).tolist() if not _is_share(figures, row)]
    message = "share is not value / out_of to 10 significant digits"
    return figures.findings(
        "derived-wrong", message, "share", rows, lambda row: _number(expected[row])
    )


def _is_share(figures: Content, row: int) -> bool:
    """Whether exact arithmetic agrees after all: it rounds some numbers otherwise than doubles."""
    value, whole, share = (
        figures.rows.column(name)[row].as_py() for name in ("value", "out_of", "share")
    )
    if None in (value, whole, share) or not whole:
        return False
    return bool(float(_DERIVED.divide(Decimal(repr(value)), Decimal(repr(whole)))) == share)


def _check_days(
    content: Content,
    name: str,
    first: str,
    last: str,
    bound: Callable[[str], tuple[date | None, date | None]],
) -> list[Finding]:
    """Two columns of days against the text that they are derived from, once for each text."""
    encoded = pc.dictionary_encode(content.column(name))
    days: list[tuple[date | None, date | None] | None] = []
    for text in encoded.dictionary.to_pylist():
        try:
            days.append(bound(text))
        except ValueError:
            days.append(None)
    readable = pa.array([pair is not None for pair in days], pa.bool_())
    unreadable = find_rows(pc.invert(readable.take(encoded.indices)))
    message = "these words name no days of the calendar"
    findings = content.findings("type-wrong", message, name, unreadable, "days in their order")
    for position, column in enumerate((first, last)):
        known = pa.array([pair and pair[position] for pair in days], pa.date32())
        expected = known.take(encoded.indices)
        wrong = pc.invert(same(content.column(column), expected))
        rows = [row for row in find_rows(wrong) if row not in unreadable]
        message = f"{column} is not the day that {name} gives"
        findings += content.findings(
            "derived-wrong", message, column, rows, partial(_cell, expected)
        )
    return findings


def _check_facts(figures: Content, relations: Content | None) -> list[Finding]:
    """Every restatement has the fact of what it restates; every other figure is its own fact."""
    fact_of = dict(
        zip(
            figures.column("figure_id").to_pylist(), figures.column("fact").to_pylist(), strict=True
        )
    )
    tied: set[str] = set()
    apart: dict[str, str] = {}
    if relations is not None:
        restating = relations.rows.filter(pc.equal(relations.rows.column("kind"), "restates"))
        later = restating.column("figure_id").to_pylist()
        earlier = restating.column("other_figure_id").to_pylist()
        tied = {*later, *earlier}
        for one, other in zip(later, earlier, strict=True):
            if one in fact_of and other in fact_of and fact_of[one] != fact_of[other]:
                apart[one] = fact_of[other]
    own = figures.column("figure_id")
    alone = pc.invert(pc.is_in(own, pa.array(sorted(tied), pa.string())))
    wrong = find_rows(all_of(alone, pc.invert(same(own, figures.column("fact")))))
    message = "fact is not the figure's own id, and it restates no other"
    findings = figures.findings(
        "derived-wrong", message, "fact", wrong, lambda row: own[row].as_py()
    )
    rows = find_rows(pc.is_in(own, pa.array(sorted(apart), pa.string()))) if apart else []
    message = "fact is not that of the figure that it restates"
    return findings + figures.findings(
        "derived-wrong", message, "fact", rows, lambda row: apart[own[row].as_py()]
    )


def _check_relation_ids(relations: Content) -> list[Finding]:
    names = ("relation_id", "kind", "figure_id", "other_figure_id")
    columns = [relations.column(name).to_pylist() for name in names]
    due = {
        row: expected
        for row, (own, *tied) in enumerate(zip(*columns, strict=True))
        if own != (expected := derive_id("r", *tied))
    }
    message = "the id is not the one that the relation's kind and figures give"
    return relations.findings("id-wrong", message, "relation_id", list(due), due.get)


def _check_units(units: Content) -> list[Finding]:
    """Hold every unit against what its code stands for."""
    codes = units.column("code").to_pylist()
    due = [None if code is None else describe_unit(code) for code in codes]
    findings = []
    for name in units.schema.field_names:
        cells = [None if unit is None else getattr(unit, name) for unit in due]
        expected = pa.array([cell or None for cell in cells], pa.string())
        rows = find_rows(pc.invert(same(units.column(name), expected)))
        message = f"{name} is not what the unit's code stands for"
        findings += units.findings("derived-wrong", message, name, rows, partial(_cell, expected))
    return findings


def _check_counts(figures: Content, sources: Content) -> list[Finding]:
    counted = pc.value_counts(figures.column("source_id"))
    known = dict(zip(counted.field(0).to_pylist(), counted.field(1).to_pylist(), strict=True))
    ids = sources.column("source_id").to_pylist()
    expected = pa.array([known.get(source_id, 0) for source_id in ids], pa.int64())
    wrong = find_rows(pc.invert(same(sources.column("figure_count"), expected)))
    message = "figure_count is not the number of the article's figures"
    return sources.findings(
        "derived-wrong", message, "figure_count", wrong, lambda row: str(expected[row])
    )


def _cell(column: pa.Array, row: int) -> str:
    return shown(column[row].as_py())


def _doubles(content: Content, name: str) -> npt.NDArray[np.float64]:
    """A column of numbers, NaN where it is empty."""
    column: npt.NDArray[np.float64] = np.asarray(
        content.column(name).to_numpy(zero_copy_only=False), dtype=np.float64
    )
    return column


def _round_to_ten(numbers: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    with np.errstate(divide="ignore", invalid="ignore"):
        exponent = np.floor(np.log10(np.abs(numbers)))
    scale = np.power(10.0, np.where(np.isfinite(exponent), 9 - exponent, 0))
    rounded: npt.NDArray[np.float64] = np.round(numbers * scale) / scale
    return rounded


def _number(number: float) -> str:
    return "nothing" if np.isnan(number) else f"{number:.10g}"
