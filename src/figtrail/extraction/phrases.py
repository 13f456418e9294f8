"""Noun phrases and their complements, by tags."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.modifying import (
    closes_quoted,
    modifies,
    names_model,
    past_ages,
    past_joined,
    past_prefix,
    past_quoted,
    skip_modifiers,
)
from figtrail.extraction.nouns import NUMBERING, is_people, is_plural, singular
from figtrail.extraction.tokens import HYPHENS, Tokens

_NOUNS = read_sections("nouns.txt")
_GRAMMAR = read_sections("grammar.txt")
PLACE_NOUNS = frozenset(_NOUNS["place_nouns"])
# Words before a level that only the figure before it came from: "7,214, up from 6,890".
FORMER = (["up", "from"], ["down", "from"], ["revised", "from"])
_COMPLEMENT_PREPOSITIONS = frozenset(_GRAMMAR["complement_prepositions"])
_LEVELS = frozenset(_NOUNS["levels"] + read_sections("measured_words.txt")["plans"])
_NEVER_PASSIVE = frozenset(_GRAMMAR["never_passive"])
_OPENING = frozenset(("“", "‘", '"', "'"))
_FINITE = (["V"], ["E"], ["A"], ["v"])


class Phrase:
    """A noun phrase by token bounds: `[start, stop)`, its head noun, and its core's stop."""

    __slots__ = ("core_stop", "head", "start", "stop")

    def __init__(self, start: int, core_stop: int, stop: int, head: int) -> None:
        self.start = start
        self.core_stop = core_stop
        self.stop = stop
        self.head = head


def read_noun_phrase(tokens: Tokens, at: int, *, counted: bool = False) -> Phrase | None:
    """Read the noun phrase that starts at token `at`, without its complements.

    `counted`: a number above one stands before it, so its head is a plural where it has one and
    the first verb-like word after that plural ends it.
    """
    tags, lowers, count = tokens.tags, tokens.lowers, len(tokens.tags)
    start, head, plural, second = at, -1, -1, 0
    while at < count:
        tag, lower = tags[at], lowers[at]
        if tag == "N":
            if _ends_at_noun(tokens, at, start, head, plural, counted=counted):
                break
            if not lower.endswith(("’s", "'s")):
                head = at
                plural = at if is_plural(lower) else plural
        elif tag in "JEGB":
            if _ends_at_modifier(tokens, at, head, plural, counted=counted):
                break
            if tag == "G" and (head >= 0 or (at + 1 < count and tags[at + 1] in "DP.")):
                head = at
        elif _is_noun_form(tokens, at, start, head, plural, counted=counted):
            head = plural = at
        elif tag in "vV":
            if head >= 0 or (tag == "V" and (at + 1 >= count or tags[at + 1] not in "NJ")):
                break
            if tag == "v":
                head = at
                plural = at if is_plural(lower) else plural
        elif counted and plural < 0 <= head and names_model(tokens, at):
            at += 1 + (tag in ".D")
            continue
        elif counted and head >= 0 and (listed := skip_modifiers(tokens, at)):
            at = listed
            continue
        elif head < 0 and lower in _OPENING and (named := past_quoted(tokens, at)):
            at = named
            continue
        elif lower in HYPHENS and head == at - 1 and (listed := past_prefix(tokens, at)):
            at = head = listed
            plural = at if is_plural(lowers[at]) else plural
        elif tag == "C":
            if not _joins(tokens, at, start, head):
                break
            open_ended = head < 0 or (counted and plural < 0)
            if not (open_ended and tags[at + 1] in "JNEG"):
                second = _past_second(tokens, at, several=plural >= 0, counted=counted)
                break
        elif (lower not in ("’", "'") or at == start) and not closes_quoted(tokens, start, at):
            break
        at += 1
    if head < 0:
        return None
    stop = second or head + 1
    return Phrase(start, stop, stop, head)


