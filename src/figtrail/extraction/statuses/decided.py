"""Whether somebody decides on what will come: a price, a charge, jobs that will go."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.vocabulary import WORDS
from figtrail.extraction.tokens import HYPHENS, Tokens

_RIDES = WORDS["rides"]
_MOVED = frozenset(("higher", "lower", "smaller", "bigger", "larger", "frozen"))


def is_price(tokens: Tokens, modal: int, stop: int) -> bool:
    """Whether "will be" or "will cost" tells a price that somebody sets: "entry will be £4"."""
    lowers = tokens.lowers
    if _is_ticket(tokens, modal) or _is_after_rise(tokens, modal, stop):
        return True
    reach = 9 if modal and lowers[modal - 1] == "," else 4
    priced = not WORDS["set_by_decision"].isdisjoint(lowers[max(0, modal - reach) : modal])
    if not _MOVED.isdisjoint(lowers[stop + 1 : stop + 9]):
        return not WORDS["tariffs"].isdisjoint(lowers[max(0, modal - 12) : modal])
    return priced and tokens.tags[stop + 1 : stop + 2] in (["M"], ["."], ["B"], ["P"])


def is_decided(tokens: Tokens, at: int, verb: str) -> bool:
    """Whether somebody sets what will go up, down or away: "fares will rise", "posts will go"."""
    before = tokens.lowers[max(0, at - 20) : at]
    if verb == "go" and not WORDS["jobs"].isdisjoint(before[-8:]):
        return True
    if verb in ("stay", "remain", "be"):
        moved = not _MOVED.isdisjoint(tokens.lowers[at + 2 : at + 9])
        priced = WORDS["set_by_decision"] if verb != "be" else WORDS["funded"]
        return (verb != "be" or moved) and not priced.isdisjoint(before[-5:])
    if verb == "lose" and not WORDS["staffed"].isdisjoint(before[-3:]):
        return not WORDS["jobs"].isdisjoint(tokens.lowers[at + 2 : at + 8])
    if verb not in WORDS["adjusted"]:
        return False
    if "bills" in before and not WORDS["billing_bodies"].isdisjoint(before):
        return True  # "county council bills to climb by £67"
    return _is_ticket(tokens, at) or not WORDS["set_by_decision"].isdisjoint(before)


def is_decided_step(tokens: Tokens, number: Number) -> bool:
    """Whether it sizes a step decided on, whatever it brings: "the 4% tax rise will raise £9m"."""
    lowers, tags = tokens.lowers, tokens.tags
    if not number.first or tags[number.first - 1] != "D":
        return False
    at = number.stop
    while at < len(tags) and (tags[at] == "N" or lowers[at] in HYPHENS) and at - number.stop < 5:
        at += 1
    noun = lowers[at : at + 1] if tags[at : at + 1] in (["v"], ["V"]) else lowers[at - 1 : at]
    step = at > number.stop and not WORDS["steps"].isdisjoint(noun)
    return step and not WORDS["set_by_decision"].isdisjoint(lowers[number.stop : at])


def _is_ticket(tokens: Tokens, modal: int) -> bool:
    """Whether what has a set price is the subject right before a modal: "an adult single will"."""
    lowers, tags = tokens.lowers, tokens.tags
    at = modal - 1
    while at > 0 and tags[at] == "B":
        at -= 1
    if at < 0 or lowers[at] not in WORDS["tickets"]:
        head = next((word for word in range(at, -1, -1) if tags[word] not in "NJP"), -1) + 1
        return lowers[head] in _RIDES and lowers[head + 1 : head + 2] == ["to"]
    return lowers[at] not in ("single", "return") or tags[at - 1] in "DJN"


def _is_after_rise(tokens: Tokens, modal: int, stop: int) -> bool:
    """Whether a price follows the rise that brings it: "fares go up 4%: a trip will cost £5"."""
    lowers = tokens.lowers
    if tokens.tags[stop + 1 : stop + 2] != ["."] and "M" not in tokens.tags[stop + 1 : stop + 3]:
        return False  # "the pay rise will cost the firm £70m"
    if lowers[stop : stop + 1] != ["cost"] or WORDS["set_by_decision"].isdisjoint(lowers[:modal]):
        return False
    return any(
        lowers[at] in WORDS["scheduled"] and at and lowers[at - 1] not in ("to", "would")
        for at in range(modal)
    )
