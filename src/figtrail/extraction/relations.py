"""Ties between the figures of one article: from and to, the size of a change, restatements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from figtrail.identifiers import derive_id
from figtrail.model import Figure, Relation, RelationKind

if TYPE_CHECKING:
    from figtrail.extraction.figures import Found


def relate_figures(figures: Sequence[Figure], found: Sequence[Found]) -> tuple[Relation, ...]:
    """The relations between the figures of one article, in the order of the text."""
    return ()


def make_relation(kind: RelationKind, figure: Figure, other: Figure) -> Relation:
    """The relation "figure kind other", with an id made from what it ties."""
    relation_id = derive_id("r", kind, figure.figure_id, other.figure_id)
    return Relation(relation_id, kind, figure.figure_id, other.figure_id)
