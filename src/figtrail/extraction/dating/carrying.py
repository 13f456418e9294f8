"""What a figure takes from the sentence before: the period that its subject goes on in."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from figtrail.extraction.dating.clauses import RELATIVES
from figtrail.extraction.dating.lines import COMING
from figtrail.extraction.dating.spots import QUOTES, Spot
from figtrail.extraction.dating.tenses import Tense
from figtrail.extraction.periods import bound_days
from figtrail.model import PeriodBasis

_REACH = 260
_YEAR_DAYS = 360
# Fewer days than a fortnight has.
_FEW = 13
_LONG_YEAR_DAYS = 400
# From the first to the last day of a week.
_WEEK_DAYS = 6
_SATURDAY = 5
_QUARTER_DAYS = (80, 100)
PERSONAL = frozenset(("who", "whose", "whom"))


class Dating(NamedTuple):
    """The period of a figure, the words that state it, and how it is known.

    `paired` is whether it is one of two levels that are compared: grammar alone dates those.
    """

    period: str | None
    text: str | None
    basis: PeriodBasis | None
    paired: bool = False


UNDATED = Dating(None, None, None)


class Budget(NamedTuple):
    """The year of a budget; `gap` is how many paragraphs began since something was dated by it."""

    year: str
    gap: int = 0


class Thread(NamedTuple):
    """The period that a sentence speaks of, as the next may take it up.

    `earlier` is the period of the levels that it compares with, `tense` that of its verb, `quoted`
    whether it was stated in direct speech. `open` is whether the sentence leaves a quotation open.
    `paragraph` (its start) and `end` (of the sentence) are offsets into the document's text.
    `longer` is the last period of more than a day, `survey` when those were asked who are quoted in
    percentages, `polled` the same once another time was stated, `lead` whether the period is the
    day that the story opened with, `opening` the first period, `stock` whether the period is the
    day of a level, such as a debt. `event` is the day of what the story reports ("" once that is
    past), `begun` whether its first date was read. `ahead` is whether the period is a year that
    hasn't begun, `coming` whether any that hasn't, `bygone` whether it is long over.
    `source` is the start of the paragraph that spoke of the period last, `budget` the one that the
    story is about, `ballot` the day of the election that it reports,
    `results` the span whose results it reports, `returned` whether a
    paragraph only came back to those.
    """

    paragraph: int
    end: int
    open: bool
    period: str | None = None
    earlier: str | None = None
    tense: Tense | None = None
    quoted: bool = False
    event: str | None = None
    begun: bool = False
    longer: str | None = None
    lead: bool = False
    opening: str | None = None
    stock: bool = False
    survey: str | None = None
    polled: str | None = None
    ahead: bool = False
    coming: bool = False
    bygone: bool = False
    source: int = -1
    budget: Budget | None = None
    ballot: str | None = None
    results: str | None = None
    returned: bool = False


def reach_thread(thread: Thread | None, text: str, paragraph: int, start: int) -> Thread | None:
    """The thread where it reaches a sentence at `start`: nobody was quoted since, nor much said.

    Of one that doesn't, only the day of the event goes on, and the time of a survey.
    """
    if thread is None:
        return None
    further = thread.paragraph != paragraph
    if start - thread.end > _REACH or (further and (thread.open or thread.returned)):
        return _drop_period(thread)
    between = text[thread.end : start]
    return thread if len(between) < 2 or QUOTES.isdisjoint(between) else _drop_period(thread)


def _drop_period(thread: Thread) -> Thread:
    return Thread(
        thread.paragraph,
        thread.end,
        False,
        event=thread.event,
        begun=thread.begun,
        opening=thread.opening,
        survey=thread.survey,
        polled=thread.polled,
        budget=thread.budget,
        ballot=thread.ballot,
        results=thread.results,
    )


def carry_period(
    thread: Thread | None,
    spot: Spot,
    near: bool,
    resumed: bool,
    again: bool = False,
    reported: bool = False,
) -> Dating:
    """The period that a figure takes from the sentence before: the tense must go on with it.

    `near` is whether both stand in one paragraph, `resumed` whether the sentence says of the one
    before what it comes to ("That is 9 per cent fewer"). A period of the past carries to what is
    told in the past, one that is still to come to what is forecast; nothing carries to the present,
    to a plan or target, into somebody's words or what is told of somebody (", who cost £4m").
    """
    if thread is None or thread.period is None or spot.norm or spot.margin:
        return UNDATED
    if spot.attribute or spot.opener in PERSONAL:
        return UNDATED
    if again and spot.tense in COMING and thread.tense not in COMING:
        return UNDATED
    if again or (near and resumed and thread.quoted == spot.quoted):
        return Dating(thread.period, None, "context")
    own = reported and len(thread.period) != len("2024-01-01")
    if (spot.voiced and not own) or spot.quoted or thread.quoted:
        return UNDATED
    period = _choose_period(thread, spot, near)
    if period is None or _lasts_years(period):
        return UNDATED
    if thread.tense in ("conditional", "intended") or (thread.coming and spot.tense == "past"):
        # What happened did so before the time that is still to come.
        return UNDATED
    planned = spot.tense in ("future", "foreseen", "conditional")
    ahead = thread.ahead and (spot.budgeting or (near and planned))
    # "The plan spends £8m": in the year that it is for.
    fits = ahead or _goes_on(thread, spot, near, resumed)
    return Dating(period, None, "context") if fits else UNDATED


def is_left_behind(thread: Thread) -> bool:
    """Whether a thread's time is long over, and a text comes back from it with its next subject.

    "In 2009 it stood at 11,700. Crews flew for 187 hours", but not the month or day of what a
    story opened with, as a trial does.
    """
    short = len(thread.period or "") in (len("2024-01"), len("2024-01-01"))
    return thread.bygone and not (thread.lead and short)


def _goes_on(thread: Thread, spot: Spot, near: bool, resumed: bool) -> bool:
    """Whether the tense of a figure goes on with that of the thread."""
    if thread.tense in ("future", "foreseen"):
        return spot.tense in ("foreseen", "conditional")
    return spot.tense == "past" or (near and (spot.tense == "pluperfect" or resumed))


def is_coming(period: str | None, today: date | None) -> bool:
    """Whether a period begins after the document's day."""
    return period is not None and today is not None and bound_days(period)[0] > today


