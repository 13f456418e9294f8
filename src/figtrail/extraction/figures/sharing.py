"""What a figure shares with those before it: its noun, unit, currency and denominator."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.currencies import resolve_currency
from figtrail.extraction.elision import Unit, resolve_unit
from figtrail.extraction.figures.scenes import Scene
from figtrail.extraction.found import Found
from figtrail.extraction.measured import Measured
from figtrail.extraction.quantities import Reading
from figtrail.extraction.rate_nouns import (
    find_average_holder,
    find_holder_rate,
    find_subject_rate,
)
from figtrail.extraction.rates import ELSEWHERE, find_each, find_recurring
from figtrail.extraction.tokens import Tokens
from figtrail.model import Kind, Sentence

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
    if unit.per is None:
        unit = _with_per(unit, _find_per(tokens, reading, measured, unit, nearest, earlier, here))
        holder = find_holder_rate(tokens, measured, reading.bound_start) if measured else None
        if unit.per is None and holder is not None and unit.kind == "count":
            return Unit("rate", holder[0], holder[1])
        return unit
    return _with_per(unit, unit.per)


def _with_per(unit: Unit, per: str | None) -> Unit:
    """A unit with its denominator; a count or measurement with one is a rate."""
    rated = per is not None and unit.kind in ("count", "measurement", "duration")
    return unit._replace(per=per, kind="rate" if rated else unit.kind)


def _find_per(
    tokens: Tokens,
    reading: Reading,
    measured: Measured | None,
    unit: Unit,
    nearest: Found | None,
    earlier: list[Found],
    here: list[Found],
) -> str | None:
    """The denominator that other words than those at the number give it."""
    at, number = reading.bound_start, reading.number
    stops = (reading.unit_stop, reading.phrase.stop if reading.phrase else reading.unit_stop)
    per = find_each(tokens, at, stops, unit.kind)
    if per == ELSEWHERE:
        return _named_before(earlier[-4:] + here, unit.kind)
    per = per or _shared_rate(tokens, reading, unit, here)
    per = per or find_recurring(tokens, at, unit.kind)
    if per is not None:
        return per
    if measured is None:
        another = not _OWN_SUM.isdisjoint(tokens.lowers[max(0, number.first - 2) : number.first])
        if number.currency is not None and not another:
            return _price_rate(number.value, nearest, earlier[-3:] + here)
        return None
    if unit.kind == "count":
        per = find_average_holder(tokens, number, at)
    return per or find_subject_rate(tokens, measured, unit.kind)


def _named_before(before: list[Found], kind: Kind) -> str:
    """What "each" shares out among where its sentence doesn't say: what was priced or counted."""
    for item in reversed(before):
        if item.kind == kind == "money" and item.per is not None:
            return item.per
        if item.kind == "count" and item.unit != "item":
            return item.unit
    return "item"


def find_currency(scene: Scene, at: int, earlier: list[Found], here: list[Found]) -> str | None:
    """The currency of what a fraction is a share of: that of the sum before it, else after it."""
    for item in reversed(earlier[-4:] + here):
        if item.kind == "money":
            return item.unit
    for later in scene.readings[at + 1 :]:
        if later.number.currency is not None:
            return resolve_currency(later.number.currency, scene.document)
    return None


def find_antecedent(earlier: list[Found], here: list[Found], sentence: Sentence) -> Found | None:
    """The figure whose noun an elided one shares: in this sentence, else just before it."""
    for item in reversed(here):
        if item.measured is not None:
            return item
    for item in reversed(earlier[-3:]):
        if item.measured is not None and sentence.start - item.sentence.end < _REACH:
            return item
    return None


def _shared_rate(tokens: Tokens, reading: Reading, unit: Unit, here: list[Found]) -> str | None:
    """The denominator of "£2m per year … and a further £3m": the later sum shares it."""
    first = reading.number.first
    if not here or here[-1].kind != unit.kind or here[-1].per is None:
        return None
    if unit.kind == "money" and not _is_near(reading.number.value, here[-1]):
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


def _price_rate(value: Decimal, nearest: Found | None, before: list[Found]) -> str | None:
    """The denominator of the last price of the same thing: "€2,544 a month … in Cork €2,107"."""
    if nearest is None:
        return None
    for item in reversed(before):
        if item.kind == "money":
            same = item.measured == nearest.measured and item.change is None
            near = same and item.paragraph == nearest.paragraph and _is_near(value, item)
            return item.per if near else None
    return None


def _is_near(value: Decimal, item: Found) -> bool:
    """Whether a sum may be another price of the same, by its size: not "12 cents … $3m"."""
    other = item.reading.number.value
    return other > 0 and value > 0 and other < value * _SPREAD and value < other * _SPREAD


_SPREAD = 100
