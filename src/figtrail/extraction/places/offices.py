"""The nation that a lead tells of without naming it: "The central bank raised its rate"."""

from __future__ import annotations

import re
from functools import lru_cache

from figtrail.extraction.lexicon import read_phrases
from figtrail.extraction.places.gazetteer import Name, find_key, find_place, fold
from figtrail.extraction.places.mentions import Mention
from figtrail.extraction.places.words import is_seat
from figtrail.patterns import compile_late

_SET_THERE = ("locative", "bare", "owner")
_MEANT = ("country", "nation")
_ADDRESSING = frozenset(
    "to from against outside of for with in urge urged urging ask asked asking tell told telling"
    " press pressed pressing lobby lobbied lobbying".split()
)
# What makes an office a town's or a county's: "the city council's finance department".
_LOCAL = compile_late(
    r"\b(?:city|town|county|borough|district|state|provincial|regional|local|village|municipal"
    r"|council|councillors|mayor)\b"
)


def find_nation(
    low: str, dated: int, mentions: list[Mention], own: str, nation: str
) -> Mention | None:
    """The article's nation, where its lead names none and yet is not of the `own` place.

    The lead means it by its noun ("The nation's hog herd"), or tells what only a nation has
    ("Parliament passed").
    """
    for mention in mentions:
        if mention.role not in _SET_THERE:
            continue
        if mention.scope == "nation" and mention.label in _MEANT:
            return _make_mention(mention, nation)
        if mention.scope in ("named", "local"):
            return None
    known = find_place(own)
    if not _is_governed(known, nation) or _LOCAL.search(low, dated):
        return None
    seat = is_seat(fold(own))
    told = _is_told_by_office(low, dated) or (seat and _telling().match(low, dated))
    return _make_mention(None, nation) if told else None


def _is_governed(known: Name | None, nation: str) -> bool:
    """A town of the nation, as far as the lexicon knows: its government is "the government"."""
    home = find_place(nation)
    if home is None or home.sort != "country":
        return False
    return known is None or (known.sort in ("city", "place") and known.country == home.country)


def _is_told_by_office(low: str, dated: int) -> bool:
    """An office acts or speaks in a lead: "the government will", not "a plea to the government"."""
    for match in _governing().finditer(low, dated):
        governor = low[: match.start()].removesuffix("the ").rstrip().rpartition(" ")[2]
        if governor not in _ADDRESSING:
            return True
    return False


def _make_mention(mention: Mention | None, nation: str) -> Mention:
    """The nation as though the lead had named it."""
    home = find_place(nation)
    country = nation if home is None else home.country
    start, end = (0, 0) if mention is None else (mention.start, mention.end)
    return Mention(start, end, nation, find_key(nation), "country", country, "owner", start)


@lru_cache(maxsize=1)
def _governing() -> re.Pattern[str]:
    """What a nation alone has, wherever the lead speaks of it: "the finance ministry said"."""
    return re.compile(
        rf"(?<!european )\b(?:{'|'.join(read_phrases('places_words.txt', 'national_office'))})\b"
    )


@lru_cache(maxsize=1)
def _telling() -> re.Pattern[str]:
    """What in a capital opens the lead of a nation's story: "The power regulator", "Inflation"."""
    offices = "|".join(read_phrases("places_words.txt", "capital_office"))
    return re.compile(rf"(?:the |a |an )?(?:[a-z-]+ ){{0,3}}?(?:{offices})\b")
