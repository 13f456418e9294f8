"""What players did, named by a number: "hit a six", "passed fifty", "added a third"."""

from __future__ import annotations

from figtrail.extraction.labels.sport.matches import is_of_match
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.memo import once_a_sentence
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import HYPHENS, Tokens

_WORDS = read_sections("innings.txt")
_CRICKET = frozenset(_WORDS["cricket"])
_BATTED = frozenset(_WORDS["batted"])
_REACHING = frozenset(_WORDS["reaching a milestone"])
_BATTERS = frozenset(_WORDS["milestones of batters alone"])
_BOUNDARIES = frozenset(("four", "six"))
_MILESTONES = frozenset((50, 100, 150, 200, 300))
_IN_WORDS = frozenset(("fifty", "hundred"))
_SPORT = read_sections("sport.txt")
_SCORING = frozenset(_SPORT["scoring"]) | frozenset(_SPORT["scoring which"])
_ARTICLES = frozenset(("a", "an", "another", "one"))
_COUNTING = HYPHENS | {"of"}
_NTH = frozenset("third fourth fifth sixth seventh eighth".split())
# Between a verb and a milestone stand so many words: "brought up a fine hundred".
_REACH = 4


@once_a_sentence
def _is_cricket(tokens: Tokens) -> bool:
    """Whether a sentence is of cricket: one word of nothing else, or two of batting."""
    return not _CRICKET.isdisjoint(tokens.vocabulary) or len(_BATTED & tokens.vocabulary) > 1


def _counts(tokens: Tokens, number: Number) -> bool:
    """Whether a noun, or what a number is of, follows it."""
    stop = number.stop
    if stop >= len(tokens.words):
        return False
    return tokens.tags[stop] in "NJM" or tokens.lowers[stop] in _COUNTING


@needs(_BOUNDARIES, _CRICKET | _BATTED)
def is_boundary(tokens: Tokens, number: Number) -> bool:
    """Whether a four or a six is one of them: "16 fours and a six", not "hit a six-foot fence"."""
    first = number.first
    if not first or number.kind is not None or tokens.lowers[number.core] not in _BOUNDARIES:
        return False
    if tokens.tags[first - 1] not in "DJ" or _counts(tokens, number):
        return False
    at = first - 1
    while at and tokens.tags[at] == "J":
        at -= 1
    return tokens.lowers[at] in _ARTICLES and _is_cricket(tokens)


@needs(_IN_WORDS, _REACHING | _BATTERS)
def is_milestone(tokens: Tokens, number: Number) -> bool:
    """Whether runs are a mark that batters reach: "passed fifty", "grinds out a hundred"."""
    first = number.first
    whole = number.kind is None and number.form == "words" and number.value in _MILESTONES
    if not whole or not first or _counts(tokens, number):
        return False
    near = tokens.lowers[max(0, first - _REACH) : first]
    if not _BATTERS.isdisjoint(near):
        return True
    return not _REACHING.isdisjoint(near) and _is_cricket(tokens)


@needs(_NTH, _SCORING)
def is_nth_goal(tokens: Tokens, number: Number) -> bool:
    """Whether an ordinal tells which goal it was, and no share: "headed in a third"."""
    first, stop = number.first, number.stop
    if number.form != "fraction" or tokens.lowers[stop - 1] not in _NTH or stop != first + 2:
        return False
    if tokens.lowers[stop : stop + 1] == ["of"]:
        return False
    if _SCORING.isdisjoint(tokens.lowers[max(0, first - 2) : first]):
        return False
    return is_of_match(tokens) and tokens.lowers[first - 1] != "by"
