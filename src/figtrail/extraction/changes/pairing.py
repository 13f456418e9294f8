"""Two numbers that share a verb of change: "rose by 4p and 5p", "up 8% in Kent and 4% in Devon"."""

from __future__ import annotations

from typing import NamedTuple

from figtrail.extraction.changes.vocabulary import PERCENT, WORDS, is_sign
from figtrail.extraction.date_words import MONTHS
from figtrail.extraction.tokens import HYPHENS, Tokens

_HUNDREDTHS = WORDS["hundredths"]
_LINKS = frozenset(("of", "by"))
_SIZES = ("duration", "measurement", "score")
_PLACING = (["in"], ["at"], ["among"], ["for"], ["from"])
_FURTHER = frozenset(("further", "another"))
_REACH = 12


class Earlier(NamedTuple):
    """A number to the left: the token where it starts, where its unit ends, and its kind."""

    start: int
    stop: int
    kind: str


def find_paired(tokens: Tokens, start: int, stop: int, kind: str) -> Earlier | None:
    """The number before "and" whose verb a later one of its kind shares, with none between.

    A count shares it only where the noun behind is that of both: "cut 300 and 400 jobs".
    """
    lowers, tags = tokens.lowers, tokens.tags
    link = start - 1
    if kind == "percentage" and lowers[link] in _FURTHER:
        link -= 1 + (lowers[link - 1] == "a")  # "a rise of 8% from May 1 and a further 6%"
    link -= link > 0 and lowers[link] in _LINKS
    listed = lowers[link] == "," and kind == "count" and lowers[stop : stop + 1] in _PLACING
    if link < 2 or (lowers[link] != "and" and not listed) or _acts(tokens, stop):
        return None
    for at in range(link - 1, max(0, link - _REACH), -1):
        if (
            tags[at] == "M"
            and tags[at - 1] == "P"
            and lowers[at].isdigit()
            and len(lowers[at]) == 4
        ):
            continue  # "of 28 seconds since 2018 and of 48"
        if tags[at] == "M" and tokens.words[at - 1] in MONTHS:
            continue  # "of 8% from May 1 and of 6%"
        if tags[at] == "M":
            return _like(tokens, at, link, stop, kind)
        if (
            tags[at] not in "NPJDBG"
            and lowers[at] not in HYPHENS | {"and"}
            and lowers[at] not in PERCENT | {"¢"}
            and not is_sign(tokens, at)
        ):
            return None
    return None


def _like(tokens: Tokens, at: int, link: int, stop: int, kind: str) -> Earlier | None:
    """The earlier number whose last token is `at`, where it is of the later one's kind."""
    lowers = tokens.lowers
    first = at
    while first > 0 and tokens.tags[first - 1] == "M":
        first -= 1
    signed = lowers[first - 1] == "¢" or is_sign(tokens, first - 1)
    unit = lowers[at + 1] if at + 1 < len(lowers) else ""
    money = signed or unit in _HUNDREDTHS
    percent = unit in PERCENT and not money
    if kind in ("money", "percentage") and at + 1 == link and not signed:
        return Earlier(first, link, kind)  # "by 3.1 and 6.2 per cent"
    if kind in ("money", "percentage"):
        if (kind == "money") != money or (kind == "percentage") != percent:
            return None
    elif money or percent:
        return None
    elif kind in _SIZES:
        if lowers[stop - 1] not in lowers[at:link]:
            return None
    elif at + 1 != link and [lowers[at + 1]] != lowers[stop : stop + 1]:
        return None
    size = 1 + (unit == "per") if percent or unit in _HUNDREDTHS else 0
    return Earlier(first - signed, at + 1 + size, kind)


def _acts(tokens: Tokens, stop: int) -> bool:
    """Whether the later number is the subject of a verb: "fell by 40 and 12 were hurt"."""
    for at in range(stop, min(len(tokens.words), stop + 4)):
        if tokens.tags[at] in "AVv" or tokens.lowers[at] in ("who", "which", "that"):
            return True
        if tokens.tags[at] in ".P":
            return False
    return False
