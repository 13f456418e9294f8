"""Compare figtrail's extraction with its peers': speed, memory, start; prints Markdown tables.

`make benchmark` installs what this needs and runs it. Speed is bytes a second of CPU time, since
a shared machine's wall time says more of the others that use it; the best of several processes
counts. An extractor that would take minutes reads the first part of a corpus, as BUDGETS says.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from statistics import median

from corpora import generate_plain, read_golden, read_seeds, repeat_texts, take_bytes, vary_seeds
from jobs import JOBS_HEADER, time_jobs
from measuring import Reading, measure_reader, run_command
from readers import READERS

BUDGETS = {
    "figtrail": 4_000_000,
    "quantulum3": 36_000,
    "recognizers-text": 18_000,
    "recognizers-text, with dates": 9_000,
    "duckling": 100_000,
    "duckling, line by line": 100_000,
    "duckling, with dates": 50_000,
}
"""At most how many bytes of a corpus each extractor reads."""

CORPORA: dict[str, Callable[[], list[str]]] = {
    "seeds, repeated": lambda: repeat_texts(read_seeds(), 1_000_000),
    "golden texts, once": read_golden,
    "no numbers": lambda: generate_plain(4_000_000),
}


def main() -> None:
    """Measure what the arguments name, and print it."""
    options = _parse_arguments()
    print(_describe_machine())
    for title, make_texts in CORPORA.items():
        readings = {
            name: _measure(name, make_texts(), options.peers, options.repeats, options.most)
            for name in options.only
        }
        _print_table(title, _READING_HEADER, _compare(readings))
    command = str(Path(sys.executable).with_name("figtrail"))
    if options.runs:
        _print_table("start", ("command", "wall s", "CPU s"), _time_start(command, options.runs))
    if options.streams:
        streams = [_stream(command, megabytes) for megabytes in options.streams]
        _print_table("streams", ("MB", "wall s", "CPU s", "MB/s", "peak MB"), streams)
    if options.jobs:
        rows = time_jobs(command, options.jobs, options.most, options.repeats)
        _print_table("jobs", JOBS_HEADER, rows)


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--peers", type=Path, help="the Python that has the peers")
    parser.add_argument("--only", nargs="+", choices=READERS, default=list(READERS))
    parser.add_argument("--repeats", type=int, default=3, help="processes an extractor and corpus")
    parser.add_argument("--most", type=int, default=4_000_000, help="bytes of a corpus at most")
    parser.add_argument("--runs", type=int, default=15, help="starts of each command")
    parser.add_argument("--streams", type=int, nargs="*", default=[1, 10, 50], metavar="MB")
    parser.add_argument("--jobs", type=int, nargs="*", default=[1, 2], metavar="N")
    options = parser.parse_args()
    if options.peers is None and options.only != ["figtrail"]:
        parser.error("--peers is needed for any extractor but figtrail")
    return options


def _describe_machine() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    facts = dict(re.split(r"\s*:\s*", line, maxsplit=1) for line in lines if ":" in line)
    clock = float(facts.get("cpu MHz", 0)) / 1e3
    processor = f"{os.cpu_count()} cores of {facts.get('model name')} at {clock:.1f} GHz"
    return f"{date.today()}, Python {platform.python_version()}, {processor}"


def _measure(name: str, texts: list[str], peers: Path | None, repeats: int, most: int) -> Reading:
    python = Path(sys.executable) if name == "figtrail" or peers is None else peers
    part = list(take_bytes(texts, min(most, BUDGETS[name])))
    return measure_reader(python, name, part, repeats)


_READING_HEADER = (
    *("extractor", "read KB", "wall s", "CPU s", "MB/s", "figtrail is", "finds a KB", "peak MB"),
)


def _compare(readings: dict[str, Reading]) -> list[Sequence[str]]:
    ours = readings.get("figtrail")
    return [
        (
            name,
            f"{reading.bytes / 1e3:.0f}",
            f"{reading.seconds:.2f}",
            f"{reading.cpu_seconds:.2f}",
            f"{reading.speed:.4f}",
            f"{ours.speed / reading.speed:.1f} ×" if ours else "",
            f"{reading.finds / reading.bytes * 1e3:.2f}",
            f"{reading.peak_bytes / 1e6:.0f}",
        )
        for name, reading in readings.items()
    ]


def _time_start(command: str, runs: int) -> list[Sequence[str]]:
    """Medians, after one run that compiles the modules."""
    article = "seeds/000_c9784d72e3f624ce.txt"
    rows: list[Sequence[str]] = []
    for arguments in (["extract", article], ["--help"]):
        measured = [run_command([command, *arguments]) for _ in range(runs + 1)][1:]
        wall = median(run.seconds for run in measured)
        cpu = median(run.cpu_seconds for run in measured)
        rows.append((" ".join(("figtrail", *arguments)), f"{wall:.3f}", f"{cpu:.3f}"))
    return rows


def _stream(command: str, megabytes: int) -> Sequence[str]:
    """`figtrail extract -` over documents that don't repeat."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "documents.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for number, text in enumerate(vary_seeds(megabytes * 1_000_000)):
                file.write(json.dumps({"id": number, "text": text}) + "\n")
        run = run_command([command, "extract", "-"], path)
    speed = megabytes / run.cpu_seconds
    peak = run.peak_bytes / 1e6
    return (
        str(megabytes),
        f"{run.seconds:.1f}",
        f"{run.cpu_seconds:.1f}",
        f"{speed:.2f}",
        f"{peak:.0f}",
    )


def _print_table(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    lines = [header, ["---", *(["---:"] * (len(header) - 1))], *rows]
    print(f"\n**{title}**\n")
    for line in lines:
        print(f"| {' | '.join(line)} |")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
