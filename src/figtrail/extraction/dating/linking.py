"""Which temporal expression of its sentence a figure takes, and which carries over to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from figtrail.extraction.dating.asides import is_inset
from figtrail.extraction.dating.attributes import date_attribute
from figtrail.extraction.dating.brackets import is_converted
from figtrail.extraction.dating.budgets import keep_budget, open_budget, pass_budget
from figtrail.extraction.dating.carrying import (
    UNDATED,
    Dating,
    Thread,
    is_bygone,
    is_coming,
    is_year_ahead,
)
from figtrail.extraction.dating.clauses import split_clauses
from figtrail.extraction.dating.continuing import continue_thread, pass_thread
from figtrail.extraction.dating.counting import counts_members, is_limit_met
from figtrail.extraction.dating.events import close_event, open_event
from figtrail.extraction.dating.lasting import date_by_level
from figtrail.extraction.dating.levels import are_paired, is_stretch, read_ends
from figtrail.extraction.dating.lines import COMING, Line
from figtrail.extraction.dating.listing import pair_lists
from figtrail.extraction.dating.marks import LONGEST, Mark
from figtrail.extraction.dating.owning import find_own, find_owner, find_restated
from figtrail.extraction.dating.polling import ANSWERS
from figtrail.extraction.dating.reaching import find_preceding
from figtrail.extraction.dating.results import mark_return, open_results, turn_from_shares
from figtrail.extraction.dating.resuming import carry
from figtrail.extraction.dating.sharing import share, share_difference
from figtrail.extraction.dating.spots import leaves_open, place_readings
from figtrail.extraction.dating.stating import close_stock, make_dating, pair_levels, state
from figtrail.extraction.dating.surveys import find_survey
from figtrail.extraction.dating.threads import is_idle, start_thread, take_survey
from figtrail.extraction.dating.trailing import find_trailing
from figtrail.extraction.dating.turning import comes_later, is_deed
from figtrail.extraction.dating.votes import find_division, open_ballot
from figtrail.extraction.periods import opening_day
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens

_GROUPED = [[word] for word in ("for", "in", "among", "from", "on", "at", "with", "across")]
_FORMER = frozenset(("earlier", "original", "initial"))
_FIRST = [
    [when, said]
    for when in ("first", "initially", "previously", "originally")
    for said in ("reported", "estimated", "stated", "announced", "published")
]
_REVISED = frozenset(
    ("forecast", "forecasts", "outlook", "estimate", "projection", "guidance", "revised")
)


def link_periods(
    tokens: Tokens,
    readings: Sequence[Reading],
    marks: list[Mark],
    thread: Thread | None,
    paragraph: int,
    end: int,
    today: date | None = None,
) -> tuple[list[Dating], Thread]:
    """One dating a reading, in order, and the thread for the next sentence.

    `marks` are what the sentence does with its times. `thread` comes from the sentence before, None
    where it doesn't reach; `paragraph` and `end` are the offsets where this sentence's paragraph
    starts and where the sentence ends, `today` the last day that the document may be of.
    """
    near = thread is not None and thread.paragraph == paragraph
    open_before = near and thread is not None and thread.open
    opened = leaves_open(tokens, open_before)
    if near and thread is not None and not thread.stock:
        # What only passed this paragraph's first sentences is as far as from the one before.
        near = thread.source == paragraph
    if len(tokens.words) > LONGEST:
        return [UNDATED] * len(readings), Thread(paragraph, end, opened, source=paragraph)
    after = start_thread(thread, marks, (paragraph, end), opened)
    after = _open_story(tokens, marks, thread, after, today)
    if not readings or (not marks and is_idle(thread)):
        if marks:
            after = continue_thread(tokens, (), marks, (), thread, after)
            return [], _place_in_time(after, today)
        return [UNDATED] * len(readings), pass_thread(tokens, thread, after)
    clauses = split_clauses(tokens)
    spots = place_readings(tokens, readings, clauses, open_before)
    line = Line(tokens, readings, clauses, spots, marks, [], find_survey(tokens, marks))
    for at in range(len(spots)):
        line.owned.append(find_own(line, at) if marks else None)
    pair_lists(line)
    datings: list[Dating] = []
    for at in range(len(spots)):
        datings.append(_date(line, datings, at, thread, near))
    after = _close_story(line, datings, thread, after)
    after = continue_thread(tokens, spots, marks, datings, thread, after)
    after = turn_from_shares(line, datings, after)
    left = _place_in_time(mark_return(after, datings, thread), today)
    closed = [close_stock(line, at, dating) for at, dating in enumerate(datings)]
    return pair_levels(line, closed), left


def _place_in_time(left: Thread, today: date | None) -> Thread:
    """A thread with how its period lies to the document's day."""
    ahead, coming = is_year_ahead(left.period, today), is_coming(left.period, today)
    bygone = is_bygone(left.period, today)
    if (ahead, coming, bygone) == (left.ahead, left.coming, left.bygone):
        return left
    return left._replace(ahead=ahead, coming=coming, bygone=bygone)


