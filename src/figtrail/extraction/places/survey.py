"""Surveys a sentence: its places, its numbers, where clauses part and who states what."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from figtrail.extraction.places.entries import opens_entry
from figtrail.extraction.places.mentions import Mention
from figtrail.extraction.places.words import load_words
from figtrail.patterns import compile_late

# A phrase further than so many characters behind a number doesn't belong to it.
_FAR = 90

_DIGITS = compile_late(
    r"\d[\d,.]*(?:(?:bn|m|k|tn|p|pc|c)\b|%|\+)?"
    r"(?:[ -](?:million|billion|trillion|lakh|crore|thousand|per cent|percent)\b)*"
)
_SPELLED = compile_late(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|half|third|quarter|thousands?|millions?)\b(?:-(?:one|two|three|four|five|six|seven"
    r"|eight|nine)\b)?"
)
_YEAR = compile_late(r"(?:1[89]|20)\d\d[.,]?")
_ORDINALS = ("st", "nd", "rd", "th")
# What stands behind the hours of a time: "9:30", "at 2.47pm", "6 a.m.".
_CLOCK = (":0", ":1", ":2", ":3", ":4", ":5", "am", "pm", " am ", " pm ", " a.m.", " p.m.")
_EMERGENCY = ("999", "911", "112", "111", "101")
_STOP = compile_late(
    r"[ ;](?:(?<=;)|[—–-] |(?:while|whilst|whereas|although|though|but|compared|against|versus|than"
    r"|unlike|excluding|because|since|that|when|where|which|who|after|as) "
    r"|(?<=[”\"'] )(?:said|says|added) )"
)
# A sentence that opens so parts its clauses with a comma: "As China lifts tariffs to 34%, …".
_SUBORDINATE = ("as ", "while ", "whilst ", "although ", "though ", "when ", "if ", "because ")
_HARD = frozenset(
    [
        ";",
        "while",
        "whilst",
        "whereas",
        "but",
        "compared",
        "against",
        "versus",
        "than",
        "unlike",
        "excluding",
        "although",
        "though",
        "said",
        "says",
        "added",
    ]
)
_MEASURED_BY = compile_late(
    r"\b(?:above|below|under|over|exceed\w*|beat\w*|double|twice|times|close to|in line with)\b"
)
_MULTIPLE_OF = compile_late(r"\b(?:twice|double|half|times) (?:the|that|those|as|what)\b")
_OF_WHOLE = compile_late(r"(?:%| per ?cent)?(?: of)?(?: the)? ")
_ACCOUNTS = compile_late(
    r"\b(?:accounts?|accounted|accounting) for (?:[a-z]+ ){0,2}$"
    r"|\b(?:mak(?:es?|ing) up|made up|represent(?:s|ed)?|contribut(?:es?|ed)) (?:[a-z]+ ){0,2}$"
)
_SHARE = compile_late(r"half|third|quarter|fifth|tenth|double|twice|treble|triple|%|per ?cent")
_SOURCE = compile_late(
    r",[”\"']?(?! (?:and|but|while|who|which)\b) [^,;.\d]{3,70}"
    r" (?:said|says|told reporters|announced|estimates|reported(?! [£$€]?\d))(?=[ ,.])"
    r"(?: in [^,;.\d]{2,40})?"
    r"|according to [^,;]{3,80}"
    r"|, [^,;.\d]{3,60} (?:admits?|warns?|finds?|reveals?|shows?|claims?|hears?|suggests?|fears?"
    r"|report|say|told)$"
)
_TELLER = compile_late(r",[”\"']? (?:said|says|warned|added) (?!.*\bwho\b)[^;\d]{3,140}$")
_MADE = compile_late(r", (?:held|built|made|designed|manufactured|invented|developed|owned) ")
_PLAYED = compile_late(r", (?:beaten|thrashed|held|outplayed|knocked|relegated|promoted|thumped) ")
_ASIDE = compile_late(
    r", (?:beaten|thrashed|held|outplayed|knocked out|relegated|promoted|thumped) [^,]{3,60},|"
    r", (?:held|built|made|designed|manufactured|invented|developed|owned) (?:by|in) [^,\d]{3,60},"
    r"|, wh(?:ich|o|ose|ere) (?:[^,\d]{3,80}|(?:meets?|met|will meet|gathers?|sits) [^,]{3,80}),"
)
_MEMBERS = compile_late(
    r" (?:are|were) (?:among |all )?(?:the|its|their|our|two of the|three of the|some of the) "
    r"(?:only |top )?(?:[\w-]+ )?(?:largest|biggest|main|top|most|best|worst|leading|key|only"
    r"|fastest|poorest|richest|[a-z]+est)\b"
)
_NEXT_SUBJECT = compile_late(
    r"\b(?:is|are|was|were|has|have|had|will|[a-z]{3,}ed|fell|rose|lost|grew)\b.*"
    r" and (?:the |its |their )?(?:[a-z-]+ ){0,2}[a-z-]+$"
)
_NEXT_VERB = compile_late(
    r" (?:is|are|was|were|has|have|had|will|[a-z]{3,}ed|fell|rose|lost|grew|saw)\b[^,.;]{0,40}\d"
)
_AND_A = compile_late(r"(?: and|,|, and| or)(?: an?| the)? $")
_ITS_NUMBER = compile_late(r"(?:'s?)? (?:[a-z-]+ ){0,5}[£$€₹]?\d")
_CLAUSE_STARTS = (", and ", ", but ", ", enough ", ", equivalent ", ", equal to ")
_SOURCE_HINTS = (" said", " says", "according", " told", " announced", " reported", " estimates")


class Sites(NamedTuple):
    """What linking needs to know of a sentence; offsets count from the sentence's start.

    `numbers` are spans, `stops` the start and end of what parts two clauses and whether it sets
    them against each other; `consumed` says of each mention whether it tells where a number
    before it is ("12% in Spain").
    """

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
    """Where a folded sentence's places, numbers and clause marks stand, in linear time."""
    numbers = find_numbers(low)
    stops = [(*m.span(), m[0].strip(" —–-") in _HARD) for m in _STOP.finditer(low)]
    if numbers and low.startswith(_SUBORDINATE):
        comma = low.find(", ", numbers[0][1], numbers[0][1] + _FAR)
        if comma >= 0:
            stops = sorted([*stops, (comma, comma + 1, True)])
    sites = Sites(
        low,
        mentions,
        [m.start for m in mentions],
        [m.end for m in mentions],
        numbers,
        [start for start, _ in numbers],
        stops,
        [start for start, _, _ in stops],
        [],
    )
    if numbers:
        sites.consumed.extend([_is_consumed(sites, m) for m in mentions])
    else:
        sites.consumed.extend([False] * len(mentions))
    return sites


