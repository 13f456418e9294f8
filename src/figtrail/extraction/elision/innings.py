"""Whether a bare number counts the runs of a cricket match."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_people
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("innings.txt")
_CRICKET = frozenset(_WORDS["cricket"])
_UNITS = frozenset(_WORDS["units"])
_SCORING = frozenset(_WORDS["scoring"])
_SCORES = frozenset(_WORDS["scores"])
# How many tokens on either side a word of cricket is looked for.
_NEAR = 50


def find_runs(tokens: Tokens, reading: Reading, counted: str | None) -> str | None:
    """`run` for what was scored, chased or needed in cricket: "hit 55", "all out for 240".

    `counted` is the unit of the last thing counted.
    """
    at, lowers = reading.bound_start, tokens.lowers
    if reading.phrase is not None or not at:
        return None
    if reading.rate is not None and reading.rate.per == "over":
        # "A scoring rate of 3.2 an over".
        return "run"
    if lowers[at - 1] == "for" and tokens.tags[at - 2] == "M" and _tells_score(tokens, at - 1):
        return "wicket"
    if _tells_score(tokens, min(reading.number.stop, len(lowers) - 1)):
        return "run"
    out = lowers[at - 1] == "for" and lowers[at - 3 : at - 1] == ["all", "out"]
    if out or _is_unbeaten(tokens, reading):
        return "run"
    cricket = counted in _UNITS or _has_score(tokens)
    if not cricket and _CRICKET.isdisjoint(lowers[max(0, at - _NEAR) : at + _NEAR]):
        return None
    if lowers[reading.after : reading.after + 1] in _BY_BALL and (
        "M" in tokens.tags[reading.after + 1 : reading.after + 3]
    ):
        # "Made 88 off 140 balls".
        return "run"
    if lowers[at - 1 : at] in _BY_BALL and tokens.tags[at - 2] == "M":
        # "And Hart 40 from 30".
        return "ball"
    while at > 1 and (tokens.tags[at - 1] in "DJ" or lowers[at - 1] in ("another", "on", "to")):
        at -= 1
    return "run" if _is_scored(tokens, at, counted) else None


_BY_BALL = (["off"], ["from"])


def _has_score(tokens: Tokens) -> bool:
    """Whether a side's score stands in a sentence: "reached 341 for six", "on 88 for 2"."""
    if "for" not in tokens.vocabulary or _AT_SCORE.isdisjoint(tokens.vocabulary):
        return False
    return any(_tells_score(tokens, at) for at in range(2, len(tokens.words) - 1))


def _tells_score(tokens: Tokens, at: int) -> bool:
    """Whether "for" at a token stands between a side's runs and its wickets."""
    if tokens.lowers[at] != "for" or tokens.tags[at - 1 : at + 2 : 2] != ["M", "M"]:
        return False
    closed = tokens.tags[at + 2 : at + 3] in ([], ["."], ["P"], ["R"], ["C"])
    before = tokens.lowers[at - 2] if at > 1 else ""
    return closed and tokens.lowers[at + 1] in _WICKETS and before in _AT_SCORE


_WICKETS = frozenset("1 2 3 4 5 6 7 8 9 one two three four five six seven eight nine".split())
_AT_SCORE = frozenset("at on to reached made posted declared from closed were finished".split())


def _is_unbeaten(tokens: Tokens, reading: Reading) -> bool:
    """Whether a batter was still in: "unbeaten on 67", "an unbeaten 61", "45 not out"."""
    before = tokens.lowers[max(0, reading.bound_start - 2) : reading.bound_start]
    unbeaten = before[-1:] == ["unbeaten"] or before == ["unbeaten", "on"]
    return unbeaten or tokens.lowers[reading.after : reading.after + 2] == ["not", "out"]


def _is_scored(tokens: Tokens, at: int, counted: str | None) -> bool:
    """Whether the words before a token tell of runs: "hit", "a total of", "dismissed for"."""
    lowers, before = tokens.lowers, tokens.lowers[at - 1]
    if before == "(":
        # "Kohli (54) and Rahane (48)", "the captain (72)".
        return tokens.words[at - 2][0].isupper() or is_people(lowers[at - 2])
    if before == "of" and at > 1:
        return lowers[at - 2] in _SCORES
    if before == "in" and lowers[at] in ("his", "her"):
        # "Nine fours in her 94".
        return True
    out = before == "for" and lowers[at - 2] in _DISMISSED
    # Behind what fell or was bowled a bare number is one of runs: "by 10 wickets. India made 180".
    fallen = counted in _FALLEN and before not in _MORE
    return out or fallen or before in _SCORING


_DISMISSED = frozenset(_WORDS["fallen"])
_FALLEN = frozenset(("wicket", "over"))
_MORE = frozenset(("another", "further", "other", "remaining", "first", "last", "these", "those"))
