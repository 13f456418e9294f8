"""A noun beside its number without a verb: "profit 3%", headlines."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.clauses import find_subject, past_bracket
from figtrail.extraction.measured.norms import is_setter
from figtrail.extraction.measured.site import (
    ELIDED,
    LEVEL_NOUNS,
    LEVEL_VERBS,
    TIMES,
    WORDS,
    Measured,
    Site,
    is_holder,
    is_pronoun,
    measure_noun,
)
from figtrail.extraction.nouns import is_people
from figtrail.extraction.phrases import head_of, read_noun_phrase
from figtrail.extraction.tokens import Tokens

_RANKS = frozenset(WORDS["ranks"])
_INTERVALS = frozenset(("interval", "intervals", "ci"))
_PASSED = frozenset(WORDS["before_sizes"])


def find_gapped(tokens: Tokens, site: Site) -> Measured | None:
    """A noun right before its number without a verb: "profit 3%", "spending up 4%"."""
    lowers, tags = tokens.lowers, tokens.tags
    stop = site.bound_start
    if site.floor and _is_listed(tokens, site.floor, stop):
        stop -= 1
    while stop > site.floor and (
        lowers[stop - 1] in _PASSED or lowers[stop - 1] in ("to", "at", "by", ":", "(", ",")
    ):
        stop -= 1
    stop = past_bracket(tokens, stop, site.floor) if stop > site.floor else stop
    start = stop
    while start > site.floor and tags[start - 1] in "NJ" and lowers[start - 1] not in CHANGE_VERBS:
        start -= 1
    if start == stop - 1 == site.bound_start - 1 and lowers[start - 1] in ("which", "that"):
        # "The stadium, which seats 40,000": a verb that looks like a noun.
        relative = find_subject(tokens, start) if start > site.floor + 1 else None
        if relative is not None:
            return Measured(*relative, relative[1] - 1, "subject")
    before = start - 1
    while before > site.floor and tags[before] == "D":
        before -= 1
    moved = stop < site.bound_start and lowers[stop] in (",", "up", "down")
    placed = stop < site.bound_start and tokens.words[stop - 1][0].isupper()
    if (not site.floor or moved or placed) and start < stop and before > 0 and tags[before] == "P":
        # "Fires on Teesside up by 15%": the place isn't what rose.
        return None
    listed = site.floor and start and lowers[start - 1] in ("and", ",")
    if start == stop - 1 == site.number.first - 1 and lowers[start - 1] in ("a", "an"):
        # "Trailed it by a solid 13 points": how large the number is.
        return None
    if start < stop and len(lowers[stop - 1]) == 1 and tags[start - 1] == "M":
        # "Of the under-30s 41%": of what was told before.
        return ELIDED
    if start < stop and lowers[stop - 1] in _INTERVALS and site.floor:
        # "The hazard ratio was 0.78 (95% confidence interval, 0.66 to 0.92)".
        return ELIDED
    if start < stop and lowers[stop - 1] in TIMES and lowers[start - 1 : start] != ["and"]:
        # "By evening 70 had fainted", "to finish the year under 40".
        return None
    if stop == site.bound_start < site.number.first and _is_whose(tokens, start, stop):
        # "Well above the regulator's minimum of 9%", "the state's legal maximum of 60".
        return ELIDED
    if start == stop or lowers[stop - 1] in LEVEL_NOUNS or not ("N" in tags[start:stop] or listed):
        return None
    if lowers[stop - 1] in LEVEL_VERBS and stop == site.bound_start:
        # "… and totals $74.6bn": a verb that looks like a noun.
        subject = find_subject(tokens, stop - 1)
        if subject is None or is_pronoun(tokens, subject) or subject[1] <= site.floor:
            return None
        return Measured(*subject, head_of(tokens, *subject), "subject")
    named = tokens.words[stop - 1][0].isupper() and not is_people(lowers[stop - 1])
    # "Revenue: $9bn" names no place.
    named = named and not (start == 0 and lowers[stop : stop + 1] == [":"])
    if not named and site.floor and site.kind == "count" and is_holder(tokens, (start, stop)):
        # "The alliance won 293 seats and the opposition bloc 234".
        return Measured(start, stop, None, "held")
    return Measured(start, stop, stop - 1, "named" if named else "gapped")


def _is_whose(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether a phrase only says whose a level is: "the regulator's (minimum of)"."""
    owners = [at for at in range(start, stop) if tokens.lowers[at].endswith(("’s", "'s"))]
    return owners != [] and all(is_setter(tokens, at) for at in range(owners[-1] + 1, stop))


def find_listed(tokens: Tokens, site: Site) -> Measured | None:
    """The next member of a list of levels, whose verb stands before the first.

    "Taking sales to £4m and (profit) to £1m", "the fee from £80", "flats change hands for £9 on
    average and (huts) for £4".
    """
    stop = site.bound_start - 1
    link = tokens.lowers[stop]
    if link not in ("to", "from") and not (link == "for" and site.kind == "money"):
        return None
    mark = stop
    while mark > site.floor and tokens.tags[mark] != "C" and tokens.lowers[mark] not in (",", ";"):
        mark -= 1
    joined = mark >= site.floor and tokens.lowers[mark] in ("and", ",", "while", "but")
    if not joined or any(tag not in "NJDPBM." for tag in tokens.tags[site.floor : mark]):
        return None
    start = mark + 1
    while start < stop and tokens.tags[start] == "D":
        start += 1
    phrase = read_noun_phrase(tokens, start) if start < stop else None
    if phrase is None or phrase.stop > stop or tokens.words[phrase.head][0].isupper():
        return None
    if tokens.lowers[phrase.head] in _LEADING:
        return None
    noun = measure_noun(tokens, phrase, stop, "gapped")
    return noun if noun.stop == stop else None


# Words that with "to" or "from" are no noun: "subject to a cap of six".
_LEADING = frozenset("subject thanks due prior close next".split())


def _is_listed(tokens: Tokens, floor: int, stop: int) -> bool:
    """Whether a member and its preposition stand in a list: "… and restaurants for 31,000"."""
    if tokens.lowers[stop - 1] not in ("for", "with", "on"):
        return False
    if not _RANKS.isdisjoint(tokens.lowers[floor:stop]):
        # "Brent third on 11%" ranks what was told before.
        return False
    start = floor
    while start < stop - 1 and tokens.lowers[start] in (",", "and", ";", ")"):
        start += 1
    return floor < start < stop - 1 and all(tag in "NJD" for tag in tokens.tags[start : stop - 1])


def find_verbless(tokens: Tokens, at: int) -> Measured | None:
    """A headline's subject: the first noun phrase of the clause that the number ends."""
    start = at
    while start > 0 and tokens.lowers[start - 1] not in (",", ";", ":", "(", "–", "—", "“", '"'):
        start -= 1
    while start < at and tokens.tags[start] in "DPC":
        start += 1
    phrase = read_noun_phrase(tokens, start) if start < at else None
    if phrase is None or phrase.stop > at:
        return None
    return measure_noun(tokens, phrase, at, "verbless")
