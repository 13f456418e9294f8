"""The figures of a table's cell: its own words come first, then what the table says of them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from figtrail.extraction.changes import find_change
from figtrail.extraction.dating import UNDATED, Dating
from figtrail.extraction.elision import Unit
from figtrail.extraction.figures.coming import look_ahead
from figtrail.extraction.figures.currencies import name_currencies
from figtrail.extraction.figures.measuring import measure_reading
from figtrail.extraction.figures.scenes import Scene
from figtrail.extraction.figures.wording import join_words
from figtrail.extraction.found import Found, Tabled
from figtrail.extraction.numbers.number import ONE
from figtrail.extraction.places import Places
from figtrail.extraction.places.gazetteer import is_world
from figtrail.extraction.quantities import Reading
from figtrail.extraction.statuses import find_status
from figtrail.extraction.tables import Cell, Tables
from figtrail.model import Change

if TYPE_CHECKING:
    from figtrail.extraction.tables.cells import Setting

_PARTS = frozenset(("percentage", "ratio"))


def find_in_cell(scene: Scene, tables: Tables, cell: Cell) -> list[Found]:
    """The figures that a sentence of a cell states; none where the cell holds no figures."""
    if not scene.readings or not cell.states_figures:
        return []
    setting = cell.read()
    proof = tables.find_proof(cell, setting, scene.sentence)
    if proof is None:
        # Nothing short enough proves what each number stands for: it is left as it is written.
        head = next((one.text for one in cell.survey.heads(cell.column)), None)
        measured = head or setting.measured
        unit = Unit("count", "item")
        setting = setting._replace(measured=measured, unit=unit, counted=unit, factor=ONE)
        proof = tables.bound(cell, scene.sentence)
    tabled = Tabled(*proof, setting.place, cell.survey.caption_span)
    found: list[Found] = []
    for at in range(len(scene.readings)):
        found.append(_put_in_table(scene, at, setting, tabled, found))
    return found


def locate_figure(places: Places, item: Found) -> str | None:
    """The place of a figure; of one in a table by its labels, else by the table's caption."""
    if item.tabled is None:
        return places.locate(item.start, item.end, item.sentence.start, item.sentence.end)
    if item.tabled.place is not None:
        return None if is_world(item.tabled.place) else item.tabled.place
    start, stop = item.tabled.caption or (0, 0)
    return places.locate(stop, stop, start, stop)


def scale_reading(readings: list[Reading], at: int, setting: Setting) -> Reading:
    """A reading of a cell in the size that the table gives its numbers."""
    reading = readings[at]
    if setting.factor == ONE or not _is_in_unit(readings, at, setting):
        return reading
    number = reading.number
    factor = setting.factor
    return reading._replace(
        number=number._replace(
            value=number.value * factor,
            low=number.low * factor if number.low is not None else None,
            high=number.high * factor if number.high is not None else None,
        )
    )


def _is_in_unit(readings: list[Reading], at: int, setting: Setting) -> bool:
    """Whether a number is in the unit of its column: bare, or with its sign alone ("£12")."""
    reading = readings[at]
    if reading.number.scale is not None or reading.number.out_of is not None:
        return False
    if _is_counted_before(readings, at, setting):
        return False
    signed = reading.kind == "money" == setting.unit.kind and reading.rate is None
    return reading.is_bare or signed


def _is_counted_before(readings: list[Reading], at: int, setting: Setting) -> bool:
    """Whether a number is what is counted, and the one behind it in the unit: "12 (3%)"."""
    return setting.aside and at == 0 and len(readings) > 1 and setting.unit.kind in _PARTS


def _put_in_table(
    scene: Scene, at: int, setting: Setting, tabled: Tabled, here: list[Found]
) -> Found:
    tokens, own = scene.tokens, scene.readings[at]
    reading = scale_reading(scene.readings, at, setting)
    measured = measure_reading(scene, at) if _has_words(scene, at) else None
    text = join_words(tokens, measured) or setting.measured
    unit = _find_unit(scene, at, setting, text, here)
    dating = _find_dating(scene, setting)
    change = find_change(tokens, own.number, own.bound_start, own.kind, own.unit_stop)
    change = change or _direct(scene, reading, setting)
    status = find_status(tokens, own.number, own.bound_start)
    if status == "observed":
        status = setting.status or look_ahead(scene, own, dating, status)
    return Found(
        scene.paragraph,
        scene.sentence,
        tokens,
        reading,
        scene.sentence.start + own.number.start,
        scene.sentence.start + own.number.end,
        unit.kind,
        unit.unit,
        None,
        unit.per,
        unit.per_quantity,
        change,
        text,
        text,
        status,
        dating,
        located=False,
        tabled=tabled,
    )


def _has_words(scene: Scene, at: int) -> bool:
    """Whether a cell has words of its own beside the number and its unit."""
    reading = scene.readings[at]
    if reading.phrase is not None:
        return True
    first, stop = reading.bound_start, reading.after
    beside = (*scene.tokens.tags[:first], *scene.tokens.tags[stop:])
    return len(scene.readings) == 1 and "N" in beside


def _find_unit(
    scene: Scene, at: int, setting: Setting, text: str | None, here: list[Found]
) -> Unit:
    """Kind, unit and denominator of a reading: its own, else its column's."""
    reading = scene.readings[at]
    rate = reading.rate
    unit = Unit(
        reading.kind,
        reading.unit or "item",
        rate.per if rate is not None else None,
        rate.quantity if rate is not None else None,
    )
    if reading.is_bare and reading.number.out_of is None:
        unit = setting.counted if _is_counted_before(scene.readings, at, setting) else setting.unit
    elif reading.kind in ("count", "ratio") and reading.unit is None:
        unit = unit._replace(unit=setting.counted.unit)
    elif rate is None and setting.unit.kind == reading.kind and setting.unit.per is not None:
        unit = unit._replace(per=setting.unit.per, per_quantity=setting.unit.per_quantity)
    return name_currencies(scene, at, unit, text, [], here)


def _find_dating(scene: Scene, setting: Setting) -> Dating:
    """The period that a cell's own words state, else that of its column, row or table."""
    for mention in scene.mentions:
        if mention.period is not None and mention.role in ("during", "start", "end"):
            words = scene.tokens.text[mention.start : mention.end]
            return Dating(mention.period, words, mention.basis)
    return setting.dating or UNDATED


def _direct(scene: Scene, reading: Reading, setting: Setting) -> Change | None:
    """The direction of a change, by the head's word or its sign, which brackets may stand for."""
    value = reading.number.value if reading.bound != "range" else reading.number.low
    if setting.change is None or not value:
        return None
    if setting.change != "change":
        return setting.change
    words = scene.tokens.words
    bracketed = words[0] == "(" and words[-1] == ")"
    return "decrease" if value < Decimal(0) or bracketed else "increase"
