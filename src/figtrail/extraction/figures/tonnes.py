"""Tons that an article calls metric once: "40m metric tons … 12m tons"."""

from __future__ import annotations

from figtrail.extraction.elision import Unit
from figtrail.extraction.figures.scenes import Scene


def read_in_metric(scene: Scene, unit: Unit) -> Unit:
    """A unit in tonnes, where the article calls its tons metric somewhere."""
    if "ton" not in (unit.unit, unit.per) or "metric ton" not in scene.document.text:
        return unit
    mass = "tonne" if unit.unit == "ton" else unit.unit
    return unit._replace(unit=mass, per="tonne" if unit.per == "ton" else unit.per)
