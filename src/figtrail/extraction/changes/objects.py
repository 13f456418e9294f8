"""Whether the number behind a change verb is its size: "lost 300 jobs", but not "lost 3 keys"."""

from __future__ import annotations

from figtrail.extraction.changes.members import past_span
from figtrail.extraction.changes.vocabulary import WORDS
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

_TRADED = WORDS["margins"] | {"shed", "gained", "gains", "gain"}
_INDICES = frozenset(read_sections("nouns.txt")["indices"]) - {"league"}
_SHARES = frozenset(("shares", "stock", "stocks"))
_GROWING = frozenset(("grow", "grows", "grew"))
_GROWERS = frozenset(("who", "they", "farmers", "growers", "we"))
_ADDING = frozenset(("added", "adds", "adding"))
_OUTPUT = WORDS["stock_verbs"] | {"cut", "cuts", "cutting", "raise", "raised", "trim", "trimmed"}
_CUTTING = frozenset(("cut", "trimmed", "slashed", "reduced"))


def takes_size(tokens: Tokens, number: Number, verb: str, kind: str, stop: int) -> bool:
    """Whether the number right after a change verb is its size and not its object."""
    lowers = tokens.lowers
    following = lowers[stop] if stop < len(lowers) else "."
    if verb in _GROWING and number.first > 1 and lowers[number.first - 2] in _GROWERS:
        return False  # "smallholders, who grow six out of every 10 kilos"
    acting = verb in WORDS["shedding"] and _is_infinitive(tokens, number.first - 2)
    if acting and kind == "count":
        return False
    if following == "of" and kind in ("measurement", "rate") and verb not in WORDS["filling"]:
        # What is poured or mislaid is no level: "dropped 86,000 gallons of retardant".
        melted = not WORDS["melted"].isdisjoint(lowers[stop + 1 : stop + 4])
        return verb in WORDS["melting"] and melted
    if following == "as" and number.unit == "times":
        return False
    if following == "of" and verb in WORDS["portions"]:
        if verb.startswith("add") and lowers[stop - 1] in WORDS["capacities"]:
            return True
        own = lowers[stop + 1 : stop + 2] in (["its"], ["their"], ["his"], ["her"], ["our"])
        return verb in ("lose", "loses") and (kind == "percentage" or (own and kind == "ratio"))
    if verb in WORDS["moves"] and number.unit in WORDS["lengths"]:
        return not WORDS["waters"].isdisjoint(lowers[max(0, number.first - 6) : number.first])
    if "times" in lowers[stop - 1 : stop + 1]:
        return False
    counted = tokens.tags[stop : stop + 1] in (["N"], ["J"]) or following == "more"
    if verb in WORDS["ascents"] and kind == "count" and counted:
        return False
    if verb not in WORDS["transitive"] or kind in ("percentage", "score"):
        return True
    if kind == "count" and verb in _TRADED and not _INDICES.isdisjoint(tokens.vocabulary):
        # "The Nifty gained 90 to 24,800".
        return following in ("to", "at", "points")
    if kind == "rate" and number.unit in WORDS["stocked"] and verb in _OUTPUT:
        # "OPEC plans to add 400,000 barrels per day": of what is pumped.
        return True
    if kind == "count" and _is_of_sector(tokens, number, verb, stop):
        return True
    if number.form == "multiple":
        return True
    if verb in WORDS["stock_verbs"] and not WORDS["stocks"].isdisjoint(lowers[stop : stop + 3]):
        return True
    if verb in WORDS["melting"] and kind == "ratio" and following == "of":
        return _is_part_lost(lowers[stop + 1 : stop + 5])
    if verb == "shed" and kind == "count" and following in (".", ",", ";"):
        return True
    if kind == "money" and verb in _TRADED | _ADDING and _is_price_moved(tokens, number, stop):
        return True
    if kind == "money" and verb in _TRADED and following in ("to", "at"):
        return any(map(_is_price, lowers[stop + 1 : stop + 2]))
    return _is_told_change(tokens, number, verb, kind, stop)


def _is_told_change(tokens: Tokens, number: Number, verb: str, kind: str, stop: int) -> bool:
    """Whether a new level, a stock or a time shows it: "added 9p to $4", "lost 90 since May"."""
    lowers = tokens.lowers
    following = lowers[stop] if stop < len(lowers) else "."
    if verb.startswith("add") and kind in ("money", "duration", "measurement", "ratio"):
        return lowers[past_span(tokens, stop) :][:1] == ["to"]
    if verb in WORDS["stock_verbs"] and kind == "count" and following in (".", ",", ";"):
        return not WORDS["stocks"].isdisjoint(lowers[: number.first])
    return verb in ("lost", "gained", "shed") and "since" in lowers[stop : stop + 8]


def _is_infinitive(tokens: Tokens, at: int) -> bool:
    """Whether "to" stands at a token, or what joins it to an earlier one: "to close, shed 9"."""
    lowers = tokens.lowers
    if at < 0 or lowers[at] == "to":
        return at >= 0
    return lowers[at] in (",", "and") and "to" in lowers[max(0, at - 12) : at]


def _is_part_lost(whole: list[str]) -> bool:
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