def _open_story(
    tokens: Tokens, marks: Sequence[Mark], thread: Thread | None, after: Thread, today: date | None
) -> Thread:
    """A sentence's thread with the event, the budget and the vote that its story is about."""
    after = open_results(tokens, marks, open_event(tokens, marks, after), today)
    passed = pass_budget(thread.budget, thread.paragraph != after.paragraph) if thread else None
    budget = open_budget(tokens, marks, passed, today)
    ballot = open_ballot(tokens, marks, thread.ballot if thread else None, today)
    if (budget, ballot) == (after.budget, after.ballot):
        return after
    return after._replace(budget=budget, ballot=ballot)


def _close_story(
    line: Line, datings: Sequence[Dating], thread: Thread | None, after: Thread
) -> Thread:
    """The thread of a sentence once its figures are dated, with what the story goes on with."""
    first = next((dating.period for dating in datings if dating.period is not None), None)
    opening = (thread and thread.opening) or first
    if opening != after.opening:
        after = after._replace(opening=opening)
    after = close_event(take_survey(line, after), line.spots, datings)
    return after._replace(budget=keep_budget(after.budget, datings))


def _date(
    line: Line, datings: Sequence[Dating], at: int, thread: Thread | None, near: bool
) -> Dating:
    if counts_members(line, at):
        return UNDATED
    mark = line.owned[at]
    if (mark is None or mark.mention.role == "length") and is_converted(line, at):
        return datings[at - 1]
    if mark is None and (comes_later(line, at) or is_deed(line, line.spots[at])):
        return UNDATED
    if at and mark is None and _is_instead(line, at):
        return datings[at - 1]
    if at and (differing := share_difference(line, datings, at)) is not None:
        return differing
    if line.marks and mark is None and is_limit_met(line, at):
        return UNDATED
    if mark is None and line.marks:
        mark = find_owner(line, at) or find_division(line, at)
    answers = line.readings[at].kind in ANSWERS and not line.spots[at].earlier
    answers = answers and not line.spots[at].fixed
    untimed = mark is None or mark.mention.period is None
    if line.survey and answers and untimed and not _turns(line, at, line.survey):
        return state(line, at, line.survey)
    if mark is not None:
        return date_by_level(line, datings, at, mark) or state(line, at, mark)
    if line.spots[at].attribute:
        return date_attribute(line, datings, at, inset=_is_inset(line, at))
    ends = read_ends(line.tokens, line.readings, at, thread and thread.period)
    if ends is not None:
        return Dating(ends, None, "context")
    ahead = find_preceding(line, at) if line.marks else None
    if line.spots[at].earlier:
        return _date_earlier(line, datings, at, ahead, thread)
    trailing = find_trailing(line, at) if line.marks and not line.spots[at].fixed else None
    # "Set in May a target of 76% of calls answered within two rings by 2024".
    due = trailing is not None and trailing.mention.role == "by" and line.spots[at].norm
    mark = trailing if ahead is None or due or (trailing and _is_name(line, ahead)) else ahead
    if mark is not None:
        return state(line, at, mark)
    if line.spots[at].norm or line.spots[at].fixed or _is_inset(line, at):
        return UNDATED
    shared = share(line, datings, at)
    return carry(line, at, thread, near) if shared is None else shared


def _is_instead(line: Line, at: int) -> bool:
    """Whether a figure is what another stands for: "will open 15 instead of the 25"."""
    lowers, before = line.tokens.lowers, line.spots[at].first
    for led in range(before, max(line.spots[at - 1].stop, before - 4), -1):
        if lowers[led - 2 : led] in (["instead", "of"], ["rather", "than"]):
            return True
    return False


