"""The change noun that a number is the size of: "a rise of 5%", "a 5% rise", "growth was 5%"."""

from __future__ import annotations

from figtrail.extraction.changes.members import past_rate_or_member
from figtrail.extraction.changes.vocabulary import (
    CHANGE_NOUNS,
    CHANGE_VERBS,
    LONG_SPANS,
    PASSED,
    PROPORTIONAL,
    WORDS,
)
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import HYPHENS, Tokens
from figtrail.model import Change

_BALANCES: dict[str, Change] = {
    "gain": "increase",
    "gains": "increase",
    "loss": "decrease",
    "losses": "decrease",
}
# Of what is in store: "a draw of 2 million barrels".
_STOCK_MOVES: dict[str, Change] = {
    "build": "increase",
    "climb": "increase",
    "draw": "decrease",
    "drawdown": "decrease",
}
_INCLUDING = frozenset(("included", "include", "including", "totalled", "totaled", "numbered"))
_ADDED = frozenset(("additions", "adds", "addition"))
_AIMS = frozenset(("target", "targets", "goal", "goals", "pledge", "pledges"))
_INDEFINITE = frozenset(("a", "another", "net", "monthly"))
# "The gap falls within the margin".
_ABRUPT = [[noun] for noun in ("surge", *sorted(WORDS["abrupt"]))]
_READINGS = frozenset(("falls", "rises"))
_WITHIN = (["within"], ["outside"], ["short"], ["below"], ["under"])
_AGAINST = frozenset(("above", "below", "than", "against", "outside"))


def find_noun_before(tokens: Tokens, at: int, kind: str) -> Change | None:
    """The change noun of "a rise of", "an increase in spending of", "at an annual rate of"."""
    lowers = tokens.lowers
    if lowers[max(0, at - 2) : at] == ["so", "far"]:
        at -= 2
    noun = lowers[at - 1] if at else ""
    if noun in _STOCK_MOVES and not WORDS["stockpiles"].isdisjoint(tokens.vocabulary):
        return _STOCK_MOVES[noun]
    if noun in _BALANCES and _is_balance(tokens, at, kind):
        return _BALANCES[noun]
    if noun in _ADDED and at > 1 and lowers[at - 2] in WORDS["additions"]:
        return "increase"  # "subscriber additions of 85,000"
    if noun in CHANGE_NOUNS:
        if noun in WORDS["abstract_only"] and kind not in PROPORTIONAL:
            measured = kind in ("count", "money") and noun in WORDS["abrupt"]
            return CHANGE_NOUNS[noun] if measured else None
        return CHANGE_NOUNS[noun]
    if noun in ("loss", "losses"):
        wasted = at > 1 and lowers[at - 2] in WORDS["wasting"]
        return "decrease" if kind in ("percentage", "ratio") and not wasted else None
    if noun in WORDS["recoveries"]:
        return "increase" if kind == "money" else None
    if noun in WORDS["pace"] and (growing := _growing(tokens, at - 1)) is not None:
        return growing
    aimed = noun in _AIMS and at > 1 and kind in PROPORTIONAL and lowers[at - 2] != "growth"
    if aimed and lowers[at - 2] in CHANGE_NOUNS:
        # "New reduction targets of 50%".
        return CHANGE_NOUNS[lowers[at - 2]]
    for index in range(at - 2, max(-1, at - 8), -1):
        if lowers[index] in CHANGE_NOUNS and lowers[index + 1] in ("in", "to", "for"):
            return CHANGE_NOUNS[lowers[index]]
        if tokens.tags[index] in "VAM.":
            return None
    return None


def _is_balance(tokens: Tokens, of: int, kind: str) -> bool:
    """Whether a gain or loss is one of a count or a price, and not what somebody made.

    "A gain of 310,000", "a loss of 33,000 jobs", "closed at $38.20, a loss of 61 cents".
    """
    lowers = tokens.lowers
    if kind == "money":
        aside = "," in lowers[max(0, of - 4) : of] and tokens.tags[of - 2] in "DJ"
        return aside and not WORDS["closing"].isdisjoint(lowers[:of])
    if kind != "count":
        return False
    # "The loss of 300 posts" is an event, "a loss of 300 jobs" what a month came to.
    stocked = not WORDS["stocks"].isdisjoint(lowers[of + 1 : of + 6])
    net = lowers[of - 2] == "net"
    if lowers[of - 2] in WORDS["enrolled"]:
        # "An enrollment loss of 3,000 students".
        return True
    return lowers[of - 2] in _INDEFINITE and (net or stocked or lowers[of - 1].startswith("gain"))


