"""Corrections of codes: they come after the coding, whose codes they expect to replace."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from figtrail.corrections.cells import CODES, correct_field, read_corrected, refuse
from figtrail.iso_3166 import find_iso_place
from figtrail.model import FigtrailError, Figure, Problem
from figtrail.publication import Correction
from figtrail.recipe import Recipe


def correct_codes(figures: Iterable[Figure], recipe: Recipe) -> tuple[Figure, ...]:
    """The coded figures with the recipe's corrections of `measure` and `place` applied, in order.

    Raises FigtrailError with the line of every correction whose figure or expected code is gone, or
    whose code is not in the recipe's lists (nor in ISO 3166, for a place).
    """
    asked = [correction for correction in recipe.corrections if correction.field in CODES]
    if not asked:
        return tuple(figures)
    corrected = {
        (figure.source_id, figure.char_start, figure.char_end): figure for figure in figures
    }
    lines = recipe.correction_lines
    problems: list[Problem] = []
    for correction in asked:
        span = (correction.source_id, correction.char_start, correction.char_end)
        try:
            _check_code(correction, recipe)
            if correction.action == "correct":
                if span not in corrected:
                    message = f"no figure stands at {correction.quote!r}"
                    raise refuse(correction, lines, message, "Remove the correction.")
                corrected[span] = correct_field(corrected[span], correction, lines)
        except FigtrailError as error:
            problems += error.problems
    if problems:
        raise FigtrailError(problems)
    return tuple(corrected.values())


def _check_code(correction: Correction, recipe: Recipe) -> None:
    code = read_corrected(correction, recipe.correction_lines)
    if code is None:
        return
    knows, wanted = _LISTS[correction.field or ""]
    if not knows(str(code), recipe):
        message = f"corrected: there is no {correction.field} {code!r}"
        raise refuse(correction, recipe.correction_lines, message, f"Use a code of {wanted}.")


def _knows_measure(code: str, recipe: Recipe) -> bool:
    return any(measure.code == code for measure in recipe.measures)


def _knows_place(code: str, recipe: Recipe) -> bool:
    listed = any(place.code == code for place in (*recipe.places, *recipe.gazetteers))
    return listed or find_iso_place(code) is not None


_LISTS: dict[str, tuple[Callable[[str, Recipe], bool], str]] = {
    "measure": (_knows_measure, "measures.csv"),
    "place": (_knows_place, "places.csv, of a gazetteer or of ISO 3166"),
}
