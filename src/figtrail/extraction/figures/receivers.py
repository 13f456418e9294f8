"""Among whom "each" shares out a number where its own sentence doesn't say."""

from __future__ import annotations

from figtrail.extraction.found import Found
from figtrail.extraction.quantities import Reading


def find_receiver(before: list[Found], reading: Reading) -> str:
    """What "each" shares out among where its sentence doesn't say: what was priced or counted."""
    for item in reversed(before):
        if item.kind == "money" and reading.number.currency is not None and item.per is not None:
            return item.per
        if item.kind == "count" and item.unit != "item":
            return item.unit
    return "item"
