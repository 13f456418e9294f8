"""A number beside another that only compares it: "300 thefts in Dover, 12% more than in May"."""

from __future__ import annotations

from bisect import bisect_right

from figtrail.extraction.places.mentions import Mention
from figtrail.extraction.places.survey import Sites
from figtrail.patterns import compile_late

# So many characters may lie between a place and the number that compares what is there.
_REACH = 60
_OPENS = compile_late(
    r"[^,;:.]*,(?: (?:some|about|around|nearly|almost|just|only|or|roughly|well|over|more than"
    r"|at least|which is|which was))* "
)
_MOVED = compile_late(
    r"[^,;:.]*, (?:up|down|an? (?:[a-z]+ )?(?:rise|fall|drop|increase|decrease|decline|gain|jump))"
    r"(?: (?:of|by|from|about|around|nearly|almost|just|over|more than))* "
)
_COMPARES = compile_late(
    r"(?:(?: percentage points?| per ?cent| percent| [a-z]+)? )?"
    r"(?:more|fewer|less|higher|lower|up|down|above|below|better|worse|longer|shorter|as many"
    r"|as much|the (?:number|total|figure|usual|rate|amount|level|average)"
    r"|of (?:the|its|a) (?:usual|normal|average|previous|typical)|that (?:of|in) )\b"
)


def find_compared_place(sites: Sites, start: int, end: int) -> Mention | None:
    """The place of the number before, which that at `start`–`end` only compares: both are there."""
    index = bisect_right(sites.ends, start) - 1
    if index < 0 or not sites.consumed[index]:
        return None
    mention = sites.mentions[index]
    if start - mention.end > _REACH or mention.role not in ("locative", "owner"):
        return None
    moved = _MOVED.fullmatch(sites.low, mention.end, start) is not None
    opens = moved or _OPENS.fullmatch(sites.low, mention.end, start) is not None
    if not opens or not (moved or _COMPARES.match(sites.low, end)):
        return None
    return mention
