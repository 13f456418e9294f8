"""All that was found, as Arrow tables: sorted, typed by the schemas, ready to be written."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Context, Decimal
from typing import Any
from urllib.parse import unquote

import pyarrow

from figtrail.addresses import encode_uri, link_quote, locate_quote
from figtrail.columns import arrow_schema
from figtrail.intervals import bound_days
from figtrail.iso_3166 import find_iso_place
from figtrail.model import Document, FigtrailError, Figure, Problem, Relation
from figtrail.publication import Check, Correction, Place
from figtrail.recipe import Recipe
from figtrail.schemas import TABLES, Field, TableSchema, load_schema
from figtrail.units import describe_unit

DERIVED = Context(prec=10)
"""Numbers that figtrail computes are published with 10 significant digits."""

Row = Mapping[str, Any]


def tabulate(
    documents: Iterable[Document],
    figures: Iterable[Figure],
    relations: Iterable[Relation],
    checks: Iterable[Check],
    corrections: Iterable[Correction],
    recipe: Recipe,
) -> dict[str, pyarrow.Table]:
    """The tables of the publication, by name in publication order.

    Figures stand in the order of the text, article by article; relations and checks in the order of
    the figures they tie; the recipe's measures, places and statistics in the order of their codes.
    `corrections` stand as they were applied: a later one may replace what an earlier one set.
    Raises FigtrailError with a Problem for every required cell that is empty and every number that
    a double can't hold as it was stated.
    """
    sources = {document.source_id: document for document in documents}
    ordered = sorted(figures, key=lambda f: (f.source_id, f.char_start, f.char_end, f.figure_id))
    ranks = {figure.figure_id: rank for rank, figure in enumerate(ordered)}
    relations, checks = list(relations), _sort_checks(checks, ranks)
    facts = trace_facts(ordered, relations)
    rows: dict[str, list[Row]] = {
        "figures": [_make_figure(f, sources[f.source_id], facts, recipe) for f in ordered],
        "sources": _make_sources(sources, ordered),
        "relations": _make_relations(relations, ranks),
        "checks": [_make_check(check) for check in checks],
        "check_figures": _make_check_figures(checks, ranks),
        "reference": [_as_row(r) for r in sorted(recipe.reference, key=lambda r: r.reference_id)],
        "measures": [_as_row(m) for m in sorted(recipe.measures, key=lambda m: m.code)],
        "places": [_make_place(place) for place in gather_places(recipe, ordered)],
        "corrections": [_as_row(correction) for correction in corrections],
    }
    rows["units"] = [_as_row(describe_unit(code)) for code in _list_units(rows)]
    return _make_tables(rows)


def trace_facts(figures: Sequence[Figure], relations: Iterable[Relation]) -> dict[str, str]:
    """For every figure the first statement of its fact: the root of its `restates` chain.

    A figure that restates none is its own. Where chains meet or run in a circle, the root is the
    first figure, in the order given, that restates none, else the first of all.
    """
    restates = [relation for relation in relations if relation.kind == "restates"]
    later = {relation.figure_id for relation in restates}
    group = {figure.figure_id: [figure.figure_id] for figure in figures}
    for relation in restates:
        tied = (group[relation.figure_id], group[relation.other_figure_id])
        few, many = sorted(tied, key=len)  # so that a fact stated ever again is moved seldom
        if few is not many:
            many.extend(few)
            group.update(dict.fromkeys(few, many))
    roots: dict[int, str] = {}
    for figure in sorted(figures, key=lambda figure: figure.figure_id in later):
        roots.setdefault(id(group[figure.figure_id]), figure.figure_id)
    return {figure.figure_id: roots[id(group[figure.figure_id])] for figure in figures}


def gather_places(recipe: Recipe, figures: Iterable[Figure]) -> list[Place]:
    """The recipe's places, and of its gazetteers and of ISO 3166 those that figures are about.

    Each comes with the places that it is a part of; in the order of their codes.
    """
    own = {place.code: place for place in recipe.places}
    listed = {place.code: place for place in recipe.gazetteers} | own
    found: dict[str, Place] = {}
    wanted = [*own, *(figure.place for figure in figures if figure.place)]
    wanted += [value.place for value in recipe.reference]
    while wanted:
        code = wanted.pop()
        place = listed.get(code) or find_iso_place(code)
        if place is None or code in found:
            continue
        if place.parent is not None:
            wanted.append(place.parent)
        found[code] = place
    # A gazetteer may name a parent that it doesn't list.
    return [
        found[code] if found[code].parent in found else replace(found[code], parent=None)
        for code in sorted(found)
    ]


def _make_figure(
    figure: Figure, document: Document, facts: Mapping[str, str], recipe: Recipe
) -> Row:
    row = _as_row(figure)
    if figure.value is not None and figure.out_of:
        row["share"] = DERIVED.divide(figure.value, figure.out_of)
    if figure.period is not None:
        row["period_start"], row["period_end"] = bound_days(figure.period)
    row["fact"] = facts[figure.figure_id]
    row["locator"] = locate_quote(document, figure.char_start, figure.char_end)
    row["link"] = link_quote(document, figure.char_start, figure.char_end)
    if recipe.quotes == "number":
        row["sentence"] = None
    return row


def _make_sources(sources: Mapping[str, Document], figures: Iterable[Figure]) -> list[Row]:
    counts = Counter(figure.source_id for figure in figures)
    rows: list[Row] = []
    for source_id in sorted(sources):
        document = sources[source_id]
        row = _as_row(document)
        row["text_sha256"] = hashlib.sha256(document.text.encode("utf-8")).hexdigest()
        row["chars"] = len(document.text)
        row["figure_count"] = counts[source_id]
        rows.append(row)
    return rows


def _make_relations(relations: Iterable[Relation], ranks: Mapping[str, int]) -> list[Row]:
    def order(relation: Relation) -> tuple[int, str, int, str]:
        one, other = ranks[relation.figure_id], ranks[relation.other_figure_id]
        return one, relation.kind, other, relation.relation_id

    return [_as_row(relation) for relation in sorted(relations, key=order)]


def _sort_checks(checks: Iterable[Check], ranks: Mapping[str, int]) -> list[Check]:
    def order(check: Check) -> tuple[int, str, str]:
        first = min((ranks[part.figure_id] for part in check.figures), default=len(ranks))
        return first, check.kind, check.check_id

    return sorted(checks, key=order)


def _make_check(check: Check) -> Row:
    computed = None if check.computed is None else DERIVED.plus(check.computed)
    return {**_as_row(check), "computed": computed}


def _make_check_figures(checks: Iterable[Check], ranks: Mapping[str, int]) -> list[Row]:
    roles = load_schema("check_figures").field("role").enum
    return [
        {"check_id": check.check_id, **_as_row(part)}
        for check in checks
        for part in sorted(
            check.figures, key=lambda part: (roles.index(part.role), ranks[part.figure_id])
        )
    ]


def _make_place(place: Place) -> Row:
    return {**_as_row(place), "names": "|".join(place.names)}


def _list_units(rows: Mapping[str, Iterable[Row]]) -> list[str]:
    """Every code in a column that refers to the units table."""
    codes = set()
    for table, table_rows in rows.items():
        for key in load_schema(table).foreign_keys:
            if key.resource == "units":
                codes |= {row[key.fields[0]] for row in table_rows}
    return sorted(codes - {None})


def _as_row(noun: Any) -> dict[str, Any]:  # noqa: ANN401  # any of the model's nouns
    """The noun's columns; its slots are its fields, in order (dataclasses, `slots=True`)."""
    return {name: getattr(noun, name) for name in noun.__slots__}


