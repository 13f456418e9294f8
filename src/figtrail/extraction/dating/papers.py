"""When papers were written, sent and laid open, and plans told: dates that are of no figure."""

from __future__ import annotations

from collections.abc import Sequence

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("dating_words.txt")
OCCASIONS = frozenset(_WORDS["occasions"])
_GATHERING = frozenset(_WORDS["gathering"])
STUDIES = frozenset(_WORDS["studies"])
_LAID_OPEN = OCCASIONS | STUDIES | frozenset(_WORDS["papers laid open"])
_SHOWING = frozenset(_WORDS["showing"])
_HERALDING = frozenset(_WORDS["heralding"])
_SURVEYS = frozenset(_WORDS["surveys"])
_PUT = frozenset(("put", "puts"))
# How many words a subject may have.
_SUBJECT = 5


def is_sent(tokens: Tokens, first: int) -> bool:
    """Whether a mention is when something was written or sent: "in a letter sent in May"."""
    lowers = tokens.lowers
    if first < 2 or tokens.tags[first - 1] not in "VE" or lowers[first - 1] in _GATHERING:
        return False
    return lowers[first - 2] in OCCASIONS and led_by_preposition(tokens, first - 2)


def is_laid_open(tokens: Tokens, first: int, stop: int, numbers: Sequence[int]) -> bool:
    """Whether a mention is when a paper was seen: "a report tabled in parliament on Friday"."""
    lowers, tags = tokens.lowers, tokens.tags
    for at in range(first - 1, max(0, first - 8), -1):
        if tags[at] in "VE" and tags[at - 1] in "N,.":
            noun = at - 1 - (lowers[at - 1] == ",")
            if lowers[noun] not in _LAID_OPEN or lowers[at] in _GATHERING:
                return False
            inset = noun < at - 1 or led_by_preposition(tokens, noun)
            return inset or verb_follows(tokens, stop)
        if at in numbers or tags[at] not in "PDNJ":
            return False
    return False


def is_heralded(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a mention ends a phrase of telling: "Launching the plan on Monday, she put it at"."""
    if tokens.lowers[0] not in _HERALDING or tokens.lowers[stop : stop + 1] != [","]:
        return False
    return not any(tag in "AVEM" for tag in tokens.tags[1:first])


def is_put_at(tokens: Tokens, stop: int, numbers: Sequence[int]) -> bool:
    """Whether somebody put a figure at so much on a day: "officials last week put it at 9".

    Not a poll, which asked then.
    """
    lowers = tokens.lowers
    if _PUT.isdisjoint(tokens.vocabulary) or not _SURVEYS.isdisjoint(lowers[:stop]):
        return False
    put = next((at for at in range(stop, len(lowers)) if lowers[at] in _PUT), len(lowers))
    if put - stop > _SUBJECT or any(tag not in "DNJB." for tag in tokens.tags[stop:put]):
        return False
    following = next((one for one in numbers if one > put), -1)
    return following > 0 and "at" in lowers[put:following]


def led_by_preposition(tokens: Tokens, at: int) -> bool:
    """Whether an occasion is where something happened: "at a meeting", "in a joint statement"."""
    for index in range(at - 1, max(-1, at - 6), -1):
        lower = tokens.lowers[index]
        if lower in ("at", "in", "to", "during", "by", "for", "after", "following", "under"):
            return True
        if tokens.tags[index] in "AVEv,.":
            return False
    return False


def verb_follows(tokens: Tokens, stop: int) -> bool:
    """Whether a verb stands where a mention stops."""
    if stop >= len(tokens.words):
        return False
    # "Show" may be a noun.
    return tokens.tags[stop] in "AVEv" or tokens.lowers[stop] in _SHOWING
