"""Denominators written in symbols: "3.4 t ha-1", "120 g m−2 yr−1", "5 W/(m·K)", "2 mg/kg/day"."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.numbers import match_symbol, match_unit, read_exponent
from figtrail.extraction.rates.rate import Rate
from figtrail.extraction.tokens import Tokens, read_digits

MINUS = frozenset("-−⁻^–")
_DOTS = frozenset("·⋅∙*")
_OPENING = _DOTS | {"/", "K"}
# Symbols of times that are units in a denominator only.
_TIMES = {"d": "day", "a": "year", "y": "year"}
# Times that what flows is told for: "2 g/10 min".
_FLOWN = ("second", "minute")
_POWERS = {-1: "", -2: "square_", -3: "cubic_"}


def read_inverse(tokens: Tokens, at: int) -> Rate | None:
    """The denominator that starts at a token as symbols: "m−2 yr−1", "/kg/day", "/(g·K)".

    Of several the last is the denominator and the others are the unit's: grams per square metre,
    a year. A plain "/day" is left to those who know nouns as well.
    """
    if at + 1 >= len(tokens.words) or not (
        tokens.words[at] in _OPENING or tokens.words[at + 1] in MINUS
    ):
        return None
    found: list[str] = []
    quantity: Decimal | None = None
    stop = at
    while quantity is None and (piece := _read_piece(tokens, stop)) is not None:
        timed = piece[0][0] in _FLOWN and tokens.words[at - 1] not in ("h", "light")
        if piece[1] is not None and not found and not timed:
            return None  # "16 h light/8 h dark"
        names, quantity, stop = piece
        found += names
    if not found or (tokens.words[at] == "/" and len(found) == 1 and stop == at + 2):
        return None
    return Rate(found[-1], quantity, at, stop, tuple(found[:-1]))


def go_on(tokens: Tokens, rate: Rate) -> Rate:
    """A denominator with the others behind it: "per kg per day", "/min per 1.73 m2".

    What is for each person or thing stays so: "187 litres per person per day".
    """
    measured = tokens.words[rate.start] in ("/", "per") and match_unit(tokens, rate.start + 1)
    if not (measured or rate.over or tokens.words[rate.stop - 1][-1] in "123¹²³"):
        return rate
    more = read_inverse(tokens, rate.stop)
    piece = _read_piece(tokens, rate.stop) if more is None else None
    if piece is not None and piece[1] is not None:
        more = Rate(piece[0][0], piece[1], rate.stop, piece[2])
    if more is None and tokens.lowers[rate.stop : rate.stop + 1] in (["per"], ["/"]):
        form = match_unit(tokens, rate.stop + 1)
        if form is not None and form.kind in ("measurement", "duration"):
            stop = rate.stop + 1 + len(form.tokens)
            more = Rate(form.unit, None, rate.stop, stop)
    if more is None or rate.quantity is not None:
        return rate
    over = (*rate.over, rate.per, *more.over)
    return Rate(more.per, more.quantity, rate.start, more.stop, over)


def _read_piece(tokens: Tokens, at: int) -> tuple[list[str], Decimal | None, int] | None:
    """The units of one denominator, its number where it has one, and the token behind it."""
    if tokens.words[at : at + 1] == ["K"] and "/" in tokens.words[max(0, at - 3) : at]:
        return ["kelvin"], None, at + 1  # "0.18 W/m²K"
    if at + 1 >= len(tokens.words):
        return None
    if tokens.words[at] == "/" or tokens.lowers[at] == "per":
        return _read_slashed(tokens, at)
    at += tokens.words[at] in _DOTS
    raised = _read_raised(tokens, at)
    return ([raised[0]], None, raised[1]) if raised is not None else None


def _read_slashed(tokens: Tokens, at: int) -> tuple[list[str], Decimal | None, int] | None:
    """What stands behind a slash: "/m²", "/(m·K)", "/1.73 m2", "/m²K"."""
    at += 1
    if tokens.words[at] == "(":
        return _read_bracket(tokens, at + 1)
    sized = tokens.tags[at] == "M" and tokens.words[at][0].isdigit()
    symbol = match_symbol(tokens, at + sized)
    if symbol is None or (tokens.lowers[at - 1] == "per" and not sized):
        return None
    names, stop = [symbol.unit], at + sized + len(symbol.tokens)
    if sized:
        return names, read_digits(tokens.words[at]), stop
    if tokens.words[at] == "mK" and tokens.words[at - 2] == "W":
        return ["metre", "kelvin"], None, stop
    if tokens.words[stop : stop + 1] == ["K"] and symbol.unit != "kelvin":
        names, stop = [symbol.unit, "kelvin"], stop + 1
    return names, None, stop


def _read_bracket(tokens: Tokens, at: int) -> tuple[list[str], Decimal | None, int] | None:
    """The units of "(m·K)", from the token behind the bracket on."""
    names: list[str] = []
    while at < len(tokens.words) and tokens.words[at] != ")":
        symbol = match_symbol(tokens, at)
        if symbol is not None:
            names.append(symbol.unit)
            at += len(symbol.tokens)
        elif tokens.words[at] in _DOTS:
            at += 1
        else:
            return None
    return (names, None, at + 1) if names and at < len(tokens.words) else None


def _read_raised(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The unit of a symbol with a negative power, and the token behind them."""
    sign = at + 1
    if sign + 1 >= len(tokens.words) or tokens.words[sign] not in MINUS:
        return None
    form = match_unit(tokens, at)
    if form is not None and (form.style == "outside" or len(form.tokens) > 1):
        return None
    name = form.unit if form is not None else _TIMES.get(tokens.words[at])
    raised = read_exponent(tokens, sign + (tokens.words[sign] == "^"))
    if raised is None or name is None:
        return None
    power, stop = raised
    return (_POWERS[power] + name, stop) if power in _POWERS else None
