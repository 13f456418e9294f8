"""What the page's scripts work on: the published tables as compact JSON, and as people say them.

A column is a list of cells, or, where cells repeat, `{"values": [...], "codes": [...]}` with -1 for
an empty cell. Every published column of `figures` is there; beside them stand `said`, `when` and
the like: the phrases that the page shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow

from figtrail.schemas import load_schema
from figtrail.units import describe_unit
from figtrail.writing.page.date_phrases import phrase_period, phrase_published
from figtrail.writing.page.explanations import phrase_explanation
from figtrail.writing.page.number_phrases import (
    name_unit,
    phrase_denominator,
    phrase_figure,
    phrase_statistic,
)

Columns = dict[str, Any]

REPEATS = 2
"""A column whose cells come, on the average, this often is written by codes."""


def gather_content(tables: Mapping[str, pyarrow.Table]) -> dict[str, Any]:
    """The content of the page: tables by name, each as columns, and what names their codes.

    Official statistics are there where a figure of the same measure and place is.
    """
    figures = tables["figures"].to_pylist()
    return {
        "figures": _pack_rows(figures, tables["figures"].column_names) | _phrase_figures(figures),
        "fields": {
            field.name: {"title": field.title, "description": field.description}
            for field in load_schema("figures").fields
        },
        "sources": _gather_sources(tables["sources"].to_pylist()),
        "relations": _pack_table(tables["relations"]),
        "checks": _gather_checks(tables),
        "check_figures": _pack_table(tables["check_figures"]),
        "reference": _gather_reference(tables, figures),
        "measures": _gather_measures(tables["measures"], figures),
        "places": _name_codes(tables["places"], figures, "place"),
    }


def _phrase_figures(figures: Sequence[Mapping[str, Any]]) -> Columns:
    return {
        "said": _pack_cells([phrase_figure(row) for row in figures]),
        "when": _pack_cells([phrase_period(row["period"]) for row in figures]),
        "counted": _pack_cells([_name_counted(row) for row in figures]),
    }


def _name_counted(row: Mapping[str, Any]) -> str | None:
    """What things are counted, where neither the number nor its phrase says so."""
    if describe_unit(row["unit"]).kind != "count" or row["unit"] == "item":
        return None
    return name_unit(row["unit"], many=True)


def _gather_sources(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [
        _drop_empty(row)
        | {
            "when": phrase_published(
                row["published"], row["published_earliest"], row["published_latest"]
            )
        }
        for row in rows
    ]


def _gather_checks(tables: Mapping[str, pyarrow.Table]) -> Columns:
    checks = tables["checks"].to_pylist()
    sources = {row["source_id"]: row for row in tables["sources"].to_pylist()}
    datasets = {row["reference_id"]: row["dataset"] for row in tables["reference"].to_pylist()}
    said = [
        phrase_explanation(row["explanation"], sources, datasets.get(row["reference_id"]))
        for row in checks
    ]
    names = [name for name in tables["checks"].column_names if name != "explanation"]
    return _pack_rows(checks, names) | {"said": _pack_cells(said)}


def _gather_reference(
    tables: Mapping[str, pyarrow.Table], figures: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    measures = {row["code"]: row for row in tables["measures"].to_pylist()}
    stated = {(row["measure"], row["place"]) for row in figures}
    rows = []
    for row in tables["reference"].to_pylist():
        if (row["measure"], row["place"]) in stated:
            measure = measures[row["measure"]]
            per, per_quantity = measure["per"], measure["per_quantity"]
            said = phrase_statistic(row["value"], row["unit"], per, per_quantity)
            rows.append(_drop_empty(row) | {"said": said, "when": phrase_period(row["period"])})
    return rows


def _gather_measures(
    measures: pyarrow.Table, figures: Sequence[Mapping[str, Any]]
) -> dict[str, dict[str, Any]]:
    used = {row["measure"] for row in figures}
    kept = ("label", "description", "url", "official")
    return {
        row["code"]: _drop_empty(
            {key: row[key] for key in kept}
            | {"unit": row["unit"] and name_unit(row["unit"], many=True)}
            | {"per": phrase_denominator(row["per"], row["per_quantity"])}
        )
        for row in measures.to_pylist()
        if row["code"] in used
    }


def _name_codes(
    table: pyarrow.Table, figures: Sequence[Mapping[str, Any]], column: str
) -> dict[str, str]:
    used = {row[column] for row in figures}
    return {row["code"]: row["label"] for row in table.to_pylist() if row["code"] in used}


def _pack_table(table: pyarrow.Table) -> Columns:
    return _pack_rows(table.to_pylist(), table.column_names)


def _pack_rows(rows: Sequence[Mapping[str, Any]], names: Iterable[str]) -> Columns:
    return {name: _pack_cells([row[name] for row in rows]) for name in names}


def _pack_cells(cells: Sequence[Any]) -> Any:  # noqa: ANN401  # a list, or values and codes
    written = [_write_cell(cell) for cell in cells]
    values = list(dict.fromkeys(cell for cell in written if cell is not None))
    # True and 1 are one key to a dictionary; nothing is won by coding either.
    if any(isinstance(value, bool) for value in values) or len(values) * REPEATS > len(cells):
        return written
    codes = {value: code for code, value in enumerate(values)}
    return {"values": values, "codes": [codes.get(cell, -1) for cell in written]}


def _write_cell(cell: Any) -> Any:  # noqa: ANN401  # any cell of a table
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell


def _drop_empty(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _write_cell(cell) for key, cell in row.items() if cell not in (None, "")}
