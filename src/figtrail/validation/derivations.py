"""What can be worked out again from the tables alone: intervals, derived columns, facts, sentences.

The working is done here anew, without the code that made the columns.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable, Mapping
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
from figtrail.validation.contents import Content, find_rows, shown
from figtrail.validation.report import Finding, list_rows, report_finding

_ROUNDING = 1e-12
"""Relative difference of two doubles that went through different, correct roundings."""

_DERIVED = Context(prec=10)

_ASKED = {
    "exact": "low = value = high",
    "over": "low = value, no high",
    "at_least": "low = value, no high",
    "under": "high = value, no low",
    "at_most": "high = value, no low",
    "nearly": "high = value, no low",
    "about": "a value, no low, no high",
    "range": "no value, low ≤ high",
}


def check_derivations(tables: Mapping[str, Content]) -> list[Finding]:
    """Work out again every derived column of the tables that are there."""
    findings: list[Finding] = []
    figures, sources = tables.get("figures"), tables.get("sources")
    if figures is not None:
        findings += check_intervals(figures)
        findings += _check_shares(figures)
        findings += _check_days(figures, "period", "period_start", "period_end", bound_period)
        findings += check_sentences(figures)
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


def check_intervals(figures: Content) -> list[Finding]:
    """Hold value, low and high against the bound: the interval that the words commit to."""
    value, low, high = (figures.column(name) for name in ("value", "low", "high"))
    low_is, high_is = _same(low, value), _same(high, value)
    no_value, no_low, no_high = pc.is_null(value), pc.is_null(low), pc.is_null(high)
    stated = pc.is_valid(value)
    rising = pc.fill_null(pc.less_equal(low, high), False)
    right = {
        "exact": _all(stated, low_is, high_is),
        "over": _all(stated, low_is, no_high),
        "at_least": _all(stated, low_is, no_high),
        "under": _all(stated, no_low, high_is),
        "at_most": _all(stated, no_low, high_is),
        "nearly": _all(stated, no_low, high_is),
        "about": _all(stated, no_low, no_high),
        "range": _all(no_value, rising),
    }
    findings = []
    for bound, mask in right.items():
        rows = find_rows(_all(pc.equal(figures.column("bound"), bound), pc.invert(mask)))
        findings += list_rows(
            (
                _finding(
                    "interval-wrong",
                    f"the interval is not that of bound {bound}",
                    figures,
                    row,
                    "low",
                    f"value {shown(value[row].as_py())}, low {shown(low[row].as_py())}, "
                    f"high {shown(high[row].as_py())}",
                    _ASKED[bound],
                )
                for row in rows
            ),
            len(rows),
        )
    return findings


def check_sentences(figures: Content) -> list[Finding]:
    """Find each quote in its sentence, at the offsets given; an empty sentence holds nothing."""
    wrong = []
    names = ("sentence", "sentence_start", "char_start", "char_end", "quote")
    columns = [figures.column(name).to_pylist() for name in names]
    for row, (sentence, origin, start, end, quote) in enumerate(zip(*columns, strict=True)):
        if None in (origin, start, end, quote):
            continue
        if end - start != len(quote) or start < origin:
            wrong.append((row, "a quote of char_end - char_start characters"))
        elif sentence is not None and sentence[start - origin : end - origin] != quote:
            wrong.append((row, sentence[start - origin : end - origin]))
    message = "the sentence doesn't hold the quote at its offsets"
    return list_rows(
        (
            _finding(
                "sentence-wrong",
                message,
                figures,
                row,
                "quote",
                shown(figures.rows.column("quote")[row].as_py()),
                there,
            )
            for row, there in wrong
        ),
        len(wrong),
    )


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
    return _derived(figures, rows, "share", message, lambda row: _number(expected[row]))


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
        wrong = pc.invert(_same(content.column(column), expected))
        rows = [row for row in find_rows(wrong) if row not in unreadable]
        message = f"{column} is not the day that {name} gives"
        findings += _derived(content, rows, column, message, partial(_cell, expected))
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
    wrong = find_rows(_all(alone, pc.invert(_same(own, figures.column("fact")))))
    message = "fact is not the figure's own id, and it restates no other"
    findings = _derived(figures, wrong, "fact", message, lambda row: own[row].as_py())
    rows = find_rows(pc.is_in(own, pa.array(sorted(apart), pa.string()))) if apart else []
    message = "fact is not that of the figure that it restates"
    return findings + _derived(figures, rows, "fact", message, lambda row: apart[own[row].as_py()])


def _check_relation_ids(relations: Content) -> list[Finding]:
    names = ("relation_id", "kind", "figure_id", "other_figure_id")
    columns = [relations.column(name).to_pylist() for name in names]
    due = {
        row: expected
        for row, (own, *tied) in enumerate(zip(*columns, strict=True))
        if own != (expected := derive_id("r", *tied))
    }
    message = "the id is not the one that the relation's kind and figures give"
    return list_rows(
        (
            _finding(
                "id-wrong", message, relations, row, names[0], shown(columns[0][row]), expected
            )
            for row, expected in due.items()
        ),
        len(due),
    )


def _check_units(units: Content) -> list[Finding]:
    """Hold every unit against what its code stands for."""
    codes = units.column("code").to_pylist()
    due = [None if code is None else describe_unit(code) for code in codes]
    findings = []
    for name in units.schema.field_names:
        cells = [None if unit is None else getattr(unit, name) for unit in due]
        expected = pa.array([cell or None for cell in cells], pa.string())
        rows = find_rows(pc.invert(_same(units.column(name), expected)))
        message = f"{name} is not what the unit's code stands for"
        findings += _derived(units, rows, name, message, partial(_cell, expected))
    return findings


def _check_counts(figures: Content, sources: Content) -> list[Finding]:
    counted = pc.value_counts(figures.column("source_id"))
    known = dict(zip(counted.field(0).to_pylist(), counted.field(1).to_pylist(), strict=True))
    ids = sources.column("source_id").to_pylist()
    expected = pa.array([known.get(source_id, 0) for source_id in ids], pa.int64())
    wrong = find_rows(pc.invert(_same(sources.column("figure_count"), expected)))
    message = "figure_count is not the number of the article's figures"
    return _derived(sources, wrong, "figure_count", message, lambda row: str(expected[row]))


def _derived(
    content: Content,
    rows: list[int],
    field: str,
    message: str,
    expected: Callable[[int], str | None],
) -> list[Finding]:
    column = content.rows.column(field)
    return list_rows(
        (
            _finding(
                "derived-wrong",
                message,
                content,
                row,
                field,
                shown(column[row].as_py()),
                expected(row),
            )
            for row in rows
        ),
        len(rows),
    )


def _finding(
    code: str,
    message: str,
    content: Content,
    row: int,
    field: str,
    found: str,
    expected: str | None,
) -> Finding:
    return report_finding(
        code,
        message,
        file=content.file,
        table=content.schema.name,
        row=row + 1,
        key=content.key(row),
        field=field,
        found=found,
        expected=expected,
    )


def _cell(column: pa.Array, row: int) -> str:
    return shown(column[row].as_py())


def _same(one: pa.Array, other: pa.Array) -> pa.Array:
    """Whether two columns agree; empty agrees with empty only."""
    both_null = pc.and_(pc.is_null(one), pc.is_null(other))
    return pc.or_(pc.fill_null(pc.equal(one, other), False), both_null)


def _all(*masks: pa.Array) -> pa.Array:
    return pc.fill_null(_reduce_and(masks), False)


def _reduce_and(masks: Iterable[pa.Array]) -> pa.Array:
    first, *rest = masks
    for mask in rest:
        first = pc.and_(first, mask)
    return first


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
