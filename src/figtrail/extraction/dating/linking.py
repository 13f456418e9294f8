"""Which temporal expression of its sentence a figure takes, and which carries over to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from figtrail.extraction.dating.carrying import (
    UNDATED,
    Dating,
    Thread,
    carry_period,
    continue_thread,
    pass_thread,
)
from figtrail.extraction.dating.clauses import RELATIVES, Clauses, split_clauses
from figtrail.extraction.dating.levels import are_paired, is_stretch, read_ends
from figtrail.extraction.dating.marks import Mark, mark_mentions
from figtrail.extraction.dating.spots import QUOTES, Spot, leaves_open, place_readings
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.periods import PeriodMention, closing_day, opening_day
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens

_ORIGINS = frozenset(read_sections("dating_words.txt")["originating"])
_CONDITIONS = frozenset(("if", "unless"))
_APART = frozenset(("after", "before", "since", "until", *_CONDITIONS))
_COMING = frozenset(("future", "foreseen", "conditional", "intended"))
_COPULAS = frozenset(("is", "was", "compares", "represents", "represented", "equals", "means"))
_TAKEN = frozenset(("dates", "opens"))


class Line(NamedTuple):
    """A sentence with all that dating it needs; `owned` is the mark that each figure has."""

    tokens: Tokens
    readings: Sequence[Reading]
    clauses: Clauses
    spots: list[Spot]
    marks: list[Mark]
    owned: list[Mark | None]

    def owner(self, mark: Mark) -> Spot | None:
        """The figure that has a mark to itself."""
        for spot, own in zip(self.spots, self.owned, strict=True):
            if own is mark:
                return spot
        return None

    def clause(self, mark: Mark) -> int:
        """The number of the clause that a mark stands in."""
        return self.clauses.numbers[mark.first]


def link_periods(
    tokens: Tokens,
    readings: Sequence[Reading],
    mentions: Sequence[PeriodMention],
    thread: Thread | None,
    paragraph: int,
    end: int,
) -> tuple[list[Dating], Thread]:
    """One dating a reading, in order, and the thread for the next sentence.

    `thread` comes from the sentence before, None where it doesn't reach; `paragraph` and `end` are
    the offsets where this sentence's paragraph starts and where the sentence ends.
    """
    near = thread is not None and thread.paragraph == paragraph
    open_before = near and thread is not None and thread.open
    after = Thread(paragraph, end, leaves_open(tokens.lowers, open_before))
    marks: list[Mark] = []
    if mentions:
        marks = mark_mentions(tokens, mentions, [reading.bound_start for reading in readings])
    if not readings or (not marks and (thread is None or thread.period is None)):
        datings = [UNDATED] * len(readings)
        if marks:
            return datings, continue_thread(tokens, (), marks, (), thread, after)
        return datings, pass_thread(tokens, thread, after)
    clauses = split_clauses(tokens)
    spots = place_readings(tokens, readings, clauses, open_before)
    line = Line(tokens, readings, clauses, spots, marks, [])
    for at in range(len(spots)):
        line.owned.append(_find_own(line, at) if marks else None)
    datings = []
    for at in range(len(spots)):
        datings.append(_date(line, datings, at, thread, near))
    return datings, continue_thread(tokens, spots, marks, datings, thread, after)


def _find_own(line: Line, at: int) -> Mark | None:
    """The mark that directly follows a figure, before the next and in its clause."""
    spot, lowers = line.spots[at], line.tokens.lowers
    last = at + 1 == len(line.spots)
    limit = len(lowers) if last else line.spots[at + 1].first
    for mark in line.marks:
        if not spot.stop <= mark.first < limit or line.clause(mark) != spot.clause:
            continue
        if mark.use not in _TAKEN and not (mark.use == "compares" and spot.earlier):
            continue
        if spot.based or (mark.mention.role == "length" and "," in lowers[spot.stop : mark.first]):
            continue
        if not last and _leads(line.tokens, mark, limit):
            continue
        if (spot.earlier or spot.tense == "present") and "," in lowers[spot.stop : mark.first]:
            continue
        if mark.mention.role == "until" and _has_verb(line.tokens, spot.stop, mark.first):
            continue
        return None if _is_repeated(line, mark) else mark
    return None


def _leads(tokens: Tokens, mark: Mark, following: int) -> bool:
    """Whether a mark between two figures belongs to the second: "…, in 2019 40", "and in May 7"."""
    before = tokens.lowers[mark.first - 1] if mark.first else ""
    if before not in (",", "and", "but", "–", "—", "("):
        return False
    after = tokens.lowers[mark.stop] if mark.stop < len(tokens) else ""
    return after not in (",", ";", ")", "and", "or") or mark.stop == following


def _has_verb(tokens: Tokens, start: int, stop: int) -> bool:
    return any(tag in "AVE" for tag in tokens.tags[start:stop])


def _is_repeated(line: Line, mark: Mark) -> bool:
    """Whether something happened twice: "in 2021 and again in October" dates no figure."""
    following = next((other for other in line.marks if other.first >= mark.stop), None)
    if following is None or following.first - mark.stop > 3:
        return False
    between = line.tokens.lowers[mark.stop : following.first]
    return "and" in between and set(between) <= {"and", "again", "then", ","}


def _date(
    line: Line, datings: Sequence[Dating], at: int, thread: Thread | None, near: bool
) -> Dating:
    mark = line.owned[at]
    if (mark is None or mark.mention.role == "length") and _is_converted(line, at):
        return datings[at - 1]
    if mark is not None:
        return _state(line, at, mark)
    ends = read_ends(line.tokens, line.readings, at, thread and thread.period)
    if ends is not None:
        return Dating(ends, None, "context")
    ahead = _find_preceding(line, at) if line.marks else None
    if line.spots[at].earlier:
        return _date_earlier(line, datings, at, ahead, thread)
    mark = ahead or (_find_trailing(line, at) if line.marks else None)
    if mark is not None:
        return _state(line, at, mark)
    if line.spots[at].norm or line.spots[at].fixed:
        return UNDATED
    shared = _share(line, datings, at)
    return carry_period(thread, line.spots[at], near, _resumes(line)) if shared is None else shared


def _date_earlier(
    line: Line,
    datings: Sequence[Dating],
    at: int,
    ahead: Mark | None,
    thread: Thread | None,
) -> Dating:
    """An earlier level without a date of its own: the opening day of a stretch, or as before."""
    if at + 1 < len(line.spots) and are_paired(line.tokens, line.readings, at):
        own = line.owned[at + 1]
        mark = own or ahead
        if mark is not None and mark.use == "dates" and is_stretch(line.tokens, mark):
            return _make(line.tokens, mark, opening_day(mark.mention.period or ""))
        if ahead is not None:
            return _state(line, at, ahead)
        return UNDATED if own is not None else _share(line, datings, at) or UNDATED
    if thread is not None and thread.earlier is not None and not any(line.owned):
        return Dating(thread.earlier, None, "context")
    return UNDATED


def _find_preceding(line: Line, at: int) -> Mark | None:
    """The nearest mark before a figure that no other has to itself and that reaches it."""
    spot, lowers = line.spots[at], line.tokens.lowers
    for mark in reversed(line.marks):
        if mark.stop > spot.first or mark.use not in _TAKEN or line.owner(mark) is not None:
            continue
        apart = line.clause(mark) != spot.clause or "," in lowers[mark.stop : spot.first]
        if apart and line.clauses.opener(mark.first) in _CONDITIONS:
            continue
        if (mark.mention.role == "length" and not mark.fronted) or _is_aside(line, mark, spot):
            continue
        if spot.fixed or (mark.first and lowers[mark.first - 1] == "from"):
            continue
        if not spot.quoted and _leaves_quotation(lowers[mark.stop : spot.first]):
            continue
        past = at > 0 and line.spots[at - 1].tense not in _COMING
        if mark.fronted and spot.tense in _COMING and past:
            return None
        return mark
    return None


def _leaves_quotation(between: list[str]) -> bool:
    """Whether a mark stands in direct speech and the figure after it in the words that follow."""
    return sum(lower in QUOTES for lower in between) == 1


def _is_aside(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a mark only tells of somebody or something: ", which opened in 1998,", "born in"."""
    if line.clause(mark) != spot.clause and line.clauses.opener(mark.first) in RELATIVES:
        return True
    lowers, tags = line.tokens.lowers, line.tokens.tags
    after = mark.stop
    if lowers[after] == "," and _is_inserted(line.tokens, mark):
        return True
    for at in range(mark.first - 1, max(-1, mark.first - 3), -1):
        if tags[at] in "VE":
            return lowers[at] in _ORIGINS and tags[at - 1 : at] != ["A"] and tags[after] != "P"
    return False


