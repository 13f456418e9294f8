"""Kind, unit and denominator of figures, their own or shared, proved on one text a case."""

from __future__ import annotations

from pathlib import Path

import pytest

from readings import read_figure

_CASES = [
    tuple(line.rsplit(" | ", 5))
    for line in Path(__file__).with_name("units_cases.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("text", "quote", "kind", "unit", "per", "quantity"), _CASES)
def test_a_figure_has_the_kind_unit_and_denominator_that_its_words_tell(
    text: str, quote: str, kind: str, unit: str, per: str, quantity: str
) -> None:
    """Each figure of the table has what is written behind it."""
    figure = read_figure(text, quote)
    told = (figure.kind, figure.unit, figure.per or "-", str(figure.per_quantity or "-"))
    assert told == (kind, unit, per, quantity)
