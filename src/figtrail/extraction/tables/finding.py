"""The cells of a document's tables, found by where they stand in what is read.

What reads a table is loaded for the first one that is met: few articles have any.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from figtrail.extraction.periods import DateContext
from figtrail.model import Sentence
from figtrail.plain import Plain, Row, trim

if TYPE_CHECKING:
    from figtrail.extraction.tables.captions import Caption
    from figtrail.extraction.tables.cells import Setting
    from figtrail.extraction.tables.survey import Survey

# So many characters from the words that say what numbers are in, down to a row, are published as
# the sentence of its figures.
_LONGEST = 2000


class Cell(NamedTuple):
    """A cell of a table: its row and its column, counted from 0."""

    survey: Survey
    row: int
    column: int

    @property
    def start(self) -> int:
        """Where it starts in the article."""
        return self.survey.table.rows[self.row].cells[self.column].start

    @property
    def stop(self) -> int:
        """Where it stops in the article."""
        return self.survey.table.rows[self.row].cells[self.column].stop

    @property
    def states_figures(self) -> bool:
        """Whether its numbers are figures, and no labels, times, ranks or references."""
        return self.survey.is_figure(self.row, self.column)

    @property
    def tells(self) -> bool:
        """Whether it holds text, which is read as that of any paragraph."""
        return self.survey.tells(self.row, self.column)

    def read(self) -> Setting:
        """What the table says of its figures."""
        from figtrail.extraction.tables.cells import read_setting

        return read_setting(self.survey, self.row, self.column)


class Tables:
    """Finds the cell in which a sentence stands; reads each table when one of its cells is met.

    `plain` is what is read of the article `source`.
    """

    def __init__(self, plain: Plain, source: str, dates: DateContext) -> None:
        self._plain = plain
        self._source = source
        self._dates = dates
        self._surveys: dict[int, Survey] = {}

    @cached_property
    def _cells(self) -> list[tuple[int, int, int, int]]:
        """Start, table, row and column of every cell, in the order of the text."""
        return sorted(
            (cell.start, at, row, column)
            for at, table in enumerate(self._plain.tables)
            for row, line in enumerate(table.rows)
            for column, cell in enumerate(line.cells)
            if cell.stop > cell.start
        )

    def find(self, position: int) -> Cell | None:
        """The cell that holds an offset into what is read, None outside of tables."""
        if not self._plain.tables:
            return None
        offset = self._plain.span(position, position + 1)[0]
        found = bisect_right(self._cells, (offset, len(self._source), 0, 0)) - 1
        if found < 0:
            return None
        _, at, row, column = self._cells[found]
        if offset >= self._plain.tables[at].rows[row].cells[column].stop:
            return None
        return Cell(self._survey(at), row, column)

    def _survey(self, at: int) -> Survey:
        from figtrail.extraction.tables.survey import Survey

        if at not in self._surveys:
            table = self._plain.tables[at]
            self._surveys[at] = Survey(table, self._find_caption(at), self._dates, self._read)
        return self._surveys[at]

    def _find_caption(self, at: int) -> Caption | None:
        """The caption of a table, which begins behind the table before it."""
        from figtrail.extraction.tables.captions import read_caption

        tables = self._plain.tables
        start = self._plain.locate(tables[at].start)
        caption = read_caption(self._plain.text, start, self._dates)
        if caption is None or at == 0 or not tables[at - 1].rows:
            return caption
        ends = self._plain.locate(tables[at - 1].rows[-1].stop)
        return caption if caption.start >= ends else None

    def _read(self, start: int, stop: int) -> str:
        """The words between two offsets of the article, in one line."""
        lines = Plain(self._source[start:stop]).text.splitlines()
        return " ".join(line.strip() for line in lines).strip()

    def find_proof(
        self, cell: Cell, setting: Setting, sentence: Sentence
    ) -> tuple[int, int] | None:
        """The stretch of the article from which a cell's figures are read again: its row.

        A row that is too long, or isn't known as one by itself, leaves the sentence in the cell.
        Where the heads say how many each number stands for, all from them on goes with it; None
        where too long.
        """
        table = cell.survey.table
        row: Row = table.rows[cell.row]
        if not setting.headed:
            short = row.stop - row.start <= _LONGEST
            return (row.start, row.stop) if row.shows and short else self.bound(cell, sentence)
        start = table.start
        caption = cell.survey.caption
        if setting.captioned and caption is not None:
            start = self._plain.stretch(caption.start, caption.stop)[0]
        proves = cell.row >= table.known and row.stop - start <= _LONGEST
        return (start, row.stop) if proves else None

    def bound(self, cell: Cell, sentence: Sentence) -> tuple[int, int]:
        """Where the article has a sentence of a cell, with the markup around it."""
        start, stop = self._plain.stretch(sentence.start, sentence.end)
        return trim(self._source, max(start, cell.start), min(stop, cell.stop))
