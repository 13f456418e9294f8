"""Names of places that a text gives to people: "Sen. John Kerry", later "Kerry" alone."""

from __future__ import annotations

import re
from collections.abc import Collection

from figtrail.extraction.places.gazetteer import find_key, find_place, fold
from figtrail.extraction.places.mentions import Mention, is_people
from figtrail.extraction.places.sited import CAPITAL
from figtrail.extraction.places.subject import SURVEYED
from figtrail.extraction.places.words import load_words

_PAIR = re.compile(
    rf"([{CAPITAL}](?<=\b[{CAPITAL}])[a-z]+)\.? "
    rf"(?=([{CAPITAL}][\w'-]+)\b(?! (?:University|Street|Road)))"
)
_SITED = ("in ", "at ", "near ", "across ", "outside ", "around ")


def find_people(text: str) -> frozenset[str]:
    """The folded surnames that follow a forename or a title in a text's head."""
    words = load_words()
    first = words.forename | words.title
    return frozenset(
        fold(match[2]) for match in _PAIR.finditer(text[:SURVEYED]) if match[1].lower() in first
    )


def is_person(low: str, mention: Mention, people: frozenset[str]) -> bool:
    """The mention is of a person by surname: "support for Kerry", unlike "in Kerry"."""
    if mention.role in ("dateline", "body", "venue"):
        return False
    if low[mention.start : mention.end] not in people:
        return False
    return mention.role != "locative" or not low.startswith(_SITED, mention.before)


def are_people_here(low: str, mention: Mention, place: str, homes: Collection[str]) -> bool:
    """See "Poles remain the biggest group" in an article about Norway: people there.

    So are "Victorian" houses, unless the article is about Australia. `homes` are the keys of the
    article's `place` and nation.
    """
    if not mention.demonym:
        return False
    own = find_place(place)
    home = {find_key(place), own.country if own is not None else None, *homes}
    if mention.key in home or mention.country in home:
        return False
    return mention.key.lower() in load_words().ambiguous or is_people(low, mention)
