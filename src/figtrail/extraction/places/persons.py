"""Names of places that a text gives to people: "Sen. John Kerry", later "Kerry" alone."""

from __future__ import annotations

import re

from figtrail.extraction.places.gazetteer import fold
from figtrail.extraction.places.mentions import Mention
from figtrail.extraction.places.sited import CAPITAL
from figtrail.extraction.places.subject import SURVEYED
from figtrail.extraction.places.words import load_words

_PAIR = re.compile(
    rf"\b([{CAPITAL}][a-z]+)\.? (?=([{CAPITAL}][\w'-]+)\b(?! (?:University|Street|Road)))"
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
