"""The tables of an article: rows of cells between pipes or tabs, and which of them are heads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from re import Pattern
from typing import NamedTuple

from figtrail.patterns import compile_late

_PIPE = compile_late(r"(?<!\\)\|")
_TAB = compile_late(r"\t")
# A tab between two words of a line that holds no pipe.
_TABBED = compile_late(r"(?m)^[^\S\n]*+[^\s|][^\t\n|]*+\t[^\n|]*$|^\t[^\n|]*$")
_RULE = compile_late(r"[ >]*+\+?[-=]{2}[-+=: \t]*+")
_DELIMITING = frozenset("|-:=+ \t\r>")
# A row by itself has at least a cell between its pipes.
_LEAST_ROW = 4
# A cell of a head is no longer; what is, or ends as a sentence does, is read.
_HEAD = 60
# Fewer blanks stand in what is shortened than in a sentence: "Att.", "Avg. pts.".
_SENTENCE = 2
# What goes on for longer behind a tab is text.
_CELL = 200
_NUMBER = compile_late(r"[£$€]?\d[\d.,]*(?:%|k|m|bn)?")
_YEAR = compile_late(
    r"(?i)(?:19|20)\d\d(?:[ ]?[-–/][ ]?\d{2,4})?"
    r"(?:[*†‡§]|[a-z]|[ ]?\([^()]{1,20}\)|[ ][a-z]{1,12})?"
)
_FIGURE = compile_late(r"[~<>≈≤≥+−–\-(]{0,2}[ ]?(?:[A-Z]{1,3}[ ]?)?[$£€₹¥₦₽₩₪₫฿₱₺₴₵]?[ ]?\d")
_ITEM = compile_late(r"[*+•·●▪‣–—-]|(?:\d{1,2}|[a-z])[.)]")
# How many rows below another tell whether it names their columns.
_BELOW = 4


class Cell(NamedTuple):
    """A cell without the blanks around its words, by offsets into the article."""

    start: int
    stop: int


class Row(NamedTuple):
    """A line of cells; `breaks` are the offsets of the signs between and around them.

    `shows` is whether it is known as a row without the lines around it.
    """

    start: int
    stop: int
    cells: tuple[Cell, ...]
    breaks: tuple[int, ...]
    shows: bool


class Table(NamedTuple):
    """The rows that name the columns, the outermost first, and the rows below them.

    `known` is the first of these with which the lines down to it are read as the same table.
    """

    heads: tuple[Row, ...]
    rows: tuple[Row, ...]
    known: int

    @property
    def start(self) -> int:
        """Where the first line of the table starts."""
        return (self.heads or self.rows)[0].start

    @property
    def stop(self) -> int:
        """Where its last line stops."""
        return (self.rows or self.heads)[-1].stop


Line = tuple[int, int]


def find_tables(source: str, begin: int) -> list[Table]:
    """The tables of the article from `begin` on, in order."""
    tables: list[Table] = []
    if "|" in source:
        for block in _find_piped(source, begin):
            tables += _read_piped(source, block)
    if "\t" in source:
        for block in _find_tabbed(source, begin):
            tables += _read_tabbed(source, block)
    return sorted(tables, key=find_start)


def find_start(table: Table) -> int:
    """Where a table starts, for sorting."""
    return table.start


def _find_piped(source: str, begin: int) -> Iterator[list[Line]]:
    """The lines that hold a pipe, those together that follow each other or a line of dashes."""
    block: list[Line] = []
    at = source.find("|", begin)
    while at >= 0:
        start = source.rfind("\n", begin, at) + 1 or begin
        stop = source.find("\n", at)
        stop = len(source) if stop < 0 else stop
        if block and start != block[-1][1] + 1:
            ruled = _find_rule(source, block[-1][1] + 1, start - 1)
            if ruled:
                block.append(ruled)
            else:
                yield block
                block = []
        block.append((start, stop))
        at = source.find("|", stop)
    if block:
        yield block


def _find_rule(source: str, start: int, stop: int) -> Line | None:
    """The one line between two offsets, where it is a rule: "+-----+----+"."""
    rule = _RULE.match(source, start, stop)
    return (start, stop) if rule is not None and not source[rule.end() : stop].strip() else None


def _find_tabbed(source: str, begin: int) -> Iterator[list[Line]]:
    """The lines that hold a tab, those together that follow each other."""
    block: list[Line] = []
    for line in _TABBED.finditer(source, begin):
        if block and line.start() != block[-1][1] + 1:
            yield block
            block = []
        block.append(line.span())
    if block:
        yield block


def _read_piped(source: str, block: list[Line]) -> Iterator[Table]:
    """The tables that lines with pipes make: of more than rows by themselves where one is ruled."""
    ruled = [_is_delimiting(source[start:stop], at) for at, (start, stop) in enumerate(block)]
    first = ruled.index(True) if True in ruled else len(block) + 1
    rows: list[Row] = []
    above = 0
    above_row: Row | None = None
    for at, (start, stop) in enumerate(block):
        if ruled[at]:
            above = above or len(rows)
            continue
        row = _split(source, start, stop, _PIPE, _shows_pipes)
        if row.shows or at >= first - 1:
            if above_row is not None and len(above_row.cells) == len(row.cells) and not rows:
                rows.append(above_row)
            rows.append(row)
            above_row = None
            continue
        # What stands above rows by themselves with as many cells may name their columns.
        above_row = row
        if rows:
            yield make_table(source, rows, above)
            rows, above = [], 0
    if rows:
        yield make_table(source, rows, above)


def _is_delimiting(line: str, at: int) -> bool:
    """Whether a line of a block is a rule; below the second, cells may hold a dash for nothing."""
    dashed = "--" in line or "==" in line or ("-" in line and at == 1)
    return dashed and _DELIMITING.issuperset(line)


def _read_tabbed(source: str, block: list[Line]) -> Iterator[Table]:
    """The tables that lines with tabs make, parted by text; one line is a row by itself."""
    rows: list[Row] = []
    for start, stop in block:
        row = _split(source, start, stop, _TAB, _shows_tabs)
        if not _is_text(source, row):
            rows.append(row)
            continue
        if any(one.shows for one in rows):
            yield make_table(source, rows, 0)
        rows = []
    if any(one.shows for one in rows):
        yield make_table(source, rows, 0)


def _is_text(source: str, row: Row) -> bool:
    """Whether a line is an item of a list or a sentence with a tab in it."""
    first = row.cells[0]
    item = len(row.cells) == 2 and _ITEM.fullmatch(source, first.start, first.stop) is not None
    return item or any(cell.stop - cell.start > _CELL for cell in row.cells)


def _split(
    source: str, start: int, stop: int, sign: Pattern[str], shows: Callable[[list[str]], bool]
) -> Row:
    """The cells of a line: what stands between its signs, without the blanks around the line."""
    while start < stop and source[start] in "> " and sign is _PIPE:
        start += 1
    while start < stop and source[stop - 1] in " \r":
        stop -= 1
    breaks = tuple(each.start() for each in sign.finditer(source, start, stop))
    bounds = [start - 1, *breaks, stop]
    cells = [trim_cell(source, one + 1, other) for one, other in pairwise(bounds)]
    texts = [source[cell.start : cell.stop] for cell in cells]
    outer = sign is _PIPE and len(cells) > 2 and not texts[0] and not texts[-1]
    shown = (outer and stop - start >= _LEAST_ROW) or shows(texts)
    if sign is _PIPE:
        # Pipes around a line are no cells; a pipe alone is a row with an empty one.
        first = 0 if texts[0] else 1
        cells = cells[first : -1 if not texts[-1] and len(cells) > first + 1 else None]
    return Row(start, stop, tuple(cells), breaks, shown)


def trim_cell(source: str, start: int, stop: int) -> Cell:
    """A cell between two offsets, without the blanks at its ends."""
    while start < stop and source[start].isspace():
        start += 1
    while start < stop and source[stop - 1].isspace():
        stop -= 1
    return Cell(start, stop)


def _shows_pipes(cells: list[str]) -> bool:
    """Whether a line is a row by itself without pipes around it: "Leeds | 12"."""
    return bool(cells[0]) and any(map(is_number, cells[1:]))


def _shows_tabs(cells: list[str]) -> bool:
    listed = len(cells) == 2 and _ITEM.fullmatch(cells[0]) is not None
    return not listed and any(map(is_number, cells[1:]))


def make_table(source: str, rows: Sequence[Row], above: int) -> Table:
    """A table with its heads told from its rows; `above` rows stand above a line of dashes."""
    texts = [[source[cell.start : cell.stop] for cell in row.cells] for row in rows]
    if above:
        # Without the line of dashes below them, rows are known that show as such.
        known = 0 if all(row.shows for row in rows[:above]) else above
    else:
        known = next((at for at, row in enumerate(rows) if row.shows), 0)
    heads = 0
    if above:
        while heads < above and _names_columns(texts[heads]):
            heads += 1
        heads = heads if heads == above else 0
    elif _names_columns(texts[0]) and (below := _find_below(texts, 0)):
        heads, known = 1, max(known, below)
    while 0 < heads < len(rows) and _names_parts(texts[heads - 1], texts[heads]):
        below = _find_below(texts, heads)
        if not below:
            break
        heads, known = heads + 1, max(known, below)
    return Table(tuple(rows[:heads]), tuple(rows[heads:]), max(0, known - heads))


def is_number(cell: str) -> bool:
    """Whether a cell holds a number and nothing else: "1,204", "£4.2m", "12%"."""
    return _NUMBER.fullmatch(cell) is not None


def _names_columns(cells: list[str]) -> bool:
    """Whether a row may only name its columns: some tools rule off any row."""
    return not any(
        len(cell) > _HEAD
        or (cell.endswith((".", "!", "?", "”")) and cell.count(" ") >= _SENTENCE)
        or (is_number(cell) and _YEAR.fullmatch(cell) is None)
        for cell in cells
    )


def _names_parts(upper: list[str], cells: list[str]) -> bool:
    """Whether a row below a head may name what its columns are parted into."""
    spans = any(not one or one == before for before, one in pairwise(upper))
    return (not cells[0] or spans or not any(upper)) and _names_columns(cells)


def _find_below(texts: list[list[str]], at: int) -> int:
    """The first row below another with a figure where that has words; 0 where there is none.

    Nor is there one below a row with figures of its own.
    """
    row = texts[at]
    if any(_is_figure(cell) for cell in row[1:]):
        return 0
    named = {column for column, cell in enumerate(row) if any(map(str.isalnum, cell))}
    named |= {column for column, cell in enumerate(row) if "%" in cell or "£" in cell}
    for below in range(at + 1, min(len(texts), at + 1 + _BELOW)):
        cells = enumerate(texts[below])
        if any(_is_figure(cell) and column in named for column, cell in cells):
            return below
    return 0


def _is_figure(cell: str) -> bool:
    return _FIGURE.match(cell) is not None and _YEAR.fullmatch(cell) is None
