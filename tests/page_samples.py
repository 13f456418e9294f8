"""Publications made for the page: a small one with every sort of figure, and a very large one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow

from figtrail.identifiers import derive_id, identify_figures
from figtrail.model import Document, Figure, Relation, Span
from figtrail.publication import Check, CheckFigure, Measure, Place, ReferenceValue
from figtrail.recipe import Contributor, Recipe
from figtrail.tabulation import tabulate
from figtrail.writing.page import render_page

EMPTY: dict[str, Any] = dict.fromkeys(
    "value low high per per_quantity out_of change measured measure place_text place period "
    "period_text period_basis speaker speaker_text".split()
)
LEVEL = {"measure": "call_outs", "measured": "call-outs", "unit": "call_out"}
"""What the figures of the chart have in common."""

LINES: list[tuple[str, str, dict[str, Any]]] = [
    (
        "🚒 Crews in Leeds were called out about 900 times in 2018.",
        "900",
        {"bound": "about", "value": 900, "period": "2018", **LEVEL},
    ),
    (
        "In 2019 it was 712, said Cllr Ana Reyes.",
        "712",
        {"value": 712, "low": 712, "high": 712, "period": "2019", "speaker": "Cllr Ana Reyes"}
        | LEVEL,
    ),
    (
        "In 2020 it was more than 1,000.",
        "1,000",
        {"bound": "over", "value": 1000, "low": 1000, "period": "2020", **LEVEL},
    ),
    (
        "In 2021 it was 1,064, the most ever.",
        "1,064",
        {"value": 1064, "low": 1064, "high": 1064, "period": "2021", **LEVEL},
    ),
    (
        "The aim for 2023 is up to 800.",
        "800",
        {"bound": "at_most", "value": 800, "high": 800, "period": "2023", "status": "target"}
        | LEVEL,
    ),
    (
        "Between 600 and 750 are expected on 1 May 2024.",
        "600 and 750",
        {"bound": "range", "low": 600, "high": 750, "period": "2024-05-01", "status": "forecast"}
        | LEVEL,
    ),
    (
        "It is now nearly 950.",
        "950",
        {"bound": "nearly", "value": 950, "high": 950, "period_text": "now", **LEVEL},
    ),
    (
        "That is an increase of 49.4 per cent.",
        "49.4 per cent",
        {"kind": "percentage", "unit": "percent", "change": "increase", "value": "49.4"}
        | {"measured": "<img src=x onerror=alert(1)> call-outs"},
    ),
    (
        "Crews cost more than £5m a year, and three out of a possible four stations stay open.",
        "£5m",
        {"kind": "money", "unit": "GBP", "per": "year", "bound": "over", "value": 5000000}
        | {"low": 5000000, "measured": "cost of crews", "status": "planned"},
    ),
    (
        "Crews cost more than £5m a year, and three out of a possible four stations stay open.",
        "three out of a possible four",
        {"unit": "station", "value": 3, "low": 3, "high": 3, "out_of": 4, "measured": "stations"},
    ),
]
RECIPE = Recipe(
    name="leeds",
    title="Crews & call-outs </script><b>of Leeds",
    released=date(2024, 6, 1),
    homepage="https://figures.example/leeds/",
    contributors=(Contributor("Jo Park", roles=("author",)),),
    measures=(Measure("call_outs", "Call-outs of crews", kind="count", unit="call_out"),),
    places=(Place("leeds", "Leeds", gss="E08000035"), Place("york", "York", gss="E06000014")),
    reference=tuple(
        ReferenceValue(
            *(f"s-{year}", "call_outs", "leeds", str(year), Decimal(value), "call_out"),
            *("Home Office", "incidents", "https://gov.example/incidents", "OGL-UK-3.0", None),
        )
        for year, value in ((2018, 880), (2019, 715), (2020, 1010), (2021, 1064))
    ),
)


def make_small_tables(recipe: Recipe = RECIPE) -> dict[str, pyarrow.Table]:
    """Two articles with ten figures, of which one has two checks."""
    documents = [_make_document("crews", LINES[:8]), _make_document("costs", LINES[8:])]
    figures = [
        figure
        for document, lines in zip(documents, (LINES[:8], LINES[8:]), strict=True)
        for figure in _make_figures(document, lines)
    ]
    ids = {figure.quote: figure.figure_id for figure in figures}
    relations = [
        _relate("changes_to", ids["49.4 per cent"], ids["1,064"]),
        _relate("changes_from", ids["49.4 per cent"], ids["712"]),
    ]
    checks = [
        _make_check("inconsistent", "percent_change", ids["49.4 per cent"], "It is 49.44."),
        _make_check("consistent", "reference", ids["1,064"], "Both are 1,064.", "s-2021"),
        _make_check("differs", "reference", ids["712"], "The official value is 715.", "s-2019"),
    ]
    return tabulate(documents, figures, relations, checks, (), recipe)


def make_large_tables(articles: int, each: int) -> dict[str, pyarrow.Table]:
    """`articles` articles that state `each` figures a piece, of several measures and places."""
    documents, figures = [], []
    for number in range(articles):
        lines = [_make_line(number, place) for place in range(each)]
        document = _make_document(f"article-{number:05}", lines)
        documents.append(document)
        figures += _make_figures(document, lines)
    measures = tuple(Measure(f"m{code}", f"Measure {code}", kind="count") for code in range(40))
    return tabulate(documents, figures, (), (), (), Recipe(measures=measures, places=RECIPE.places))


def write_page(tables: dict[str, pyarrow.Table], folder: Path, recipe: Recipe = RECIPE) -> Path:
    """Write index.html alone, with a descriptor that says no more than it needs."""
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = {"title": recipe.title, "description": recipe.description, "resources": []}
    page = folder / "index.html"
    text = render_page(tables, recipe, descriptor, {"data/figures.csv": 1024})
    page.write_text(text, encoding="utf-8", newline="\n")
    return page


def read_content(page: Path) -> dict[str, Any]:
    """The data block of a page."""
    text = page.read_text("utf-8")
    block = text.partition('<script type="application/json" id="content">')[2]
    content: dict[str, Any] = json.loads(block.partition("</script>")[0])
    return content


def _make_line(number: int, place: int) -> tuple[str, str, dict[str, Any]]:
    value = 1000 + number * 7 + place * 131
    year = 2000 + (number + place) % 24
    quote = f"{value:,}"
    text = f"The council counted {quote} things of the sort {place} in ward {number} during {year}."
    columns: dict[str, Any] = {"value": value, "low": value, "high": value, "unit": "thing"}
    columns |= {"measured": f"things of the sort {place}", "period": str(year)}
    columns |= {"place": ("leeds", "york")[number % 2], "place_text": ("Leeds", "York")[number % 2]}
    columns |= {"measure": f"m{(number + place) % 40}", "speaker": f"Cllr {number % 300}"}
    return text, quote, columns


def _make_document(source_id: str, lines: list[tuple[str, str, dict[str, Any]]]) -> Document:
    text = "".join(f"{line}\n" for line in dict.fromkeys(line for line, _, _ in lines))
    return Document(
        source_id=source_id,
        text=text,
        published="2024-05-02",
        published_earliest=date(2024, 5, 2),
        published_latest=date(2024, 5, 2),
        path=f"seeds/{source_id}.txt",
        sha256="0" * 64,
        bytes=len(text.encode()),
        media_type="text/plain",
        title=f"All about {source_id}",
        publisher="The Post",
        url=f"https://news.example/{source_id}",
        place="Leeds",
    )


def _make_figures(
    document: Document, lines: list[tuple[str, str, dict[str, Any]]]
) -> Iterator[Figure]:
    starts = [document.text.index(line) for line, _, _ in lines]
    spans = []
    for start, (line, quote, _) in zip(starts, lines, strict=True):
        at = start + line.index(quote)
        spans.append(Span(at, at + len(quote)))
    ids = identify_figures(document.source_id, document.text, spans)
    for figure_id, start, span, (line, quote, columns) in zip(
        ids, starts, spans, lines, strict=True
    ):
        stated: dict[str, Any] = {
            **EMPTY,
            **{"bound": "exact", "kind": "count", "status": "observed", "place": "leeds"},
            **{"place_text": "Leeds", "period_basis": "stated" if "period" in columns else None},
            **columns,
        }
        for name in ("value", "low", "high", "out_of"):
            stated[name] = None if stated[name] is None else Decimal(stated[name])
        yield Figure(
            figure_id=figure_id,
            source_id=document.source_id,
            char_start=span.start,
            char_end=span.end,
            quote=quote,
            sentence=line,
            sentence_start=start,
            quoted=False,
            rule="digits",
            **stated,
        )


def _relate(kind: Any, figure_id: str, other: str) -> Relation:  # noqa: ANN401
    return Relation(derive_id("r", kind, figure_id, other), kind, figure_id, other)


def _make_check(
    verdict: Any,  # noqa: ANN401
    kind: Any,  # noqa: ANN401
    figure_id: str,
    explanation: str,
    reference_id: str | None = None,
) -> Check:
    part = CheckFigure(figure_id, "stated")
    check_id = derive_id("c", kind, figure_id)
    return Check(check_id, kind, verdict, None, None, reference_id, explanation, (part,))
