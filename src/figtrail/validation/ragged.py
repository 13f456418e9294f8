"""Why a CSV file of a package can't be read: the row that is at fault, where one is."""

from __future__ import annotations

import csv
from pathlib import Path

from figtrail.schemas import TableSchema
from figtrail.validation.report import Finding, report_finding


def explain_csv(path: Path, file: str, schema: TableSchema, error: Exception) -> Finding:
    """The finding for a CSV file that gave an error: with the first row of another length, if any.

    The row counts from 1, the header aside.
    """
    width = len(schema.fields)
    for row, cells in _list_lengths(path):
        if cells != width:
            return report_finding(
                "csv-unreadable",
                "the row has another number of cells than the header",
                file=file,
                table=schema.name,
                row=row,
                found=str(cells),
                expected=str(width),
            )
    reason = str(error).strip().partition("\n")[0]
    message = f"the CSV can't be read: {reason}"
    return report_finding("csv-unreadable", message, file=file, table=schema.name)


def _list_lengths(path: Path) -> list[tuple[int, int]]:
    """Each row with its number of cells, as far as the file can be read."""
    lengths: list[tuple[int, int]] = []
    try:
        with path.open(encoding="utf-8", newline="") as text:
            reader = csv.reader(text, strict=True)
            next(reader, None)
            lengths += ((row, len(cells)) for row, cells in enumerate(reader, 1))
    except (OSError, ValueError, csv.Error):
        return lengths
    return lengths