def is_bygone(period: str | None, today: date | None) -> bool:
    """Whether a period was over more than two years before the document's day."""
    return (
        period is not None
        and today is not None
        and (today - bound_days(period)[1]).days > 2 * _YEAR_DAYS
    )


def is_year_ahead(period: str | None, today: date | None) -> bool:
    """Whether a period is a year, as of a budget, that begins after the document's day."""
    if period is None or today is None:
        return False
    first, last = bound_days(period)
    return first > today and (last - first).days > _YEAR_DAYS


def _lasts_days(period: str) -> bool:
    """Whether a period is some days long, as of a storm or a weekend."""
    first, last = bound_days(period)
    return 0 < (last - first).days < _FEW


def _is_week(period: str) -> bool:
    """Whether a period is a week or weekend, which statistics may be of."""
    first, last = bound_days(period)
    weekend = first.weekday() == _SATURDAY and (last - first).days == 1
    return weekend or (last - first).days == _WEEK_DAYS


def _lasts_years(period: str) -> bool:
    """Whether a period is that of a study or a decade, which tells of nothing else."""
    first, last = bound_days(period)
    return (last - first).days > _LONG_YEAR_DAYS


def _frames(thread: Thread, spot: Spot, period: str) -> bool:
    """Whether a whole story is told of a period: the one that its figures opened with.

    Behind the day of a release that is the quarter whose results were released. Statistics go on
    with any such time from paragraph to paragraph, what is owed or held with its day. A month that
    was only named frames nothing.
    """
    if period == thread.opening:
        return True
    if thread.opening is None:
        return len(period) != len("2024-01")
    first, last = bound_days(period)
    spoken = thread.source == thread.paragraph
    if spoken and spot.stative:
        return True
    days, since = (last - first).days, (bound_days(thread.opening)[0] - last).days
    if days < _QUARTER_DAYS[0] or since > _QUARTER_DAYS[1]:
        return False
    if spot.gauged and spoken:
        return True
    released = len(thread.opening) == len("2024-01-01") and since > 0
    return released and days <= _QUARTER_DAYS[1]


def _choose_period(thread: Thread, spot: Spot, near: bool) -> str | None:
    """The period that goes on: of a thread that speaks of a day, that or the longer time before.

    The day of a level isn't that of what went on. Past its paragraph only the period goes on that
    frames the story: a day where it is that of what happened, else the longer time.
    """
    if near:
        went_on = thread.stock and thread.longer is not None and spot.eventful
        return thread.longer if went_on else thread.period
    period = thread.period
    if period is not None and len(period) == len("2024-01-01"):
        if thread.event is not None or spot.opener in RELATIVES:
            return None
        period = period if thread.lead or spot.stative else thread.longer
    if period is None or not _frames(thread, spot, period):
        return None
    # What a storm of some days did isn't told of in every paragraph behind.
    lasting = _lasts_days(period) and thread.survey is None
    return None if lasting and not (spot.gauged and _is_week(period)) else period
