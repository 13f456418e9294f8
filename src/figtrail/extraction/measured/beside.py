"""What the words right at a number say it measures, whatever noun follows it."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_NOUNS
from figtrail.extraction.clauses import find_subject, find_verb
from figtrail.extraction.measured.owner import find_by_subject
from figtrail.extraction.measured.ranks import BEING
from figtrail.extraction.measured.site import (
    ELIDED,
    WORDS,
    Measured,
    Site,
    is_pronoun,
    measure_noun,
    read_complement,
)
from figtrail.extraction.measured.starts import find_noun_start
from figtrail.extraction.phrases import read_noun_phrase
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_LIFTING = frozenset(WORDS["lifting"])
_PURPOSED = frozenset(WORDS["purposed"])
_WORTHS = frozenset(WORDS["worths"])
_PAYING = frozenset(WORDS["paying"])
_MORE = frozenset(("more", "less", "extra"))
_OWNED = frozenset(("its", "their", "his", "her"))


@needs(_LIFTING)
def find_told_after(tokens: Tokens, site: Site) -> Measured | None:
    """The level that stands behind its number: "brings to 34 (the number of deaths)"."""
    to = site.bound_start - 1
    if to < 1 or tokens.lowers[to] != "to" or tokens.lowers[to - 1] not in _LIFTING:
        return None
    if tokens.tags[site.after : site.after + 1] != ["D"]:
        return None
    told = read_noun_phrase(tokens, site.after + 1)
    return measure_noun(tokens, told, len(tokens.words), "following") if told is not None else None


@needs(_PURPOSED, ("for",))
def find_purposed(tokens: Tokens, site: Site) -> Measured | None:
    """What was built for so many: "the prison was built for 400", "a cell meant for two"."""
    last = site.bound_start - 2
    if last < 1 or tokens.lowers[last + 1] != "for" or site.kind not in _SIZES:
        return None
    if tokens.lowers[last] not in _PURPOSED:
        # "The camp was set up for 3,000".
        last -= tokens.lowers[last - 1 : last + 1] == ["set", "up"]
    if tokens.lowers[last] not in _PURPOSED:
        return None
    verb = find_verb(tokens, last + 1, site.floor)
    passive = verb is not None and tokens.tags[verb[0]] == "A" and verb[1] == last + 1
    subject = find_subject(tokens, verb[0]) if verb is not None and passive else None
    if subject is not None and not is_pronoun(tokens, subject):
        return Measured(subject[0], site.bound_start, None, "purposed")
    start = last if passive else find_noun_start(tokens, last, site.floor)
    return Measured(start, site.bound_start, None, "purposed")


_SIZES = frozenset(("count", "rate", "measurement"))


@needs(_OWNED, _WORTHS)
def find_losing(tokens: Tokens, site: Site) -> Measured | None:
    """What loses part of its value: "the shares lost a third of their value", "half its weight"."""
    at = site.after + (tokens.lowers[site.after : site.after + 1] == ["of"])
    if tokens.lowers[at : at + 1] == [] or tokens.lowers[at] not in _OWNED:
        return None
    if at + 1 >= len(tokens.words) or tokens.lowers[at + 1] not in _WORTHS:
        return None
    return find_by_subject(tokens, site._replace(floor=0)) or ELIDED


@needs(_MORE, _PAYING)
def find_dearer(tokens: Tokens, site: Site) -> Measured | None:
    """What somebody pays so much more for: "will pay 5.9% more for (season tickets)"."""
    at = site.after
    if site.kind not in ("money", "percentage") or at + 1 >= len(tokens.words):
        return None
    if tokens.lowers[at] not in _MORE:
        return None
    verb = find_verb(tokens, site.bound_start, site.floor)
    if verb is None or _PAYING.isdisjoint(tokens.lowers[verb[0] : verb[1]]):
        return None
    told = tokens.lowers[at + 1] in ("for", "on")
    return read_complement(tokens, at + 1, len(tokens.words)) if told else None


@needs(("equal", "equivalent"))
def find_equal(tokens: Tokens, site: Site) -> Measured | None:
    """What is as much as so many of something else: "the order book is equal to four months"."""
    start = site.bound_start
    if start < 3 or tokens.lowers[start - 2 : start] not in (["equal", "to"], ["equivalent", "to"]):
        return None
    if tokens.lowers[start - 3] in BEING:
        return find_by_subject(tokens, site)
    # "Lost 900 hours – equal to three a day": the same thing said again.
    return ELIDED if site.floor and tokens.tags[start - 3] == "." else None


@needs(CHANGE_NOUNS, ("in", "of"))
def find_changed_by(tokens: Tokens, site: Site) -> Measured | None:
    """What a change is in, by so much: "a drop in (river flow) by 12 cm", "cut in pay by £3"."""
    stop = site.bound_start - 1
    if stop < 4 or not _is_linked(tokens, site, stop):
        return None
    stop -= tokens.tags[stop - 1] == "."
    at = stop - 1
    while at > site.floor + 1 and tokens.tags[at] in "NJDPG":
        led = tokens.lowers[at] in ("in", "of") and tokens.lowers[at - 1] in CHANGE_NOUNS
        noun = at - 1 > site.floor and tokens.tags[at - 2] in "DJNEG"
        if led and noun:
            found = read_complement(tokens, at, stop)
            return found if found is not None and found.stop <= stop else None
        at -= 1
    return None


def _is_linked(tokens: Tokens, site: Site, link: int) -> bool:
    """Whether "by", ", from" or "from … to" ties a number to the change before it."""
    if tokens.lowers[link] == "by":
        return True
    if tokens.lowers[link] not in ("from", "to") or site.kind == "money":
        return False
    if tokens.lowers[link - 1] in (",", "–", "—"):
        return not site.floor
    near = tokens.lowers[site.after : site.after + _NEAR]
    at = site.after + near.index("to") if "to" in near else len(tokens.words)
    return tokens.lowers[link] == "from" and tokens.tags[at + 1 : at + 2] == ["M"]


# How many tokens may stand between a level and the "to" of the next: "from 31 in May to 44".
_NEAR = 4


@needs(("place",))
def find_replaced(tokens: Tokens, site: Site) -> Measured | None:
    """Nothing of its own where a number gives way to the one before: "four, in place of three"."""
    before = tokens.lowers[max(0, site.bound_start - 3) : site.bound_start]
    return ELIDED if site.floor and before == ["in", "place", "of"] else None
