"""Processes that share work: each answers item by item, and a queue keeps the order."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import Empty, Queue
from threading import Lock, Thread, local
from typing import Generic

from figtrail.model import FigtrailError, Problem
from figtrail.workers import Item, Key, Result
from figtrail.workers.worker import LostWorkerError, Worker

ALONE = 0.5
"""Seconds of work before other processes are started: about as long as one takes to start."""

AHEAD = 8
"""How many items for each process may be at work, or done and waiting for those before them."""


def share_work(
    function: Callable[[Item], Result],
    pairs: Iterable[tuple[Key, Item]],
    jobs: int,
    name: Callable[[Key], str],
) -> Generator[tuple[Key, Result]]:
    """What `map_in_order` says, for more than one job."""
    remaining = iter(pairs)
    spent = 0.0
    for key, item in remaining:
        started = time.perf_counter()
        result = function(item)
        spent += time.perf_counter() - started
        yield key, result
        if spent >= ALONE:
            break
    else:
        return
    crew = Crew(function, remaining, jobs, name)
    try:
        yield from crew.work()
    finally:
        crew.dismiss()


class Crew(Generic[Key, Item, Result]):
    """Threads that each talk to a process of their own, and one that hands out the items.

    That one runs ahead, so that a result is yielded even while the next item has yet to come; the
    queue holds it back where nobody takes the results.
    """

    def __init__(
        self,
        function: Callable[[Item], Result],
        pairs: Iterator[tuple[Key, Item]],
        jobs: int,
        name: Callable[[Key], str],
    ) -> None:
        self._function, self._pairs, self._name = function, pairs, name
        self._threads = ThreadPoolExecutor(jobs, "figtrail")
        self._own = local()
        self._results: Queue[Future[tuple[Key, Result]] | None] = Queue(jobs * AHEAD)
        self._starting = Lock()
        self._workers: list[Worker[Item, Result]] = []
        self._dismissed = False

    def work(self) -> Iterator[tuple[Key, Result]]:
        """Hand out every item, and yield the results in their order."""
        # Nothing waits for this thread at exit: it may be waiting for input that never comes.
        Thread(target=self._hand_out, name="figtrail-items", daemon=True).start()
        while (result := self._results.get()) is not None:
            yield result.result()

    def dismiss(self) -> None:
        """End every process, whatever it is at."""
        with self._starting:
            self._dismissed = True
        for worker in self._workers:
            worker.end()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.close()
        with suppress(Empty):
            while True:  # makes room for what is being put, after which no more is
                self._results.get_nowait()

    def _hand_out(self) -> None:
        try:
            for key, item in self._pairs:
                self._results.put(self._threads.submit(self._answer, key, item))
                if self._dismissed:
                    return
        except BaseException as error:  # whatever it is, it is told at its place in the order
            failed: Future[tuple[Key, Result]] = Future()
            failed.set_exception(error)
            self._results.put(failed)
        self._results.put(None)

    def _answer(self, key: Key, item: Item) -> tuple[Key, Result]:
        try:
            return key, self._find_worker().apply(item)
        except LostWorkerError as error:
            action = "Free memory or give fewer --jobs, and run it again."
            problem = Problem("process-lost", self._name(key), str(error), action)
            raise FigtrailError([problem]) from None

    def _find_worker(self) -> Worker[Item, Result]:
        """The process of the thread that asks, started for its first item."""
        worker: Worker[Item, Result] | None = getattr(self._own, "worker", None)
        if worker is None:
            with self._starting:
                if self._dismissed:
                    raise LostWorkerError("the work was broken off")
                worker = Worker(self._function)
                self._workers.append(worker)
            self._own.worker = worker
        return worker