def _is_inserted(tokens: Tokens, mark: Mark) -> bool:
    """Whether a mark ends a participle between commas: ", due to be finished in 2027,"."""
    for at in range(mark.first - 1, max(0, mark.first - 8), -1):
        if tokens.lowers[at] == ",":
            return tokens.tags[at + 1] in "VE" or tokens.lowers[at + 1] == "due"
        if tokens.tags[at] == "M":
            return False
    return False


def _find_trailing(line: Line, at: int) -> Mark | None:
    """The mark after coordinated figures, which serves them all: "3,000 and 2,500 yesterday"."""
    spot = line.spots[at]
    for mark in line.marks:
        if mark.first < spot.stop or mark.use not in _TAKEN or line.clause(mark) != spot.clause:
            continue
        if mark.use != "dates":
            return None
        owner = line.owner(mark)
        if owner is None:
            after = [other for other in line.spots[at + 1 :] if other.first < mark.first]
            return mark if after and all(other.earlier for other in after) else None
        if owner.earlier or (owner.tense in _COMING and spot.tense not in _COMING):
            return None
        return mark
    return None


def _resumes(line: Line) -> bool:
    """Whether a sentence says what the one before comes to: "That is …", "This compares with …"."""
    lowers = line.tokens.lowers
    return lowers[0] in ("that", "this") and lowers[1] in _COPULAS


