"""Reviewed corrections: what a person confirmed, corrected, rejected or added, applied in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any, get_args

from figtrail.identifiers import identify_figures
from figtrail.model import (
    Bound,
    Change,
    Correction,
    Document,
    Extraction,
    FigtrailError,
    Figure,
    Kind,
    PeriodBasis,
    Problem,
    Span,
    Status,
)

NUMBERS = frozenset({"value", "low", "high", "per_quantity", "out_of"})
CLOSED: Mapping[str, tuple[str, ...]] = {
    "bound": get_args(Bound),
    "kind": get_args(Kind),
    "change": get_args(Change),
    "status": get_args(Status),
    "period_basis": get_args(PeriodBasis),
}
WORDS = frozenset(
    {
        *("unit", "per", "measured", "place_text", "period", "period_text", "speaker"),
        *("speaker_text", "measure", "place"),
    }
)
REQUIRED = frozenset({"bound", "kind", "unit", "status"})
FIELDS = NUMBERS | CLOSED.keys() | WORDS
"""The columns that a correction may set; the span and what follows from it are not among them."""


def group_corrections(
    corrections: Iterable[Correction], source_ids: Iterable[str], lines: Mapping[str, str]
) -> dict[str, tuple[Correction, ...]]:
    """The corrections of each source; FigtrailError where one names a source that isn't read.

    `lines` tells where each correction stands, by its id.
    """
    known = set(source_ids)
    groups: dict[str, list[Correction]] = defaultdict(list)
    problems = []
    for correction in corrections:
        groups[correction.source_id].append(correction)
        if correction.source_id not in known:
            message = f"no source {correction.source_id!r}"
            problems.append(_refuse(correction, lines, message, "Mend the source_id."))
    if problems:
        raise FigtrailError(problems)
    return {source_id: tuple(group) for source_id, group in groups.items()}


def apply_corrections(
    document: Document,
    extraction: Extraction,
    corrections: Sequence[Correction],
    lines: Mapping[str, str],
) -> Extraction:
    """The extraction with the corrections of its document applied, in the order of the text.

    Each but an `add` must meet a figure with its very span and quote, and a `correct` the value
    that it expects to replace; otherwise FigtrailError names the line. Several rows may set
    several fields of one figure. The `add` rows of one span make one figure; they must set at
    least `kind`, `unit`, and one of `value`, `low` and `high`, and where they leave `low` and
    `high` out, an exact value is both. Relations of a rejected figure go with it.
    """
    figures = {(figure.char_start, figure.char_end): figure for figure in extraction.figures}
    added: dict[tuple[int, int], list[Correction]] = defaultdict(list)
    rejected: set[str] = set()
    problems: list[Problem] = []
    for correction in corrections:
        span = (correction.char_start, correction.char_end)
        try:
            _check_quote(document, correction, lines)
            if correction.action == "add":
                _check_free(figures, correction, lines)
                added[span].append(correction)
                continue
            figure = _meet(figures, correction, lines)
            if correction.action == "reject":
                rejected.add(figures.pop(span).figure_id)
            elif correction.action == "correct":
                figures[span] = _correct(figure, correction, lines)
            elif figure.review == "automatic":
                figures[span] = replace(figure, review="confirmed")
        except FigtrailError as error:
            problems += error.problems
    for span, rows in added.items():
        try:
            figures[span] = _add(document, rows, lines)
        except FigtrailError as error:
            problems += error.problems
    if problems:
        raise FigtrailError(problems)
    ordered = tuple(figures[span] for span in sorted(figures))
    relations = tuple(
        relation
        for relation in extraction.relations
        if not {relation.figure_id, relation.other_figure_id} & rejected
    )
    return Extraction(_identify_added(document, ordered), relations)


def _refuse(
    correction: Correction, lines: Mapping[str, str], message: str, action: str, **compared: str
) -> Problem:
    where = lines.get(correction.correction_id, f"correction {correction.correction_id}")
    return Problem("correction-unmatched", where, message, action, **compared)


def _check_quote(document: Document, correction: Correction, lines: Mapping[str, str]) -> None:
    found = document.text[correction.char_start : correction.char_end]
    if found != correction.quote or correction.char_start < 0:
        message = f"the text at {correction.char_start}-{correction.char_end} is another"
        action = "Mend the span or the quote, or remove the correction."
        compared = {"found": repr(found), "expected": repr(correction.quote)}
        raise FigtrailError([_refuse(correction, lines, message, action, **compared)])


def _meet(
    figures: Mapping[tuple[int, int], Figure], correction: Correction, lines: Mapping[str, str]
) -> Figure:
    figure = figures.get((correction.char_start, correction.char_end))
    if figure is None:
        message = f"no figure stands at {correction.quote!r}"
        action = "Remove the correction, or give the span of the figure that is meant."
        raise FigtrailError([_refuse(correction, lines, message, action)])
    return figure


def _check_free(
    figures: Mapping[tuple[int, int], Figure], correction: Correction, lines: Mapping[str, str]
) -> None:
    for start, end in figures:
        if start < correction.char_end and correction.char_start < end:
            message = f"the figure {figures[start, end].quote!r} stands there already"
            action = "Correct that one, or reject it first."
            raise FigtrailError([_refuse(correction, lines, message, action)])


def _correct(figure: Figure, correction: Correction, lines: Mapping[str, str]) -> Figure:
    field = correction.field or ""
    value = _parse(correction, correction.corrected, lines)
    expected = _parse(correction, correction.expected, lines, guards=True)
    found = getattr(figure, field)
    if found != expected:
        message = f"{field} is not what the correction expects to replace"
        action = "Look at the sentence again; then mend `expected` or remove the correction."
        compared = {"found": str(found), "expected": str(expected)}
        raise FigtrailError([_refuse(correction, lines, message, action, **compared)])
    changed: dict[str, Any] = {field: value, "review": "corrected"}
    return replace(figure, **changed)


def _parse(
    correction: Correction, cell: str | None, lines: Mapping[str, str], guards: bool = False
) -> Decimal | str | None:
    """The cell as the type of the field that the correction sets; None where it is empty."""
    field = correction.field or ""
    mend = ""
    if field not in FIELDS:
        mend = f"Name one of {', '.join(sorted(FIELDS))}."
    elif cell is None:
        mend = f"{field} can't be empty." if field in REQUIRED and not guards else ""
    elif field in NUMBERS:
        try:
            number = Decimal(cell)
            if number.is_finite():
                return number
        except InvalidOperation:
            pass
        mend = "Write a plain decimal number."
    elif cell not in CLOSED.get(field, (cell,)):
        mend = f"Use one of {', '.join(CLOSED[field])}."
    if mend:
        message = f"{field or 'field'} can't be {cell!r}"
        raise FigtrailError([_refuse(correction, lines, message, mend)])
    return cell


def _add(document: Document, rows: Sequence[Correction], lines: Mapping[str, str]) -> Figure:
    cells: dict[str, Any] = {row.field or "": _parse(row, row.corrected, lines) for row in rows}
    first = rows[0]
    numbers = [cells.get(name) for name in ("value", "low", "high")]
    missing = [name for name in ("kind", "unit") if name not in cells]
    if missing or not any(number is not None for number in numbers):
        message = f"an added figure needs {', '.join(missing) or 'a value, low or high'}"
        raise FigtrailError([_refuse(first, lines, message, "Add a row for each of its fields.")])
    value = cells.get("value")
    if cells.setdefault("bound", "exact") == "exact":
        cells = {"low": value, "high": value} | cells
    start = document.text.rfind("\n", 0, first.char_start) + 1
    end = document.text.find("\n", first.char_end)
    sentence = document.text[start : len(document.text) if end < 0 else end]
    empty: dict[str, Any] = dict.fromkeys(FIELDS)
    return Figure(
        **(empty | {"status": "observed"} | cells),
        figure_id="",
        source_id=document.source_id,
        char_start=first.char_start,
        char_end=first.char_end,
        quote=first.quote,
        quoted=False,
        sentence=sentence,
        sentence_start=start,
        rule="correction",
        review="added",
    )


def _identify_added(document: Document, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Give the added figures their ids; every other keeps its own."""
    spans = [Span(figure.char_start, figure.char_end) for figure in figures]
    ids = identify_figures(document.source_id, document.text, spans)
    return tuple(
        replace(figure, figure_id=figure_id) if figure.review == "added" else figure
        for figure, figure_id in zip(figures, ids, strict=True)
    )
