"""Figures and what ties them → verdicts on whether what the articles say fits together."""

from __future__ import annotations

from collections.abc import Iterable

from figtrail.checking.arithmetic import check_arithmetic
from figtrail.model import Check, Figure, Relation

__all__ = ["check_figures"]


def check_figures(figures: Iterable[Figure], relations: Iterable[Relation]) -> tuple[Check, ...]:
    """Every check that the figures and their relations allow, by check_id."""
    checks = check_arithmetic(tuple(figures), tuple(relations))
    return tuple(sorted(checks, key=lambda check: check.check_id))
