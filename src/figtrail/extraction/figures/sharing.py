"""What a figure shares with those before it: its noun, unit, currency and denominator."""

from __future__ import annotations

from figtrail.extraction.currencies import resolve_currency
from figtrail.extraction.elision import Unit, resolve_unit
from figtrail.extraction.figures.scenes import Scene
from figtrail.extraction.found import Found
from figtrail.extraction.measured import REMAINING, Measured
from figtrail.extraction.quantities import Reading
from figtrail.extraction.rate_nouns import (
    find_each,
    find_each_subject,
    find_holder_rate,
    find_subject_rate,
)
from figtrail.extraction.tokens import Tokens

# How far back, in code points, an elided noun is looked for.
_REACH = 400
_COMPARING = frozenset("against from than versus".split())
_OWN_SUM = frozenset("further another additional extra total".split())
_FURTHER = frozenset("further another additional extra".split())


def find_unit(
    scene: Scene,
    reading: Reading,
    measured: Measured | None,
    noun: str | None,
    nearest: Found | None,
    earlier: list[Found],
    here: list[Found],
) -> Unit:
    """Kind, unit and denominator of a reading, its own or shared with the figures before."""
    tokens = scene.tokens
    unit = resolve_unit(
        tokens,
        reading,
        measured,
        noun,
        nearest,
        scene.document.nation,
        beside=bool(here) and nearest is here[-1],
    )
    if unit.per is not None:
        if unit.kind in ("count", "measurement", "duration"):
            return unit._replace(kind="rate")
        return unit
    shared = _shared_rate(tokens, reading, unit, here)
    if shared is None and unit.kind == "money":
        shared = find_each(tokens, reading.unit_stop)
    another = not _OWN_SUM.isdisjoint(
        tokens.lowers[max(0, reading.number.first - 2) : reading.number.first]
    )
    compared = tokens.lowers[reading.after : reading.after + 1] in (["more"], ["less"])
    another = another or compared
    if shared is None and measured is None and reading.number.currency and not another:
        shared = _price_rate(nearest, earlier[-3:] + here)
    if shared is not None:
        return unit._replace(per=shared)
    each = find_each_subject(tokens, reading.number.first)
    if (
        each is not None
        and tokens.lowers[reading.bound_start - 1] != "of"
        and unit.kind in ("count", "measurement", "duration", "money")
    ):
        return unit._replace(per=each, kind="money" if unit.kind == "money" else "rate")
    if measured is not None:
        holder = find_holder_rate(tokens, measured, reading.bound_start)
        if holder is not None and unit.kind == "count":
            return Unit("rate", holder[0], holder[1])
        per = find_subject_rate(tokens, measured, unit.kind)
        if per is not None:
            return unit._replace(per=per, kind="rate" if unit.kind == "count" else unit.kind)
    return unit


def find_currency(scene: Scene, at: int, earlier: list[Found], here: list[Found]) -> str | None:
    """The currency of what a fraction is a share of: that of the sum before it, else after it."""
    for item in reversed(earlier[-4:] + here):
        if item.kind == "money":
            return item.unit
    for later in scene.readings[at + 1 :]:
        if later.number.currency is not None:
            return resolve_currency(later.number.currency, scene.document)
    return None


def find_antecedent(scene: Scene, at: int, earlier: list[Found], here: list[Found]) -> Found | None:
    """The figure whose noun an elided one shares: in this sentence, else just before it.

    A sum looks past lengths and times ("a room of seven feet. It was £950 a month"), and what is
    left of a count past all that isn't counted ("the first 15").
    """
    reach = scene.sentence.start - _REACH
    near = [item for item in reversed(earlier[-3:]) if item.sentence.end > reach]
    items = [item for item in (*reversed(here), *near) if item.measured is not None]
    reading = scene.readings[at]
    tokens, first = scene.tokens, reading.bound_start
    if reading.kind == "money":
        alike = [item for item in items if item.kind not in ("duration", "measurement")]
    elif first and tokens.lowers[first - 1] in REMAINING:
        alike = [item for item in items if item.kind == "count"]
    else:
        alike = []
    return next(iter(alike or items), None)


def _shared_rate(tokens: Tokens, reading: Reading, unit: Unit, here: list[Found]) -> str | None:
    """The denominator of "£2m per year … and a further £3m": the later sum shares it."""
    first = reading.number.first
    if not here or here[-1].kind != unit.kind or here[-1].per is None:
        return None
    if tokens.lowers[first - 1] == "(" and unit.kind == "money":
        # The same sum in another currency: "1,870 rupees per quintal ($31)".
        return here[-1].per
    apart = tokens.lowers[reading.after : reading.after + 1] in (["above"], ["below"])
    if unit.kind == "money" and (apart or tokens.lowers[reading.bound_start - 1] in _COMPARING):
        return here[-1].per
    if _FURTHER.isdisjoint(tokens.lowers[max(0, first - 2) : first]):
        return None
    return here[-1].per


def _price_rate(nearest: Found | None, before: list[Found]) -> str | None:
    """The denominator of the last price of the same thing: "€2,544 a month … in Cork €2,107"."""
    if nearest is None:
        return None
    for item in reversed(before):
        if item.kind == "money":
            same = item.measured == nearest.measured and item.change is None
            return item.per if same and item.paragraph == nearest.paragraph else None
    return None
