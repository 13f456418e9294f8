"""Distances that name a race or say how far it was on: "the women's 10,000m", "At 60km I"."""

from __future__ import annotations

from figtrail.extraction.labels.moments import CLAUSE_OPENERS
from figtrail.extraction.labels.references import LABELS
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.numbers import RACES, RACING, Number, find_unit_start
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens


def is_race(tokens: Tokens, number: Number) -> bool:
    """The name of a race: "the 100 metres", "the women's 10,000m"."""
    metres = number.unit == "metre" or tokens.words[number.stop - 1] == "m"
    if not metres or number.currency or number.mantissa not in _SWUM:
        return False
    if _is_raced(tokens, number.stop):
        return True
    if number.mantissa not in RACES or not number.first:
        return False
    before = tokens.lowers[number.first - 1]
    if before in _RUN and tokens.tags[number.stop : number.stop + 1] in ([], ["."], ["P"], ["C"]):
        return True
    if before.endswith("est") and tokens.tags[number.first - 1] in "NJ":
        return True
    if before == "in" and tokens.tags[number.stop : number.stop + 1] in ([], ["."], ["P"], ["C"]):
        return not RACING.isdisjoint(tokens.vocabulary)  # "shocks champion in 800m as she wins"
    after = tokens.lowers[number.stop + (number.unit == "metre" and not number.unit_inside) :][:1]
    return (before == "the" or before.endswith(("men’s", "men's"))) and after != ["of"]


def _is_raced(tokens: Tokens, stop: int) -> bool:
    """Whether words of a race follow, or other distances that they follow: "100m and 200m IM"."""
    words, at = tokens.words, stop
    while tokens.lowers[at : at + 1] in _LISTING and words[at + 2 : at + 3] == ["m"]:
        at += 3
    at += tokens.lowers[at : at + 1] in (["metre"], ["metres"], ["meter"], ["meters"])
    if tokens.lowers[at : at + 1] == [] or tokens.lowers[at] not in RACING:
        return False
    # "About 50m race fans" are counted.
    return tokens.tags[at + 1 : at + 2] != ["N"] or not is_plural(tokens.lowers[at + 1])


_LISTING = (["and"], ["or"], [","], ["&"], ["/"])
# Over fewer metres than elsewhere races are swum.
_SWUM = RACES | {50, 110, 300, 1000}


@needs(("k",))
def is_road_race(tokens: Tokens, number: Number) -> bool:
    """Whether thousands are a run's length by its name: "won the 10K", "a charity 5k"."""
    at, stop = number.core, number.stop
    if number.currency is not None or tokens.lowers[stop - 1] != "k" or at + 2 != stop or not at:
        return False
    if tokens.words[at] not in _ROADS or tokens.ends[at] != tokens.starts[stop - 1]:
        return False
    after = tokens.lowers[stop] if stop < len(tokens.words) else "."
    named = tokens.tags[at - 1] == "D" or tokens.lowers[at - 1] in _CALLED
    if not named and after not in _RACES:
        return False
    if tokens.lowers[at - 1] in ("some", "all"):
        return False
    return after in _RACES or (stop >= len(tokens.words) or tokens.tags[stop] in ".PCRAV")


# Kilometres of runs on roads, and what they are called with them.
_ROADS = frozenset("3 5 8 10 12 15 20 21 25 30 50 100".split())
_RACES = frozenset("run race walk event course route swim time times".split())
# "A charity 5k".
_CALLED = frozenset("charity fun road park virtual annual run parkrun city memorial".split())
_RUN = frozenset(LABELS["run"])


@needs(("at",))
def is_way_run(tokens: Tokens, number: Number) -> bool:
    """Whether a distance only says how far a race was on: "At 60km I was finished"."""
    at = number.first - 1
    if tokens.lowers[max(0, at)] != "at":
        return False
    if tokens.words[number.stop - 1] == "m" and number.scale is not None and not number.currency:
        # "At 600m I looked up": nobody does it at so many millions.
        return at == 0 and tokens.lowers[number.stop : number.stop + 1] in _RUNNING
    if number.kind != "measurement":
        return False
    if at and tokens.tags[at - 1] != "." and tokens.lowers[at - 1] not in CLAUSE_OPENERS:
        return False
    stop = number.stop if number.unit_inside else find_unit_start(tokens, number.stop) + 1
    if number.unit not in ("kilometre", "mile", "metre") or stop >= len(tokens.words):
        return False
    told = tokens.lowers[stop] in _RUNNERS
    return told or (not _RACED.isdisjoint(tokens.vocabulary) and tokens.tags[stop] in ".DO")


# Who tells of a race that was run.
_RUNNERS = frozenset(("i", "he", "she", "my", "we", "they"))
_RUNNING = [[runner] for runner in _RUNNERS]
_RACED = frozenset(LABELS["raced"])
