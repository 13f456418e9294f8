"""What unit codes stand for: the words' own, and in UCUM, QUDT and ISO 4217.

Codes are those of the `unit` and `per` columns: ISO 4217 for money, else a lower-case English
singular. Measurements are listed in units.csv; currencies that it doesn't list come from
pycountry; every other lower-case code is a noun for things counted, whose plural is regular unless
plurals.csv lists it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from figtrail.csvrows import read_rows
from figtrail.publication import Unit

CURRENCY = re.compile(r"[A-Z]{3}")
COLUMNS = ("code", "label", "description", "kind", "ucum", "qudt", "iso_4217")


def describe_unit(code: str) -> Unit:
    """What a unit code stands for.

    UCUM is in its case-sensitive form; a thing counted is the annotation `{noun}` there and
    `unit:NUM` in QUDT. The UCUM of a noun that isn't printable ASCII is None.
    """
    known = _read_units().get(code)
    if known is not None:
        return known
    if CURRENCY.fullmatch(code):
        return _describe_currency(code)
    if (composed := _compose(code)) is not None:
        return composed
    ucum = f"{{{code}}}" if re.fullmatch(r"[!-z|~]+", code) else None
    return Unit(code, _make_plural(code.replace("_", " ")), None, "count", ucum, "unit:NUM")


def _compose(code: str) -> Unit | None:
    """A unit of listed ones: a power ("cubic_inch"), or one over others ("gram_per_litre").

    None where a part has no UCUM, or where the code is a noun's.
    """
    over, _, under = code.rpartition("_per_")
    if over and under:
        top, bottom = describe_unit(over), describe_unit(under)
        if top.ucum is None or bottom.ucum is None or bottom.kind == "money":
            return None
        label = f"{top.label} per {under.replace('_', ' ')}"
        return Unit(code, label, None, top.kind, f"{top.ucum}/{bottom.ucum}")
    for at in (at for at, letter in enumerate(code) if letter == "_"):
        ends = _read_units().get(code[:at]), describe_measured(code[at + 1 :])
        if ends[0] is not None and ends[1] is not None and ends[0].kind in _MEASURED:
            label = f"{code[:at].replace('_', ' ')} {ends[1].label}"
            return Unit(code, label, None, "measurement", f"{ends[0].ucum}.{ends[1].ucum}")
    power, _, base = code.partition("_")
    raised = _read_units().get(base) if power in _POWERS else None
    if raised is None or raised.ucum is None or raised.kind not in ("measurement", "duration"):
        return None
    ucum = f"{raised.ucum}{_POWERS[power]}"
    if not re.fullmatch(r"[A-Za-z]+", raised.ucum):
        return None
    return Unit(code, f"{power} {raised.label}", None, "measurement", ucum)


def describe_measured(code: str) -> Unit | None:
    """A measured unit or one made of such; None for what is counted."""
    unit = _read_units().get(code) or _compose(code)
    measured = unit is not None and unit.kind in _MEASURED and unit.ucum is not None
    return unit if measured else None


_MEASURED = ("measurement", "duration")
_POWERS = {"square": 2, "cubic": 3}


def _describe_currency(code: str) -> Unit:
    import pycountry  # 100 ms that a package in pounds alone needn't spend

    currency = pycountry.currencies.get(alpha_3=code)
    if currency is None:
        return Unit(code, code, "not a currency in ISO 4217 today", "money", f"{{{code}}}")
    return Unit(code, currency.name, None, "money", f"{{{code}}}", f"unit:CCY_{code}", code)


def _make_plural(noun: str) -> str:
    """The plural of an English noun phrase whose last word is its head."""
    head = noun.rpartition(" ")[2].rpartition("-")[2]
    stem = noun[: len(noun) - len(head)]
    if head in (irregular := _read_plurals()):
        return stem + irregular[head]
    if head.endswith("man"):
        return stem + head[:-2] + "en"
    if re.search(r"[^aeiou]y$", head):
        return stem + head[:-1] + "ies"
    if re.search(r"(s|x|z|ch|sh)$", head):
        return stem + head + "es"
    return stem + head + "s"


@cache
def _read_plurals() -> dict[str, str]:
    path = Path(__file__).with_name("plurals.csv")
    rows = read_rows(path, required=("noun", "plural"))
    return {row.require("noun"): row.require("plural") for row in rows}


@cache
def _read_units() -> dict[str, Unit]:
    path = Path(__file__).with_name("units.csv")
    units = {}
    for row in read_rows(path, required=COLUMNS, allowed=COLUMNS):
        code, kind = row.require("code"), row.require("kind")
        units[code] = Unit(
            code=code,
            label=row.require("label"),
            description=row.get("description"),
            kind=kind,  # type: ignore[arg-type]  # a test holds the file to the closed set
            ucum=row.get("ucum"),
            qudt=row.get("qudt"),
            iso_4217=row.get("iso_4217"),
        )
    return units
