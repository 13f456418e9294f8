"""Figures beside official statistics: at the same day or year, in the vintage of their time."""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from figtrail.checking.agreement import SETTLED
from figtrail.checking.grounds import Grounds, Ties, make_check
from figtrail.checking.precision import ABOUT_OFFICIAL, Interval, find_interval
from figtrail.checking.wording import show_exactly, show_figure, show_number
from figtrail.intervals import bound_days
from figtrail.model import Figure
from figtrail.publication import Check, Measure, ReferenceValue, Verdict

HUNDRED = Decimal(100)
Days = tuple[date, date]
Series = Mapping[Days, Sequence[ReferenceValue]]
"""The vintages of each period, by its first and last day."""

_PRESENT = re.compile(
    r"\b(?:is|are|has|have|now|currently|today|at present|at the moment)\b", re.IGNORECASE
)
_NOW = re.compile(r"\b(?:now|current(?:ly)?|today|present|moment)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|had)\b", re.IGNORECASE)
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH_YEAR = re.compile(r"\b([A-Z][a-z]+) (\d{4})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{2})(?:-(\d{2}))?\b")
_ROUNDED_TO = Decimal(10)
"""What official totals of a thousand and more that end in nought are rounded to."""


def check_references(ties: Ties, grounds: Grounds) -> list[Check]:
    """Compare every level of an official measure with the official value for its place and time.

    A value of just the figure's period is compared with it. A stock is compared at its reference
    day too, which a month or year may contain and which the first day after it opens; a flow over
    its own period only. Where one day has two vintages, the one
    current at publication counts, else the latest. A figure fits (`consistent`) where its bound
    and its rounding admit the official value; 'about' tolerates 5 per cent; else it `differs`. An
    undated stock in the present tense is shown beside the days before and after publication, as
    `context`.
    """
    values: dict[tuple[str, str, str], dict[Days, list[ReferenceValue]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for value in grounds.references:
        values[value.measure, value.place, value.unit][bound_days(value.period)].append(value)
    checks: list[Check] = []
    for figure in ties.figures.values():
        measure = grounds.measures.get(figure.measure or "")
        if measure is None or not measure.official or not _is_comparable(figure):
            continue
        series = values.get((measure.code, figure.place or "", figure.unit))
        if series is None:
            continue
        if figure.period is not None:
            checks += _compare_dated(figure, measure, series, grounds)
        elif measure.stock_or_flow == "stock" and _is_present(figure):
            checks += _set_beside(figure, measure, series, grounds)
    return checks


def _is_comparable(figure: Figure) -> bool:
    return figure.change is None and figure.status in SETTLED and figure.out_of is None


def _compare_dated(
    figure: Figure, measure: Measure, series: Series, grounds: Grounds
) -> Iterator[Check]:
    assert figure.period is not None
    first, last = bound_days(figure.period)
    if (first, last) in series:
        found = [(first, last)]
    elif measure.stock_or_flow == "flow":
        found = []
    elif first == last:
        eve = first - timedelta(days=1)
        found = [(day, day) for day in (first, eve) if (day, day) in series][:1]
    else:
        found = [days for days in series if first <= days[0] == days[1] <= last]
    if len(found) == 1:
        value = _choose_vintage(series[found[0]], figure, grounds)
        yield _compare(figure, measure, value)


def _choose_vintage(
    values: Sequence[ReferenceValue], figure: Figure, grounds: Grounds
) -> ReferenceValue:
    """The vintage that was current when the article appeared, else the latest."""
    dated = sorted(values, key=lambda value: (_date_vintage(value), value.reference_id))
    _, latest = grounds.published.get(figure.source_id, (None, None))
    if latest is None:
        return dated[-1]
    current = [value for value in dated if _date_vintage(value) <= latest]
    return current[-1] if current else dated[0 if _is_first(dated[0]) else -1]


def _date_vintage(value: ReferenceValue) -> date:
    """From when a vintage was known; one "as first published" before every other."""
    vintage = value.vintage or ""
    if _is_first(value):
        return date.min
    if match := _ISO.search(vintage):
        return date(int(match[1]), int(match[2]), int(match[3] or 1))
    if (match := _MONTH_YEAR.search(vintage)) and match[1].lower() in _MONTHS:
        return date(int(match[2]), _MONTHS[match[1].lower()], 1)
    return date.max


def _is_first(value: ReferenceValue) -> bool:
    return "first" in (value.vintage or "").lower()


def _compare(figure: Figure, measure: Measure, value: ReferenceValue) -> Check:
    fits = _admits(figure, value.value)
    verdict: Verdict = "consistent" if fits else "differs"
    text = (
        f"{measure.label}, {figure.place_text or figure.place}: the article states "
        f"{show_figure(figure)} for {_show_days(figure.period or '')}, the official value for "
        f"{_show_days(value.period)} is {show_exactly(value.value)} ({_cite(value)}); "
        f"{_judge(figure, value, fits=fits)}."
    )
    return make_check(
        "reference",
        verdict,
        ((figure, "compared"),),
        text,
        stated=figure.value,
        computed=value.value,
        reference_id=value.reference_id,
    )


def _admits(figure: Figure, official: Decimal) -> bool:
    """Whether the official value is one of those that the figure's words allow."""
    if figure.value == official and figure.bound in ("over", "under"):
        return False
    slack = Decimal(0)
    if official >= 1000 and official % _ROUNDED_TO == 0:
        slack = _ROUNDED_TO / 2
    reach = Interval(official - slack, official + slack)
    return find_interval(figure, ABOUT_OFFICIAL).meets(reach)


def _judge(figure: Figure, value: ReferenceValue, *, fits: bool) -> str:
    if figure.value is None:
        return "it lies in the range" if fits else "it lies outside the range"
    difference = figure.value - value.value
    if not difference:
        return "the two agree" if fits else "the bound leaves the official value out"
    away = f"{show_exactly(abs(difference))} {'more' if difference > 0 else 'less'}"
    if value.value:
        away += f", {show_number(abs(difference) / abs(value.value) * HUNDRED)} per cent"
    if figure.bound == "about":
        return f"the number is {away}; “about” is taken as within 5 per cent" + (
            "" if fits else ", which this is not"
        )
    if figure.bound != "exact":
        return "the bound admits it" if fits else f"the bound does not admit it (by {away})"
    return f"the article's number is {away}" + (", which fits as rounded" if fits else "")


def _is_present(figure: Figure) -> bool:
    """Whether an undated level is of the time of the article: "are", "now", "at present"."""
    if figure.period_text is not None:
        return _NOW.search(figure.period_text) is not None
    if figure.sentence is None:
        return False
    if _NOW.search(figure.sentence):
        return True
    return bool(_PRESENT.search(figure.sentence)) and not _PAST.search(figure.sentence)


def _set_beside(
    figure: Figure, measure: Measure, series: Series, grounds: Grounds
) -> Iterator[Check]:
    """The reference days around publication, without a verdict.

    Where it isn't known whether a day was before or after publication, it is shown as well.
    """
    earliest, latest = grounds.published.get(figure.source_id, (None, None))
    if earliest is None or latest is None:
        return
    days = sorted(first for first, last in series if first == last)
    around = (
        ("last reference day before", [day for day in days if day < earliest][-1:]),
        ("reference day in the days of", [day for day in days if earliest <= day <= latest]),
        ("first reference day after", [day for day in days if day > latest][:1]),
    )
    for side, found in around:
        for day in found:
            value = _choose_vintage(series[day, day], figure, grounds)
            yield _show_beside(figure, measure, value, side)


def _show_beside(figure: Figure, measure: Measure, value: ReferenceValue, side: str) -> Check:
    text = (
        f"{measure.label}, {figure.place_text or figure.place}: the article gives no date for "
        f"{show_figure(figure)}; on {value.period}, the {side} publication, the official value "
        f"was {show_exactly(value.value)} ({_cite(value)}). Shown beside it, without a verdict."
    )
    return make_check(
        "reference",
        "context",
        ((figure, "compared"),),
        text,
        stated=figure.value,
        computed=value.value,
        reference_id=value.reference_id,
    )


def _show_days(period: str) -> str:
    return period.replace("/", " to ")


def _cite(value: ReferenceValue) -> str:
    return ", ".join(filter(None, (value.publisher, value.dataset, value.vintage)))
