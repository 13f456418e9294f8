"""sources.csv: what is known of each article, beside the articles themselves."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from figtrail.addresses import read_address
from figtrail.csvrows import Row, read_rows
from figtrail.model import FigtrailError, Problem
from figtrail.paths import is_there
from figtrail.reading.dates import bound_date
from figtrail.reading.files import find_files
from figtrail.reading.text import MEDIA_TYPES

MANIFEST = "sources.csv"
FACTS = (
    *("title", "publisher", "author", "published", "published_basis", "url", "licence", "place"),
    "nation",
)
COLUMNS = ("source_id", "path", *FACTS)


@dataclass(frozen=True, slots=True)
class Entry:
    """One article: its id, its file below the seeds folder, and the manifest's facts."""

    source_id: str
    path: Path
    facts: Mapping[str, str | None] = field(default_factory=dict)


def list_entries(seeds: Path) -> tuple[Entry, ...]:
    """Every article below the seeds folder, by source_id in the order of code points.

    A file that the manifest doesn't name has its path without the ending as id.
    Raises FigtrailError with a Problem for each row without a file, date that is no EDTF date, and
    id or path that stands twice, and where there is no article at all.
    """
    files = find_files(seeds)
    manifest = seeds / MANIFEST
    rows = list(read_rows(manifest, allowed=COLUMNS)) if is_there(manifest) else []
    problems: list[Problem] = []
    entries: list[Entry] = []
    lines: dict[str, Row] = {}
    for row in rows:
        name = _find_named(row, files)
        if name is None:
            problems.append(_missing_file(row, seeds))
            continue
        if name in lines:
            problems.append(_twice(row, f"the file {name}", lines[name]))
            continue
        lines[name] = row
        problems += [*_check_date(row), *_check_address(row)]
        facts = {fact: row.get(fact) for fact in FACTS}
        entries.append(Entry(row.get("source_id") or _default_id(name), files[name], facts))
    entries += [Entry(_default_id(name), files[name]) for name in files if name not in lines]
    problems += _find_duplicates(entries, manifest)
    if problems:
        raise FigtrailError(problems)
    if not entries:
        action = "Put articles there as UTF-8 text."
        message = f"the folder holds no {' or '.join(MEDIA_TYPES)} file"
        raise FigtrailError([Problem("no-articles", str(seeds), message, action)])
    return tuple(sorted(entries, key=lambda entry: entry.source_id))


def _default_id(name: str) -> str:
    return name.rpartition(".")[0]


def _find_named(row: Row, files: Mapping[str, Path]) -> str | None:
    """The file that a manifest row means: its path, else its id with an ending."""
    path, source_id = row.get("path"), row.get("source_id")
    named = [path] if path else [f"{source_id}{ending}" for ending in MEDIA_TYPES]
    normal = [unicodedata.normalize("NFC", name) for name in named]
    return next((name for name in normal if name in files), None)


def _missing_file(row: Row, seeds: Path) -> Problem:
    meant = row.get("path") or row.get("source_id")
    if meant is None:
        message = "neither path nor source_id says which article it is"
        return row.problem("cell-missing", message, "Fill in path, counted from the seeds folder.")
    return row.problem(
        "source-file-missing",
        f"no article {meant} below {seeds}",
        "Mend the path (it counts from the seeds folder), or remove the row.",
    )


def _twice(row: Row, what: str, other: Row) -> Problem:
    message = f"{what} stands already on line {other.line}"
    return row.problem("source-twice", message, "Keep one of the two rows.")


def _check_date(row: Row) -> list[Problem]:
    published = row.get("published")
    if published is None:
        return []
    try:
        bound_date(published)
    except ValueError as error:
        action = "Write a date such as 2019-02-20, 2018-03~ or [2019-02-20..2019-02-28] (EDTF)."
        return [row.problem("date-malformed", f"published: {error}", action, published)]
    return []


def _check_address(row: Row) -> list[Problem]:
    try:
        read_address(row)
    except FigtrailError as error:
        return error.problems
    return []


def _find_duplicates(entries: list[Entry], manifest: Path) -> list[Problem]:
    seen: dict[str, Path] = {}
    problems = []
    for entry in entries:
        if entry.source_id in seen:
            message = f"source_id {entry.source_id} is that of {seen[entry.source_id]} too"
            action = f"Give each its own source_id in {manifest}."
            problems.append(Problem("source-id-twice", str(entry.path), message, action))
        seen[entry.source_id] = entry.path
    return problems
