"""The sums inside an article: a stated change against the two levels that it lies between."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import product

from figtrail.identifiers import derive_id
from figtrail.model import Check, CheckFigure, CheckKind, Figure, Relation, Role, Verdict

HUNDRED = Decimal(100)
LOOSE = Decimal("0.1")
"""How far from its number 'about' may lie, as a share of the number."""
ROUND_FROM = Decimal(10_000)
"""From here on a number that ends in noughts is taken to be rounded to its last other digit."""

NUMERAL = re.compile(r"\d[\d,\u00a0\u2009\u202f]*\.(\d+)")
"""Digits with a decimal point."""


def check_arithmetic(figures: Sequence[Figure], relations: Sequence[Relation]) -> tuple[Check, ...]:
    """Check each change that is tied to one earlier and one later level.

    A change in percent is checked as `percent_change`; one in the unit of its levels, or in
    percentage points between percentages, as `difference`. It is `consistent` where levels that
    round to the stated ones can give a change that rounds to the stated one, or that its bound
    allows; where a level itself is only a bound, the computed change is `context`.
    """
    known = {figure.figure_id: figure for figure in figures}
    levels: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for relation in relations:
        levels[relation.figure_id][relation.kind].append(relation.other_figure_id)
    checks = []
    for figure in figures:
        tied = levels.get(figure.figure_id, {})
        earlier, later = tied.get("changes_from", []), tied.get("changes_to", [])
        if figure.change is None or len(earlier) != 1 or len(later) != 1:
            continue
        check = _check_change(figure, known[earlier[0]], known[later[0]])
        if check is not None:
            checks.append(check)
    return tuple(checks)


def _check_change(stated: Figure, earlier: Figure, later: Figure) -> Check | None:
    kind = _choose_kind(stated, earlier, later)
    if kind is None or stated.value is None or earlier.value is None or later.value is None:
        return None
    if kind == "percent_change" and earlier.value <= 0:
        return None
    sign = -1 if stated.change == "decrease" else 1
    computed = sign * _compute(kind, earlier.value, later.value)
    possible = [
        sign * _compute(kind, start, end)
        for start, end in product(_round_ends(earlier), _round_ends(later))
        if start > 0 or kind == "difference"
    ]
    verdict: Verdict = "context"
    if earlier.bound == later.bound == "exact":
        fits = _allows(stated, min(possible), max(possible))
        verdict = "consistent" if fits else "inconsistent"
    tied: tuple[tuple[str, Role], ...] = (
        (stated.figure_id, "stated"),
        (earlier.figure_id, "from"),
        (later.figure_id, "to"),
    )
    return Check(
        check_id=derive_id("c", kind, *(figure_id for figure_id, _ in tied)),
        kind=kind,
        verdict=verdict,
        stated=stated.value,
        computed=computed,
        reference_id=None,
        explanation=_explain(stated, earlier, later, computed),
        figures=tuple(CheckFigure(figure_id, role) for figure_id, role in tied),
    )


def _choose_kind(stated: Figure, earlier: Figure, later: Figure) -> CheckKind | None:
    if earlier.unit != later.unit or earlier.per != later.per:
        return None
    if stated.unit == "percent":
        return "percent_change"
    points = stated.unit == "percentage_point" and earlier.unit == "percent"
    return "difference" if points or stated.unit == earlier.unit else None


def _compute(kind: CheckKind, earlier: Decimal, later: Decimal) -> Decimal:
    difference = later - earlier
    return difference if kind == "difference" else difference / earlier * HUNDRED


def _round_ends(figure: Figure) -> tuple[Decimal, Decimal]:
    """The least and the greatest number that would be stated as the figure's value is.

    A whole number below ten thousand is taken as it is: counts of that size are counted.
    """
    value = figure.value or Decimal(0)
    exponent = _last_place(figure)
    if exponent >= 0 and abs(value) < ROUND_FROM:
        return value, value
    half = Decimal(5).scaleb(exponent - 1)
    return value - half, value + half


def _last_place(figure: Figure) -> int:
    """The power of ten of the last digit that is stated: -1 of 50.0, 4 of 1.50 million.

    Read off the quote where it has a decimal point, since no number keeps the noughts behind it.
    """
    value = figure.value or Decimal(0)
    numeral = NUMERAL.search(figure.quote)
    if numeral:
        digits = Decimal(re.sub(r"[^\d.]", "", numeral[0]))
        if digits and abs(value) >= digits:
            return (abs(value) / digits).adjusted() - len(numeral[1])
    return int(value.normalize().as_tuple().exponent)


def _allows(stated: Figure, least: Decimal, greatest: Decimal) -> bool:
    """Whether the stated change, as bounded, can be one between `least` and `greatest`."""
    assert stated.value is not None
    if stated.bound == "about":
        half = max(abs(stated.value) * LOOSE, Decimal("0.5"))
    else:
        place = _last_place(stated)
        half = Decimal(5).scaleb((place if abs(stated.value) >= ROUND_FROM else min(place, 0)) - 1)
    low, high = stated.value - half, stated.value + half
    if stated.bound in ("over", "at_least"):
        return greatest >= low
    if stated.bound in ("under", "at_most", "nearly"):
        return least <= high
    return least <= high and greatest >= low


def _explain(stated: Figure, earlier: Figure, later: Figure, computed: Decimal) -> str:
    direction = "decrease" if stated.change == "decrease" else "increase"
    unit = stated.unit.replace("_", " ")
    return (
        f"From {earlier.quote} to {later.quote} is a {direction} of "
        f"{_round(computed)} {unit}; the article states {stated.quote}."
    ).replace("a increase", "an increase")


def _round(number: Decimal) -> str:
    """Four significant digits, or all before the point, as plain decimal text."""
    places = max(0, 3 - number.adjusted())
    return f"{round(number, places):f}" if places else f"{round(number)}"
