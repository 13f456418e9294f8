"""Every source and figure held against the articles: bytes, text, quote, sentence, identifier."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow.compute as pc

from figtrail.addresses import link_quote, locate_quote
from figtrail.identifiers import identify_reviewed
from figtrail.model import Document, FigtrailError, Span
from figtrail.reading import read_file
from figtrail.reading.articles import find_article
from figtrail.validation.contents import Content, shown
from figtrail.validation.report import Finding, report_finding

_COLUMNS = (
    *("figure_id", "source_id", "char_start", "char_end", "quote", "sentence", "sentence_start"),
    *("locator", "link", "review"),
)
_MESSAGES = {
    "quote": "the article doesn't hold the quote at its offsets",
    "sentence": "the article doesn't hold the sentence at its offset",
    "locator": "the locator doesn't lead to the quote in the article",
    "link": "the link doesn't lead to the quote on the article's page",
    "figure_id": "the id is not the one that the source, the quote and its context give",
}


@dataclass(frozen=True, slots=True)
class Provenance:
    """What was held against the articles, what could not be, and what is wrong."""

    verified: Mapping[str, int]
    unverified: Mapping[str, int]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Stated:
    """The figures of one source: their rows (from 0) in `figures`, and their columns.

    `rejected` are the spans that a person rejected, which count where equals are numbered.
    """

    figures: Content
    rows: Sequence[int]
    columns: Mapping[str, Sequence[Any]]
    rejected: frozenset[Span]

    def cells(self, *names: str) -> Iterator[tuple[Any, ...]]:
        """Row and cells, figure by figure, of those that have all their offsets."""
        offsets = zip(self.columns["char_start"], self.columns["char_end"], strict=True)
        content = zip(*(self.columns[name] for name in names), strict=True)
        for row, span, cells in zip(self.rows, offsets, content, strict=True):
            if None not in span:
                yield row, *span, *cells


def check_provenance(
    tables: Mapping[str, Content], package: Path, seeds: Path | None, *, require_sources: bool
) -> Provenance:
    """Hold every source and figure against the articles, one article at a time.

    The articles are sought below `seeds`; where it is None, at their published paths beside the
    package, as they lie in the repository of a publication. Without both tables, nothing is done.
    """
    sources, figures = tables.get("sources"), tables.get("figures")
    if sources is None or figures is None:
        return Provenance({}, {}, ())
    package, seeds = package.resolve(), seeds.resolve() if seeds else None
    findings: list[Finding] = []
    counts = {"sources": [0, 0], "figures": [0, 0]}
    stated = _group_figures(figures, tables.get("corrections"))
    nothing = _Stated(figures, (), dict.fromkeys(_COLUMNS, ()), frozenset())
    for row, source in enumerate(sources.rows.to_pylist()):
        own = stated.get(source["source_id"], nothing)
        path = find_article(source["path"], package, seeds)
        position = 1 if path is None else 0
        counts["sources"][position] += 1
        counts["figures"][position] += len(own.rows)
        if path is not None:
            findings += _check_article(sources, row, source, own, path)
        elif require_sources:
            message = f"the article is not at hand below {seeds or package.parent}"
            findings.append(_source_finding("source-missing", message, sources, row, "path"))
    verified, unverified = ({name: count[i] for name, count in counts.items()} for i in (0, 1))
    return Provenance(verified, unverified, tuple(findings))


def _group_figures(figures: Content, corrections: Content | None) -> dict[str | None, _Stated]:
    """The figures of each source, in the order of the text."""
    rejected = _list_rejected(corrections)
    keys = [("source_id", "ascending"), ("char_start", "ascending"), ("char_end", "ascending")]
    order = pc.sort_indices(figures.rows, sort_keys=keys)
    rows = order.to_pylist()
    ordered = {name: figures.column(name).take(order).to_pylist() for name in _COLUMNS}
    ids = ordered["source_id"]
    starts = [row for row in range(len(rows)) if row == 0 or ids[row] != ids[row - 1]]
    groups = {}
    for first, last in pairwise([*starts, len(rows)]):
        columns = {name: cells[first:last] for name, cells in ordered.items()}
        own = rejected.get(ids[first], frozenset())
        groups[ids[first]] = _Stated(figures, rows[first:last], columns, own)
    return groups


def _list_rejected(corrections: Content | None) -> dict[str | None, frozenset[Span]]:
    spans: dict[str | None, frozenset[Span]] = {}
    for item in corrections.rows.to_pylist() if corrections is not None else ():
        if item["action"] == "reject" and None not in (item["char_start"], item["char_end"]):
            span = Span(item["char_start"], item["char_end"])
            spans[item["source_id"]] = spans.get(item["source_id"], frozenset()) | {span}
    return spans


def _check_article(
    sources: Content, row: int, source: Mapping[str, Any], stated: _Stated, path: Path
) -> Iterator[Finding]:
    try:
        document = read_file(path)
    except FigtrailError as error:
        message = f"the article can't be read: {error.problems[0].message}"
        yield _source_finding("source-changed", message, sources, row, "sha256")
        return
    if document.sha256 != source["sha256"]:
        message = f"{path} has another hash than the article that was read"
        yield _source_finding("source-changed", message, sources, row, "sha256", document.sha256)
        yield from _check_quotes(stated, document.text)
        return
    yield from _check_text(sources, row, source, document)
    yield from _check_quotes(stated, document.text)
    if source["source_id"] is not None:
        yield from _check_ids(stated, source["source_id"], document.text)
    yield from _check_addresses(stated, replace(document, path=source["path"], url=source["url"]))


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


def _check_quotes(stated: _Stated, text: str) -> list[Finding]:
    quotes: list[tuple[int, str]] = []
    sentences: list[tuple[int, str]] = []
    names = ("quote", "sentence", "sentence_start")
    for row, start, end, quote, sentence, origin in stated.cells(*names):
        if text[start:end] != quote:
            quotes.append((row, text[start:end]))
        if sentence is not None and origin is not None:
            there = text[origin : origin + len(sentence)]
            if there != sentence:
                sentences.append((row, there))
    return [
        *_list_wrong(stated.figures, "quote-wrong", "quote", quotes),
        *_list_wrong(stated.figures, "sentence-not-in-source", "sentence", sentences),
    ]


def _check_ids(stated: _Stated, source_id: str, text: str) -> list[Finding]:
    found = [
        (row, Span(start, end), own, review)
        for row, start, end, own, review in stated.cells("figure_id", "review")
    ]
    read = {span for _, span, _, review in found if review != "added"} | stated.rejected
    added = {span for _, span, _, review in found if review == "added"}
    due = identify_reviewed(source_id, text, read, added)
    wrong = [(row, due[span]) for row, span, own, _ in found if own != due[span]]
    return _list_wrong(stated.figures, "id-wrong", "figure_id", wrong)


def _check_addresses(stated: _Stated, document: Document) -> list[Finding]:
    locators: list[tuple[int, str]] = []
    links: list[tuple[int, str]] = []
    for row, start, end, locator, link in stated.cells("locator", "link"):
        if not 0 <= start < end <= len(document.text):
            continue
        if (due := locate_quote(document, start, end)) != locator:
            locators.append((row, due))
        if (live := link_quote(document, start, end)) != link:
            links.append((row, shown(live)))
    return [
        *_list_wrong(stated.figures, "derived-wrong", "locator", locators),
        *_list_wrong(stated.figures, "derived-wrong", "link", links),
    ]


def _list_wrong(
    figures: Content, code: str, field: str, wrong: Sequence[tuple[int, str]]
) -> list[Finding]:
    due = dict(wrong)
    return figures.findings(code, _MESSAGES[field], field, list(due), due.get)


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
