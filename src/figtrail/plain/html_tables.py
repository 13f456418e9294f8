"""The tables that a web page has left in an article: their rows and cells by their tags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from re import Pattern

from figtrail.patterns import compile_late
from figtrail.plain.edits import Edit
from figtrail.plain.tables import Cell, Row, Table, is_number, make_table, trim_cell

_TAG = compile_late(r"(?i)<(/?)(table|tr|td|th)\b([^<]*)>")
_ACROSS = compile_late(r"(?i)\bcolspan\s*=\s*[\"']?(\d{1,2})")
_DOWN = compile_late(r"(?i)\browspan\s*=\s*[\"']?(\d{1,3})")
# A head over more columns than these spans the whole table.
_WIDEST = 30
# Cells further right hold no column of the rows below.
_FURTHEST = 100


class _Grid:
    """The cells of the row that is read, each in the column that the rows above leave for it."""

    def __init__(self) -> None:
        self.cells: list[Cell] = []
        self._own: list[Cell] = []
        # For how many more rows a cell from above holds a column.
        self._held: dict[int, int] = {}

    def add(self, cell: Cell, across: int, down: int) -> None:
        """Put a cell into the next free columns; it stands in the first of them."""
        while self._held.get(len(self.cells)):
            self._hold(cell.start)
        first, stop = len(self.cells), min(len(self.cells) + across, _FURTHEST)
        self._held.update(dict.fromkeys(range(first, stop), down - 1))
        spanned = [cell, *[Cell(cell.stop, cell.stop)] * (across - 1)]
        self.cells += spanned
        self._own += spanned

    def finish(self, source: str, start: int, stop: int) -> Row:
        """The row that was read; whether it shows is told by what its own tags hold."""
        last = max((column for column, rows in self._held.items() if rows), default=-1)
        while len(self.cells) <= last:
            self._hold(stop)
        own = self._own[1:]
        shows = any(is_number(source[cell.start : cell.stop]) for cell in own)
        return Row(start, stop, tuple(self.cells), (), shows)

    def begin(self) -> None:
        """Begin another row."""
        self.cells, self._own = [], []

    def _hold(self, at: int) -> None:
        """Leave the next column empty, which a cell from above holds."""
        column = len(self.cells)
        self._held[column] = max(0, self._held.get(column, 0) - 1)
        self.cells.append(Cell(at, at))


def find_html_tables(source: str, markup: Sequence[Edit]) -> Iterator[Table]:
    """The tables that hold numbers; those for the layout of a page hold text.

    Their tags are among the stretches of markup. A row counts where its tag is closed.
    """
    rows: list[Row] = []
    start = -1
    grid = _Grid()
    opened, across, down = 0, 1, 1
    for edit in markup:
        tag = _TAG.fullmatch(source, edit.start, edit.stop)
        if tag is None:
            continue
        closes, name = bool(tag[1]), tag[2].lower()
        if opened:
            grid.add(trim_cell(source, opened, tag.start()), across, down)
            opened = 0
        if name in ("td", "th") and not closes and start >= 0:
            opened = tag.end()
            across = min(_WIDEST, _read_span(_ACROSS, tag[3]))
            down = _read_span(_DOWN, tag[3])
        elif name == "tr":
            if closes and start >= 0 and grid.cells:
                rows.append(grid.finish(source, start, tag.end()))
            start = -1 if closes else tag.start()
            grid.begin()
        elif name == "table":
            yield from _give(source, rows)
            rows, start, grid = [], -1, _Grid()
    yield from _give(source, rows)


def _read_span(sign: Pattern[str], attributes: str) -> int:
    """How many columns or rows a cell takes."""
    told = sign.search(attributes)
    return max(1, int(told[1])) if told is not None else 1


def _give(source: str, rows: list[Row]) -> Iterator[Table]:
    if any(row.shows for row in rows):
        yield make_table(source, rows, 0)
