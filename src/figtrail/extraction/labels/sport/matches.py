"""How far a match or a cup is, and how it is won: "after three rounds", "first to 18"."""

from __future__ import annotations

from figtrail.extraction.labels.sport.golf import GOLF
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.memo import once_a_sentence
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import DASHES, Tokens

_SPORT = read_sections("sport.txt")
MATCH = frozenset(_SPORT["sport"])
_MATCH_ALONE = frozenset(_SPORT["match alone"])
_PARTS = frozenset(_SPORT["parts"])
_SHARED_PARTS = frozenset(_SPORT["shared parts"])
_PLAY = (MATCH | GOLF | frozenset(_SPORT["tours"])) - _SHARED_PARTS
_STAGES = frozenset(_SPORT["stages"])
_STAGE_VERBS = frozenset(_SPORT["stage verbs"])
# How many are left in a cup.
_LEFT = frozenset((4, 8, 16, 32, 64, 128))
# Of so few the last are a stage of a cup, whatever else is spoken of.
_FEW = 8
# The best of a game of hockey are so many.
_STARS = 3


@once_a_sentence
def is_of_match(tokens: Tokens) -> bool:
    """Whether a match is spoken of: a word of nothing else, two of one, or a score."""
    if not _MATCH_ALONE.isdisjoint(tokens.vocabulary) or len(MATCH & tokens.vocabulary) > 1:
        return True
    words, lowers = tokens.words, tokens.lowers
    if any(lowers[at : at + 2] == ["sent", "off"] for at in range(len(lowers))):
        return True
    return any(
        words[at] in DASHES
        and words[at - 1].isdecimal()
        and words[at + 1].isdecimal()
        and int(words[at - 1]) >= int(words[at + 1])
        for at in range(1, len(words) - 1)
    )


@needs(("after", "through"), _PARTS | _SHARED_PARTS)
def is_after_part(tokens: Tokens, number: Number) -> bool:
    """Whether a number only tells how far a match or a tournament is: "after three rounds".

    Talks have rounds and years have quarters: with those, play must be spoken of.
    """
    lowers, stop = tokens.lowers, number.stop
    before = lowers[number.first - 1 : number.first]
    part = "".join(lowers[stop : stop + 1])
    if number.kind is not None or before not in (["after"], ["through"]):
        return False
    if lowers[stop + 1 : stop + 2] == ["of"] or (part == "overs" and before == ["through"]):
        return False  # "After three rounds of talks", "he batted through 93 overs"
    return part in _PARTS or (part in _SHARED_PARTS and _is_of_play(tokens))


@once_a_sentence
def _is_of_play(tokens: Tokens) -> bool:
    """Whether a match, golf or a tour is spoken of, besides its parts."""
    return is_of_match(tokens) or len(_PLAY & tokens.vocabulary) > 1


@needs(("first", "best"), ("to", "of"))
def is_length(tokens: Tokens, number: Number) -> bool:
    """Whether a number tells how a match is won: "it is first to 18", "best of 35"."""
    before = tokens.lowers[max(0, number.first - 2) : number.first]
    ends = number.stop >= len(tokens.words) or tokens.tags[number.stop] in ".CR"
    return ends and number.kind is None and before in (["first", "to"], ["best", "of"])


@needs(("last", "final", "round"))
def is_stage(tokens: Tokens, number: Number) -> bool:
    """Whether a number names a stage of a cup: "reached the last eight", "the round of 16"."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    if number.kind is not None or number.value not in _LEFT or first < 2:
        return False
    behind = lowers[stop : stop + 1]
    counts = bool(behind) and tokens.tags[stop] in "NJ" and behind[0] not in _STAGES
    if lowers[first - 2 : first] == ["round", "of"]:
        return not counts
    if counts or lowers[first - 1] not in ("last", "final"):
        return False
    if lowers[first - 2] in _STAGE_VERBS:
        return True  # Headlines have no article: "Ruiz into last 16"
    if tokens.tags[first - 2] not in "DNC":
        return False
    if behind == ["of"] and tokens.tags[stop + 1 : stop + 2] != ["D"]:
        return False
    staged = bool(behind) and behind[0] in _STAGES
    reached = first > 2 and lowers[first - 3] in _STAGE_VERBS and lowers[first - 2] == "the"
    if staged or reached or lowers[first - 2] == "or":
        return True
    return number.value > _FEW and is_of_match(tokens)  # not "they freed the last 16"


@needs(("stars",), ("three", "3"))
def is_of_stars(tokens: Tokens, number: Number) -> bool:
    """Whether a heading names the three best of a game of hockey: "THREE STARS"."""
    headed = tokens.lowers[number.stop :] == ["stars"]
    headed = headed or tokens.lowers[number.stop : number.stop + 2] == ["stars", ":"]
    return headed and number.first == 0 and number.value == _STARS
