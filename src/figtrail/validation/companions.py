"""The files beside the tables: each described, and saying what the tables say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from figtrail.layout import COMPANIONS, CROISSANT, DATABASE, DATASETTE, PROVENANCE, WORKBOOK
from figtrail.validation.contents import Content
from figtrail.validation.database import check_database
from figtrail.validation.descriptor import DESCRIPTOR, JsonObject
from figtrail.validation.files import hash_file
from figtrail.validation.metadata import (
    check_croissant_file,
    check_datasette_file,
    check_provenance_file,
)
from figtrail.validation.report import Finding, report_finding
from figtrail.validation.workbook import check_workbook


def check_companions(
    package: Path,
    files: set[str],
    descriptor: JsonObject | None,
    tables: Mapping[str, Content],
) -> Iterator[Finding]:
    """Hold the files beside the tables against the descriptor's `files` and against the tables."""
    if descriptor is not None:
        yield from _check_descriptions(package, files, descriptor)
    if DATABASE in files:
        yield from check_database(package, tables)
    if WORKBOOK in files:
        yield from check_workbook(package, tables)
    if PROVENANCE in files:
        yield from check_provenance_file(package, tables)
    if CROISSANT in files:
        yield from check_croissant_file(package, tables)
    if DATASETTE in files:
        yield from check_datasette_file(package)


def _check_descriptions(
    package: Path, files: set[str], descriptor: JsonObject
) -> Iterator[Finding]:
    expected = [
        {
            "path": companion.path,
            "title": companion.title,
            "description": companion.description,
            "format": companion.path.rpartition(".")[2],
            "mediatype": companion.media_type,
            "bytes": (package / companion.path).stat().st_size,
            "hash": f"sha256:{hash_file(package / companion.path)}",
        }
        for companion in COMPANIONS
        if companion.path in files
    ]
    listed = descriptor.get("files", [])
    if not isinstance(listed, list):
        listed = [listed]
    for position in range(max(len(listed), len(expected))):
        found = listed[position] if position < len(listed) else None
        due = expected[position] if position < len(expected) else None
        if found != due:
            yield report_finding(
                "file-misdescribed",
                "it doesn't describe the file that stands in the package",
                file=DESCRIPTOR,
                field=f"files[{position}]",
                found=_show(found),
                expected=_show(due),
            )


def _show(described: object) -> str:
    return "nothing" if described is None else json.dumps(described, ensure_ascii=False)