def _turns(line: Line, at: int, survey: Mark) -> bool:
    """Whether another time stands between that of a survey and a figure: "; in March it was 19"."""
    first = line.spots[at].first
    return any(
        mark.use == "dates" and survey.stop <= mark.first < first and line.owner(mark) is None
        for mark in line.marks
    )


def _date_earlier(
    line: Line,
    datings: Sequence[Dating],
    at: int,
    ahead: Mark | None,
    thread: Thread | None,
) -> Dating:
    """An earlier level without a date of its own: the opening day of a stretch, or as before."""
    restated = find_restated(line, at)
    if restated is not None:
        return state(line, at, restated)
    if at and _is_owned_before(line, at):
        return datings[at - 1]
    if ahead is not None and (_is_revised(line, at) or _is_other_group(line, at)):
        return state(line, at, ahead)
    grouped = _is_other_group(line, at) and not line.spots[at].norm
    if at and (grouped or _is_revised(line, at)):
        level = next((back for back in range(at - 1, -1, -1) if not line.spots[back].earlier), at)
        if level == at - 1 or (level < at and grouped):
            return datings[level]
    if at + 1 < len(line.spots) and are_paired(line.tokens, line.readings, at):
        own = line.owned[at + 1]
        if own is not None and own.mention.role == "length" and ahead is not None:
            own = None
        mark = own or ahead
        if mark is not None and mark.use == "dates" and is_stretch(line.tokens, mark):
            return make_dating(line.tokens, mark, opening_day(mark.mention.period or ""))
        if ahead is not None and line.spots[at].tense not in COMING | {"present"}:
            return state(line, at, ahead)
        if ahead is not None:
            # "To open in 2027, which will take output from 4 to 6": 4 is what it is now.
            return UNDATED
        if own is not None:
            return UNDATED
        beside = at and line.spots[at - 1].clause == line.spots[at].clause
        shared = share(line, datings, at) if beside else None
        if shared is not None or thread is None or at or thread.earlier is None:
            return shared or UNDATED
    if thread is not None and thread.earlier is not None and not any(line.owned):
        return Dating(thread.earlier, None, "context")
    return UNDATED


def _is_owned_before(line: Line, at: int) -> bool:
    """Whether a level is that of a time before it was revised: "July's gain to 89 from 114"."""
    before, lowers = line.spots[at - 1], line.tokens.lowers
    beside = line.spots[at].first - before.stop < 4 and lowers[before.first - 1] == "to"
    return beside and find_owner(line, at - 1) is not None


def _is_inset(line: Line, at: int) -> bool:
    """Whether a figure only describes the subject of what is dated: "the hall, built by 14"."""
    spot = line.spots[at]
    return any(is_inset(line, spot, mark) for mark in line.marks if mark.first >= spot.stop)


def _is_revised(line: Line, at: int) -> bool:
    """Whether an earlier level is what was stated before of the same time: "cut its forecast"."""
    first = line.readings[at].number.first
    if line.tokens.lowers[first - 2 : first - 1] == ["an"] and at:
        # "To 30 from an earlier 64".
        return line.tokens.lowers[first - 1] in _FORMER
    stop = line.readings[at].unit_stop
    if line.tokens.lowers[stop : stop + 2] in _FIRST:
        # "Was cut to 17,000 from the 22,000 first counted".
        return True
    return not _REVISED.isdisjoint(line.tokens.lowers[: line.spots[at].first])


def _is_other_group(line: Line, at: int) -> bool:
    """Whether a level is another group's at that time: "against 80% of the others"."""
    lowers, tags = line.tokens.lowers, line.tokens.tags
    reading = line.readings[at]
    stop = reading.unit_stop
    if lowers[reading.bound_start - 1] == "from" or lowers[stop : stop + 1] == ["of"]:
        return False
    if lowers[reading.number.first - 1] == "of":
        # "Against a limit of 3.5 in its bank terms": which level it is.
        return False
    grouped = lowers[stop : stop + 1] in _GROUPED
    return grouped and tags[stop + 1 : stop + 2] in (["D"], ["N"], ["J"], ["E"])


def _is_name(line: Line, mark: Mark) -> bool:
    """Whether a mark only names what is sold or played: "July wheat fell 4% on Monday"."""
    return line.tokens.tags[mark.first] == "N" and line.tokens.tags[mark.stop : mark.stop + 1] == [
        "N"
    ]
