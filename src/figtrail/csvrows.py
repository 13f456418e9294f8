"""Rows of a small CSV file that a person keeps, each with the line it stands on."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from figtrail.decoding import decode_utf8
from figtrail.model import FigtrailError, Problem


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its file, the line it starts on (from 1), and its cells; None where empty."""

    path: Path
    line: int
    cells: Mapping[str, str | None]

    @property
    def where(self) -> str:
        """The file and the line, as an error names them."""
        return f"{self.path}, line {self.line}"

    def get(self, column: str) -> str | None:
        """The cell of a column, None where it is empty or the file has no such column."""
        return self.cells.get(column)

    def problem(self, code: str, message: str, action: str, found: str | None = None) -> Problem:
        """A Problem that names this row."""
        return Problem(code, self.where, message, action, found)

    def require(self, column: str) -> str:
        """The cell of a column that may not be empty; FigtrailError where it is."""
        cell = self.get(column)
        if cell is None:
            raise FigtrailError(
                [self.problem("cell-missing", f"{column} is empty", f"Fill in {column}.")]
            )
        return cell


def read_rows(
    path: Path, *, required: Collection[str] = (), allowed: Collection[str] | None = None
) -> Iterator[Row]:
    """Yield the rows of a CSV file with a header (RFC 4180, UTF-8, a byte order mark is ignored).

    Cells are stripped of surrounding blanks; empty cells are None; wholly empty lines are passed
    over. Raises FigtrailError where the file can't be read, a required column is missing or one is
    not `allowed` (None allows all), and after the last row for those with more or fewer cells
    than the header.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise FigtrailError(
            [
                Problem(
                    "file-unreadable",
                    str(path),
                    error.strerror or "can't be read",
                    "Check the path.",
                )
            ]
        ) from error
    text = decode_utf8(content, path).removeprefix("\ufeff")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    problems: list[Problem] = []
    started = 1
    try:
        header = [name.strip() for name in next(reader, [])]
        _check_header(path, header, required, allowed)
        started = reader.line_num + 1
        for cells in reader:
            if len(cells) != len(header) and any(cell.strip() for cell in cells):
                problems.append(_refuse_length(path, started, header, cells))
            elif any(cell.strip() for cell in cells):
                yield _make_row(path, started, header, cells)
            started = reader.line_num + 1
    except csv.Error as error:
        where, message = f"{path}, line {started}", f"the row can't be parted into cells: {error}"
        problems.append(Problem("csv-malformed", where, message, "Mend the quoting (RFC 4180)."))
    if problems:
        raise FigtrailError(problems)


def _check_header(
    path: Path, header: list[str], required: Collection[str], allowed: Collection[str] | None
) -> None:
    if len(header) == 1 and (mark := re.search(r"[;\t|]", header[0])):
        message = f"the columns are parted by {mark[0]!r}"
        problem = Problem("csv-malformed", f"{path}, line 1", message, "Part them by commas.")
        raise FigtrailError([problem])
    problems = [
        Problem("column-missing", f"{path}, line 1", f"no column {name}", f"Add {name}.")
        for name in required
        if name not in header
    ]
    problems += [
        Problem("column-twice", f"{path}, line 1", f"column {name} stands twice", "Remove one.")
        for name in dict.fromkeys(header)
        if header.count(name) > 1
    ]
    if allowed is not None:
        problems += [
            Problem(
                "column-unknown",
                f"{path}, line 1",
                f"unknown column {name!r}",
                f"Remove it, or name it as one of {', '.join(allowed)}.",
            )
            for name in header
            if name not in allowed
        ]
    if problems:
        raise FigtrailError(problems)


def _refuse_length(path: Path, line: int, header: list[str], cells: list[str]) -> Problem:
    return Problem(
        "row-length",
        f"{path}, line {line}",
        "the row has another number of cells than the header",
        "Quote cells that hold a comma, and give every column a cell.",
        str(len(cells)),
        str(len(header)),
    )


def _make_row(path: Path, line: int, header: list[str], cells: list[str]) -> Row:
    return Row(
        path, line, {name: cell.strip() or None for name, cell in zip(header, cells, strict=True)}
    )
