"""Ties a figure to the place, among those its sentence names, that it is about."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from figtrail.extraction.places.gazetteer import load_words
from figtrail.extraction.places.mentions import Mention

_REACH = 24
"""How many mentions to either side are looked at: enough for any sentence that people write,
and a bound on the work in text that nobody wrote."""

_NUMBER = re.compile(
    r"(?<![\w.,-])(?:[£$€₹¥]|rs\.? ?|us\$|a\$)?\d[\d,.]*(?:(?:bn|m|k|tn|p|pc|c)\b|%|\+)?"
    r"(?:[ -](?:million|billion|trillion|lakh|crore|thousand|per cent|percent)\b)*"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|half|a third|a quarter|thousands?|millions?)\b(?:-(?:one|two|three|four|five|six|seven"
    r"|eight|nine)\b)?"
)
_NOT_COUNTED = re.compile(r"(?:1[89]|20)\d\d[.,]?$|\d+(?:st|nd|rd|th)|\d{1,2},?$(?=)", re.ASCII)
_YEAR = re.compile(r"(?:1[89]|20)\d\d[.,]?")
_MONTH_NEAR = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
)
_STOP = re.compile(
    r";|\s[—–-]\s|,? (?:while|whereas|although|though|but|compared|against|versus|than|unlike"
    r"|excluding|because|since|that|when|where|which|who|after|as) "
)
_HARD = re.compile(r";|\b(?:while|whereas|but|compared|against|versus|than|unlike|excluding)\b")
_TOUCHING = re.compile(
    r"(?:['’]s?)? ?[:,(–—-]? ?(?:(?:at|with|on|by|had|has|saw|was|is|were|recorded|reported|and"
    r"|to|of)? ?)(?:just |only |about |around |some |over |more than |almost |nearly |up to "
    r"|at least |an? )?[£$€+-]?"
)
_MEASURED_BY = re.compile(
    r"\b(?:above|below|under|over|exceed\w*|beat\w*|double|twice|times|close to|in line with)\b"
)
_HYPOTHESIS = re.compile(r"\bif\b|would be")


class Sites(NamedTuple):
    """What linking needs to know of a sentence; offsets count from the sentence's start."""

    low: str
    mentions: list[Mention]
    starts: list[int]
    ends: list[int]
    numbers: list[tuple[int, int]]
    number_starts: list[int]
    stops: list[tuple[int, int, bool]]
    stop_starts: list[int]
    consumed: list[bool]


def survey_sentence(low: str, mentions: list[Mention]) -> Sites:
    """Where a sentence's places, numbers and clause boundaries stand, in linear time."""
    numbers = [] if not mentions else _find_numbers(low)
    stops = (
        []
        if not mentions
        else [(m.start(), m.end(), bool(_HARD.search(m[0]))) for m in _STOP.finditer(low)]
    )
    number_starts = [start for start, _ in numbers]
    sites = Sites(
        low,
        mentions,
        [m.start for m in mentions],
        [m.end for m in mentions],
        numbers,
        number_starts,
        stops,
        [start for start, _, _ in stops],
        [],
    )
    sites.consumed.extend(_is_consumed(sites, m) for m in mentions)
    return sites


def _find_numbers(low: str) -> list[tuple[int, int]]:
    found = []
    for match in _NUMBER.finditer(low):
        start, end = match.span()
        token = match[0]
        if token[0].isdigit():
            if _YEAR.fullmatch(token) or low[end : end + 2] in ("st", "nd", "rd", "th"):
                continue
            if len(token) <= 3 and (
                _MONTH_NEAR.match(low, end + 1)
                or _MONTH_NEAR.fullmatch(low[max(0, start - 10) : start].strip().rsplit(" ", 1)[-1])
            ):
                continue
        found.append((start, end - (token[-1] in ",.")))
    return found


def _is_consumed(sites: Sites, mention: Mention) -> bool:
    """The phrase follows a number with no mark between: it tells where that number is."""
    if mention.role not in ("locative", "owner"):
        return False
    position = bisect_left(sites.number_starts, mention.start) - 1
    if position < 0:
        return False
    end = sites.numbers[position][1]
    if mention.before - end > 90:
        return False
    stop = bisect_left(sites.stop_starts, mention.before) - 1
    if stop >= 0 and sites.stops[stop][0] >= end:
        return False
    if mention.role == "owner" and _MEASURED_BY.search(sites.low, end, mention.start):
        return False
    gap = sites.low[max(end, mention.before - 8) : mention.before].rstrip()
    if mention.before - end > 90:
        return False
    return not gap.endswith((",", ";", ":", " and", " but", "("))


