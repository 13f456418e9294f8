"""Times that others are held against: "grew 0.9% from December", "3%, up from 2% in April"."""

from __future__ import annotations

from figtrail.extraction.periods.framing import Framed
from figtrail.extraction.periods.tokens import CODE, Tokens
from figtrail.patterns import compile_late

_BASES = frozenset(CODE[name] for name in ("FROM", "THAN"))
_COMPARED = compile_late(r"\bcompared (?:with|to) \Z")
# How many characters "compared with more than $471,900 recorded in" takes at most.
_BASE_REACH = 50
_NUMBER_OF_BASE = compile_late(
    r"\b(?:from|against|versus|vs\.?|(?:compared|compares) (?:with|to)|than)"
    r" (?:[a-z]+ ){0,2}[^\w\s]?\d[\d.,]*(?: ?(?:%|per ?cent|pc|[a-z]{1,10}))?(?: recorded| seen)?"
    r" (?:in )?$"
)


def is_base(tokens: Tokens, framed: Framed) -> bool:
    """Whether a time is only what another is held against: "grew 0.9% from December"."""
    before = tokens.shape[framed.first - 1] if framed.first else ""
    if framed.role != "during" or before in _BASES:
        return framed.role == "during"
    start = tokens.start(framed.first)
    return _COMPARED.search(tokens.sentence[max(0, start - 20) : start]) is not None


def is_of_base(tokens: Tokens, framed: Framed) -> bool:
    """Whether a time is that of a number to compare with: "3% in May, up from 2% in April".

    What comes next is counted from the time before: "and from 1% a year earlier".
    """
    start = tokens.start(framed.first)
    before = tokens.sentence[max(0, start - _BASE_REACH) : start]
    return framed.role == "during" and _NUMBER_OF_BASE.search(before) is not None
