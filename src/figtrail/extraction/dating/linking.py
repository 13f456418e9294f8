"""Which temporal expression of its sentence a figure takes, and which carries over to it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from figtrail.extraction.dating.carrying import (
    UNDATED,
    Dating,
    Thread,
    carry_period,
    leaves_open,
)
from figtrail.extraction.dating.clauses import Tense, find_verb, split_clauses
from figtrail.extraction.dating.marks import Mark, mark_mentions
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.periods import PeriodMention, bound_days, closing_day, opening_day
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens

_TURNS = frozenset("up down rose rise risen fell fall fallen increased decreased dropped grew".split())
_WORDS = read_sections("dating_words.txt")
_VOICING = frozenset(_WORDS["voicing"])
_NORMS = frozenset(_WORDS["norms"])
_QUOTES = frozenset(("“", "”", '"'))
_CONDITIONS = frozenset(("if", "unless"))
_APART = frozenset(("after", "before", "since", "until", *_CONDITIONS))
_STRETCHES = ("during ", "over ", "throughout ", "between ", "from ", "in the ", "for the ")


class Spot(NamedTuple):
    """A figure at its tokens: its clause, the word that opens it, its verb's tense, what it is.

    `earlier`: the level that another is compared with. `norm`: a target, limit or the like.
    `voiced`: in somebody's words, quoted or not.
    """

    first: int
    stop: int
    clause: int
    opener: str
    tense: Tense | None
    earlier: bool
    norm: bool
    quoted: bool
    voiced: bool


def link_periods(
    tokens: Tokens,
    readings: Sequence[Reading],
    mentions: Sequence[PeriodMention],
    thread: Thread | None,
    paragraph: int,
    end: int,
) -> tuple[list[Dating], Thread | None]:
    """One dating a reading, in order, and the thread for the next sentence.

    `thread` comes from the sentence before, None where it doesn't reach; `paragraph` and `end` are
    the offsets where this sentence's paragraph starts and where the sentence ends.
    """
    numbers = [reading.bound_start for reading in readings]
    marks = mark_mentions(tokens, mentions, numbers) if mentions else []
    was_open = thread is not None and thread.open and thread.paragraph == paragraph
    opened = leaves_open(tokens, was_open)
    if not marks and (thread is None or thread.period is None):
        return [UNDATED] * len(readings), _go_on(tokens, thread, paragraph, end, opened)
    clauses = split_clauses(tokens)
    spots = _place(tokens, readings, clauses, was_open)
    owned = _own(tokens, spots, marks, clauses)
    near = thread is not None and thread.paragraph == paragraph
    datings: list[Dating] = []
    for at in range(len(spots)):
        datings.append(_date(tokens, readings, spots, marks, owned, clauses, datings, at, thread, near))
    return datings, _continue(tokens, spots, marks, datings, thread, paragraph, end, opened)


def _place(
    tokens: Tokens, readings: Sequence[Reading], clauses: list[int], was_open: bool
) -> list[Spot]:
    spots: list[Spot] = []
    for at, reading in enumerate(readings):
        first, stop = reading.bound_start, reading.number.stop
        clause = clauses[first]
        tense, verb = find_verb(tokens, clauses, first, stop)
        quoted, marked = _is_quoted(tokens, first, was_open)
        earlier = _is_earlier(tokens, readings, at) or (
            at > 0 and spots[-1].earlier and tokens.lowers[first - 1] in ("and", ",")
        )
        voiced = marked or verb >= 0 and tokens.lowers[verb] in _VOICING
        voiced = voiced or not _VOICING.isdisjoint(tokens.lowers[:first])
        spots.append(
            Spot(
                first,
                stop,
                clause,
                tokens.lowers[clauses.index(clause)],
                tense,
                earlier,
                _is_norm(tokens, first, stop),
                quoted,
                voiced,
            )
        )
    return spots


def _is_quoted(tokens: Tokens, first: int, was_open: bool) -> tuple[bool, bool]:
    """Whether a token stands in a quotation, and whether one ended before it in its sentence."""
    quoted, marked = was_open, False
    for lower in tokens.lowers[:first]:
        if lower == "“":
            quoted = True
        elif lower == "”":
            quoted, marked = False, True
        elif lower == '"':
            quoted, marked = not quoted, marked or quoted
    return quoted, marked


def _is_norm(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a figure is a target or limit: "the 2% target", "a guideline of 15"."""
    after = tokens.lowers[stop : stop + 2]
    if after and (after[0] in _NORMS or tokens.tags[stop] in "NJ" and after[-1] in _NORMS):
        return True
    before = tokens.lowers[max(0, first - 2) : first]
    return before[-1:] == ["of"] and before[0] in _NORMS


