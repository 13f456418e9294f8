"""Parts and their whole: whether the parts that an article names add up to the sum it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from figtrail.checking.grounds import Ties, make_check
from figtrail.checking.precision import Interval, find_slack
from figtrail.checking.wording import show_exactly, show_figure
from figtrail.model import Check, Figure, Verdict

_COMPLETES = re.compile(
    r"\b(?:further|another|additional|extra|remaining|remainder|rest|others?)\b", re.IGNORECASE
)
_TOTALS = re.compile(r"\b(?:total(?:l?ing|s)?|combined|altogether|in all|sum)\b", re.IGNORECASE)
_NEAR = 32
"""How many characters before a number its "the remaining" or "a total of" may start."""


def check_sums(ties: Ties) -> list[Check]:
    """Check every whole of two or more parts.

    Only where the words say that the parts make up the whole ("the remaining 12", "a further £3m",
    "a total of") is a sum that doesn't fit `inconsistent`; else parts that add up exactly are
    `consistent`, and parts that don't are some of many and need no check.
    """
    checks = []
    for whole in ties.figures.values():
        parts = _drop_restated(ties, ties.trace("is_part_of", whole))
        if len(parts) >= 2 and whole.value is not None:
            check = _check_sum(whole, parts)
            if check is not None:
                checks.append(check)
    return checks


def _drop_restated(ties: Ties, parts: Sequence[Figure]) -> list[Figure]:
    known = {part.figure_id for part in parts}
    return [
        part
        for part in parts
        if not any(other.figure_id in known for other in ties.follow("restates", part))
    ]


def _check_sum(whole: Figure, parts: Sequence[Figure]) -> Check | None:
    values = [part.value for part in parts if part.value is not None]
    assert whole.value is not None
    if len(values) != len(parts) or any(part.bound != "exact" for part in parts):
        return None
    total = sum(values, Decimal(0))
    slack = sum((find_slack(part) for part in parts), find_slack(whole))
    fits = _allow(whole, slack).meets(Interval(total, total))
    complete = any(_is_said_before(part, _COMPLETES) for part in parts[1:]) or _is_said_before(
        whole, _TOTALS
    )
    if not (fits if complete else total == whole.value) and not complete:
        return None
    verdict: Verdict = "consistent" if fits else "inconsistent"
    formula = " + ".join(show_figure(part) for part in parts)
    judged = "which fits" if fits else "which does not fit"
    if fits and total != whole.value and whole.bound == "exact":
        judged = "which fits as rounded"
    return make_check(
        "sum",
        verdict,
        ((whole, "whole"), *((part, "part") for part in parts)),
        f"{formula} = {show_exactly(total)}; the article states {show_figure(whole)} "
        f"as the whole, {judged}.",
        stated=whole.value,
        computed=total,
    )


def _allow(whole: Figure, slack: Decimal) -> Interval:
    assert whole.value is not None
    low, high = whole.value - slack, whole.value + slack
    if whole.bound in ("over", "at_least"):
        return Interval(low, None)
    if whole.bound in ("under", "at_most", "nearly"):
        return Interval(None, high)
    if whole.bound == "about":
        return Interval(low - whole.value / 10, high + whole.value / 10)
    return Interval(low, high)


def _is_said_before(figure: Figure, pattern: re.Pattern[str]) -> bool:
    """Whether a word stands shortly before the number, in its sentence as it is published."""
    if figure.sentence is None:
        return False
    start = figure.char_start - figure.sentence_start
    return pattern.search(figure.sentence[max(0, start - _NEAR) : start]) is not None
