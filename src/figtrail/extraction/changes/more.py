"""Whether "more", "less" or "fewer" behind a number tells a change: "pay £300 more a year"."""

from __future__ import annotations

from figtrail.extraction.changes.earlier import is_earlier, is_of_norm
from figtrail.extraction.changes.vocabulary import (
    CHANGE_NOUNS,
    EACH,
    LONG_SPANS,
    PROPORTIONAL,
    WORDS,
)
from figtrail.extraction.tokens import Tokens

# How many tokens behind a comparative "than" may stand.
_RIVAL = 9
# How many tokens a payer may take between the verb and the sum.
_PAYER = 6
_RECURRING = LONG_SPANS | {"night", "morning", "evening", "hour", "weekend", "season"}
_CLOSING = frozenset((".", ",", ";", "this", "year-on-year"))
_SUPPOSING = frozenset(("could", "would", "might"))
_SUPPOSED = WORDS["supposed"]


def is_more(tokens: Tokens, kind: str, comparative: int, start: int) -> bool:
    """Whether "30% less", "$300 more a year", "45 more procedures a week" tell a change.

    What could have been is none, nor are some more of the same ("six more weeks").
    """
    lowers = tokens.lowers
    following = lowers[comparative + 1] if comparative + 1 < len(lowers) else "."
    counted = tokens.tags[comparative + 1 : comparative + 2] in (["N"], ["J"])
    if _is_changed_number(tokens, kind, comparative, start):
        return True
    if counted and kind == "count" and lowers[start - 1] == "with":
        return lowers[comparative] == "fewer" or not WORDS["stocks"].isdisjoint(
            lowers[comparative + 1 : comparative + 3]
        )
    if "have" in lowers[max(0, start - 5) : start] and not _SUPPOSING.isdisjoint(
        lowers[max(0, start - 6) : start]
    ):
        return False
    if lowers[comparative] == "fewer" and following in (".", ",", ";") and kind == "count":
        return lowers[start - 1] in ("was", "were", "is", "are", ",")
    if kind in PROPORTIONAL:
        told = following in _CLOSING or following in WORDS["unlike"]
        return told or (_is_charged(tokens, start) and _opens_phrase(tokens, comparative + 1))
    if kind == "money":
        if not WORDS["financing"].isdisjoint(lowers[max(0, start - 6) : start]):
            return False
        if following in (".", ",", ";") or following in EACH:
            return True
        return _is_charged(tokens, start) and _opens_phrase(tokens, comparative + 1)
    # "Two more for each year worked" counts nothing that comes again.
    return following != "for" and kind in ("count", "rate") and _recurs(tokens, comparative + 2)


def _is_charged(tokens: Tokens, start: int) -> bool:
    """Whether somebody pays, gets or spends what starts at a token: "will cost anglers (£3)"."""
    at = start - 1
    costing = WORDS["costing"]
    while at > 0 and start - at < _PAYER and tokens.tags[at] in "NJDOBP":
        if tokens.lowers[at] in costing:
            break
        at -= 1
    return tokens.lowers[max(0, at)] in costing


def _opens_phrase(tokens: Tokens, at: int) -> bool:
    """Whether only what it is for, when or where follows: no noun ("£40 more people")."""
    return at >= len(tokens.words) or tokens.tags[at] in "P.CRD" or tokens.lowers[at] == "to"


def _recurs(tokens: Tokens, noun: int) -> bool:
    """Whether what is counted comes again and again: "90 more lorries by the school every day"."""
    for at in range(noun, min(len(tokens.words) - 1, noun + _RIVAL)):
        if tokens.tags[at] in ".RAVvM":
            return False
        if tokens.lowers[at] in EACH and tokens.lowers[at + 1] in _RECURRING:
            return tokens.tags[at + 2 : at + 3] not in (["N"], ["J"])
    return False


def _is_changed_number(tokens: Tokens, kind: str, comparative: int, start: int) -> bool:
    """Whether what there was is told to be fewer or more: "202 fewer thefts", "9% more staff".

    Not what could be, nor some more of the same ("hired 40 more nurses").
    """
    lowers, tags = tokens.lowers, tokens.tags
    shared = kind == "ratio" and lowers[comparative] == "fewer"
    noun = comparative + 1
    while noun + 1 < len(tags) and tags[noun] in "JE" and tags[noun + 1] in "NJE":
        noun += 1
    if (kind not in ("count", "percentage") and not shared) or tags[noun : noun + 1] != ["N"]:
        return False
    if lowers[:2] == ["in", "comparison"] and is_earlier(tokens, 3):
        return True  # "In comparison to 2019, there were 40 more entries"
    if not _SUPPOSED.isdisjoint(lowers[max(0, start - 8) : start]):
        return False
    if is_of_norm(lowers[comparative + 2 : comparative + 12]):
        return False
    if lowers[comparative + 2 : comparative + 3] == ["to"]:
        return False  # "three fewer games to play"
    rival = lowers[comparative : comparative + _RIVAL]
    if "than" in rival and not is_earlier(tokens, comparative + rival.index("than") + 1):
        return False  # "50 per cent more hours lost than the next-worst"
    if lowers[comparative] == "fewer" or kind == "percentage":
        return True
    # "300 more deaths, a rise of 4%".
    told = lowers[comparative + 2 : comparative + 9]
    if "," not in told:
        return False
    told = told[told.index(",") + 1 :]
    if told[:1] == ["or"] and {"%", "percent", "cent"} & set(told[2:4]):
        return True  # "2,310 more offences, or 14%"
    return told[:1] in (["up"], ["down"]) or not set(CHANGE_NOUNS).isdisjoint(told)
