"""What "will" tells of a subject that decides nothing: "the outage will cut flows by 80 litres".

Weather, closures and changes have effects, a trade and a crowd do what they come to do: that is
forecast, whatever the verb. What a council or a firm will do is planned.
"""

from __future__ import annotations

from figtrail.extraction.clauses import find_subject
from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens

_HAPPENINGS = WORDS["happenings"]
_MEASURES = WORDS["measures"]
_AGGREGATES = WORDS["aggregates"]
_CROWDS = WORDS["crowds"]
_CRAFTS = WORDS["crafts"]
_TELLING = _HAPPENINGS | _MEASURES | _AGGREGATES | _CROWDS | _CRAFTS
_RESULTS = WORDS["results"]
_FALLEN = frozenset(("millimetre", "centimetre", "inch"))
_POINTING = frozenset(("it", "this", "that"))
_DEVISED = WORDS["devised"]
_EASING = frozenset(("cut", "reduce", "shave", "shorten", "slash", "halve", "trim", "ease"))
_NEAR = 6


def is_happening(tokens: Tokens, modal: int, stop: int, verb: str, number: Number | None) -> bool:
    """Whether the verb behind the modal tells what comes about: "the storm will dump 60mm"."""
    if verb == "be":
        return number is not None and _is_used(tokens, number)
    if number is not None and _is_result(tokens, stop, verb, number):
        return True
    if verb in _EASING and number is not None and number.kind is not None:
        eased = _find_head(tokens, modal)
        if eased is not None and tokens.lowers[eased] in WORDS["built"]:
            return True  # "the tunnel will cut journeys by 40 minutes"
    if _TELLING.isdisjoint(tokens.lowers[:modal]) and tokens.tags[0] != "G":
        return False
    head = _find_head(tokens, modal)
    if head is None:
        return False
    lower = tokens.lowers[head]
    if lower in _HAPPENINGS or lower in _AGGREGATES:
        return True
    if tokens.tags[head] == "G" or lower in _MEASURES:
        return verb in WORDS["effects"]
    if lower in _CROWDS and verb != "vote":
        return verb in WORDS["crowd_verbs"]
    return lower in _CRAFTS and verb in WORDS["flying"]


def is_thing(tokens: Tokens, modal: int) -> bool:
    """Whether the subject of a modal is a step, a thing or "it", of which nobody asks a duty."""
    head = _find_head(tokens, modal)
    if head is None:
        return tokens.lowers[modal - 1] in _POINTING if modal else False
    return tokens.lowers[head] in _MEASURES | _HAPPENINGS | _AGGREGATES | _POINTING | _DEVISED


def _find_head(tokens: Tokens, modal: int) -> int | None:
    """The head of a modal's subject: the noun before its first preposition, or a form in -ing.

    Of "a wave of strikes" it is the strikes.
    """
    bounds = find_subject(tokens, modal)
    if bounds is None:
        return None
    begin, stop = bounds
    if tokens.tags[begin] == "G" and tokens.tags[begin + 1 : begin + 2] != ["N"]:
        return begin
    at = begin
    while at + 1 < stop and tokens.tags[at + 1] not in "PRC.":
        at += 1
    joined = at + 2 < stop and tokens.lowers[at] in WORDS["spates"]
    if joined and tokens.lowers[at + 1] == "of":
        return stop - 1
    return at


def _is_used(tokens: Tokens, number: Number) -> bool:
    """Whether so many will use a thing: "the lift will be used by 4,000 walkers a day"."""
    at = number.first - 1
    while at > 0 and tokens.tags[at] in "BJD" and tokens.lowers[at] != "by":
        at -= 1
    while at > 0 and tokens.lowers[at] != "by" and number.first - at < 4:
        at -= 1
    return at > 0 and tokens.lowers[at] == "by" and tokens.lowers[at - 1] in WORDS["used_by"]


def _is_result(tokens: Tokens, stop: int, verb: str, number: Number) -> bool:
    """Whether a result is told in advance: "will report a loss of £3m", "will get 20cm of snow"."""
    if verb == "get":
        return number.kind == "measurement" and number.unit in _FALLEN
    if verb == "draw":
        return number.kind is None and number.out_of is None
    if verb not in WORDS["reporting_results"]:
        return False
    near = tokens.lowers[stop : number.first] + tokens.lowers[number.stop : number.stop + _NEAR]
    return not _RESULTS.isdisjoint(near)
