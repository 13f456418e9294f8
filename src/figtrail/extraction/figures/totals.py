"""Totals behind a rate, which they don't share: "£54m a week … claimed £2.8bn in total"."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.clauses import find_verb
from figtrail.extraction.dating import Dating
from figtrail.extraction.elision import Unit
from figtrail.extraction.found import Found
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.quantities import Reading
from figtrail.extraction.rates import TIME
from figtrail.extraction.tokens import Tokens

_TIMES = frozenset(TIME.values())
_TOTALLING = (["in", "total"], ["in", "all"], ["all", "told"])
# How many tokens behind a number or at the start of its sentence they may stand.
_NEAR = 3
# Verbs of how much or many it is each time, and not of what was done in the whole time.
_LEVELLING = frozenset(read_sections("rates.txt")["level_verbs"]).union(CHANGE_VERBS)
# A whole is so many times what comes each time, or more.
_LARGER = 8
_BACK = 4


def drop_carried(
    tokens: Tokens,
    reading: Reading,
    unit: Unit,
    dating: Dating,
    before: list[Found],
) -> Unit:
    """A unit without the denominator that it has from a figure before, where it is a total.

    "The council takes 41 tonnes a week and last year it removed 2,140", "built 210 homes a year
    until 2019. In 2022/23 they managed 96". `before` are the figures before the number.
    """
    if unit.per not in _TIMES or reading.rate is not None:
        return unit
    rate = next((one for one in reversed(before[-_BACK:]) if one.per == unit.per), None)
    if rate is None or not (
        _is_totalled(tokens, reading) or _is_whole(tokens, reading, unit, dating, rate)
    ):
        return unit
    kind = unit.kind
    if kind == "rate":
        kind = "measurement" if rate.reading.number.kind == "measurement" else "count"
    return unit._replace(kind=kind, per=None, per_quantity=None)


def _is_totalled(tokens: Tokens, reading: Reading) -> bool:
    """Whether words say that a number is of all together: "in total", "In all, 40 came"."""
    starts = range(reading.number.stop, reading.number.stop + _NEAR)
    return any(
        tokens.lowers[at : at + 2] in _TOTALLING or tokens.lowers[at : at + 1] == ["altogether"]
        for at in (0, *starts)
    )


def _is_whole(tokens: Tokens, reading: Reading, unit: Unit, dating: Dating, rate: Found) -> bool:
    """Whether a count or measure is of what was done in the time that its clause states."""
    if unit.kind != "rate" or dating.text is None:
        return False
    # "75,000 a year, against fewer than 4,000 in 2021": a verb behind the rate.
    floor = rate.reading.after if rate.tokens is tokens else 0
    verb = find_verb(tokens, reading.bound_start, floor)
    if verb is None or tokens.lowers[verb[1] - 1] in _LEVELLING:
        return False
    value, other = abs(reading.number.value), abs(rate.reading.number.value)
    return _length_of(dating) == unit.per or value >= other * _LARGER > Decimal(0)


def _length_of(dating: Dating) -> str | None:
    """The time that a period takes: `year`, `month` or None; by its words where it has no dates."""
    if dating.period is None:
        last = (dating.text or "").lower().rpartition(" ")[2]
        return "year" if last[:4].isdigit() else TIME.get(last)
    start, _, end = dating.period.partition("/")
    if not end:
        return {4: "year", 7: "month", 10: "day"}.get(len(start))
    if len(start) != 10 or len(end) != 10:
        return None
    days = (date.fromisoformat(end) - date.fromisoformat(start)).days
    return next((name for name, least, most in _LENGTHS if least <= days <= most), None)


_LENGTHS = (("week", 6, 6), ("month", 27, 30), ("quarter", 88, 92), ("year", 363, 366))
