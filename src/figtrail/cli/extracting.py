"""`figtrail extract`: figures without publishing."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from decimal import Decimal
from enum import StrEnum
from json.encoder import encode_basestring, encode_basestring_ascii
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import typer

from figtrail.cli.options import Jobs
from figtrail.cli.printing import format_cell, print_table
from figtrail.model import Document, FigtrailError, Figure, Problem

COLUMNS = (
    *("char_start", "char_end", "quote", "value", "low", "high", "bound", "kind", "unit", "per"),
    *("per_quantity", "out_of", "change", "measured", "place_text", "period", "period_text"),
    *("status", "speaker", "speaker_text"),
)
"""What is printed of a figure, after the id of its document."""

SHOWN = (
    *("quote", "bound", "unit", "change", "measured", "place_text", "period", "status"),
    "speaker",
)
"""What a table shows of a figure."""

Found = Iterable[tuple[str | int, Iterable[Figure]]]
"""The id of each document and its figures."""


class FigureFormat(StrEnum):
    """How figures are printed."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


def extract(
    files: Annotated[
        list[str],
        typer.Argument(help="Text files, or - for documents as JSON lines.", metavar="FILE…"),
    ],
    figure_format: Annotated[
        FigureFormat | None,
        typer.Option(
            "--format", help="How figures are printed: by default as a table, with - as jsonl."
        ),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(help="The articles' date, as 2019-02-20 or 2019-02.", metavar="EDTF"),
    ] = None,
    place: Annotated[
        str | None, typer.Option(help="The articles' own place.", metavar="NAME")
    ] = None,
    nation: Annotated[
        str | None, typer.Option(help='What "nationally" means, as England.', metavar="NAME")
    ] = None,
    jobs: Jobs = 1,
) -> None:
    """Print figures without publishing.

    The date resolves "last year", and the place is that of figures that name no other.

    With - it reads JSON lines {"id", "text", "published"?, "place"?, "nation"?} (null allowed) and
    prints the figures of each document as soon as it is read; the options stand in where a line
    says nothing.

    \b
    Examples:
      figtrail extract article.txt
      figtrail extract article.txt --published 2019-02-20 --place "St Helens"
      figtrail extract *.txt --format csv > figures.csv
      figtrail extract - < documents.jsonl > figures.jsonl
      figtrail extract - --jobs 0 < documents.jsonl > figures.jsonl
    """
    from figtrail.extraction import extract_figures
    from figtrail.workers import map_in_order

    known = {"published": published, "place": place, "nation": nation}
    _check_date(published)
    streamed = files == ["-"]
    name_document = _name_line if streamed else str
    if streamed:
        documents = _read_lines(_open_input(jobs), known)
    else:
        documents = _read_files(_check_files(files), known)
    chosen = figure_format or (FigureFormat.jsonl if streamed else FigureFormat.table)
    with closing(map_in_order(extract_figures, documents, jobs, name_document)) as extractions:
        PRINTERS[chosen]((name, extraction.figures) for name, extraction in extractions)


def _check_date(published: str | None) -> None:
    from figtrail.reading import bound_date

    try:
        bound_date(published or "2000")
    except ValueError as error:
        message = f"{error}; write a date such as 2019-02-20, 2019-02 or 2018-03~"
        raise typer.BadParameter(message, param_hint="--published") from error


def _check_files(files: list[str]) -> list[Path]:
    for name in files:
        if name == "-":
            raise typer.BadParameter("- stands alone, without files", param_hint="FILE")
        if Path(name).is_dir():
            message = f"{name} is a folder; name its files, as {Path(name) / '*.txt'}"
            raise typer.BadParameter(message, param_hint="FILE")
        if not Path(name).is_file():
            raise typer.BadParameter(f"there is no file {name}", param_hint="FILE")
    return [Path(name) for name in files]


