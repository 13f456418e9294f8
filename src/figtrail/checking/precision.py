"""How exact a stated number is: the true numbers that its digits and its bound allow."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from figtrail.model import Figure

ABOUT = Decimal("0.1")
"""How far from its number 'about' may lie in an article's own arithmetic, as a share of it."""
ABOUT_OFFICIAL = Decimal("0.05")
"""The same beside other articles and official values."""
WORDED = Decimal("0.15")
"""How far 'doubled' or 'a third' may lie from the truth, as a share of it."""
_COARSE = Decimal("0.015")
"""How much of a number its closing noughts may hide: 400 may be 394, 50 per cent 49.4."""
_SCALED = Decimal("0.025")
"""How much of an amount, or of a number in millions or billions, its rounding may hide, at most."""
_COUNTED = frozenset(("count", "duration", "score"))
_LARGE = 10_000
"""From here on a number in words that ends in noughts is taken to be rounded."""
_DIGITS = re.compile(r"\d[\d,\u00a0\u2009\u202f ]*(?:\.\d+)?|\.\d+")


class Interval(NamedTuple):
    """Numbers from `low` to `high`; None where there is no end."""

    low: Decimal | None
    high: Decimal | None

    def meets(self, other: Interval) -> bool:
        """Whether two intervals have a number in common."""
        below = self.high is not None and other.low is not None and self.high < other.low
        above = self.low is not None and other.high is not None and self.low > other.high
        return not below and not above


def find_step(figure: Figure) -> Decimal:
    """The size of the last digit that was stated: 0.1 of 49.4, 100,000 of 1.5 million."""
    assert figure.value is not None
    value = abs(figure.value)
    match = _DIGITS.search(figure.quote)
    written = re.sub(r"[^\d.]", "", match.group()).strip(".") if match else ""
    mantissa = Decimal(written) if written else Decimal(0)
    if mantissa and value:
        scale = (value / mantissa).normalize()
        if scale.as_tuple().digits == (1,):
            decimals = -int(mantissa.as_tuple().exponent)
            return scale.scaleb(-decimals)
    exponent = int(value.normalize().as_tuple().exponent)
    return Decimal(1).scaleb(exponent if exponent < 0 or value >= _LARGE else 0)


def find_slack(figure: Figure) -> Decimal:
    """How far the true number may lie from the one stated, by the digits alone.

    Whole counts, scores and lengths of time below a hundred, and those without closing noughts,
    are taken as they are.
    """
    assert figure.value is not None
    value, step = abs(figure.value), find_step(figure)
    counted = figure.kind in _COUNTED and step == 1
    slack = Decimal(0) if counted else step / 2
    if step > 1 or figure.kind == "money":
        slack = min(slack, value * _SCALED)
    digits = (value / step).normalize().as_tuple()
    noughts = int(digits.exponent) if step >= 1 else 0
    if noughts > 0 and (not counted or value >= 100):
        slack = max(slack, min(step.scaleb(noughts) / 2, value * _COARSE))
    return slack


def find_interval(figure: Figure, about: Decimal = ABOUT) -> Interval:
    """The true numbers for which an article may state the figure as it does."""
    if figure.value is None:
        return Interval(figure.low, figure.high)
    value = figure.value
    match figure.bound:
        case "over" | "at_least":
            return Interval(value, None)
        case "under" | "at_most":
            return Interval(None, value)
        case "nearly":
            return Interval(value - abs(value) * about, value)
        case "about":
            slack = max(find_slack(figure), abs(value) * about)
        case _:
            slack = find_slack(figure)
    return Interval(value - slack, value + slack)


def is_rounded(figure: Figure, actual: Decimal) -> bool:
    """Whether a stated number is near enough only because it is rounded or 'about'."""
    return (
        figure.value is not None
        and figure.bound in ("exact", "about", "nearly")
        and (figure.value != actual)
    )