def mark_sources(low: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions, those in a tag like ", Kyiv's air force said" with the role "source".

    So are those in an aside that states no number: ", which serves London,".
    """
    tags = []
    if low[-1:].isalpha() or any(map(low.__contains__, _SOURCE_HINTS)):
        tags = [match.span() for match in _SOURCE.finditer(low)]
    if ", wh" in low or _MADE.search(low) or _PLAYED.search(low):
        tags = sorted(tags + [match.span() for match in _ASIDE.finditer(low)])
    teller = _TELLER.search(low) if " said " in low or " says " in low else None
    if not tags and teller is None:
        return mentions
    starts = [start for start, _ in tags]
    marked = []
    for mention in mentions:
        position = bisect_right(starts, mention.start) - 1
        if position >= 0 and mention.end <= tags[position][1]:
            mention = mention._replace(role="source")
        elif teller is not None and mention.start > teller.start():
            mention = mention._replace(role="away")
        marked.append(mention)
    return marked


def find_numbers(low: str) -> list[tuple[int, int]]:
    """Where numbers stand in folded text; years, days of a month and times don't count."""
    words = load_words()
    found = []
    for match in _DIGITS.finditer(low):
        start, end = match.span()
        token = match[0]
        if start and (low[start - 1].isalnum() or low[start - 1] in ".,-_"):
            continue
        if len(token) < 6:
            if _YEAR.fullmatch(token) or low.startswith(_ORDINALS, end):
                continue
            if len(token) < 4 and _is_day(low, start, end, words.month):
                continue
            if low.startswith(_CLOCK, end) or low[start - 1 : start] == ":":
                continue
            if token.rstrip(".,") in _EMERGENCY and low.endswith("calls to ", 0, start):
                continue
        found.append((start, end - (token[-1] in ",.")))
    if not words.spelled.isdisjoint(low.replace("-", " ").split()):
        found = _merge(found, [match.span() for match in _SPELLED.finditer(low)])
    return found


def _merge(digits: list[tuple[int, int]], spelled: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Both in order, without the words that belong to digits ("7 million")."""
    merged: list[tuple[int, int]] = []
    for span in sorted(digits + spelled):
        if not merged or span[0] >= merged[-1][1]:
            merged.append(span)
    return merged


def _is_day(low: str, start: int, end: int, months: frozenset[str]) -> bool:
    """A month stands beside a short number: "3 May", "June 12"."""
    after = low[end : end + 12].split(None, 1)
    if after and after[0].strip(".,") in months:
        return True
    before = low[max(0, start - 12) : start].rsplit(None, 1)
    return bool(before) and before[-1].strip(".,") in months


def _is_consumed(sites: Sites, mention: Mention) -> bool:
    """The phrase follows a number with no mark between: it tells where that number is."""
    if mention.role not in ("locative", "owner"):
        return False
    position = bisect_left(sites.number_starts, mention.start) - 1
    if position < 0:
        return False
    end = sites.numbers[position][1]
    if mention.before - end > _FAR:
        return False
    stop = bisect_left(sites.stop_starts, mention.before) - 1
    if stop >= 0 and sites.stops[stop][0] >= end:
        return False
    between = sites.low[end : mention.start]
    if starts_clause(between) or is_yardstick(between, mention):
        return False
    if opens_next_clause(sites.low, end, mention) or opens_entry(sites.low, mention):
        return False
    gap = sites.low[max(end, mention.before - 12) : mention.before].rstrip()
    return not gap.endswith((",", ";", ":", " and", " but", "(", " and those", " and that"))


def parts_clauses(gap: str) -> tuple[bool, bool]:
    """Whether a clause ends within the words, and whether one is set against the other."""
    stops = [m[0].strip(" —–-") in _HARD for m in _STOP.finditer(gap)]
    return bool(stops), any(stops)


def starts_clause(gap: str) -> bool:
    """A clause joined by a comma and a conjunction starts within the words."""
    return any(map(gap.__contains__, _CLAUSE_STARTS))


def opens_next_clause(low: str, end: int, mention: Mention) -> bool:
    """See "300 are ill and clinics in Wajir have logged 41": the place is the next number's.

    `end` is where the number before the place ends.
    """
    between = low[end : mention.before].rstrip()
    if " and " not in between or _NEXT_SUBJECT.search(between) is None:
        return False
    return _NEXT_VERB.match(low, mention.end) is not None


def is_part_of_whole(low: str, start: int, end: int, mention: Mention) -> bool:
    """See "half the national average", "1% of global emissions": a share of a whole."""
    if mention.role != "owner" and not low.startswith("'s ", mention.end):
        return False
    if mention.scope == "named" and not _ACCOUNTS.search(low, max(0, start - _FAR), start):
        return False
    of_whole = _OF_WHOLE.fullmatch(low, end, mention.start)
    return bool(of_whole) and bool(_SHARE.search(low, start, end + 9))


def is_next_item(low: str, end: int, mention: Mention) -> bool:
    """See "81% in October and a national average of 70%": the place is the next number's alone."""
    if mention.role != "owner" or _AND_A.search(low, end, mention.start) is None:
        return False
    return _ITS_NUMBER.match(low, mention.end) is not None


def counts_itself(low: str, end: int) -> bool:
    """See "India and Britain are the three biggest markets": the number counts the places."""
    return low.startswith((" are ", " were "), end) and bool(_MEMBERS.match(low, end))


def is_yardstick(gap: str, mention: Mention) -> bool:
    """The words between a number and a place measure by that place: "twice that in Lagos"."""
    measure = _MEASURED_BY if mention.role == "owner" else _MULTIPLE_OF
    return bool(measure.search(gap))
