"""What a sum or a share is put at, spent on, added to or taken off."""

from __future__ import annotations

from figtrail.extraction.clauses import find_verb
from figtrail.extraction.date_words import DATES
from figtrail.extraction.measured.apart import OBJECT_PREPOSITIONS
from figtrail.extraction.measured.pointing import TALLIES
from figtrail.extraction.measured.site import (
    ELIDED,
    WORDS,
    Measured,
    Site,
    measure_noun,
    read_complement,
)
from figtrail.extraction.measured.wholes import COSTING, PUTTING
from figtrail.extraction.phrases import head_of, read_noun_phrase
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_ADDING = frozenset(WORDS["adding"])
INCLUDING = frozenset(WORDS["including"])
_YIELDING = frozenset(WORDS["yielding"])
_MOVING = frozenset(WORDS["moving"])
_DATED = frozenset(WORDS["times"]) | DATES
_HOLDING = frozenset(WORDS["holding"])
_THERE = frozenset(("is", "was", "are", "were", "be", "been"))
RAISING = frozenset(WORDS["raising"])
_EARNING = frozenset(WORDS["earning"])
_WITHDRAWING = frozenset(WORDS["withdrawing"])
_REMOVING = frozenset(WORDS["removing"])
_TIMES = tuple([word] for word in WORDS["times"])


@needs(("at",))
def find_put(tokens: Tokens, site: Site) -> Measured | None:
    """What somebody puts at a level: "puts the chance of a cut in 30 days at 70%".

    An aside may stand before the level: "put the bill, if they came, at $5bn".
    """
    stop = site.bound_start - 1
    while stop > 0 and tokens.tags[stop] in "DB":
        stop -= 1
    if stop < 2 or tokens.lowers[stop] != "at":
        return None
    if tokens.lowers[stop - 1] == ",":
        opening = stop - 2
        while opening > 0 and tokens.lowers[opening] != ",":
            opening -= 1
        stop = opening or stop
    verb = find_verb(tokens, stop)
    putting = verb is not None and tokens.lowers[verb[1] - 1] in PUTTING
    at = _past_putting(tokens, stop) or (verb[1] if verb is not None and putting else 0)
    if not at:
        return None
    while at < stop and tokens.tags[at] in "DB":
        at += 1
    put = read_noun_phrase(tokens, at) if at < stop else None
    if put is None or put.stop > stop:
        return None
    if put.stop == put.start + 1 == stop and tokens.lowers[put.head] in TALLIES:
        # "Estimates put the number at 104": of what was told before.
        return ELIDED
    found = measure_noun(tokens, put, stop, "object")
    return found._replace(head=head_of(tokens, put.start, stop))


def _past_putting(tokens: Tokens, stop: int) -> int:
    """Past a form in -ing that puts something at a level: "with insurers putting (the cost at)"."""
    for at in range(stop - 1, max(0, stop - _PUT), -1):
        if tokens.lowers[at] in PUTTING and tokens.tags[at] == "G" and tokens.tags[at + 1] in "DNJ":
            return at + 1
        if tokens.tags[at] not in "NJDPB":
            return 0
    return 0


# How many tokens what is put at a level may have.
_PUT = 10


def find_taken(tokens: Tokens, site: Site, verb: tuple[int, int]) -> Measured | None:
    """What a share or a time is taken off or put on: "knocks 9% off output", "adds 2% to bills"."""
    if site.kind in ("count", "measurement", "rate") or site.after + 1 >= len(tokens.words):
        return None
    at, word = site.after, tokens.lowers[verb[1] - 1]
    following = tokens.lowers[at]
    if following == "out" and tokens.lowers[at + 1] == "of":
        at += 1
    if following in ("off", "from", "out") and word in _REMOVING:
        return read_complement(tokens, at, site.limit)
    # "Stocks added 3% to 500 tonnes" tells where they stand.
    levelled = "M" in tokens.tags[at + 1 : at + 2 + (tokens.tags[at + 1 : at + 2] == ["."])]
    if following == "to" and word in _ADDING and site.kind != "money" and not levelled:
        return read_complement(tokens, at, site.limit)
    return None


