"""What "the city", "the state" and "there" point back to, and what else may tell a place."""

from __future__ import annotations

import re

from figtrail.extraction.places.gazetteer import Gazetteer, find_place, fold
from figtrail.extraction.places.mentions import Mention
from figtrail.extraction.places.settings import Reader, is_setting, span_before
from figtrail.extraction.places.sited import CAPITAL
from figtrail.extraction.places.subject import BRITISH, SURVEYED
from figtrail.patterns import compile_late

# So many characters of a text, its dateline among them, are searched for its state.
_HEAD = 1500
# So many characters before a place an aside opens: "OPEC, which meets in Vienna,".
_ASIDE = 40
SETTLEMENTS = ("village", "town", "hamlet", "suburb")
"""What is smaller than a city, and never what a county or a country is called."""
# So many sentences back a settlement is looked for.
_SENTENCES = 5
_SET_THERE = ("locative", "bare", "owner")
_WORD = compile_late(rf"[{CAPITAL}]\w*")
_ALIASES = {
    "Britain": ("Britain", "UK", "United Kingdom"),
    "US": ("US", "America", "United States"),
}


def find_state(text: str, names: Gazetteer) -> str | None:
    """The first region that a text names, its dateline included ("DAYTON, Ohio —")."""
    head = text[:_HEAD]
    low = fold(head)
    for match in _WORD.finditer(head):
        name = names.find_at(low, *match.span())
        if name is not None and name.sort == "region" and not name.demonym:
            end = match.start() + len(name.folded)
            return name.label or (
                name.key if head[match.end() - 1] == "." else head[match.start() : end]
            )
    return None


def find_around(text: str, names: Gazetteer, label: str, start: int) -> str | None:
    """The state or county in which a city lies that is the article's own place."""
    if label == "state":
        return find_state(text, names)
    return find_named(text, label, start) if label in ("county", "province") else None


def find_named(text: str, label: str, end: int) -> str | None:
    """The county or province that a text last called by name before an offset."""
    name = rf"\b(?:[{CAPITAL}][\w'’-]+ ){{1,2}}{label.title()}\b"
    found = re.findall(name, text[max(0, end - _HEAD) : end])
    return found[-1] if found else None


def find_spelling(text: str, key: str) -> str:
    """The name by which a text most often calls a country that has several."""
    surveyed = text[:SURVEYED]
    counts = {name: len(re.findall(rf"\b{name}\b", surveyed)) for name in _ALIASES.get(key, ())}
    best = max(counts, key=lambda name: counts[name], default=key)
    return best if counts.get(best) else key


def is_fallback(low: str, mention: Mention) -> bool:
    """Who states the figure, or where something goes, tells a place where nothing else does."""
    if mention.role == "venue":
        return True
    if mention.role != "away":
        aside = ", which " in low[max(0, mention.start - _ASIDE) : mention.start]
        return mention.role == "source" and not aside
    goes = low.endswith((" to ", " to the "), 0, mention.start)
    return goes and " from " not in low[max(0, mention.start - 40) : mention.start]


def fits(general: Mention, earlier: Mention) -> bool:
    """An earlier mention may be what "the city", "the state" or "there" points back to."""
    if general.label == "there":
        return earlier.scope == "named" and earlier.role in _SET_THERE
    if earlier.scope != "named" or earlier.role in ("away", "dateline"):
        return False
    if general.scope == "nation":
        return earlier.sort == "country"
    if general.label in ("city", "town", "village", "borough", "capital"):
        return earlier.sort in ("city", "place")
    if general.label in ("state", "province", "county", "region", "district"):
        return earlier.sort in ("region", "place")
    return False


def find_settlement(text: str, read: Reader, start: int) -> Mention | None:
    """The village or town last named before an offset, which "the village" means again."""
    at = start
    for _ in range(_SENTENCES):
        span = span_before(text, at, cross=True)
        if span is None or span[0] >= at:
            return None
        for mention in reversed(read(*span)[1]):
            if mention.scope == "named" and mention.sort in ("city", "place"):
                return None if mention.role in ("away", "dateline") else mention
        at = span[0]
    return None


def find_there(text: str, read: Reader, start: int) -> Mention | None:
    """The place that "there" means, last named in an earlier sentence of its paragraph.

    Else it is that in which the last sentence of the paragraph before is set.
    """
    at = start
    for _ in range(_SENTENCES):
        span = span_before(text, at, cross=False)
        if span is None or span[0] >= at:
            return _find_set_before(text, read, at)
        named = (m for m in reversed(read(*span)[1]) if m.scope == "named")
        last = next(named, None)
        if last is not None:
            return last if last.role in _SET_THERE else None
        at = span[0]
    return None


def _find_set_before(text: str, read: Reader, paragraph: int) -> Mention | None:
    """The place in which a paragraph's last sentence is set, before an offset: "In Voi, 40"."""
    span = span_before(text, paragraph, cross=True)
    if span is None or span[0] >= paragraph:
        return None
    low, mentions = read(*span)
    return mentions[0] if mentions and is_setting(low, mentions[0]) else None


def is_wide(place: str | None, nation: str | None) -> bool:
    """The place is a country, a region or a city that is known: "the village" is within it."""
    found = find_place(place) if place is not None else None
    home = find_place(nation) if nation is not None else None
    if found is None or home is None:
        return found is not None
    return found.country in (home.country, "Britain" if home.key in BRITISH else home.key)


def is_city(place: str | None) -> bool:
    """The place is a city that the lexicon knows."""
    found = find_place(place) if place is not None else None
    return found is not None and found.sort == "city"


def is_county(place: str | None) -> bool:
    """The place is a county or a parish, of which "the state" is another."""
    return place is not None and place.endswith((" County", " Parish", " Township"))


def is_local(place: str | None) -> bool:
    """The place may be "the city", "the state": it isn't a whole country."""
    found = find_place(place) if place is not None else None
    return place is not None and (found is None or found.country != found.key)


def find_country(place: str) -> str:
    """The country in which a place lies, itself where the lexicon doesn't know it."""
    found = find_place(place) or find_place(place.rsplit(", ", 1)[-1])
    return place if found is None or found.country in (None, found.key) else found.country
