"""The interval of a corrected figure: what its value and its bound commit to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from figtrail.corrections.cells import refuse
from figtrail.model import Figure
from figtrail.publication import Correction

AT_LEAST = frozenset({"over", "at_least"})
AT_MOST = frozenset({"under", "at_most", "nearly"})


def follow_interval(figure: Figure) -> Figure:
    """The figure with the `low` and `high` of its value and bound; a range keeps its own."""
    if figure.bound == "range":
        return figure
    low, high = _make_interval(figure)
    return replace(figure, low=low, high=high)


def check_interval(figure: Figure, correction: Correction, lines: Mapping[str, str]) -> None:
    """Raise FigtrailError with the correction's line where the interval isn't that of the bound."""
    if figure.bound == "range":
        holds = (
            figure.value is None
            and None not in (figure.low, figure.high)
            and (figure.low or 0) <= (figure.high or 0)
        )
        wanted = "low and high with low ≤ high, and no value"
    else:
        holds = figure.value is not None and (figure.low, figure.high) == _make_interval(figure)
        wanted = "a value, and the low and high that follow from it (leave them out)"
    if not holds:
        message = f"value, low and high are not those of bound {figure.bound}"
        raise refuse(correction, lines, message, f"Give {wanted}.")


def _make_interval(figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    if figure.bound == "exact":
        return figure.value, figure.value
    low = figure.value if figure.bound in AT_LEAST else None
    return low, figure.value if figure.bound in AT_MOST else None
