"""Verbs by which somebody says or expects what the clause behind them tells."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_people
from figtrail.extraction.tokens import Tokens

_SPOKEN = read_sections("speakers.txt")
TELLING = frozenset(
    word for name in ("state", "assert", "tell", "expect", "listened") for word in _SPOKEN[name]
) - frozenset(read_sections("measured_words.txt")["reckoning"])
_DOUBTFUL = frozenset(_SPOKEN["ambiguous"])
_TELLERS = frozenset(
    word
    for name in ("source", "body", "company", "people", "forecaster", "poll", "own voice")
    for word in _SPOKEN[name]
) | frozenset(read_sections("measured_words.txt")["holders"])
_TIMES = frozenset(read_sections("measured_words.txt")["told_times"])
# How many tokens may stand between a verb of saying and "that": "told reporters on Friday that".
_HEARERS = 7


def tells(tokens: Tokens, at: int, stop: int, floor: int) -> bool:
    """Whether the word at a token says or expects what starts behind it, up to token `stop`.

    "The bank expects (inflation)", "figures show (thefts)"; not "deaths reported last year", nor
    "insurance claims".
    """
    if at + 1 >= stop or not is_telling(tokens, at, floor):
        return False
    verbal = tokens.tags[at + 1] in "Vv" and tokens.tags[at + 2 : at + 3] == ["A"]
    if tokens.lowers[at + 1] in _TIMES or not (tokens.tags[at + 1] in "NJDGOMB" or verbal):
        # "Fears costs may top £5m": a noun that looks like a verb.
        return False
    if tokens.tags[at] == "E" and tokens.tags[at + 1] == "J" and tokens.tags[at + 2] != "N":
        # "People confirmed dead in the quake".
        return False
    return verbal or any(tag in "NGO" for tag in tokens.tags[at + 1 : stop])


def past_teller(tokens: Tokens, start: int, stop: int) -> int:
    """Past who says or expects it, to the noun itself: "the retailer forecasts (profits of)"."""
    told = (at + 1 for at in range(start + 1, stop - 1) if tells(tokens, at, stop, start))
    return next(told, start)


def is_told(tokens: Tokens, that: int, floor: int) -> bool:
    """Whether "that" opens what somebody says: "said in a statement that", "reveal that"."""
    for at in range(that - 1, max(floor, that - _HEARERS), -1):
        if tokens.tags[at] in ".RC":
            return False
        if is_telling(tokens, at, floor):
            return at == that - 1 or tokens.tags[at + 1] in "NDJPOB"
    return False


def is_telling(tokens: Tokens, at: int, floor: int) -> bool:
    """Whether a word is a verb of saying with somebody before it who says so."""
    lower = tokens.lowers[at]
    if at <= floor or lower not in TELLING or tokens.tags[at - 1] in "DPJM.":
        return False
    if tokens.tags[at - 1] == "R" and tokens.tags[at - 2] == "N" and at - 1 > floor:
        # "The number of women who reported assaults".
        return False
    before = at - 1
    while before > floor and tokens.tags[before] in "BA":
        before -= 1
    if before < at - 1 and tokens.tags[at - 1] == "A":
        # "Has confirmed"; "was reported" says nothing itself.
        return tokens.lowers[at - 1] in ("has", "have", "had")
    doubtful = lower in _DOUBTFUL or (tokens.tags[at] == "E" and tokens.tags[at + 1] not in "OD")
    return not doubtful or _may_tell(tokens, before)


def _may_tell(tokens: Tokens, at: int) -> bool:
    """Whether somebody or something that can say so stands at a token."""
    lower = tokens.lowers[at]
    if tokens.tags[at] == "O" or lower in _TELLERS or is_people(lower):
        return True
    return at > 0 and tokens.tags[at] == "N" and tokens.words[at][0].isupper()


def is_content(tokens: Tokens, at: int, floor: int) -> bool:
    """Whether "that" before a token says what something is: "the fear that rents will rise".

    So does "it is clear that". "The rent that has risen", "the fear that led to it": a relative
    with its verb.
    """
    told = at - 2
    if tokens.tags[at] in "AVvB":
        return False
    if tokens.lowers[told] in _CONTENTS:
        return True
    while told > floor + 1 and tokens.tags[told] in "NJDB":
        told -= 1
    return tokens.tags[told] == "A" and tokens.lowers[told - 1] == "it"


_CONTENTS = frozenset(read_sections("measured_words.txt")["contents"])
