"""What Datasette shows beside the database: titles and descriptions, all of them the schemas'.

Format: Datasette 0.65, https://docs.datasette.io/en/0.65.1/metadata.html.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from figtrail.layout import DATABASE
from figtrail.recipe import Recipe
from figtrail.schemas import TABLES, load_schema
from figtrail.writing.database import list_view_columns
from figtrail.writing.descriptor import write_descriptor

VIEWS: Mapping[str, tuple[str, str]] = {
    "facts": (
        "Facts",
        "One row for every fact: its first statement, and how often and in how many articles it is "
        "stated.",
    ),
    "figures_in_articles": (
        "Figures in their articles",
        "Every figure with the labels of its codes, its article, and a link to the words.",
    ),
    "series": (
        "Series",
        "Every measure by place and period, as stated, with the official value that it was "
        "compared with.",
    ),
    "checks_in_figures": (
        "Checks in figures",
        "Every check with the figures that it is about, a row for each one's part.",
    ),
}
"""Title and description of every view of views.sql."""

OWN_COLUMNS: Mapping[str, str] = {
    "statements": "How many statements of the fact there are.",
    "articles": "How many articles state the fact.",
    "measure_label": "The measure's name.",
    "place_label": "The place's name; where it has no code, as the article gives it.",
    "article": "The headline of the article.",
    "official_value": "The official statistic that the figure was compared with.",
    "official_period": "The period of the official statistic.",
    "official_dataset": "The data set of the official statistic.",
    "official_vintage": "Which release of the official statistic it is.",
}
"""What the columns of views mean that no table has."""

KEYED = ("reference", "checks", "sources")
"""Tables whose columns stand in views beside those of the view's own."""

FACETS: Mapping[str, tuple[str, ...]] = {
    "figures": ("kind", "status", "measure", "place"),
    "facts": ("kind", "status", "measure", "place"),
    "checks": ("verdict", "kind"),
    "checks_in_figures": ("verdict", "kind"),
}
LABELS: Mapping[str, str] = {
    "figures": "quote",
    "sources": "title",
    "checks": "explanation",
    "measures": "label",
    "places": "label",
    "units": "label",
    "reference": "dataset",
}
"""The column by which Datasette shows a row that another one refers to."""


def write_datasette(recipe: Recipe, descriptor: Mapping[str, Any], path: Path) -> None:
    """Write metadata.json for `datasette figtrail.sqlite --metadata`."""
    write_descriptor(describe_database(recipe, descriptor), path)


def describe_database(recipe: Recipe, descriptor: Mapping[str, Any]) -> dict[str, Any]:
    """Datasette's metadata: the publication, then every table, view and column of the database."""
    licence = recipe.licenses[0] if recipe.licenses else None
    known = {
        "title": recipe.title,
        "description": recipe.description,
        "license": licence and (licence.title or licence.name),
        "license_url": licence and licence.path,
        "source": descriptor.get("homepage") and recipe.title,
        "source_url": descriptor.get("homepage"),
    }
    tables = {name: _describe_table(name) for name in TABLES}
    tables |= {name: _describe_view(name) for name in VIEWS}
    database = {"title": recipe.title, "tables": tables}
    described = {key: value for key, value in known.items() if value}
    return {**described, "databases": {Path(DATABASE).stem: database}}


def _describe_table(name: str) -> dict[str, Any]:
    schema = load_schema(name)
    table: dict[str, Any] = {
        "title": schema.title,
        "description": schema.description,
        "columns": {field.name: field.description for field in schema.fields},
    }
    if name in LABELS:
        table["label_column"] = LABELS[name]
    if name in FACETS:
        table["facets"] = list(FACETS[name])
    return table


def _describe_view(name: str) -> dict[str, Any]:
    title, description = VIEWS[name]
    tables = ("checks", "check_figures", "figures") if name.startswith("checks") else ("figures",)
    meanings = {
        field.name: field.description
        for table in (*KEYED, *reversed(tables))
        for field in load_schema(table).fields
    }
    meanings |= OWN_COLUMNS
    view: dict[str, Any] = {
        "title": title,
        "description": description,
        "columns": {column: meanings[column] for column in list_view_columns()[name]},
    }
    if name in FACETS:
        view["facets"] = list(FACETS[name])
    return view
