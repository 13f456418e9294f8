"""The same measure of the same place in several articles: agreement, contradiction, series."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from figtrail.checking.grounds import Grounds, Ties, make_check
from figtrail.checking.precision import ABOUT_OFFICIAL, Interval, find_interval
from figtrail.checking.wording import show_figure
from figtrail.identifiers import derive_id
from figtrail.intervals import bound_days
from figtrail.model import Figure, Relation
from figtrail.publication import Check, Role, Verdict

Key = tuple[str, str, str, str | None, Decimal]
"""Measure, place, unit, denominator and its quantity: what makes figures one series."""

SETTLED = frozenset(("observed", "estimated"))
"""The statuses of figures that say how it was, and may contradict each other."""
_EMPTY = frozenset(
    "a all an annual are been figure figures for had has have in is latest level number numbers of"
    " official overall recorded registered reported the their there total was were".split()
)
"""Words of a measured phrase that make it no narrower."""
_WORD = re.compile(r"[^\W\d_]+")
_LISTED = 12
"""How many figures an explanation names."""


def relate_articles(
    figures: Iterable[Figure], relations: Iterable[Relation], grounds: Grounds
) -> tuple[Relation, ...]:
    """What later articles restate of earlier ones: measure, place, period and number the same.

    The article that appeared first is the one restated; articles without a day of publication
    come last, by source_id. A figure that restates another of its own article needs no second tie:
    that of the article's first statement counts for both.
    """
    ties = Ties(figures, relations)
    made = []
    for group in _group_levels(ties).values():
        for dated in _group_periods(group, grounds).values():
            ordered = sorted(dated, key=lambda figure: _order(figure, grounds))
            for later, earlier in _find_restated(ordered):
                tied = (_find_first(ties, later), _find_first(ties, earlier))
                made.append(Relation(derive_id("r", "restates", *tied), "restates", *tied))
    return tuple(made)


def _find_first(ties: Ties, figure: Figure) -> str:
    """The first statement, in its article, of what a figure states."""
    for other in ties.follow("restates", figure):
        if other.source_id == figure.source_id:
            return _find_first(ties, other)
    return figure.figure_id


def check_agreement(ties: Ties, grounds: Grounds) -> list[Check]:
    """Compare articles with each other, and bring what they say over time together.

    Of one measure, place and period, each article's figure is held against the first article's, as
    `restatement`: `consistent` where both can be true, else `differs`. A measure and place that
    several articles state has one `series` (`context`) of all its figures in the order of time.
    """
    checks: list[Check] = []
    for group in _group_levels(ties).values():
        if len({figure.source_id for figure in group}) < 2:
            continue
        for dated in _group_periods(group, grounds).values():
            checks += _compare(sorted(dated, key=lambda figure: _order(figure, grounds)), grounds)
        checks.append(_bring_together(group, grounds))
    return checks


def _group_levels(ties: Ties) -> dict[Key, list[Figure]]:
    """The levels of each measure and place, each fact of an article once.

    That is its first statement, or the first dated one where that has no period, as in a headline.
    """
    keys = {
        figure.figure_id: key
        for figure in ties.figures.values()
        if (key := _find_key(figure)) is not None
    }
    kept: dict[str, Figure] = {}
    for figure in ties.figures.values():
        key = keys.get(figure.figure_id)
        if key is None:
            continue
        again = [
            other
            for other in ties.follow("restates", figure)
            if other.source_id == figure.source_id and keys.get(other.figure_id) == key
        ]
        stated = next((other for other in again if other.figure_id in kept), None)
        if stated is not None and (figure.period is None or stated.period is not None):
            continue
        if stated is not None:
            del kept[stated.figure_id]
        elif again:
            continue
        kept[figure.figure_id] = figure
    groups: dict[Key, list[Figure]] = defaultdict(list)
    for figure in kept.values():
        groups[keys[figure.figure_id]].append(figure)
    return groups


def _find_key(figure: Figure) -> Key | None:
    """The series that a figure belongs to; None for what is no settled level of a measure."""
    if figure.measure is None or figure.place is None or figure.change is not None:
        return None
    if figure.status not in SETTLED or figure.out_of is not None:
        return None
    quantity = figure.per_quantity or Decimal(1)
    return figure.measure, figure.place, figure.unit, figure.per, quantity


def _group_periods(figures: Sequence[Figure], grounds: Grounds) -> dict[object, list[Figure]]:
    """The figures of each period; a stock at the start of a day is that of the day before's end."""
    groups: dict[object, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.period is not None:
            groups[_name_period(figure, grounds)].append(figure)
    return groups


def _name_period(figure: Figure, grounds: Grounds) -> tuple[date, date]:
    assert figure.period is not None
    first, last = bound_days(figure.period)
    measure = grounds.measures.get(figure.measure or "")
    if measure is not None and measure.stock_or_flow == "stock" and first == last:
        eve = first - timedelta(days=1)
        if measure.reference_day == f"--{eve:%m-%d}":
            return eve, eve
    return first, last


def _order(figure: Figure, grounds: Grounds) -> tuple[date, str, int]:
    earliest, _ = grounds.published.get(figure.source_id, (None, None))
    return earliest or date.max, figure.source_id, figure.char_start


def _find_restated(ordered: Iterable[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Each figure whose number another article has stated before, with the first that did."""
    # Of each number the first two articles: one of them is another one than any figure's.
    stated: dict[object, dict[str, Figure]] = defaultdict(dict)
    for figure in ordered:
        first = stated[figure.value, figure.low, figure.high, figure.bound]
        earlier = next((first[source] for source in first if source != figure.source_id), None)
        if earlier is not None:
            yield figure, earlier
        if len(first) < 2:
            first.setdefault(figure.source_id, figure)


def _compare(figures: Sequence[Figure], grounds: Grounds) -> Iterator[Check]:
    """Each later article's figure against the first article's only one.

    What an article said before the period had ended can't contradict what another says of all of
    it, nor can a number of some of those that another counts: "22 homicides were domestic".
    """
    articles: dict[str, list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda figure: _is_unfinished(figure, grounds)):
        articles[figure.source_id].append(figure)
    first, *others = articles.values()
    if len(first) != 1:
        return
    for figure in (one for later in others for one in _choose_wholes(later, first[0])):
        if _fits(figure, first[0]) or not (
            _is_unfinished(figure, grounds)
            or _is_narrower(figure, first[0])
            or _is_narrower(first[0], figure)
        ):
            yield _compare_pair(figure, first[0], grounds)


def _is_unfinished(figure: Figure, grounds: Grounds) -> bool:
    """Whether a figure was published before the period that it is about had ended."""
    _, latest = grounds.published.get(figure.source_id, (None, None))
    first, last = _name_period(figure, grounds)
    return latest is not None and first < last and latest < last


def _choose_wholes(figures: Sequence[Figure], first: Figure) -> Sequence[Figure]:
    """Which of an article's figures of one measure, place and period can be all of it.

    Of several numbers some count parts: those that fit the first article's, else the largest count.
    """
    if len({figure.value for figure in figures}) < 2:
        return figures
    fitting = [figure for figure in figures if _fits(figure, first)]
    if fitting:
        return fitting
    counts = [figure for figure in figures if figure.kind == "count" and figure.value is not None]
    return [max(counts, key=lambda figure: figure.value or 0)] if counts == figures else []


def _is_narrower(one: Figure, other: Figure) -> bool:
    """Whether the words of one figure say more than the other's: "homicides were domestic"."""
    words, others = _find_words(one), _find_words(other)
    return bool(others) and others < words


def _find_words(figure: Figure) -> frozenset[str]:
    """The words of `measured` that tell one measure from another, without the place's."""
    place = set(_WORD.findall((figure.place_text or "").lower()))
    return frozenset(_WORD.findall((figure.measured or "").lower())) - place - _EMPTY


def _compare_pair(later: Figure, first: Figure, grounds: Grounds) -> Check:
    fits = _fits(later, first)
    verdict: Verdict = "consistent" if fits else "differs"
    judged = "both can be true" if fits else "the two differ"
    if fits and (first.value, first.bound) == (later.value, later.bound):
        judged = "the two agree"
    if fits and "about" in (first.bound, later.bound):
        judged += ", “about” taken as within 5 per cent"
    return make_check(
        "restatement",
        verdict,
        ((later, "stated"), (first, "compared")),
        f"{_name_measure(first, grounds)}, {_show_period(later)}: {later.source_id} states "
        f"{show_figure(later)}, {first.source_id} {show_figure(first)}; {judged}.",
        stated=later.value,
        computed=first.value,
    )


def _fits(one: Figure, other: Figure) -> bool:
    return _find_reach(one).meets(_find_reach(other))


def _find_reach(figure: Figure) -> Interval:
    return find_interval(figure, ABOUT_OFFICIAL)


def _bring_together(figures: Sequence[Figure], grounds: Grounds) -> Check:
    ordered = sorted(figures, key=lambda figure: (_find_day(figure, grounds), figure.figure_id))
    named = [
        f"{show_figure(figure)} ({_show_time(figure, grounds)})" for figure in ordered[:_LISTED]
    ]
    if len(ordered) > _LISTED:
        named.append(f"and {len(ordered) - _LISTED} more")
    articles = len({figure.source_id for figure in figures})
    role: Role = "compared"
    return make_check(
        "series",
        "context",
        tuple((figure, role) for figure in ordered),
        f"{_name_measure(ordered[0], grounds)} in {articles} articles, in the order of time: "
        f"{', '.join(named)}.",
    )


def _find_day(figure: Figure, grounds: Grounds) -> date:
    """The last day that a figure is about; without a period, the day its article appeared."""
    if figure.period is not None:
        return _name_period(figure, grounds)[1]
    return grounds.published.get(figure.source_id, (None, None))[0] or date.max


def _show_time(figure: Figure, grounds: Grounds) -> str:
    if figure.period is not None:
        return f"{_show_period(figure)}, in {figure.source_id}"
    published = grounds.published.get(figure.source_id, (None, None))[0]
    appeared = f", published from {published}" if published else ""
    return f"undated, in {figure.source_id}{appeared}"


def _show_period(figure: Figure) -> str:
    return (figure.period or "undated").replace("/", " to ")


def _name_measure(figure: Figure, grounds: Grounds) -> str:
    measure = grounds.measures.get(figure.measure or "")
    label = measure.label if measure else figure.measure
    return f"{label}, {figure.place_text or figure.place}"
