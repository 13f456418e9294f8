"""Finding the temporal expressions of one sentence, left to right.

A rule reads the core ("March 2024"). A core may be joined to the next ("between April and June
2023"), and the words on its left say how it is meant ("in the 12 months to the end of March
2024", "by", "since"). Sentences without a word of time are refused before anything is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import NamedTuple

from figtrail.extraction.periods import (
    closing,
    dated,
    daytimes,
    lengths,
    pointing,
    repeating,
    yearly,
)
from figtrail.extraction.periods.framing import Framed, frame_core
from figtrail.extraction.periods.mentions import DateContext, MentionBasis, PeriodMention
from figtrail.extraction.periods.outlook import looks_ahead
from figtrail.extraction.periods.reading import Matched, Reader, Reading
from figtrail.extraction.periods.relative import (
    Point,
    date_point,
    name_point,
    read_relative,
)
from figtrail.extraction.periods.tokens import (
    CODE,
    NAME_OF_CODE,
    WORD_CLASS,
    Tokens,
    class_names,
    compile_shape,
    read_tokens,
)
from figtrail.intervals import ONE_DAY, bound_days, name_interval

NO_DATES = DateContext()
_Match = Callable[[str, int], re.Match[str] | None]
_RULES = (
    *dated.RULES,
    *daytimes.RULES,
    *repeating.RULES,
    *pointing.RULES,
    *lengths.RULES,
    *yearly.RULES,
    *closing.RULES,
)
_EVERYDAY = (
    "IN DURING AN FOR OVER AT TO SO THAT THESE NUMBER_WORD NUMBER TWO_DIGITS ORDINAL_WORD FINAL"
    " SAME SOME_COUNT WITHIN PREVIOUS FOLLOWING RECENT LATEST PAST COMING CURRENT"
)
_HELD_BACK = {*_EVERYDAY.split(), "DAY"}
# Everyday words open an expression only shortly before a word of time.
_OPENING = compile_shape(
    f"[{_EVERYDAY}](?=.{{0,7}}[UNIT PERIOD_NOUN HALF_UNIT DATE_WORD PRESENT FAR EXTREME TRADING])"
    "|DAY(?=.{0,5}[UNIT ANY_MONTH TIME HALF_DAY EXTREME])"
    f"|[{' '.join(sorted({name for rule in _RULES for name in rule.opens} - _HELD_BACK))}]"
)


@cache
def _rules_opening(code: str) -> tuple[tuple[_Match, Reader], ...]:
    """The rules that a token of the class can open, compiled when the first one comes."""
    name = NAME_OF_CODE[code]
    return tuple(
        (compile_shape(rule.template).match, rule.read) for rule in _RULES if name in rule.opens
    )


_JOIN = compile_shape(
    "COMMA?(?:(?P<and>AND)|TO|UNTIL|THROUGH|DASH)THE?(?:(?P<edge>[START_NOUN END_NOUN])OF THE?)?"
    "(?P<early>EARLY DASH?)?(?P<weekday>WEEKDAY COMMA?)?"
)
_TRIGGER_CLASSES = class_names(
    "SEASON FALL HOLIDAY FEAST FEAST_DAY WEEKEND SEASON_WORD DAYTIME PERIOD_NOUN YESTERDAY"
    " TOMORROW TONIGHT NOW FAR DATE_WORD PRESENT TIME FY HALF_DAY TRADING"
)
_TRIGGERS = frozenset(
    word.encode()
    for word, name in WORD_CLASS.items()
    if name.endswith(("_UNIT", "MONTH", "WEEKDAY")) or name in _TRIGGER_CLASSES
) | frozenset(
    b"0000 0000s 00s 0st 0nd 0rd 0th 00st 00nd 00rd 00th 0am 0pm 00am 00pm FY00 FY0000 Q0 H0 COP00"
    b" 0Q 0H 0Q00 0H00 m".split()
)
_FLATTEN = bytes(
    48 if 48 <= code <= 57 else code if 65 <= code <= 90 or 97 <= code <= 122 else 32
    for code in range(256)
)
_MEASURED_CHANGE = re.compile(
    r"\b(?:rose|rise|risen|fell|fall|fallen|grew|up|down|increased?|decreased?|dropped|climbed|jumped"
    r"|slipped|shrank|declined)\s+(?:by\s+)?\S+(?:\s+(?:per\s?cent|percent|points?|%))?\s+from\s+\Z"
)
_SAID = re.compile(
    r"\b(?:said|says|announced|reported|published|released|showed|shown|told(?:\s+\w+)?)\s+(?:\w+\s+)?\Z"
)
_CLOCK = re.compile(r"\d:\d\d(?!\d)|9/11|7/7")


def speaks_of_time(sentence: str) -> bool:
    """Whether any word or figure could belong to a temporal expression: a cheap first test."""
    # Bytes are several times faster here; what isn't ASCII becomes one blank a character.
    words = sentence.encode("ascii", "replace").translate(_FLATTEN).split()
    if not _TRIGGERS.isdisjoint(words):
        return True
    return (":" in sentence or "/" in sentence) and _CLOCK.search(sentence) is not None


class Core(NamedTuple):
    """A reading and the tokens that it covers."""

    first: int
    last: int
    reading: Reading


def find_periods(
    sentence: str, dates: DateContext = NO_DATES, previous: str | None = None
) -> list[PeriodMention]:
    """Every temporal expression of one sentence, in text order, none overlapping another.

    Offsets count code points of `sentence`. `previous` is the ISO period last stated before the
    sentence, for "a year earlier" and the like; a period inside the sentence comes first.
    Durations that measure something, and rate denominators ("£5m a year"), are not mentioned.
    """
    if not speaks_of_time(sentence):
        return []
    tokens = read_tokens(sentence)
    found: list[PeriodMention] = []
    antecedent, at, done = previous, 0, 0
    while opening := _OPENING.search(tokens.shape, at):
        core = _read_core(tokens, dates, antecedent, opening.start())
        if core is None:
            at = opening.start() + 1
            continue
        core = _join_next(tokens, dates, antecedent, core, done)
        framed = frame_core(tokens, dates, core.first, core.reading, done)
        found.append(_mention(tokens, framed, core.last))
        if antecedent is None or not _is_day_of_saying(tokens, framed):
            antecedent = framed.period or antecedent
        at = done = core.last
    return found


def _is_day_of_saying(tokens: Tokens, framed: Framed) -> bool:
    """Whether a day is when something was said, so that "the week before" isn't before it."""
    if framed.period is None or len(framed.period) != len("2024-01-01"):
        return False
    start = tokens.start(framed.first)
    return _SAID.search(tokens.sentence[max(0, start - 40) : start]) is not None


