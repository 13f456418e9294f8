"""Work that several processes may share: a function over items, its results in their order."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable
from itertools import starmap
from typing import Any, TypeVar

Key = TypeVar("Key")
Item = TypeVar("Item")
Result = TypeVar("Result")

ALL_CORES = 0
"""The number of jobs that stands for as many as there are cores."""


def map_in_order(
    function: Callable[[Item], Result],
    pairs: Iterable[tuple[Key, Item]],
    jobs: int = 1,
    name: Callable[[Key], str] = str,
) -> Generator[tuple[Key, Result]]:
    """Apply a function to the item of every pair, and yield its results with their keys, in order.

    Close what is returned where it isn't read to its end, so that no process is left at work.

    Args:
        function: A pure function of the top level of a module: processes are sent its name.
        pairs: Items with what they are known by. With several jobs another thread goes through
            them, as far ahead as there is work to hand out and no further.
        jobs: How many processes work at once: 1 is this one alone, 0 one for every core. Others are
            started only after this one has worked for a while, so that a little work is done first.
        name: Says of a key, where a process is lost, which item it had.

    Raises:
        ValueError: for less than no jobs.
        FigtrailError: for a process that can't be started or has ended, at the place of its item.
            Whatever `pairs` and `function` raise is raised at its place too.

    """
    if jobs < 0:
        raise ValueError(f"jobs is {jobs}: 1 or more are expected, or 0 for one for every core")
    jobs = jobs if jobs != ALL_CORES else count_cores()
    if jobs == 1:
        for key, item in pairs:
            yield key, function(item)
        return
    # Who asks for one process doesn't wait until what several need is loaded.
    from figtrail.workers.crew import share_work

    yield from share_work(function, pairs, jobs, name)


def call_with_each(
    function: Callable[..., Result], batch: Iterable[tuple[Any, ...]]
) -> list[Result]:
    """What a function gives for each of a batch: for items too small to be sent one by one."""
    return list(starmap(function, batch))


def count_cores() -> int:
    """The cores that this process may use, where the system says so; else those there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