def _past_second(tokens: Tokens, link: int, *, several: bool, counted: bool) -> int:
    """Past the second noun of a phrase, behind its "and": "trains and (buses)"; or 0.

    `several`: the first noun is a plural.
    """
    if not counted and (joined := past_joined(tokens, link)):
        # "Theft and related offences", "parks and recreation,".
        return joined
    alike = is_plural(tokens.lowers[link + 1]) == several
    return link + 2 if alike and tokens.tags[link + 1] == "N" else 0


def _is_noun_form(
    tokens: Tokens, at: int, start: int, head: int, plural: int, *, counted: bool
) -> bool:
    """Whether a form that looks like a verb is the noun of a phrase: "annual costs", "12 posts"."""
    if tokens.tags[at] == "v":
        return counted and plural < 0 <= head and _counts(tokens, at)
    if tokens.tags[at] != "V" or head >= 0 or at == start:
        return False
    ended = tokens.tags[at + 1 : at + 2] in ([], ["."], ["P"], ["C"], ["A"])
    return ended and tokens.tags[at - 1] == "J" and is_plural(tokens.lowers[at])


def _ends_at_noun(
    tokens: Tokens, at: int, start: int, head: int, plural: int, *, counted: bool
) -> bool:
    """Whether a noun stands outside the phrase that has the head before it."""
    lowers = tokens.lowers
    lower = lowers[at]
    if plural >= 0:
        owns = lower.endswith(("’", "'"))
        if counted and not owns and not is_plural(lower) and not modifies(tokens, at):
            return True
        if at > start and tokens.words[at][0].isupper():
            return True
        if lowers[at + 1 : at + 2] in (["that"], ["how"]):
            # "Four unions shows that": a verb that looks like a noun.
            return True
    if head < 0:
        return False
    if lower == "last" and tokens.tags[at + 1 : at + 2] == ["N"]:
        # "10,000 head last week".
        return True
    return plural >= 0 and lower.endswith(("’s", "'s")) and not is_people(lower[:-2])


def _ends_at_modifier(tokens: Tokens, at: int, head: int, plural: int, *, counted: bool) -> bool:
    """Whether an adjective, participle or adverb belongs to what follows the phrase."""
    tags = tokens.tags
    following = tags[at + 1] if at + 1 < len(tags) else ""
    tag = tags[at]
    if tag == "B" and counted and plural < 0 <= head and tokens.words[at - 1][0].isupper():
        # "Five European underground facilities".
        return following != "N" or not is_plural(tokens.lowers[at + 1])
    if tag == "B":
        return head >= 0 or not following or following not in "EJGNV"
    if head < 0:
        return False
    if tag == "J":
        return following != "N" or plural >= 0
    if tag == "E":
        told = counted and not _describes(tokens, at)
        return plural >= 0 or following != "N" or told
    return plural >= 0 or bool(following and following in "DPO")


def _describes(tokens: Tokens, at: int) -> bool:
    """Whether a participle stands before the counted plural: "96 laboratory confirmed cases"."""
    if tokens.words[at - 1][0].isupper():
        return False
    while at + 1 < len(tokens.tags) and tokens.tags[at + 1] in "NJ":
        at += 1
        if is_plural(tokens.lowers[at]):
            return True
    return False


def _joins(tokens: Tokens, at: int, start: int, head: int) -> bool:
    """Whether "and" or "or" stands inside the phrase: "trains and buses"."""
    if tokens.lowers[at] not in ("and", "or", "&") or at == start or at + 1 >= len(tokens.tags):
        return False
    named = head >= 0 and tokens.words[at + 1][0].isupper()
    # "At the 37,673 level and Nifty ended".
    ended = named and tokens.words[head].islower() and tokens.tags[at + 2 : at + 3] in _FINITE
    return not ended


