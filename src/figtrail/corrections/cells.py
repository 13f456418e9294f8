"""What a cell of `expected` or `corrected` says, typed by the column of `figures` that it is of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from figtrail.intervals import bound_days
from figtrail.model import FigtrailError, Figure, Problem
from figtrail.publication import Correction
from figtrail.schemas import Field, load_schema

CODES = frozenset({"measure", "place"})
"""Columns that the coding fills in, after the words have been corrected."""

FOLLOWING = frozenset(
    {
        *("figure_id", "source_id", "char_start", "char_end", "quote", "share", "period_start"),
        *("period_end", "sentence", "sentence_start", "fact", "locator", "link", "rule", "review"),
    }
)
"""Columns that no correction sets: they follow from the span, the text or the other columns."""

Cell = Decimal | str | bool | None


@cache
def list_fields() -> tuple[str, ...]:
    """The columns of `figures` that a correction may set, in their order."""
    names = load_schema("figures").field_names
    return tuple(name for name in names if name not in FOLLOWING)


def read_corrected(correction: Correction, lines: Mapping[str, str]) -> Cell:
    """What the correction puts in: of the column's type, closed set and pattern."""
    return _read(correction, correction.corrected, lines, guards=False)


def read_expected(correction: Correction, lines: Mapping[str, str]) -> Cell:
    """What the correction expects to find: of the column's type, and else as it stands."""
    return _read(correction, correction.expected, lines, guards=True)


def correct_field(figure: Figure, correction: Correction, lines: Mapping[str, str]) -> Figure:
    """The figure with one field set anew; FigtrailError where it isn't what was expected.

    A correction that sets what stands there already confirms the figure.
    """
    name = correction.field or ""
    content, expected = read_corrected(correction, lines), read_expected(correction, lines)
    found = getattr(figure, name)
    if found != expected:
        message = f"{name} is not what the correction expects to replace"
        action = "Look at the sentence again; then mend `expected` or remove the correction."
        compared = {"found": _show(found), "expected": _show(expected)}
        raise refuse(correction, lines, message, action, **compared)
    if content is None and expected is None:
        message = f"{name} is empty already, and `corrected` too"
        raise refuse(correction, lines, message, "Fill in `corrected`, or remove the correction.")
    review = "added" if figure.review == "added" else "corrected"
    if content == expected:
        review = "confirmed" if figure.review == "automatic" else figure.review
    changed: dict[str, Any] = {name: content, "review": review}
    return replace(figure, **changed)


def refuse(
    correction: Correction, lines: Mapping[str, str], message: str, action: str, **compared: str
) -> FigtrailError:
    """The error that names the correction's file and line."""
    where = lines.get(correction.correction_id, f"correction {correction.correction_id}")
    return FigtrailError([Problem("correction-unmatched", where, message, action, **compared)])


def _show(content: Cell) -> str:
    if content is None:
        return "nothing"
    return f"{content:f}" if isinstance(content, Decimal) else str(content)


def _read(
    correction: Correction, cell: str | None, lines: Mapping[str, str], *, guards: bool
) -> Cell:
    name = correction.field or ""
    if name not in list_fields():
        mend = f"Name one of {', '.join(list_fields())}."
        raise refuse(correction, lines, f"{name or 'field'} can't be corrected", mend)
    field = load_schema("figures").field(name)
    try:
        content = _parse(field, cell, guards=guards)
        if not guards:
            _check(field, cell)
    except ValueError as error:
        column = "expected" if guards else "corrected"
        stated = "empty" if cell is None else repr(cell)
        message = f"{column}: {name} can't be {stated}"
        raise refuse(correction, lines, message, str(error)) from error
    return content


def _parse(field: Field, cell: str | None, *, guards: bool) -> Cell:
    """The cell as the column's type; ValueError says how to write it."""
    if cell is None:
        return None
    if field.type == "number":
        number = _parse_number(cell)
        # What an article states may have more digits than can be published, and be replaced.
        return number if guards else _as_published(number)
    if field.type == "boolean":
        if cell not in ("true", "false"):
            raise ValueError("Write true or false.")
        return cell == "true"
    return cell


def _parse_number(cell: str) -> Decimal:
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell):
        raise ValueError("Write a plain decimal number such as 1064 or 49.4.")
    return Decimal(cell)


def _as_published(number: Decimal) -> Decimal:
    """The number with the digits of the double that publishes it, as checks will read it again."""
    published = Decimal(repr(float(number)))
    if published != number:
        raise ValueError("Write a number of at most 15 significant digits.")
    return Decimal(int(published)) if published == published.to_integral_value() else published


def _check(field: Field, cell: str | None) -> None:
    """Hold a cell against what the schema promises; ValueError says how to mend it."""
    if cell is None:
        if field.required:
            raise ValueError(f"Fill in {field.name}.")
    elif field.enum and cell not in field.enum:
        raise ValueError(f"Use one of {', '.join(field.enum)}.")
    elif field.name == "period":
        try:
            bound_days(cell)
        except ValueError as error:
            wanted = "2019, 2019-03, 2019-03-31 or 2018-04-01/2019-03-31"
            raise ValueError(f"Write it as {wanted}.") from error
    elif field.pattern and not re.fullmatch(field.pattern, cell):
        raise ValueError("Use an ISO 4217 code, or a lower-case singular noun without blanks.")