def _is_earlier(tokens: Tokens, readings: Sequence[Reading], at: int) -> bool:
    """Whether a reading is the level that another is compared with: "up from 13", "than the 214"."""
    lowers = tokens.lowers
    before = readings[at].bound_start - 1
    while before >= 0 and (tokens.tags[before] == "D" or lowers[before] in ("loss", "profit", "of")):
        before -= 1
    if before < 0:
        return False
    lower = lowers[before]
    if lower in ("against", "versus", "vs", "than"):
        return True
    if lower in ("with", "to"):
        return before > 0 and lowers[before - 1] == "compared"
    if lower != "from":
        return False
    if before and lowers[before - 1] in _TURNS:
        return True
    return any(
        _comparable(readings[at], readings[other])
        for other in (at - 1, at + 1)
        if 0 <= other < len(readings)
    )


def _comparable(one: Reading, other: Reading) -> bool:
    if one.kind in ("money", "percentage") or other.kind in ("money", "percentage"):
        return one.kind == other.kind
    return one.unit is None or other.unit is None or one.unit == other.unit


def _own(
    tokens: Tokens, spots: Sequence[Spot], marks: Sequence[Mark], clauses: list[int]
) -> list[Mark | None]:
    """The mark that directly follows each figure, before the next and in its clause."""
    last = len(tokens) - 1
    owned: list[Mark | None] = []
    for at, spot in enumerate(spots):
        limit = spots[at + 1].first if at + 1 < len(spots) else len(tokens)
        own = None
        for mark in marks:
            if mark.first < spot.stop or mark.first >= limit:
                continue
            if clauses[min(mark.first, last)] != spot.clause:
                continue
            if mark.use in ("passes", "reports"):
                continue
            if mark.use == "compares" and not spot.earlier:
                continue
            if limit < len(tokens) and _leads(tokens, mark, limit):
                continue
            if mark.mention.role == "until" and _has_verb(tokens, spot.stop, mark.first):
                continue
            if spot.earlier and "," in tokens.lowers[spot.stop : mark.first]:
                continue
            if _is_repeated(tokens, marks, mark):
                break
            own = mark
            break
        owned.append(own)
    return owned


def _has_verb(tokens: Tokens, start: int, stop: int) -> bool:
    return any(tag in "AVE" for tag in tokens.tags[start:stop])


def _is_repeated(tokens: Tokens, marks: Sequence[Mark], mark: Mark) -> bool:
    """Whether something happened twice: "in 2021 and again in October" dates neither."""
    following = next((other for other in marks if other.first >= mark.stop), None)
    if following is None:
        return False
    between = tokens.lowers[mark.stop : following.first]
    return 0 < len(between) < 4 and set(between) <= {"and", "again", "then", ","} and "and" in between


def _leads(tokens: Tokens, mark: Mark, following: int) -> bool:
    """Whether a mark between two figures belongs to the second: "…, in 2019 40", "and in May 7"."""
    before = tokens.lowers[mark.first - 1] if mark.first else ""
    if before not in (",", "and", "but", "–", "—", "("):
        return False
    after = tokens.lowers[mark.stop] if mark.stop < len(tokens) else ""
    return after not in (",", ";", ")", "and", "or") or mark.stop == following


