"""The currencies of a figure's unit, told apart by the article and by what stands beside."""

from __future__ import annotations

from figtrail.extraction.currencies import DOLLAR, resolve_currency
from figtrail.extraction.elision.antecedents import Unit
from figtrail.extraction.elision.bare_units import is_amount
from figtrail.extraction.figures.scenes import Scene
from figtrail.extraction.figures.wholes import find_currency, find_level, find_measure
from figtrail.extraction.found import Found
from figtrail.extraction.tokens import Tokens


def name_currencies(
    scene: Scene, at: int, unit: Unit, text: str | None, earlier: list[Found], here: list[Found]
) -> Unit:
    """A unit with its currencies told apart by the article, and a share with that of its whole."""
    number = scene.readings[at].number
    if number.currency is not None:
        code = resolve_currency(number.currency, scene.document)
        if here and code == here[-1].unit and number.currency == f"{DOLLAR}?":
            # "NZ$23.8 billion ($18.8 billion)": into another currency than its own.
            start = scene.readings[at].bound_start
            told = is_conversion(scene.tokens, here[-1].reading.number.stop, start)
            code = DOLLAR if told else code
        unit = unit._replace(unit=code)
    elif unit.kind == "ratio" and (level := find_level(scene, at)) is not None:
        unit = unit._replace(unit=level)
    elif unit.kind == "ratio" and is_amount(unit.unit, text):
        unit = unit._replace(unit=find_currency(scene, at, earlier, here) or unit.unit)
    elif unit.kind == "ratio" and (size := find_measure(scene, at, earlier, here)) is not None:
        unit = unit._replace(unit=size)
    elif unit.unit.endswith("?"):
        unit = unit._replace(unit=resolve_currency(unit.unit, scene.document))
    if unit.per is not None and unit.per.endswith("?"):
        unit = unit._replace(per=resolve_currency(unit.per, scene.document))
    return unit


def is_conversion(tokens: Tokens, stop: int, start: int) -> bool:
    """Whether a number says the one that ends at `stop` in another unit: "R1.3bn (about $160m)"."""
    between = tokens.lowers[stop:start]
    return between[-1:] == ["("] and all(tag in "NP." for tag in tokens.tags[stop:start])