def _open_input(jobs: int) -> BinaryIO:
    """Standard input; with several jobs one that a thread can still wait for when all is done.

    Python can't end in peace while a thread reads its own.
    """
    if jobs == 1:
        return sys.stdin.buffer
    return open(sys.stdin.fileno(), "rb", closefd=False)


def _read_files(
    files: Iterable[Path], known: dict[str, str | None]
) -> Iterator[tuple[str, Document]]:
    from figtrail.reading import make_document, read_text

    for path in files:
        name = path.as_posix()
        yield name, make_document(read_text(path).text, name, **known)


def _read_lines(
    stream: BinaryIO, known: dict[str, str | None]
) -> Iterator[tuple[str | int, Document]]:
    """One document a line, one line in memory; FigtrailError names a line that is none."""
    from figtrail.reading import make_document

    for number, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        try:
            name, text, facts = _parse_line(line)
            stated = {key: facts.get(key) or default for key, default in known.items()}
            document = make_document(text, str(name), **stated)
        except (ValueError, RecursionError) as error:
            where = f"standard input, line {number}"
            action = 'Write one JSON object a line: {"id": …, "text": …}.'
            raise FigtrailError([Problem("line-malformed", where, str(error), action)]) from error
        yield name, document


def _name_line(name: str | int) -> str:
    return f"standard input, document {name}"


def _parse_line(line: bytes) -> tuple[str | int, str, dict[str, str | None]]:
    try:
        record: Any = json.loads(line.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise ValueError(f"the line is no JSON at character {error.pos + 1}") from error
    except UnicodeDecodeError as error:
        raise ValueError(f"the line is not UTF-8 at byte {error.start + 1}") from error
    if not isinstance(record, dict):
        raise ValueError("the line is no JSON object")
    name, text = record.get("id"), record.get("text")
    for key, value in (("id", name), ("text", text)):
        if value is None:
            raise ValueError(f"the line has no {key}")
    if not isinstance(name, str | int) or isinstance(name, bool):
        raise ValueError(f"id is {name!r}: a text or a whole number is expected")
    if not isinstance(text, str):
        raise ValueError(f"text is {text!r}: a text is expected")
    facts = {key: record.get(key) for key in ("published", "place", "nation")}
    for key, value in facts.items():
        if value is not None and not isinstance(value, str):
            raise ValueError(f"{key} is {value!r}: a text or null is expected")
    return name, text, facts


def _print_jsonl(found: Found) -> None:
    """A line a figure, flushed document by document; numbers are plain decimals, exact."""
    out = sys.stdout.buffer
    for name, figures in found:
        start = f'{{"id": {_encode(name)}'
        for figure in figures:
            cells = (f', "{column}": {_encode(getattr(figure, column))}' for column in COLUMNS)
            out.write((start + "".join(cells) + "}\n").encode())
        out.flush()


def _encode(value: str | int | Decimal | None) -> str:
    if value is None:
        return "null"
    if isinstance(value, str):
        text: str = encode_basestring(value)
        # A lone surrogate, which JSON can write and UTF-8 can't, must stay escaped.
        return text if _is_utf8(text) else str(encode_basestring_ascii(value))
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _print_csv(found: Found) -> None:
    out = io.TextIOWrapper(
        sys.stdout.buffer, "utf-8", errors="backslashreplace", newline="", write_through=True
    )
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("id", *COLUMNS))
    for name, figures in found:
        for figure in figures:
            writer.writerow((name, *(format_cell(getattr(figure, column)) for column in COLUMNS)))
    out.detach()


def _print_table(found: Found) -> None:
    rows = [
        (str(name), *(format_cell(getattr(figure, column)) for column in SHOWN))
        for name, figures in found
        for figure in figures
    ]
    one = len({row[0] for row in rows}) <= 1
    print_table(SHOWN if one else ("id", *SHOWN), [row[1:] if one else row for row in rows])


PRINTERS: dict[FigureFormat, Callable[[Found], None]] = {
    FigureFormat.jsonl: _print_jsonl,
    FigureFormat.csv: _print_csv,
    FigureFormat.table: _print_table,
}
