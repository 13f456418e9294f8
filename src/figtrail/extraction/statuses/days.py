"""Whether a day, month or season to come is named behind a verb."""

from __future__ import annotations

from collections.abc import Collection

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens

_DATES = WORDS["dates"]
_SEASONS = WORDS["seasons"]


def is_dated(tokens: Tokens, verb: int, links: Collection[str], reach: int) -> bool:
    """Whether one of the links and a date follow: "from 1 April", "in spring 2027", "next year".

    What runs from one month to another does so each year, and isn't to come. `reach` is in tokens.
    """
    lowers = tokens.lowers
    for at in range(verb + 1, min(len(lowers) - 1, verb + reach)):
        if lowers[at] in (";", "after"):
            return False
        if lowers[at] == "next" or lowers[at : at + 4] == ["on", "the", "same", "day"]:
            return True
        if lowers[at] not in links:
            continue
        following = lowers[at + 1]
        season = following in _SEASONS and tokens.tags[at + 2 : at + 3] == ["M"]
        day = following.isdigit() and not _DATES.isdisjoint(lowers[at + 2 : at + 3])
        if season or day or following in _DATES:
            return not (lowers[at] == "from" and lowers[at + 2 : at + 3] == ["to"])
    return False


def is_payable(tokens: Tokens, number: Number) -> bool:
    """Whether a day to come is told on which it is paid: "of 82¢ a share, payable on May 4"."""
    ahead = tokens.lowers[number.stop : number.stop + 10]
    if "payable" not in ahead[:-1]:
        return False
    return ahead[ahead.index("payable") + 1] in ("on", "in", "from", "by", "next")
