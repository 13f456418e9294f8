"""What a hyphened number sizes rather than names: "a 15-man squad", "a four-game streak"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("groups.txt")
_MEMBERS = frozenset(_WORDS["members"])
_FORMED = frozenset(_WORDS["formed"])
_PLAYED = frozenset(_WORDS["played"])
_STREAKS = frozenset(_WORDS["streaks"])
_PLACES = frozenset(_WORDS["places"])
_HOUSED = frozenset(_WORDS["housed"])
_SIDES = frozenset(("team", "club", "side"))
_TABLES = frozenset(("table", "division", "league", "group", "field"))
# How many words may describe what is sized: "a 15-man England Test squad".
_REACH = 4


def sizes_group(tokens: Tokens, at: int) -> bool:
    """Whether the noun hyphened at a token is what a group, a streak or a house has so many of.

    A kind is named by its number ("a ten-man side", "a three-match series"); how many a squad, a
    streak or a ban comes to is counted.
    """
    noun = tokens.lowers[at]
    if noun in _MEMBERS:
        return _is_headed(tokens, at, _FORMED)
    if noun in _PLAYED:
        return _is_headed(tokens, at, _STREAKS)
    if noun in _PLACES:
        return _is_headed(tokens, at, _HOUSED)
    return noun in _SIDES and _is_headed(tokens, at, _TABLES)


def _is_headed(tokens: Tokens, at: int, heads: frozenset[str]) -> bool:
    """Whether the phrase behind a token ends with one of the nouns: not "the three-man panel show".

    No adjective stands behind its nouns: "a three-match ban last week".
    """
    head = at
    for index in range(at + 1, min(at + 1 + _REACH, len(tokens.words))):
        noun = tokens.tags[index] == "N" or tokens.lowers[index] in heads
        if not noun and (head > at or tokens.tags[index] not in "JGEv"):
            break
        if noun:
            head = index
    return tokens.lowers[head] in heads
