"""`--jobs`: what several processes read is what one reads, and they end when they should."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import IO, Any

import pytest

import figtrail
from figtrail.model import FigtrailError
from sample_package import publish_sample

GOLDEN = Path(__file__).parent / "golden"
TEXT = "Fires in Leeds rose from 442 in 2018 to 472 in 2019. The cost was £1.50m."
JOBS = ("--jobs", "3")


def line(**record: object) -> bytes:
    return json.dumps(record).encode() + b"\n"


@pytest.fixture(scope="module")
def stream() -> bytes:
    """Documents that take several seconds to read, so that others are started to help."""
    paths = sorted(GOLDEN.glob("development-*.jsonl"))
    lines = [each for path in paths for each in path.read_text(encoding="utf-8").splitlines()]
    texts = [json.loads(each)["text"] for each in lines if each][:64]
    assert sum(map(len, texts)) > 70_000
    return b"".join(line(id=number, text=text) for number, text in enumerate(texts))


def call(*arguments: str, given: bytes = b"", **options: Any) -> tuple[int, bytes, bytes]:  # noqa: ANN401
    """Exit code and what was printed; it ends only when no process is left that could print."""
    command = [sys.executable, "-m", "figtrail", *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=False, **options)
    return done.returncode, done.stdout, done.stderr


def start(*arguments: str) -> subprocess.Popen[bytes]:
    """A command that takes interrupts, even where the tests were started to ignore them."""
    return subprocess.Popen(
        [sys.executable, "-m", "figtrail", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


@pytest.fixture
def working(stream: bytes) -> Iterator[subprocess.Popen[bytes]]:
    """A command whose processes are all at work, and whose input goes on."""
    with start("extract", "-", *JOBS) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        Thread(target=_write, args=(process.stdin, stream)).start()
        last = len(stream.splitlines()) - 30
        while json.loads(process.stdout.readline())["id"] < last:
            pass
        yield process
        process.kill()


def _write(pipe: IO[bytes], content: bytes) -> None:
    with suppress(BrokenPipeError):
        pipe.write(content)
        pipe.flush()


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_several_jobs_print_the_same_bytes(stream: bytes, form: str) -> None:
    alone = call("extract", "-", "--format", form, given=stream)
    assert alone[0] == 0
    assert len(alone[1].splitlines()) > 1000
    assert call("extract", "-", "--format", form, *JOBS, given=stream) == alone


def test_several_jobs_print_the_same_table_of_files(stream: bytes, tmp_path: Path) -> None:
    names = []
    for record in map(json.loads, stream.splitlines()[:30]):
        names.append(f"{record['id']:03}.txt")
        (tmp_path / names[-1]).write_text(record["text"], encoding="utf-8")
    alone = call("extract", *names, cwd=tmp_path)
    assert (alone[0], alone[2]) == (0, b"")
    assert call("extract", *names, "-j", "0", cwd=tmp_path) == alone


def test_a_bad_line_is_named_after_all_before_it_was_printed(stream: bytes) -> None:
    lines = stream.splitlines(keepends=True)
    broken = b"".join([*lines[:-20], b"{\n", *lines[-20:], b"[]\n"])
    alone = call("extract", "-", given=broken)
    assert alone[0] == 1
    assert f"standard input, line {len(lines) - 19}: ".encode() in alone[2]
    assert call("extract", "-", *JOBS, given=broken) == alone


def test_figures_are_printed_before_the_next_document_comes(
    working: subprocess.Popen[bytes],
) -> None:
    assert working.stdin is not None
    assert working.stdout is not None
    for name in ("x", "y"):
        working.stdin.write(line(id=name, text="There were 472 fires."))
        working.stdin.flush()
        while json.loads(working.stdout.readline())["id"] != name:
            pass
    working.stdin.close()
    working.stdin = None
    assert working.communicate() == (b"", b"")
    assert working.returncode == 0


def test_an_interrupt_ends_all_processes_without_a_traceback(
    working: subprocess.Popen[bytes],
) -> None:
    """While more input may come; standard error ends with the last process that has it."""
    working.send_signal(signal.SIGINT)
    begun = time.monotonic()
    assert working.stderr is not None
    assert working.stderr.read() == b""
    assert working.wait() == 130
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGKILL])
def test_no_process_outlives_the_command(
    working: subprocess.Popen[bytes], ending: signal.Signals
) -> None:
    working.send_signal(ending)
    assert working.stderr is not None
    assert working.stderr.read() == b""
    assert working.wait() == -ending


def test_a_reader_who_has_read_enough_ends_all_processes(
    working: subprocess.Popen[bytes], stream: bytes
) -> None:
    assert working.stdin is not None
    assert working.stdout is not None
    assert working.stderr is not None
    working.stdout.close()
    _write(working.stdin, stream)
    assert working.stderr.read() == b""
    assert working.wait() == 1


def test_a_slow_reader_holds_the_input_back(stream: bytes) -> None:
    """What is read ahead stays bounded: most of a stream waits until figures are taken."""
    with start("extract", "-", *JOBS) as process:
        assert process.stdin is not None
        os.set_blocking(process.stdin.fileno(), False)
        lines = stream.splitlines(keepends=True)
        taken, idle = 0, time.monotonic()
        while time.monotonic() - idle < 5 and taken < 20 * len(lines):
            try:
                os.write(process.stdin.fileno(), lines[taken % len(lines)])
                taken, idle = taken + 1, time.monotonic()
            except BlockingIOError:
                time.sleep(0.05)
        process.kill()
    assert taken < 4 * len(lines)


def test_one_job_loads_nothing_that_several_need(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    needed = ("multiprocessing", "concurrent.futures", "figtrail.workers.crew")
    code = (
        "import sys, atexit\n"
        f"atexit.register(lambda: print([m for m in {needed} if m in sys.modules]))\n"
        "from figtrail.cli import main; main()"
    )
    command = [sys.executable, "-c", code, "extract", str(tmp_path / "a.txt")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_less_than_no_jobs_are_wrong_use(tmp_path: Path) -> None:
    code, _, told = call("extract", "-", "--jobs", "-1", cwd=tmp_path)
    assert code == 2
    assert b"--jobs" in told


def read_bytes(package: Path) -> dict[str, bytes]:
    files = [path for path in package.rglob("*") if path.is_file()]
    return {path.relative_to(package).as_posix(): path.read_bytes() for path in files}


def test_several_jobs_publish_the_same_bytes_and_prove_them(
    tmp_path: Path, stream: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("figtrail.workers.crew.ALONE", 0.0)
    package = publish_sample(tmp_path)
    seeds = package.parent / "seeds"
    for record in map(json.loads, stream.splitlines()[:15]):
        (seeds / f"more-{record['id']}.txt").write_text(record["text"], encoding="utf-8")
    figtrail.publish(seeds, package, jobs=1)
    alone = read_bytes(package)
    summary = figtrail.publish(seeds, package, jobs=3)
    assert summary.figure_count > 200
    assert read_bytes(package) == alone
    assert figtrail.validate(package, seeds, require_sources=True, rebuild=True, jobs=2).ok


def test_several_jobs_tell_the_same_problems(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every correction that meets nothing, in order."""
    monkeypatch.setattr("figtrail.workers.crew.ALONE", 0.0)
    build = package.parent / "build"
    build.mkdir(exist_ok=True)
    (build / "recipe.toml").write_text('corrections = "corrections.csv"\n', encoding="utf-8")
    header = (
        "action,source_id,char_start,char_end,quote,field,expected,corrected,reason,author,date"
    )
    row = "confirm,{},90000,90003,427,,,,Seen,Jo Park,2026-01-31"
    sources = [path.stem for path in sorted((package.parent / "seeds").glob("*.*"), reverse=True)]
    rows = [row.format(name) for name in sources if name != "sources"]
    (build / "corrections.csv").write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    told = []
    for jobs in (1, 3):
        with pytest.raises(FigtrailError) as caught:
            figtrail.publish(package.parent / "seeds", package, jobs=jobs)
        told.append([str(problem) for problem in caught.value.problems])
    assert len(told[0]) == len(rows)
    assert told[1] == told[0]
