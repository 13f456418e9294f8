"""Work shared by processes: order, errors at their place, bounds, and clean ends."""

from __future__ import annotations

import multiprocessing
import operator
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

import tasks
from figtrail.model import FigtrailError
from figtrail.workers import call_with_each, count_cores, map_in_order
from figtrail.workers.crew import AHEAD, Crew


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other processes are started after the first item, however quick it was."""
    monkeypatch.setattr("figtrail.workers.crew.ALONE", 0.0)


def number_items(*items: Any) -> Iterator[tuple[int, Any]]:  # noqa: ANN401
    return iter(list(enumerate(items)))


def collect(results: Iterator[Any]) -> tuple[list[Any], BaseException | None]:
    """What came, and what was raised after it."""
    got = []
    try:
        for result in results:
            got.append(result)
    except Exception as error:
        return got, error
    return got, None


@pytest.mark.usefixtures("at_once")
def test_results_come_in_the_order_of_the_items_with_their_keys() -> None:
    """However long each takes."""
    seconds = (0.0, 0.3, 0.0, 0.2, 0.0, 0.1, 0.0)
    results = list(map_in_order(tasks.wait, number_items(*seconds), jobs=3))
    assert results == list(enumerate(seconds))


@pytest.mark.usefixtures("at_once")
def test_several_processes_are_at_work_besides_this_one() -> None:
    moments = number_items(*[0.05] * 40)
    processes = [own for _, own in map_in_order(tasks.tell_process, moments, 3)]
    assert processes[0] == os.getpid()
    assert len(set(processes[1:])) == 3
    assert os.getpid() not in processes[1:]


@pytest.mark.parametrize("jobs", [1, 4])
def test_one_job_and_a_little_work_stay_in_this_process(jobs: int) -> None:
    moments = number_items(0.05, 0.05, 0.05)
    processes = [own for _, own in map_in_order(tasks.tell_process, moments, jobs)]
    assert set(processes) == {os.getpid()}


def test_no_jobs_stand_for_every_core() -> None:
    assert list(map_in_order(tasks.wait, number_items(0.0), jobs=0)) == [(0, 0.0)]
    assert 1 <= count_cores() <= multiprocessing.cpu_count()


def test_less_than_no_jobs_are_refused() -> None:
    with pytest.raises(ValueError, match="jobs is -1"):
        list(map_in_order(tasks.wait, number_items(0.0), jobs=-1))


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("jobs", [1, 2])
def test_what_the_function_raises_is_raised_at_its_place(jobs: int) -> None:
    items = number_items(1, 2, 4, 0, 5, 0)
    got, error = collect(map_in_order(tasks.invert, items, jobs))
    assert got == [(0, 1.0), (1, 0.5), (2, 0.25)]
    assert isinstance(error, ZeroDivisionError)


@pytest.mark.usefixtures("at_once")
def test_an_error_of_another_process_says_where_in_it() -> None:
    _, error = collect(map_in_order(tasks.invert, number_items(1, 0), 2))
    assert isinstance(error, ZeroDivisionError)
    assert "return 1 / number" in error.__notes__[0]


def test_an_error_that_cannot_be_sent_is_told_in_words() -> None:
    crew = Crew(tasks.raise_unsendable, number_items(1), 2, str)
    _, error = collect(crew.work())
    crew.dismiss()
    assert isinstance(error, RuntimeError)
    assert "UnsendableError: no 1" in str(error)


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("jobs", [1, 2])
def test_what_the_items_raise_is_raised_at_its_place(jobs: int) -> None:
    def read() -> Iterator[tuple[int, float]]:
        yield from enumerate((0.0, 0.2, 0.1))
        raise OSError("no more can be read")

    got, error = collect(map_in_order(tasks.wait, read(), jobs))
    assert got == [(0, 0.0), (1, 0.2), (2, 0.1)]
    assert str(error) == "no more can be read"


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize(
    ("function", "items", "how"),
    [
        (tasks.end_by_signal, (1, 2, 3, 9, 4, 5), "was ended by SIGKILL"),
        (tasks.end_by_itself, (0, 0, 0, 3, 0, 0), "ended with code 3"),
    ],
)
def test_a_lost_process_is_named_by_its_item_after_all_before_it(
    function: Callable[[int], int], items: tuple[int, ...], how: str
) -> None:
    named = iter([(f"{at}.txt", item) for at, item in enumerate(items)])
    got, error = collect(map_in_order(function, named, 3))
    assert got == [("0.txt", items[0]), ("1.txt", items[1]), ("2.txt", items[2])]
    assert isinstance(error, FigtrailError)
    (problem,) = error.problems
    assert (problem.code, problem.where) == ("process-lost", "3.txt")
    assert problem.message == f"the process that read it {how}"


@pytest.mark.usefixtures("at_once")
def test_a_process_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    got, error = collect(map_in_order(tasks.wait, number_items(0.0, 0.0), 2))
    assert got == [(0, 0.0)]
    assert "can't be started: No such file or directory" in str(error)


@pytest.mark.usefixtures("at_once")
def test_what_is_printed_on_the_way_does_not_come_between_the_answers() -> None:
    results = list(map_in_order(tasks.print_number, number_items(1, 2, 3), 2))
    assert results == [(0, 1), (1, 2), (2, 3)]


@pytest.mark.usefixtures("at_once")
def test_items_are_taken_no_further_ahead_than_the_queue_is_long() -> None:
    """While nobody takes the results; an endless stream is read in memory that has a bound."""
    taken = 0

    def count() -> Iterator[tuple[int, float]]:
        nonlocal taken
        while True:
            taken += 1
            yield taken, 0.0

    results = map_in_order(tasks.wait, count(), 2)
    assert [next(results) for _ in range(5)][-1] == (5, 0.0)
    time.sleep(1)
    held = taken
    time.sleep(0.5)
    assert taken == held
    assert held <= 5 + 2 * AHEAD + 2
    results.close()


@pytest.mark.usefixtures("at_once")
def test_closing_ends_every_process_whatever_it_is_at() -> None:
    moments = number_items(0.0, *[0.3] * 4, *[600.0] * 5)
    results = map_in_order(tasks.tell_process, moments, 2)
    processes = {own for _, own in islice(results, 5)} - {os.getpid()}
    begun = time.monotonic()
    results.close()
    assert time.monotonic() - begun < 5
    assert len(processes) == 2
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_a_script_needs_no_guard_and_its_folder_no_care(tmp_path: Path) -> None:
    """The processes don't run the caller's script again, nor take its folder for modules."""
    (tmp_path / "pickle.py").write_text("raise SystemExit('not this one')\n", encoding="utf-8")
    script = tmp_path / "scripts" / "work.py"
    script.parent.mkdir()
    script.write_text(
        "import math\n"
        "from figtrail.workers import crew, map_in_order\n"
        "crew.ALONE = 0.0\n"
        "print([x for _, x in map_in_order(math.sqrt, enumerate([1, 4, 9]), 2)])\n",
        encoding="utf-8",
    )
    command = [sys.executable, str(script)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[1.0, 2.0, 3.0]\n", "")


def test_a_batch_is_answered_item_by_item() -> None:
    assert call_with_each(operator.mul, [(2, 3), (4, 5)]) == [6, 20]
