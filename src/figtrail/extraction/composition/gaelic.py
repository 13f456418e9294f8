"""Scores of Gaelic games, goals before points: "Limerick 3-18 Clare 1-15", "kicked 0-8"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import DASHES, Tokens

# No side scores more goals or points in a match.
_MOST_GOALS, _MOST_POINTS = 12, 45
_WORDS = read_sections("composition_words.txt")
_KICKING = frozenset(_WORDS["kicking"])
_FROM_PLAY = frozenset(_WORDS["from_play"])
_BEFORE_RANGES = frozenset(_WORDS["before_ranges"])
# How many tokens of a side's name may stand between two scores.
_NAME = 4
# How many tokens before and behind a scorer's points others' are looked for.
_LINE_UP = 30


def is_gaelic_score(tokens: Tokens, first: Number, second: Number) -> bool:
    """Whether two small numbers with a dash are goals and points and no range.

    So they are beside another such pair ("2-10 to 0-9"), in brackets behind a name ("Byrnes
    (0-2, 1f)"), and behind what a player does with a ball.
    """
    if first.value > _MOST_GOALS or second.value > _MOST_POINTS:
        return False
    start, stop = first.first, second.stop
    if tokens.tags[stop : stop + 1] in (["N"], ["J"]) and not tokens.words[stop][0].isupper():
        return False
    if tokens.lowers[start - 1 : start] == ["("]:
        return _is_named(tokens, start - 1) and _ends_tally(tokens, stop)
    before = tokens.lowers[start - 1] if start else ""
    if before in _BEFORE_RANGES:
        return False
    if before in _KICKING or (first.value == 0 and before in ("with", "by", "added")):
        return first.value == 0 or _is_from_play(tokens, stop)
    return _faces_score(tokens, start, stop)


def _is_named(tokens: Tokens, opening: int) -> bool:
    return opening > 0 and tokens.words[opening - 1][0].isupper()


def _ends_tally(tokens: Tokens, stop: int) -> bool:
    """Whether brackets close behind points, or behind how many came from frees: "(0-2, 1f)".

    Where only points stand in them, others near hold a score too.
    """
    if tokens.lowers[stop : stop + 1] == [")"]:
        near = range(max(0, stop - _LINE_UP), min(stop + _LINE_UP, len(tokens.words)))
        return sum(tokens.lowers[at] == "(" and _is_pair(tokens, at + 1) for at in near) > 1
    free = "".join(tokens.lowers[stop : stop + 4])
    return free.startswith(",") and free.rstrip(")").endswith(("f", "’65", "pen"))


def _is_from_play(tokens: Tokens, stop: int) -> bool:
    from_play = tokens.lowers[stop : stop + 1] == ["from"]
    return from_play and not _FROM_PLAY.isdisjoint(tokens.lowers[stop + 1 : stop + 3])


def _faces_score(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether another score stands behind "to" or a side's name, or before them."""
    for at in range(stop + 1, min(stop + _NAME + 1, len(tokens.words) - 2)):
        if _is_pair(tokens, at):
            return _is_between(tokens, stop, at) and _is_free(tokens, at + 3)
    for at in range(start - 4, max(-1, start - _NAME - 4), -1):
        if at >= 0 and _is_pair(tokens, at):
            return _is_between(tokens, at + 3, start)
    return False


def _is_pair(tokens: Tokens, at: int) -> bool:
    """Whether digits, a dash and digits stand at a token without a blank."""
    words = tokens.words[at : at + 3]
    paired = (
        len(words) == 3 and words[0].isdecimal() and words[1] in DASHES and words[2].isdecimal()
    )
    tight = paired and tokens.ends[at] == tokens.starts[at + 1]
    return tight and tokens.ends[at + 1] == tokens.starts[at + 2]


def _is_between(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether only "to" or a name is between two scores."""
    words = tokens.words[start:stop]
    if [word.lower() for word in words] == ["to"]:
        goals = (tokens.words[start - 3], tokens.words[stop])
        return "0" in goals or len(tokens.words[start - 1]) > 1
    named = [word for word in words if word != ","]
    return bool(named) and all(word[0].isupper() and word.isalpha() for word in named)


def _is_free(tokens: Tokens, stop: int) -> bool:
    """Whether no noun follows that both would count: "3-4 to 5-6 weeks"."""
    return tokens.tags[stop : stop + 1] not in (["N"], ["J"])
