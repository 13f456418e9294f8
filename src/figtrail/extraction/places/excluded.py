"""Places that are left out where the rest is told of: "rents outside London", "excluding Cork"."""

from __future__ import annotations

from figtrail.extraction.places.gazetteer import Name
from figtrail.extraction.places.mentions import Mention, Passage
from figtrail.extraction.places.words import load_words

_PRICED_REACH = 32
_EXCLUDING = ("excluding", "except", "barring", "without")
_LEAVING_OUT = tuple(
    f"{word} {article}"
    for word in ("outside", "outside of", *_EXCLUDING)
    for article in ("", "the ")
)


def is_left_out(passage: Passage, name: Name, end: int, before: list[str]) -> bool:
    """See "Spain without Catalonia", "nurses outside Leeds": the figure is of all but the place.

    "Six homes outside Leeds" are near it, and are told of it.
    """
    word = before[-1]
    if word == "of" and before[-2:-1] == ["outside"]:
        before = before[:-1]
    elif word in _EXCLUDING:
        return word != "without" or name.sort in ("country", "area", "region", "city")
    elif word != "outside":
        return False
    if len(before) == 1:
        following = passage.low[end : end + _PRICED_REACH].split()[:3]
        priced = not load_words().priced.isdisjoint(following)
        return passage.low.startswith((", ", " the "), end) or priced
    words = load_words()
    head = before[-2]
    if head in words.priced or head == "from" or name.sort in ("country", "area"):
        return True
    if head in words.spelled and before[-3:-2] == ["in"]:
        # "One voter in five outside Dublin".
        return True
    people = head in words.peopled or head in words.people_noun or head in words.outsider
    general = len(before) == 2 or before[-3] in words.follow or before[-3] in words.determiner
    return head == "living" or (people and general)


def leaves_out(low: str, mentions: list[Mention], own: str) -> bool:
    """The sentence leaves the article's `own` place out, named or as "the capital"."""
    return any(
        m.role == "away"
        and (m.label == own or m.scope == "local")
        and low.endswith(_LEAVING_OUT, 0, m.start)
        for m in mentions
    )
