"""Places without a name: the country, nationally, the borough, worldwide, at home."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from figtrail.extraction.places.mentions import (
    Mention,
    Passage,
    Role,
    Scope,
    is_ranked,
    is_superlative,
)
from figtrail.extraction.places.words import load_words
from figtrail.extraction.tokens import tag_word
from figtrail.patterns import compile_late

_OTHER = compile_late(
    r"\b(?:(?:national|global) ([a-z]+)(?: ([a-z]+))?"
    r"|(state-?wide|city-?wide|county-?wide|province-?wide"
    r"|nationally|nationwide|countrywide|worldwide|globally|locally|at home))\b"
)
_HINTS = ("nation", "global", "wide", "locally", "at home")
_ADVERBS: dict[str, Scope] = {
    "nationally": "nation",
    "nationwide": "nation",
    "countrywide": "nation",
    "worldwide": "world",
    "globally": "world",
    "locally": "local",
    "at home": "local",
}
# "There" as a place, not as the subject of "there are", nor the start of "therefore".
_THERE_IS = compile_late(
    r"\w|(?:'s)? (?:is|are|was|were|will|would|has|have|had|can|could|may|might|must|should|remain"
    r"|seem|appear|exist|no|also|now|still)"
)
_HYPOTHESIS = compile_late(r"\bif\b|would be")
# "Despite the rise in global prices, inflation fell": what only moves what is told.
_CAUSES = frozenset(["despite", "amid", "amidst", "owing", "due", "given", "because", "following"])
# "The rest of the State up 4%".
_RISEN = compile_late(r" (?:up|down|at|on|with|for|had|has|saw)(?: [a-z]+){0,3} \d")
_OF_WORDS = frozenset(["of", "whole", "parts", "rest", "all"])


def find_general(passage: Passage) -> list[Mention]:
    """The mentions that point to the nation, the locality or the world, in order."""
    low = passage.low
    found = []
    scopes = _scopes()
    for match in _definite().finditer(low):
        mention = _read_definite(passage, scopes[match[1]], match[1], *match.span())
        if mention is not None:
            found.append(mention)
    at = low.find(" there")
    while at >= 0:
        mention = _read_there(passage, at + 1, at + len(" there"))
        if mention is not None:
            found.append(mention)
        at = low.find(" there", at + 1)
    if not any(map(low.__contains__, _HINTS)):
        return found
    for match in _OTHER.finditer(low):
        start, end = match.span()
        if _is_lender(passage, start, end):
            continue
        described, further, adverb = match.groups()
        if described is not None:
            mention = _read_adjective(passage, described, further, start, end)
        elif adverb not in _ADVERBS:
            area = adverb[:-4].rstrip("-")
            mention = _mention("local", area, start, end, "owner", start)
        else:
            mention = _mention(_ADVERBS[adverb], adverb, start, end, "locative", start)
        if mention is not None:
            found.append(mention)
    return found


def _is_lender(passage: Passage, start: int, end: int) -> bool:
    """See "rival lender Nationwide", "Nationwide said": the word is a firm's name."""
    if not passage.low.startswith("nationwide", start) or not passage.is_capital(start):
        return False
    speaks = passage.word_after(end) in load_words().speech
    return start > 0 or speaks or passage.low.startswith("'s", end)


def may_name_quarter(low: str) -> bool:
    """Whether folded text may call a place by its quarter of the compass alone: "the north"."""
    return _quarters().search(low) is not None


@lru_cache(maxsize=1)
def _quarters() -> re.Pattern[str]:
    return _after_the(load_words().quarter)


@lru_cache(maxsize=1)
def _scopes() -> dict[str, Scope]:
    """What each noun after "the" points to; a quarter of the compass is a name of its own."""
    words = load_words()
    scopes: dict[str, Scope] = dict.fromkeys(words.area_local, "local")
    scopes |= dict.fromkeys(words.quarter, "named")
    scopes |= dict.fromkeys(("country", "nation"), "nation")
    return scopes | dict.fromkeys(("world", "globe", "planet"), "world")


@lru_cache(maxsize=1)
def _definite() -> re.Pattern[str]:
    """The nouns of `_scopes` behind "the": the engine passes over every other noun."""
    return _after_the(_scopes())


def _after_the(nouns: Iterable[str]) -> re.Pattern[str]:
    choice = "|".join(sorted(map(re.escape, nouns), key=len, reverse=True))
    return re.compile(rf"the ({choice})(?![a-z-])")


