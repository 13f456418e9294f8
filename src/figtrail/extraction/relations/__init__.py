"""Ties between the figures of one article: changes and their levels, parts, restatements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from figtrail.extraction.relations.averages import tie_averages
from figtrail.extraction.relations.gaps import tie_gaps
from figtrail.extraction.relations.parts import tie_parts
from figtrail.extraction.relations.restatements import tie_restatements
from figtrail.extraction.relations.shares import tie_shares
from figtrail.extraction.relations.sizes import tie_changes
from figtrail.extraction.relations.statements import Tie, group_statements, is_before
from figtrail.extraction.relations.sums import tie_sums
from figtrail.identifiers import derive_id
from figtrail.model import Figure, Relation, RelationKind

if TYPE_CHECKING:
    from figtrail.extraction.found import Found

__all__ = ["is_before", "make_relation", "relate_figures"]


def relate_figures(figures: Sequence[Figure], found: Sequence[Found]) -> tuple[Relation, ...]:
    """The relations between the figures of one article, in the order of the text.

    `figures` and `found` are parallel and in the order of the text. Only what the words tie
    together is tied; no figure restates itself, and none has two restatements.
    """
    groups = group_statements(figures, found)
    gaps = set(tie_gaps(groups))
    differences = {one for _, one, _ in gaps}
    sums = list(tie_sums(groups))
    # A gap and the lesser number do add up to the greater, but are no parts of it.
    spurious = {whole for _, part, whole in sums if part in differences}
    ties = {
        *tie_changes(groups),
        *gaps,
        *tie_parts(groups),
        *(tie for tie in sums if tie[2] not in spurious),
        *tie_averages(groups),
        *tie_restatements(groups),
    }
    ties |= set(tie_shares(groups, ties))
    ties |= _share_levels(ties, figures)
    ordered = sorted(ties, key=lambda tie: (tie[1], tie[2], tie[0]))
    return tuple(make_relation(kind, figures[one], figures[other]) for kind, one, other in ordered)


def _share_levels(ties: set[Tie], figures: Sequence[Figure]) -> set[Tie]:
    """The levels of "$500 million or 15 percent": both sizes of a change lie between the same."""
    levels: dict[int, list[Tie]] = defaultdict(list)
    for tie in ties:
        if tie[0] in ("changes_from", "changes_to"):
            levels[tie[1]].append(tie)
    return {
        (level, later, place)
        for kind, later, earlier in ties
        if kind == "restates" and later not in levels and figures[later].change is not None
        for level, _, place in levels.get(earlier, ())
        if figures[later].unit != figures[earlier].unit
    }


def make_relation(kind: RelationKind, figure: Figure, other: Figure) -> Relation:
    """The relation "figure kind other", with an id made from what it ties."""
    relation_id = derive_id("r", kind, figure.figure_id, other.figure_id)
    return Relation(relation_id, kind, figure.figure_id, other.figure_id)
