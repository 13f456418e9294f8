"""What a number measures: its noun, its complements, its subject, its clause, the phrase before."""

from __future__ import annotations

from pathlib import Path

import pytest

from readings import read_figure, read_figures

CASES = Path(__file__).with_name("measured_cases.txt")


def _cases() -> list[list[str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [[part.strip() for part in line.split("|")] for line in lines if line[0] != "#"]


@pytest.mark.parametrize(("text", "quote", "measured"), _cases())
def test_says_what_is_measured(text: str, quote: str, measured: str) -> None:
    assert read_figure(text, quote).measured == measured


def test_a_number_said_again_measures_what_it_did_before() -> None:
    text = "There were 22 homicides and 71 robberies. Are we happy with 22? No."
    figures = read_figures(text)
    assert [one.measured for one in figures] == ["homicides", "robberies", "homicides"]


LISTED = [
    ("Some 700 nurses came.\n- Doses given: 5,200\n- Wards open: 31", "5,200", "Doses given"),
    ("Some 700 nurses came.\n- Doses given: 5,200\n- Wards open: 31", "31", "Wards open"),
    ("The plan has:\n- £3m for roads\n- £2m for parks", "£2m", "parks"),
    ("The levy is £40.\n• £9m from library hours", "£9m", "library hours"),
    ("The levy is £40.\n• £9m by closing two depots", "£9m", "closing two depots"),
]


@pytest.mark.parametrize(("text", "quote", "measured"), LISTED)
def test_a_line_of_a_list_says_itself_what_is_measured(
    text: str, quote: str, measured: str
) -> None:
    assert read_figure(text, quote).measured == measured
