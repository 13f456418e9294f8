"""Status and change of a reading: its own, or shared with the figures right before it."""

from __future__ import annotations

from figtrail.extraction.changes import Told, carry_change, carry_held, find_change
from figtrail.extraction.figures.currencies import is_conversion
from figtrail.extraction.figures.scenes import Scene
from figtrail.extraction.found import Found
from figtrail.extraction.quantities import Reading
from figtrail.extraction.statuses import carry_status, find_status, is_given
from figtrail.extraction.tokens import Tokens
from figtrail.model import Change, Status

# How far back, in code points, a sentence may lie that the next figures go on from.
_NEAR = 40
_SUMS = ("money", "percentage")


def read_context(
    scene: Scene, reading: Reading, earlier: list[Found], here: list[Found]
) -> tuple[Status, Change | None]:
    """Status and change of a reading, its own or shared with the figures right before it."""
    tokens, number, start = scene.tokens, reading.number, reading.bound_start
    status = find_status(tokens, number, start)
    change = find_change(tokens, number, start, reading.kind, reading.unit_stop)
    if status != "observed" and change is not None:
        return status, change
    before = _figures_before(scene, earlier)
    if here and is_conversion(tokens, here[-1].reading.number.stop, start):
        status = here[-1].status
    elif status == "observed" and (here or before):
        beside = [item.status for item in here]
        told = [item.status for item in before]
        setting = before[-1].tokens if before else None
        last = here[-1].reading.number.stop if here else 0
        status = carry_status(tokens, number, start, beside, told, setting, last)
    if status == "observed" and is_given(
        tokens,
        number,
        start,
        scene.document.text,
        scene.sentence.start,
        any(item.status == "planned" and item.kind in _SUMS for item in earlier[:3]),
    ):
        status = "planned"
    if change is None and (here or before):
        change = _carry_change(scene.tokens, reading, here, before)
    return status, change


def _carry_change(
    tokens: Tokens, reading: Reading, here: list[Found], before: list[Found]
) -> Change | None:
    """The change that a reading shares with the figures right before it."""
    start, stop = reading.bound_start, reading.unit_stop
    changes = [item.change for item in before if item.kind == "percentage"]
    told = [[Told(item.kind, item.unit, item.change) for item in items] for items in (here, before)]
    return carry_change(tokens, start, stop, reading.kind, changes) or carry_held(
        tokens, start, stop, (reading.kind, reading.unit), (told[0], told[1])
    )


def _figures_before(scene: Scene, earlier: list[Found]) -> list[Found]:
    """The figures of the last sentence that states any, where it is near."""
    last = earlier[-1].sentence if earlier else None
    if last is None or scene.sentence.start - last.end > _NEAR:
        return []
    return [item for item in earlier[-8:] if item.sentence is last]