def _counts(tokens: Tokens, at: int) -> bool:
    """Whether a verb-like plural after a counted modifier is the noun: "350 full-time posts"."""
    following = tokens.lowers[at + 1] if at + 1 < len(tokens.words) else "."
    tag = tokens.tags[at + 1] if at + 1 < len(tokens.words) else "."
    return is_plural(tokens.lowers[at]) and tag in ".PCAVEG" and following not in ("to", "that")


def extend_phrase(tokens: Tokens, phrase: Phrase, limit: int) -> Phrase:
    """Add the complements that identify a noun: "of …", "in care", "reporting concerns …".

    A complement that names a place or starts with a capital is left out, since it says where and
    not what; nothing at or after token `limit` is taken.
    """
    tags, lowers, words = tokens.tags, tokens.lowers, tokens.words
    at = phrase.stop
    room = 3
    while at < limit and room:
        room -= 1
        skip = at
        while skip < limit and tags[skip] == "B" and lowers[skip] not in ("ago", "also"):
            skip += 1
        if skip >= limit:
            break
        tag, lower = tags[skip], lowers[skip]
        if lower == "of" or (tag == "P" and lower in _COMPLEMENT_PREPOSITIONS):
            inner = skip + 1
            while inner < limit and tags[inner] == "D":
                inner += 1
            if inner >= limit or tags[inner] == "M":
                break
            noun = read_noun_phrase(tokens, inner)
            if noun is None or noun.stop > limit:
                break
            if lower == "against" and lowers[noun.head] in _LEVELS:
                # "11,000 teachers against a target of 12,000".
                break
            if lower != "of" and (words[inner][0].isupper() or lowers[noun.head] in PLACE_NOUNS):
                break
            if lower == "of" and words[noun.head][0].isupper() and words[inner][0].isupper():
                break
            at = noun.stop
        elif _qualifies(tokens, skip, limit, agent="by" in lowers[phrase.stop : at]):
            inner = skip + 1
            if lower == "aged" and (years := past_ages(tokens, inner, limit)):
                at = years
                continue
            inner += inner < limit and tags[inner] == "P"
            while inner < limit and tags[inner] == "D":
                inner += 1
            noun = read_noun_phrase(tokens, inner) if inner < limit else None
            if noun is None or noun.stop > limit or tags[inner] == "M":
                at = skip + 1 if tag in "EG" else at
                break
            at = noun.stop
        else:
            break
    return Phrase(phrase.start, phrase.core_stop, at, phrase.head)


def _qualifies(tokens: Tokens, at: int, limit: int, *, agent: bool) -> bool:
    """Whether a participle or an adjective tells a noun apart: "homes (damaged by floods)".

    `agent`: a complement before it has told by whom.
    """
    tag, lower = tokens.tags[at], tokens.lowers[at]
    following = tokens.lowers[at + 1 : at + 2]
    if tag == "E":
        return not agent or lower == "subject"
    if tag == "V" and following == ["by"] and lower not in _NEVER_PASSIVE:
        return True
    governing = tag == "J" and at + 1 < limit and tokens.tags[at + 1] == "P"
    return tag == "G" or lower == "subject" or governing


def head_of(tokens: Tokens, start: int, stop: int) -> int | None:
    """The head noun of a phrase given by bounds; of "number of X" and "level of X" it is X."""
    phrase = next(filter(None, (read_noun_phrase(tokens, at) for at in range(start, stop))), None)
    if phrase is None:
        return None
    head = phrase.head
    while head >= stop or (head > start and phrase.head >= stop and tokens.tags[head] != "N"):
        # "The state posted growth": the verb behind a subject looks like a modifier.
        head -= 1
    if (
        singular(tokens.lowers[head]) in NUMBERING
        and head + 1 < stop
        and tokens.lowers[head + 1] == "of"
    ):
        inner = head + 2
        while inner < stop and tokens.tags[inner] in "DM":
            inner += 1
        complement = read_noun_phrase(tokens, inner, counted=True) if inner < stop else None
        if complement is not None and complement.head < stop:
            return complement.head
    return head
