"""Reviewed corrections: applied in full, or refused with the line that can't be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from figtrail import pipeline
from figtrail.codelists import CORRECTION_COLUMNS
from figtrail.corrections import apply_corrections, correct_codes, group_corrections
from figtrail.identifiers import derive_id, identify_figures
from figtrail.model import Extraction, FigtrailError, Figure, Relation, Span
from figtrail.pipeline import find_sentence
from figtrail.publication import Correction, Measure, Place
from figtrail.recipe import Recipe
from figtrail.snapshots import read_snapshot
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
    return apply_corrections(DOCUMENT, EXTRACTION, corrections, {}, find_sentence).figures


def refused(*corrections: Correction) -> list[str]:
    lines = {f"k{number}": f"corrections.csv, line {number + 1}" for number in range(9)}
    with pytest.raises(FigtrailError) as caught:
        apply_corrections(DOCUMENT, EXTRACTION, corrections, lines, find_sentence)
    return [str(problem) for problem in caught.value.problems]


def test_without_corrections_nothing_changes() -> None:
    assert apply_corrections(DOCUMENT, EXTRACTION, (), {}, find_sentence) == EXTRACTION


def test_a_confirmed_figure_says_so_and_is_else_as_it_was() -> None:
    assert apply(correction("confirm", "472")) == (EARLIER, replace(LATER, review="confirmed"))


def test_a_correction_replaces_the_value_that_it_expects() -> None:
    fixed = correction("correct", "472", field="unit", expected="person", corrected="fire")
    assert apply(fixed)[1] == replace(LATER, unit="fire", review="corrected")


def test_numbers_are_expected_by_number_and_set_as_decimals() -> None:
    fixed = correction("correct", "472", field="value", expected="472.0", corrected="4.72")
    assert apply(fixed)[1].value == Decimal("4.72")


def test_more_digits_than_can_be_published_are_replaced_by_fewer() -> None:
    """A double has neither the number that was read nor, in full, the round one put in."""
    long, text = Decimal("123456789012345678901"), "472"
    figure = replace(LATER, value=long, low=long, high=long)
    row = correction(
        "correct", text, field="value", expected=f"{long}", corrected="123456789012345680000"
    )
    extraction = Extraction((figure,), ())
    (fixed,) = apply_corrections(DOCUMENT, extraction, (row,), {}, find_sentence).figures
    assert fixed.value == fixed.low == fixed.high == Decimal("123456789012345680000")


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


def test_a_correction_to_what_stands_there_already_confirms() -> None:
    row = correction("correct", "472", field="value", expected="472", corrected="472.0")
    assert apply(row)[1] == replace(LATER, review="confirmed")


def test_a_rejected_figure_takes_its_relations_with_it() -> None:
    corrected = apply_corrections(
        DOCUMENT, EXTRACTION, [correction("reject", "442")], {}, find_sentence
    )
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


def add(quote: str, start: int | None = None, **cells: str) -> list[Correction]:
    """The rows that add a figure."""
    span = {} if start is None else {"char_start": start, "char_end": start + len(quote)}
    return [
        correction("add", quote, number, field=field, corrected=cell, **span)
        for number, (field, cell) in enumerate(cells.items(), start=1)
    ]


def test_an_added_figure_stands_in_its_sentence_not_in_the_whole_line() -> None:
    text = "It rained. Some nine fires burnt on Mr. Day's land. It was May."
    rows = add("nine", text.index("nine"), value="9", kind="count", unit="fire", bound="about")
    document = make_document("a", text)
    (figure,) = apply_corrections(document, Extraction((), ()), rows, {}, find_sentence).figures
    assert figure.sentence == "Some nine fires burnt on Mr. Day's land."
    assert figure.sentence_start == 11
    assert (figure.value, figure.low, figure.high) == (9, None, None)


@pytest.mark.parametrize(
    ("rows", "interval"),
    [
        ({"value": ("472", "427")}, (427, 427, 427)),
        ({"bound": ("exact", "over")}, (472, 472, None)),
        ({"bound": ("exact", "nearly"), "value": ("472", "480")}, (480, None, 480)),
        ({"bound": ("exact", "about")}, (472, None, None)),
        (
            {
                "bound": ("exact", "range"),
                "value": ("472", None),
                "low": ("472", "470"),
                "high": ("472", "480"),
            },
            (None, 470, 480),
        ),
    ],
)
def test_the_interval_follows_value_and_bound_unless_it_is_set_too(
    rows: dict[str, tuple[str, str | None]], interval: tuple[int | None, ...]
) -> None:
    figure = apply(
        *(
            correction("correct", "472", number, field=field, expected=old, corrected=new)
            for number, (field, (old, new)) in enumerate(rows.items())
        )
    )[1]
    assert (figure.value, figure.low, figure.high) == interval


def test_a_later_correction_finds_what_an_earlier_one_left() -> None:
    figure = apply(
        correction("correct", "472", 1, field="unit", expected="person", corrected="fire"),
        correction("correct", "472", 2, field="unit", expected="fire", corrected="blaze"),
    )[1]
    assert figure.unit == "blaze"


def test_in_another_order_the_same_corrections_are_refused() -> None:
    (first, *_) = refused(
        correction("correct", "472", 2, field="unit", expected="fire", corrected="blaze"),
        correction("correct", "472", 1, field="unit", expected="person", corrected="fire"),
    )
    assert first.startswith("corrections.csv, line 3: unit is not what")


def test_an_added_figure_can_be_confirmed_and_corrected_and_stays_added() -> None:
    figure = apply(
        *add("nine", value="9", kind="count", unit="person"),
        correction("confirm", "nine", 4),
        correction("correct", "nine", 5, field="unit", expected="person", corrected="firefighter"),
    )[2]
    assert (figure.unit, figure.review) == ("firefighter", "added")


def test_a_figure_can_be_rejected_and_added_anew_with_the_same_id() -> None:
    rows = add("472", value="472", kind="score", unit="point")
    figure = apply(correction("reject", "472", 8), *rows)[1]
    assert (figure.figure_id, figure.kind, figure.review) == (LATER.figure_id, "score", "added")


def test_two_added_figures_cannot_overlap() -> None:
    cells = {"value": "9", "kind": "count", "unit": "person"}
    (problem,) = refused(*add("nine", **cells), *add("of nine", **cells))
    assert "the figure 'nine' stands there already" in problem


def test_an_added_figure_sets_each_field_once() -> None:
    (problem,) = refused(
        correction("add", "nine", 1, field="value", corrected="9"),
        correction("add", "nine", 2, field="value", corrected="8"),
    )
    assert problem.startswith("corrections.csv, line 3: value of the added figure stands twice")


def test_adding_a_figure_before_its_equals_changes_no_other_id() -> None:
    filler = "and so on and on and on it went for a very long time indeed. "
    text = f"{filler}There were nine. {filler}There were nine. {filler}"
    document = make_document("a", text)
    later = make_figure(document, "nine", 1)
    (own,) = identify_figures("a", text, [Span(later.char_start, later.char_end)])
    extraction = Extraction((replace(later, figure_id=own),), ())
    rows = add("nine", text.index("nine"), value="9", kind="count", unit="item")
    figures = apply_corrections(document, extraction, rows, {}, find_sentence).figures
    assert figures[1].figure_id == own
    assert figures[0].figure_id != own


def recode(figure: Figure, *corrections: Correction) -> tuple[Figure, ...]:
    recipe = Recipe(
        measures=(Measure("cla", "Looked after"), Measure("cin", "In need")),
        places=(Place("E08000013", "St Helens"),),
        corrections=corrections,
        correction_lines={"k1": "corrections.csv, line 2"},
    )
    return correct_codes([figure], recipe)


def test_a_code_is_corrected_where_coding_gave_what_was_expected() -> None:
    row = correction("correct", "472", field="measure", expected="cla", corrected="cin")
    (figure,) = recode(replace(LATER, measure="cla"), row)
    assert (figure.measure, figure.review) == ("cin", "corrected")


def test_a_code_can_be_taken_away() -> None:
    row = correction("correct", "472", field="measure", expected="cla", corrected=None)
    assert recode(replace(LATER, measure="cla"), row)[0].measure is None


@pytest.mark.parametrize("code", ["E08000013", "IN", "IN-KL"])
def test_a_place_can_be_any_of_the_recipe_and_of_iso_3166(code: str) -> None:
    row = correction("correct", "472", field="place", expected=None, corrected=code)
    assert recode(LATER, row)[0].place == code


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (
            {"field": "measure", "expected": "cin", "corrected": "cla"},
            "expected cin, found nothing",
        ),
        ({"field": "measure", "corrected": "clla"}, "there is no measure 'clla'"),
        ({"field": "place", "corrected": "Narnia"}, "there is no place 'Narnia'"),
    ],
)
def test_a_code_that_is_unknown_or_another_is_refused_with_its_line(
    cells: dict[str, str], words: str
) -> None:
    with pytest.raises(FigtrailError) as caught:
        recode(LATER, correction("correct", "472", **cells))
    assert str(caught.value).startswith("corrections.csv, line 2: ")
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (correction("confirm", "nine"), ["no figure stands at 'nine'"]),
        (correction("reject", "472", char_end=27), ["the text at", "'472.'", "'472'"]),
        (
            correction("correct", "472", field="unit", expected="fire", corrected="call"),
            ["unit is not what", "expected fire, found person"],
        ),
        (
            correction("correct", "472", field="colour", corrected="red"),
            ["colour can't be corrected", "Name one of"],
        ),
        (correction("correct", "472", field="value", corrected="many"), ["plain decimal number"]),
        (correction("correct", "472", field="kind", corrected="sum"), ["Use one of count, money"]),
        (correction("correct", "472", field="unit", expected="person"), ["unit can't be empty"]),
        (correction("add", "472", field="value", corrected="9"), ["stands there already"]),
        (correction("add", "nine", field="value", corrected="9"), ["needs kind, unit"]),
        (correction("correct", "472", field="quote", corrected="9"), ["quote can't be corrected"]),
        (correction("correct", "472", field="period", corrected="last May"), ["Write it as 2019"]),
        (correction("correct", "472", field="period", corrected="2019-13"), ["Write it as 2019"]),
        (correction("correct", "472", field="unit", corrected="Two words"), ["ISO 4217"]),
        (correction("correct", "472", field="quoted", corrected="yes"), ["true or false"]),
        (
            correction("correct", "472", field="value", corrected="1e400"),
            ["value can't be '1e400'"],
        ),
        (
            correction("correct", "472", field="speaker"),
            ["speaker is empty already", "Fill in `corrected`"],
        ),
        (
            correction("correct", "472", field="bound", expected="exact", corrected="range"),
            ["not those of bound range", "Give low and high"],
        ),
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


def test_a_package_with_every_kind_of_correction_passes_its_own_proof(tmp_path: Path) -> None:
    """Chains, codes, intervals, a span moved, a confirmed guess: validation sees each of them."""
    text = "Fires in Leeds rose from 712 to 1,064 last year. Two of nine crews were new.\n"
    rows = [
        ("correct", "712", "unit", "fire", "blaze"),
        ("correct", "712", "unit", "blaze", "fire"),
        ("correct", "712", "bound", "exact", "nearly"),
        ("correct", "712", "quoted", "false", "true"),
        ("correct", "1,064", "value", "1064", "1064.0"),
        ("correct", "1,064", "measure", "fires", "other"),
        ("correct", "1,064", "measure", "other", ""),
        ("correct", "1,064", "place", "leeds", "GB-YOR"),
        ("reject", "Two of nine", "", "", ""),
        ("add", "nine", "value", "", "9"),
        ("add", "nine", "kind", "", "count"),
        ("add", "nine", "unit", "", "crew"),
        ("add", "nine", "place_text", "", "Leeds"),
        ("correct", "nine", "measured", "", "crews"),
    ]
    for name in ("seeds", "build"):
        (tmp_path / name).mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(text, encoding="utf-8")
    files = {
        "recipe.toml": "",
        "measures.csv": "code,label\nfires,Fires\nother,Other\n",
        "measure_terms.csv": "phrase,measure,kinds,units\nfires,fires,,\n",
        "places.csv": "code,label\nleeds,Leeds\n",
        "corrections.csv": "".join(
            ",".join((action, "a", str(text.index(quote)), str(text.index(quote) + len(quote))))
            + f',"{quote}",{field},{expected},{corrected},read again,Jo Park,2026-01-31\n'
            for action, quote, field, expected, corrected in rows
        ),
    }
    header = ",".join(CORRECTION_COLUMNS[1:])
    files["corrections.csv"] = f"{header}\n{files['corrections.csv']}"
    for name, content in files.items():
        (tmp_path / "build" / name).write_text(content, encoding="utf-8")
    summary = pipeline.publish(tmp_path / "seeds", tmp_path / "datapackage")
    assert summary.corrections == len(rows)
    figures = {row["quote"]: row for row in read_snapshot(tmp_path / "datapackage").rows("figures")}
    assert [figures["712"][name] for name in ("unit", "low", "high", "quoted", "review")] == [
        *("fire", None, "712", "true", "corrected"),
    ]
    assert [figures["1,064"][name] for name in ("measure", "place", "review")] == [
        *(None, "GB-YOR", "corrected"),
    ]
    assert [figures["nine"][name] for name in ("measured", "place", "review")] == [
        *("crews", "leeds", "added"),
    ]
    assert "Two of nine" not in figures
