"""A figure as a reader would write it: 'more than £5m a year', '17–19', 'up 49.4 per cent'."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from figtrail.csvrows import read_rows
from figtrail.units import describe_unit

Row = Mapping[str, Any]

BOUNDS = {
    "exact": "",
    "about": "about ",
    "over": "more than ",
    "at_least": "at least ",
    "under": "less than ",
    "at_most": "up to ",
    "nearly": "nearly ",
    "range": "",
}
SCALES = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))
SCALE_WORDS = {"tn": " trillion", "bn": " billion", "m": " million"}
MOST_SCALED_DIGITS = 4
"""Digits beyond which '1.234567 million' is harder to read than '1,234,567'."""

MULTIPLES = {2: "doubled", 3: "trebled", 4: "quadrupled"}
FRACTION_WORDS = re.compile(
    r"hal(?:f|ve)|thirds?\b|quarters?\b|(?:fif|six|eigh|nin|ten)ths?\b", re.I
)
PERIODS = frozenset({"second", "minute", "hour", "day", "night", "week", "fortnight", "month"}) | {
    "quarter",
    "year",
    "decade",
    "century",
}


def phrase_figure(row: Row) -> str:
    """The number of a row of `figures` with its bound, unit, denominator and direction, in English.

    The noun of things counted is left out, as `measured` says it better. Money is scaled as
    newspapers scale it (£5m, £1.2bn); nothing is rounded.
    """
    if row["unit"] == "times" and row["change"] and row["bound"] == "exact":
        return _phrase_multiple(row)
    phrase = BOUNDS[row["bound"]] + _phrase_amount(row)
    if row["bound"] == "under" and row["kind"] == "count" and row["out_of"] is None:
        phrase = "fewer than " + _phrase_amount(row)
    if row["change"]:
        by = "by " if row["bound"] == "at_most" or _is_fraction(row) else ""
        phrase = f"{'up' if row['change'] == 'increase' else 'down'} {by}{phrase}"
    return phrase + phrase_denominator(row["per"], row["per_quantity"])


def phrase_statistic(value: float, unit: str, per: str | None, per_quantity: float | None) -> str:
    """An official value as a reader would write it."""
    return _phrase_number(value, unit) + phrase_denominator(per, per_quantity)


def phrase_denominator(per: str | None, per_quantity: float | None) -> str:
    """' a year', ' per household', ' per 1,000 people'; nothing where there is no denominator."""
    if per is None:
        return ""
    if per_quantity is not None and per_quantity != 1:
        return f" per {group_digits(per_quantity)} {name_unit(per, many=True)}"
    if per in PERIODS:
        return f" an {per}" if per == "hour" else f" a {per}"
    return f" per {name_unit(per, many=False)}"


def name_unit(code: str, *, many: bool) -> str:
    """The unit's English name, in the singular or plural: a currency has its own name for both."""
    if code == "person":
        return "people" if many else "person"
    unit = describe_unit(code)
    return unit.label if many or unit.kind == "money" else code.replace("_", " ")


def group_digits(number: float) -> str:
    """The exact decimal with commas between thousands and a true minus sign."""
    text = f"{_read_decimal(number):,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", "−")


def _phrase_amount(row: Row) -> str:
    if row["bound"] == "range":
        return _phrase_range(row)
    if _is_fraction(row):
        quote = " ".join(str(row["quote"]).split())
        return "half" if quote.lower().startswith("halv") else quote
    value = row["value"]
    if row["out_of"] is not None:
        return f"{group_digits(value)} of {group_digits(row['out_of'])}"
    return _phrase_number(value, row["unit"])


def _phrase_range(row: Row) -> str:
    low, high, unit = row["low"], row["high"], row["unit"]
    if row["out_of"] is not None:
        ends = f"{group_digits(low)}–{group_digits(high)}"
        return f"{ends} of {group_digits(row['out_of'])}"
    if describe_unit(unit).kind == "money":
        return f"{_phrase_number(low, unit)}–{_phrase_number(high, unit)}"
    before, after = _scale(low), _phrase_number(high, unit)
    # One scale serves both ends, as in '1.2–1.4 million'.
    scaled = _scale(high)
    joint = before[1] == scaled[1]
    return f"{before[0] if joint else _join(before)}–{after}"


def _phrase_number(value: float, unit: str) -> str:
    described = describe_unit(unit)
    if described.kind == "money":
        return _phrase_money(value, unit)
    number = _join(_scale(value))
    if unit == "percent":
        return f"{number} per cent"
    symbol = _read_symbols().get(unit)
    if symbol is not None:
        return number + symbol
    if described.kind in (None, "count") or unit == "item":
        return number
    return f"{number} {name_unit(unit, many=abs(value) != 1)}"


def _phrase_money(value: float, unit: str) -> str:
    sign, hundredth = _read_currencies().get(unit, (f"{unit} ", ""))
    minus = "−" if value < 0 else ""
    amount = abs(_read_decimal(value))
    if hundredth and 0 < amount < 1 and amount * 100 == int(amount * 100):
        return f"{minus}{int(amount * 100)}{hundredth}"
    number, scale = _scale(float(amount))
    if not scale and re.fullmatch(r"[\d,]+\.\d", number):
        number += "0"
    return f"{minus}{sign}{number}{scale}"


def _phrase_multiple(row: Row) -> str:
    value = row["value"]
    if row["change"] == "increase" and value in MULTIPLES:
        return MULTIPLES[value]
    return f"{'up' if row['change'] == 'increase' else 'down'} {group_digits(value)}-fold"


def _is_fraction(row: Row) -> bool:
    """Whether the article itself writes a fraction in words: a third, half, two-thirds."""
    return (
        row["out_of"] is not None
        and row["bound"] != "range"
        and FRACTION_WORDS.search(str(row["quote"])) is not None
    )


def _scale(value: float) -> tuple[str, str]:
    """The number's digits and its scale: ('1.2', 'bn'), or ('1,234', '')."""
    number = _read_decimal(value)
    for size, name in SCALES:
        scaled = (number / size).normalize()
        if abs(number) >= size and len(scaled.as_tuple().digits) <= MOST_SCALED_DIGITS:
            return group_digits(float(scaled)), name
        if abs(number) >= size:
            break
    return group_digits(value), ""


def _join(scaled: tuple[str, str]) -> str:
    return scaled[0] + SCALE_WORDS.get(scaled[1], "")


def _read_decimal(number: float) -> Decimal:
    return Decimal(repr(float(number)))


@cache
def _read_currencies() -> dict[str, tuple[str, str]]:
    rows = read_rows(Path(__file__).with_name("currency_signs.csv"), required=("code", "sign"))
    return {row.require("code"): (row.require("sign"), row.get("hundredth") or "") for row in rows}


@cache
def _read_symbols() -> dict[str, str]:
    rows = read_rows(Path(__file__).with_name("unit_symbols.csv"), required=("code", "symbol"))
    # A no-break space keeps the number and its unit on one line.
    return {
        row.require("code"): ("\u00a0" if row.get("space") else "") + row.require("symbol")
        for row in rows
    }
