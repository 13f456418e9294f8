"""Whole tables: article in, all figures of their cells out, with what heads and labels say."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figtrail.extraction.figures import extract_figures, read_quantity
from figtrail.extraction.periods import DateContext
from figtrail.extraction.tables.legends import read_legend
from figtrail.model import Figure
from figtrail.pipeline import find_sentence
from figtrail.reading import make_document
from readings import read_figures

_CASES = Path(__file__).parent / "cases" / "tables.txt"
_CHANGES = ("increase", "decrease")


class Case(NamedTuple):
    """An article with its place, nation and day, and the lines of its figures."""

    place: str | None
    nation: str | None
    published: str | None
    text: str
    expected: list[str]


def read_cases() -> list[Case]:
    """The articles of the file, in its order."""
    cases = []
    for part in _CASES.read_text(encoding="utf-8").split("\n=== ")[1:]:
        given, _, rest = part.partition("\n")
        text, _, lines = rest.partition("\n--->\n")
        known = [None if each == "-" else each for each in given.split(" | ")]
        cases.append(Case(*known, text + "\n", lines.strip().split("\n")))
    return cases


def describe(figure: Figure) -> str:
    """A figure as a line of the cases."""
    value = ".." if figure.value is None else f"{figure.value.normalize():f}"
    per = f"/{figure.per}" if figure.per is not None else ""
    per += f"x{figure.per_quantity.normalize():f}" if figure.per_quantity is not None else ""
    told = [figure.measured, figure.place_text, figure.period]
    more = [figure.status if figure.status != "observed" else None, figure.change]
    words = [each or "-" for each in told] + [each for each in more if each is not None]
    return f"{figure.quote} = {value} {figure.unit}{per}; " + "; ".join(words)


def extract(case: Case) -> list[Figure]:
    """The figures of a case's article."""
    document = make_document(case.text, "a", case.published, case.place, case.nation)
    return list(extract_figures(document).figures)


def _normalise(line: str) -> str:
    """An expected line with its value as it is compared: "1242.10" is 1242.1."""
    quote, _, rest = line.partition(" = ")
    value, _, told = rest.partition(" ")
    value = value if value == ".." else f"{Decimal(value).normalize():f}"
    return f"{quote} = {value} {told}"


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.expected[0])
def test_each_cell_has_what_its_table_says(case: Case) -> None:
    assert [describe(figure) for figure in extract(case)] == list(map(_normalise, case.expected))


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.expected[0])
def test_each_cell_is_read_again_from_its_sentence_alone(case: Case) -> None:
    for figure in extract(case):
        start = figure.char_start - figure.sentence_start
        begin = figure.sentence_start
        assert case.text[begin : begin + len(figure.sentence)] == figure.sentence
        read = read_quantity(figure.sentence, start, start + len(figure.quote))
        assert read is not None, figure.sentence
        assert (read.value, read.low, read.high) == (figure.value, figure.low, figure.high)


def test_the_sentence_of_a_cell_is_its_row() -> None:
    text = "Homes built:\n\n| Town | 2022 | 2023 |\n|---|---|---|\n| York | 12 | 14 |\n"
    assert {figure.sentence for figure in read_figures(text)} == {"| York | 12 | 14 |"}
    sentence = find_sentence(text, text.index("14"))
    assert text[sentence.start : sentence.end] == sentence.text == "| York | 12 | 14 |"


def test_the_sentence_of_a_scaled_cell_starts_where_its_scale_is_told() -> None:
    text = "It rained.\n\n| Town | Cost (£m) |\n|---|---|\n| York | 1.5 |\n| Hull | 2 |\n"
    first, second = read_figures(text)
    assert first.sentence == "| Town | Cost (£m) |\n|---|---|\n| York | 1.5 |"
    assert (first.value, second.value) == (1500000, 2000000)
    captioned = "It rained. Costs in £m:\n\nTown\tRoads\nYork\t1.5\n"
    (figure,) = read_figures(captioned)
    assert figure.sentence == "Costs in £m:\n\nTown\tRoads\nYork\t1.5"
    assert (figure.value, figure.unit) == (1500000, "GBP")


