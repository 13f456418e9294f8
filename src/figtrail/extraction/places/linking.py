"""Ties a figure to the place, among those its sentence names, that it is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from figtrail.extraction.places.abroad import turns_away
from figtrail.extraction.places.apposed import find_compared_place
from figtrail.extraction.places.entries import heads_list, is_entry, opens_part, touches
from figtrail.extraction.places.mentions import Mention
from figtrail.extraction.places.parts import OWN_PART, counts_members, is_of_part
from figtrail.extraction.places.respective import choose_respective, is_last_of_list, is_respective
from figtrail.extraction.places.survey import (
    Sites,
    counts_itself,
    find_numbers,
    is_next_item,
    is_part_of_whole,
    is_yardstick,
    opens_next_clause,
    parts_clauses,
    starts_clause,
)
from figtrail.extraction.places.words import is_counted, load_words
from figtrail.patterns import compile_late

# How many mentions to either side are looked at: enough for any sentence that people write, and a
# bound on the work in text that nobody wrote.
_REACH = 24
# A place further behind a figure than so many characters isn't the figure's.
_FAR = 400
# So many characters around a figure are looked through for words like "overall".
_NEAR = 80
# So many characters at most lie between a list's place and its figure.
_BESIDE = 24

_PREPOSITIONS = tuple(f"{word} " for word in "in at on across for within outside near from".split())
_FURTHER = ("; another ", "; a further ")
_DISTANCE = compile_late(
    r"[ -]?(?:kms?|kilomet(?:re|er)s?|miles?) (?:to the )?(?:north|south|east|west|from\b|away\b)"
)
_NO_NOUN = compile_late(
    r" ?(?:(?:are|were|is|was|each) )?(?:of (?:it|them|these|those|which|whom) )?"
)
# "118 per cent, short of the 121 per cent in Dublin": the second number's place alone.
_SHORT_OF = compile_late(
    r"\b(?:short|shy|ahead) of (?:the |an? )?[£$€]?$|\b(?:above|below|behind) the $"
)
_NEXT_CLAUSE = compile_late(
    r", (?!(?:which|who|with|where|that|in|at|on)\b)| and [a-z]+ (?:\d|[a-z]+ \d)"
)


def choose_mention(sites: Sites, start: int, end: int) -> Mention | None:
    """The mention that the figure at `start`–`end` (from the sentence's start) is about.

    None where the sentence names no place for it. The nearest in the figure's own clause wins,
    then what the clause before leaves standing (its subject, a fronted phrase), then a place that
    the figures of a list share.
    """
    respective = choose_respective(sites.low, sites.mentions, sites.numbers, start)
    if respective is not None:
        return respective
    previous_end, next_start = _neighbours(sites, start, end)
    stop = bisect_right(sites.stop_starts, start) - 1
    left = sites.stops[stop][1] if stop >= 0 else 0
    right_stop = bisect_left(sites.stop_starts, end)
    right = sites.stops[right_stop][0] if right_stop < len(sites.stops) else len(sites.low)
    earlier = bisect_right(sites.ends, start) - 1
    if earlier >= 0 and counts_itself(sites.low, sites.ends[earlier]):
        return None
    touching = _find_touching(sites, start, previous_end)
    if touching is not None:
        return touching
    after = _find_after(sites, start, end, min(right, next_start))
    if after is not None:
        return after
    beside = sites.low[max(previous_end, start - _NEAR) : min(right, next_start, end + _NEAR)]
    if _is_elsewhere(beside) or counts_members(sites.low, start, end):
        return None
    return (
        find_compared_place(sites, start, end)
        or _find_before(sites, start, left)
        or _find_before(sites, start, 0)
        or _find_shared(sites, end, right)
        or _find_later(sites, end, right_stop)
        or _find_shared_before(sites, start)
    )


def choose_only(low: str, mention: Mention, start: int, end: int) -> Mention | None:
    """As `choose_mention` for a sentence that names one place: most do, and need no survey."""
    respective = choose_respective(low, [mention], _numbers_for(low, start), start)
    if respective is not None or is_last_of_list(low, mention, start):
        return respective
    if not _is_usable(mention):
        touching = mention.end <= start and touches(low, mention.end, start)
        if mention.end <= start and _opens_where(low, mention):
            return mention
        return mention if touching and is_entry(low, mention) else None
    if mention.end <= start:
        if turns_away(low, mention, start):
            return None
        if counts_itself(low, mention.end) or _is_counted(low, mention, start):
            return None
        if low.endswith(_FURTHER, 0, start):
            # "Four died in Voi; another 41 were hurt".
            return None
        if is_of_part(low, mention, 0) or counts_members(low, start, end):
            return None
        return None if _is_elsewhere(low[max(0, start - _NEAR) : end + _NEAR]) else mention
    if mention.before > end + _FAR:
        return None
    gap = low[end : mention.before]
    if mention.role == "bare":
        return mention if gap in (" (", " ") else None
    if mention.role not in ("locative", "owner") or is_part_of_whole(low, start, end, mention):
        return None
    if is_next_item(low, end, mention) or is_of_part(low, mention, end + OWN_PART):
        return None
    parted, opposed = parts_clauses(low[end : mention.start])
    numbers = find_numbers(gap)
    if starts_clause(gap) or opens_next_clause(low, end, mention):
        return None
    if numbers and opens_part(low, end, mention):
        return None
    if numbers and (parted or _takes_part(gap, numbers[-1][1])):
        return None
    if numbers and _SHORT_OF.search(gap, 0, numbers[-1][0]):
        return None
    if opposed or (mention.role == "owner" and parted) or is_yardstick(gap, mention):
        return None
    return None if heads_list(low, mention) else mention


def _numbers_for(low: str, start: int) -> list[tuple[int, int]]:
    """The numbers of a sentence where that at `start` answers to a place, else none."""
    return find_numbers(low) if is_respective(low, start) else []


def _is_counted(low: str, mention: Mention, start: int) -> bool:
    """See "to close two German plants, shed 2,700 jobs": the place is the first number's alone."""
    if not mention.demonym or mention.role != "owner":
        return False
    counted = is_counted(low, mention.start)
    return counted and _NEXT_CLAUSE.search(low, mention.end, start) is not None


def _is_elsewhere(beside: str) -> bool:
    """The words around a figure tell that it is of all places, or of none of those named."""
    return any(word in beside for word in load_words().elsewhere)


def _neighbours(sites: Sites, start: int, end: int) -> tuple[int, int]:
    """The end of the number before the figure and the start of the one after it."""
    position = bisect_left(sites.number_starts, start)
    previous_end = 0
    if position > 0:
        previous_end = min(sites.numbers[position - 1][1], start)
    following = bisect_left(sites.number_starts, end)
    if following < len(sites.numbers):
        return previous_end, sites.number_starts[following]
    return previous_end, len(sites.low)


def _find_touching(sites: Sites, start: int, previous_end: int) -> Mention | None:
    """Find "Bradford 37", "France (45)", "Spain, with 12": an entry of a list."""
    position = bisect_right(sites.ends, start) - 1
    if position < 0:
        return None
    mention = sites.mentions[position]
    if mention.end < previous_end or sites.consumed[position]:
        return None
    if not _is_usable(mention) and not is_entry(sites.low, mention):
        return None
    if mention.role in ("body", "venue") or start - mention.end > _BESIDE:
        return None
    return mention if touches(sites.low, mention.end, start) else None


def _find_after(sites: Sites, start: int, end: int, limit: int) -> Mention | None:
    """The first place after the figure, before the clause ends or another number stands."""
    position = bisect_left(sites.starts, end)
    for mention in sites.mentions[position : position + _REACH]:
        if mention.start >= limit or mention.before > end + _FAR:
            return None
        if not _is_usable(mention) or mention.role == "venue":
            continue
        if is_part_of_whole(sites.low, start, end, mention):
            continue
        if is_next_item(sites.low, end, mention) or is_of_part(sites.low, mention, end + OWN_PART):
            return None
        gap = sites.low[end : mention.before]
        if _DISTANCE.match(sites.low, end) and _find_before(sites, start, 0) is not None:
            # "Greenfield, 55 miles southwest of Des Moines".
            return None
        if mention.role == "bare":
            if gap in (" (", " "):
                return mention
            continue
        if starts_clause(gap) or opens_next_clause(sites.low, end, mention):
            return None
        if mention.role == "body" or is_yardstick(gap, mention):
            continue
        if not heads_list(sites.low, mention):
            return mention
    return None


def _find_before(sites: Sites, start: int, left: int) -> Mention | None:
    """The nearest place before the figure, from `left` on, that no other number has for itself."""
    position = bisect_right(sites.ends, start)
    weaker = None
    for index in range(position - 1, max(-1, position - 1 - _REACH), -1):
        mention = sites.mentions[index]
        if mention.start < left:
            break
        if _opens_where(sites.low, mention):
            return mention
        if not _is_usable(mention) or sites.consumed[index]:
            continue
        if turns_away(sites.low, mention, start) or is_of_part(sites.low, mention, 0):
            continue
        if mention.role != "venue":
            return mention
        weaker = weaker or mention
    return weaker


def _find_shared(sites: Sites, end: int, right: int) -> Mention | None:
    """A place behind the last of the figures that share it."""
    position = bisect_left(sites.starts, end)
    for mention in sites.mentions[position : position + _REACH]:
        if mention.start >= right or mention.start > end + _FAR or _is_elliptic(sites, mention):
            break
        if starts_clause(sites.low[end : mention.before]):
            break
        if opens_next_clause(sites.low, end, mention) or opens_part(sites.low, end, mention):
            break
        if mention.role in ("locative", "owner") and not heads_list(sites.low, mention):
            return mention
    return None


def _find_shared_before(sites: Sites, start: int) -> Mention | None:
    """A place before the first of the figures that share it."""
    position = bisect_right(sites.ends, start)
    for index in range(position - 1, max(-1, position - 1 - _REACH), -1):
        mention = sites.mentions[index]
        if _is_usable(mention) and mention.role != "bare" and not _is_elliptic(sites, mention):
            return mention
    return None


def _is_elliptic(sites: Sites, mention: Mention) -> bool:
    """The place is that of the number right before it, not one that numbers share."""
    position = bisect_left(sites.number_starts, mention.before) - 1
    if position < 0:
        return False
    number_end = sites.numbers[position][1]
    if mention.before - number_end > _NEAR:
        return False
    if not sites.low.startswith(_PREPOSITIONS, mention.before):
        return False
    return _takes_part(sites.low[number_end : mention.before], 0)


def _takes_part(gap: str, number_end: int) -> bool:
    """See "and 8,000 in Syria", "300 of them in Dublin": a number with no noun of its own."""
    return bool(_NO_NOUN.fullmatch(gap, number_end))


def _find_later(sites: Sites, end: int, stop: int) -> Mention | None:
    """A place in a later clause of the sentence, as long as it isn't one that is compared."""
    limit = len(sites.low)
    for begin, _, hard in sites.stops[stop : stop + _REACH]:
        if hard:
            limit = begin
            break
    position = bisect_left(sites.starts, end)
    for index in range(position, min(position + _REACH, len(sites.mentions))):
        mention = sites.mentions[index]
        if mention.start >= limit or mention.start > end + _FAR:
            return None
        if sites.consumed[index] and sites.number_starts[-1] > end:
            return None
        if opens_next_clause(sites.low, end, mention):
            return None
        if mention.role == "locative" and not heads_list(sites.low, mention):
            return mention
    return None


def _opens_where(low: str, mention: Mention) -> bool:
    """See "shut out of Moncton, where they took eight seats": a clause about the place."""
    return mention.role == "away" and low.startswith(", where ", mention.end)


def _is_usable(mention: Mention) -> bool:
    return mention.role not in ("away", "source", "dateline")
