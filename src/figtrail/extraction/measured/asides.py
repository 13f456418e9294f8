"""The noun that a number between commas, dashes or brackets gives the size of."""

from __future__ import annotations

from figtrail.extraction.measured.owner import find_by_subject
from figtrail.extraction.measured.predicates import read_predicate
from figtrail.extraction.measured.site import (
    LEVEL_NOUNS,
    LIMITING,
    REMAINING,
    WORDS,
    Measured,
    Site,
)
from figtrail.extraction.measured.starts import find_noun_start
from figtrail.extraction.nouns import NUMBERING, is_plural, singular
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_OPENING = frozenset((",", "(", "–", "—", "-"))
_CLOSING = {",": ",", "(": ")", "–": "–", "—": "—", "-": "-"}
_SLICES = frozenset(WORDS["slices"])
_MAJORITIES = frozenset(WORDS["majorities"])
_SAYING = frozenset(WORDS["aside_words"])
# How many tokens may stand between the mark that opens an aside and its number.
_REACH = 5
# How many tokens may date the number before the aside ends.
_DATING = 4


@needs(_OPENING)
def find_aside(tokens: Tokens, site: Site) -> Measured | None:
    """The noun before an aside: "the fee, £80,", "Tuesday's low, 79, was", "the zones, now 15,"."""
    mark = _find_mark(tokens, site)
    if mark is None or mark < 1 or mark <= site.floor:
        return None
    agreed = _find_agreed(tokens, site, mark)
    if agreed is not None:
        return agreed
    sized = _find_sized(tokens, mark, site.floor, signed=site.number.signed)
    if sized is not None and tokens.lowers[sized.stop - 1] in _SLICES:
        # "Education takes the biggest slice, £4m".
        return find_by_subject(tokens, site) or sized
    if sized is None or not _is_closed(tokens, site, mark):
        return None
    return sized if _is_told(tokens, site, mark, sized.start) else None


def _find_agreed(tokens: Tokens, site: Site, opening: int) -> Measured | None:
    """What a part of those asked say: "a slim majority (52%) back the toll"."""
    at = site.after + 1
    if site.kind not in ("percentage", "ratio") or at >= len(tokens.words):
        return None
    if tokens.lowers[opening - 1] not in _MAJORITIES or tokens.lowers[opening] != "(":
        return None
    told = tokens.lowers[at - 1] == ")" and tokens.tags[at] not in ".PC"
    return read_predicate(tokens, at, site.reach) if told else None


def _find_mark(tokens: Tokens, site: Site) -> int | None:
    """The mark that opens the aside in which a number stands."""
    for at in range(site.bound_start - 1, max(0, site.bound_start - _REACH), -1):
        if tokens.lowers[at] in _OPENING:
            return at
        if tokens.lowers[at - 1 : at + 1] == ["to", "be"] and tokens.tags[at - 2] == "E":
            # "A shortfall, estimated to be £60m, …".
            return at - 3 if tokens.lowers[at - 3] in _OPENING else None
        # "A paltry £40".
        sizing = tokens.tags[at] in "BDJ" or tokens.lowers[at - 1] in ("a", "an")
        if not sizing and tokens.lowers[at] not in _SAYING:
            return None
    return None


def _find_sized(tokens: Tokens, mark: int, floor: int, *, signed: bool) -> Measured | None:
    """The noun phrase before a mark, with the phrase that "of", "for" or "in" ties it to."""
    lowers, tags = tokens.lowers, tokens.tags
    if tags[mark - 1] not in "NJv":
        return None
    start, head = find_noun_start(tokens, mark, floor), mark - 1
    if tags[head] == "J" and start and tags[start - 1] != "D" and "N" not in tags[start:head]:
        # "Fuel was dearer, at $812 a tonne".
        return None
    while start < mark:
        outer = start
        while outer > 1 and tags[outer - 1] == "D":
            outer -= 1
        if outer <= max(1, floor) or tags[outer - 1] != "P":
            return Measured(start, mark, head, "preceding")
        named = tags[outer - 2] == "N" and lowers[outer - 2] not in REMAINING
        if not named:
            tied = lowers[outer - 1] in ("of", "for", "with")
            return Measured(start, mark, head, "preceding") if tied else None
        wider = find_noun_start(tokens, outer - 1, floor)
        if wider >= outer - 1:
            return None
        # "The number of travellers", "the cap on hours": the thing is counted.
        sizing = singular(lowers[outer - 2]) in NUMBERING or lowers[outer - 2] in LEVEL_NOUNS
        counted = not signed and (sizing or lowers[outer - 2] in LIMITING)
        start, head = wider, head if counted else outer - 2
    return None


def _is_closed(tokens: Tokens, site: Site, mark: int) -> bool:
    """Whether an aside ends behind its number: "61 degrees on Thursday, was", "£12 below, …"."""
    at, count = site.after, len(tokens.words)
    closing = _CLOSING[tokens.lowers[mark]]
    if at >= count:
        return False
    if tokens.lowers[at] == closing:
        return True
    if tokens.lowers[at] in ("above", "below"):
        return mark < site.bound_start - 1
    for end in range(at + 1, min(count - 1, at + _DATING)):
        if tokens.lowers[end] == closing:
            return tokens.tags[at] == "P" and tokens.tags[end + 1] in "AV"
    return False


def _is_told(tokens: Tokens, site: Site, mark: int, start: int) -> bool:
    """Whether a number in an aside may size the noun before it, and lists nothing.

    A sum or a word such as "now" before the number is enough for the first figure; else the noun
    is told apart by an article or an owner and its verb follows: "the low, 79, was".
    """
    if _is_numbering(tokens, site, mark):
        return True
    added = mark < site.bound_start - 1
    if added or (site.kind == "money" and not site.floor):
        return True
    if tokens.words[mark - 1][0].isupper() or site.kind == "ratio":
        return False
    owned = any(tokens.lowers[at].endswith(("’s", "'s")) for at in range(start, mark))
    before = tokens.tags[start - 1 : start] if start else ["D"]
    ahead = tokens.tags[site.after + 1 : site.after + 2]
    dated = tokens.tags[site.after] == "P"
    verb = dated or ahead in (["A"], ["V"], ["v"], ["E"]) or tokens.lowers[mark] != ","
    return (owned or before == ["D"]) and verb


def _is_numbering(tokens: Tokens, site: Site, mark: int) -> bool:
    """Whether a bare number says roughly how many there are of what stands before its comma.

    "The last of the families, about 70, could go home"; without "about" it may be anything.
    """
    roughly = site.kind == "count" and site.unit is None and site.bound_start < site.number.first
    return roughly and mark == site.bound_start - 1 and is_plural(tokens.lowers[mark - 1])
