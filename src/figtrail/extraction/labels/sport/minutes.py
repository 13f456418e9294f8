"""When in a match: "with 34 minutes gone", "struck on 54 and 58", "90+3"."""

from __future__ import annotations

from figtrail.extraction.labels.sport.matches import MATCH, is_of_match
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number, find_unit_start
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_SPORT = read_sections("sport.txt")
_GONE = frozenset(_SPORT["gone"])
_MOMENTS = frozenset(_SPORT["moments"])
_COUNTING = frozenset(_SPORT["counting from"])
_OPENING = frozenset(_SPORT["opening"])
_ADDED = frozenset(("stoppage", "added", "injury"))
_BEFORE_MOMENT = frozenset(("the", "second", "first", "extra", "half"))
_OF_MATCH = frozenset(("match", "game", "half", "final", "tie", "period", "quarter", "contest"))
_MINUTES = frozenset(("minute", "minutes", "mins", "min"))
_DISMISSALS = frozenset(_SPORT["dismissals"])
_BEFELL = frozenset(_SPORT["scoring"]) | frozenset(_SPORT["left and came"]) | _DISMISSALS
_PLAYED = MATCH | _DISMISSALS
_STOPS = frozenset(",.;")
# How far before "on" stands what befell a player.
_NEAR = 4
# No match lasts longer, and few innings.
_LAST_MINUTE = 130
# The minutes with which halves and quarters end, in one game or another.
_ENDS_OF_PARTS = frozenset(("40", "45", "60", "70", "80", "90", "105", "120"))


@needs(_MINUTES)
def is_minute(tokens: Tokens, number: Number) -> bool:
    """Whether minutes only tell when in a match: "with 34 minutes gone", "after 53 minutes"."""
    if number.unit != "minute":
        return False
    if _is_from_moment(tokens, number):
        return True
    if number.kind != "duration" or not number.first:
        return False
    at = number.first
    while at > 1 and (tokens.tags[at - 1] == "M" or tokens.lowers[at - 1] in (",", "and")):
        at -= 1
    before = tokens.lowers[at - 1]
    behind = find_unit_start(tokens, number.stop) + 1
    if before == "on":
        # "Goals on 12, 44 and 90 minutes", but "lived on 20 minutes of sleep".
        return tokens.lowers[behind : behind + 1] != ["of"]
    if before == "with" and not _GONE.isdisjoint(tokens.lowers[behind : behind + 5]):
        return True
    if before in ("opening", "dying"):
        return True
    ahead = tokens.lowers[behind : behind + 4]
    if before in _OPENING and ahead[:1] == ["of"] and not _OF_MATCH.isdisjoint(ahead):
        return True
    if before in _OPENING or before in ("after", "at", "inside", "within"):
        ends = tokens.tags[behind : behind + 1] in ([], ["."], ["R"], ["C"], ["P"], ["O"], ["N"])
        return ends and is_of_match(tokens)
    return False


def _is_from_moment(tokens: Tokens, number: Number) -> bool:
    """Whether minutes count from a moment of a match: "three minutes from time"."""
    behind = find_unit_start(tokens, number.stop) + 1
    if behind >= len(tokens.words) or tokens.lowers[behind] not in _COUNTING:
        return False
    ahead = tokens.lowers[behind + 1 : behind + 4]
    while ahead and ahead[0] in _BEFORE_MOMENT:
        if ahead[0] == "half":
            return True
        ahead = ahead[1:]
    if not ahead:
        return False
    if ahead[0] in _ADDED:
        return tokens.lowers[behind] == "into"
    return ahead[0] in _MOMENTS


@needs(("on",), _BEFELL)
def is_struck_on(tokens: Tokens, number: Number) -> bool:
    """Whether a number is the minute or the runs on which something befell a player.

    "Struck again on 54 and 58", "dropped on 12", but "on 41 points".
    """
    stop, at = number.stop, number.first
    if number.kind is not None or number.form != "digits" or not 0 < number.value <= _LAST_MINUTE:
        return False
    if not _is_whole_phrase(tokens, stop):
        return False
    while at > 1 and (tokens.tags[at - 1] == "M" or tokens.lowers[at - 1] in (",", "and")):
        at -= 1
    if tokens.lowers[at - 1] != "on" or not _is_played(tokens):
        return False
    if _befell_before(tokens, at - 1):
        return True
    # "Kane scored on 12, Saka on 45": who else is told by name alone.
    named = at > 1 and tokens.words[at - 2][0].isupper()
    return named and any(
        tokens.lowers[one] == "on" and tokens.tags[one + 1] == "M" and _befell_before(tokens, one)
        for one in range(1, at - 1)
    )


def _is_whole_phrase(tokens: Tokens, stop: int) -> bool:
    """Whether a phrase ends at a token: nothing is counted, measured or shared out behind it."""
    if stop >= len(tokens.words) or tokens.lowers[stop] in _STOPS:
        return True
    return tokens.tags[stop] in "RCPOE" and tokens.lowers[stop] != "of"


def _befell_before(tokens: Tokens, at: int) -> bool:
    """Whether "on" at a token tells when something befell a player: not "had put on 64"."""
    before = tokens.lowers[max(0, at - _NEAR) : at]
    return before[-1:] != ["put"] and not _BEFELL.isdisjoint(before)


def _is_played(tokens: Tokens) -> bool:
    """Whether a match or an innings is spoken of."""
    return is_of_match(tokens) or not _PLAYED.isdisjoint(tokens.vocabulary)


@needs(("+",))
def is_added(tokens: Tokens, number: Number) -> bool:
    """Whether a number is of a minute of time added on: "90+3"."""
    for plus in (number.first - 1, number.stop):
        if tokens.lowers[plus : plus + 1] == ["+"] and plus + 1 < len(tokens.words):
            touches = tokens.ends[plus] == tokens.starts[plus + 1]
            return touches and tokens.lowers[plus - 1] in _ENDS_OF_PARTS
    return False
