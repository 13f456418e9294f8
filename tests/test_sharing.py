"""Kind, unit and denominator of figures, their own or shared, proved on one text a case."""

from __future__ import annotations

from pathlib import Path

import pytest

from figtrail.model import Figure
from readings import read_figure, read_figures

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


def _write_value(figure: Figure) -> str:
    """The value of a figure without zeros at its end, or the ends of its range."""
    if figure.value is None:
        return f"{figure.low:f}..{figure.high:f}"
    value = f"{figure.value:f}"
    return value.rstrip("0").rstrip(".") if "." in value else value


_ALL = [
    tuple(part.strip() for part in line.split(" =>"))
    for line in Path(__file__).with_name("figures_cases.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("text", "told"), _ALL)
def test_a_text_has_these_figures_and_no_other(text: str, told: str) -> None:
    """All figures of a text are those of the table, and a label or a bare score is none."""
    figures = []
    for figure in read_figures(text):
        per = f"/{figure.per}" if figure.per else ""
        per += f"x{figure.per_quantity}" if figure.per_quantity else ""
        whole = f" of{figure.out_of}" if figure.out_of else ""
        value = f"={_write_value(figure)}" if "=" in told else ""
        figures.append(f"{figure.quote}{value}:{figure.unit}{per}{whole}")
    assert "; ".join(figures) == told