def _read_core(tokens: Tokens, dates: DateContext, antecedent: str | None, at: int) -> Core | None:
    for match_rule, read in _rules_opening(tokens.shape[at]):
        match = match_rule(tokens.shape, at)
        if match is not None and match.end() > at:
            reading = read(Matched(tokens, dates, antecedent, match))
            if reading is not None:
                return Core(at, match.end(), reading)
    return None


def _mention(tokens: Tokens, framed: Framed, last: int) -> PeriodMention:
    return PeriodMention(
        tokens.start(framed.first),
        tokens.end(last - 1),
        framed.period,
        framed.role,
        True,
        framed.basis if framed.period else "stated",
    )


def _join_next(
    tokens: Tokens, dates: DateContext, antecedent: str | None, core: Core, done: int
) -> Core:
    """The core with the one that ends its range, where the words between say that it is one."""
    if core.reading.role not in ("during", "vague") or core.reading.bare:
        return core
    joint = _JOIN.match(tokens.shape, core.last)
    if joint is None or joint.end() >= len(tokens.shape):
        return core
    other = _read_core(tokens, dates, antecedent, joint.end())
    if other is None and joint["weekday"]:
        other = _read_core(tokens, dates, antecedent, joint.start("weekday"))
    if other is None or other.reading.bare or other.reading.role not in ("during", "vague"):
        return core
    between = _opened_by(tokens, "BETWEEN", core.first, done)
    first, last = core.reading, other.reading
    beside = _adjoin(first, last) or (
        _adjoin_days(first, last) and not _is_apart(tokens, core, other)
    )
    if joint["and"] and not between and not beside:
        return core
    if _opened_by(tokens, "FROM", core.first, done) and _is_step(tokens, core, other):
        # "Rose 2% from March to April": a change is of the later time.
        return Core(core.first, other.last, last._replace(joined=True))
    if joint["early"] or first.role == "vague" or last.role == "vague":
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
    if first.point is None or last.point is None or first.point.year is not None:
        return False
    if first.point.day or last.point.day or not first.point.month or not last.point.month:
        return False
    return (last.point.month - first.point.month) % 12 == 1


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
    if start is None or end is None:
        basis: MentionBasis = "document" if "document" in (first.basis, last.basis) else "stated"
        if first.period is None or last.period is None:
            return Reading(basis=basis)
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

    def read(today: date) -> str | None:
        dated_end = date_point(end, today, future=ahead)
        return None if dated_end is None else _name_points(start, dated_end, at_start)

    return Reading(read_relative(dates, read), basis="document")


def _name_points(start: Point, end: Point, at_start: bool) -> str | None:
    if start.year is None and end.year is not None:
        crosses = (start.month or 0, start.day or 0) > (end.month or 12, end.day or 31)
        start = start._replace(year=end.year - crosses)
    first, last = name_point(start), name_point(end)
    return None if first is None or last is None else _name_range(first, last, at_start)


def _name_range(first: str, last: str, at_start: bool) -> str | None:
    opening, closing = bound_days(first)[0], bound_days(last)[0 if at_start else 1]
    return None if closing < opening else name_interval(opening, closing)
