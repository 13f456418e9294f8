"""Time units that a bare number shares through its comparator: "18 weeks, and 98% within 26"."""

from __future__ import annotations

from figtrail.extraction.numbers import match_unit
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens
from figtrail.model import Kind

_LONGEST = 4
"""How many tokens "in less than" and its like take at most."""


def find_time_again(tokens: Tokens, reading: Reading) -> tuple[str, Kind] | None:
    """The unit of a time that an earlier number of the sentence has after the same words.

    "92% were seen within 18 weeks and 98% within 26", "a third in under ten minutes, half in
    under 20".
    """
    first = reading.number.first
    start = min(reading.bound_start, first)
    start -= start > 0 and tokens.lowers[start - 1] == "in"
    words = tokens.lowers[start:first]
    closed = reading.phrase is None and tokens.tags[reading.after : reading.after + 1] in _ENDS
    if not words or len(words) > _LONGEST or words[0] not in _LIMITED or not closed:
        return None
    for at in range(start - len(words), 0, -1):
        number = at + len(words)
        if tokens.lowers[at:number] == words and tokens.tags[number] == "M":
            form = match_unit(tokens, number + 1)
            timed = form is not None and form.kind == "duration"
            return (form.unit, "duration") if form is not None and timed else None
    return None


_LIMITED = frozenset(("in", "within"))
_ENDS: tuple[list[str], ...] = ([], ["."], ["C"], ["P"])
