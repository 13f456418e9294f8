"""Pandera schemas for analysts, one per table, built from schemas/ alone.

They hold for the DataFrames that `figtrail.load` gives: columns in order, types, required cells,
closed sets, patterns, minima, unique cells and the primary key. References from table to table are
the package's business: `figtrail validate` proves them.
"""

from __future__ import annotations

from functools import cache

import pandas
import pandera.pandas as pandera

from figtrail.columns import pandas_dtype
from figtrail.schemas import Field, load_schema


@cache
def pandera_schema(table: str) -> pandera.DataFrameSchema:
    """The pandera schema of one of figtrail.schemas.TABLES. Raises KeyError for another name."""
    schema = load_schema(table)
    return pandera.DataFrameSchema(
        {field.name: _make_column(field) for field in schema.fields},
        name=table,
        title=schema.title,
        description=schema.description,
        unique=list(schema.primary_key),
        strict=True,
        ordered=True,
    )


def _make_column(field: Field) -> pandera.Column:
    return pandera.Column(
        pandas_dtype(field),
        checks=_make_checks(field),
        nullable=not field.required,
        unique=field.unique,
        title=field.title,
        description=field.description,
    )


def _make_checks(field: Field) -> list[pandera.Check]:
    checks = []
    if field.pattern is not None:
        pattern = field.pattern

        def match(cells: pandas.Series) -> pandas.Series:
            return cells.str.fullmatch(pattern)

        checks.append(pandera.Check(match, name="pattern", error=f"matches {pattern}"))
    if field.minimum is not None:
        checks.append(pandera.Check.ge(field.minimum))
    return checks


FIGURES = pandera_schema("figures")
SOURCES = pandera_schema("sources")
RELATIONS = pandera_schema("relations")
CHECKS = pandera_schema("checks")
CHECK_FIGURES = pandera_schema("check_figures")
REFERENCE = pandera_schema("reference")
MEASURES = pandera_schema("measures")
PLACES = pandera_schema("places")
UNITS = pandera_schema("units")
CORRECTIONS = pandera_schema("corrections")
