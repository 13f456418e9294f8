"""A table as a reader takes it in: its caption, heads, columns and the labels of its rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from figtrail.extraction.dating import Dating
from figtrail.extraction.periods import DateContext, find_periods
from figtrail.extraction.tables.captions import Caption
from figtrail.extraction.tables.columns import (
    Column,
    Naming,
    Role,
    is_figure,
    is_year,
    read_columns,
)
from figtrail.extraction.tables.legends import Legend, name_place, read_legend
from figtrail.extraction.tables.words import (
    BODIES,
    LABELS,
    NATIONAL,
    PERIODS,
    TOTALS,
    is_blank,
    strip_note,
)
from figtrail.intervals import bound_days
from figtrail.plain import Row, Table

_EMPTY = Legend("")


class Survey:
    """Reads a table once for all its cells; what only some cells need is read when they ask.

    `read` gives the words of a cell by its bounds in the article, without markup.
    """

    def __init__(
        self,
        table: Table,
        caption: Caption | None,
        dates: DateContext,
        read: Callable[[int, int], str],
    ) -> None:
        self.table = table
        self.caption = caption
        self.dates = dates
        self._read = read
        self._legends: dict[str, Legend] = {}
        # What a row says of all its cells, however many they are.
        self._places: dict[int, str | None] = {}
        self._datings: dict[int, Dating | None] = {}
        self._stating: dict[int, bool] = {}

    @property
    def caption_span(self) -> tuple[int, int] | None:
        """The bounds of a caption that names the table, and doesn't only stand before it."""
        if self.caption is None or not self.caption.titles:
            return None
        return self.caption.start, self.caption.stop

    @cached_property
    def texts(self) -> list[list[str]]:
        """The words of every row, cell by cell."""
        return [self._read_row(row) for row in self.table.rows]

    def _read_row(self, row: Row) -> list[str]:
        return [
            self._read(cell.start, cell.stop) if cell.stop > cell.start else ""
            for cell in row.cells
        ]

    @cached_property
    def levels(self) -> list[list[Legend]]:
        """The legends of the heads, the innermost row of them first, one a column."""
        levels: list[list[Legend]] = []
        rows = [self._read_row(row) for row in self.table.heads]
        for depth, cells in enumerate(rows):
            spread = depth < len(rows) - 1
            levels.insert(0, [read_legend(words, self.dates) for words in _spread(cells, spread)])
        return levels

    def heads(self, column: int) -> list[Legend]:
        """The legends over a column, the nearest first; heads without words say nothing."""
        over = (level[column] for level in self.levels if column < len(level))
        return [legend for legend in over if legend.text]

    @cached_property
    def columns(self) -> list[Column]:
        """What each column holds."""
        width = max(map(len, self.texts), default=0)
        heads = [next(iter(self.heads(at)), _EMPTY) for at in range(width)]
        return read_columns(heads, self.texts, self.dates)

    @cached_property
    def label_column(self) -> int | None:
        """The column whose words name the rows: the first of labels."""
        return next(iter(self._roles["labels"]), None)

    @cached_property
    def _roles(self) -> Mapping[Role, Sequence[int]]:
        """The columns of each role, in order."""
        roles: dict[Role, list[int]] = {"figures": [], "labels": [], "periods": [], "numbering": []}
        for at, column in enumerate(self.columns):
            roles[column.role].append(at)
        return roles

    @cached_property
    def _sections(self) -> list[int]:
        """For each row the one above it that opens its section: a label and nothing else; or -1."""
        sections: list[int] = []
        current = -1
        for at, cells in enumerate(self.texts):
            filled = [column for column, cell in enumerate(cells) if cell.strip(" *")]
            if filled[:1] == [0] == filled and len(cells) > 1:
                current = at
            elif filled and cells[0].lower().strip(" *") in TOTALS:
                current = -1
            sections.append(current)
        return sections

    def section(self, row: int) -> Legend | None:
        """What the line says that opens the part of the table in which a row stands."""
        opening = self._sections[row]
        return self.label(opening, 0) if 0 <= opening < row else None

    def is_figure(self, row: int, column: int) -> bool:
        """Whether the numbers of a cell are figures."""
        texts = self.texts[row]
        role = self.columns[column].role
        if role in ("periods", "numbering"):
            return False
        label = self.label_column
        if label is not None and column != label and label < len(texts):
            named = strip_note(texts[label]).lower()
            if named in PERIODS or named in LABELS:
                return False
        if role == "figures":
            return True
        # The label of figures says who or what is meant.
        return column != label or not self._states(row)

    def _states(self, row: int) -> bool:
        """Whether a row has a figure in a column of figures."""
        if row not in self._stating:
            columns = self._roles["figures"]
            self._stating[row] = any(is_figure(self._cell(row, at)) for at in columns)
        return self._stating[row]

    def tells(self, row: int, column: int) -> bool:
        """Whether a cell holds text: more words than go with a figure."""
        words = self.texts[row][column]
        return len(words) > _TEXT and words.endswith((".", "!", "?", "”", '"'))

    def label(self, row: int, column: int) -> Legend:
        """What a row's label says; one that is left empty goes on with that above it."""
        at = row
        while at > 0 and is_blank(self._cell(at, column)) and column == 0 and row - at < _REACH:
            at -= 1
        return self._legend(self._cell(at, column))

    def opening(self, row: int) -> Legend | None:
        """What the first cell of a row says by itself, where it is no figure."""
        words = self._cell(row, 0)
        return None if is_figure(words) else self._legend(words)

    def _legend(self, words: str) -> Legend:
        if words not in self._legends:
            self._legends[words] = read_legend(words, self.dates)
        return self._legends[words]

    def opens_with_number(self, row: int, column: int) -> bool:
        """Whether a cell opens with a number that is no year, whatever else its column holds."""
        words = self._cell(row, column)
        return is_figure(words) and not is_year(words)

    def _cell(self, row: int, column: int) -> str:
        cells = self.texts[row]
        return cells[column] if column < len(cells) else ""

    def row_place(self, row: int) -> str | None:
        """The place that one of a row's labels names; None for a total and where none does."""
        if row not in self._places:
            self._places[row] = self._find_place(row)
        return self._places[row]

    def _find_place(self, row: int) -> str | None:
        for at in self._roles["labels"]:
            column = self.columns[at]
            words = strip_note(self._cell(row, at) or self.label(row, at).text)
            if words.lower() in NATIONAL and self.dates.nation is not None:
                return self.dates.nation
            place = name_place(words) if column.naming != "agent" else None
            if place is None and column.naming == "place" and _may_be_place(words):
                place = _strip_body(words)
            if place is not None:
                return place
        return None

    def row_dating(self, row: int) -> Dating | None:
        """The period that one of a row's cells states."""
        if row not in self._datings:
            self._datings[row] = self._find_dating(row)
        return self._datings[row]

    def _find_dating(self, row: int) -> Dating | None:
        for at in self._roles["periods"]:
            legend = self.label(row, at)
            words = legend.text
            if legend.dating is not None or words:
                return legend.dating or Dating(None, words, None)
        return None

    @cached_property
    def head_datings(self) -> Sequence[Dating]:
        """The periods that the heads state or point to."""
        heads = (head for level in self.levels for head in level)
        return [head.dating for head in heads if head.dating is not None]

    @cached_property
    def latest(self) -> Dating | None:
        """The latest period that the heads state."""
        stated = [one for one in self.head_datings if one.period is not None]
        return max(stated, key=lambda one: bound_days(one.period or "")[1], default=None)

    def naming(self) -> Naming | None:
        """What the labels of the rows name."""
        return self.columns[self.label_column].naming if self.label_column is not None else None


_REACH = 40
# What is longer and ends as a sentence does is text.
_TEXT = 40


def _spread(cells: list[str], spread: bool) -> list[str]:
    """The heads of an upper row, each over the columns that it spans."""
    if not spread:
        return cells
    spanned: list[str] = []
    for at, cell in enumerate(cells):
        spanned.append(cell or (spanned[-1] if at > 1 else ""))
    return spanned


def _may_be_place(words: str) -> bool:
    lower = words.lower()
    total = any(word in TOTALS for word in lower.split())
    return words[:1].isupper() and not total


def _strip_body(words: str) -> str:
    """The place whose body a label names: "Craven District Council"."""
    for body in BODIES:
        if body.endswith(_BODIES) and words.lower().endswith(f" {body}"):
            return words[: -len(body) - 1]
    return words


# These are of a place alone; a county or a city may be part of its name.
_BODIES = ("council", "police")


def complete_period(month: str, year: str, dates: DateContext) -> Dating | None:
    """The period of a month or quarter whose year another head states: "May" and "2023"."""
    words = f"{month} {year}"
    mentions = find_periods(words, dates)
    if len(mentions) != 1 or mentions[0].end - mentions[0].start < len(words):
        return None
    return Dating(mentions[0].period, month, mentions[0].basis)
