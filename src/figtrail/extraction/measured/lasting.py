"""What goes on for so long: "ran the shop for 22 years", "spent 12 hours on a trolley"."""

from __future__ import annotations

from figtrail.extraction.clauses import find_subject
from figtrail.extraction.measured.coordination import is_second, past_auxiliaries
from figtrail.extraction.measured.site import (
    WORDS,
    Measured,
    Site,
    is_holder,
    is_pronoun,
    read_complement,
)
from figtrail.extraction.phrases import head_of
from figtrail.extraction.tokens import Tokens

_SPENDING = frozenset(WORDS["spending"])
_WAITING = frozenset(("wait", "waits", "waited", "waiting"))
_AVERAGING = frozenset(WORDS["averaging"])
_STAYING = frozenset(("is", "are", "was", "were", "been"))
_RUNNING = frozenset(WORDS["running"])


def find_spent_time(tokens: Tokens, site: Site, verb: tuple[int, int]) -> Measured | None:
    """How a time was spent: "spent 12 hours on a trolley", "went 23 days without rain"."""
    if site.kind != "duration" or site.after >= len(tokens.words):
        return None
    following, word = tokens.lowers[site.after], tokens.lowers[verb[1] - 1]
    if word in _WAITING and following != "without":
        subject = find_subject(tokens, verb[0])
        if subject is not None and not is_pronoun(tokens, subject):
            # "Patients waited 40 hours on trolleys": who waits, and that they do.
            return None
    if following == "without" or (word in _SPENDING and following in ("on", "in", "at")):
        place = read_complement(tokens, site.after, site.reach)
        return place._replace(start=site.after, rule="predicate") if place is not None else None
    return None


def find_lasting(tokens: Tokens, site: Site, verb: tuple[int, int]) -> Measured | None:
    """What goes on for so long: "ran the shop for 22 years", "trains were delayed for hours"."""
    start = site.bound_start
    if tokens.lowers[start - 1] == "of" and tokens.lowers[start - 2] in _AVERAGING:
        # "For an average of 29 months".
        start -= 2
        start -= tokens.tags[start - 1] == "D"
    if site.kind != "duration" or tokens.lowers[start - 1] != "for":
        return None
    subject = find_subject(tokens, verb[0])
    own = subject is None or is_pronoun(tokens, subject) or is_holder(tokens, subject)
    if own and verb[1] <= site.floor:
        return None
    still = tokens.lowers[verb[1] - 1] in _RUNNING and verb[1] == start - 1
    if subject is not None and not own and still:
        # "The deal is for five years".
        return Measured(*subject, head_of(tokens, *subject), "subject")
    second = subject is not None and is_second(tokens, subject, verb[0])
    begin = verb[0] if subject is None or own or second else subject[0]
    if verb[0] and tokens.tags[verb[0] - 1] == "R":
        if subject is not None and not own and tokens.lowers[verb[0] - 1] != "who":
            # "A clearance that ran for 26 days".
            return Measured(*subject, head_of(tokens, *subject), "subject")
        begin = verb[0]
    begin = past_auxiliaries(tokens, (begin, verb[1]))
    if second and tokens.lowers[verb[1] - 1] in _STAYING:
        # "Makes paper and has been in business for 40 years".
        begin = verb[1]
    stop = start - 1
    if any(tokens.tags[at] in ".RCM" for at in range(verb[1], stop)):
        stop = verb[1]
    return Measured(begin, stop, None, "clause")


def find_acted(tokens: Tokens, site: Site) -> Measured | None:
    """The act in -ing that went on for so long: "arrive after walking for three days"."""
    stop = site.bound_start - 1
    if site.kind != "duration" or tokens.lowers[stop] != "for":
        return None
    for at in range(stop - 1, site.floor, -1):
        if tokens.tags[at] == "G" and tokens.tags[at - 1] in "PR":
            return Measured(at, stop, None, "clause")
        if tokens.tags[at] in ".RCMAVE":
            return None
    return None
