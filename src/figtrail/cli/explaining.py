"""What stands behind a figure: its checks in words and numbers, and what people corrected."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from figtrail.loading import Package

WIDTH = 80


def explain_checks(opened: Package, figure_id: str) -> Iterator[str]:
    """Lines on every check that the figure has a part in.

    First the formula or comparison in words, then what is stated and computed, every figure with
    its part, and the official value with where it comes from.
    """
    parts = opened.check_figures
    own = set(parts[parts["figure_id"] == figure_id]["check_id"])
    figures = opened.figures.set_index("figure_id")
    for check in opened.checks.to_dict("records"):
        if check["check_id"] not in own:
            continue
        yield f"check   {check['kind']}: {check['verdict']}  ({check['check_id']})"
        yield from wrap_lines(check["explanation"], "        ")
        for name in ("stated", "computed"):
            if (number := show_number(check[name])) is not None:
                yield f"        {name:10}{number}"
        for part in parts[parts["check_id"] == check["check_id"]].to_dict("records"):
            figure = figures.loc[part["figure_id"]]
            told = "this figure" if part["figure_id"] == figure_id else part["figure_id"]
            named = f"{figure['quote']} in {figure['source_id']}, {told}"
            yield from wrap_lines(named, f"        {part['role']:10}")
        yield from _explain_reference(opened, check["reference_id"])
        yield ""


def explain_corrections(opened: Package, figure: Mapping[str, Any]) -> Iterator[str]:
    """Lines on every correction of the figure: what was changed, why, by whom and when."""
    span = ("source_id", "char_start", "char_end")
    for row in opened.corrections.to_dict("records"):
        if any(row[name] != figure[name] for name in span):
            continue
        cells = {name: "nothing" if _is_empty(row[name]) else row[name] for name in row}
        told = cells["action"]
        if cells["action"] == "correct":
            told = f"correct {cells['field']}: {cells['expected']} → {cells['corrected']}"
        elif cells["action"] == "add":
            told = f"add {cells['field']}: {cells['corrected']}"
        signed = f"{cells['reason']} ({cells['author']}, {str(cells['date'])[:10]})"
        yield from wrap_lines(f"{told}. {signed}", "correction  ")


def show_number(number: object) -> str | None:
    """A number of a table as plain decimal text; None where the cell is empty."""
    if _is_empty(number):
        return None
    text = f"{number:.10f}".rstrip("0").rstrip(".")
    return text or "0"


def wrap_lines(text: str, first: str) -> list[str]:
    """The text on lines of 80 characters, all as far in as the first words after `first`."""
    return textwrap.wrap(
        " ".join(str(text).split()),
        WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_on_hyphens=False,
        break_long_words=False,
    )


def _explain_reference(opened: Package, reference_id: object) -> Iterator[str]:
    if _is_empty(reference_id):
        return
    reference = opened.reference.set_index("reference_id").loc[str(reference_id)]
    number = show_number(reference["value"])
    told = f"{number} {reference['unit']}, {reference['period']}, {reference['publisher']}, "
    told += str(reference["dataset"])
    if not _is_empty(reference["vintage"]):
        told += f", {reference['vintage']}"
    yield from wrap_lines(told, "        official  ")
    if not _is_empty(reference["url"]):
        yield f"                  {reference['url']}"


def _is_empty(cell: object) -> bool:
    import pandas

    return bool(pandas.isna(cell))  # type: ignore[call-overload]
