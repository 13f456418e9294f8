"""Highs, lows and records that are measured themselves: "a high of 28.7C was recorded in Hull"."""

from __future__ import annotations

from figtrail.extraction.measured.site import WORDS, Measured, Site
from figtrail.extraction.tokens import Tokens

_RECORDS = frozenset(WORDS["records"])
_TAKEN = frozenset(WORDS["taken_levels"])
_FORMER = frozenset(("previous", "old", "former", "existing", "earlier", "last"))


def find_record(tokens: Tokens, site: Site, start: int, head: int) -> Measured | None:
    """The high, low or record before "of", where its number is what instruments took.

    So it is with the verb of taking it behind ("a low of -8C was recorded at Braemar") and where
    it is beaten ("topping the previous high of 38.7C"); else its subject has the level.
    """
    if tokens.lowers[head] not in _RECORDS or site.kind not in ("measurement", "duration"):
        return None
    at = site.after
    while at < len(tokens.words) and tokens.tags[at] in "AB":
        at += 1
    taken = at < len(tokens.words) and tokens.lowers[at] in _TAKEN
    former = head
    while former > site.floor and tokens.tags[former - 1] in "NJ":
        former -= 1
        if tokens.lowers[former] in _FORMER:
            return Measured(former, head + 1, head, "preceding")
    return Measured(start, head + 1, head, "preceding") if taken else None