def choose_mention(sites: Sites, start: int, end: int) -> Mention | None:
    """The mention that the figure at `start`–`end` (from the sentence's start) is about.

    None where the sentence names no place for it. The nearest in the figure's own clause wins,
    then what the clause before leaves standing (its subject, a fronted phrase), then a place that
    the figures of a list share.
    """
    if not sites.mentions:
        return None
    previous_end, next_start = _neighbours(sites, start, end)
    stop = bisect_right(sites.stop_starts, start) - 1
    left = sites.stops[stop][1] if stop >= 0 else 0
    right_stop = bisect_left(sites.stop_starts, end)
    right = sites.stops[right_stop][0] if right_stop < len(sites.stops) else len(sites.low)
    touching = _find_touching(sites, start, previous_end)
    if touching is not None:
        return touching
    after = _find_after(sites, end, min(right, next_start), next_start)
    if after is not None:
        return after
    if any(
        word in sites.low[previous_end:right].split()
        for word in ("overall", "elsewhere", "altogether")
    ):
        return None
    return (
        _find_before(sites, start, left)
        or _find_before(sites, start, 0)
        or _find_shared(sites, start, end, right)
        or _find_later(sites, end, right_stop)
    )


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
    if mention.end < previous_end or sites.consumed[position] or not _is_usable(mention):
        return None
    if mention.role in ("body", "venue") or start - mention.end > 24:
        return None
    return mention if _TOUCHING.fullmatch(sites.low, mention.end, start) else None


def _find_after(sites: Sites, end: int, limit: int, next_start: int) -> Mention | None:
    """The first place after the figure, before the clause ends or another number stands."""
    position = bisect_left(sites.starts, end)
    for mention in sites.mentions[position : position + _REACH]:
        if mention.start >= limit:
            return None
        if not _is_usable(mention) or mention.role == "venue":
            continue
        gap = sites.low[end : mention.before]
        if mention.role == "bare":
            if gap in (" (", " "):
                return mention
            continue
        if mention.role == "body" or (mention.role == "owner" and _MEASURED_BY.search(gap)):
            continue
        heads_next = gap.rstrip().endswith((",", ", and", " and")) and (
            next_start - mention.end < 12 and next_start < len(sites.low)
        )
        if not heads_next:
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
        if not _is_usable(mention) or sites.consumed[index]:
            continue
        if mention.role != "venue":
            return mention
        weaker = weaker or mention
    return weaker


def _find_shared(sites: Sites, start: int, end: int, right: int) -> Mention | None:
    """A place that figures share: before the first of them, or after the last."""
    position = bisect_left(sites.starts, end)
    for mention in sites.mentions[position : position + _REACH]:
        if mention.start >= right:
            break
        if mention.role in ("locative", "owner") and _is_usable(mention):
            return mention
    position = bisect_right(sites.ends, start)
    for index in range(position - 1, max(-1, position - 1 - _REACH), -1):
        mention = sites.mentions[index]
        if _is_usable(mention) and mention.role != "bare":
            return mention
    return None


def _find_later(sites: Sites, end: int, stop: int) -> Mention | None:
    """A place in a later clause of the sentence, as long as it isn't one that is compared."""
    limit = len(sites.low)
    for begin, _, hard in sites.stops[stop : stop + _REACH]:
        if hard:
            limit = begin
            break
    position = bisect_left(sites.starts, end)
    for mention in sites.mentions[position : position + _REACH]:
        if mention.start >= limit:
            return None
        if mention.role == "locative":
            return mention
    return None


def _is_usable(mention: Mention) -> bool:
    return mention.role not in ("away", "dateline")


def is_supposed(sites: Sites, mention: Mention) -> bool:
    """See "if at the national average": a norm applied to the place itself, not to the nation."""
    if mention.role != "owner" or not sites.low.startswith("national ", mention.start):
        return False
    return bool(_HYPOTHESIS.search(sites.low, max(0, mention.start - 60), mention.start))


def is_about_teams(low: str) -> bool:
    """A sentence of sport, in which a bare country or city is a side, not a place."""
    words = low.replace(",", " ").replace(".", " ").split()
    team = load_words().team
    return sum(word in team for word in words[:60]) >= 2
