"""What several processes save: the same work with each number of jobs, turn by turn."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from corpora import vary_seeds
from measuring import Run, run_command

JOBS_HEADER = ("command", "jobs", "wall s", "CPU s", "times as fast")


def time_jobs(command: str, jobs: Sequence[int], size: int, repeats: int) -> list[Sequence[str]]:
    """`extract -` and `publish` over `size` bytes of articles that don't repeat.

    Of several runs the quickest counts; each turn has every number of jobs, so that what else the
    machine does meets them alike. "Times as fast" is against the first number.
    """
    with tempfile.TemporaryDirectory() as folder:
        articles, stream = Path(folder) / "articles", Path(folder) / "documents.jsonl"
        articles.mkdir()
        with stream.open("w", encoding="utf-8") as file:
            for number, text in enumerate(vary_seeds(size)):
                (articles / f"{number:06}.txt").write_text(text, encoding="utf-8")
                file.write(json.dumps({"id": number, "text": text}) + "\n")
        publish = ["publish", str(articles), "--out", str(Path(folder) / "package")]
        return [
            *_compare("extract -", [command, "extract", "-"], stream, jobs, repeats),
            *_compare("publish", [command, *publish], None, jobs, repeats),
        ]


def _compare(
    title: str, command: list[str], source: Path | None, jobs: Sequence[int], repeats: int
) -> list[Sequence[str]]:
    runs: dict[int, list[Run]] = {number: [] for number in jobs}
    for _ in range(repeats):
        for number, done in runs.items():
            done.append(run_command([*command, "--jobs", str(number)], source))
    quickest = {n: min(done, key=lambda run: run.seconds) for n, done in runs.items()}
    first = quickest[jobs[0]].seconds
    return [
        (
            title,
            str(number),
            f"{run.seconds:.1f}",
            f"{run.cpu_seconds:.1f}",
            f"{first / run.seconds:.2f} ×",
        )
        for number, run in quickest.items()
    ]
