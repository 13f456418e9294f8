"""What a bare number counts in a contest: the statistic that somebody leads in, or goals."""

from __future__ import annotations

from figtrail.extraction.elision.antecedents import Antecedent
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import singular
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("contests.txt")
_STATISTICS = frozenset(_WORDS["statistics"])
_LEADING = frozenset(_WORDS["leading"])
_NETTING = frozenset(_WORDS["netting"])
_GAMES = frozenset(_WORDS["games"])
_BEFORE = frozenset(("with", "at", "on", "averaging", "by", "of"))
# How many tokens may stand between a statistic and its number, and before it.
_REACH = 6
_NEAR = 10


def find_statistic(
    tokens: Tokens, reading: Reading, antecedent: Antecedent | None
) -> tuple[str, str | None] | None:
    """The unit of what somebody leads in, and its denominator: "led in rebounds with 12.3".

    A broken number is an average, which is told for each game.
    """
    if _STATISTICS.isdisjoint(tokens.vocabulary) or not _is_bare(reading):
        return None
    at = reading.bound_start
    if at < 3 or tokens.lowers[at - 1] not in _BEFORE:
        return None
    noun = _find_noun(tokens, at)
    if noun is None or _LEADING.isdisjoint(tokens.lowers[max(0, noun - _NEAR) : noun]):
        return None
    number = reading.number
    averaged = number.value != int(number.value) or tokens.lowers[at - 1] == "averaging"
    per = "game" if averaged else None
    if averaged and antecedent is not None and antecedent.per in _GAMES:
        per = antecedent.per
    return singular(tokens.lowers[noun]), per


def _find_noun(tokens: Tokens, at: int) -> int | None:
    """The statistic before a number, where no other number or verb stands between."""
    for index in range(at - 1, max(0, at - _REACH), -1):
        if tokens.lowers[index] in _STATISTICS and tokens.tags[index - 1] != "M":
            return index
        if tokens.tags[index] in "MAVvR" or tokens.lowers[index] in (";", ":"):
            return None
    return None


def counts_goals(tokens: Tokens, reading: Reading, counted: str | None) -> bool:
    """Whether somebody scored so many times, or a side let in so many.

    "Scored 15 times in 34 games", "let in 30"; `counted` is the unit of the last thing counted.
    """
    at, lowers = reading.bound_start, tokens.lowers
    if not at or reading.kind != "count" or reading.number.kind is not None:
        return False
    if lowers[reading.number.stop : reading.number.stop + 1] == ["times"]:
        return lowers[at - 1] in _NETTING or lowers[max(0, at - 2) : at] == ["the", "net"]
    if reading.phrase is not None:
        return False
    conceded = lowers[at - 1] == "conceded" or lowers[max(0, at - 2) : at] in _LET_IN
    return conceded and counted in ("goal", "match", "game")


_LET_IN = (["let", "in"], ["lets", "in"], ["letting", "in"], ["shipped", "in"])


def _is_bare(reading: Reading) -> bool:
    return reading.kind in ("count", "rate") and reading.unit is None and reading.phrase is None
