"""The tables that a web page has left in an article: their rows and cells by their tags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figtrail.patterns import compile_late
from figtrail.plain.edits import Edit
from figtrail.plain.tables import Cell, Row, Table, is_number, make_table, trim_cell

_TAG = compile_late(r"(?i)<(/?)(table|tr|td|th)\b([^<]*)>")
_SPAN = compile_late(r"(?i)\bcolspan\s*=\s*[\"']?(\d{1,2})")
# A head over more columns than these spans the whole table.
_WIDEST = 30


def find_html_tables(source: str, markup: Sequence[Edit]) -> Iterator[Table]:
    """The tables that hold numbers; those for the layout of a page hold text.

    Their tags are among the stretches of markup. A row counts where its tag is closed.
    """
    rows: list[Row] = []
    start = -1
    cells: list[Cell] = []
    opened = span = 0
    for edit in markup:
        tag = _TAG.fullmatch(source, edit.start, edit.stop)
        if tag is None:
            continue
        closes, name = bool(tag[1]), tag[2].lower()
        if opened:
            cell = trim_cell(source, opened, tag.start())
            cells += [cell, *[Cell(cell.stop, cell.stop)] * (span - 1)]
            opened = 0
        if name in ("td", "th") and not closes and start >= 0:
            told = _SPAN.search(tag[3])
            opened, span = tag.end(), min(_WIDEST, int(told[1])) if told is not None else 1
        elif name == "tr":
            if closes and start >= 0 and cells:
                rows.append(_make_row(source, start, tag.end(), cells))
            start, cells = (-1 if closes else tag.start()), []
        elif name == "table":
            yield from _give(source, rows)
            rows, start, cells = [], -1, []
    yield from _give(source, rows)


def _make_row(source: str, start: int, stop: int, cells: list[Cell]) -> Row:
    shows = len(cells) > 1 and any(is_number(source[one.start : one.stop]) for one in cells[1:])
    return Row(start, stop, tuple(cells), (), shows)


def _give(source: str, rows: list[Row]) -> Iterator[Table]:
    if any(row.shows for row in rows):
        yield make_table(source, rows, 0)
