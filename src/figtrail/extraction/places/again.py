"""Places meant again by what stands there or governs there: "a mill at Lodz. The mill made"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from figtrail.extraction.places.gazetteer import find_place
from figtrail.extraction.places.mentions import Mention
from figtrail.extraction.places.settings import Reader, span_before
from figtrail.extraction.places.words import load_words
from figtrail.patterns import WordedPattern, find_words

# So many characters of a sentence hold the noun by which it means a place again.
_OPENING = 60
# So many characters may lie between a building's noun and its place: "a mill to open at Lodz".
_BESIDE = 40
# So many sentences back a building was named, and a council so many more.
_SENTENCES = 3
_BODY_SENTENCES = 9
_SETTLED = ("city", "place")
# What any works may be called again.
_UNITS = frozenset(["unit", "facility", "site", "works", "plant"])


def find_again(text: str, read: Reader, start: int, low: str, own: str | None) -> Mention | None:
    """The place that a sentence without one means by a building's or a council's noun.

    `own` is the article's own place: in an article about a town "the council" is the town's.
    """
    pattern = _definite().allowed_by(find_words(low[:_OPENING]))
    match = pattern.search(low, 0, _OPENING) if pattern is not None else None
    if match is None:
        return None
    noun = match[1]
    if noun not in load_words().governing:
        return _find_building(text, read, start, noun)
    known = find_place(own) if own is not None else None
    if known is None or known.sort not in ("country", "area"):
        return None
    return _find_body(text, read, start, noun)


@lru_cache(maxsize=1)
def _definite() -> WordedPattern:
    """See "the mill", "at the new plant" and "the board's patients", but not "the mill town"."""
    words = load_words()
    known = words.standing | words.works | words.governing
    nouns = "|".join(sorted(known, key=len, reverse=True))
    follow = "|".join(sorted(words.follow, key=len, reverse=True))
    return WordedPattern(
        rf"\b(?:the|that|this) (?:new |old |whole )?({nouns})(?:'s? |[,.;:]|$| (?=(?:{follow})\b"
        r"|[a-z]+(?:ed|s)\b|[a-z]*(?:made|ran|took|fell|rose|had|cost|burn|drew|shut|cut|lost)\b))",
        ("the", "that", "this"),
        known,
    )


def _look_back(
    text: str, read: Reader, start: int, most: int
) -> Iterator[tuple[str, list[Mention]]]:
    """The sentences before, the nearest first, across paragraphs."""
    at = start
    for _ in range(most):
        span = span_before(text, at, cross=True)
        if span is None or span[0] >= at:
            return
        yield read(*span)
        at = span[0]


def _find_building(text: str, read: Reader, start: int, noun: str) -> Mention | None:
    """The place of the building last spoken of, in the nearest sentence that names a place."""
    nouns = load_words().works | _UNITS if noun in _UNITS else frozenset([noun])
    for low, mentions in _look_back(text, read, start, _SENTENCES):
        named = [m for m in mentions if m.scope == "named" and m.role != "source"]
        if not named:
            continue
        tied = [m for m in named if m.sort in _SETTLED and _stands_there(low, m, nouns)]
        return tied[0] if len(tied) == 1 else None
    return None


def _stands_there(low: str, mention: Mention, nouns: frozenset[str]) -> bool:
    """See "its mill at Lodz" and "the Lodz mill"."""
    behind = low[mention.end : mention.end + _BESIDE].removeprefix("'s").split(" ", 3)[1:3]
    if any(word.rstrip(".,") in nouns for word in behind):
        return True
    if mention.role not in ("locative", "venue"):
        return False
    before = low[max(0, mention.before - _BESIDE) : mention.before]
    return not nouns.isdisjoint(re.findall(r"[a-z]+", before.rpartition(",")[2]))


def _find_body(text: str, read: Reader, start: int, noun: str) -> Mention | None:
    """The place of the last council, board or force that a text names with its place."""
    for low, mentions in _look_back(text, read, start, _BODY_SENTENCES):
        for mention in reversed(mentions):
            if mention.scope != "named" or mention.sort in ("country", "area"):
                continue
            behind = low[mention.start : mention.end + _BESIDE].split(" ")
            at = mention.label.count(" ") + 1
            if any(word.rstrip(".,").removesuffix("'s") == noun for word in behind[at : at + 3]):
                return mention
            if mention.role == "body" and mention.label.lower().endswith(noun):
                return mention
    return None
