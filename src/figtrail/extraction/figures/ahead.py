"""The unit that a bare number shares with the figure behind it: "leads 46-35 percent"."""

from __future__ import annotations

from figtrail.extraction.currencies import resolve_currency
from figtrail.extraction.elision.antecedents import Unit
from figtrail.extraction.figures.scenes import Scene
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import DASHES

_HELD_AGAINST = (["up", "from"], ["down", "from"], ["compared", "with"], ["compared", "to"])
_MILLION = 1_000_000
# How many times one sum may be another that it is held against.
_LIKE = 8
_JOINED = ([","], ["and"], ["in"], ["for"])
_APART_BY = frozenset((";", "(", ")", ":"))
# How many tokens may stand between the members of a list.
_APART = 6


def find_ahead(scene: Scene, reading: Reading) -> Unit | None:
    """Kind and unit that the figure behind a bare number names for both.

    "Leads 46-35 percent", "by 50 to 44 percent", "prices were up 0.9 and Hull's 0.1 per cent",
    "half a billion went to hotels, up from £369m".
    """
    if not reading.is_bare:
        return None
    at = scene.readings.index(reading)
    for later in scene.readings[at + 1 :]:
        if later.kind == "percentage" and later.unit == "percent":
            return Unit("percentage", "percent") if _shares_percent(scene, at, later) else None
        if later.number.currency is not None:
            if later not in scene.readings[at + 1 : at + 3] or not _is_sum(scene, reading, later):
                return None
            return Unit("money", resolve_currency(later.number.currency, scene.document))
        if later.number.form == "fraction" and later is scene.readings[at + 1]:
            # "Half a billion, up by a third from £369 million".
            continue
        if not later.is_bare or not later.is_broken:
            return None
    return None


def _shares_percent(scene: Scene, at: int, later: Reading) -> bool:
    """Whether "to", a dash or a list of names alone stands between a number and a percentage."""
    reading, tokens = scene.readings[at], scene.tokens
    between = tokens.lowers[reading.unit_stop : later.bound_start]
    if between == ["from"]:
        # "Edged up to 4.1 from 3.9 percent".
        nought = reading.number.value == 0
        return nought or (0 < reading.number.value <= 100 and reading.is_broken)
    if between == ["to"] or (len(between) == 1 and between[0] in DASHES):
        return 0 < later.number.value < reading.number.value <= 100
    following = scene.readings[at + 1]
    listed = tokens.tags[reading.unit_stop : following.bound_start]
    joined = between[:1] in _JOINED and "N" in listed and set(listed) <= set(".CNPD")
    joined = joined and ("," in between or "and" in between) and _APART_BY.isdisjoint(between)
    return reading.is_broken and joined and len(listed) <= _APART


def _is_sum(scene: Scene, reading: Reading, later: Reading) -> bool:
    """Whether millions are held against a sum, as "up from" it, and are of about its size."""
    value, other = reading.number.value, later.number.value
    if value < _MILLION or not other / _LIKE < value < other * _LIKE:
        return False
    near = scene.tokens.lowers[reading.unit_stop : later.bound_start]
    return near[-2:] in _HELD_AGAINST or (near[-1:] == ["from"] and "up" in near)