def _date(
    tokens: Tokens,
    readings: Sequence[Reading],
    spots: Sequence[Spot],
    marks: Sequence[Mark],
    owned: Sequence[Mark | None],
    clauses: list[int],
    datings: Sequence[Dating],
    at: int,
    thread: Thread | None,
    near: bool,
) -> Dating:
    spot = spots[at]
    mark = owned[at]
    if mark is not None:
        return _state(tokens, readings, at, mark)
    ahead = _preceding(tokens, spots, marks, owned, clauses, at)
    if spot.earlier:
        return _date_earlier(tokens, readings, spots, owned, datings, at, thread, ahead)
    mark = ahead or _trailing(spots, marks, owned, clauses, at)
    if mark is not None:
        return _state(tokens, readings, at, mark)
    if spot.norm:
        return UNDATED
    shared = _share(spots, owned, datings, at)
    if shared is not None:
        return shared
    if spot.voiced and not (spot.quoted and near):
        return UNDATED
    return carry_period(thread, spot.tense, spot.quoted, near)


def _date_earlier(
    tokens: Tokens,
    readings: Sequence[Reading],
    spots: Sequence[Spot],
    owned: Sequence[Mark | None],
    datings: Sequence[Dating],
    at: int,
    thread: Thread | None,
    ahead: Mark | None,
) -> Dating:
    """An earlier level without a date of its own: the opening day of a stretch, or as before."""
    if at + 1 < len(spots) and _is_pair(tokens, readings, at):
        mark = owned[at + 1] or ahead
        if mark is not None and mark.use == "dates" and _is_stretch(tokens, mark):
            return _stated(tokens, mark, opening_day(mark.mention.period or ""))
        if ahead is not None:
            return _state(tokens, readings, at, ahead)
        return UNDATED if owned[at + 1] is not None else _share(spots, owned, datings, at) or UNDATED
    if thread is not None and thread.earlier is not None and not any(owned):
        return Dating(thread.earlier, None, "context")
    return UNDATED


def _preceding(
    tokens: Tokens,
    spots: Sequence[Spot],
    marks: Sequence[Mark],
    owned: Sequence[Mark | None],
    clauses: list[int],
    at: int,
) -> Mark | None:
    """The nearest mark before a figure that no other has to itself and that reaches it."""
    spot = spots[at]
    for mark in reversed(marks):
        if mark.stop > spot.first or mark.use in ("passes", "reports", "compares"):
            continue
        if any(own is mark for own in owned):
            continue
        clause = clauses[mark.first]
        apart = clause != spot.clause or "," in tokens.lowers[mark.stop : spot.first]
        if apart and tokens.lowers[clauses.index(clause)] in _CONDITIONS:
            continue
        if mark.mention.role == "length" and not mark.fronted:
            continue
        if mark.first and tokens.lowers[mark.first - 1] == "from":
            continue
        if mark.fronted and spot.tense == "future" and at and spots[at - 1].tense != "future":
            return None
        return mark
    return None


def _trailing(
    spots: Sequence[Spot],
    marks: Sequence[Mark],
    owned: Sequence[Mark | None],
    clauses: list[int],
    at: int,
) -> Mark | None:
    """The mark after coordinated figures, which serves them all: "3,000 and 2,500 yesterday"."""
    spot = spots[at]
    for mark in marks:
        if mark.first < spot.stop or mark.use in ("passes", "reports", "compares"):
            continue
        if clauses[min(mark.first, len(clauses) - 1)] != spot.clause:
            continue
        owner = next((other for other, own in zip(spots, owned, strict=True) if own is mark), None)
        if owner is None:
            after = [other for other in spots if spot.stop <= other.first < mark.first]
            if mark.use != "dates":
                return None
            return mark if after and all(other.earlier for other in after) else None
        if owner.earlier or mark.use != "dates":
            return None
        return None if owner.tense == "future" and spot.tense != "future" else mark
    return None


