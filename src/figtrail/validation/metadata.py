"""The files of metadata/: provenance, Croissant and Datasette's, held against the tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from figtrail.layout import CROISSANT, DATASETTE, PROVENANCE
from figtrail.schemas import TABLES, load_schema
from figtrail.validation.contents import Content
from figtrail.validation.files import hash_file
from figtrail.validation.report import EXAMPLES, Finding, report_finding

Facts = dict[str, object]
"""What a file says, by what it says it of."""


def check_provenance_file(package: Path, tables: Mapping[str, Content]) -> Iterator[Finding]:
    """Hold every annotation against its figure: the text's hash, the characters, the quote."""
    figures, sources = tables.get("figures"), tables.get("sources")
    if figures is None or sources is None:
        return
    hashes = {row["source_id"]: row["text_sha256"] for row in sources.rows.to_pylist()}
    names = ("figure_id", "source_id", "char_start", "char_end", "quote")
    expected: Facts = {
        f"pkg:{row['figure_id']}": [
            hashes.get(row["source_id"]),
            *(row[name] for name in names[2:]),
        ]
        for row in figures.rows.select(names).to_pylist()
    }
    yield from _compare(package, PROVENANCE, _read_annotations, expected)


def check_croissant_file(package: Path, tables: Mapping[str, Content]) -> Iterator[Finding]:
    """Hold the files' hashes against the files, and the record sets against the schemas."""
    form = "parquet" if (package / "data/figures.parquet").is_file() else "csv"
    expected: Facts = {}
    for table in tables:
        path = package / f"data/{table}.{form}"
        if path.is_file():
            expected[f"../data/{table}.{form}"] = hash_file(path)
        expected[table] = [[field.name, field.description] for field in load_schema(table).fields]
    yield from _compare(package, CROISSANT, _read_records, expected)


def check_datasette_file(package: Path) -> Iterator[Finding]:
    """Hold what Datasette is told of the tables' columns against the schemas."""
    expected: Facts = {
        table: {field.name: field.description for field in load_schema(table).fields}
        for table in TABLES
    }
    yield from _compare(package, DATASETTE, _read_columns, expected)


def _read_annotations(content: Any) -> Facts:  # noqa: ANN401  # JSON of whatever shape
    nodes = {node["id"]: node for node in content["@graph"]}
    facts: Facts = {}
    for name, node in nodes.items():
        if "target" in node:
            target = node["target"]
            where, words = target["selector"]
            text = nodes[target["source"]]["sha256"]
            facts[name] = [text, where["start"], where["end"], words["exact"]]
    return facts


def _read_records(content: Any) -> Facts:  # noqa: ANN401  # JSON of whatever shape
    facts: Facts = {file["contentUrl"]: file["sha256"] for file in content["distribution"]}
    for records in content["recordSet"]:
        facts[records["name"]] = [
            [field["name"], field["description"]] for field in records["field"]
        ]
    return facts


def _read_columns(content: Any) -> Facts:  # noqa: ANN401  # JSON of whatever shape
    (database,) = content["databases"].values()
    return {name: database["tables"][name]["columns"] for name in TABLES}


def _compare(package: Path, file: str, read: Any, expected: Facts) -> Iterator[Finding]:  # noqa: ANN401
    try:
        found: Facts = read(json.loads((package / file).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        message = f"the file can't be read: {type(error).__name__} {error}"
        yield report_finding("metadata-unreadable", message, file=file)
        return
    names = [*expected, *(name for name in found if name not in expected)]
    wrong = [name for name in names if found.get(name) != expected.get(name)]
    for name in wrong[:EXAMPLES]:
        yield report_finding(
            "metadata-differs",
            "it says something else than the tables",
            file=file,
            key=name,
            found=_show(found.get(name)),
            expected=_show(expected.get(name)),
        )


def _show(fact: object) -> str:
    return "nothing" if fact is None else json.dumps(fact, ensure_ascii=False)
