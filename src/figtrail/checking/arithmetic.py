"""The sums inside an article: a stated change against the two levels that it lies between."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

from figtrail.checking.grounds import Ties, make_check
from figtrail.checking.precision import (
    WORDED,
    Interval,
    find_interval,
    find_slack,
    is_rounded,
)
from figtrail.checking.wording import show_exactly, show_figure, show_number, show_unit
from figtrail.model import Figure
from figtrail.publication import Check, CheckKind, Verdict

HUNDRED = Decimal(100)


def check_changes(ties: Ties) -> list[Check]:
    """Check each change that is tied to one earlier and one later level.

    A change in percent, as a fraction or as a multiple is checked as `percent_change`; one in the
    unit of its levels, or in percentage points between percentages, as `difference`. It is
    `consistent` where levels that round to the stated ones can give a change that rounds to the
    stated one, or that its bound allows; where a level itself is only a bound and the numbers
    don't fit as they stand, the computed change is `context`.
    """
    checks = []
    for figure in ties.figures.values():
        earlier = ties.follow("changes_from", figure)
        later = ties.follow("changes_to", figure)
        if len(later) != 1:
            continue
        if len(earlier) == 1:
            checks.append(_check_change(figure, earlier[0], later[0]))
        elif not earlier:
            checks += [
                _check_twins(figure, size, later[0])
                for size in ties.trace("changes_to", later[0])
                if size is not figure and not ties.follow("changes_from", size)
            ]
    return [check for check in checks if check is not None]


def _check_twins(stated: Figure, size: Figure, later: Figure) -> Check | None:
    """As in "jumped by 300 to 1,500, a rise of 25 per cent": one change gives the other's base."""
    if stated.unit != "percent" or size.change != stated.change or size.unit != later.unit:
        return None
    if {size.bound, later.bound} != {"exact"} or stated.value is None:
        return None
    if size.per != later.per and None not in (size.per, later.per):
        return None
    if size.value is None or later.value is None:
        return None
    sign = 1 if size.change == "decrease" else -1
    bases = [
        (later.value + end * find_slack(later)) + sign * (size.value + way * find_slack(size))
        for end, way in product((-1, 1), repeat=2)
    ]
    base = later.value + sign * size.value
    if min(bases) <= 0:
        return None
    slack = find_slack(size)
    reach = Interval(
        (size.value - slack) / max(bases) * HUNDRED, (size.value + slack) / min(bases) * HUNDRED
    )
    computed = size.value / base * HUNDRED
    verdict: Verdict = "consistent" if find_interval(stated).meets(reach) else "inconsistent"
    formula = f"{show_exactly(size.value)} ÷ {show_exactly(base)}"
    return make_check(
        "percent_change",
        verdict,
        ((stated, "stated"), (size, "base"), (later, "to")),
        f"A change by {show_figure(size)} to {show_figure(later)} is one of "
        f"{show_number(computed)} per cent ({formula}); the article states {show_figure(stated)}"
        f"{_judge(verdict, stated, computed)}",
        stated=stated.value,
        computed=computed,
    )


def _check_change(stated: Figure, earlier: Figure, later: Figure) -> Check | None:
    kind = _choose_kind(stated, earlier, later)
    if kind is None or stated.value is None or earlier.value is None or later.value is None:
        return None
    if kind == "percent_change" and (earlier.value <= 0 or later.value < 0):
        return None
    computed = _compute(kind, stated, earlier.value, later.value)
    starts, ends = _ends(earlier), _ends(later)
    possible = [
        _compute(kind, stated, start, end)
        for start, end in product(starts, ends)
        if start > 0 or kind == "difference"
    ]
    reach = Interval(min(possible), max(possible))
    fits = any(allowed.meets(reach) for allowed in _allow(stated))
    exact = earlier.bound == later.bound == "exact"
    verdict: Verdict = "consistent" if fits else "inconsistent" if exact else "context"
    return make_check(
        kind,
        verdict,
        ((stated, "stated"), (earlier, "from"), (later, "to")),
        _explain(kind, verdict, stated, earlier, later, computed),
        stated=stated.value,
        computed=computed,
    )


