"""What there is already before somebody moves, spends or closes it: "a school with 84 pupils"."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens

OWN = frozenset(("its", "their", "his", "her", "our"))
_HELD = OWN | {"the"}
NOW = frozenset(("present", "current", "existing"))
_OUT = frozenset(("from", "out", "off"))


def is_run_on(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether it is the budget that somebody has: "from the brigade's £21m budget"."""
    lowers = tokens.lowers
    if number.kind != "money" or lowers[number.stop : number.stop + 1] != ["budget"] or start < 2:
        return False
    owned = lowers[start - 1].endswith(("’s", "'s", "s’", "s'")) or lowers[start - 1] in OWN
    return owned and not _OUT.isdisjoint(lowers[max(0, start - 5) : start - 1])


def is_changed(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether it is a level that somebody moves: "want the wage of N30,000 a month lifted"."""
    lowers = tokens.lowers
    named = lowers[start : number.first] + lowers[number.stop : number.stop + 3]
    if start and lowers[start - 1] == "the" and not WORDS["levels_set"].isdisjoint(named):
        ahead = lowers[number.stop + 1 : number.stop + 7]
        return "be" in ahead and not WORDS["raised"].isdisjoint(ahead)
    if start < 3 or lowers[start - 1] != "of" or lowers[start - 2] not in WORDS["levels_set"]:
        return False
    ahead = lowers[number.stop : number.stop + 9]
    if not WORDS["raised"].isdisjoint(ahead[:4]):
        return True
    if "be" in ahead and not WORDS["raised"].isdisjoint(ahead[ahead.index("be") + 1 :][:2]):
        return True
    at = start - 3
    while at > 1 and tokens.tags[at] in "NJ":
        at -= 1
    return lowers[at] in _HELD and lowers[at - 1] in ("to", "from", "off")


def is_kept_at(tokens: Tokens, start: int) -> bool:
    """Whether it is decided to leave a level where it is: "voted 7-2 to hold the rate at 4%"."""
    lowers = tokens.lowers
    if start < 3 or "at" not in lowers[start - 1 : start + 1]:
        return False
    for at in range(start - 2, max(0, start - 9), -1):
        if lowers[at] in WORDS["leaving"]:
            decided = lowers[max(0, at - 6) : at - 1]
            return lowers[at - 1] == "to" and not WORDS["opting"].isdisjoint(decided)
        if tokens.tags[at] in "AVER.":
            return False
    return False


def is_of_closed(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether it tells who is in a thing that is given up: "to close a school with 84 pupils"."""
    if number.kind is not None or start < 3 or tokens.lowers[start - 1] not in ("with", "of"):
        return False
    at = start - 2
    while at > 0 and tokens.tags[at] in "NJ":
        at -= 1
    return tokens.tags[at] == "D" and tokens.lowers[at - 1] in WORDS["giving_up"]


def is_set_apart(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether it is what there is beside what is wanted: ", not six", "half the present peak"."""
    lowers = tokens.lowers
    if lowers[max(0, start - 2) : start] == [",", "not"] and number.stop < len(lowers):
        return tokens.tags[number.stop] == "." and lowers[number.stop] not in "%-"
    shared = number.kind == "percentage" or number.out_of is not None
    ahead = lowers[number.stop : number.stop + 3]
    return shared and ahead[:2] == ["of", "the"] and ahead[2:] != [] and ahead[2] in NOW


def is_promised_already(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether "already" stands with what has only been promised: "the 900 already announced"."""
    lowers = tokens.lowers
    if start < 1 or lowers[start - 1] != "the":
        return False
    for at in range(number.stop, min(len(lowers) - 1, number.stop + 4)):
        if lowers[at] == "already":
            return lowers[at + 1] in WORDS["promised"]
    return False
