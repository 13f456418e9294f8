"""Reviewed corrections: applied in full, or refused with the line that can't be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from figtrail.corrections import apply_corrections, group_corrections
from figtrail.identifiers import derive_id
from figtrail.model import Correction, Extraction, FigtrailError, Figure, Relation
from publication import make_document, make_figure

TEXT = "Fires rose from 442 to 472.\nThe crew of nine left."
DOCUMENT = make_document("a", TEXT)
EARLIER, LATER = make_figure(DOCUMENT, "442"), make_figure(DOCUMENT, "472")
RELATION = Relation(
    derive_id("r", "changes_from"), "changes_from", LATER.figure_id, EARLIER.figure_id
)
EXTRACTION = Extraction((EARLIER, LATER), (RELATION,))


def correction(action: Any, quote: str, number: int = 1, **cells: Any) -> Correction:  # noqa: ANN401
    start = TEXT.index(quote)
    defaults: dict[str, Any] = {
        "correction_id": f"k{number}",
        "source_id": "a",
        "char_start": start,
        "char_end": start + len(quote),
        "field": None,
        "expected": None,
        "corrected": None,
        "reason": "read again",
        "author": "Jo Park",
        "date": date(2024, 5, 6),
    }
    return Correction(action=action, quote=quote, **(defaults | cells))


def apply(*corrections: Correction) -> tuple[Figure, ...]:
    return apply_corrections(DOCUMENT, EXTRACTION, corrections, {}).figures


def refused(*corrections: Correction) -> list[str]:
    lines = {f"k{number}": f"corrections.csv, line {number + 1}" for number in range(9)}
    with pytest.raises(FigtrailError) as caught:
        apply_corrections(DOCUMENT, EXTRACTION, corrections, lines)
    return [str(problem) for problem in caught.value.problems]


def test_without_corrections_nothing_changes() -> None:
    assert apply_corrections(DOCUMENT, EXTRACTION, (), {}) == EXTRACTION


def test_a_confirmed_figure_says_so_and_is_else_as_it_was() -> None:
    assert apply(correction("confirm", "472")) == (EARLIER, replace(LATER, review="confirmed"))


def test_a_correction_replaces_the_value_that_it_expects() -> None:
    fixed = correction("correct", "472", field="unit", expected="person", corrected="fire")
    assert apply(fixed)[1] == replace(LATER, unit="fire", review="corrected")


def test_numbers_are_expected_by_number_and_set_as_decimals() -> None:
    fixed = correction("correct", "472", field="value", expected="472.0", corrected="4.72")
    assert apply(fixed)[1].value == Decimal("4.72")


def test_several_rows_may_correct_several_fields_of_a_figure() -> None:
    figure = apply(
        correction("correct", "472", 1, field="unit", expected="person", corrected="fire"),
        correction("correct", "472", 2, field="speaker", expected=None, corrected="Jo"),
        correction("confirm", "472", 3),
    )[1]
    assert (figure.unit, figure.speaker, figure.review) == ("fire", "Jo", "corrected")


def test_a_cell_can_be_emptied() -> None:
    fixed = correction("correct", "472", field="place_text", expected="St Helens", corrected=None)
    assert apply(fixed)[1].place_text is None


def test_a_rejected_figure_takes_its_relations_with_it() -> None:
    corrected = apply_corrections(DOCUMENT, EXTRACTION, [correction("reject", "442")], {})
    assert corrected == Extraction((LATER,), ())


def test_added_rows_of_one_span_make_one_figure_in_the_order_of_the_text() -> None:
    figures = apply(
        correction("add", "nine", 1, field="value", corrected="9"),
        correction("add", "nine", 2, field="kind", corrected="count"),
        correction("add", "nine", 3, field="unit", corrected="person"),
    )
    added = figures[2]
    assert figures[:2] == (EARLIER, LATER)
    assert (added.value, added.low, added.high, added.bound) == (9, 9, 9, "exact")
    assert (added.review, added.status, added.rule) == ("added", "observed", "correction")
    assert added.sentence == "The crew of nine left."
    assert TEXT[added.char_start : added.char_end] == added.quote == "nine"
    assert added.figure_id == make_figure(DOCUMENT, "nine").figure_id


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (correction("confirm", "nine"), ["no figure stands at 'nine'"]),
        (correction("reject", "472", char_end=27), ["the text at", "'472.'", "'472'"]),
        (
            correction("correct", "472", field="unit", expected="fire", corrected="call"),
            ["unit is not what", "expected fire, found person"],
        ),
        (correction("correct", "472", field="colour", corrected="red"), ["colour", "Name one of"]),
        (correction("correct", "472", field="value", corrected="many"), ["plain decimal number"]),
        (correction("correct", "472", field="kind", corrected="sum"), ["Use one of count, money"]),
        (correction("correct", "472", field="unit", expected="person"), ["unit can't be empty"]),
        (correction("add", "472", field="value", corrected="9"), ["stands there already"]),
        (correction("add", "nine", field="value", corrected="9"), ["needs kind, unit"]),
    ],
)
def test_what_meets_nothing_is_refused_with_its_line(row: Correction, words: list[str]) -> None:
    (problem,) = refused(row)
    assert problem.startswith("corrections.csv, line 2: ")
    assert all(word in problem for word in words), problem


def test_one_run_names_every_correction_that_meets_nothing() -> None:
    assert len(refused(correction("confirm", "nine", 1), correction("reject", "crew", 2))) == 2


def test_a_source_that_is_not_read_is_named_with_the_line() -> None:
    row = correction("confirm", "472", source_id="b")
    with pytest.raises(FigtrailError, match=r"corrections.csv, line 2: no source 'b'"):
        group_corrections([row], ["a"], {"k1": "corrections.csv, line 2"})


def test_corrections_are_grouped_by_source() -> None:
    row = correction("confirm", "472")
    assert group_corrections([row], ["a", "b"], {}) == {"a": (row,)}
