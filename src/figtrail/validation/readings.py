"""Every quote read again where it stands: it must give the number that was published."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from figtrail.model import Quantity
from figtrail.validation.contents import Content, shown
from figtrail.validation.report import Finding
from figtrail.validation.reviews import group_corrections

ReadQuantity = Callable[[str, int, int], Quantity | None]
"""Reads the quantity whose quote is `text[start:end]`; None where it reads none there."""

_READ_COLUMNS = ("value", "low", "high")


def check_readings(
    figures: Content, corrections: Content | None, read_quantity: ReadQuantity
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
    names = ("source_id", "sentence", "sentence_start", "char_start", "char_end", "quote", "review")
    columns = [figures.column(name).to_pylist() for name in (*names, *_READ_COLUMNS)]
    for row, cells in enumerate(zip(*columns, strict=True)):
        source_id, sentence, origin, start, end, quote, review, *stated = cells
        if None in (sentence, origin, start, end) or review == "added" or start < origin:
            continue
        if sentence[start - origin : end - origin] != quote:
            continue
        quantity = read_quantity(sentence, start - origin, end - origin)
        settled = corrected.get((source_id, start, end), set())
        for name, cell in zip(_READ_COLUMNS, stated, strict=True):
            read = None if quantity is None else getattr(quantity, name)
            if name not in settled and not _agrees(cell, read):
                wrong[name][row] = shown(read)
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


def _list_settled(fields: set[str]) -> set[str]:
    """The columns that corrections set: `low` and `high` follow from the value and the bound."""
    return fields | {"low", "high"} if fields & {"value", "bound"} else fields


def _agrees(cell: object, read: object) -> bool:
    if isinstance(cell, float) and isinstance(read, Decimal):
        return cell == float(read)
    return cell == read
