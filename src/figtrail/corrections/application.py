"""Corrections of what was extracted from one document: applied one after the other, or refused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from figtrail.corrections.cells import CODES, correct_field, list_fields, read_corrected, refuse
from figtrail.corrections.intervals import check_interval, follow_interval
from figtrail.identifiers import identify_reviewed
from figtrail.model import Document, Extraction, FigtrailError, Figure, Problem, Sentence, Span
from figtrail.publication import Correction

FindSentence = Callable[[str, int], Sentence]
"""The sentence of a text that holds a position."""


def group_corrections(
    corrections: Iterable[Correction], source_ids: Iterable[str], lines: Mapping[str, str]
) -> dict[str, tuple[Correction, ...]]:
    """The corrections of each source; FigtrailError where one names a source that isn't read.

    `lines` tells where each correction stands, by its id.
    """
    known = set(source_ids)
    groups: dict[str, list[Correction]] = defaultdict(list)
    problems: list[Problem] = []
    for correction in corrections:
        groups[correction.source_id].append(correction)
        if correction.source_id not in known:
            message = f"no source {correction.source_id!r}"
            problems += refuse(correction, lines, message, "Mend the source_id.").problems
    if problems:
        raise FigtrailError(problems)
    return {source_id: tuple(group) for source_id, group in groups.items()}


def apply_corrections(
    document: Document,
    extraction: Extraction,
    corrections: Sequence[Correction],
    lines: Mapping[str, str],
    find_sentence: FindSentence,
) -> Extraction:
    """The extraction with the corrections of its document applied, one after the other.

    Each but an `add` must meet a figure with its very span and quote, and a `correct` the value
    that it expects to replace; otherwise FigtrailError names the line. Several rows may set
    several fields of one figure. All `add` rows of one span make one figure, where the first of
    them stands; they must set at least `kind`, `unit`, and one of `value`, `low` and `high`. `low`
    and `high` follow from `value` and `bound` unless they are set too. Codes are left to
    `correct_codes`. Relations of a rejected figure go with it.
    """
    if not corrections:
        return extraction
    review = _Review(document, extraction, corrections, lines, find_sentence)
    for correction in corrections:
        review.attempt(review.take, correction)
    for span, correction in review.touched.items():
        if span in review.figures:
            review.attempt(review.settle, correction)
    if review.problems:
        raise FigtrailError(review.problems)
    return review.conclude()


class _Review:
    """The figures of one document while the corrections are applied, by their spans."""

    def __init__(
        self,
        document: Document,
        extraction: Extraction,
        corrections: Sequence[Correction],
        lines: Mapping[str, str],
        find_sentence: FindSentence,
    ) -> None:
        self.document, self.extraction, self.corrections = document, extraction, corrections
        self.lines, self.find_sentence = lines, find_sentence
        self.figures = {_span(figure): figure for figure in extraction.figures}
        self.touched: dict[Span, Correction] = {}
        self.rejected: set[str] = set()
        self.problems: list[Problem] = []

    def attempt(self, step: Callable[[Correction], None], correction: Correction) -> None:
        try:
            step(correction)
        except FigtrailError as error:
            self.problems += error.problems

    def take(self, correction: Correction) -> None:
        """Apply one correction to the figures as those before it left them."""
        span = _span(correction)
        self.check_quote(correction)
        if correction.action == "add":
            if self._is_first(correction):
                self.check_free(correction)
                self.figures[span] = self.make_figure(correction)
                self.touched[span] = correction
            return
        figure = self.figures.get(span)
        if figure is None:
            message = f"no figure stands at {correction.quote!r}"
            action = "Remove the correction, or give the span of the figure that is meant."
            raise refuse(correction, self.lines, message, action)
        if correction.action == "reject":
            self.rejected.add(self.figures.pop(span).figure_id)
        elif correction.action == "confirm":
            if figure.review == "automatic":
                self.figures[span] = replace(figure, review="confirmed")
        elif correction.field not in CODES:
            self.figures[span] = correct_field(figure, correction, self.lines)
            self.touched[span] = correction

    def settle(self, correction: Correction) -> None:
        """Let the interval follow the value and bound that corrections set, and hold it to them."""
        span = _span(correction)
        fields = {row.field for row in self.corrections if _span(row) == span}
        if fields & {"value", "bound"} and not fields & {"low", "high"}:
            self.figures[span] = follow_interval(self.figures[span])
        check_interval(self.figures[span], correction, self.lines)

    def conclude(self) -> Extraction:
        """The figures in the order of the text, each with its id, and the relations left."""
        read = [_span(figure) for figure in self.extraction.figures]
        added = [span for span, figure in self.figures.items() if figure.review == "added"]
        document = self.document
        ids = identify_reviewed(document.source_id, document.text, read, added)
        relations = tuple(
            relation
            for relation in self.extraction.relations
            if not {relation.figure_id, relation.other_figure_id} & self.rejected
        )
        ordered = sorted(self.figures.items(), key=lambda item: (item[0].start, item[0].end))
        figures = tuple(replace(figure, figure_id=ids[span]) for span, figure in ordered)
        return Extraction(figures, relations)

    def check_quote(self, correction: Correction) -> None:
        start, end = correction.char_start, correction.char_end
        found = self.document.text[max(start, 0) : max(end, 0)]
        if found != correction.quote or start < 0:
            message = f"the text at {start}-{end} is another"
            action = "Mend the span or the quote, or remove the correction."
            compared = {"found": repr(found), "expected": repr(correction.quote)}
            raise refuse(correction, self.lines, message, action, **compared)

    def check_free(self, correction: Correction) -> None:
        for span, figure in self.figures.items():
            if span.start < correction.char_end and correction.char_start < span.end:
                message = f"the figure {figure.quote!r} stands there already"
                action = "Correct that one, or reject it first."
                raise refuse(correction, self.lines, message, action)

    def make_figure(self, first: Correction) -> Figure:
        """The figure that all `add` rows of a span make; its id comes at the end."""
        span = _span(first)
        rows = [row for row in self.corrections if row.action == "add" and _span(row) == span]
        cells: dict[str, Any] = {}
        for row in rows:
            if row.field in cells:
                message = f"{row.field} of the added figure stands twice"
                raise refuse(row, self.lines, message, "Keep one of the two rows.")
            cells[row.field or ""] = read_corrected(row, self.lines)
        missing = [name for name in ("kind", "unit") if name not in cells]
        if missing or not any(cells.get(name) is not None for name in ("value", "low", "high")):
            message = f"an added figure needs {', '.join(missing) or 'a value, low or high'}"
            raise refuse(first, self.lines, message, "Add a row for each of its fields.")
        sentence = self.find_sentence(self.document.text, span.start)
        end = max(sentence.end, span.end)
        empty: dict[str, Any] = dict.fromkeys(list_fields())
        defaults = {"bound": "exact", "status": "observed", "quoted": False}
        return Figure(
            **(empty | defaults | cells),
            figure_id="",
            source_id=self.document.source_id,
            char_start=span.start,
            char_end=span.end,
            quote=first.quote,
            sentence=self.document.text[sentence.start : end],
            sentence_start=sentence.start,
            rule="correction",
            review="added",
        )

    def _is_first(self, correction: Correction) -> bool:
        """Whether no `add` row of the same span stands before this one."""
        span = _span(correction)
        rows = (row for row in self.corrections if row.action == "add" and _span(row) == span)
        return next(rows) is correction


def _span(noun: Correction | Figure) -> Span:
    return Span(noun.char_start, noun.char_end)
