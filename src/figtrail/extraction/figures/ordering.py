"""Periods that deny the ties of a change: a level left behind, a size dated as what it is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from figtrail.extraction.relations import is_before
from figtrail.model import Figure, Relation


def order_periods(figures: Sequence[Figure], relations: Sequence[Relation]) -> tuple[Figure, ...]:
    """The figures, without periods that their own sentence's changes leave no room for.

    A level that another is reached from isn't of the same carried period: "eased to 28.1% from
    28.3%". The size of a change has the later level's period, and not that of what it is over:
    "27,500 MW on 2 June, an increase of 1,300 MW over last year's peak".
    """
    known = {figure.figure_id: figure for figure in figures}
    for relation in relations:
        one, other = known[relation.figure_id], known[relation.other_figure_id]
        if one.sentence_start != other.sentence_start:
            continue
        if relation.kind == "changes_from" and _left_behind(one, other):
            known[other.figure_id] = replace(
                other,
                period=None,
                period_text=None,
                period_basis=None,
            )
        elif relation.kind == "changes_to" and one.change and is_before(one.period, other.period):
            known[one.figure_id] = replace(
                one,
                period=other.period,
                period_text=other.period_text,
                period_basis=other.period_basis,
            )
    return tuple(known[figure.figure_id] for figure in figures)


def _left_behind(later: Figure, earlier: Figure) -> bool:
    """Whether a level has the period of the one that replaced it, and that only carried over."""
    if later.change or earlier.change or earlier.period_text is not None:
        return False
    before = earlier.sentence[: earlier.char_start - earlier.sentence_start].lower().split()
    left = before[-1:] == ["from"] and "revised" not in " ".join(before[-3:])
    return left and earlier.period is not None and earlier.period == later.period
