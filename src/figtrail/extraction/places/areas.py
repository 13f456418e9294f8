"""Places that say what they are: "Clark County", "Co. Kerry", "Voi and Taveta districts"."""

from __future__ import annotations

import re

from figtrail.extraction.places.mentions import Mention, Passage
from figtrail.extraction.places.sited import CAPITAL
from figtrail.extraction.places.unknown import is_placelike, judge_governed
from figtrail.extraction.places.words import load_words

_SEVERAL = (" districts", " counties", " provinces", " prefectures", " municipalities", " villages")
_AREAS = re.compile(
    rf"((?:[{CAPITAL}][\w'’-]+,? ){{1,5}}(?:and|&) [{CAPITAL}][\w'’-]+)"
    r" (?:districts|counties|provinces|prefectures|municipalities|villages)\b"
)
_COUNTY = re.compile(rf"Co\.? [{CAPITAL}][\w'’-]+|Cos\.? [{CAPITAL}]\w+ and [{CAPITAL}]\w+")


def names_several(low: str) -> bool:
    """A folded sentence may name several areas at once; most don't."""
    return any(noun in low for noun in _SEVERAL)


def read_areas(passage: Passage, start: int) -> Mention | None:
    """The areas that a noun in the plural ends: "Voi, Taveta and Wundanyi districts"."""
    match = _AREAS.match(passage.text, start)
    if match is None:
        return None
    parts = re.split(r",? and |, | & ", match[1])
    if not all(is_placelike(part, part.lower().split(" ")) for part in parts):
        return None
    before = passage.words_before(start)
    role = judge_governed(passage, before, ["", "districts"], match.end(), tied=False, sure=True)
    if role is None:
        return None
    first = passage.phrase_start(start) if role == "locative" else start
    end = match.end(1)
    return Mention(start, end, match[1], match[1], "region", None, role, first)


def read_county(passage: Passage, start: int) -> Mention | None:
    """An Irish county by its short title: "in Co. Kerry", "Newry, Co Down", "Cos. Mayo and Clare".

    It holds the place before it.
    """
    match = _COUNTY.match(passage.text, start)
    if match is None or passage.low.endswith(" & ", 0, start):
        return None
    if passage.low.endswith(" and ", 0, start) and not passage.low.count(" co", 0, start):
        return None
    mention = read_area(passage, *match.span())
    return None if mention is None else mention._replace(sort="region")


def read_area(passage: Passage, start: int, end: int) -> Mention | None:
    """The place that says what it is, whatever governs it: "Clark County schools", "Voi district".

    `start`–`end` is its name; a body's or a person's name goes on behind it.
    """
    words = load_words()
    label = passage.text[start:end]
    parts = passage.low[start:end].replace("-", " ").split(" ")
    if parts[0] in words.not_place or parts[0] in words.follow or parts[0] in words.locative:
        return None
    if passage.low.startswith(" ", end) and passage.is_capital(end + 1):
        return None
    # Many a county is called after a person: "Clark County".
    if not is_placelike(label, ["", *parts[1:]] if len(parts) > 1 else parts):
        return None
    before = passage.words_before(start)
    role = judge_governed(passage, before, parts, end, tied=False, sure=True)
    if role is None:
        return None
    if passage.low.startswith(("'s ", "' "), end) and role == "bare":
        role = "owner"
    first = passage.phrase_start(start) if role == "locative" else start
    return Mention(start, end, label, label, "place", None, role, first)
