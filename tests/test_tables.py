"""Whole tables: article in, all figures of their cells out, with what heads and labels say."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from figtrail.extraction.figures import extract_figures, read_quantity
from figtrail.model import Figure
from figtrail.reading import make_document

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
