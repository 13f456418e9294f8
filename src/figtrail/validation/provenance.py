"""Every figure held against the article that states it: bytes, text, quote, sentence, reading."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from figtrail.addresses import link_quote, locate_quote
from figtrail.identifiers import identify_figures
from figtrail.model import Document, FigtrailError, Quantity, Span
from figtrail.reading import read_file
from figtrail.validation.contents import Content, shown
from figtrail.validation.report import Finding, list_rows, report_finding

ReadQuantity = Callable[[str, int, int], Quantity | None]
"""Reads the quantity whose quote is `text[start:end]`; None where it reads none there."""

_READ_COLUMNS = ("value", "low", "high", "bound", "kind", "unit")


@dataclass(frozen=True, slots=True)
class Provenance:
    """What was held against the articles, what could not be, and what is wrong."""

    verified: Mapping[str, int]
    unverified: Mapping[str, int]
    findings: tuple[Finding, ...]


def check_provenance(
    sources: Content, figures: Content, package: Path, seeds: Path | None, *, require_sources: bool
) -> Provenance:
    """Hold every source and figure against the articles, one article at a time.

    The articles are sought below `seeds`; where it is None, at their published paths beside the
    package, as they lie in the repository of a publication.
    """
    findings: list[Finding] = []
    counts = {"sources": [0, 0], "figures": [0, 0]}
    rows_of = _group_rows(figures)
    for row, source in enumerate(sources.rows.to_pylist()):
        rows = rows_of.get(source["source_id"], [])
        path = find_article(source["path"], package, seeds)
        if path is None:
            counts["sources"][1] += 1
            counts["figures"][1] += len(rows)
            if require_sources:
                message = f"the article is not at hand below {seeds or package.resolve().parent}"
                findings.append(_source_finding("source-missing", message, sources, row, "path"))
            continue
        counts["sources"][0] += 1
        counts["figures"][0] += len(rows)
        findings += _check_source(sources, row, source, figures, rows, path)
    return Provenance(
        {name: known for name, (known, _) in counts.items()},
        {name: unknown for name, (_, unknown) in counts.items()},
        tuple(findings),
    )


def find_article(path: str | None, package: Path, seeds: Path | None) -> Path | None:
    """The article's file: its published path beside the package, or below another seeds folder.

    None where it is not there, and for a path that leads out of the folder.
    """
    parts = PurePosixPath(path or "").parts
    if len(parts) < 2 or ".." in parts or parts[0] == "/" or "\0" in (path or ""):
        return None
    folder = package.resolve().parent / parts[0] if seeds is None else seeds
    article = folder.joinpath(*parts[1:])
    try:
        inside = article.resolve().is_relative_to(folder.resolve())
        return article if inside and article.is_file() else None
    except OSError:
        return None


def check_readings(figures: Content, read_quantity: ReadQuantity) -> list[Finding]:
    """Read every quote again where it stands in its sentence, and compare the number.

    Rows without a sentence are not read; nor are those whose number a person set (`corrected`,
    `added`).
    """
    wrong: dict[str, list[tuple[int, str]]] = {name: [] for name in _READ_COLUMNS}
    names = ("sentence", "sentence_start", "char_start", "char_end", "review", *_READ_COLUMNS)
    columns = [figures.column(name).to_pylist() for name in names]
    for row, cells in enumerate(zip(*columns, strict=True)):
        sentence, origin, start, end, review, *stated = cells
        if None in (sentence, origin, start, end) or review in {"corrected", "added"}:
            continue
        quantity = read_quantity(sentence, start - origin, end - origin)
        for name, cell in zip(_READ_COLUMNS, stated, strict=True):
            read = None if quantity is None else getattr(quantity, name)
            if not _agrees(cell, read):
                wrong[name].append((row, shown(read)))
    return [
        finding
        for name, misread in wrong.items()
        for finding in list_rows(_misreadings(figures, name, misread), len(misread))
    ]


def _group_rows(figures: Content) -> dict[str | None, list[int]]:
    """The rows of each source's figures, in the order of the text."""
    ids = figures.column("source_id")
    order = pc.sort_indices(
        figures.rows.select(["source_id", "char_start"]),
        sort_keys=[("source_id", "ascending"), ("char_start", "ascending")],
    )
    groups: dict[str | None, list[int]] = {}
    sorted_ids = ids.take(order).to_pylist()
    for source_id, row in zip(sorted_ids, np.asarray(order).tolist(), strict=True):
        groups.setdefault(source_id, []).append(row)
    return groups


def _check_source(
    sources: Content,
    row: int,
    source: Mapping[str, Any],
    figures: Content,
    rows: Sequence[int],
    path: Path,
) -> Iterator[Finding]:
    try:
        document = read_file(path)
    except FigtrailError as error:
        message = f"the article can't be read: {error.problems[0].message}"
        yield _source_finding("source-changed", message, sources, row, "sha256")
        return
    changed = document.sha256 != source["sha256"]
    if changed:
        message = f"{path} has another hash than the article that was read"
        yield _source_finding("source-changed", message, sources, row, "sha256", document.sha256)
    else:
        yield from _check_text(sources, row, source, document)
    part = figures.rows.take(pa.array(rows, pa.int64()))
    yield from _check_quotes(figures, rows, part, document.text)
    if not changed:
        yield from _check_ids(figures, rows, part, source, document.text)
        document = replace(document, path=source["path"], url=source["url"])
        yield from _check_addresses(figures, rows, part, document)