def _make_tables(rows: Mapping[str, Sequence[Row]]) -> dict[str, pyarrow.Table]:
    problems: list[Problem] = []
    tables = {name: _make_table(load_schema(name), rows[name], problems) for name in TABLES}
    if problems:
        raise FigtrailError(problems)
    return tables


def _make_table(schema: TableSchema, rows: Sequence[Row], problems: list[Problem]) -> pyarrow.Table:
    typed = arrow_schema(schema)
    arrays = []
    refused: dict[tuple[int, str], list[str]] = {}
    for field, column in zip(schema.fields, typed, strict=True):
        cells = [row.get(field.name) for row in rows]
        for index, cell in enumerate(cells):
            try:
                cells[index] = _make_cell(cell, field)
            except ValueError as error:
                cells[index] = None
                refused.setdefault((index, str(error)), []).append(field.name)
        arrays.append(pyarrow.array(cells, column.type))
    problems += [
        _refuse(schema, rows[index], fields, message)
        for (index, message), fields in sorted(refused.items())
    ]
    return pyarrow.Table.from_arrays(arrays, schema=typed)


def _make_cell(cell: object, field: Field) -> object:
    """The cell as Arrow takes it; ValueError says why it can't be published."""
    if cell is None or cell == "":
        if field.required:
            raise ValueError("a required cell is empty")
        return None
    if isinstance(cell, Decimal):
        return make_double(cell)
    if field.format == "uri":
        return encode_uri(str(cell))
    return cell


def _refuse(schema: TableSchema, row: Row, fields: Sequence[str], message: str) -> Problem:
    """The Problem of a row's cells that fail alike; a figure is named by where it stands."""
    key = " ".join(str(row.get(name)) for name in schema.primary_key)
    where = f"{schema.name}, {key}"
    action = "Mend it in the article's row of sources.csv, or in the recipe."
    if schema.name == "figures":
        path = unquote(str(row["locator"]).rpartition("#")[0])
        where = f"{path}, characters {row['char_start']} to {row['char_end']}"
        action = "Correct or reject the figure in build/corrections.csv."
    found = row.get(fields[0])
    found = None if found is None else str(found)
    return Problem("cell-unpublishable", f"{where}, {', '.join(fields)}", message, action, found)


def make_double(number: Decimal) -> float:
    """The double that is written as this very decimal; ValueError where there is none."""
    double = float(number)
    if not number.is_finite() or Decimal(repr(double)) != number:
        raise ValueError("no double holds the number as it was stated")
    return double or 0.0  # never minus zero, which text doesn't show
