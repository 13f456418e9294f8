"""Running a command and measuring it."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from corpora import ROOT

_READERS = Path(__file__).with_name("readers.py")
_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"


@dataclass(frozen=True, slots=True)
class Reading:
    """One extractor's reading of one corpus: seconds, bytes, and how much it found."""

    seconds: float
    cpu_seconds: float
    bytes: int
    finds: int
    peak_bytes: int

    @property
    def speed(self) -> float:
        """Megabytes (10⁶) of UTF-8 a second of CPU time."""
        return self.bytes / self.cpu_seconds / 1e6


@dataclass(frozen=True, slots=True)
class Run:
    """One process from start to end: seconds and bytes."""

    seconds: float
    cpu_seconds: float
    peak_bytes: int


def measure_reader(python: Path, name: str, texts: list[str], repeats: int) -> Reading:
    """The reading that took the least CPU time of several, each in a process of its own."""
    read = (run_extractor(python, _READERS, name, texts) for _ in range(repeats))
    readings = [Reading(**json.loads(printed)) for printed in read]
    return min(readings, key=lambda reading: reading.cpu_seconds)


def run_extractor(python: Path, script: Path, name: str, texts: Iterable[str]) -> str:
    """What a script prints of an extractor's work on texts, in the extractor's environment."""
    done = subprocess.run(
        [python, "-W", "ignore", script, name],
        input="".join(json.dumps({"text": text}) + "\n" for text in texts),
        text=True,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{name} failed in {python}:\n{done.stderr}")
    return done.stdout


def run_command(command: list[str], source: Path | None = None) -> Run:
    """Run a command in the repository, its output read by nobody; `source` is its input.

    Its compiled modules are kept between runs, as an installed package's are.
    """
    environment = {key: value for key, value in os.environ.items() if key != _UNCOMPILED}
    environment["PYTHONPYCACHEPREFIX"] = str(Path(tempfile.gettempdir()) / "figtrail-benchmark")
    with Path(source or os.devnull).open("rb") as stream:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=stream, stdout=subprocess.DEVNULL, env=environment, cwd=ROOT
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)