def _read_definite(
    passage: Passage, scope: Scope, noun: str, start: int, end: int
) -> Mention | None:
    """A noun like "the country", where a preposition or a possessive makes it a place."""
    words = load_words()
    if passage.is_capital(start + 4) and not passage.shouted and scope == "named":
        if passage.low[end : end + 1] == " " and passage.is_capital(end + 1):
            return None
        noun = passage.text[start + 4 : end]
    elif passage.is_capital(start + 4) and not passage.shouted:
        if noun != "state" or (passage.low[end : end + 1] == " " and passage.is_capital(end + 1)):
            return None
        noun = "State"
    if start and passage.low[start - 1].isalpha():
        return None
    if scope == "named" and passage.word_after(end) not in (words.follow | {""}) - {"of"}:
        return None
    before = passage.words_before(start)
    if scope == "named" and before[-1:] == ["in"] and _lies_there(passage, start, before):
        return None
    rest = (before[-2:] == ["rest", "of"] and scope == "nation") or noun == "State"
    while before and before[-1] in _OF_WORDS:
        before.pop()
    if before and before[-1] in words.locative and before[-1] != "on":
        ranked = is_ranked(before[:-1]) or (
            scope == "world" and before[-2:-1] and before[-2].isdigit()
        )
        if ranked or (before[-1] == "at" and scope == "local" and passage.word_after(end)):
            # "No. 87 in the world", "at the state hospital".
            return None
        phrase = passage.low.rfind(" ", 0, max(0, start - 1)) + 1
        rest = before[-1] == "outside" and noun == "capital"
        return _mention(scope, noun, start, end, "away" if rest else "locative", phrase)
    if scope == "world" and before[-1:] == ["of"] and passage.low.startswith("'s ", end):
        return _mention(scope, noun, start, end, "source", start)
    if passage.low.startswith(("'s ", "' "), end):
        if is_superlative(passage.word_after(end + 2)):
            return None
        return _mention(scope, noun, start, end, "owner", start)
    risen = rest and before[-1:] == ["the"] and _RISEN.match(passage.low, end)
    if risen or (scope != "world" and passage.word_after(end) in words.record):
        return _mention(scope, noun, start, end, "bare", start)
    return None


def _lies_there(passage: Passage, start: int, before: list[str]) -> bool:
    """See "Galle in the south": the quarter tells where a place lies, which alone is meant."""
    position = start - len(" in ") - len(before[-2]) if len(before) > 1 else -1
    return position >= 0 and passage.is_capital(position) and not passage.shouted


def _read_there(passage: Passage, start: int, end: int) -> Mention | None:
    """See "raise output there to 20 GW": the place named before."""
    before = passage.words_before(start)
    words = load_words()
    if not before or before[-1] in words.auxiliary:
        return None
    plural = before[-1].endswith("s") and before[-1] not in words.follow | words.speech
    plural = plural and tag_word(before[-1]) not in ("v", "V")
    if _THERE_IS.match(passage.low, end) and not (plural and before[-1] not in words.record):
        return None
    return _mention("local", "there", start, end, "locative", start)


def _read_adjective(
    passage: Passage, noun: str, further: str | None, start: int, end: int
) -> Mention | None:
    """Read "the national average", "the national winter crop" or "global emissions"."""
    if passage.low.startswith("national", start):
        national = load_words().national
        if passage.is_capital(start + len("national ")):
            return None
        if noun not in national and further not in national:
            return None
        return _mention("nation", "national", start, end, "owner", start)
    before = passage.words_before(start)
    named = passage.is_capital(start) and passage.is_capital(start + len("global "))
    if named or is_ranked(before):
        return None
    if not _CAUSES.isdisjoint(before):
        return _mention("world", "global", start, end, "away", start)
    return _mention("world", "global", start, end, "owner", start)


def _mention(scope: Scope, noun: str, start: int, end: int, role: Role, before: int) -> Mention:
    return Mention(start, end, noun, noun, "area", None, role, before, scope)


def is_supposed(low: str, mention: Mention) -> bool:
    """See "if at the national average": a norm applied to the place itself, not to the nation."""
    if mention.role != "owner" or not low.startswith("national ", mention.start):
        return False
    return bool(_HYPOTHESIS.search(low, max(0, mention.start - 60), mention.start))
