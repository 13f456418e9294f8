"""Corrections and the figures that they are about: each is to be seen in the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from figtrail.validation.contents import Content, shown
from figtrail.validation.masks import find_rows
from figtrail.validation.report import Finding, report_finding

Place = tuple[Any, Any, Any]
"""Source, first character and end."""

_REVIEWS = {"confirm": "confirmed", "correct": "corrected", "add": "added"}


def check_reviews(figures: Content, corrections: Content | None) -> Iterator[Finding]:
    """Hold every reviewed figure against its corrections, and every correction against its figure.

    A rejected figure must be gone; any other must be there, with the review that its corrections
    give it, and with the content that they set; they stand in the order of their application.
    """
    asked = group_corrections(corrections)
    reviewed = _find_reviewed(figures, asked)
    numbers = frozenset(field.name for field in figures.schema.fields if field.type == "number")
    for place, rows in asked.items():
        figure = reviewed.get(place)
        gone = _is_gone([item["action"] for _, item in rows])
        if corrections is None or (figure is None and gone):
            continue
        if figure is None or gone:
            message = "the correction is about a figure that is not there"
            if figure is not None:
                message = "the correction rejects a figure that is there"
            yield _lost(message, corrections, rows[0][0], "action")
            continue
        # The last of several settings of one field is the one that stands.
        settings = {item["field"]: (row, item) for row, item in rows}
        for row, correction in settings.values():
            yield from _check_setting(figures, figure, corrections, row, correction)
    for place, row in reviewed.items():
        found = figures.rows.column("review")[row].as_py()
        due = _expect_review([_name_action(item, numbers) for _, item in asked.get(place, [])])
        if found != due:
            yield report_finding(
                "derived-wrong",
                "review is not what the corrections give",
                file=figures.file,
                table="figures",
                row=row + 1,
                key=figures.key(row),
                field="review",
                found=shown(found),
                expected=due,
            )


def group_corrections(
    corrections: Content | None,
) -> dict[Place, list[tuple[int, Mapping[str, Any]]]]:
    """The corrections of each place in the articles, with the rows (from 0) they stand in."""
    groups: dict[Place, list[tuple[int, Mapping[str, Any]]]] = defaultdict(list)
    if corrections is not None:
        for row, item in enumerate(corrections.rows.to_pylist()):
            groups[item["source_id"], item["char_start"], item["char_end"]].append((row, item))
    return dict(groups)


def _find_reviewed(figures: Content, asked: Mapping[Place, object]) -> dict[Place, int]:
    """The rows (from 0) of the figures that are reviewed, or stand where a correction is about."""
    starts = pa.array([start for _, start, _ in asked if start is not None], pa.int64())
    candidates = pc.or_kleene(
        pc.not_equal(figures.column("review"), "automatic"),
        pc.is_in(figures.column("char_start"), starts),
    )
    rows = find_rows(candidates)
    names = ("source_id", "char_start", "char_end", "review")
    found = {}
    part = figures.rows.select(names).take(pa.array(rows, pa.int64())).to_pylist()
    for row, item in zip(rows, part, strict=True):
        place = (item["source_id"], item["char_start"], item["char_end"])
        if place in asked or item["review"] != "automatic":
            found[place] = row
    return found


def _is_gone(actions: Sequence[str]) -> bool:
    """Whether the figure was rejected, and none added in its place."""
    return "reject" in actions and "add" not in actions


def _name_action(correction: Mapping[str, Any], numbers: frozenset[str]) -> str:
    """What a correction does: it confirms where it sets what it expects to find."""
    expected, corrected = correction["expected"], correction["corrected"]
    if correction["action"] == "correct" and None not in (expected, corrected):
        same = expected == corrected
        if correction["field"] in numbers:
            with suppress(InvalidOperation):
                same = Decimal(expected) == Decimal(corrected)
        return "confirm" if same else "correct"
    return str(correction["action"])


def _expect_review(actions: Sequence[str]) -> str:
    for action in ("add", "correct", "confirm"):
        if action in actions:
            return _REVIEWS[action]
    return "automatic"


def _check_setting(
    figures: Content, row: int, corrections: Content, position: int, correction: Mapping[str, Any]
) -> Iterator[Finding]:
    field, due = correction["field"], correction["corrected"]
    if correction["action"] not in {"correct", "add"} or field not in figures.schema.field_names:
        return
    found = figures.rows.column(field)[row].as_py()
    if not _same_content(found, due):
        message = f"figure {figures.key(row)} doesn't have the {field} that the correction sets"
        yield _lost(message, corrections, position, "corrected", found=shown(found))


def _same_content(found: object, due: str | None) -> bool:
    if isinstance(found, bool):
        return due == str(found).lower()
    if isinstance(found, float) and due is not None:
        try:
            return Decimal(repr(found)) == Decimal(due)
        except InvalidOperation:
            return False
    return found == due


def _lost(
    message: str, corrections: Content, row: int, field: str, found: str | None = None
) -> Finding:
    return report_finding(
        "correction-lost",
        message,
        file=corrections.file,
        table="corrections",
        row=row + 1,
        key=corrections.key(row),
        field=field,
        found=found,
        expected=shown(corrections.rows.column(field)[row].as_py()),
    )
