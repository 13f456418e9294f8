"""Denominators written as negative powers: "3.4 t ha-1", "120 g m−2 yr−1", "80 cells cm⁻³"."""

from __future__ import annotations

from figtrail.extraction.numbers import match_unit, read_exponent
from figtrail.extraction.rates.rate import Rate
from figtrail.extraction.tokens import Tokens

MINUS = frozenset("-−⁻^")
_RAISED = {
    (base, power): f"{name}_{base}"
    for power, name in ((-2, "square"), (-3, "cubic"))
    for base in ("millimetre", "centimetre", "metre", "kilometre")
}


def read_inverse(tokens: Tokens, at: int) -> Rate | None:
    """The denominator that starts at a token as a unit's symbol to a negative power.

    Of several the first is the denominator: per square metre in "120 g m−2 yr−1".
    """
    first = _read_symbol(tokens, at)
    if first is None:
        return None
    per, stop = first
    while (more := _read_symbol(tokens, stop)) is not None:
        stop = more[1]
    return Rate(per, None, at, stop)


def _read_symbol(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The unit of a symbol with its power, and the token behind them."""
    sign = at + 1
    if sign + 1 >= len(tokens.words) or tokens.words[sign] not in MINUS:
        return None
    form = match_unit(tokens, at)
    if form is None or form.style == "outside" or len(form.tokens) > 1:
        return None
    raised = read_exponent(tokens, sign + (tokens.words[sign] == "^"))
    if raised is None:
        return None
    power, stop = raised
    unit = form.unit if power == -1 else _RAISED.get((form.unit, power))
    return (unit, stop) if unit is not None else None