def _check_text(
    sources: Content, row: int, source: Mapping[str, Any], document: Document
) -> Iterator[Finding]:
    text_hash = hashlib.sha256(document.text.encode("utf-8")).hexdigest()
    facts = {
        "text_sha256": ("text-changed", text_hash),
        "chars": ("derived-wrong", len(document.text)),
        "bytes": ("derived-wrong", document.bytes),
        "media_type": ("derived-wrong", document.media_type),
    }
    for name, (code, expected) in facts.items():
        if source[name] != expected:
            message = f"{name} is not that of the article"
            yield _source_finding(code, message, sources, row, name, shown(expected))


def _check_quotes(
    figures: Content,
    rows: Sequence[int],
    part: pa.Table,
    text: str,
) -> Iterator[Finding]:
    quotes: list[tuple[int, str]] = []
    sentences: list[tuple[int, str]] = []
    names = ("char_start", "char_end", "quote", "sentence_start", "sentence")
    columns = [part.column(name).to_pylist() for name in names]
    for row, start, end, quote, origin, sentence in zip(rows, *columns, strict=True):
        if None not in (start, end, quote) and text[start:end] != quote:
            quotes.append((row, text[start:end]))
        if sentence is not None and origin is not None:
            there = text[origin : origin + len(sentence)]
            if there != sentence:
                sentences.append((row, there))
    yield from _compare(figures, "quote-wrong", "quote", quotes)
    yield from _compare(figures, "sentence-not-in-source", "sentence", sentences)


def _check_ids(
    figures: Content,
    rows: Sequence[int],
    part: pa.Table,
    source: Mapping[str, Any],
    text: str,
) -> Iterator[Finding]:
    names = ("char_start", "char_end", "figure_id")
    starts, ends, ids = (part.column(name).to_pylist() for name in names)
    if None in starts or None in ends or source["source_id"] is None:
        return
    spans = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
    expected = identify_figures(source["source_id"], text, spans)
    wrong = [
        (row, due) for row, found, due in zip(rows, ids, expected, strict=True) if found != due
    ]
    yield from _compare(figures, "id-wrong", "figure_id", wrong)


def _check_addresses(
    figures: Content, rows: Sequence[int], part: pa.Table, document: Document
) -> Iterator[Finding]:
    names = ("char_start", "char_end", "locator", "link")
    columns = [part.column(name).to_pylist() for name in names]
    locators, links = [], []
    for row, start, end, locator, link in zip(rows, *columns, strict=True):
        if start is None or end is None or not 0 <= start < end <= len(document.text):
            continue
        if (due := locate_quote(document, start, end)) != locator:
            locators.append((row, due))
        if (live := link_quote(document, start, end)) != link:
            links.append((row, shown(live)))
    yield from _compare(figures, "derived-wrong", "locator", locators)
    yield from _compare(figures, "derived-wrong", "link", links)


def _compare(
    figures: Content, code: str, field: str, wrong: Sequence[tuple[int, str]]
) -> list[Finding]:
    messages = {
        "quote": "the article doesn't hold the quote at its offsets",
        "sentence": "the article doesn't hold the sentence at its offset",
        "locator": "the locator doesn't lead to the quote in the article",
        "link": "the link doesn't lead to the quote on the article's page",
        "figure_id": "the id is not the one that the source, the quote and its context give",
    }
    return list_rows(
        (
            report_finding(
                code,
                messages[field],
                file=figures.file,
                table="figures",
                row=row + 1,
                key=figures.key(row),
                field=field,
                found=shown(figures.rows.column(field)[row].as_py()),
                expected=expected,
            )
            for row, expected in wrong
        ),
        len(wrong),
    )


def _misreadings(
    figures: Content, name: str, misread: Sequence[tuple[int, str]]
) -> Iterator[Finding]:
    for row, read in misread:
        quote = figures.rows.column("quote")[row].as_py()
        yield report_finding(
            "reading-wrong",
            f"the quote {quote!r}, read again, gives another {name}",
            file=figures.file,
            table="figures",
            row=row + 1,
            key=figures.key(row),
            field=name,
            found=shown(figures.rows.column(name)[row].as_py()),
            expected=read,
        )


def _agrees(cell: object, read: object) -> bool:
    if isinstance(cell, float) and isinstance(read, Decimal):
        return cell == float(read)
    return cell == read


def _source_finding(
    code: str, message: str, sources: Content, row: int, field: str, expected: str | None = None
) -> Finding:
    return report_finding(
        code,
        message,
        file=sources.file,
        table="sources",
        row=row + 1,
        key=sources.key(row),
        field=field,
        found=shown(sources.rows.column(field)[row].as_py()),
        expected=expected,
    )