def _choose_kind(stated: Figure, earlier: Figure, later: Figure) -> CheckKind | None:
    if not _share_unit(earlier, later):
        return None
    if earlier.per != later.per and None not in (earlier.per, later.per):
        return None
    if stated.unit in ("percent", "times") or stated.out_of is not None:
        return "percent_change"
    if stated.unit == "percentage_point":
        return "difference" if earlier.unit == "percent" else None
    if stated.unit == "basis_point":
        return "difference" if earlier.unit == "percent" else None
    return "difference" if _share_unit(stated, earlier) else None


def _share_unit(one: Figure, other: Figure) -> bool:
    """Whether two numbers are of one unit; "item" is that of a noun left out."""
    return one.unit == other.unit or (
        "item" in (one.unit, other.unit) and "money" not in (one.kind, other.kind)
    )


def _compute(kind: CheckKind, stated: Figure, earlier: Decimal, later: Decimal) -> Decimal:
    """The change between two levels, in the unit of the stated one, positive in its direction.

    A difference that is no change over time ("12 fewer than planned") has no direction of its own.
    """
    falls = later < earlier if stated.change is None else stated.change == "decrease"
    if stated.unit == "times":
        return earlier / later if falls and later else later / earlier
    difference = earlier - later if falls else later - earlier
    if kind == "difference":
        return difference * HUNDRED if stated.unit == "basis_point" else difference
    return difference / earlier * (stated.out_of or HUNDRED)


def _ends(level: Figure) -> tuple[Decimal, Decimal]:
    """The least and the greatest number that would be stated as a level."""
    assert level.value is not None
    slack = find_slack(level)
    return level.value - slack, level.value + slack


def _allow(stated: Figure) -> list[Interval]:
    """The changes that would be stated so; words are loose, "three times" more has two readings."""
    assert stated.value is not None
    worded = stated.unit == "times" or stated.out_of is not None
    if not worded:
        return [find_interval(stated)]
    slack = stated.value * WORDED
    low, high = stated.value - slack, stated.value + slack
    if stated.bound in ("over", "at_least"):
        allowed = Interval(stated.value, None)
    elif stated.bound in ("under", "at_most", "nearly"):
        allowed = Interval(low if stated.bound == "nearly" else None, stated.value)
    else:
        allowed = Interval(low, high)
    if stated.unit != "times" or not stated.quote[:1].isdigit():
        return [allowed]
    return [allowed, Interval(low + 1, high + 1)]


def _explain(
    kind: CheckKind,
    verdict: Verdict,
    stated: Figure,
    earlier: Figure,
    later: Figure,
    computed: Decimal,
) -> str:
    assert stated.value is not None
    assert earlier.value is not None
    assert later.value is not None
    start, end = show_exactly(earlier.value), show_exactly(later.value)
    falls = later.value < earlier.value
    size = abs(later.value - earlier.value)
    direction = "a decrease" if falls else "an increase"
    if kind == "difference":
        unit = show_unit(stated.unit)
        formula = f"{start} − {end}" if falls else f"{end} − {start}"
        found = f"{direction} of {show_number(abs(computed))} {unit} ({formula})"
    elif stated.unit == "times":
        found = f"{show_number(computed)} times ({end} ÷ {start})"
    else:
        percent = show_number(size / earlier.value * HUNDRED)
        formula = f"({start} − {end}) ÷ {start}" if falls else f"({end} − {start}) ÷ {start}"
        found = f"{direction} of {percent} per cent ({formula})"
    text = (
        f"From {show_figure(earlier)} to {show_figure(later)} is {found}; "
        f"the article states {show_figure(stated)}"
    )
    if stated.out_of is not None:
        text += f" ({show_number(stated.value / stated.out_of * HUNDRED)} per cent)"
    return text + _judge(verdict, stated, computed)


def _judge(verdict: Verdict, stated: Figure, computed: Decimal) -> str:
    if verdict == "inconsistent":
        return ", which does not fit."
    if verdict == "context":
        return "; the levels are only bounds, so this is no verdict."
    if is_rounded(stated, computed) and stated.bound == "exact":
        return ", which fits as rounded."
    return ", which fits."
