"""The noun before a number that a link ties to it: "a budget of £5m", "rents, at €1,544"."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_NOUNS
from figtrail.extraction.clauses import find_verb, past_teller
from figtrail.extraction.measured.heads import find_limited, size_noun
from figtrail.extraction.measured.norms import NORMS, is_held_against
from figtrail.extraction.measured.owner import find_by_subject
from figtrail.extraction.measured.ranks import is_ranked, past_place
from figtrail.extraction.measured.site import (
    ELIDED,
    LIMITING,
    WORDS,
    Measured,
    Site,
)
from figtrail.extraction.measured.starts import find_noun_start, find_outer
from figtrail.extraction.measured.wholes import PUTTING
from figtrail.extraction.nouns import is_people
from figtrail.extraction.tokens import Tokens

_LINKS = frozenset(WORDS["links"])
_TRADED = frozenset(WORDS["traded"])
_PAYMENTS = frozenset(WORDS["payments"])


# How many tokens a short name in brackets may have, with them.
_SHORT = 4


def find_linked(tokens: Tokens, site: Site) -> Measured | None:
    """The noun that the number tells the size of: "a budget of £5m", "homes worth £5m"."""
    lowers, tags = tokens.lowers, tokens.tags
    named = site.number.first - 2
    if named >= site.bound_start and lowers[named] in LIMITING and lowers[named + 1] == "of":
        # "A limit of 35 decibels": the words that make it a limit name it as well.
        return find_limited(tokens, site, named, named)
    index = site.bound_start - 1
    if index > 1 and lowers[index] == "every":
        recurring = _find_recurring(tokens, site, index)
        if recurring is not None:
            return recurring
    index = _find_link(tokens, index)
    valued = _find_valued(tokens, site, index)
    if valued is not None:
        return valued
    if index < 1 or (lowers[index] not in _LINKS and not _is_priced(tokens, site, index)):
        return None
    link = lowers[index]
    index = _skip_asides(tokens, index)
    if index > 1 and lowers[index - 1] == "," and tags[index - 2] == "N":
        return _size_before_comma(tokens, site, index, link)
    if link == "of" and lowers[index - 1] in NORMS and tags[index - 1] in "VvE":
        # "Topping a median forecast of 2%": a norm that looks like a verb.
        begin = find_noun_start(tokens, index - 1, site.floor)
        if site.floor and is_held_against(tokens, begin):
            return size_noun(tokens, site, (begin, index), link)
    if link == "of" and lowers[index - 1].endswith(("’s", "'s")):
        # "Leicester's of £31m": of what was told before.
        return ELIDED
    start = past_teller(tokens, find_noun_start(tokens, index, site.floor), index)
    if start - 2 > site.floor and lowers[start - 1] == "per" and tags[start - 2] == "N":
        # "Earnings per share of 25 cents".
        rated = find_noun_start(tokens, start - 1, site.floor)
        return Measured(rated, index, start - 2, "preceding")
    return size_noun(tokens, site, (start, index), link) if start < index else None


def _find_valued(tokens: Tokens, site: Site, at: int) -> Measured | None:
    """The noun that is put "at" so much: "for a yacht valued at £2m", "pay frozen at £9 an hour".

    "A deficit that the bank put at £2m" is left to its relative.
    """
    stop = at - 1
    if at < 2 or tokens.lowers[at] != "at" or tokens.tags[stop] != "E" or stop <= site.floor:
        return None
    if tokens.lowers[stop] not in PUTTING or tokens.tags[stop - 1] not in "NB":
        return None
    if tokens.tags[stop - 1] == "B" and tokens.lowers[stop - 1] != "home":
        return None
    start = min(stop - 1, find_noun_start(tokens, stop, site.floor))
    if start > 0 and tokens.tags[start - 1 - (tokens.tags[start - 1] == "D")] == "R":
        return None
    outer = find_outer(tokens, start, site.floor)
    return Measured(outer[0], stop, outer[1] or stop - 1, "preceding")


def _find_recurring(tokens: Tokens, site: Site, index: int) -> Measured | None:
    """What happens "every" so often: "whips round its star (once) every 2.7 days"."""
    stop = index - (tokens.lowers[index - 1] == "once")
    if tokens.lowers[stop - 1] == "place" and (
        stop == index or find_verb(tokens, stop - 1) is not None
    ):
        # "The vote takes place every five years".
        return find_by_subject(tokens, site)
    if tokens.tags[stop - 1] != "N":
        return None
    start = find_noun_start(tokens, stop, site.floor)
    return Measured(start, stop, stop - 1, "preceding") if start < stop else None


def _find_link(tokens: Tokens, index: int) -> int:
    """The word that ties a size to its noun, at or before a token; 0 where there is none."""
    lowers = tokens.lowers
    while index > 0 and (tokens.tags[index] == "D" or lowers[index] == "between"):
        index -= 1
    if index > 1 and tokens.tags[index] == "B" and lowers[index - 1] in _LINKS:
        # "A workforce of just over 21,000", "a fleet of only 12".
        index -= 1
    if lowers[max(0, index - 3) : index + 1] == ["to", "the", "tune", "of"]:
        return 0
    if lowers[max(0, index - 1) : index + 1] in (["accounting", "for"], ["amounting", "to"]):
        index -= 1
    return index


def _skip_asides(tokens: Tokens, index: int) -> int:
    """The token behind a noun, where asides stand between it and its link before a token."""
    lowers = tokens.lowers
    if lowers[index - 1] == ")" and "(" in lowers[index - _SHORT : index]:
        # "Earnings per share (EPS) of 25 cents".
        index -= lowers[index - 1 :: -1].index("(") + 1
    if lowers[index - 1] == "alone":
        # "With television alone worth £9.1m".
        index -= 1
    if (tokens.tags[index - 1] == "B" or lowers[index - 1] == "once") and lowers[index - 2] == ",":
        # "Exports to Russia, once worth €1.4bn a year, have stopped".
        index -= 1
    return index


def _size_before_comma(tokens: Tokens, site: Site, index: int, link: str) -> Measured | None:
    """The noun before the comma that a link follows: "rents, at €1,544 a month, were …"."""
    tags = tokens.tags
    ranked = past_place(tokens, index - 1)
    if link == "at" and ranked and is_ranked(tokens, ranked):
        return ELIDED if site.floor else find_by_subject(tokens, site)
    start = find_noun_start(tokens, index - 1, site.floor)
    if start == 1 == index - 2 and tokens.tags[0] == "D" and tokens.lowers[1] in CHANGE_NOUNS:
        # "The rise, of 8.2%, was the third": of what was told before.
        return ELIDED
    tied = start
    while tied > site.floor and tags[tied - 1] == "D":
        tied -= 1
    if tied > site.floor + 1 and tags[tied - 1] == "P" and tags[tied - 2] == "N":
        start = find_noun_start(tokens, tied - 1, site.floor)
    return Measured(start, index - 1, index - 2, "preceding") if start < index - 1 else None


def _is_priced(tokens: Tokens, site: Site, index: int) -> bool:
    """Whether "on" or "for" ties a sum to who earns it or what is paid: "a cheque for £142"."""
    if site.kind != "money":
        return False
    before = tokens.lowers[index - 1]
    if tokens.lowers[index] == "on":
        # "A nurse starting on €1,400 a month".
        earning = tokens.tags[index - 1] == "G" and is_people(tokens.lowers[index - 2])
        return is_people(before) or earning
    if tokens.lowers[index] == "for" and before in _TRADED and tokens.tags[index - 2] in "vVN":
        # "The average home changes hands for £246,000".
        return True
    return tokens.lowers[index] == "for" and (before in _PAYMENTS or (before == "," and index > 1))
