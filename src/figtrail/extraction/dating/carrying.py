"""What a figure takes from the sentence before: the period that its subject goes on in."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from figtrail.extraction.dating.clauses import RELATIVES
from figtrail.extraction.dating.lines import COMING
from figtrail.extraction.dating.spots import QUOTES, Spot
from figtrail.extraction.dating.tenses import Tense
from figtrail.extraction.periods import bound_days
from figtrail.model import PeriodBasis

_REACH = 260
_YEAR_DAYS = 360
_BACKGROUND = timedelta(days=45)
PERSONAL = frozenset(("who", "whose", "whom"))


class Dating(NamedTuple):
    """The period of a figure, the words that state it, and how it is known."""

    period: str | None
    text: str | None
    basis: PeriodBasis | None


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
    hasn't begun, `coming` whether any that hasn't. `source` is the start of the paragraph that
    spoke of the period last, `budget` the one that the story is about.
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
    source: int = -1
    budget: Budget | None = None


def reach_thread(thread: Thread | None, text: str, paragraph: int, start: int) -> Thread | None:
    """The thread where it reaches a sentence at `start`: nobody was quoted since, nor much said.

    Of one that doesn't, only the day of the event goes on, and the time of a survey.
    """
    if thread is None:
        return None
    if start - thread.end > _REACH or (thread.paragraph != paragraph and thread.open):
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
    )


def carry_period(
    thread: Thread | None, spot: Spot, near: bool, resumed: bool, again: bool = False
) -> Dating:
    """The period that a figure takes from the sentence before: the tense must go on with it.

    `near` is whether both stand in one paragraph, `resumed` whether the sentence says of the one
    before what it comes to ("That is 9 per cent fewer"). A period of the past carries to what is
    told in the past, one that is still to come to what is forecast; nothing carries to the present,
    to a plan or target, into somebody's words or what is told of somebody (", who cost £4m").
    """
    if thread is None or thread.period is None or spot.norm:
        return UNDATED
    if spot.attribute or spot.opener in PERSONAL:
        return UNDATED
    if again and spot.tense in COMING and thread.tense not in COMING:
        return UNDATED
    if again or (near and resumed and thread.quoted == spot.quoted):
        return Dating(thread.period, None, "context")
    if spot.voiced or spot.quoted or thread.quoted:
        return UNDATED
    period = _choose_period(thread, spot, near)
    if period is None:
        return UNDATED
    if thread.tense in ("conditional", "intended") or (thread.coming and spot.tense == "past"):
        # What happened did so before the time that is still to come.
        return UNDATED
    if not near and _is_background(thread):
        # The story goes back to the time that it is about.
        returns = spot.tense == "past" and len(thread.opening or "") != len("2024-01-01")
        return Dating(thread.opening, None, "context") if returns else UNDATED
    planned = spot.tense in ("future", "foreseen", "conditional")
    if thread.ahead and spot.budgeting:
        # "The plan spends £8m": in the year that it is for.
        return Dating(period, None, "context")
    if near and (spot.margin or (thread.ahead and planned)):
        return Dating(period, None, "context")
    if thread.tense in ("future", "foreseen"):
        fits = spot.tense in ("foreseen", "conditional")
    else:
        fits = spot.tense == "past" or (near and (spot.tense == "pluperfect" or resumed))
    return Dating(period, None, "context") if fits else UNDATED


def is_coming(period: str | None, today: date | None) -> bool:
    """Whether a period begins after the document's day."""
    return period is not None and today is not None and bound_days(period)[0] > today


def is_year_ahead(period: str | None, today: date | None) -> bool:
    """Whether a period is a year, as of a budget, that begins after the document's day."""
    if period is None or today is None:
        return False
    first, last = bound_days(period)
    return first > today and (last - first).days > _YEAR_DAYS


def _is_background(thread: Thread) -> bool:
    """Whether a thread went back to a time long before the one that the story opened with."""
    if thread.period is None or thread.opening is None:
        return False
    return bound_days(thread.period)[1] < bound_days(thread.opening)[0] - _BACKGROUND


def _choose_period(thread: Thread, spot: Spot, near: bool) -> str | None:
    """The period that goes on: of a thread that speaks of a day, that or the longer time before.

    The day of a level isn't that of what went on, and past its paragraph a day goes on only where
    the story opened with it, or a state is told.
    """
    if near:
        went_on = thread.stock and thread.longer is not None and spot.eventful
        return thread.longer if went_on else thread.period
    if thread.period is None or len(thread.period) != len("2024-01-01"):
        return thread.period
    if thread.event is not None or spot.opener in RELATIVES:
        return None
    return thread.period if thread.lead or spot.stative else thread.longer
