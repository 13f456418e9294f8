"""What is fixed and told in the present tense: by a date to come, a document, a step under way."""

from __future__ import annotations

from itertools import pairwise

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.days import is_dated
from figtrail.extraction.statuses.vocabulary import PAUSES, WORDS
from figtrail.extraction.tokens import Tokens

_PROVIDING = WORDS["providing"]
_PROVISIONS = WORDS["provisions"]
_LAWS = WORDS["rule_givers"]
_PASSED = frozenset(("new", "passed", "signed", "approved", "adopted", "enacted"))
_NEAR = 8
_DESIGNS = WORDS["designs"]
_HOLDING = WORDS["holding"]
_SETTING = WORDS["set_by_decision"]
_PRICED = _SETTING | WORDS["billed"]
_CONFERRED = WORDS["conferred"]
_BUDGETS = frozenset(("budget", "budgets"))
FIXING = (
    WORDS["scheduled"]
    | _CONFERRED
    | _PROVIDING
    | _HOLDING
    | WORDS["settling"]
    | {"going", "made"}
    | WORDS["taking"]
)
# The verbs of a clause that only tells more of what was named before it.
ADDING = WORDS["resulting"] | _PROVIDING
_RELATIVES = frozenset(("that", "which"))
_TIMES = frozenset(("a", "an", "per", "each", "every"))
# So many things are sold day by day: "is selling 21,000 phones", not "is selling 40 shops".
_MANY = 1000
DRAWING = frozenset(("taking", "drawing", "using", "pulling", "dipping"))
RESERVES = frozenset(("reserves", "reserve", "balances"))
_REACH = 24


def is_fixed(tokens: Tokens, verb: int) -> bool:
    """Whether the present tense at token `verb` tells what is settled and still to come."""
    if tokens.lowers[verb] in _HOLDING and _is_of(tokens, verb, _DESIGNS):
        return True
    if _is_made_up(tokens, verb):
        return True
    if _is_settled(tokens, verb):
        return True
    if _is_going(tokens, verb) or _is_scheduled(tokens, verb) or _is_taken(tokens, verb):
        return True
    if tokens.lowers[verb] in _CONFERRED and _is_of(tokens, verb, _BUDGETS):
        return True
    if not _is_providing(tokens, verb):
        return False
    new = not _PASSED.isdisjoint(tokens.lowers[max(0, verb - _NEAR) : verb])
    return _is_of(tokens, verb, _PROVISIONS) or (new and _is_of(tokens, verb, _LAWS))


def _is_made_up(tokens: Tokens, verb: int) -> bool:
    """Whether a plan's parts are told: "the budget is made up of", "the plan consists of"."""
    lowers = tokens.lowers
    if lowers[verb : verb + 2] == ["consists", "of"]:
        return _is_of(tokens, verb, _PROVISIONS)
    made = lowers[verb - 1 : verb + 3] == ["is", "made", "up", "of"]
    return made and _is_of(tokens, verb - 1, _PROVISIONS | _DESIGNS)


def _is_settled(tokens: Tokens, verb: int) -> bool:
    """Whether a price has just been decided: "the fee has been fixed at £6"."""
    lowers = tokens.lowers
    perfect = lowers[max(0, verb - 2) : verb] in (["has", "been"], ["have", "been"])
    settled = (
        perfect and lowers[verb] in WORDS["settling"] and lowers[verb + 1 : verb + 2] == ["at"]
    )
    return settled and not _PRICED.isdisjoint(lowers[max(0, verb - 8) : verb])


def _is_scheduled(tokens: Tokens, verb: int) -> bool:
    """Whether the present tense tells a fixed change to come: "fares rise by 10% from April"."""
    lowers = tokens.lowers
    if lowers[verb] not in WORDS["scheduled"] or not _is_present(tokens, verb):
        return False
    if verb > 1 and lowers[verb - 2] in WORDS["noun_verbs"]:
        return False  # "a law that limits rent rises to 3%"
    subject = lowers[max(0, verb - 8) : verb]
    if not WORDS["tariffs"].isdisjoint(subject) and _is_once(lowers, verb):
        return True
    if lowers[verb + 1 : verb + 2] in (["up"], ["down"]) and lowers[verb - 1] in WORDS["utilities"]:
        return is_dated(tokens, verb, ("from", "on"), _REACH)
    if not _SETTING.isdisjoint(subject):
        return is_dated(tokens, verb, ("from", "on", "in"), _REACH)
    return not _PRICED.isdisjoint(subject) and is_dated(tokens, verb, ("from",), _REACH)


def _is_once(lowers: list[str], verb: int) -> bool:
    """Whether a price moves once by or to a size, and not as a rule or on average."""
    at = verb + (2 if lowers[verb + 1 : verb + 2] in (["up"], ["down"]) else 1)
    return lowers[at : at + 1] in (["by"], ["to"]) and WORDS["habitual"].isdisjoint(lowers)


def _is_present(tokens: Tokens, verb: int) -> bool:
    """Whether a form that is a noun too has its subject before it and no modal."""
    before = verb - 1
    while before > 0 and tokens.tags[before] == "B":
        before -= 1
    return before >= 0 and tokens.tags[before] in "NMOv,." and tokens.lowers[before] != "to"


