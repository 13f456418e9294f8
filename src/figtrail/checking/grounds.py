"""What verdicts stand on besides the figures: measures, official values, days of publication."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from figtrail.identifiers import derive_id
from figtrail.model import Figure, Relation, RelationKind
from figtrail.publication import (
    Check,
    CheckFigure,
    CheckKind,
    Measure,
    ReferenceValue,
    Role,
    Verdict,
)

Published = tuple[date | None, date | None]
"""The first and the last day on which an article can have appeared."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """Measures by code, official values, and the days of publication by source_id."""

    measures: Mapping[str, Measure] = field(default_factory=dict)
    references: tuple[ReferenceValue, ...] = ()
    published: Mapping[str, Published] = field(default_factory=dict)


class Ties:
    """Figures by id, and what each is tied to, in the order of the relations' ids."""

    def __init__(self, figures: Iterable[Figure], relations: Iterable[Relation]) -> None:
        self.figures = {figure.figure_id: figure for figure in figures}
        self._ahead: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._back: dict[tuple[str, str], list[str]] = defaultdict(list)
        for tie in sorted(relations, key=lambda tie: tie.relation_id):
            self._ahead[tie.kind, tie.figure_id].append(tie.other_figure_id)
            self._back[tie.kind, tie.other_figure_id].append(tie.figure_id)

    def follow(self, kind: RelationKind, figure: Figure) -> list[Figure]:
        """The figures X of "figure kind X"."""
        return [self.figures[other] for other in self._ahead.get((kind, figure.figure_id), ())]

    def trace(self, kind: RelationKind, figure: Figure) -> list[Figure]:
        """The figures X of "X kind figure", in the order of the text."""
        found = [self.figures[one] for one in self._back.get((kind, figure.figure_id), ())]
        return sorted(found, key=lambda one: one.char_start)


def make_check(
    kind: CheckKind,
    verdict: Verdict,
    parts: Iterable[tuple[Figure, Role]],
    explanation: str,
    *,
    stated: Decimal | None = None,
    computed: Decimal | None = None,
    reference_id: str | None = None,
) -> Check:
    """A verdict, with an id made from its kind and what it ties."""
    tied = tuple(CheckFigure(figure.figure_id, role) for figure, role in parts)
    named = [part.figure_id for part in tied]
    if reference_id is not None:
        named.append(reference_id)
    return Check(
        check_id=derive_id("c", kind, *named),
        kind=kind,
        verdict=verdict,
        stated=stated,
        computed=computed,
        reference_id=reference_id,
        explanation=explanation,
        figures=tied,
    )
