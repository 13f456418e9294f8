"""Whether a bare number counts the runs of a cricket match."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
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
    if counted not in _UNITS and _CRICKET.isdisjoint(lowers[max(0, at - _NEAR) : at + _NEAR]):
        return None
    if lowers[reading.after : reading.after + 1] == ["off"] and (
        "M" in tokens.tags[reading.after + 1 : reading.after + 3]
    ):
        # "Made 88 off 140 balls".
        return "run"
    while at > 1 and (tokens.tags[at - 1] in "DJ" or lowers[at - 1] in ("another", "on", "to")):
        at -= 1
    before = lowers[at - 1]
    if before == "(" and tokens.words[at - 2][0].isupper():
        # "Kohli (54) and Rahane (48)".
        return "run"
    if before == "of" and at > 1:
        return "run" if lowers[at - 2] in _SCORES else None
    out = before == "for" and lowers[at - 2 : at - 1] == ["out"]
    # Behind what fell or was bowled a bare number is one of runs: "by 10 wickets. India made 180".
    fallen = counted in _FALLEN and before not in _MORE
    return "run" if out or fallen or before in _SCORING else None


_FALLEN = frozenset(("wicket", "over"))
_MORE = frozenset(("another", "further", "other", "remaining", "first", "last", "these", "those"))
