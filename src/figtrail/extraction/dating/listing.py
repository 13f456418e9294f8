"""Figures and times that are listed alike: "40, 38 and 12 in 2021, 2022 and 2023"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from figtrail.extraction.dating.lines import Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.spots import Spot

Item = TypeVar("Item", Mark, Spot)
_JOINTS = frozenset((",", "and"))
_LISTING = frozenset((",", "and", "again", "then"))
_STEPS = frozenset(("before", "after", "earlier", "later", "ago"))
_SHORTEST = 2


def pair_lists(line: Line) -> None:
    """Give each figure of a list the time of its place in a list of as many times."""
    if len(line.spots) < _SHORTEST or len(line.marks) < _SHORTEST:
        return
    times = _find_run(line, [mark for mark in line.marks if mark.use == "dates"])
    figures = _find_run(line, line.spots)
    if len(times) != len(figures) or len(times) < _SHORTEST:
        return
    if len(times) == _SHORTEST and "respectively" not in line.tokens.lowers:
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


def take_list(line: Line, mark: Mark) -> Mark:
    """The mark with those listed before it, of no one time: "on Friday and on Sunday, 40 came".

    Only where the list opens the sentence and one figure follows it.
    """
    at = line.marks.index(mark)
    while at and _are_listed(line, line.marks[at - 1], line.marks[at]):
        at -= 1
    first = line.marks[at]
    if first is mark or len(line.spots) != 1 or line.spots[0].first < mark.stop:
        return mark
    if "and" not in line.tokens.lowers[first.stop : mark.first]:
        # "In 2016, from July to September".
        return mark
    if any(tag in "AVEv" for tag in line.tokens.tags[: first.first]):
        # "Crime fell in 2023, and in April there were 31 thefts".
        return mark
    mention = mark.mention._replace(start=first.mention.start, period=None)
    return mark._replace(mention=mention, first=first.first)


def _are_listed(line: Line, one: Mark, other: Mark) -> bool:
    """Whether two times stand side by side and each is of a thing of its own."""
    between = line.tokens.lowers[one.stop : other.first]
    if not between or not _LISTING.issuperset(between) or one.use != "dates":
        return False
    if line.tokens.lowers[other.stop - 1] in _STEPS:
        # "On Thursday, a day after the quake killed 40".
        return False
    return other.use == "dates" and one.mention.role == other.mention.role == "during"