def _is_converted(line: Line, at: int) -> bool:
    """Whether a figure says in brackets what the one before said: "€2.95bn ($3.45bn)"."""
    first = line.spots[at].first
    return at > 0 and line.tokens.lowers[first - 1] == "(" and first - line.spots[at - 1].stop < 4


def _share(line: Line, datings: Sequence[Dating], at: int) -> Dating | None:
    """What the figures before it in the sentence were dated, where the tense goes on with it.

    None where they leave it open, `UNDATED` where they rule out that anything carries over.
    """
    spot = line.spots[at]
    for index in range(at - 1, -1, -1):
        other, mark, dating = line.spots[index], line.owned[index], datings[index]
        if other.earlier:
            continue
        if spot.quoted != other.quoted:
            return UNDATED
        if dating.period is None:
            return None if mark is None else UNDATED
        if other.tense == "present" and spot.tense == "future" and _is_day(dating):
            return dating
        if spot.clause != other.clause and (
            spot.opener in _APART or (mark is not None and mark.mention.role == "by")
        ):
            return UNDATED
        if spot.tense != other.tense and (
            spot.tense == "present"
            or (spot.tense in _COMING and other.tense not in ("future", "foreseen"))
        ):
            return UNDATED
        return dating
    return None


def _is_day(dating: Dating) -> bool:
    """Whether a day was stated, so that a present tense tells of what is arranged for it."""
    return dating.text is not None and dating.period is not None and len(dating.period) == 10


def _state(line: Line, at: int, mark: Mark) -> Dating:
    period = mark.mention.period
    if period is None or mark.use == "opens":
        return _make(line.tokens, mark, None)
    if at and are_paired(line.tokens, line.readings, at - 1) and is_stretch(line.tokens, mark):
        period = closing_day(period)
    return _make(line.tokens, mark, period)


def _make(tokens: Tokens, mark: Mark, period: str | None) -> Dating:
    mention = mark.mention
    text = tokens.text[mention.start : mention.end]
    return Dating(period, text, mention.basis if period is not None else None)
