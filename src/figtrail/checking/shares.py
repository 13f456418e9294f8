"""A share said twice: "26 of the 78 (33 per cent)", "a third, or 33 per cent", "half, or 60"."""

from __future__ import annotations

from decimal import Decimal

from figtrail.checking.grounds import Ties, make_check
from figtrail.checking.precision import WORDED, Interval, find_interval
from figtrail.checking.wording import show_exactly, show_figure, show_number
from figtrail.model import Figure
from figtrail.publication import Check, Role, Verdict

HUNDRED = Decimal(100)


def check_share(later: Figure, earlier: Figure, ties: Ties) -> Check | None:
    """Check a count of a whole, a fraction and a percentage against each other, by twos.

    The whole is that of "x of y", or the one that a figure is a part of. None where no whole is
    known, or where one of the two is a change.
    """
    if later.change is not None or earlier.change is not None or later.value is None:
        return None
    wholes = {
        whole.figure_id: whole
        for figure in (later, earlier)
        for whole in ties.follow("is_part_of", figure)
        if whole.bound == "exact" and whole.value
    }
    known = tuple(wholes.values())
    size = _find_size(later, earlier, known)
    stated, other = _find_reach(later, size), _find_reach(earlier, size)
    if stated is None or other is None or len(known) > 1:
        return None
    share = _find_share(earlier, size)
    scale = _find_scale(later, size)
    if share is None or scale is None:
        return None
    fits = stated.meets(other)
    bounded = "exact" not in (later.bound, earlier.bound)
    verdict: Verdict = "consistent" if fits else "context" if bounded else "inconsistent"
    role: Role = "part" if _is_amount(earlier) else "compared"
    needed = earlier.out_of is None or later.out_of is None
    parts: list[tuple[Figure, Role]] = [(later, "stated"), (earlier, role)]
    parts += [(whole, "whole") for whole in known if needed]
    return make_check(
        "share",
        verdict,
        parts,
        _explain(later, earlier, size, share * scale, fits=fits),
        stated=later.value,
        computed=share * scale,
    )


def _is_amount(figure: Figure) -> bool:
    """Whether a figure is a part that is counted or measured, not a share."""
    return figure.unit != "percent" and figure.kind != "ratio"


def _find_size(later: Figure, earlier: Figure, wholes: tuple[Figure, ...]) -> Decimal | None:
    """How many the whole is, for the one of two figures that is a count."""
    for figure in (later, earlier):
        if figure.kind == "count" and figure.out_of is not None:
            return figure.out_of
    return wholes[0].value if wholes else None


def _find_scale(figure: Figure, size: Decimal | None) -> Decimal | None:
    """What makes a share of one a number in the figure's unit."""
    if figure.unit == "percent":
        return HUNDRED
    return figure.out_of if figure.out_of is not None else size


def _find_share(figure: Figure, size: Decimal | None) -> Decimal | None:
    scale = _find_scale(figure, size)
    return figure.value / scale if figure.value is not None and scale else None


def _find_reach(figure: Figure, size: Decimal | None) -> Interval | None:
    """The shares of one that a figure's words allow; a fraction in words is loose."""
    scale, share = _find_scale(figure, size), _find_share(figure, size)
    if scale is None or share is None:
        return None
    if figure.kind == "ratio":
        loose = share * WORDED
        above = figure.bound in ("over", "at_least")
        below = figure.bound in ("under", "at_most")
        return Interval(share if above else share - loose, share if below else share + loose)
    low, high = find_interval(figure)
    return Interval(None if low is None else low / scale, None if high is None else high / scale)


def _explain(
    later: Figure, earlier: Figure, size: Decimal | None, computed: Decimal, *, fits: bool
) -> str:
    share = _find_share(earlier, size)
    stated = _find_share(later, size)
    assert share is not None
    assert stated is not None
    assert later.value is not None
    said = show_figure(earlier)
    if _is_amount(earlier) and earlier.out_of is None and size is not None:
        said += f" of {show_exactly(size)}"
    found = f"{show_number(share * HUNDRED)} per cent"
    if earlier.out_of is not None and earlier.value is not None:
        found += f" ({show_exactly(earlier.value)} ÷ {show_exactly(earlier.out_of)})"
    text = f"{said} is {found}" if earlier.unit != "percent" else said
    if later.unit != "percent":
        found = f"{show_number(stated * HUNDRED)} per cent"
        if size is not None and _is_amount(later):
            text += f", of {show_exactly(size)} that is {show_number(computed)}"
        else:
            text += f"; {show_figure(later)} is {found}"
    judged = "which does not fit"
    if fits:
        judged = "which fits" if computed == later.value else "which fits as rounded"
    return f"{text}; the article states {show_figure(later)}, {judged}."
