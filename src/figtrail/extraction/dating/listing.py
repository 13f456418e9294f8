"""Figures and times that are listed alike: "40, 38 and 12 in 2021, 2022 and 2023"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from figtrail.extraction.dating.lines import Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.spots import Spot

Item = TypeVar("Item", Mark, Spot)
_JOINTS = frozenset((",", "and"))
_SHORTEST = 2


def pair_lists(line: Line) -> None:
    """Give each figure of a list the time of its place in a list of as many times."""
    if len(line.spots) < _SHORTEST or len(line.marks) < _SHORTEST:
        return
    times = _find_run(line, [mark for mark in line.marks if mark.use == "dates"])
    figures = _find_run(line, line.spots)
    if len(times) != len(figures) or len(times) < _SHORTEST:
        return
    if len(times) == _SHORTEST and "respectively" not in line.tokens.vocabulary:
        return
    first = line.spots.index(figures[0])
    line.owned[first : first + len(times)] = times


def _find_run(line: Line, items: Sequence[Item]) -> list[Item]:
    """The first of the items that stand side by side, with a comma or "and" between."""
    run: list[Item] = []
    for item in items:
        if run and _is_beside(line, run[-1].stop, item.first):
            run.append(item)
        elif len(run) < _SHORTEST:
            run = [item]
    return run if len(run) >= _SHORTEST else []


def _is_beside(line: Line, start: int, stop: int) -> bool:
    between = line.tokens.lowers[start:stop]
    return bool(between) and len(between) <= _SHORTEST and _JOINTS.issuperset(between)