def find_told_size(tokens: Tokens, at: int, kind: str) -> Change | None:
    """The noun whose sum a clause tells: "the rise was $90", "the increase is likely to be £4"."""
    lowers = tokens.lowers
    if kind == "count" and _is_of_additions(tokens, at):
        return "increase"
    if kind not in ("money", "count", "rate") or lowers[at] in (
        "to",
        "in",
        "by",
        "for",
        "of",
        "at",
    ):
        return None
    if lowers[at] in _INCLUDING and at:
        return CHANGE_NOUNS.get(lowers[at - 1]) or _BALANCES.get(lowers[at - 1])
    sized = WORDS["growth_nouns"] if kind == "money" else WORDS["growth_nouns"] | {"gain", "gains"}
    linked = False
    for index in range(at, max(0, at - 8), -1):
        lower = lowers[index]
        if linked and lower in sized:
            return CHANGE_NOUNS[lower] if tokens.tags[index - 1] in "DJNB" else None
        if lower not in WORDS["sizing"] and lower not in ("to", "tipped", "likely"):
            return None
        linked = linked or lower in ("is", "was", "be", "been", "averaged", "averages")
    return None


def _is_of_additions(tokens: Tokens, verb: int) -> bool:
    """Whether the sum of net additions is told: "net subscriber additions were 1.1m"."""
    if _ADDED.isdisjoint(tokens.vocabulary):
        return False
    near = range(verb - 1, max(0, verb - 6), -1)
    at = next((at for at in near if tokens.lowers[at] in _ADDED), 0)
    linked = at > 0 and all(tag in "AVEPNB" for tag in tokens.tags[at + 1 : verb + 1])
    return linked and tokens.lowers[at - 1] in WORDS["additions"]


def _growing(tokens: Tokens, at: int) -> Change | None:
    """The verb whose speed is told: "growing at (an annual rate of)", else "rate of growth"."""
    for index in range(at, max(-1, at - 7), -1):
        lower = tokens.lowers[index]
        if lower in WORDS["growing"]:
            return CHANGE_VERBS.get(lower)
        if lower == "growth":
            return "increase"
        if tokens.tags[index] not in "DJNPB":
            return None
    return None


def find_growth(tokens: Tokens, at: int, kind: str) -> Change | None:
    """The noun whose size the clause tells: "growth was 3%", "rent rises are capped at 2%"."""
    lowers, tags = tokens.lowers, tokens.tags
    if lowers[at] == "growth" and lowers[at + 1] in PASSED:
        return "increase"
    if kind not in ("percentage", "ratio"):
        return None
    aside = lowers[at] == "at" and at > 1 and lowers[at - 1] == ","
    named = tags[at - 2] == "N" or tags[max(0, at - 3)] in "DJ"
    if aside and named and lowers[at - 2] in WORDS["growth_nouns"]:
        return CHANGE_NOUNS[lowers[at - 2]]  # "growth, at 2%, was the fastest"
    grows = lowers[at] == "at" and at and lowers[at - 1] in WORDS["growing"]
    if grows and kind == "ratio":
        return None  # "growing at three times the national average"
    if grows and (at == 1 or tags[at - 2] != "D"):
        return CHANGE_VERBS[lowers[at - 1]]
    held = lowers[at] == "to" and lowers[at - 1] in WORDS["holding"]
    near = lowers[max(0, at - _SLOWED) : at]
    slowing = lowers[at] == "to" and not held and not WORDS["slowing"].isdisjoint(near)
    if not slowing and not held and lowers[at] not in WORDS["sizing"]:
        return None
    told = slowing or held
    for index in range(at if not (slowing or held) else at - 1, max(-1, at - 12), -1):
        lower = lowers[index]
        if lower in WORDS["growth_nouns"] and index < at:
            if not WORDS["chances"].isdisjoint(lowers[max(0, index - 3) : index]):
                return None
            noun = tags[index + 1] != "N" or (lower == "growth" and lowers[index + 1] == "rate")
            return (
                CHANGE_NOUNS[lower]
                if told and noun and (lower in ("growth", "expansion") or not slowing)
                else None
            )
        told = told or lower in WORDS["told_at"]
        if lower in _AGAINST:
            return None
        if tags[index] in "MRCO." or (
            tags[index] in "VE"
            and not (lower in WORDS["sizing"] or (lower in WORDS["slowing"] and slowing))
        ):
            return None
    return None


