"""What a whole story is of: the day of its event, its budget's year, the month of its figures."""

from __future__ import annotations

from figtrail.extraction.dating.budgets import pass_budget, take_budget
from figtrail.extraction.dating.carrying import PERSONAL, Dating, Thread
from figtrail.extraction.dating.events import take_event
from figtrail.extraction.dating.lines import COMING, TAKEN, Line
from figtrail.extraction.dating.prices import trades
from figtrail.extraction.dating.results import return_to_results
from figtrail.extraction.dating.threads import is_empty
from figtrail.extraction.dating.votes import take_ballot
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.periods import bound_days

_WORDS = read_sections("dating_words.txt")
_MOVING = frozenset(_WORDS["moving"])
_FORESEEN = frozenset(_WORDS["foreseen"])
_EXPECTERS = frozenset(_WORDS["expecters"])
_LOOKING = frozenset(_WORDS["looking"])
# A month and a quarter, in days.
_SHORTEST, _LONGEST = 27, 92
_YEAR = 366


def go_on(line: Line, at: int, thread: Thread | None, near: bool, carried: Dating) -> Dating:
    """What the story says a figure is of, else what was carried, else the span of its results."""
    bare = not line.marks and is_empty(thread)
    told = carried if bare else _take_story(line, at, thread, near) or carried
    back = None if near or bare else _return_to_opening(line, at, thread, further=True)
    if told.period is not None:
        return back or told
    return return_to_results(line, at, thread, near) or back or told


def _take_story(line: Line, at: int, thread: Thread | None, near: bool) -> Dating | None:
    """The year of the story's budget, the day of its event, or what its figures are of."""
    granted = _take_granted(line, at, thread, near)
    granted = granted or take_ballot(line, at, thread)
    return granted or take_event(line, at, thread) or _return_to_opening(line, at, thread)


def _take_granted(line: Line, at: int, thread: Thread | None, near: bool) -> Dating | None:
    """The budget's year, counting the paragraph that begins here."""
    budget = thread.budget if thread is not None else None
    return take_budget(line, at, pass_budget(budget, not near))


def _return_to_opening(
    line: Line, at: int, thread: Thread | None, *, further: bool = False
) -> Dating | None:
    """The month or quarter that a story of figures opened with, for a change told further on.

    "Payrolls rose 187,000 in October. … Hospitals added 8,400." `further` is whether a paragraph
    begins here, so that a time looked back to is over: "… It fell 4% between July and August."
    """
    if thread is None or thread.opening is None:
        return None
    if not (thread.period is None or thread.quoted or (further and _looked_back(thread))):
        return None
    if any(mark.use in TAKEN and mark.mention.role != "since" for mark in line.marks):
        return None
    first, last = bound_days(thread.opening)
    if not _SHORTEST <= (last - first).days <= _LONGEST:
        return None
    spot = line.spots[at]
    if spot.tense != "past" or spot.quoted or spot.voiced or spot.norm or spot.fixed:
        return None
    if not 0 <= spot.verb < spot.first or line.tokens.lowers[spot.verb] not in _MOVING:
        return None
    if trades(line, at, thread.opening):
        return None
    return Dating(thread.opening, None, "context")


def _looked_back(thread: Thread) -> bool:
    """Whether the time last told of lies before the end of the one that a story opened with."""
    if thread.period is None or thread.opening is None or thread.period == thread.opening:
        return False
    if thread.source != thread.paragraph:
        return False
    (first, last), end = bound_days(thread.period), bound_days(thread.opening)[1]
    return last <= end and _SHORTEST <= (last - first).days <= _YEAR


def expect(line: Line, at: int, thread: Thread | None) -> Dating | None:
    """The time for which analysts or the like had expected a figure.

    That of the outlook just given ("It expects £95m. Analysts had pencilled in £84m"), else the
    quarter or year that the story is about.
    """
    spot, lowers = line.spots[at], line.tokens.lowers
    if thread is None or spot.tense != "pluperfect" or not 0 < spot.verb < spot.first:
        return None
    if _EXPECTERS.isdisjoint(lowers[: spot.verb]) or spot.quoted or spot.opener in PERSONAL:
        return None
    if _FORESEEN.isdisjoint(lowers[spot.verb : spot.first]) and _LOOKING.isdisjoint(
        lowers[spot.verb : spot.first]
    ):
        return None
    opened = thread.opening is not None and len(thread.opening) != len("2024-01-01")
    ahead = thread.tense in COMING or not opened
    if not ahead and _is_rival(thread):
        return None
    period = thread.period if ahead else thread.opening
    return Dating(period, None, "context") if period is not None else None


def _is_rival(thread: Thread) -> bool:
    """Whether a story has gone on to another time as long as the one that it opened with."""
    if thread.period is None or thread.opening is None or thread.period == thread.opening:
        return False
    (first, last), (start, end) = bound_days(thread.period), bound_days(thread.opening)
    return last - first >= end - start
