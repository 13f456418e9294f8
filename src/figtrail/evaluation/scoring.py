"""Extracted figures against gold: what was found, and how much of each find is right.

A predicted figure is a hit where its span overlaps a gold span and the number agrees (the value, or
low and high of a range), which gold that is a span alone leaves open; each figure has one partner
at most. A gold figure without a partner is a miss, a prediction without one an extra. Optional gold
counts neither for nor against. Columns are judged on hits, and only where the gold states or denies
them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from figtrail.evaluation.gold import GoldDocument, GoldFigure
from figtrail.evaluation.judgement import is_right
from figtrail.model import Document, Figure

JUDGED_COLUMNS = (
    "value",
    "low",
    "high",
    "bound",
    "kind",
    "unit",
    "per",
    "per_quantity",
    "out_of",
    "change",
    "measured",
    "place_text",
    "period",
    "period_text",
    "status",
    "speaker",
)
"""The columns that are judged, in the order of the report."""
_NUMBER = ("value", "low", "high")


@dataclass(frozen=True, slots=True)
class ColumnScore:
    """How many hits have a column right: of all that are judged, and of those where gold has it."""

    right: int
    total: int
    stated_right: int
    stated_total: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One difference from gold; `kind` is `missed`, `extra` or the column's name."""

    kind: str
    document_id: str
    expected: str
    found: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The result over all documents; `gold` and `predicted` leave the optional figures out."""

    documents: int
    gold: int
    predicted: int
    hits: int
    columns: Mapping[str, ColumnScore]
    errors: tuple[Disagreement, ...]

    @property
    def precision(self) -> float:
        """The share of predictions that are hits; 1 where nothing was predicted."""
        return self.hits / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """The share of gold figures that were found; 1 where there are none."""
        return self.hits / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there was nothing to find or judge."""
        judged = self.gold + self.predicted
        return 2 * self.hits / judged if judged else 1.0


def evaluate(
    gold_documents: Iterable[GoldDocument], predict: Callable[[Document], Sequence[Figure]]
) -> Evaluation:
    """Run `predict` over every gold document and judge what it finds."""
    documents = gold = predicted = hits = 0
    judged: dict[str, list[tuple[bool, bool]]] = {name: [] for name in JUDGED_COLUMNS}
    errors: list[Disagreement] = []
    for item in gold_documents:
        figures = tuple(predict(item.document))
        pairs = match_figures(item.figures, figures)
        missed, extra = _unmatched(item.figures, figures, pairs)
        counted = [(g, p) for g, p in pairs if not g.optional]
        documents += 1
        gold += len(counted) + len(missed)
        predicted += len(counted) + len(extra)
        hits += len(counted)
        errors += [_missed(item, figure, figures) for figure in missed]
        errors += [_extra(item, figure) for figure in extra]
        for name, right, stated, error in _judged_columns(item, counted):
            judged[name].append((right, stated))
            errors += error
    columns = {name: _score(marks) for name, marks in judged.items() if marks}
    return Evaluation(documents, gold, predicted, hits, columns, tuple(errors))


def _judged_columns(
    item: GoldDocument, pairs: Sequence[tuple[GoldFigure, Figure]]
) -> Iterator[tuple[str, bool, bool, list[Disagreement]]]:
    """For every judged column of every hit: its name, whether it is right, whether gold has it."""
    for expected, found in pairs:
        for name in JUDGED_COLUMNS:
            if name not in expected.columns:
                continue
            wanted, got = expected.columns[name], getattr(found, name)
            right = is_right(name, wanted, got)
            error = Disagreement(
                name,
                item.document.source_id,
                _shown(wanted),
                _shown(got),
                _excerpt(item.document.text, found.char_start, found.char_end),
            )
            yield name, right, wanted is not None, [] if right else [error]


