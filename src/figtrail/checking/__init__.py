"""Figures and what ties them → verdicts on whether what the articles say fits together."""

from __future__ import annotations

from collections.abc import Iterable

from figtrail.checking.agreement import check_agreement, relate_articles
from figtrail.checking.arithmetic import check_changes
from figtrail.checking.averages import check_averages
from figtrail.checking.equivalents import check_equivalents
from figtrail.checking.grounds import Grounds, Ties
from figtrail.checking.reference import check_references
from figtrail.checking.sums import check_sums
from figtrail.model import Figure, Relation
from figtrail.publication import Check

__all__ = ["Grounds", "check_figures", "relate_articles"]


def check_figures(
    figures: Iterable[Figure], relations: Iterable[Relation], grounds: Grounds | None = None
) -> tuple[Check, ...]:
    """Every check that the figures, their relations and the grounds allow, by check_id.

    A pure function of columns that are published, so that anybody can make the checks again from
    the tables. Without grounds there is no comparison with official statistics.
    """
    grounds = grounds or Grounds()
    ties = Ties(figures, relations)
    checks = {
        check.check_id: check
        for check in (
            *check_changes(ties),
            *check_sums(ties),
            *check_averages(ties),
            *check_equivalents(ties),
            *check_agreement(ties, grounds),
            *check_references(ties, grounds),
        )
    }
    return tuple(checks[check_id] for check_id in sorted(checks))
