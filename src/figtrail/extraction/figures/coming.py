"""The status of what has yet to come, in prose and in tables."""

from __future__ import annotations

from figtrail.extraction.dating import Dating
from figtrail.extraction.figures.scenes import Scene
from figtrail.extraction.quantities import Reading
from figtrail.extraction.statuses import foresee, is_ahead
from figtrail.model import Status


def look_ahead(scene: Scene, reading: Reading, dating: Dating, status: Status) -> Status:
    """The status of a reading, which is no observation where its time has yet to begin."""
    if status != "observed" or not is_ahead(dating.period, scene.document.published_latest):
        return status
    return foresee(scene.tokens, reading.number, reading.bound_start)
