"""One fact said twice in an article: rounded, in another unit, as a share or as a rate."""

from __future__ import annotations

from decimal import Decimal

from figtrail.checking.conversions import convert
from figtrail.checking.grounds import Ties, make_check
from figtrail.checking.precision import (
    ABOUT,
    Interval,
    find_interval,
    find_slack,
    find_step,
)
from figtrail.checking.shares import check_share
from figtrail.checking.wording import show_exactly, show_figure, show_number, show_unit
from figtrail.intervals import DAYS, bound_days
from figtrail.model import Figure
from figtrail.publication import Check, Verdict

HUNDRED = Decimal(100)
_WORKING = Decimal(5) / 7
_WORKING_SLACK = Decimal("0.02")
"""How far it may lie from that of five days a week, which is only tried where seven don't fit."""
_RATE_SLACK = Decimal("0.1")
"""How far a rate that only illustrates a count may lie from it, as a share of it."""


def check_equivalents(ties: Ties) -> list[Check]:
    """Check every statement against the one that it restates, where both can be computed.

    Numbers in one unit are checked as `restatement` (equal ones need none), in two units as
    `conversion`, a percentage against a count of a whole or a fraction as `share`, a count of a
    period against its rate a day as `rate`.
    """
    checks = []
    for later in ties.figures.values():
        for earlier in ties.follow("restates", later):
            check = _check_pair(later, earlier, ties)
            if check is not None:
                checks.append(check)
    return checks


def _check_pair(later: Figure, earlier: Figure, ties: Ties) -> Check | None:
    if later.value is None or earlier.value is None:
        return None
    if later.unit == earlier.unit and later.per == earlier.per and later.kind == earlier.kind:
        return _check_rounding(later, earlier)
    alike = later.unit == earlier.unit or "item" in (later.unit, earlier.unit)
    if later.per is not None and alike:
        return _check_rate(later, earlier)
    return _check_conversion(later, earlier) or check_share(later, earlier, ties)


def _check_rounding(later: Figure, earlier: Figure) -> Check | None:
    """The less exact of two statements against the more exact one; None where it is no rounding."""
    assert later.value is not None
    assert earlier.value is not None
    if later.value == earlier.value or later.source_id != earlier.source_id:
        return None
    coarse, fine = sorted((later, earlier), key=_find_grain, reverse=True)
    assert coarse.value is not None
    assert fine.value is not None
    grain = _find_grain(coarse)
    judged = f"is {show_figure(fine)} rounded to the nearest {show_exactly(grain)}"
    if coarse.bound != "exact":
        judged = f"allows {show_figure(fine)}"
        if not find_interval(coarse).meets(find_interval(fine)):
            return None
    elif abs(coarse.value - fine.value) > grain / 2:
        return None
    return make_check(
        "restatement",
        "consistent",
        ((coarse, "stated"), (fine, "compared")),
        f"The article states {show_figure(coarse)} and {show_figure(fine)} of the same: "
        f"{show_figure(coarse)} {judged}.",
        stated=coarse.value,
        computed=fine.value,
    )


def _find_grain(figure: Figure) -> Decimal:
    """The size of the last digit that isn't a closing nought: 10 of 50, 0.1 of 49.4."""
    assert figure.value is not None
    step = find_step(figure)
    digits = (figure.value / step).normalize().as_tuple()
    return step.scaleb(max(0, int(digits.exponent)))


def _check_rate(rate: Figure, count: Figure) -> Check | None:
    """As in "4,500 calls in 2018/19, which is more than 12 per day"."""
    assert rate.value is not None
    assert count.value is not None
    days = _count_span(count)
    unit = DAYS.get(rate.per or "")
    if days is None or unit is None or (rate.per_quantity or 1) != 1:
        return None
    computed = count.value / days * unit
    fits, working = _allow_rate(rate, computed, _RATE_SLACK), False
    if not fits and rate.per in ("day", "hour", "minute") and days > 28:
        working = _allow_rate(rate, computed / _WORKING, _WORKING_SLACK)
    if working:
        fits, days, computed = True, days * _WORKING, computed / _WORKING
    exact = {rate.bound, count.bound} <= {"exact", "over", "at_least", "about", "nearly"}
    verdict: Verdict = "consistent" if fits else "inconsistent" if exact else "context"
    return make_check(
        "rate",
        verdict,
        ((rate, "stated"), (count, "count")),
        f"{_show_counted(count, days, working=working)} is {show_number(computed)} a "
        f"{rate.per} ({_show_formula(count.value, unit / days)}); "
        f"the article states {show_figure(rate)}, which {_fit(fits, rate, computed)}.",
        stated=rate.value,
        computed=computed,
    )


