"""The day of the event that a story reports, which its telling goes on in."""

from __future__ import annotations

from collections.abc import Sequence

from figtrail.extraction.dating.carrying import PERSONAL, Dating, Thread
from figtrail.extraction.dating.clauses import split_clauses
from figtrail.extraction.dating.lines import TAKEN, Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.spots import Spot
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.periods import bound_days
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("dating_words.txt")
_HAPPENINGS = frozenset(_WORDS["happening"])
_BYGONE = frozenset(_WORDS["bygone"])
_TURNS = frozenset(("last", "past", "previous"))
# A match or a count of votes may run to a weekend; what lasts longer is no single event.
_LONGEST_DAYS = 2
# A story says what happened in its first lines, and then more than that; in code points.
_LEAD = 900
_APART = frozenset(("after", "before", "if"))
_REPEATED = frozenset(("year", "month", "week", "day", "season", "night"))


def open_event(tokens: Tokens, marks: Sequence[Mark], after: Thread) -> Thread:
    """The thread with the event of its story, where this sentence is the first with a date.

    An event has a day, and a verb of happening in the past that the day stands with.
    """
    if after.begun or after.end > _LEAD:
        return after
    told = [mark for mark in marks if mark.use in ("dates", "reports") or _is_open(mark)]
    if not told:
        return after
    after = after._replace(begun=True)
    counted = next((mark for mark in told if _is_counted_from(tokens, mark)), None)
    if counted is not None:
        before = [mark for mark in told if mark.first < counted.first and _is_day(mark)]
        if not _happens(tokens, before):
            return after._replace(event=counted.mention.period)
        # "Floods swept the port on Tuesday, a day after the rain broke a record".
        told = before
    days = [mark for mark in told if _is_day(mark)]
    names = {mark.mention.period for mark in days}
    if len(names) != 1 or not all(mark in days or _spans(mark, days[0]) for mark in told):
        return after
    return after._replace(event=names.pop()) if _happens(tokens, days) else after


def _is_counted_from(tokens: Tokens, mark: Mark) -> bool:
    """Whether a mark is the day of what it is counted from: ", two days after the crash"."""
    last = tokens.lowers[mark.stop - 1]
    return mark.use == "dates" and last == "after" and mark.mention.role == "during"


def _is_open(mark: Mark) -> bool:
    return mark.use == "opens" and mark.mention.role not in ("length", "vague")


def _is_day(mark: Mark) -> bool:
    if mark.use != "dates" or mark.mention.period is None or mark.mention.role != "during":
        return False
    first, last = bound_days(mark.mention.period)
    return (last - first).days <= _LONGEST_DAYS


def _spans(mark: Mark, day: Mark) -> bool:
    """Whether a mark names a time that the day lies in: "the fastest of the year"."""
    if mark.mention.period is None or day.mention.period is None or mark.use != "dates":
        return False
    first, last = bound_days(mark.mention.period)
    inner = bound_days(day.mention.period)
    return first <= inner[0] and inner[1] <= last


def _happens(tokens: Tokens, marks: Sequence[Mark]) -> bool:
    """Whether a sentence tells of a happening in a clause that its day stands in."""
    numbers = split_clauses(tokens).numbers
    clauses = {numbers[mark.first] for mark in marks}
    return any(
        lower in _HAPPENINGS and numbers[at] in clauses and _is_past(tokens, at)
        for at, lower in enumerate(tokens.lowers)
    )


def _is_past(tokens: Tokens, at: int) -> bool:
    """Whether a verb of happening tells what happened: not "will hit", not "has been hit"."""
    if tokens.tags[at] not in "VEvN" or tokens.tags[at - 1 : at] == ["D"]:
        return False
    for before in range(at - 1, max(-1, at - 4), -1):
        lower = tokens.lowers[before]
        if tokens.tags[before] == "A" and lower not in ("was", "were"):
            return False
        if tokens.tags[before] in "NOVE":
            break
    return True


def take_event(line: Line, at: int, thread: Thread | None) -> Dating | None:
    """The event's day for a figure that is told in the past with no other date in its sentence."""
    if thread is None or not thread.event or thread.end > _LEAD:
        return None
    spot, lowers = line.spots[at], line.tokens.lowers
    if spot.tense != "past" or spot.quoted or spot.voiced or spot.attribute or spot.earlier:
        return None
    if spot.norm or spot.fixed or spot.opener in PERSONAL or spot.opener in _APART:
        return None
    if any(_is_rival(line, mark) for mark in line.marks) or not _BYGONE.isdisjoint(
        line.tokens.vocabulary
    ):
        return None
    if is_participle(line.tokens, spot.verb):
        return None
    rate = line.readings[at].rate
    if rate is not None and rate.per in _REPEATED:
        return None
    if any(
        lower in _TURNS and line.tokens.tags[index + 1 : index + 2] == ["M"]
        for index, lower in enumerate(lowers)
    ):
        return None
    return Dating(thread.event, None, "context")


def close_event(after: Thread, spots: Sequence[Spot], datings: Sequence[Dating]) -> Thread:
    """The thread with an empty event, once the story has told of a later day."""
    if not after.event:
        return after
    day = bound_days(after.event)[1]
    for spot, dating in zip(spots, datings, strict=True):
        stated = dating.period if dating.text is not None else None
        if stated is not None and spot.tense == "past" and bound_days(stated)[0] > day:
            return after._replace(event="")
    return after


def _is_rival(line: Line, mark: Mark) -> bool:
    """Whether a sentence has another date, and not one of an earlier level alone."""
    owner = line.owner(mark)
    return mark.use in TAKEN and (owner is None or not owner.earlier)


def is_participle(tokens: Tokens, verb: int) -> bool:
    """Whether a verb only describes: "guarded by 1,500 police", "a roof built to withstand"."""
    if tokens.tags[verb - 1 : verb] == ["A"] or tokens.tags[verb] not in "EV":
        return False
    following = tokens.lowers[verb + 1 : verb + 2]
    apposed = tokens.lowers[verb - 1] == ","
    if apposed and following == ["to"] and tokens.tags[verb + 2 : verb + 3] in (["M"], ["."]):
        # "The rate, a broad one, fell to 9%".
        return False
    described = apposed or any(tag in "AV" for tag in tokens.tags[:verb])
    return described and following in (["by"], ["to"])
