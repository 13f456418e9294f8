"""The wider place that an article is about by its lead, whatever place its record gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import takewhile

from figtrail.extraction.places.datelines import find_dateline
from figtrail.extraction.places.gazetteer import find_key, find_place, fold
from figtrail.extraction.places.mentions import Mention
from figtrail.extraction.places.sport import is_about_teams
from figtrail.extraction.places.subject import LEAD, SURVEYED, lies_within
from figtrail.extraction.places.words import load_words

Reader = Callable[[int, int], tuple[str, list[Mention]]]

_LINE = re.compile(r"[^\n]+")
# What ends the short name of a town: "Barrow", "Greenfield".
_SHORT = re.compile(r",|[ -](?:in|on|upon|under|by|le)[ -]")
_WIDE = ("country", "region", "area")
_WITHIN = ("city", "place")
REGIONS = ("province", "state", "county", "region", "district", "territory")
"""What a region is called, behind its name and where it is meant again."""
_NATION_NOUNS = ("country", "nation", "national", "nationally", "nationwide", "countrywide")
_SET_THERE = ("locative", "bare", "owner")
# So many characters behind a nation's name tell whether its economy is meant.
_NAMED = 60
# A place named or meant once in the head of the text; twice where the own one has the dateline.
_ENOUGH = 2


def find_wider(text: str, own: str, read: Reader) -> Mention | None:
    """The province or nation that a city's article is about: "214 died in Tshopo province".

    The lead sets its story there and doesn't name the `own` place, and the text names or means
    the wider place more than the own one. `read` gives a line folded, and its mentions.
    """
    known = find_place(own)
    if known is not None and known.sort not in _WITHIN:
        return None
    lead = _find_lead(text)
    name = re.compile(rf"\b{re.escape(_SHORT.split(fold(own))[0])}\b")
    folded = fold(text[:SURVEYED])
    named = [match.start() for match in name.finditer(folded, find_dateline(text))]
    if lead is None or (named and named[0] < LEAD):
        return None
    low, mentions = read(*lead)
    if is_about_teams(low):
        return None
    set_there = (m for m in mentions if m.scope == "named" and m.role in _SET_THERE)
    wider = next(set_there, None)
    if wider is None or wider.key == find_key(own) or not _is_wide(low, wider):
        return None
    if ". " in low[: wider.start]:
        return None
    dated = lead[0] + find_dateline(text[slice(*lead)])
    enough = _ENOUGH + (name.search(folded, lead[0], dated) is not None)
    weight = _weigh(text, wider.key, _name_again(wider), read)
    return wider if weight >= enough and weight > len(named) else None


def is_national(text: str, nation: str, read: Reader) -> bool:
    """An article with no place of its own is about its nation: "children in Wales", "the State's".

    Its first sentence sets the story there, or the next mean the nation by its noun; a market's
    or a company's figures name it only as they come to it. No other country is named as much.
    """
    home = find_key(nation)
    lead = _find_lead(text)
    if lead is None:
        return False
    end = lead[1]
    head = takewhile(lambda found: found[0] < LEAD, _survey(text, read))
    if not any(
        _sets(mention, home, first=at < end)
        or (at < end and mention.key == home and _names_economy(text, at, mention))
        for at, mention in head
    ):
        return False
    own, others = 0, dict[str, int]()
    for start, mention in _survey(text, read):
        weight = 2 if start < LEAD else 1
        if mention.role not in _SET_THERE:
            continue
        if mention.key == home or mention.scope == "nation" or mention.label == "State":
            own += weight
        elif mention.scope == "named" and mention.sort == "country":
            others[mention.key] = others.get(mention.key, 0) + weight
    return own > max(others.values(), default=0)


def _find_lead(text: str) -> tuple[int, int] | None:
    """Where the first sentence's line stands: that of a headline ends without a stop."""
    for line in _LINE.finditer(text, 0, LEAD):
        if line[0].rstrip().endswith((".", "”", '"', "!", "?")) or line.end() >= LEAD:
            return line.span()
    return None


def is_local_story(text: str, subject: Mention | None, nation: str | None, read: Reader) -> bool:
    """The place that an article names most is what it is about.

    Where only its `nation` is known it has to be in there, and the first sentence to name it.
    """
    if nation is None or subject is None:
        return subject is not None
    lead = _find_lead(text)
    if lead is None or not lies_within(subject, nation):
        return False
    stop = text.find(". ", *lead)
    mentions = read(lead[0], lead[1] if stop < 0 else stop + 1)[1]
    return any(mention.key == subject.key for mention in mentions)


def _is_wide(low: str, mention: Mention) -> bool:
    if mention.demonym:
        return False
    after = low[mention.end : mention.end + 12].split(" ", 2)[1:2]
    return mention.sort in _WIDE or after in [[noun] for noun in REGIONS]


def _name_again(wider: Mention) -> tuple[str, ...]:
    return _NATION_NOUNS if wider.sort == "country" else REGIONS


def _weigh(text: str, key: str, nouns: tuple[str, ...], read: Reader) -> int:
    """How often a place is named, or meant by one of `nouns`; in the head of the text twice."""
    found = (
        start
        for start, m in _survey(text, read)
        if (m.key == key and m.role in _SET_THERE) or (m.scope != "named" and m.label in nouns)
    )
    return sum(2 if start < LEAD else 1 for start in found)


def _sets(mention: Mention, home: str, *, first: bool) -> bool:
    """See "in Wales" in the first sentence, and "the State's schools" in the next one too."""
    if mention.label in ("State", "country") and mention.scope != "named":
        return mention.role in ("owner", "locative")
    return first and mention.key == home and mention.role == "locative" and not mention.demonym


def _names_economy(text: str, at: int, mention: Mention) -> bool:
    """See "The U.S. economy added", "British retail sales": all of the article is of the nation."""
    end = at + mention.end - mention.start
    return (
        mention.role in ("owner", "bare")
        and _economy().match(fold(text[end : end + _NAMED])) is not None
    )


@lru_cache(maxsize=1)
def _economy() -> re.Pattern[str]:
    nouns = "|".join(sorted(load_words().economy))
    return re.compile(rf"(?:'s?)? (?:[a-z-]+ ){{0,2}}(?:{nouns})\b")


def _survey(text: str, read: Reader) -> Iterator[tuple[int, Mention]]:
    for line in _LINE.finditer(text, 0, SURVEYED):
        for mention in read(*line.span())[1]:
            yield line.start() + mention.start, mention
