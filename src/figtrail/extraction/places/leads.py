"""The wider place that an article is about by its lead, whatever place its record gives."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from figtrail.extraction.places.datelines import find_dateline
from figtrail.extraction.places.gazetteer import find_key, find_place, fold
from figtrail.extraction.places.mentions import Mention
from figtrail.extraction.places.offices import find_nation
from figtrail.extraction.places.parts import is_of_part
from figtrail.extraction.places.sport import is_about_teams
from figtrail.extraction.places.subject import LEAD, SURVEYED, lies_within
from figtrail.extraction.places.survey import find_numbers, parts_clauses
from figtrail.extraction.places.words import is_seat, load_words
from figtrail.patterns import compile_late

Reader = Callable[[int, int], tuple[str, list[Mention]]]

_LINE = compile_late(r"[^\n]+")
# What ends the short name of a town: "Barrow", "Greenfield".
_SHORT = compile_late(r",|[ -](?:in|on|upon|under|by|le)[ -]")
_WIDE = ("country", "region", "area")
_WITHIN = ("city", "place")
REGIONS = ("province", "state", "county", "region", "district", "territory")
"""What a region is called, behind its name and where it is meant again."""
_TOWNS = ("city", "town", "village", "borough", "suburb", "capital")
_NATION_NOUNS = ("country", "nation", "national", "nationally", "nationwide", "countrywide")
_SET_THERE = ("locative", "bare", "owner")
_HELD = ("locative", "owner", "body", "venue")
# So many characters behind a nation's name tell whether its economy is meant.
_NAMED = 60
# A place named or meant once in the head of the text; twice where the own one has the dateline.
_ENOUGH = 2


class Wider(NamedTuple):
    """A wider place that an article is about, and the offsets where it turns to one of both."""

    mention: Mention
    turns: list[int]
    at_own: list[bool]

    def is_set(self, offset: int) -> bool:
        """The text last named or meant the wider place, not the article's own one."""
        position = bisect_left(self.turns, offset) - 1
        return position < 0 or not self.at_own[position]


def find_wider(text: str, own: str, nation: str | None, read: Reader) -> Wider | None:
    """The province or nation that a city's article is about: "214 died in Tshopo province".

    The lead sets its story there and not at the `own` place; where the headline names that, the
    lead has to mean the wider place twice. Behind a sentence set at the own place ("on the Paris
    metro", "the town's hospital") the article goes on there, until it turns to the wider again.
    """
    known = find_place(own)
    lead = _find_lead(text)
    if lead is None or (known is not None and known.sort not in (*_WITHIN, "region")):
        return None
    low, mentions = read(*lead)
    if is_about_teams(low):
        return None
    dated = find_dateline(text[slice(*lead)])
    wider = _find_set(low, mentions, dated)
    if wider is None and nation is not None:
        wider = find_nation(low, dated, mentions, own, nation)
    elif wider is not None and nation is not None:
        wider = _prefer_nation(wider, mentions, nation)
    if wider is None or (known is not None and known.sort == "region" and wider.label != nation):
        return None
    homes = {known.country if known else None, find_key(nation) if nation else None} - {None}
    within = wider.sort == "country" and not homes.isdisjoint((wider.key, wider.country))
    if not (within or _is_wide(low, wider)):
        return None
    turns = sorted(_find_turns(text, own, wider, read))
    if any(at_own and lead[0] <= at < lead[1] for at, at_own in turns):
        return None
    if turns and turns[0][1] and turns[0][0] < lead[0] and not _is_meant_twice(mentions, wider):
        return None
    here = not within and _compile_name(own).search(low, 0, dated) is not None
    if sum(2 if at < LEAD else 1 for at, at_own in turns if not at_own) < _ENOUGH + here:
        return None
    root = wider.country if within and wider.country and not wider.demonym else wider.key
    wider = wider if root == wider.key else wider._replace(label=root, key=root)
    return Wider(wider, [at for at, _ in turns], [at_own for _, at_own in turns])


def _find_set(low: str, mentions: list[Mention], dated: int) -> Mention | None:
    """The first place that a folded lead, behind its dateline, sets its story at.

    What moved a number isn't set ("raised its forecast to $4bn after sales in Japan grew"), nor
    where a part of what is counted is ("six in seven of them in Peru").
    """
    set_there = (m for m in mentions if m.scope == "named" and m.role in _SET_THERE)
    wider = next(set_there, None)
    if wider is None or _is_quarter(low, wider):
        return None
    if ". " in low[: wider.start] or is_of_part(low, wider, 0):
        return None
    numbers = find_numbers(low[dated : wider.before])
    moved = numbers and parts_clauses(low[dated + numbers[0][1] : wider.before])[0]
    return None if moved else wider


def _prefer_nation(wider: Mention, mentions: list[Mention], nation: str) -> Mention:
    """See "Russia's return lifted Turkey's earnings": of two countries the article's own one."""
    home = find_place(nation)
    if wider.sort != "country" or home is None or wider.country == home.country:
        return wider
    same = (m for m in mentions if m.scope == "named" and m.key == home.key)
    return next((m for m in same if m.role in _SET_THERE), wider)


def _is_quarter(low: str, wider: Mention) -> bool:
    """See "central Ohio" in an article about a city there: a part of a region, no wider place."""
    directed = low[wider.start : wider.end].split(" ", 1)[0] in load_words().direction
    return directed and wider.sort != "country"


def _compile_name(own: str) -> re.Pattern[str]:
    """The short name of a place, in folded text."""
    return re.compile(rf"\b{re.escape(_SHORT.split(fold(own))[0])}\b")


def _find_turns(text: str, own: str, wider: Mention, read: Reader) -> Iterator[tuple[int, bool]]:
    """Where a text names or means a wider place, and where the `own` one (True).

    A capital that isn't said to hold what is told may stand for its government.
    """
    name = _compile_name(own)
    governs = is_seat(fold(own))
    for line in _LINE.finditer(text, 0, SURVEYED):
        low, mentions = read(*line.span())
        aside = []
        for m in mentions:
            if _is_again(m, wider):
                yield line.start() + m.start, False
            elif (m.scope == "local" and m.label in _TOWNS) or (
                governs and m.role in _HELD and m.key == find_key(own)
            ):
                yield line.start() + m.start, True
            elif m.role in ("away", "source", "dateline"):
                aside.append(range(m.start, m.end))
        for match in () if governs else name.finditer(low, find_dateline(line[0])):
            if not any(match.start() in span for span in aside):
                yield line.start() + match.start(), True


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


def _is_again(mention: Mention, wider: Mention) -> bool:
    """A mention names a wider place again, a part of it included, or means it by its noun."""
    if mention.scope != "named":
        return mention.label in _name_again(wider)
    if mention.role not in _SET_THERE:
        return False
    whole = wider.sort == "country" == mention.sort and mention.country == wider.country
    return whole or mention.key == wider.key


def _is_meant_twice(mentions: list[Mention], wider: Mention) -> bool:
    """See "off embankments in southern Pakistan, the number killed across the country"."""
    return sum(_is_again(mention, wider) for mention in mentions) > 1


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
