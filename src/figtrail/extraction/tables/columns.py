"""What each column of a table holds: figures, labels, times, or numbers that are no figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from figtrail.extraction.periods import DateContext, find_periods
from figtrail.extraction.tables.legends import Legend, name_place
from figtrail.extraction.tables.units import count_unit
from figtrail.extraction.tables.words import (
    AGENTS,
    AGES,
    HEADS,
    PERIODS,
    PLACES,
    TOTALS,
    is_blank,
    strip_note,
)
from figtrail.patterns import compile_late

Role = Literal["figures", "labels", "periods", "numbering"]
Naming = Literal["place", "agent", "measure"]

# What may stand before the digits of a cell that is a figure.
_FIGURE = compile_late(
    r"[~<>≈≤≥+−–\-(*]{0,3}[ ]?(?:[A-Z]{1,3}[ ]?)?[$£€₹¥₦₽₩₪₫฿₱₺₴₵]?[ ]?[-−–]?\d|"
    r"(?i:(?:about|around|over|under|up to|at least|more than|less than|fewer than|nearly|almost)"
    r" [$£€₹¥₦₽₩₪₫฿₱₺₴₵]?\d|[½¼¾⅓⅔⅛])"
)
_YEAR = compile_late(r"(?:19|20)\d\d(?:[-–/]\d{2,4})?")
_LETTERS = compile_late(r"[^\W\d_]{2,}")
# A cell with more words than these tells something by itself.
_WORDS = 6
_LEAST_COUNTED = 2
# What heads two sides and their scores, and how high scores go.
_SIDE_HEADS = frozenset(("", "home", "away", "home team", "away team", "team", "side", "club"))
_SCORE_HEADS = frozenset(("", "score", "goals", "f", "a", "pts", "points", "ft", "result"))
_MOST_POINTS = 200


class Column(NamedTuple):
    """What a column holds, and what its labels name."""

    role: Role
    naming: Naming = "measure"


# A side and its score, twice.
_RESULT = (Column("labels"), Column("numbering")) * 2


def read_columns(
    heads: Sequence[Legend], rows: Sequence[Sequence[str]], dates: DateContext
) -> list[Column]:
    """Judge every column by its head and its cells."""
    width = max(map(len, rows), default=0)
    if _are_results(heads, rows):
        return list(_RESULT)
    columns: list[Column] = []
    for at in range(width):
        cells = [strip_note(row[at]) for row in rows if at < len(row)]
        cells = [cell for cell in cells if not is_blank(cell)]
        head = heads[at].text.lower() if at < len(heads) else ""
        columns.append(_judge(head, cells, dates, first=at == 0, alone=width == 1))
    return columns


def _are_results(heads: Sequence[Legend], rows: Sequence[Sequence[str]]) -> bool:
    """Whether every row is a result, a side and its score twice: "Leeds | 2 | York | 1".

    With heads of anything else, such as "Town" and "Fires", two lists stand side by side.
    """
    texts = [head.text.lower() for head in heads]
    titled = not _SIDE_HEADS.issuperset(texts[::2]) or not _SCORE_HEADS.issuperset(texts[1::2])
    return bool(rows) and not titled and all(map(_is_result, rows))


def _is_result(row: Sequence[str]) -> bool:
    """Whether a row is a side, its score, another side and its score."""
    if len(row) != len(_RESULT):
        return False
    sides, scores = row[::2], row[1::2]
    scored = all(score.isdecimal() and int(score) <= _MOST_POINTS for score in scores)
    return scored and all(side[:1].isupper() for side in sides)


def _judge(head: str, cells: list[str], dates: DateContext, *, first: bool, alone: bool) -> Column:
    if head in PERIODS or (cells and _are_times(head, cells, dates, first=first)):
        return Column("periods")
    if head and cells and _are_years_of_things(head, cells):
        return Column("numbering")
    figures = sum(is_figure(cell) for cell in cells)
    counted = 2 * figures > len(cells)
    if counted and (head in HEADS or (first and _numbers_rows(head, cells))):
        return Column("numbering")
    if head in AGES or (first and counted and _are_bands(cells)):
        return Column("labels")
    if counted and not (first and not alone and figures < len(cells)):
        return Column("figures")
    return Column("labels", _judge_names(head, cells))


def is_figure(cell: str) -> bool:
    """Whether a cell opens with a number, as one of figures does."""
    return _FIGURE.match(cell) is not None and len(_LETTERS.findall(cell)) <= _WORDS


def is_year(cell: str) -> bool:
    """Whether a cell holds a year and nothing else: "2019", "2018-19"."""
    return _YEAR.fullmatch(cell) is not None


def _numbers_rows(head: str, cells: list[str]) -> bool:
    """Whether a first column counts its rows from one."""
    if len(cells) < _LEAST_COUNTED or (head and len(head) > len("ranking")):
        return False
    return all(cell.rstrip(".=") == str(at) for at, cell in enumerate(cells, start=1))


def _are_bands(cells: list[str]) -> bool:
    """Whether a first column says who is meant by ages or sizes: "0-4", "5-9", "65+"."""
    bands = sum(
        "-" in cell[1:] or "–" in cell or cell.endswith("+") or " to " in cell for cell in cells
    )
    return 2 * bands >= len(cells) and not any(sign in cell for cell in cells for sign in "%,")


def _are_times(head: str, cells: list[str], dates: DateContext, *, first: bool) -> bool:
    """Whether all cells are times: years only where no word above says what they count."""
    if not first and not head:
        return False
    if all(map(is_year, cells)):
        return (first and len(cells) > 1) or "year" in head or "date" in head
    return all(_is_time(cell, dates) for cell in cells)


def _are_years_of_things(head: str, cells: list[str]) -> bool:
    """Whether all cells are years, and the head counts nothing: "Opened", "Completed"."""
    return all(map(is_year, cells)) and count_unit(head).unit == "item"


def _is_time(cell: str, dates: DateContext) -> bool:
    mentions = find_periods(cell, dates)
    return len(mentions) == 1 and mentions[0].end - mentions[0].start == len(cell)


def _judge_names(head: str, cells: list[str]) -> Naming:
    """What labels name: by their head, else places where most of them are known as such."""
    words = set(head.replace("/", " ").split())
    if not words.isdisjoint(PLACES):
        return "place"
    if not words.isdisjoint(AGENTS):
        return "agent"
    named = [cell for cell in cells if cell.lower() not in TOTALS]
    known = sum(name_place(cell) is not None for cell in named)
    return "place" if named and 2 * known >= len(named) else "measure"