def match_figures(
    gold: Sequence[GoldFigure], predicted: Sequence[Figure]
) -> list[tuple[GoldFigure, Figure]]:
    """Pair each gold figure with at most one prediction: required gold first, then best overlap."""
    candidates = []
    for row, expected in enumerate(gold):
        for column, found in enumerate(predicted):
            shared = _overlap(expected, found)
            if shared and _same_number(expected, found):
                surplus = found.char_end - found.char_start - shared
                candidates.append((expected.optional, -shared, surplus, row, column))
    pairs: list[tuple[GoldFigure, Figure]] = []
    rows: set[int] = set()
    taken: set[int] = set()
    for *_, row, column in sorted(candidates):
        if row not in rows and column not in taken:
            rows.add(row)
            taken.add(column)
            pairs.append((gold[row], predicted[column]))
    return sorted(pairs, key=lambda pair: pair[0].char_start)


def _unmatched(
    gold: Sequence[GoldFigure],
    predicted: Sequence[Figure],
    pairs: Sequence[tuple[GoldFigure, Figure]],
) -> tuple[list[GoldFigure], list[Figure]]:
    found = {id(pair[0]) for pair in pairs}
    used = {id(pair[1]) for pair in pairs}
    optional = [figure for figure in gold if figure.optional]
    missed = [figure for figure in gold if not figure.optional and id(figure) not in found]
    extra = [
        figure
        for figure in predicted
        if id(figure) not in used and not any(_overlap(other, figure) for other in optional)
    ]
    return missed, extra


def _overlap(gold: GoldFigure, found: Figure) -> int:
    return max(0, min(gold.char_end, found.char_end) - max(gold.char_start, found.char_start))


def _same_number(gold: GoldFigure, found: Figure) -> bool:
    if gold.columns.keys().isdisjoint(_NUMBER):
        return True
    value = gold.columns.get("value")
    if value is not None:
        return value == found.value
    interval = (gold.columns.get("low"), gold.columns.get("high"))
    return found.value is None and interval == (found.low, found.high)


def _score(marks: Sequence[tuple[bool, bool]]) -> ColumnScore:
    stated = [right for right, is_stated in marks if is_stated]
    return ColumnScore(sum(right for right, _ in marks), len(marks), sum(stated), len(stated))


def _missed(item: GoldDocument, figure: GoldFigure, predicted: Sequence[Figure]) -> Disagreement:
    there = [_number_shown(other) for other in predicted if _overlap(figure, other)]
    return Disagreement(
        "missed",
        item.document.source_id,
        _gold_shown(figure),
        ", ".join(there) or "nothing",
        _excerpt(item.document.text, figure.char_start, figure.char_end),
    )


def _extra(item: GoldDocument, figure: Figure) -> Disagreement:
    there = [_gold_shown(other) for other in item.figures if _overlap(other, figure)]
    return Disagreement(
        "extra",
        item.document.source_id,
        ", ".join(there) or "nothing",
        _number_shown(figure),
        _excerpt(item.document.text, figure.char_start, figure.char_end),
    )


def _gold_shown(figure: GoldFigure) -> str:
    columns = figure.columns
    number = columns.get("value") or f"{columns.get('low')} to {columns.get('high')}"
    return f"{figure.quote!r} = {number} {columns.get('unit') or ''}".rstrip()


def _number_shown(figure: Figure) -> str:
    number = figure.value if figure.value is not None else f"{figure.low} to {figure.high}"
    return f"{figure.quote!r} = {number} {figure.unit} ({figure.rule})"


def _shown(content: str | Decimal | None) -> str:
    return "(empty)" if content is None else str(content)


def _excerpt(text: str, start: int, end: int, width: int = 70) -> str:
    """The words around `text[start:end]` in its paragraph, the span itself in square brackets."""
    before = text[max(0, start - width) : start].rpartition("\n")[2]
    after = text[end : end + width].partition("\n")[0]
    if len(before) == width:
        before = "… " + before.partition(" ")[2]
    if len(after) == width:
        after = after.rpartition(" ")[0] + " …"
    return f"{before}[{text[start:end]}]{after}".strip()