# How many tokens before "to" what slowed stands: "slow output growth this year to".
_SLOWED = 6


def find_noun_after(tokens: Tokens, number: Number, kind: str, stop: int) -> Change | None:
    """The noun that the number sizes: "a 5% rise", "a 25-basis-point cut", "6.5% pay rise"."""
    lowers, tags = tokens.lowers, tokens.tags
    count = len(lowers)
    at = stop
    while at < count and lowers[at] in HYPHENS:
        at += 1
    if kind == "count" and _are_additions(tokens, at):
        return "increase"
    proportional = kind in ("percentage", "score") or (kind == "ratio" and number.unit != "times")
    if not proportional and (
        (number.unit is None and kind != "money") or number.unit in LONG_SPANS
    ):
        return None
    if (
        proportional
        and lowers[at : at + 1] == ["of"]
        and at + 1 < count
        and lowers[at + 1].endswith("s")
    ):
        return CHANGE_NOUNS.get(lowers[at + 1])
    at = past_rate_or_member(tokens, number, at, proportional)
    if number.unit in WORDS["lengths"]:
        # "A 3m surge flooded the quay", "a 40ft drop", "an 80m fall", but "a 2m fall in the level".
        fallen = lowers[at : at + 1] == ["fall"] and lowers[at + 1 : at + 2] != ["in"]
        if fallen or lowers[at : at + 1] in _ABRUPT:
            return None
    if kind == "money" and lowers[at : at + 1] and lowers[at] in _BALANCES:
        traded = lowers[at + 1 : at + 2] in (["on"], ["in"], ["for"], ["from"], ["to"])
        traded = traded and not WORDS["traded_over"].isdisjoint(lowers[at + 2 : at + 5])
        return _BALANCES[lowers[at]] if traded else None
    if number.unit in WORDS["stocked"]:
        # "A 4 million barrel draw".
        moved = [_STOCK_MOVES.get(word) or _BALANCES.get(word) for word in lowers[at : at + 2]]
        if any(moved):
            return moved[0] or moved[1]
    for index in range(at, min(count, at + 5)):
        lower, tag = lowers[index], tags[index]
        if lower in _READINGS and lowers[index + 1 : index + 2] in _WITHIN:
            return None
        if lower in CHANGE_NOUNS and not _is_other_noun(tokens, index, kind, proportional):
            determined = number.first > 0 and tags[number.first - 1] in "DJ"
            following = lowers[index + 1] if index + 1 < count else "."
            removed = lower == "cut" and index == stop and following == "from"
            if not determined and (removed or following in WORDS["verb_readings"]):
                return None
            return CHANGE_NOUNS[lower]
        if lower in ("a", "each") and lowers[index - 1] in HYPHENS:
            continue
        if lower in WORDS["periodic"]:
            continue
        if (tag not in "NJEGv" and lower not in HYPHENS) or lower.endswith(("'s", "’s")):
            return None
    return None


def _are_additions(tokens: Tokens, at: int) -> bool:
    """Whether it is net additions that are counted: "2.1m net additions", "7m subscriber adds"."""
    if _ADDED.isdisjoint(tokens.vocabulary):
        return False
    named = at
    while named < at + 3 and tokens.lowers[named : named + 1] != []:
        if tokens.lowers[named] in _ADDED:
            return named > at and tokens.lowers[named - 1] in WORDS["additions"]
        named += 1
    return False


def _is_other_noun(tokens: Tokens, at: int, kind: str, proportional: bool) -> bool:
    """Whether a change noun names a thing here: "a £90m expansion", "a $4bn growth fund"."""
    lower = tokens.lowers[at]
    if kind == "duration" and lower in ("cut", "cuts"):
        # "A four-hour cut left homes dark".
        return tokens.lowers[at + 1 : at + 2] not in (["in"], ["to"])
    if proportional:
        following = tokens.lowers[at + 1] if at + 1 < len(tokens.words) else "."
        return lower != "growth" and following in ("rate", "target", "forecast", "plan")
    return lower in WORDS["abstract_only"] - WORDS["abrupt"] or lower in (
        "growth",
        "uplift",
        "cuts",
        "appreciation",
    )
