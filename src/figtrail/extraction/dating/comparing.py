"""Times that belong to an earlier level, which the sentence only compares with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from figtrail.extraction.date_words import MONTHS
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.tokens import Tokens
from figtrail.patterns import compile_late

_WORDS = read_sections("dating_words.txt")
_YARDSTICKS = frozenset(_WORDS["yardsticks"])
_LEADING = frozenset(_WORDS["leading"])
_PACES = frozenset(_WORDS["paces"])
_AGAIN = compile_late(r"\b(?:earlier|ago|before|previous(?:ly)?|last|same|corresponding)\b", re.I)
_BASES = frozenset(("on", "from", "over", "above", "below", "under"))
_COMPARATORS = frozenset(
    ("than", "compared", "comparison", "relative", "versus", "vs", "against", "exceeding")
)
_STANDING = frozenset(("that", "those"))
_RECORDS = frozenset(("record", "high", "low", "average", "norm"))
_TURNS = frozenset(_WORDS["turning"])
_ECHOES = frozenset(_WORDS["echoes"])
_FORESEEN = frozenset(("predicted", "forecast", "expected", "projected", "planned", "promised"))
_THOUGHT = _FORESEEN | frozenset(_WORDS["thought"])
_COMPARED = (["compared", "with"], ["compared", "to"])
_HALVES = frozenset(_WORDS["multiples"])
_USUAL = frozenset(_WORDS["usual"])
# How far back or on a time reaches: "as recently as 2021".
_REACHING = frozenset(("recently", "late", "lately", "early", "back", "soon"))
_BASED = frozenset(("what", "than"))
_SURPASSING = frozenset(_WORDS["surpassing"])
_PLACED = frozenset(("on", "at", "in", "during"))
_FEASTS = frozenset(("Day", "Eve"))
_DAYTIMES = frozenset(("day", "night", "evening", "morning", "afternoon", "weekend"))
# How far before "since" the word may stand that ranks, in tokens.
_RANKED = 6
_AMOUNTS = frozenset(("%", "percent", "cent", "points", "point"))
_FAR = frozenset(("short", "shy", "ahead", "clear"))
_FRACTIONS = frozenset(("half", "third", "quarter", "fifth", "tenth", "part"))
_EXTREMES = frozenset(_WORDS["extremes"])


def is_extreme(tokens: Tokens, first: int) -> bool:
    """Whether "since" only says how long a record stood: "its lowest since August"."""
    at = first - 1
    if at > 0 and tokens.lowers[at] in _PACES:
        at -= 1
    # "Its first red-ink budget since", "the driest spring since".
    for _ in range(_RANKED):
        before = tokens.lowers[at] if at >= 0 else ""
        if before in _EXTREMES or before.endswith("est"):
            return True
        if at < 0 or (tokens.tags[at] not in "NJG" and before != "-"):
            return False
        at -= 1
    return False


def is_compared(tokens: Tokens, first: int, stop: int, numbers: Sequence[int]) -> bool:
    """Whether a mention stands for an earlier level that isn't stated: "than in 2019"."""
    lowers = tokens.lowers
    before = first - 1
    if first < len(lowers) and lowers[first] in ("more", "less", "fewer"):
        return first in numbers or (before >= 0 and tokens.tags[before] != "P")
    while before >= 0 and lowers[before] in _LEADING:
        before -= 1
    own = lowers[first] if first < len(lowers) else ""
    if own == "as" and "as" in lowers[max(0, first - 3) : first]:
        # "Not as high as of last year".
        return True
    if before < 0:
        return own == "from" and _says_again(tokens, first)
    if _follows_norm(lowers, first):
        return False
    lower = lowers[before]
    if lower == "of" and before > 1 and lowers[before - 1] in _YARDSTICKS:
        # "Below the 7.1% peak of June" states the level itself.
        return tokens.tags[before - 2] != "M" and lowers[before - 2] not in _AMOUNTS
    if lower == "of" and lowers[before - 1] in _STANDING and lowers[before - 2] in _COMPARATORS:
        # "Higher than those of 2020".
        return True
    if tokens.tags[before] in "VE" and lowers[max(0, before - 1)] in _STANDING:
        # "Smaller than that seen in 2022".
        return lowers[before - 2] in _COMPARATORS
    if lower in _YARDSTICKS and own == "for" and _stands_over(tokens, before):
        # "Above the norm for 1981 to 2010".
        return True
    if (
        lower in _FORESEEN
        and own != "since"
        and not _BASED.isdisjoint(lowers[max(0, before - 3) : before])
    ):
        # "Above what was predicted in May".
        return True
    if _is_surpassed(tokens, before, numbers):
        return True
    if lower == "as" and "as" in lowers[max(0, before - 6) : before]:
        return lowers[before - 1] not in _REACHING
    if lower == "of" and lowers[before - 1] in _FAR and lowers[before + 1] in ("the", "same"):
        # "9% short of the same day of 2018".
        return True
    if lower in _COMPARATORS or _follows_base(tokens, first, numbers):
        return True
    if _names_yardstick(tokens, first, stop):
        return True
    return _leads_comparison(tokens, before, first, stop)


