"""Entries of a list, each a place and its number: "Bradford 37", "France (45)"."""

from __future__ import annotations

from figtrail.extraction.places.mentions import Mention
from figtrail.patterns import compile_late

_BEFORE_NUMBER = (
    r"(?:'s?)? ?[:,(–—-]? ?(?:(?:leading|trailing|close behind|up|down) )?"
    r"(?:(?:it|they|that|this|the (?:figure|rate|share|number|total|average|price)) )?"
    r"(?:(?:at|with|on|by|had|has|saw|was|is|were|recorded|reported|stood at|averaged"
    r"|rose to|fell to|receiving|received|lost|and|to|of)? ?)"
    r"(?:just |only |about |around |some |over |more than |almost |nearly |up to |at least |an? )?"
    r"[£$€₹+-]?"
)
_TOUCHING = compile_late(_BEFORE_NUMBER)
_OPENS_LIST = (": ", " – ", " — ", " - ")
_OWN_PLACE = compile_late(
    r"[^ ]+ (?:[a-z-]+ ){0,2}(?:in|at|near) (?:the )?[a-z' -]{3,30}(?:, |,? and )[^,.;]{1,40}"
    r" (?:in|at|near) "
)
_LISTED = compile_late(
    _BEFORE_NUMBER + r"(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half)\b)"
)
_ENTRY_MARKS = (" with ", " at ", ", with ", ", at ")
_CLAUSE_OPENERS = (", and ", ", but ", "; ")
_SOON_A_NUMBER = compile_late(r"[^,;.]{0,30}\d")
_OPENERS = (",", ";", " and", " with", " and those", " and that")
# "Highest in Malta at 72%", "and rose in York to 6%": what a place's number is, before the place.
_TOLD_FIRST = compile_late(
    r"(?:,|;| and| but| or)(?: (?:the|was|were|is|are|only|just|much|by)){0,2}"
    r" (?:[a-z]+est|most|least|higher|lower|worse|better|rose|fell|up|down|increased"
    r"|decreased|grew|dropped|climbed|jumped|slipped)(?: [a-z]+)?$"
)
# "The tram got £4m and the harbour at Voi £2m".
_NEXT_ITEM = compile_late(r" and (?:the |its )?[a-z-]+(?: [a-z-]+){0,2}$")
_PRICED = compile_late(r" (?:about |some |another )?[£$€₹]\d")
# "In Leeds it was £700, in York it rose from £600 to £650".
_GOES_ON = compile_late(
    r",? (?:it|they|that|there) (?:was|were|is|are|had|has|rose|fell|stood|cost|averaged|went|came"
    r"|reached|dropped|grew|climbed)\b[^,;.]{0,24}\d"
)
_PART = compile_late(
    r"(?:, with|, including|, among them|, of which|, of whom) (?:the |just |only |about )?"
    r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)[^;]{0,60}?(?<!,) $"
)
_BRACKETED = compile_late(r" \([£$€₹+-]?\d[^()]{0,12}\)(?:,| and | or )")
# "With the dearest homes in Howth, at €620,000".
_MOST = compile_late(r"(?:,|;| and)(?: with)? the (?:most|least|[a-z]+est)\b[^,;\d]{0,50}$")
# So many characters before a place are read for what opens its entry.
_OPENED = 70
# So many characters before an entry are looked through for what opens it.
_NEAR = 80


def touches(low: str, end: int, start: int) -> bool:
    """What stands between a place that ends at `end` and a number ties them: "Bradford 37".

    Not so where a mark opens a list of places of their own: "across Kent: 14 in Dover, three in".
    """
    if low.startswith(_OPENS_LIST, end) and _OWN_PLACE.match(low, start):
        return False
    return _TOUCHING.fullmatch(low, end, start) is not None


def heads_list(low: str, mention: Mention) -> bool:
    """The place opens a list's next entry (", in Bradford 37"): that number's place alone."""
    if (
        _BRACKETED.match(low, mention.end)
        and "," in low[max(0, mention.before - _NEAR) : mention.before]
    ):
        return True
    if not opens_entry(low, mention):
        return False
    if _LISTED.match(low, mention.end) or _GOES_ON.match(low, mention.end):
        return True
    clause = low[max(0, mention.before - 6) : mention.before].endswith(_CLAUSE_OPENERS)
    clause = clause or mention.role == "owner"
    return clause and bool(_SOON_A_NUMBER.match(low, mention.end))


def opens_part(low: str, end: int, mention: Mention) -> bool:
    """See "three died, with two victims from Voi": the place is only the second number's."""
    return _PART.search(low, end, mention.before) is not None


def opens_entry(low: str, mention: Mention) -> bool:
    """A list's next entry starts before the place: "and highest in Malta", "; in York"."""
    gap = low[max(0, mention.before - _OPENED) : mention.before].rstrip()
    if gap[-14:].endswith(_OPENERS):
        return True
    if _MOST.search(gap) and _SOON_A_NUMBER.match(low, mention.end):
        return True
    if _NEXT_ITEM.search(gap) and _PRICED.match(low, mention.end):
        return True
    return bool(_TOLD_FIRST.search(gap)) and bool(_LISTED.match(low, mention.end))


def is_entry(low: str, mention: Mention) -> bool:
    """See "with Germany at 96%", "more than Italy (1.5%)": an entry in spite of its preposition."""
    if mention.role != "away":
        return False
    if low.startswith(" (", mention.end) or low.endswith("with ", 0, mention.start):
        return True
    named = low.endswith((" by ", "ahead of ", " behind "), 0, mention.start)
    return named and low.startswith(_ENTRY_MARKS, mention.end)
