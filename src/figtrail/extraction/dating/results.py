"""The span whose results a story reports, for the figures of results told further on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from figtrail.extraction.dating.brackets import find_bracket
from figtrail.extraction.dating.carrying import PERSONAL, Dating, Thread
from figtrail.extraction.dating.lines import TAKEN, Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.prices import TRADED, moves_shares
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.periods import bound_days
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("dating_words.txt")
_RESULTS = frozenset(_WORDS["results"])
_EARNING = frozenset(_WORDS["earning"])
_MOVING = frozenset(_WORDS["moving"])
_COMING_TO = frozenset(
    "was were came reached hit totalled totaled averaged stood ran amounted had made recorded"
    " reported turned".split()
)
_LEVELS = frozenset(_WORDS["stocks"]) | frozenset(_WORDS["not results"])
_PERSONS = frozenset("i me my he she him his her mr mrs ms dr who".split())
_QUARTER = range(88, 93)
_EACH = frozenset(("per", "-", "a"))
# A month and a year, in days.
_SHORTEST, _LONGEST = 27, 372
# So many tokens behind a figure its noun stands at most: "21.4 million passengers".
_BEHIND = 3


def open_results(
    tokens: Tokens, marks: Sequence[Mark], after: Thread, today: date | None
) -> Thread:
    """A sentence's thread with the span whose results it is the first to tell of."""
    opened = after.opening is not None and len(after.opening) != len("2024-01-01")
    if after.results is not None or opened or today is None:
        return after
    if all(told.isdisjoint(tokens.vocabulary) for told in (_RESULTS, _EARNING, TRADED)):
        return after
    for mark in marks:
        if find_bracket(tokens, mark.first):
            # "£98m (H1 2016: £107m)".
            continue
        if mark.mention.role == "during" and mark.mention.period:
            first, last = bound_days(mark.mention.period)
            # No quarter is when something was said: "added fewer customers from April to June".
            quarter = mark.use == "reports" and (last - first).days in _QUARTER
            if mark.use != "dates" and not quarter:
                continue
            if _SHORTEST <= (last - first).days <= _LONGEST and last <= today:
                return after._replace(results=mark.mention.period)
    return after


def turn_from_shares(line: Line, datings: Sequence[Dating], after: Thread) -> Thread:
    """A thread that tells on of results behind a day which only the firm's shares moved on.

    "Shares in Orrin fell 6% on Friday after it sold fewer cars from April to June. … It sold 900".
    """
    day = after.period is not None and len(after.period) == len("2024-01-01")
    if not day or not datings or after.event:
        return after
    moved = [dating.period == after.period for dating in datings]
    if not any(moved) or not all(moves_shares(line, at) for at, found in enumerate(moved) if found):
        return after
    if after.results is None:
        return after._replace(lead=False)
    return after._replace(period=after.results, longer=after.results, lead=False, tense="past")


def return_to_results(line: Line, at: int, thread: Thread | None, near: bool) -> Dating | None:
    """The span whose results a story reports, for a result that no other time is told for.

    "Sales rose 4% in the quarter. … Costs climbed 5% to $4.4bn", "We sold 300,000 tyres".
    """
    if thread is None or thread.results is None or _is_elsewhere(thread, thread.results, near):
        return None
    if any(mark.use in TAKEN and not _is_of_earlier(line, mark) for mark in line.marks):
        return None
    spot = line.spots[at]
    if spot.tense != "past" or spot.norm or spot.fixed or spot.margin or spot.attribute:
        return None
    if spot.opener in PERSONAL or not _is_result(line, at):
        return None
    return Dating(thread.results, None, "context")


def mark_return(left: Thread, datings: Sequence[Dating], thread: Thread | None) -> Thread:
    """A thread that ends with its paragraph where that only came back to a story's results.

    What isn't told as a result further on is of no time: "Revenue rose 2%. … It bought a hotel".
    """
    return left._replace(returned=True) if _only_returns(datings, thread) else left


def _only_returns(datings: Sequence[Dating], thread: Thread | None) -> bool:
    """Whether a sentence's figures are all of a story's results, from where it had gone on."""
    if thread is None or thread.results is None or len(thread.results) == len("2024-01"):
        # A month is that of statistics, which go on with it.
        return False
    if thread.period == thread.results and not thread.returned:
        return False
    dated = [dating for dating in datings if dating.period is not None]
    return bool(dated) and all(
        dating.basis == "context" and dating.period == thread.results for dating in dated
    )


def _is_of_earlier(line: Line, mark: Mark) -> bool:
    """Whether a mark is that of a level before: "$1.02, compared with $1.19 a year earlier"."""
    owner = line.owner(mark)
    return owner is not None and owner.earlier


def _is_elsewhere(thread: Thread, results: str, near: bool) -> bool:
    """Whether a story has gone on to another span than that of its results, or within it."""
    if thread.period is None or thread.quoted or thread.bygone or thread.period == results:
        return False
    (first, last), (start, end) = bound_days(thread.period), bound_days(results)
    if (last - first).days < _SHORTEST:
        return False
    return near or first < start or last > end


def _is_result(line: Line, at: int) -> bool:
    """Whether the clause of a figure tells of results, and not of what is owed or held."""
    spot, tokens = line.spots[at], line.tokens
    start = spot.first
    while start and line.clauses.numbers[start - 1] == spot.clause:
        start -= 1
    stop = min(spot.stop + _BEHIND, len(tokens.words))
    clause = [
        lower
        for word, lower in enumerate(tokens.lowers[start:stop], start)
        # "On a per-share basis", "earned 98 cents a share".
        if lower != "share" or tokens.lowers[word - 1] not in _EACH
    ]
    if not 0 <= spot.verb < spot.first or not _LEVELS.isdisjoint(clause):
        return False
    if not _PERSONS.isdisjoint(clause):
        # "I lost £300", "Buyers cut my orders".
        return False
    if tokens.lowers[spot.verb] in _EARNING:
        return True
    told = tokens.lowers[spot.verb] in _MOVING | _COMING_TO
    return told and any(
        tokens.lowers[word] in _RESULTS and tokens.tags[word] == "N" for word in range(start, stop)
    )
