"""The unit that a number and what it may be off by share behind a bracket: "(3.2 ± 0.1) ns"."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.numbers.forms import UnitForm, match_unit
from figtrail.extraction.numbers.written import read_power
from figtrail.extraction.tokens import Tokens


def read_bracketed_unit(
    tokens: Tokens, first: int, stop: int
) -> tuple[UnitForm, Decimal, int] | None:
    """The unit behind the bracket of a tolerance, its power of ten, and the token behind both.

    "(3.2 ± 0.1) ns", "20 (±5) minutes", "(4.5 ± 0.2) × 10⁻³ g".
    """
    if tokens.words[first] not in ("±", "+"):
        return None
    stop = _past_sort(tokens, stop)
    if tokens.words[stop : stop + 1] != [")"]:
        return None
    power, at = read_power(tokens, stop + 1)
    form = match_unit(tokens, at)
    return (form, power, at + len(form.tokens)) if form is not None else None


def _past_sort(tokens: Tokens, stop: int) -> int:
    """The bracket that closes what sort a tolerance is of: "± 0.21 (stat.) GeV"."""
    if tokens.words[stop : stop + 1] == ["("] and tokens.lowers[stop + 1 : stop + 2] in _SORTS:
        return stop + 2 + (tokens.words[stop + 2 : stop + 3] == ["."])
    return stop


_SORTS = [[word] for word in "stat syst sys exp theo theor th sd se sem".split()]
