"""What "the city", "the state" and "there" point back to, and what else may tell a place."""

from __future__ import annotations

import re

from figtrail.extraction.places.gazetteer import Gazetteer, fold
from figtrail.extraction.places.mentions import Mention
from figtrail.extraction.places.subject import SURVEYED
from figtrail.extraction.places.unknown import CAPITAL, match_run
from figtrail.extraction.places.words import load_words

_HEAD = 1500
"""So many characters of a text, its dateline among them, are searched for its state."""
_QUOTES = ('"', "“", "‘", "'")
_LOOK_BACK = 600
"""So many characters about a sentence its paragraph is looked for."""
_ASIDE = 40
"""So many characters before a place an aside opens: "OPEC, which meets in Vienna,"."""
_WORD = re.compile(rf"[{CAPITAL}]\w*")
_WITNESS = re.compile(
    rf"\bsa(?:id|ys) [{CAPITAL}][\w’'-]+(?: [{CAPITAL}][\w’'-]+){{1,3}},(?: \d\d?,)?"
    rf" (?:who (?:farms|lives|works|runs|owns|keeps|teaches|fishes|grows|rents|moved)|an? )"
    rf"([a-z -]{{0,40}}?) ?\b(?:in|near|outside|from|at|on|of) (?=[{CAPITAL}])"
)
_ALIASES = {
    "Britain": ("Britain", "UK", "United Kingdom"),
    "US": ("US", "America", "United States"),
}
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)\b")


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


def find_named(text: str, label: str, end: int) -> str | None:
    """The county or province that a text last called by name before an offset."""
    name = rf"\b(?:[{CAPITAL}][\w'’-]+ ){{1,2}}{label.title()}\b"
    found = re.findall(name, text[max(0, end - _HEAD) : end])
    return found[-1] if found else None


def find_witness(text: str, start: int, end: int) -> str | None:
    """Where a witness is at home whose speech the sentence is, in one paragraph."""
    floor = max(0, start - _LOOK_BACK)
    begin = text.rfind("\n", floor, start) + 1 or floor
    if text[begin] not in _QUOTES:
        return None
    stop = text.find("\n", start, start + _LOOK_BACK)
    return find_home(text[begin : stop if stop >= 0 else start + _LOOK_BACK], text[start:end])


def find_home(paragraph: str, sentence: str) -> str | None:
    """Where the witness lives who speaks of "I" and "my" (", said Ann Lowe, a nurse in Lodz").

    None where the speaker is an expert or leads something, and speaks of more than their own home.
    """
    if _FIRST_PERSON.search(sentence) is None:
        return None
    match = _WITNESS.search(paragraph)
    if match is None:
        return None
    words = load_words()
    if not words.leader.isdisjoint(match[1].replace("-", " ").split()):
        return None
    home = match_run(paragraph, match.end())
    return None if not words.not_place.isdisjoint(home.lower().split()) else home or None


def find_spelling(text: str, key: str) -> str:
    """The name by which a text most often calls a country that has several."""
    surveyed = text[:SURVEYED]
    counts = {name: len(re.findall(rf"\b{name}\b", surveyed)) for name in _ALIASES.get(key, ())}
    best = max(counts, key=lambda name: counts[name], default=key)
    return best if counts.get(best) else key


def is_fallback(low: str, mention: Mention) -> bool:
    """Who states the figure, or where something goes, tells a place where nothing else does."""
    if mention.role != "away":
        aside = ", which " in low[max(0, mention.start - _ASIDE) : mention.start]
        return mention.role == "source" and not aside
    goes = low.endswith((" to ", " to the "), 0, mention.start)
    return goes and " from " not in low[max(0, mention.start - 40) : mention.start]


def fits(general: Mention, earlier: Mention) -> bool:
    """An earlier mention may be what "the city", "the state" or "there" points back to."""
    if general.label == "there":
        return earlier.scope == "named" and earlier.role in ("locative", "bare", "owner")
    if earlier.scope != "named" or earlier.role in ("away", "dateline"):
        return False
    if general.scope == "nation":
        return earlier.sort == "country"
    if general.label in ("city", "town", "village", "borough", "capital"):
        return earlier.sort in ("city", "place")
    if general.label in ("state", "province", "county", "region", "district"):
        return earlier.sort in ("region", "place")
    return False