def _leads_comparison(tokens: Tokens, before: int, first: int, stop: int) -> bool:
    """Whether the preposition before a mention, or its own, compares: "up on 2019"."""
    lowers = tokens.lowers
    lower, own = lowers[before], lowers[first] if first < len(lowers) else ""
    if lower in _BASES and before == first - 1 and tokens.tags[first] != "P":
        return lower != "from" or not _is_start(tokens, first, stop)
    if own == "from" and (tokens.tags[before] == "M" or lower in _AMOUNTS):
        return True
    if own in ("from", "on", "over") and _AGAIN.search(tokens.text, tokens.starts[first]):
        return _says_again(tokens, first) and not _is_day(tokens, first, stop)
    return own in ("than", "against", "versus")


def _follows_norm(lowers: list[str], first: int) -> bool:
    """Whether "than" is answered before a mention: "400 fewer cars than usual in 2023"."""
    return lowers[first - 1] in _USUAL and lowers[first - 2] == "than"


def _is_surpassed(tokens: Tokens, before: int, numbers: Sequence[int]) -> bool:
    """Whether a mark that isn't stated is surpassed: "breaking the mark set in 1931"."""
    if tokens.tags[before] not in "VE":
        return False
    for at in range(before - 1, max(-1, before - 6), -1):
        if tokens.lowers[at] in _SURPASSING:
            return True
        if at in numbers or tokens.lowers[at] == ",":
            return False
    return False


def _follows_base(tokens: Tokens, first: int, numbers: Sequence[int]) -> bool:
    """Whether a phrase that is compared with stands before: "than it did", "from the poll"."""
    lowers, tags = tokens.lowers, tokens.tags
    at = first - 1
    while at > 0 and first - at < 4 and lowers[at] in _ECHOES:
        at -= 1
    if at < first - 1 and lowers[at] in ("than", "what"):
        return True
    if first > 4 and tags[first - 1] in "VE" and "what" in lowers[first - 5 : first - 2]:
        # "Less than half what she sold in 2014".
        return lowers[lowers.index("what", first - 5) - 1] in _HALVES
    if _is_thought_before(tokens, first, numbers):
        return True
    at = first - 1
    while at > 0 and first - at < 6 and tags[at] in "NJD":
        at -= 1
    if at < first - 1 and at > 1 and lowers[at] in _PLACED and lowers[at - 1] == "than":
        # "Than on results day 2018".
        return True
    if 0 < at < first - 1 and lowers[at - 1 : at + 1] in _COMPARED:
        # "Compared with the survey at the end of May".
        return not any(at < number < first for number in numbers)
    if at == first - 1 or at <= 0 or lowers[at] not in ("from", "than"):
        return False
    if at in numbers or at - 1 in numbers or at + 1 in numbers:
        return False
    return lowers[at] == "than" or not _TURNS.isdisjoint(lowers[max(0, at - 7) : at])


def _is_thought_before(tokens: Tokens, first: int, numbers: Sequence[int]) -> bool:
    """Whether a mention is when a level was thought of: "less than the ministry assumed in May"."""
    lowers, tags = tokens.lowers, tokens.tags
    if first < 3 or lowers[first - 1] not in _THOUGHT:
        return False
    at = first - 2
    while at > 0 and first - at < 7 and tags[at] in "NJDOA" and at not in numbers:
        at -= 1
    return lowers[at] == "than"


def _names_yardstick(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a mention only says which yardstick: "under the 2017-21 norm", "its May record"."""
    lowers = tokens.lowers
    if stop >= len(lowers) or lowers[stop] not in _YARDSTICKS:
        return False
    at = first - (tokens.tags[first - 1] == "D" or lowers[first - 1] in ("its", "their"))
    if first and lowers[stop] in _RECORDS and at < first and tokens.tags[first] != "M":
        return True
    if at > 1 and lowers[at - 1] == "of" and tokens.tags[at] in "DO":
        # "Back to 78% of its 2019 level".
        return (
            lowers[at - 2] in _AMOUNTS
            or tokens.tags[at - 2] == "M"
            or lowers[at - 2].rstrip("s") in _FRACTIONS
        )
    return at > 0 and (lowers[at - 1] in _BASES or lowers[at - 1] in _COMPARATORS)


def _stands_over(tokens: Tokens, noun: int) -> bool:
    """Whether a yardstick without a figure is compared with: "above the seasonal norm"."""
    at = noun - 1
    while at > 0 and tokens.tags[at] in "JND":
        at -= 1
    return at > 0 and tokens.lowers[at] in _BASES and tokens.tags[at] == "P"


def _says_again(tokens: Tokens, first: int) -> bool:
    near = tokens.lowers[first + 1 : first + 4]
    if tokens.lowers[first] == "over":
        return "corresponding" in near
    return any(
        word in ("earlier", "ago", "last", "previous", "same", "before", "year") for word in near
    )


def _is_day(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether "on the last Sunday in August" or "on the same day" names no earlier period."""
    if not MONTHS.isdisjoint(tokens.words[first + 1 : first + 3]):
        # "On 31 March last year".
        return True
    if not _FEASTS.isdisjoint(tokens.words[first + 2 : first + 4]):
        # "On Christmas Eve last year".
        return True
    return tokens.lowers[stop - 1] in _DAYTIMES or any(
        word.endswith("day") and word != "day" for word in tokens.lowers[first + 1 : first + 4]
    )


def _is_start(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether "from 1 April" says when something begins: the mention is a day of its own.

    Not "up 32% from 2021": a year alone.
    """
    if stop == first + 1 and len(tokens.lowers[first]) == len("2021"):
        return False
    return tokens.tags[first] == "M" or (
        first + 1 < len(tokens.words) and tokens.tags[first + 1] == "M"
    )
