"""Two dates that the words between them make one: from April to June, between 2010 and 2019."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from figtrail.extraction.periods.mentions import DateContext, MentionBasis
from figtrail.extraction.periods.outlook import is_decided, looks_ahead
from figtrail.extraction.periods.reading import Reading
from figtrail.extraction.periods.relative import (
    Point,
    date_point,
    is_near,
    name_point,
    read_relative,
)
from figtrail.extraction.periods.tokens import CODE, NAME_OF_CODE, Tokens
from figtrail.intervals import ONE_DAY, bound_days, name_interval
from figtrail.patterns import compile_late

_MEASURED_CHANGE = compile_late(
    r"\b(?:rose|rise|risen|fell|fall|fallen|grew|up|down|increased?|decreased?|dropped|climbed|jumped"
    r"|slipped|shrank|declined)\s+(?:by\s+)?\S+(?:\s+(?:per\s?cent|percent|points?|%))?\s+from\s+\Z"
)


_WEEK = 7 * ONE_DAY


class Core(NamedTuple):
    """A reading and the tokens that it covers."""

    first: int
    last: int
    reading: Reading


def join_cores(
    tokens: Tokens, dates: DateContext, core: Core, other: Core, joint: re.Match[str], done: int
) -> Core:
    """The core with the one that ends its range, else the core alone."""
    between = _opened_by(tokens, "BETWEEN", core.first, done)
    first, last = core.reading, other.reading
    beside = (
        _adjoin(first, last)
        or _adjoin_fiscal(tokens, core, other)
        or (_adjoin_days(first, last) and not _is_apart(tokens, core, other))
    )
    if joint["and"] and not between and not beside:
        return core
    if joint["dash"] and not _opened_by(tokens, "FROM", core.first, done):
        # "It rained on May 1 — May 14 was dry".
        return core
    if _opened_by(tokens, "FROM", core.first, done) and _is_step(tokens, core, other):
        # "Rose 2% from March to April": a change is of the later time.
        return Core(core.first, other.last, last._replace(joined=True))
    if joint["early"] or joint["or"] or first.role == "vague" or last.role == "vague":
        vague = "vague" in (first.role, last.role)
        open_range = Reading(role="vague" if vague else "during", joined=True)
        return Core(core.first, other.last, open_range)
    edge = NAME_OF_CODE[tokens.shape[joint.start("edge")]] if joint["edge"] else None
    reading = _span(tokens, dates, core, other, edge == "START_NOUN")
    if reading is None:
        return core
    return Core(core.first, other.last, reading._replace(joined=True))


def _opened_by(tokens: Tokens, name: str, first: int, done: int) -> bool:
    return CODE[name] in tokens.shape[max(done, first - 6) : first]


def _is_step(tokens: Tokens, core: Core, other: Core) -> bool:
    """Whether a change is measured from one month or year to the next."""
    start, end = core.reading.point, other.reading.point
    if start is None or end is None or start.day or end.day:
        return False
    left = tokens.sentence[: tokens.start(core.first)]
    if not _MEASURED_CHANGE.search(left):
        return False
    if start.month and end.month:
        return (end.month - start.month) % 12 == 1
    return start.month is None and end.month is None and end.year == (start.year or 0) + 1


def _adjoin(first: Reading, last: Reading) -> bool:
    """Whether "April and May 2023" are neighbouring months, so that the two make one interval."""
    if first.point is None or first.point.year is not None:
        return False
    if last.point is None and last.period is not None and len(last.period) == len("2024-01"):
        # "In May and June of last year".
        after = (int(last.period[-2:]) - (first.point.month or 0)) % 12
        return first.point.day is None and first.point.month is not None and after == 1
    if last.point is None:
        return False
    if first.point.day or last.point.day or not first.point.month or not last.point.month:
        return False
    return (last.point.month - first.point.month) % 12 == 1


def _adjoin_fiscal(tokens: Tokens, core: Core, other: Core) -> bool:
    """Whether "FY25 and FY26" name two fiscal years, which together are one time."""
    shape = tokens.shape
    return shape[core.first : core.last] == shape[other.first : other.last] == CODE["FY_YEAR"]


def _adjoin_days(first: Reading, last: Reading) -> bool:
    """Whether "Saturday and Sunday" follow one another."""
    if not first.local or not last.local or first.period is None or last.period is None:
        return False
    (start, end), (opening, closing) = bound_days(first.period), bound_days(last.period)
    return start == end and opening == closing and opening - end == ONE_DAY


def _is_apart(tokens: Tokens, core: Core, other: Core) -> bool:
    """Whether two days are told of one by one: "on Sunday, and Monday's highs"."""
    owned = tokens.shape[other.last : other.last + 1] == CODE["APOSTROPHE"]
    return owned or CODE["COMMA"] in tokens.shape[core.last : other.first]


def _span(
    tokens: Tokens, dates: DateContext, core: Core, other: Core, at_start: bool
) -> Reading | None:
    """The interval from one reading to another, each lending the other its year."""
    first, last = core.reading, other.reading
    start, end = first.point, last.point
    if end is None and start is not None and start.year is None and last.period is not None:
        # "Between January and June last year".
        return _span_back(start, last, at_start)
    if end is not None and _begins(tokens, core.first) and first.period is not None:
        period = _span_on(first.period, end)
        return Reading(period, basis="stated" if period is None else first.basis)
    if start is None or end is None:
        basis: MentionBasis = "document" if "document" in (first.basis, last.basis) else "stated"
        if first.period is None or last.period is None:
            return Reading(basis=basis)
        if first.local and last.local:
            return Reading(_name_days(first.period, last.period), basis=basis)
        period = _name_range(first.period, last.period, at_start)
        return None if period is None else Reading(period, basis=basis)
    if start.month is None and start.year is None:
        return None
    if end.year is None and start.year is not None:
        end = end._replace(year=start.year + ((end.month or 0) < (start.month or 0)))
    if end.year is not None:
        period = _name_points(start, end, at_start)
        return None if period is None else Reading(period)
    ahead = looks_ahead(tokens.shape, core.first)
    decided = not ahead and is_decided(tokens.sentence, tokens.start(core.first))

    def read(today: date) -> str | None:
        coming = ahead or (decided and is_near(end, today))
        dated_end = date_point(end, today, future=coming)
        return None if dated_end is None else _name_points(start, dated_end, at_start)

    return Reading(read_relative(dates, read), basis="document")


def _name_days(first: str, last: str) -> str | None:
    """The days from one weekday to another: "between Tuesday and Thursday of last week"."""
    opening, closing = bound_days(first)[0], bound_days(last)[1]
    if closing < opening < closing + _WEEK:
        opening -= _WEEK
    return None if closing < opening else name_interval(opening, closing)


def _span_back(start: Point, last: Reading, at_start: bool) -> Reading:
    """The interval to a period from a month or day that it lends its year."""
    opening, closing = bound_days(last.period or "")
    end = opening if at_start else closing
    crosses = (start.month or 0) > end.month
    first = name_point(start._replace(year=end.year - crosses))
    named = None if first is None else _name_range(first, last.period or "", at_start)
    return Reading(named, basis=last.basis)


def _begins(tokens: Tokens, first: int) -> bool:
    """Whether a time is named whose beginning is meant: "between the beginning of May and"."""
    shape = tokens.shape
    at = first - (shape[first - 1 : first] == CODE["THE"])
    return shape[max(0, at - 2) : at] == CODE["START_NOUN"] + CODE["OF"]


def _span_on(whole: str, end: Point) -> str | None:
    """The interval from the beginning of a period to a month or day, which takes its year."""
    opening = bound_days(whole)[0]
    if end.year is None:
        end = end._replace(year=opening.year + ((end.month or 0) < opening.month))
    last = name_point(end)
    return None if last is None else _name_range(opening.isoformat(), last, at_start=False)


def _name_points(start: Point, end: Point, at_start: bool) -> str | None:
    if start.year is None and end.year is not None:
        crosses = (start.month or 0, start.day or 0) > (end.month or 12, end.day or 31)
        start = start._replace(year=end.year - crosses)
    first, last = name_point(start), name_point(end)
    return None if first is None or last is None else _name_range(first, last, at_start)


def _name_range(first: str, last: str, at_start: bool) -> str | None:
    opening, closing = bound_days(first)[0], bound_days(last)[0 if at_start else 1]
    return None if closing < opening else name_interval(opening, closing)
