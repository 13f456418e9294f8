"""Places that say what they are: "Clark County", "Co. Kerry", "Voi and Taveta districts"."""

from __future__ import annotations

import re

from figtrail.extraction.places.mentions import Mention, Passage
from figtrail.extraction.places.sited import CAPITAL
from figtrail.extraction.places.unknown import is_placelike, judge_governed
from figtrail.extraction.places.words import load_words
from figtrail.patterns import compile_late

_TITLES = compile_late(
    r" (?:districts|counties|provinces|prefectures|municipalit|villages|council)|cos?\.? "
)
_RANKS = "City County District Borough Shire Regional Town Parish Rural".split()
_COUNCIL = compile_late(
    rf"([{CAPITAL}][\w'’-]+(?: [{CAPITAL}][\w'’-]+){{0,2}}?)"
    rf" (?:(?:{'|'.join(_RANKS)}) )+(?:Council|Municipality)\b"
)
_COUNCILS = tuple(
    f" {rank.lower()} {body}" for rank in _RANKS for body in ("council", "municipality")
)
_PLURALS = ("districts", "counties", "provinces", "prefectures", "municipalities", "villages")
_AREAS = compile_late(
    rf"((?:[{CAPITAL}][\w'’-]+,? ){{1,5}}(?:and|&) [{CAPITAL}][\w'’-]+) (?:{'|'.join(_PLURALS)})\b"
)
_PARKS = tuple(
    f" {kind} {park}"
    for kind in ("national", "game", "nature", "marine", "wildlife", "biosphere", "tiger")
    for park in ("park", "reserve", "forest", "refuge", "monument", "seashore")
)
_COUNTIES = ("co ", "co. ", "cos ", "cos. ")
_COUNTY = compile_late(rf"Co\.? [{CAPITAL}][\w'’-]+|Cos\.? [{CAPITAL}]\w+ and [{CAPITAL}]\w+")


def is_park(low: str, end: int) -> bool:
    """A name that ends there in folded text is a park's, so large that it is a place of its own."""
    return low.endswith(_PARKS, 0, end)


def read_council(passage: Passage, start: int) -> Mention | None:
    """The place of a council that no list knows: "Moyne Shire Council"."""
    if not any(map(passage.low.__contains__, _COUNCILS)):
        return None
    match = _COUNCIL.match(passage.text, start)
    if match is None:
        return None
    label = match[1]
    parts = label.lower().replace("-", " ").split(" ")
    if parts[0] in load_words().follow or parts[0] in load_words().locative:
        return None
    if not is_placelike(label, parts):
        return None
    before = passage.words_before(start)
    if before[-1:] == ["of"] or judge_governed(
        passage, before, parts, start + len(label), tied=False, sure=True
    ) in (None, "away"):
        return None
    return Mention(start, match.end(), label, label, "place", None, "body", start)


def names_titled(low: str) -> bool:
    """A folded sentence may name areas or councils by their titles; most don't."""
    return _TITLES.search(low) is not None


def read_titled(passage: Passage, start: int, *, known: bool) -> Mention | None:
    """An Irish county, several areas at once, or the council of a place that no list knows."""
    county = read_county(passage, start) if passage.low.startswith(_COUNTIES, start) else None
    mention = county or read_areas(passage, start)
    return mention if mention is not None or known else read_council(passage, start)


def read_areas(passage: Passage, start: int) -> Mention | None:
    """The areas that a noun in the plural ends: "Voi, Taveta and Wundanyi districts"."""
    if not any(map(passage.low.__contains__, _PLURALS)):
        return None
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
    before = passage.words_before(start)
    called = parts
    if is_park(passage.low, end):
        # "The Kruger National Park": the name before tells whether it is one.
        called = parts[:-2] or parts
        before = before[:-1] if before[-1:] == ["the"] else before
    # Many a county is called after a person: "Clark County".
    if not is_placelike(label, ["", *called[1:]] if len(parts) > 1 else parts):
        return None
    role = judge_governed(passage, before, parts, end, tied=False, sure=True)
    if role is None:
        return None
    if passage.low.startswith(("'s ", "' "), end) and role == "bare":
        role = "owner"
    first = passage.phrase_start(start) if role == "locative" else start
    return Mention(start, end, label, label, "place", None, role, first)
