"""A place that is only a part of what is counted, or one of it: "most of them in Ohio"."""

from __future__ import annotations

from figtrail.extraction.places.mentions import Mention
from figtrail.patterns import compile_late

_PART = compile_late(r"\bof (?:it|them|these|those|which|whom)(?: [a-z]+){0,2} $")
# So many characters before a place tell of which part it is.
_REACH = 40
OWN_PART = len(" per cent ")
"""A figure's own "of them" begins within so many characters: "40 of them in Dublin"."""

# "The worst of the 36 counties", "one of nine towns", "led all 95 counties".
_RANKED_AMONG = compile_late(
    r"\b(?:[a-z]{2,}est|worst|best|fewest|most|least|last|first|second|third|fourth|fifth|next|top"
    r"|bottom|only|one|ranked|\d+(?:st|nd|rd|th))(?: [a-z]+){0,2}? (?:of|among|amongst)"
    r" (?:the |all )*$"
    r"|\b(?:is|are|was|were) (?:among|amongst) (?:the |all )*$"
    r"|\b(?:led|leads|topped|tops|heads|headed) (?:the |all )+$"
)
_MEMBERS = compile_late(
    r" (?:[a-z-]+ ){0,2}?(?:counties|states|cities|towns|villages|councils|prefectures|provinces"
    r"|regions|districts|ports|countries|nations|boroughs|municipalities|islands|authorities|constituencies"
    r"|areas|markets|economies|departments|cantons|parishes|communes|wards|capitals)\b"
)


def counts_members(low: str, start: int, end: int) -> bool:
    """See "the worst of the 36 counties": what a place is one of isn't there, but around it."""
    if _MEMBERS.match(low, end) is None:
        return False
    return _RANKED_AMONG.search(low, max(0, start - _REACH), start) is not None


def is_of_part(low: str, mention: Mention, floor: int) -> bool:
    """See "two-thirds of them in Ohio": the place is that of a part of what is counted.

    What tells of the part stands behind `floor`, else the part is the figure itself.
    """
    if mention.role != "locative":
        return False
    return _PART.search(low, max(floor, mention.before - _REACH), mention.before) is not None
