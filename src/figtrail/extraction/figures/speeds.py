"""Speeds whose hour stands behind a conversion: "winds of 155 kilometers (96 miles) per hour"."""

from __future__ import annotations

from figtrail.extraction.elision import Unit
from figtrail.extraction.figures.scenes import Scene

_HOURLY = {"kilometre": "kilometre_per_hour", "mile": "mile_per_hour"}
_HOURS = (["per", "hour"], ["an", "hour"])


def read_speed(scene: Scene, at: int, unit: Unit) -> Unit:
    """A length as the speed that it is by the hour behind its brackets, inside them or before."""
    if unit.unit not in _HOURLY or "hour" not in scene.tokens.vocabulary:
        return unit
    lowers, readings = scene.tokens.lowers, scene.readings
    inner = lowers[readings[at].bound_start - 1 : readings[at].bound_start] == ["("]
    other = at if inner else at + 1
    if other >= len(readings) or lowers[readings[other].bound_start - 1] != "(":
        return unit
    closing = readings[other].unit_stop
    if lowers[closing : closing + 1] != [")"] or lowers[closing + 1 : closing + 3] not in _HOURS:
        return unit
    if not inner and readings[at].unit_stop != readings[other].bound_start - 1:
        return unit
    return Unit("measurement", _HOURLY[unit.unit])
