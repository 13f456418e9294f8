"""Whether the number behind a change verb is its size: "lost 300 jobs", but not "lost 3 keys"."""

from __future__ import annotations

from figtrail.extraction.changes.members import past_span
from figtrail.extraction.changes.totals import is_totalled
from figtrail.extraction.changes.vocabulary import WORDS
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

_TRADED = WORDS["margins"] | {"shed", "gained", "gains", "gain"}
_INDICES = frozenset(read_sections("nouns.txt")["indices"]) - {"league"}
_TRADING = frozenset(("gaining", "losing", "adding", "shedding"))
_SHARES = frozenset(("shares", "stock", "stocks"))
_GROWING = frozenset(("grow", "grows", "grew"))
_GROWERS = frozenset(("who", "they", "farmers", "growers", "we"))
_ADDING = frozenset(("added", "adds", "adding"))
_FILLING = frozenset(("gain", "gains", "gained", "gaining", "lose", "loses", "lost", "losing"))
_OUTPUT = WORDS["stock_verbs"] | WORDS["output_verbs"]
_STAFFED = WORDS["shedding"] | WORDS["staff_cutting"]
_BARE = frozenset(". , ; in at over during across since from".split())
# From how many on those who come and go are counted, and no things: "gained 6 million of them".
_MANY = 1000
_STOREYS = frozenset("storey storeys stories floors".split())  # "will rise 42 storeys"
_POINTS = frozenset(("point", "percentage_point"))
_ANIMALS = WORDS["animals"]
_HERDS = WORDS["herds"]
_CUTTING = frozenset(("cut", "trimmed", "slashed", "reduced"))


def takes_size(tokens: Tokens, number: Number, verb: str, kind: str, stop: int) -> bool:
    """Whether the number right after a change verb is its size and not its object."""
    lowers = tokens.lowers
    following = lowers[stop] if stop < len(lowers) else "."
    if verb in _GROWING and number.first > 1 and lowers[number.first - 2] in _GROWERS:
        return False  # "smallholders, who grow seven out of every ten kilos"
    acting = verb in WORDS["shedding"] and _is_infinitive(tokens, number.first - 2)
    if acting and kind == "count":
        return False
    if (following == "as" and number.unit == "times") or following in _STOREYS:
        return False
    if kind == "money" and (following == "into" or verb == "sunk"):
        return False  # "has sunk £83m into the side"
    if following == "of" and number.unit in _POINTS:
        return True  # "loses two points of that lead"
    of_them = lowers[stop : stop + 2] == ["of", "them"] and number.value >= _MANY
    if of_them and verb in WORDS["stock_verbs"] and kind == "count":
        return True
    if verb in WORDS["cutting_times"] and kind == "duration" and following == "from":
        return True
    if following == "of" and (of_whole := _takes_part(tokens, verb, kind, stop)) is not None:
        return of_whole
    if verb in WORDS["moves"] and number.unit in WORDS["lengths"]:
        return not WORDS["waters"].isdisjoint(lowers[max(0, number.first - 6) : number.first])
    if "times" in lowers[stop - 1 : stop + 1]:
        return False
    if number.unit in WORDS["lengths"] and verb in _FILLING:
        # "The river may gain a further 20cm".
        return not WORDS["waters"].isdisjoint(lowers[: number.first])
    counted = tokens.tags[stop : stop + 1] in (["N"], ["J"]) or following == "more"
    if verb in WORDS["ascents"] and kind == "count" and counted:
        return False
    if verb not in WORDS["transitive"] or kind in ("percentage", "score"):
        return True
    if kind == "count" and verb in _TRADED and not _INDICES.isdisjoint(tokens.vocabulary):
        # "The Nifty gained 90 to 24,800".
        return following in ("to", "at", "points")
    if kind == "rate" and number.unit in WORDS["stocked"] and verb in _OUTPUT:
        # "OPEC plans to add 350,000 barrels a day": of what is pumped.
        return True
    if kind == "count" and _is_of_sector(tokens, number, verb, stop):
        return True
    if number.form == "multiple":
        return True
    if verb in WORDS["stock_verbs"] and not WORDS["stocks"].isdisjoint(lowers[stop : stop + 3]):
        herded = _ANIMALS.isdisjoint(lowers[stop : stop + 3])
        return herded or not _HERDS.isdisjoint(lowers[: number.first])
    if verb in WORDS["melting"] and kind == "ratio" and following == "of":
        return is_part_lost(lowers[stop + 1 : stop + 5])
    if verb == "shed" and kind == "count" and following in (".", ",", ";"):
        return True
    if kind == "money" and verb in _TRADED | _ADDING and _is_price_moved(tokens, number, stop):
        return True
    if kind == "money" and verb in _TRADED and _is_at_price(tokens, stop):
        return True
    if kind == "money" and verb in _TRADING and following in (".", ",", ";"):
        # "Closed at 279 to the dollar, gaining 7 paisa".
        return not WORDS["closing"].isdisjoint(lowers[: number.first])
    return _is_told_change(tokens, number, verb, kind, stop)


