"""Whole rows: one sentence in, every column of its figures out."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from costs import assert_linear
from figtrail.extraction.figures import extract_figures, read_quantity
from figtrail.model import Document
from readings import read_figures, read_quotes

TEXT = (
    "Leeds council will spend more than £5m a year on 40 new homes, it said. "
    "Referrals rose from 442 to 472 during 2018-19, an increase of 6.8 per cent. "
    "Cllr Jo Lee, 52, said: “Nearly two-thirds of our 28 schools are full.”"
)
DOCUMENT = Document(
    source_id="leeds",
    text=TEXT,
    published="2019-05-02",
    published_earliest=date(2019, 5, 2),
    published_latest=date(2019, 5, 2),
    place="Leeds",
    nation="England",
)
# Quote, value, low, high, bound, kind, unit, per, out_of.
ROWS = [
    ("£5m", "5000000", "5000000", None, "over", "money", "GBP", "year", None),
    ("40", "40", "40", "40", "exact", "count", "home", None, None),
    ("442", "442", "442", "442", "exact", "count", "referral", None, None),
    ("472", "472", "472", "472", "exact", "count", "referral", None, None),
    ("6.8 per cent", "6.8", "6.8", "6.8", "exact", "percentage", "percent", None, None),
    ("two-thirds", "2", None, "2", "nearly", "ratio", "school", None, "3"),
    ("28", "28", "28", "28", "exact", "count", "school", None, None),
]


def _decimal(written: str | None) -> Decimal | None:
    return None if written is None else Decimal(written)


def test_every_column_of_the_quantity_is_given() -> None:
    found = [
        (
            figure.quote,
            figure.value,
            figure.low,
            figure.high,
            figure.bound,
            figure.kind,
            figure.unit,
            figure.per,
            figure.out_of,
        )
        for figure in extract_figures(DOCUMENT).figures
    ]
    assert found == [
        (quote, *map(_decimal, numbers), bound, kind, unit, per, _decimal(whole))
        for quote, *numbers, bound, kind, unit, per, whole in ROWS
    ]


def test_every_figure_knows_its_source_and_has_an_id_of_its_own() -> None:
    figures = extract_figures(DOCUMENT).figures
    assert {figure.source_id for figure in figures} == {"leeds"}
    assert len({figure.figure_id for figure in figures}) == len(figures)


def test_the_place_of_the_article_is_that_of_its_figures() -> None:
    assert {figure.place_text for figure in extract_figures(DOCUMENT).figures} == {"Leeds"}


def test_a_planned_sum_is_planned_and_a_level_observed() -> None:
    status = {figure.quote: figure.status for figure in extract_figures(DOCUMENT).figures}
    assert (status["£5m"], status["472"]) == ("planned", "observed")


def test_levels_are_dated_the_first_and_the_last_day() -> None:
    period = {figure.quote: figure.period for figure in extract_figures(DOCUMENT).figures}
    assert (period["442"], period["472"]) == ("2018-04-01", "2019-03-31")


def test_only_the_size_of_a_change_is_a_change() -> None:
    change = {figure.quote: figure.change for figure in extract_figures(DOCUMENT).figures}
    assert (change["442"], change["472"], change["6.8 per cent"]) == (None, None, "increase")


def test_what_is_quoted_has_its_speaker() -> None:
    last = extract_figures(DOCUMENT).figures[-1]
    assert (last.speaker, last.quoted) == ("Cllr Jo Lee", True)


def test_a_text_without_numbers_gives_nothing() -> None:
    extraction = extract_figures(Document("none", "It rained all day."))
    assert (extraction.figures, extraction.relations) == ((), ())


def test_an_empty_text_gives_nothing() -> None:
    assert extract_figures(Document("none", "")).figures == ()


def test_the_same_number_stated_again_is_a_row_again() -> None:
    assert read_quotes("Some 40 homes burned. The 40 homes were old.") == ["40", "40"]


def test_a_conversion_in_brackets_is_a_row_of_its_own() -> None:
    figures = read_figures("They ran 5 km (3.1 miles) there.")
    assert [(figure.quote, figure.unit) for figure in figures] == [
        ("5 km", "kilometre"),
        ("3.1", "mile"),
    ]


def test_the_words_of_a_wrong_sum_are_recorded_as_stated() -> None:
    assert read_quotes("They sold 2 cats and 2 dogs, 5 pets in all.") == ["2", "2", "5"]


DECIDED = [
    ("They need an estimated £410m.", "£410m", "exact", "estimated"),
    ("The aim is to build 40 homes.", "40", "exact", "target"),
    ("Prices are expected to rise 3%.", "3%", "exact", "forecast"),
    ("They will hire 40 nurses.", "40", "exact", "planned"),
    ("If it closed, 40 jobs would go.", "40", "exact", "hypothetical"),
    ("There were 40 fires.", "40", "exact", "observed"),
]


@pytest.mark.parametrize(("text", "quote", "bound", "status"), DECIDED)
def test_status_stands_beside_the_bound(text: str, quote: str, bound: str, status: str) -> None:
    figure = read_figures(text)[0]
    assert (figure.quote, figure.bound, figure.status) == (quote, bound, status)


# What a reader of the sentence alone reads again.
AGAIN = [
    ("It cost more than £5m a year.", "£5m", "5000000"),
    ("Some 26 of the 78 schools closed.", "26 of the 78", "26"),
    ("It cost R500 there.", "R500", "500"),
    ("Sales doubled.", "doubled", "2"),
]


@pytest.mark.parametrize(("sentence", "quote", "value"), AGAIN)
def test_a_quote_is_read_again_in_its_sentence(sentence: str, quote: str, value: str) -> None:
    start = sentence.index(quote)
    quantity = read_quantity(sentence, start, start + len(quote))
    assert quantity is not None
    assert quantity.value == Decimal(value)


def test_no_quantity_is_read_where_none_stands() -> None:
    assert read_quantity("It cost more than £5m a year.", 0, 2) is None


def test_a_part_of_a_quote_is_no_quantity() -> None:
    assert read_quantity("It cost £1,200 there.", 9, 11) is None


def test_every_quote_of_a_long_sentence_is_read_again_in_linear_time() -> None:
    """The sentence is read once for all of them."""

    def read_all(listed: str) -> None:
        sentence = f"It has {listed}sheds in all."
        for match in re.finditer(r"\d+", sentence):
            assert read_quantity(sentence, *match.span()) is not None

    assert_linear(read_all, "15 halls, " * 40, "15 halls, " * 80)
