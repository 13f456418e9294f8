"""Parts and their whole: whether the parts that an article names add up to the sum it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from figtrail.checking.grounds import Ties, make_check
from figtrail.checking.precision import Interval, find_slack
from figtrail.checking.wording import show_exactly, show_figure
from figtrail.model import Figure
from figtrail.publication import Check, Verdict

_COMPLETES = re.compile(
    r"\b(?:further|another|additional|extra|remaining|remainder|rest|others?|leaving"
    r"|everything else)\b",
    re.IGNORECASE,
)
_TOTALS = re.compile(
    r"\b(?:total(?:l?ing|s|led)?|combined|altogether|together|in all|between them|sum"
    r"|making)\b",
    re.IGNORECASE,
)
_MADE_UP = re.compile(
    r"\b(?:made up of|compris(?:ing|es|ed of)|consist(?:s|ing)? of|split \w+|divided \w+)\W*$"
)
_FROM = re.compile(r"\s*(?:from|in|at|on|for|by|to|with|against|of which)\b")
_DASH = re.compile(r"\s[–—-]\s")
_BESIDE = 3
"""How many spaces may lie between a whole and the list of its parts."""
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
    total = sum(values, Decimal(0))
    exact = all(part.bound == "exact" for part in parts) or (
        total == whole.value and all(part.bound in ("exact", "about") for part in parts)
    )
    if len(values) != len(parts) or not exact:
        return None
    slack = sum((find_slack(part) for part in parts), find_slack(whole))
    fits = _allow(whole, slack).meets(Interval(total, total))
    complete = (
        any(_is_said_before(part, _COMPLETES) for part in parts[1:])
        or _is_said_before(whole, _TOTALS)
        or _is_said_after(whole, _TOTALS)
        or _is_listed(whole, parts)
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


def _is_said_after(figure: Figure, pattern: re.Pattern[str]) -> bool:
    """Whether a word stands shortly after the number: "making £5m in all"."""
    if figure.sentence is None:
        return False
    end = figure.char_end - figure.sentence_start
    return pattern.search(figure.sentence[end : end + _NEAR]) is not None


def _is_listed(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a closed list names all parts: "31 dead: 14 from A, nine from B and six from C".

    It follows a colon, a dash or "made up of" and ends in "and"; its numbers stand alone, are
    three, or follow at once.
    """
    text = whole.sentence
    if text is None or any(part.sentence_start != whole.sentence_start for part in parts):
        return False
    start = whole.sentence_start
    opening = text[whole.char_end - start : parts[0].char_start - start]
    joint = text[parts[-2].char_end - start : parts[-1].char_start - start]
    if not re.search(r"\band\W*(?:\w+\W+){0,2}$", joint):
        return False
    if _MADE_UP.search(opening):
        return True
    alone = all(_FROM.match(text, part.char_end - start) for part in parts) or len(parts) > 2
    near = opening.count(" ") <= _BESIDE
    if _DASH.search(opening):
        return near and _DASH.search(text[parts[-1].char_end - start :]) is not None
    return opening.rstrip().endswith(":") and (alone or near)