def find_moved(tokens: Tokens, site: Site, verb: tuple[int, int]) -> Measured | None:
    """What somebody moves by the size right behind it: "cut rates 25 basis points"."""
    if site.kind not in ("percentage", "score") or tokens.lowers[verb[1] - 1] not in _MOVING:
        return None
    at = verb[1] + (tokens.lowers[verb[1] : verb[1] + 1] in (["up"], ["down"]))
    while at < site.bound_start and tokens.tags[at] == "D":
        at += 1
    moved = read_noun_phrase(tokens, at) if at < site.bound_start else None
    if moved is None or moved.stop != site.bound_start or tokens.lowers[moved.head] in _DATED:
        return None
    return Measured(moved.start, moved.stop, moved.head, "object")


def find_bought(tokens: Tokens, site: Site, word: str, *, level: bool) -> Measured | None:
    """What a sum is spent on, or taken from: "spent £40m on roads", "draw £20m from reserves"."""
    following = tokens.lowers[site.after]
    if is_more_for(tokens, site):
        # "Will pay £13 more towards the police".
        site = site._replace(after=site.after + 1)
        following = tokens.lowers[site.after]
    if following == "off":
        return read_complement(tokens, site.after, site.limit)
    if following == "from":
        drawn = word in _WITHDRAWING or (word in _EARNING and not _is_venue(tokens, site))
        return read_complement(tokens, site.after, site.limit) if drawn else None
    if (
        following == "in"
        and tokens.words[site.after + 1 : site.after + 2]
        and (tokens.words[site.after + 1][0].isupper())
    ):
        # "Sold for Tk 34 a kg in Dhaka": where, and not what for.
        return None
    if following == "in" and word in COSTING:
        # "Empty flats cost £4,600 a week in lost rent".
        return read_complement(tokens, site.after, site.limit)
    # "Raised $3bn in debt".
    raised = following == "in" and (word in RAISING or word in _EARNING or word in _YIELDING)
    # "Lost $3m in the crash": when, or where.
    raised = raised and tokens.tags[site.after + 1 : site.after + 2] != ["D"]
    # "Raised £3m for the chapel", and no levy "which would raise £3m".
    saved = word in RAISING and tokens.lowers[site.bound_start - 1] == word
    saved = saved and tokens.tags[site.bound_start - 2] != "A"
    raised = raised or (saved and following in ("for", "towards", "toward"))
    added = (word in _ADDING and following == "to") or word in INCLUDING or raised
    if following == "in" and _is_kept(tokens, site, word):
        return read_complement(tokens, site.after, site.limit)
    if following == "for" and _is_time(tokens, site):
        return None
    yielded = word in _YIELDING and following == "for"
    if following not in OBJECT_PREPOSITIONS or yielded or (level and not added):
        return None
    return read_complement(tokens, site.after, site.limit)


def _is_venue(tokens: Tokens, site: Site) -> bool:
    """Whether a sum comes from so many places where something is shown: "from 3,710 theaters"."""
    return tokens.tags[site.after + 1 : site.after + 2] == ["M"] and not _VENUES.isdisjoint(
        tokens.lowers[site.after + 2 : site.after + 4]
    )


_VENUES = frozenset(WORDS["venues"])
_MORE = (["more"], ["extra"], ["each"], ["apiece"])


def is_more_for(tokens: Tokens, site: Site) -> bool:
    """Whether a sum is so much more for something: "£13 more (towards the police)"."""
    ahead = tokens.lowers[site.after : site.after + 2]
    # "Pay £67 a year more in council tax".
    within = ahead[1:] == ["in"] and tokens.words[site.after + 2 : site.after + 3] != []
    within = within and tokens.words[site.after + 2].islower()
    return ahead[:1] in _MORE and (within or ahead[1:] in (["for"], ["towards"], ["toward"]))


def _is_kept(tokens: Tokens, site: Site, word: str) -> bool:
    """Whether a sum is only had, or there: "had £3m in the bank", "there is £3m in unpaid fees"."""
    before = tokens.lowers[max(0, site.bound_start - _NEAR) : site.bound_start]
    return word in _HOLDING or (word in _THERE and "there" in before)


# How many tokens may stand between "there" and its sum: "there has been some".
_NEAR = 5


def _is_time(tokens: Tokens, site: Site) -> bool:
    """Whether a sum is for a time: "was paid £126 for the morning"."""
    timed = tokens.lowers[site.after + 2 : site.after + 3] in _TIMES
    # "For her season ticket" is for no time.
    alone = tokens.tags[site.after + 3 : site.after + 4] != ["N"]
    return timed and alone and tokens.tags[site.after + 1] == "D"
