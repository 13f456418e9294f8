"""Ages that stand aside: "Ms Bo, now 44, runs", "Mr Khan (44)", "a daughter, nine, and a son"."""

from __future__ import annotations

from figtrail.extraction.labels.ages.lives import KIN, SPOKEN_OF, TITLES, is_name_at, may_be_age
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_people, is_plural
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("ages.txt")
_ROLES = frozenset(_WORDS["roles"])
_THEN = frozenset(_WORDS["then"])


@needs(_THEN)
def is_age_then(tokens: Tokens, number: Number) -> bool:
    """Whether an age stands behind a word of time: "Now 78, he walks", "Ms Bo, now 44, runs"."""
    first, stop, lowers = number.first, number.stop, tokens.lowers
    if not first or lowers[first - 1] not in _THEN or not may_be_age(number):
        return False
    goes_on = lowers[stop : stop + 1] == ["and"] and tokens.tags[stop + 1 : stop + 2] in _DESCRIBED
    if stop >= len(lowers) or (lowers[stop] not in (",", ".", ")") and not goes_on):
        return False
    if first == 1:
        after = lowers[stop + 1 : stop + 2]
        told = after != [] and (after[0] in SPOKEN_OF or after[0] in TITLES)
        return lowers[stop] == "," and told
    if lowers[first - 2] != "," or first < 3:
        return False
    told = _is_named(tokens, first - 3) or lowers[first - 3] in KIN
    told = told or (goes_on and is_name_at(tokens, first - 3))
    return told or lowers[first - 3] in ("couple", "pair", "twins")


def _is_named(tokens: Tokens, at: int) -> bool:
    """Whether a person's name ends at a token: two capitals, or one behind a title."""
    if not is_name_at(tokens, at) or is_plural(tokens.lowers[at]):
        return False
    before = tokens.words[at - 1] if at else ""
    return before[:1].isupper() or tokens.lowers[max(0, at - 1)] in TITLES


# "Prosser, then 31 and second coxswain".
_DESCRIBED = (["N"], ["J"], ["D"])


# From so many years on people's ages are told in brackets.
_GROWN = 16
_SINGLE = frozenset(("a", "an", "his", "her", "my"))


@needs((",", "("))
def is_in_asides(tokens: Tokens, number: Number) -> bool:
    """Whether an age stands aside: "Mr Khan (44)", "a daughter, nine,", "Di Fox, at 90, drives"."""
    lowers, at, stop = tokens.lowers, number.first - 1, number.stop
    if at < 2 or not may_be_age(number):
        return False
    after = lowers[stop] if stop < len(lowers) else "."
    if lowers[at] == "(":
        titled = lowers[at - 2] in TITLES and tokens.words[at - 2][0].isupper()
        single = not _SINGLE.isdisjoint(lowers[max(0, at - 4) : at])
        described = single and is_people(lowers[at - 1]) and number.value >= _GROWN
        return after == ")" and ((titled and is_name_at(tokens, at - 1)) or described)
    if lowers[at - 1 : at + 1] == [")", ","]:
        # "Said Cllr Bríd Nolan (FG), 38."
        return after in (",", ".") and not TITLES.isdisjoint(lowers[max(0, at - 7) : at])
    if lowers[at] == "at":
        return lowers[at - 1] == after == "," and _is_named(tokens, at - 2)
    known = lowers[at - 1] in KIN or (number.value >= _GROWN and lowers[at - 1] in _ROLES)
    kin = lowers[at] == "," and known and tokens.tags[at - 2] == "D"
    return kin and (after in (",", ".", ";", "and", "who"))