def _takes_part(tokens: Tokens, verb: str, kind: str, stop: int) -> bool | None:
    """Whether what a verb takes "of" a whole is less or more of it; None where "of" tells nothing.

    What is poured or mislaid is no level: "dropped 86,000 gallons of retardant".
    """
    lowers = tokens.lowers
    if kind in ("measurement", "rate") and verb not in WORDS["filling"]:
        melted = not WORDS["melted"].isdisjoint(lowers[stop + 1 : stop + 4])
        return verb in WORDS["melting"] and melted
    staffed = verb in _STAFFED and kind in ("ratio", "percentage")
    if staffed and not WORDS["headcounts"].isdisjoint(lowers[stop + 1 : stop + 5]):
        return True
    if verb not in WORDS["portions"]:
        return None
    if verb.startswith("add") and lowers[stop - 1] in WORDS["capacities"]:
        return True
    own = lowers[stop + 1 : stop + 2] in (["its"], ["their"], ["his"], ["her"], ["our"])
    return verb in ("lose", "loses") and (kind == "percentage" or (own and kind == "ratio"))


def _is_told_change(tokens: Tokens, number: Number, verb: str, kind: str, stop: int) -> bool:
    """Whether a new level, a stock or a time shows it: "added 9p to $4", "lost 90 since May"."""
    lowers = tokens.lowers
    following = lowers[stop] if stop < len(lowers) else "."
    if verb.startswith("add") and kind in ("money", "duration", "measurement", "ratio"):
        return lowers[past_span(tokens, stop) :][:1] == ["to"]
    if verb.startswith("add") and kind == "count" and following == "to":
        # "Adding 210 to reach 3,400".
        ahead = lowers[stop + 1 : stop + 2]
        return ahead != [] and (ahead[0] in WORDS["reaching"] or ahead[0][0].isdigit())
    if verb.startswith("add") and kind == "count" and is_totalled(tokens, stop):
        return True
    if verb in WORDS["stock_verbs"] and kind == "count" and following in _BARE:
        return not WORDS["stocks"].isdisjoint(lowers[: number.first])
    return verb in ("lost", "gained", "shed") and "since" in lowers[stop : stop + 8]


def _is_infinitive(tokens: Tokens, at: int) -> bool:
    """Whether "to" stands at a token, or what joins it to an earlier one: "to close, shed 9"."""
    lowers = tokens.lowers
    if at < 0 or lowers[at] == "to":
        return at >= 0
    return lowers[at] in (",", "and") and "to" in lowers[max(0, at - 12) : at]


def is_part_lost(whole: list[str]) -> bool:
    """Whether something loses a part of what it has: "half of the lead", "a fifth of them"."""
    if not whole or not WORDS["played"].isdisjoint(whole):
        return False
    if whole[0] in WORDS["own"]:
        return True
    return not WORDS["losable"].isdisjoint(whole)


def _is_price_moved(tokens: Tokens, number: Number, stop: int) -> bool:
    """Whether what is traded lost or gained a sum: "the rupee lost 21 paise", "16 cents, or 8%"."""
    lowers = tokens.lowers
    if lowers[stop : stop + 2] == [",", "or"] and {"%", "percent", "cent"} & set(
        lowers[stop + 3 : stop + 6]
    ):
        return True
    subject = number.first - 1 - (lowers[number.first - 1] in _TRADED)
    while subject > 0 and tokens.tags[subject] in "VEvAGB.M" and number.first - subject < 5:
        subject -= 1
    near = lowers[max(0, subject - 4) : subject + 1]
    return lowers[subject] in WORDS["quoted"] or not _SHARES.isdisjoint(near)


def _is_at_price(tokens: Tokens, stop: int) -> bool:
    """Whether the price follows that it led to: "lost 3 cents (on Monday, to $5.88)"."""
    for at in range(stop, min(len(tokens.words) - 1, stop + 6)):
        if tokens.lowers[at] == "to" and tokens.lowers[at + 1] in WORDS["closing"]:
            return tokens.lowers[at + 2 : at + 3] == ["at"]  # "to settle at $72.80"
        if tokens.lowers[at] in ("to", "at"):
            return _is_price(tokens.lowers[at + 1])
        if tokens.tags[at] not in "NPD" and tokens.lowers[at] != ",":
            return False
    return False


def _is_price(lower: str) -> bool:
    return lower[-1] in "$£€¥₹" or lower[0].isdigit()


def _is_of_sector(tokens: Tokens, number: Number, verb: str, stop: int) -> bool:
    """Whether jobs are told of a whole sector: "hospitals added 8,400", "factories cut 3,000"."""
    if verb not in WORDS["stock_verbs"] and verb not in _CUTTING:
        return False
    before = number.first - 1
    while before > 0 and tokens.lowers[before] != verb:
        before -= 1
    if before < 1 or tokens.lowers[before - 1] not in WORDS["sectors"]:
        return False
    near = tokens.lowers[stop : stop + 3]
    return not near or tokens.tags[stop] == "." or not WORDS["stocks"].isdisjoint(near)
