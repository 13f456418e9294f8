"""Gold annotations: documents with the figures that a person found in them, as JSON lines.

A line is one document: `id`, `text`, and where known `published` (EDTF), `place` and `nation`; its
`figures` are objects of `char_start`, `char_end`, `quote`, an `optional` mark and any columns of
the figures table, numbers as decimal strings. A column that a figure doesn't have is not judged.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from figtrail.model import Document, FigtrailError, Problem
from figtrail.reading import make_document

NUMBER_COLUMNS = frozenset({"value", "low", "high", "out_of", "per_quantity"})
TEXT_COLUMNS = frozenset(
    {"bound", "kind", "unit", "per", "change", "status", "measured", "place_text"}
    | {"period", "period_text", "speaker", "speaker_text"}
)


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """One annotated figure; `columns` holds the columns to judge, numbers as `Decimal`."""

    char_start: int
    char_end: int
    quote: str
    optional: bool
    columns: Mapping[str, str | Decimal | None]


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One annotated text, and the figures that it states."""

    document: Document
    figures: tuple[GoldFigure, ...]


def read_gold(paths: Iterable[Path]) -> list[GoldDocument]:
    """Read gold files (JSON lines, UTF-8), in the order given.

    Raises:
        FigtrailError: with a `Problem` for every line that can't be used, naming file and line.

    """
    documents: list[GoldDocument] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            lines = path.read_bytes().decode("utf-8").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            problems.append(_file_problem(path, error))
            continue
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                documents.append(_read_document(_parse_line(line)))
            except ValueError as error:
                problems.append(_line_problem(f"{path}, line {number}", error))
    if problems:
        raise FigtrailError(problems)
    return documents


def _file_problem(path: Path, error: OSError | UnicodeDecodeError) -> Problem:
    reason = error.strerror if isinstance(error, OSError) else f"not UTF-8 at byte {error.start}"
    message = f"the file can't be read: {reason}"
    return Problem("gold-unreadable", str(path), message, "Name a file of JSON lines in UTF-8.")


def _line_problem(where: str, error: ValueError) -> Problem:
    return Problem(
        "gold-invalid",
        where,
        str(error),
        "Write one JSON object a line: id, text, and figures with their offsets and quotes.",
    )


def _parse_line(line: str) -> object:
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"the line is no JSON at character {error.pos + 1}") from error


def _read_document(record: object) -> GoldDocument:
    if not isinstance(record, dict):
        raise ValueError(f"a JSON object is expected, not {type(record).__name__}")
    text = _text(record, "text", required=True) or ""
    published = _text(record, "published")
    source_id = _text(record, "id", required=True) or ""
    try:
        document = make_document(
            text,
            source_id,
            published,
            _text(record, "place"),
            _text(record, "nation"),
        )
    except ValueError as error:
        raise ValueError(f"published: {error}") from error
    entries = record.get("figures")
    if not isinstance(entries, list):
        raise ValueError(f"figures must be a list, not {type(entries).__name__}")
    figures = []
    for position, entry in enumerate(entries, 1):
        try:
            figures.append(_read_figure(entry, text))
        except ValueError as error:
            raise ValueError(f"figure {position}: {error}") from error
    return GoldDocument(document, tuple(figures))


def _read_figure(entry: object, text: str) -> GoldFigure:
    if not isinstance(entry, dict):
        raise ValueError(f"a JSON object is expected, not {type(entry).__name__}")
    start, end, quote = entry.get("char_start"), entry.get("char_end"), entry.get("quote")
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        raise ValueError(f"char_start {start!r} and char_end {end!r} are no span of the text")
    if text[start:end] != quote:
        raise ValueError(f"the quote is {quote!r}, but the text there is {text[start:end]!r}")
    columns: dict[str, str | Decimal | None] = {}
    for name in entry:
        if name in NUMBER_COLUMNS:
            columns[name] = _number(entry, name)
        elif name in TEXT_COLUMNS:
            columns[name] = _text(entry, name)
    return GoldFigure(start, end, quote, bool(entry.get("optional", False)), columns)


def _text(record: dict[str, Any], key: str, *, required: bool = False) -> str | None:
    content = record.get(key)
    if content is None and required:
        raise ValueError(f"{key} is missing")
    if content is not None and not isinstance(content, str):
        raise ValueError(f"{key} must be text, not {content!r}")
    return content if required else content or None


def _number(record: dict[str, Any], key: str) -> Decimal | None:
    content = record[key]
    if content is None or content == "":
        return None
    try:
        return Decimal(str(content))
    except InvalidOperation as error:
        raise ValueError(f"{key} must be a decimal number, not {content!r}") from error