def test_a_number_too_far_below_its_scale_stays_as_it_is_written() -> None:
    rows = "".join(f"| Road {at} | {at}.5 |\n" for at in range(200))
    figures = read_figures("| Road | Cost (£m) |\n|---|---|\n" + rows)
    assert (figures[0].value, figures[0].unit, figures[0].measured) == (500000, "GBP", "Cost")
    last = figures[-1]
    assert (str(last.value), last.unit, last.measured) == ("199.5", "item", "Cost (£m)")
    assert last.sentence == "199.5"


def test_text_in_a_cell_is_read_as_any_text() -> None:
    text = (
        "| What | Detail |\n|---|---|\n"
        "| Plan | The council wants to build 40 homes in Hull by March 2025. |\n"
    )
    (figure,) = read_figures(text)
    assert (figure.measured, figure.place_text, figure.period) == ("homes", "Hull", "2025-03")
    assert figure.sentence == "The council wants to build 40 homes in Hull by March 2025."


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Rank", ["1", "2"]),
        ("#", ["7", "3"]),
        ("Year", ["2019", "2020"]),
        ("Opened", ["1987", "2004"]),
        ("Date", ["12 May", "3 June"]),
        ("Tel", ["0113 555 0100", "0113 555 0101"]),
        ("Ref", ["40012", "40013"]),
        ("Score", ["2-1", "0-0"]),
        ("Route", ["36", "X84"]),
        ("Age", ["34", "61"]),
        ("Kick-off", ["15:00", "17:30"]),
        ("Homes", ["-", "n/a"]),
        ("Note", ["2", "3"]),
        ("Train", ["12", "40"]),
    ],
)
def test_columns_of_labels_hold_no_figures(head: str, cells: list[str]) -> None:
    rows = "".join(f"| Club {name} | {cell} |\n" for name, cell in zip("AB", cells, strict=True))
    assert read_figures(f"| Name | {head} |\n|---|---|\n{rows}") == []


_RESULTS = "| Leeds | 2 | York | 1 |\n| Hull | 3 | Derby | 0 |\n"


@pytest.mark.parametrize("heads", ["", "| Home | Score | Away | Score |", "| Home | | Away | |"])
def test_rows_of_results_state_no_figures(heads: str) -> None:
    head = f"{heads}\n|---|---|---|---|\n" if heads else ""
    assert read_figures(f"{head}{_RESULTS}") == []


@pytest.mark.parametrize("heads", ["| Town | Fires | Town | Fires |", "| Fires by town | | | |"])
def test_two_lists_side_by_side_are_no_results(heads: str) -> None:
    figures = read_figures(f"{heads}\n|---|---|---|---|\n{_RESULTS}")
    assert [figure.quote for figure in figures] == ["2", "1", "3", "0"]


def test_a_table_says_nothing_of_the_text_behind_it() -> None:
    table = "| Town | Homes in 2019 |\n|---|---|\n| York | 12 |\n\n"
    *_, figure = read_figures(table + "There were 40 fires.")
    assert (figure.measured, figure.place_text, figure.period) == ("fires", None, None)


@pytest.mark.parametrize(
    ("head", "phrase", "unit", "factor"),
    [
        ("Homes built", "Homes built", None, None),
        ("Spend (£m)", "Spend", "GBP?", "1000000"),
        ("£m spent", "spent", "GBP?", "1000000"),
        ("Revenue, US$bn", "Revenue", "USD", "1000000000"),
        ("Agency spend (£000s)", "Agency spend", "GBP?", "1000"),
        ("Population ('000)", "Population", None, "1000"),
        ("Output (million tonnes)", "Output", "tonne", "1000000"),
        ("Rainfall in mm", "Rainfall", "millimetre", "1"),
        ("Pence per litre", None, "GBP?", "0.01"),
        ("Deaths per 100,000 people", "Deaths", "death", "1"),
        ("% of pupils absent", "pupils absent", "percent", "1"),
        ("Share of vote (%)", "Share of vote", "percent", "1"),
        ("Number of fires", "fires", None, None),
        ("Pupils (all ages)", "Pupils", None, None),
        ("Patients waiting over 18 weeks*", "Patients waiting over 18 weeks", None, None),
        ("Total", None, None, None),
        ("2023-24", None, None, None),
        ("W", "W", None, None),
        ("GDP per capita (US$)", "GDP", "USD", "1"),
        ("Rate per 1,000", None, "item", "1"),
        ("PM2.5 (µg/m3)", "PM2.5", "microgram_per_cubic_metre", "1"),
        ("Dividend per share (cents)", "Dividend", "cent?", "0.01"),
        ("Loss on disposal", "Loss on disposal", None, None),
    ],
)
def test_a_head_says_what_is_measured_and_in_what(
    head: str, phrase: str | None, unit: str | None, factor: str | None
) -> None:
    legend = read_legend(head, DateContext())
    scaled = legend.scaled
    assert legend.phrase == phrase
    assert (scaled and scaled.unit and scaled.unit.unit) == unit
    assert (scaled and scaled.factor) == (Decimal(factor) if factor is not None else None)


