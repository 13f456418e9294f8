"""What is so long, or from where to where: "turbines 250 feet tall"."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.clauses import find_subject, find_verb
from figtrail.extraction.measured.converted import past_conversion
from figtrail.extraction.measured.predicates import read_predicate
from figtrail.extraction.measured.site import ELIDED, TIMES, WORDS, Measured, Site, is_pronoun
from figtrail.extraction.measured.starts import find_noun_start
from figtrail.extraction.phrases import head_of
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_DIRECTIONS = frozenset(WORDS["directions"])
_DIMENSIONS = frozenset(WORDS["dimensions"])
_LENGTHS = frozenset(WORDS["lengths"])
_LYING = frozenset(WORDS["lying"])
_MEASURING = frozenset(WORDS["measuring"])
_CHANGING = frozenset(CHANGE_VERBS) - frozenset(WORDS["rising"])


@needs(_DIMENSIONS | _DIRECTIONS | {"sea"})
def find_length(tokens: Tokens, site: Site) -> Measured | None:
    """The thing that is so long, or from where to where: "turbines 250 feet tall"."""
    if site.unit not in _LENGTHS or site.kind == "rate":
        return None
    after = _past_part(tokens, site)
    if after >= len(tokens.words):
        return None
    if tokens.lowers[after] in _DIMENSIONS:
        return _find_long(tokens, site)
    at = after
    while at < len(tokens.words) and tokens.tags[at] == "B":
        at += 1
    altitude = tokens.lowers[at : at + 3] == ["above", "sea", "level"]
    if tokens.lowers[at : at + 2] == ["to", "the"] and at + 2 < len(tokens.words):
        # "1,100 km to the north".
        at += 2
    if at >= len(tokens.words) or (tokens.lowers[at] not in _DIRECTIONS and not altitude):
        return None
    verb = find_verb(tokens, site.bound_start, site.floor)
    if verb is not None and tokens.lowers[verb[1] - 1] in _CHANGING:
        return None
    if (
        verb is not None
        and verb[1] >= site.bound_start - 1
        and tokens.lowers[verb[1] - 1] in _LYING
        and not _is_named(tokens, at)
    ):
        subject = find_subject(tokens, verb[0])
        if subject is not None and not is_pronoun(tokens, subject):
            return None
    close = tokens.lowers[site.number.first - 3 : site.number.first]
    placed = _find_placed(tokens, site, verb if close in _CLOSE else None)
    if placed is not None:
        return placed
    reach = at
    while reach < site.reach and tokens.tags[reach] not in "AV":
        reach += 1
    way = read_predicate(tokens, at, reach)
    # "Have moved 40 miles north": what moved says more than which way.
    return way if way is None or way.stop > way.start + 1 else None


def _find_placed(tokens: Tokens, site: Site, verb: tuple[int, int] | None) -> Measured | None:
    """What is so far off, right before the length: "put the wreck 14 miles north of Bude".

    Or what comes as close as that, where its `verb` is given.
    """
    if verb is not None:
        subject = find_subject(tokens, verb[0])
        if subject is None or is_pronoun(tokens, subject):
            return None
        return Measured(*subject, head_of(tokens, *subject), "subject")
    stop = site.bound_start
    if stop < 2 or tokens.tags[stop - 1] != "N" or tokens.lowers[stop - 1] in TIMES:
        return None
    start = find_noun_start(tokens, stop, site.floor)
    named = tokens.words[stop - 1][0].isupper()
    if named or start < 1 or start <= site.floor or tokens.tags[start - 1] != "D":
        return None
    return Measured(start, stop, stop - 1, "preceding")


_CLOSE = (["as", "close", "as"], ["as", "near", "as"])


def _past_part(tokens: Tokens, site: Site) -> int:
    """Past the unit that a fraction is of, and a conversion: "a third (of a mile) across"."""
    after = site.after
    if tokens.lowers[after : after + 2] in _PARTS:
        return after + 3
    behind = past_conversion(tokens, site)
    told = tokens.lowers[behind : behind + 1]
    return behind if told and (told[0] in _DIMENSIONS or told[0] in _DIRECTIONS) else after


_PARTS = (["of", "a"], ["of", "an"])


def _is_named(tokens: Tokens, at: int) -> bool:
    """Whether a direction goes on to a named place: "east of Vancouver"."""
    named = tokens.words[at + 2 : at + 3]
    return tokens.lowers[at + 1 : at + 2] == ["of"] and bool(named) and named[0][0].isupper()


def is_direction(tokens: Tokens, site: Site, at: int) -> bool:
    """Whether a word says where an area or a weight is: "22,000 acres (north) of Reno"."""
    if site.kind != "measurement" or site.unit in _LENGTHS:
        return False
    return tokens.lowers[at] in _DIRECTIONS and tokens.lowers[at + 1 : at + 2] == ["of"]


def _find_long(tokens: Tokens, site: Site) -> Measured | None:
    """The noun before "250 feet tall", also with a comma or a form of "be" between."""
    stop = site.bound_start
    while stop > site.floor and tokens.tags[stop - 1] in "DB":
        stop -= 1
    if stop > site.floor and tokens.lowers[stop - 1] in (",", "between"):
        stop -= 1
    if tokens.lowers[stop - 1] in _MEASURING and stop - 1 > site.floor:
        # "The crater measures two miles across".
        stop -= 1
    again = site.floor and tokens.lowers[stop - 1] == "and"
    if again and tokens.lowers[stop - 2] in _DIMENSIONS:
        # "Is 2 miles long and 30 feet wide".
        return ELIDED
    start = find_noun_start(tokens, stop, site.floor)
    if (
        start > site.floor + 1
        and tokens.tags[start - 1] == "P"
        and tokens.words[start][0].isupper()
    ):
        # "A cottage in Balmain, 4.1 metres wide".
        stop = start - 1
        start = find_noun_start(tokens, stop, site.floor)
    if start < stop and "N" in tokens.tags[start:stop]:
        return Measured(start, stop, stop - 1, "preceding")
    verb = find_verb(tokens, site.bound_start, site.floor)
    subject = find_subject(tokens, verb[0]) if verb is not None else None
    if subject is None or is_pronoun(tokens, subject):
        return None
    return Measured(*subject, head_of(tokens, *subject), "subject")
