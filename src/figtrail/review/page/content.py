"""What the page's scripts work on: the articles with their figures, and what corrections may say.

Cells are as CSV has them, so that `expected` in a correction is what the package says; empty ones
are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from figtrail.codelists import CORRECTION_COLUMNS
from figtrail.corrections.cells import CODES, FOLLOWING
from figtrail.review.articles import Article
from figtrail.review.doubts import Candidate
from figtrail.schemas import load_schema
from figtrail.snapshots import Row, Snapshot

SOURCE_COLUMNS = ("source_id", "title", "publisher", "published", "url", "path", "sha256")
CORRECTION_KEYS = ("action", "source_id", "char_start", "char_end", "field", "expected")
LISTED = ("measures", "places", "units")


def gather_content(
    package: Snapshot, articles: Sequence[Article], candidates: Iterable[Candidate]
) -> dict[str, Any]:
    """The content of the page, ready for JSON."""
    doubts = {candidate.figure["figure_id"]: candidate for candidate in candidates}
    figures: dict[str | None, list[dict[str, Any]]] = defaultdict(list)
    for figure in package.rows("figures"):
        figures[figure["source_id"]].append(_describe_figure(figure, doubts))
    return {
        "name": package.name,
        "title": package.properties.get("title") or package.name,
        "version": package.version,
        "columns": CORRECTION_COLUMNS,
        "fields": _describe_fields(),
        "codes": {name: _list_codes(package, name) for name in LISTED},
        "corrections": [_keep(row, CORRECTION_KEYS) for row in package.rows("corrections")],
        "articles": [
            {
                **_keep(article.source, SOURCE_COLUMNS),
                "state": article.state,
                "text": article.text,
                "figures": sorted(figures[article.source["source_id"]], key=_find_start),
            }
            for article in articles
        ],
    }


def _describe_figure(figure: Row, doubts: Mapping[str | None, Candidate]) -> dict[str, Any]:
    described: dict[str, Any] = {"cells": _keep(figure, figure)}
    if candidate := doubts.get(figure["figure_id"]):
        described["score"] = candidate.score
        described["doubts"] = [
            {"words": doubt.words, "points": doubt.points, "field": doubt.field}
            for doubt in candidate.doubts
        ]
    return described


def _describe_fields() -> list[dict[str, Any]]:
    """Every column of `figures`, and what a correction of it may hold."""
    return [
        {
            "name": field.name,
            "title": field.title,
            "description": field.description,
            "type": field.type,
            "required": field.required,
            "enum": field.enum,
            "pattern": field.pattern,
            "correctable": field.name not in FOLLOWING,
            "code": field.name in CODES,
        }
        for field in load_schema("figures").fields
    ]


def _list_codes(package: Snapshot, table: str) -> list[tuple[str, str]]:
    """Code and label of each row of a codelist."""
    return [(row["code"] or "", row["label"] or "") for row in package.rows(table)]


def _keep(row: Row, names: Iterable[str]) -> dict[str, str]:
    return {name: cell for name in names if (cell := row[name]) is not None}


def _find_start(figure: Mapping[str, Any]) -> tuple[int, int]:
    cells = figure["cells"]
    return int(cells["char_start"]), int(cells["char_end"])
