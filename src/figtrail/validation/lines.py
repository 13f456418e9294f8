"""Where findings stand for the tools of a CI: a file's path, and a line where one is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from figtrail.validation.descriptor import DESCRIPTOR
from figtrail.validation.files import CHECKSUMS
from figtrail.validation.report import Finding, Report

_TURNS = re.compile(r'["\n]')


@dataclass(frozen=True, slots=True)
class Location:
    """A file, its path with / and from the working folder where it lies inside, and a line.

    `line` counts from 1, and is None where no line is known.
    """

    path: str
    line: int | None = None


def locate_findings(report: Report) -> tuple[Location, ...]:
    """Where each finding is to be shown; what no file is named for stands at the descriptor.

    A row of a CSV file is found at the line where it starts, whatever line ends its cells hold. A
    Parquet file has no lines.
    """
    texts: dict[Path, str] = {}
    return tuple(_locate(report.package, finding, texts) for finding in report.findings)


def shorten_path(path: Path) -> str:
    """The path from the working folder, a CI's checkout; as it was given where it lies outside."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def list_record_lines(text: str) -> list[int]:
    """The lines (from 1) on which the records of a CSV text (RFC 4180) start, the header first."""
    starts, line, quoted = [1], 1, False
    for turn in _TURNS.finditer(text):
        if turn[0] == '"':
            quoted = not quoted
            continue
        line += 1
        if not quoted:
            starts.append(line)
    return starts


def _locate(package: Path, finding: Finding, texts: dict[Path, str]) -> Location:
    if finding.code == "package-missing":
        return Location(shorten_path(package))
    path = package / (finding.file or DESCRIPTOR)
    line = None
    if path.name == CHECKSUMS:
        line = finding.row
    elif path.suffix == ".csv" and (finding.row is not None or finding.key is not None):
        if path not in texts:
            texts[path] = _read_text(path)
        line = _find_line(texts[path], finding)
    return Location(shorten_path(path), line)


def _find_line(text: str, finding: Finding) -> int | None:
    """The line of a finding's row, else of the record that starts with its key."""
    starts = list_record_lines(text)
    if finding.row is not None:
        return starts[finding.row] if finding.row < len(starts) else None
    lines = text.split("\n")
    known = (line for line in starts if lines[line - 1].startswith(f"{finding.key},"))
    return next(known, None)


def _read_text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""
