"""A small publication, made by the code that makes real ones, and tools to break a copy of it."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from figtrail.checking import check_figures
from figtrail.identifiers import derive_id, identify_figures
from figtrail.model import Document, Figure, Quantity, Relation, Span
from figtrail.publication import Measure, Place
from figtrail.reading import read_documents
from figtrail.recipe import Contributor, Recipe
from figtrail.tabulation import tabulate
from figtrail.writing import write_package
from figtrail.writing.package import write_sums
from figtrail.writing.tables import write_csv, write_parquet

ARTICLES = {
    "crews.txt": (
        "Crews in Leeds were called out 1,064 times in 2021, up from 712 in 2020.\n"
        "That is an increase of 49.4 per cent, “and too much,” said Cllr Ana Reyes.\n"
    ),
    "homes.md": (
        "# Homes for Leeds\n\nThe council wants to build between 200 and 300 homes – three out of "
        "four of them for rent.\r\nThe annual cost is more than £2m.\n"
    ),
    "weather.txt": "Nothing was measured.\n",
}
MANIFEST = (
    "source_id,path,title,publisher,published,url,place\n"
    "crews,crews.txt,Crews called out more often,The Post,2022-01-03,https://news.example/crews,Leeds\n"
    "homes,homes.md,Homes for Leeds,The Post,2022-02~,,Leeds\n"
)
RECIPE = Recipe(
    name="sample",
    title="Figures of Leeds",
    released=date(2022, 3, 1),
    contributors=(Contributor("Jo Park", roles=("author",)),),
    measures=(Measure("call_outs", "Call-outs", kind="count", unit="call_out"),),
    places=(Place("leeds", "Leeds", ("City of Leeds",), gss="E08000035"),),
    outputs=("csv", "parquet"),
)

_FIGURES: dict[str, list[tuple[str, dict[str, Any]]]] = {
    "crews": [
        (
            "1,064",
            {"value": 1064, "unit": "call_out", "period": "2021", "measure": "call_outs"},
        ),
        ("712", {"value": 712, "unit": "call_out", "period": "2020", "measure": "call_outs"}),
        (
            "49.4 per cent",
            {"value": "49.4", "unit": "percent", "kind": "percentage", "change": "increase"}
            | {"speaker": "Cllr Ana Reyes"},
        ),
    ],
    "homes": [
        (
            "200 and 300",
            {"low": 200, "high": 300, "bound": "range", "unit": "home", "status": "target"},
        ),
        ("three out of four", {"value": 3, "out_of": 4, "unit": "home", "status": "target"}),
        (
            "£2m",
            {"value": 2000000, "low": 2000000, "bound": "over", "unit": "GBP", "kind": "money"}
            | {"per": "year", "status": "target"},
        ),
    ],
}


def write_articles(folder: Path) -> None:
    """Put the articles and their manifest into a new folder."""
    folder.mkdir(parents=True)
    for name, text in ARTICLES.items():
        (folder / name).write_bytes(text.encode("utf-8"))
    (folder / "sources.csv").write_text(MANIFEST, encoding="utf-8")


def publish_sample(folder: Path, recipe: Recipe = RECIPE) -> Path:
    """Write folder/seeds and folder/datapackage, and return the latter."""
    if not (folder / "seeds").exists():
        write_articles(folder / "seeds")
    documents = list(read_documents(folder / "seeds", recipe))
    figures = [figure for document in documents for figure in make_figures(document)]
    first, second, change = (figure.figure_id for figure in figures[:3])
    relations = [
        _relate("changes_from", change, second),
        _relate("changes_to", change, first),
        _relate("changes_from", first, second),
    ]
    checks = check_figures(figures, relations)
    tables = tabulate(documents, figures, relations, checks, (), recipe)
    write_package(tables, recipe, folder / "datapackage")
    return folder / "datapackage"


def make_figures(document: Document) -> list[Figure]:
    """The figures of one article, as a person annotated them."""
    stated = _FIGURES.get(document.source_id, [])
    starts = [document.text.index(quote) for quote, _ in stated]
    spans = [
        Span(start, start + len(quote)) for start, (quote, _) in zip(starts, stated, strict=True)
    ]
    ids = identify_figures(document.source_id, document.text, spans)
    return [
        _make_figure(document, figure_id, span, columns)
        for figure_id, span, (_, columns) in zip(ids, spans, stated, strict=True)
    ]


def _make_figure(document: Document, figure_id: str, span: Span, columns: dict[str, Any]) -> Figure:
    text = document.text
    line = max(text.rfind("\n", 0, span.start) + 1, 0)
    end = text.index("\n", span.end)
    others: dict[str, Any] = dict.fromkeys(
        ("per", "change", "measured", "period", "period_text", "period_basis")
    )
    others |= {"bound": "exact", "kind": "count", "status": "observed", "quoted": False}
    others |= {"speaker": None, "speaker_text": None, "place_text": "Leeds", "place": "leeds"}
    return Figure(
        figure_id=figure_id,
        source_id=document.source_id,
        char_start=span.start,
        char_end=span.end,
        quote=text[span.start : span.end],
        sentence=text[line:end].rstrip("\r"),
        sentence_start=line,
        rule="digits",
        **(others | columns | _number_columns(columns)),
    )


def _relate(kind: Any, figure_id: str, other: str) -> Relation:  # noqa: ANN401
    return Relation(derive_id("r", kind, figure_id, other), kind, figure_id, other)


def edit_bytes(package: Path, file: str, old: str, new: str) -> None:
    """Replace the one place in a file where `old` stands, and nothing else."""
    content = (package / file).read_bytes()
    assert content.count(old.encode()) == 1, content.count(old.encode())
    (package / file).write_bytes(content.replace(old.encode(), new.encode()))


def edit_table(
    package: Path, table: str, edit: Callable[[pa.Table], pa.Table], *forms: str
) -> None:
    """Change a table in its CSV, its Parquet file, or (by default) both."""
    rows = edit(pq.read_table(package / f"data/{table}.parquet"))
    for form, write in (("csv", write_csv), ("parquet", write_parquet)):
        if form in (forms or ("csv", "parquet")):
            write(rows, package / f"data/{table}.{form}")


def edit_cell(package: Path, table: str, row: int, field: str, cell: object, *forms: str) -> None:
    """Change one cell (row from 0) in the CSV, the Parquet file, or (by default) both."""

    def edit(rows: pa.Table) -> pa.Table:
        column = rows.column(field).to_pylist()
        column[row] = cell
        index = rows.schema.get_field_index(field)
        kind = rows.schema.field(field).with_nullable(True)
        return rows.set_column(index, kind, pa.array(column, kind.type))

    edit_table(package, table, edit, *forms)


def edit_descriptor(package: Path, edit: Callable[[dict[str, Any]], object]) -> None:
    """Change the descriptor in place."""
    path = package / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    edit(descriptor)
    path.write_text(json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def reseal(package: Path) -> Path:
    """Forge every hash and size, as somebody who covers up an edit would."""

    def forge(descriptor: dict[str, Any]) -> None:
        for resource in [*descriptor["resources"], *descriptor.get("files", [])]:
            if (package / resource["path"]).is_file():
                content = (package / resource["path"]).read_bytes()
                resource["hash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
                if "bytes" in resource:
                    resource["bytes"] = len(content)
        hashes = "\n".join(str(resource.get("hash")) for resource in descriptor["resources"])
        descriptor["id"] = uuid.uuid5(uuid.NAMESPACE_URL, f"figtrail:{hashes}").urn

    edit_descriptor(package, forge)
    write_sums(package)
    return package


def read_sample(text: str, start: int, end: int) -> Quantity | None:
    """What the sample's quotes say, as annotated: the reading that its figures came from."""
    for stated in _FIGURES.values():
        for quote, columns in stated:
            if text[start:end] == quote:
                return _make_quantity(start, end, columns)
    return None


def _make_quantity(start: int, end: int, columns: dict[str, Any]) -> Quantity:
    numbers = _number_columns(columns)
    return Quantity(
        char_start=start,
        char_end=end,
        bound=columns.get("bound", "exact"),
        kind=columns.get("kind", "count"),
        unit=columns["unit"],
        rule="digits",
        per=columns.get("per"),
        **numbers,
    )


def _number_columns(columns: dict[str, Any]) -> dict[str, Decimal | None]:
    columns = dict(columns)
    if columns.get("bound", "exact") == "exact":
        columns |= {"low": columns["value"], "high": columns["value"]}
    return {
        name: None if columns.get(name) is None else Decimal(str(columns[name]))
        for name in ("value", "low", "high", "per_quantity", "out_of")
    }
