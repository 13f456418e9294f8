"""The one place within the article's own that, by headline and lead, all of it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from figtrail.extraction.places.gazetteer import find_key, find_place, fold
from figtrail.extraction.places.mentions import Mention
from figtrail.extraction.places.subject import SURVEYED
from figtrail.patterns import compile_late

_LINE = compile_late(r"[^\n]+")
# A first line of more characters is no headline.
_LONGEST_HEADLINE = 140
_NARROW = ("place", "city")
_SET_THERE = ("locative", "bare", "owner", "body")


def find_topic(text: str, own: str, read: Callable[[int, int], list[Mention]]) -> Mention | None:
    """The town or village of a county's article that names no other: "Wool wind farm cut back".

    Headline and lead both name it, and nothing else in the text is set at a place beside the
    article's `own`. `read` gives the mentions of a line.
    """
    lines = _LINE.finditer(text, 0, SURVEYED)
    headline = next(lines, None)
    lead = next(lines, None)
    if headline is None or lead is None or headline[0].endswith((".", "”", '"')):
        return None
    if headline.end() - headline.start() > _LONGEST_HEADLINE:
        return None
    home = find_key(own)
    topic = next(_others(read(*lead.span()), home), None)
    if topic is None or topic.sort not in _NARROW or topic.role == "body":
        return None
    if re.search(rf"\b{re.escape(fold(topic.label))}\b", fold(headline[0])) is None:
        return None
    own_place = find_place(own)
    national = own_place is not None and own_place.country == own_place.key
    for line in _LINE.finditer(text, 0, SURVEYED):
        mentions = read(*line.span())
        if any(other.key != topic.key for other in _others(mentions, home)):
            return None
        if national and any(mention.key == home for mention in mentions):
            return None
    return topic


def _others(mentions: list[Mention], home: str) -> Iterator[Mention]:
    """The named places beside the article's own in which something is set."""
    for mention in mentions:
        if mention.scope == "named" and mention.role in _SET_THERE and mention.key != home:
            yield mention