def _show_counted(count: Figure, days: Decimal, *, working: bool) -> str:
    span = f"a {count.per}" if count.per is not None else f"in {show_number(days)} days"
    if working:
        span = f"in {show_number(days)} working days"
    return f"{show_figure(count)} {span}"


def _show_formula(count: Decimal, factor: Decimal) -> str:
    if factor >= 1:
        return f"{show_exactly(count)} × {show_number(factor)}"
    return f"{show_exactly(count)} ÷ {show_number(1 / factor)}"


def _count_span(count: Figure) -> Decimal | None:
    """The days over which things were counted."""
    if count.per is not None:
        return DAYS.get(count.per)
    if count.period is None:
        return None
    first, last = bound_days(count.period)
    return Decimal((last - first).days + 1) if last > first else None


def _allow_rate(rate: Figure, computed: Decimal, share: Decimal) -> bool:
    """Whether a rate may be stated of what was counted; "more than" of both is of like numbers."""
    assert rate.value is not None
    slack = max(find_slack(rate), computed * share)
    if rate.bound in ("over", "at_least"):
        return rate.value <= computed + find_slack(rate) and rate.value >= computed / 2
    if rate.bound == "nearly":
        return computed - slack <= rate.value <= computed * (1 + ABOUT) + find_slack(rate)
    if rate.bound in ("under", "at_most"):
        return computed - slack <= rate.value <= computed * 2
    return abs(rate.value - computed) <= slack


def _check_conversion(later: Figure, earlier: Figure) -> Check | None:
    """As in "5 km (3.1 miles)"."""
    assert later.value is not None
    assert earlier.value is not None
    size = later.change is not None
    computed = convert(earlier.value, earlier.unit, later.unit, difference=size)
    if computed is None or not _is_plausible(later.value, computed):
        return None
    slack = find_slack(earlier)
    ends = [
        convert(earlier.value + side * slack, earlier.unit, later.unit, difference=size)
        for side in (-1, 1)
    ]
    low, high = (
        min(end for end in ends if end is not None),
        max(end for end in ends if end is not None),
    )
    grain = min(_find_grain(later) / 2, abs(later.value) * ABOUT_CONVERTED)
    stated = find_interval(later)
    if later.bound == "exact":
        stated = Interval(
            min(later.value - grain, stated.low or later.value),
            max(later.value + grain, stated.high or later.value),
        )
    elif later.bound == earlier.bound:
        stated = Interval(later.value - find_slack(later), later.value + find_slack(later))
    fits = stated.meets(Interval(low, high))
    verdict: Verdict = "consistent" if fits else "inconsistent"
    return make_check(
        "conversion",
        verdict,
        ((later, "stated"), (earlier, "base")),
        f"{show_figure(earlier)} ({show_exactly(earlier.value)} {show_unit(earlier.unit)}) is "
        f"{show_number(computed)} {show_unit(later.unit)}; the article states "
        f"{show_figure(later)}, which {_fit(fits, later, computed)}.",
        stated=later.value,
        computed=computed,
    )


_MAGNITUDE = 12
"""From how many times the stated number on a conversion is taken to be misread."""
ABOUT_CONVERTED = Decimal("0.05")
"""How far a converted number that ends in noughts may lie from the exact one."""


def _is_plausible(stated: Decimal, computed: Decimal) -> bool:
    """Whether two numbers are of one magnitude; else a unit was misread, not miscalculated."""
    least, greatest = sorted((abs(stated), abs(computed)))
    return greatest <= least * _MAGNITUDE or greatest < 1


def _fit(fits: bool, stated: Figure, computed: Decimal) -> str:
    if not fits:
        return "does not fit"
    if stated.bound == "exact" and stated.value != computed:
        return "fits as rounded"
    return "fits"
