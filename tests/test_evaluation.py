"""Figures against gold: matching, columns, files and the report."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figtrail.evaluation import (
    ColumnScore,
    Evaluation,
    GoldDocument,
    GoldFigure,
    evaluate,
    format_evaluation,
    read_gold,
)
from figtrail.evaluation.judgement import is_right
from figtrail.model import Document, FigtrailError, Figure

TEXT = "Crews answered 1,200 calls in Leeds.\nBetween 17 and 19 of them came in May, others later."
CALLS = GoldFigure(
    15, 20, "1,200", False, {"value": Decimal(1200), "unit": "call", "per": None, "change": None}
)
RANGE = GoldFigure(
    45, 54, "17 and 19", False, {"value": None, "low": Decimal(17), "high": Decimal(19)}
)
FOUND = Figure(
    figure_id="f-1",
    source_id="a",
    char_start=15,
    char_end=20,
    quote="1,200",
    value=Decimal(1200),
    low=Decimal(1200),
    high=Decimal(1200),
    bound="exact",
    kind="count",
    unit="call",
    per=None,
    per_quantity=None,
    out_of=None,
    change=None,
    measured="calls",
    place_text="Leeds",
    period=None,
    period_text=None,
    period_basis=None,
    status="observed",
    speaker=None,
    speaker_text=None,
    quoted=False,
    sentence="Crews answered 1,200 calls in Leeds.",
    sentence_start=0,
    rule="digits",
)
FOUND_RANGE = replace(
    FOUND, char_start=45, char_end=54, quote="17 and 19", value=None, low=Decimal(17),
    high=Decimal(19), bound="range",
)  # fmt: skip


def judge(gold: list[GoldFigure], found: list[Figure]) -> Evaluation:
    document = Document(source_id="a", text=TEXT)
    return evaluate([GoldDocument(document, tuple(gold))], lambda _: found)


def test_the_same_figures_are_all_hits() -> None:
    result = judge([CALLS, RANGE], [FOUND, FOUND_RANGE])
    assert (result.gold, result.predicted, result.hits, result.errors) == (2, 2, 2, ())
    assert (result.precision, result.recall, result.f1) == (1.0, 1.0, 1.0)


def test_a_wrong_number_is_a_miss_and_an_extra() -> None:
    result = judge([CALLS], [replace(FOUND, value=Decimal("1.2"))])
    assert (result.gold, result.predicted, result.hits) == (1, 1, 0)
    assert [error.kind for error in result.errors] == ["missed", "extra"]


def test_a_wrong_bound_of_a_range_is_a_miss() -> None:
    assert judge([RANGE], [replace(FOUND_RANGE, high=Decimal(20))]).hits == 0


def test_a_value_does_not_match_a_range() -> None:
    assert judge([RANGE], [replace(FOUND_RANGE, value=Decimal(18))]).hits == 0


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert judge([CALLS], [replace(FOUND, char_start=20, char_end=26)]).hits == 0


def test_equal_numbers_match_however_they_are_written() -> None:
    assert judge([CALLS], [replace(FOUND, value=Decimal("1200.0"))]).hits == 1


def test_two_predictions_cannot_share_one_gold_figure() -> None:
    """The better overlap is the hit, the other an extra."""
    result = judge([CALLS], [replace(FOUND, char_start=17, unit="item"), FOUND])
    assert (result.hits, result.predicted) == (1, 2)
    assert result.columns["unit"].right == 1


def test_a_tighter_span_is_the_better_of_two_that_cover_the_gold() -> None:
    wide = replace(FOUND, char_start=0, char_end=36, unit="item")
    assert judge([CALLS], [wide, FOUND]).columns["unit"].right == 1


def test_optional_gold_that_is_found_counts_nowhere() -> None:
    result = judge([replace(CALLS, optional=True)], [FOUND])
    assert (result.gold, result.predicted, result.hits, dict(result.columns)) == (0, 0, 0, {})


def test_optional_gold_that_is_not_found_is_no_miss() -> None:
    assert judge([replace(CALLS, optional=True)], []).errors == ()


def test_a_wrong_number_on_optional_gold_is_no_extra() -> None:
    result = judge([replace(CALLS, optional=True)], [replace(FOUND, value=Decimal(1))])
    assert result.predicted == 0


def test_nothing_to_find_and_nothing_found_is_perfect() -> None:
    assert judge([], []).f1 == 1.0


def test_a_column_that_gold_lacks_is_not_judged() -> None:
    assert "period" not in judge([CALLS], [FOUND]).columns


def test_an_empty_gold_column_counts_overall_but_not_where_stated() -> None:
    assert judge([CALLS], [FOUND]).columns["per"] == ColumnScore(1, 1, 0, 0)


def test_content_where_gold_is_empty_is_wrong() -> None:
    result = judge([CALLS], [replace(FOUND, change="increase")])
    assert result.columns["change"] == ColumnScore(0, 1, 0, 0)
    (error,) = result.errors
    assert (error.kind, error.expected, error.found) == ("change", "(empty)", "increase")
    assert error.sentence == "Crews answered [1,200] calls in Leeds."


def test_a_missed_figure_shows_what_stands_there() -> None:
    error = judge([CALLS], [replace(FOUND, value=Decimal(1))]).errors[0]
    assert (error.expected, error.found) == ("'1,200' = 1200 call", "'1,200' = 1 call (digits)")


AGREEMENT = [
    ("unit", "GBP", "gbp", False),
    ("bound", "over", "over", True),
    ("low", Decimal("5"), Decimal("5.00"), True),
    ("low", Decimal("5"), None, False),
    ("out_of", None, None, True),
    ("period", "2018-04-01/2019-03-31", "2018-04-01/2019-03-31", True),
    ("period", "2018-04-01/2019-03-31", "2018-04/2019-03", True),
    ("period", "2010", "2010-01-01/2010-12-31", True),
    ("period", "2020-02", "2020-02-01/2020-02-28", False),
    ("period", "2018", "2019", False),
    ("period", "2018", "2018-13", False),
    ("period", "2018", "recently", False),
    ("period", "2018", None, False),
    ("measured", "children currently in care", "the children in care", True),
    ("measured", "number of looked-after children", "looked-after children", True),
    ("measured", "number of looked-after children", "number of offences", False),
    ("measured", "children’s services", "Children's services", True),
    ("measured", "homes", "new affordable homes for rent", True),
    ("measured", "homes", "houses", False),
    ("measured", "homes", None, False),
    ("measured", None, "homes", False),
    ("place_text", "St Helens", "the Borough of St Helens", True),
    ("place_text", "Leeds", "Liverpool", False),
    ("period_text", "in 2010", "2010", True),
    ("speaker", "Cllr Nova Charlton", "Ms Charlton", True),
    ("speaker", "Cllr Nova Charlton", "Cllr Derek Long", False),
    ("speaker", "the council", "the LGA", False),
    ("speaker", "the council’s recent report", "a report", True),
    ("speaker", None, None, True),
    ("speaker", None, "the council", False),
]


@pytest.mark.parametrize(("column", "expected", "found", "right"), AGREEMENT)
def test_each_column_is_judged_by_its_own_rule(
    column: str, expected: str | Decimal | None, found: str | Decimal | None, right: bool
) -> None:
    assert is_right(column, expected, found) is right


@given(st.text(min_size=1))
def test_a_phrase_always_agrees_with_itself(phrase: str) -> None:
    assert is_right("unit", phrase, phrase)
    if any(character.isalnum() for character in phrase):
        assert is_right("measured", phrase, phrase)


def write_gold(folder: Path, *records: object) -> Path:
    path = folder / "gold.jsonl"
    lines = [record if isinstance(record, str) else json.dumps(record) for record in records]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


RECORD: dict[str, Any] = {
    "id": "a",
    "published": "[2019-02-20..2019-02-28]",
    "place": "Leeds",
    "nation": None,
    "text": TEXT,
    "figures": [{"char_start": 15, "char_end": 20, "quote": "1,200", "value": "1200", "per": None}],
}


def test_gold_is_read_with_numbers_and_days(tmp_path: Path) -> None:
    (item,) = read_gold([write_gold(tmp_path, RECORD, "")])
    assert item.document.place == "Leeds"
    assert str(item.document.published_earliest) == "2019-02-20"
    assert str(item.document.published_latest) == "2019-02-28"
    assert item.figures == (
        GoldFigure(15, 20, "1,200", False, {"value": Decimal(1200), "per": None}),
    )


FIGURE = RECORD["figures"][0]
BROKEN_LINES = [
    ("{", "the line is no JSON at character 2"),
    ("[]", "a JSON object is expected, not list"),
    ({**RECORD, "id": None}, "id is missing"),
    ({**RECORD, "text": 5}, "text must be text, not 5"),
    ({**RECORD, "published": "soon"}, "published: 'soon' is no EDTF date"),
    ({**RECORD, "figures": None}, "figures must be a list, not NoneType"),
    ({**RECORD, "figures": ["1,200"]}, "figure 1: a JSON object is expected, not str"),
    ({**RECORD, "figures": [{**FIGURE, "quote": "200"}]}, "the quote is '200', but the text"),
    ({**RECORD, "figures": [{**FIGURE, "char_end": 999}]}, "are no span of the text"),
    ({**RECORD, "figures": [{**FIGURE, "value": "many"}]}, "value must be a decimal number"),
]


@pytest.mark.parametrize(("line", "message"), BROKEN_LINES)
def test_a_broken_line_is_named(tmp_path: Path, line: object, message: str) -> None:
    path = write_gold(tmp_path, RECORD, line)
    with pytest.raises(FigtrailError) as raised:
        read_gold([path])
    (problem,) = raised.value.problems
    assert problem.code == "gold-invalid"
    assert problem.where == f"{path}, line 2"
    assert message in problem.message


def test_a_missing_gold_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FigtrailError, match="no-such-file"):
        read_gold([tmp_path / "no-such-file.jsonl"])


def test_the_report_of_a_perfect_result() -> None:
    assert format_evaluation(judge([CALLS], [FOUND])).splitlines() == [
        "1 of 1 figures found in 1 documents, 0 missed, 0 extra",
        "precision 1.000   recall 1.000   F1 1.000",
        "",
        "column          right  total   share     where stated   share",
        "value               1      1  100.0%",
        "unit                1      1  100.0%",
        "per                 1      1  100.0%",
        "change              1      1  100.0%",
        "",
        "Every column fully right",
    ]


def test_the_report_names_every_column_that_is_not_fully_right() -> None:
    found = replace(FOUND, unit="item", change="increase")
    assert "Not fully right: unit, change" in format_evaluation(judge([CALLS], [found]))


def test_the_report_shows_the_errors_of_each_kind_within_80_columns() -> None:
    found = replace(FOUND, unit="item", char_start=0)
    report = format_evaluation(judge([CALLS, RANGE], [found]), errors=1)
    assert "missed: 1\n  a: Between [17 and 19] of them came in May, others later." in report
    assert "unit: 1\n  a: [Crews answered 1,200] calls in Leeds.\n    expected call" in report
    assert max(len(line) for line in report.splitlines()) <= 80


def test_an_excerpt_stays_in_its_paragraph_and_ends_at_words() -> None:
    words = "word " * 30
    document = Document(source_id="a", text=f"Other.\n{words}1,200 calls {words}\nOther.")
    gold = replace(CALLS, char_start=157, char_end=162)
    (error,) = evaluate([GoldDocument(document, (gold,))], lambda _: ()).errors
    assert error.sentence == f"… {'word ' * 13}[1,200] calls {'word ' * 12}…"