@pytest.mark.parametrize(
    ("head", "period", "status", "change", "place"),
    [
        ("2025 (forecast)", "2025", "forecast", None, None),
        ("2025f", "2025", "forecast", None, None),
        ("Budget 2024", "2024", "planned", None, None),
        ("2022 actual", "2022", "observed", None, None),
        ("Target", None, "target", None, None),
        ("+/-", None, None, "change", None),
        ("% change since 2019", None, None, "change", None),
        ("Rise on 2019", None, None, "increase", None),
        ("YoY", None, None, "change", None),
        ("Inflation, y/y", None, None, None, None),
        ("End 2022", "2022-12-31", None, None, None),
        ("Year to March 2023", "2022-04-01/2023-03-31", None, None, None),
        ("Homes in Leeds", None, None, None, "Leeds"),
        ("Leeds City Council", None, None, None, "Leeds"),
        ("Germany", None, None, None, "Germany"),
    ],
)
def test_a_head_says_when_and_where_and_how_firmly(
    head: str, period: str | None, status: str | None, change: str | None, place: str | None
) -> None:
    legend = read_legend(head, DateContext())
    dated = legend.dating.period if legend.dating is not None else None
    assert (dated, legend.status, legend.change, legend.place) == (period, status, change, place)


_HEADS = ["Town", "Homes built", "Spend (£m)", "%", "2019", "Change", "", "Rank", "Jobs (000s)"]
_WORDS = ["12", "1,234.5", "£3", "-4%", "n/a", "", "12 (3%)", "Leeds", "Total", "about 40", "2019"]
_CAPTIONS = ["", "Exports, £ million\n", "It rained. Homes by town (thousands):\n\n"]


def _lay_out(rows: list[list[str]], kind: str) -> str:
    """Rows of cells as Markdown, with tabs, or as HTML."""
    if kind == "tabs":
        return "\n".join("\t".join(row) for row in rows)
    if kind == "tags":
        return "".join("<tr><td>" + "</td><td>".join(row) + "</td></tr>\n" for row in rows)
    lines = [f"| {' | '.join(row)} |" for row in rows]
    ruled = [f"|{'---|' * len(rows[0])}"] if kind == "ruled" else []
    return "\n".join([lines[0], *ruled, *lines[1:]])


@given(
    st.integers(1, 4).flatmap(
        lambda width: st.tuples(
            st.lists(st.sampled_from(_HEADS), min_size=width, max_size=width),
            st.lists(st.lists(st.sampled_from(_WORDS), min_size=width, max_size=width), max_size=6),
        )
    ),
    st.sampled_from(["ruled", "plain", "tabs", "tags"]),
    st.sampled_from(_CAPTIONS),
)
def test_whatever_a_table_holds_is_proved(
    table: tuple[list[str], list[list[str]]], kind: str, caption: str
) -> None:
    head, rows = table
    text = caption + _lay_out([head, *rows], kind) + "\n"
    for figure in read_figures(text):
        start, begin = figure.char_start - figure.sentence_start, figure.sentence_start
        assert text[begin : begin + len(figure.sentence)] == figure.sentence
        read = read_quantity(figure.sentence, start, start + len(figure.quote))
        assert read is not None, (figure.quote, figure.sentence)
        assert (read.value, read.low, read.high) == (figure.value, figure.low, figure.high)
        assert figure.measured is None or figure.measured in text


def test_rows_may_end_as_the_first_macs_ended_lines() -> None:
    figures = read_figures("Town | Homes\rLeeds | 5\rYork | 6")
    assert [(figure.measured, figure.place_text) for figure in figures] == [
        ("Homes", "Leeds"),
        ("Homes", "York"),
    ]