def _is_taken(tokens: Tokens, verb: int) -> bool:
    """Whether a step takes a set price to a level: "the increase brings the unit rate to 43c"."""
    lowers = tokens.lowers
    if lowers[verb] not in WORDS["taking"] or verb < 2 or lowers[verb - 1] not in WORDS["steps"]:
        return False
    ahead = lowers[verb + 1 : verb + 10]
    priced = not (WORDS["tickets"] | {"charge", "tariff", "unit"}).isdisjoint(ahead)
    return priced and "to" in ahead and tokens.tags[verb - 2] in "DJ"


def _is_going(tokens: Tokens, at: int) -> bool:
    """Whether somebody is putting something up: "fares are going up"."""
    lowers = tokens.lowers
    return (
        lowers[at] == "going"
        and lowers[at + 1 : at + 2] in (["up"], ["down"])
        and not _SETTING.isdisjoint(lowers[max(0, at - 6) : at])
    )


def _is_of(tokens: Tokens, verb: int, subjects: frozenset[str]) -> bool:
    """Whether one of some nouns is the subject: "a budget that raises", "the deal gives"."""
    lowers, tags = tokens.lowers, tokens.tags
    at = verb - 1
    while at > 0 and (tags[at] == "B" or lowers[at] in _RELATIVES):
        at -= 1
    for index in range(at, max(-1, at - 9), -1):
        if tags[index] not in "NJDPMGvE":
            return False
        if lowers[index] in subjects:
            following = tags[index + 1]
            numbered = following == "M" and index + 2 == verb
            return index == at or index + 1 == verb or numbered or following in "PRBE"
        if lowers[index] in PAUSES:
            return False
    return False


def _is_providing(tokens: Tokens, at: int) -> bool:
    """Whether token `at` is a verb of a document's, in the present tense."""
    if tokens.lowers[at] == "cuts" and tokens.tags[at + 1 : at + 2] == ["P"]:
        return False  # "blamed budget cuts for"
    return tokens.lowers[at] in _PROVIDING and tokens.tags[at - 1] not in "DA"


def is_resulting(tokens: Tokens, verb: int) -> bool:
    """Whether ", which takes" tells what follows from the clause before it."""
    lowers = tokens.lowers
    which = verb - 1 - (lowers[verb - 1] in ("also", "in"))
    held = lowers[verb] in WORDS["covering"]
    if held and lowers[max(0, which - 2)] not in _PROVISIONS | _DESIGNS | WORDS["undertakings"]:
        return False  # "to sell the depot, which covers 12 hectares"
    return (
        which > 0
        and lowers[verb] in WORDS["resulting"]
        and lowers[which - 1 : which + 1] == [",", "which"]
    )


def is_provided(tokens: Tokens, verb: int) -> bool:
    """Whether "a scheme that covers" tells what a new thing holds, and is itself told of."""
    lowers = tokens.lowers
    if verb < 4 or lowers[verb] not in _PROVIDING or lowers[verb - 1] not in _RELATIVES:
        return False
    near = lowers[max(0, verb - 6) : verb - 1]
    named = tokens.words[verb - 2][0].isupper()
    new = not named and (lowers[verb - 2] in _PROVISIONS or lowers[verb - 2] in _DESIGNS)
    return new and ("a" in near or "an" in near)


def is_repeated(tokens: Tokens, number: Number) -> bool:
    """Whether a number recurs, so that what is being done goes on: "£340,000 a day"."""
    return any(
        first in _TIMES and second in WORDS["per_spans"]
        for first, second in pairwise(tokens.lowers[number.stop : number.stop + 4])
    )


def is_under_way(tokens: Tokens, at: int) -> bool:
    """Whether "being" and a participle name a step that somebody takes: "is being drawn"."""
    return tokens.lowers[at] == "being" and not WORDS["undertaken"].isdisjoint(
        tokens.lowers[at + 1 : at + 3]
    )


def goes_on(tokens: Tokens, number: Number, verb: int) -> bool:
    """Whether a form in -ing tells what lasts now: "is selling at 400 shillings"."""
    lowers = tokens.lowers
    if lowers[verb] in ("spending", "backing") and number.kind != "money":
        return True
    sold = number.kind is None and number.value >= _MANY
    priced = lowers[verb] == "selling" and (lowers[verb + 1] in ("at", "for") or sold)
    exchanged = lowers[verb] == "buying" and not WORDS["moneys"].isdisjoint(lowers[:verb])
    return priced or exchanged or is_repeated(tokens, number)


def is_drawn(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether a sum is being taken out of what is put by: "we are taking £3m out of reserves"."""
    if tokens.lowers[at] not in DRAWING:
        return False
    return not RESERVES.isdisjoint(tokens.lowers[number.stop : number.stop + 6])


def has_purpose(tokens: Tokens, start: int) -> bool:
    """Whether what a sum is needed for is told: "to balance the books", "just to stand still"."""
    for at in range(start, min(len(tokens.words), start + 14)):
        if tokens.lowers[at] == "to":
            return True
        if tokens.tags[at] == "." and at > start:
            return False
    return False