def _share(
    spots: Sequence[Spot],
    owned: Sequence[Mark | None],
    datings: Sequence[Dating],
    at: int,
) -> Dating | None:
    """What the figures before it in the sentence were dated, where the tense goes on with it.

    None where they leave it open, `UNDATED` where they rule out that anything carries over.
    """
    spot = spots[at]
    for index in range(at - 1, -1, -1):
        if spots[index].earlier:
            continue
        dating, other, mark = datings[index], spots[index], owned[index]
        if dating.period is None:
            return None if mark is None else UNDATED
        if spot.opener in _APART and spot.clause != other.clause:
            return UNDATED
        if mark is not None and mark.mention.role == "by" and spot.clause != other.clause:
            return UNDATED
        if spot.tense != other.tense and (
            spot.tense in ("present", "future")
            or spot.tense == "conditional" and other.tense != "future"
        ):
            return UNDATED
        return dating
    return None


def _state(tokens: Tokens, readings: Sequence[Reading], at: int, mark: Mark) -> Dating:
    period = mark.mention.period
    if period is None or mark.use == "opens":
        return _stated(tokens, mark, None)
    if at and _is_pair(tokens, readings, at - 1) and _is_stretch(tokens, mark):
        period = closing_day(period)
    return _stated(tokens, mark, period)


def _stated(tokens: Tokens, mark: Mark, period: str | None) -> Dating:
    mention = mark.mention
    text = tokens.text[mention.start : mention.end]
    return Dating(period, text, mention.basis if period is not None else None)


def _is_pair(tokens: Tokens, readings: Sequence[Reading], at: int) -> bool:
    """Whether a reading and the next are the levels of "from A to B"."""
    first, second = readings[at], readings[at + 1]
    before = tokens.lowers[max(0, first.bound_start - 1) : first.bound_start]
    between = tokens.lowers[first.unit_stop : second.bound_start]
    return before == ["from"] and between[:1] == ["to"] or (
        before == ["from"] and between[-1:] == ["to"] and len(between) < 6
    )


def _is_stretch(tokens: Tokens, mark: Mark) -> bool:
    """Whether a mark spans a time over which a level changes, and not the time of one level."""
    mention = mark.mention
    if mention.period is None or mention.role != "during":
        return False
    opening, closing = bound_days(mention.period)
    text = tokens.text[mention.start : mention.end].lower()
    return closing > opening and text.startswith(_STRETCHES)


def _go_on(
    tokens: Tokens, thread: Thread | None, paragraph: int, end: int, opened: bool
) -> Thread:
    """The thread past a sentence that states no period: somebody else's words break it off."""
    if thread is None or not _QUOTES.isdisjoint(tokens.lowers):
        return Thread(paragraph, end, None, None, None, False, opened)
    return thread._replace(end=end, paragraph=paragraph, open=opened)


def _continue(
    tokens: Tokens,
    spots: Sequence[Spot],
    marks: Sequence[Mark],
    datings: Sequence[Dating],
    thread: Thread | None,
    paragraph: int,
    end: int,
    opened: bool,
) -> Thread | None:
    """The thread that a sentence leaves: its main period, else the one that it took up."""
    for at in range(len(spots) - 1, -1, -1):
        if not spots[at].earlier and datings[at].period is not None:
            earlier = next(
                (
                    datings[index].period
                    for index in range(len(spots))
                    if spots[index].earlier and datings[index].period is not None
                ),
                None,
            )
            tense = spots[at].tense
            if thread is not None and datings[at].basis == "context":
                tense = thread.tense
            return Thread(
                paragraph, end, datings[at].period, earlier, tense, spots[at].quoted, opened
            )
    periods = {mark.mention.period for mark in marks if mark.use == "dates"}
    if not spots and len(periods) == 1:
        return Thread(paragraph, end, periods.pop(), None, "past", opened, opened)
    return _go_on(tokens, thread, paragraph, end, opened)
