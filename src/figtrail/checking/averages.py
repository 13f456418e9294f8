"""A total, the number that share it, and what comes to each, against each other."""

from __future__ import annotations

from decimal import Decimal

from figtrail.checking.grounds import Ties, make_check
from figtrail.checking.precision import Interval, find_interval
from figtrail.checking.wording import show_exactly, show_figure, show_number
from figtrail.model import Figure
from figtrail.publication import Check, Verdict


def check_averages(ties: Ties) -> list[Check]:
    """Check each amount for one ("£5,000 each", "5.5 for every 1,000") as a `rate`.

    It is `consistent` where a total and a number that would be stated so can give an amount that
    would be stated so; where a total or number that is only a bound doesn't fit, `context`.
    """
    checks = []
    for stated in ties.figures.values():
        totals = ties.follow("is_average_of", stated)
        numbers = ties.follow("is_average_over", stated)
        if len(totals) == len(numbers) == 1:
            check = _check_average(stated, totals[0], numbers[0])
            if check is not None:
                checks.append(check)
    return checks


def _check_average(stated: Figure, total: Figure, number: Figure) -> Check | None:
    if stated.value is None or total.value is None or not number.value:
        return None
    quantity = stated.per_quantity or Decimal(1)
    computed = total.value / number.value * quantity
    fits = find_interval(stated).meets(_find_reach(total, number, quantity))
    exact = total.bound == number.bound == "exact"
    verdict: Verdict = "consistent" if fits else "inconsistent" if exact else "context"
    formula = f"{show_exactly(total.value)} ÷ {show_exactly(number.value)}"
    if quantity != 1:
        formula += f" × {show_exactly(quantity)}"
    return make_check(
        "rate",
        verdict,
        ((stated, "stated"), (total, "count"), (number, "base")),
        f"{show_figure(total)} over {show_figure(number)} is {show_number(computed)} for each "
        f"{_name_each(quantity)}({formula}); the article states {show_figure(stated)}, "
        f"which {_judge(verdict, stated, computed)}.",
        stated=stated.value,
        computed=computed,
    )


def _find_reach(total: Figure, number: Figure, quantity: Decimal) -> Interval:
    """The amounts for each that come of the totals and numbers which would be stated so."""
    totals, numbers = find_interval(total), find_interval(number)
    low = totals.low / numbers.high * quantity if totals.low and numbers.high else None
    high = totals.high / numbers.low * quantity if totals.high and numbers.low else None
    return Interval(low, high)


def _name_each(quantity: Decimal) -> str:
    return f"{show_exactly(quantity)} " if quantity != 1 else ""


def _judge(verdict: Verdict, stated: Figure, computed: Decimal) -> str:
    if verdict == "context":
        return "the bounds do not admit, but this is no verdict"
    if verdict == "inconsistent":
        return "does not fit"
    rounded = stated.bound == "exact" and stated.value != computed
    return "fits as rounded" if rounded else "fits"
