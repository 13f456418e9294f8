"""Every quote read again where it stands: it must give the number that was published."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from decimal import Decimal
from functools import partial
from itertools import islice
from typing import NamedTuple

from figtrail.model import Quantity
from figtrail.validation.contents import Content, shown
from figtrail.validation.report import Finding
from figtrail.validation.reviews import group_corrections
from figtrail.workers import call_with_each, map_in_order

ReadQuantity = Callable[[str, int, int], Quantity | None]
"""Reads the quantity whose quote is `text[start:end]`; None where it reads none there."""

Quote = tuple[str, int, int]
"""A sentence, and where in it the quote starts and ends."""

_READ_COLUMNS = ("value", "low", "high")
_BATCH = 100
"""How many quotes are read at a time: enough that handing them over costs little beside."""


class _Stated(NamedTuple):
    """A row of figures (from 0), the place of its figure, and its cells of what is read again."""

    row: int
    place: tuple[str, int, int]
    cells: tuple[object, ...]


def check_readings(
    figures: Content, corrections: Content | None, read_quantity: ReadQuantity, jobs: int = 1
) -> list[Finding]:
    """Read every quote again where it stands in its sentence, and compare the number.

    Not read are rows whose sentence is not published or doesn't hold the quote, and figures that a
    person added; not compared are the columns that a correction set.
    """
    corrected = {
        place: _list_settled({item["field"] for _, item in items})
        for place, items in group_corrections(corrections).items()
    }
    wrong: dict[str, dict[int, str]] = {name: {} for name in _READ_COLUMNS}
    with closing(_read_quotes(_list_quotes(figures), read_quantity, jobs)) as readings:
        for stated, quantity in readings:
            settled = corrected.get(stated.place, set())
            for name, cell in zip(_READ_COLUMNS, stated.cells, strict=True):
                read = None if quantity is None else getattr(quantity, name)
                if name not in settled and not _agrees(cell, read):
                    wrong[name][stated.row] = shown(read)
    return [
        finding
        for name, read in wrong.items()
        for finding in figures.findings(
            "reading-wrong",
            f"the quote, read again, gives another {name}",
            name,
            list(read),
            read.get,
        )
    ]


def _list_quotes(figures: Content) -> Iterator[tuple[_Stated, Quote]]:
    """What each row states, and the quote that is to be read again."""
    names = ("source_id", "sentence", "sentence_start", "char_start", "char_end", "quote", "review")
    columns = [figures.column(name).to_pylist() for name in (*names, *_READ_COLUMNS)]
    for row, cells in enumerate(zip(*columns, strict=True)):
        source_id, sentence, origin, start, end, quote, review, *stated = cells
        if None in (sentence, origin, start, end) or review == "added" or start < origin:
            continue
        if sentence[start - origin : end - origin] == quote:
            place = (source_id, start, end)
            yield _Stated(row, place, tuple(stated)), (sentence, start - origin, end - origin)


def _read_quotes(
    quotes: Iterator[tuple[_Stated, Quote]], read_quantity: ReadQuantity, jobs: int
) -> Generator[tuple[_Stated, Quantity | None]]:
    """What each quote gives, in their order; `jobs` processes are handed many quotes at a time."""

    def gather() -> Iterator[tuple[list[_Stated], list[Quote]]]:
        while batch := list(islice(quotes, _BATCH)):
            yield [stated for stated, _ in batch], [quote for _, quote in batch]

    read = partial(call_with_each, read_quantity)
    with closing(map_in_order(read, gather(), jobs, _name_batch)) as answers:
        for batch, quantities in answers:
            yield from zip(batch, quantities, strict=True)


def _name_batch(batch: list[_Stated]) -> str:
    return f"figures, rows {batch[0].row + 1} to {batch[-1].row + 1}"


def _list_settled(fields: set[str]) -> set[str]:
    """The columns that corrections set: `low` and `high` follow from the value and the bound."""
    return fields | {"low", "high"} if fields & {"value", "bound"} else fields


def _agrees(cell: object, read: object) -> bool:
    if isinstance(cell, float) and isinstance(read, Decimal):
        return cell == float(read)
    return cell == read
