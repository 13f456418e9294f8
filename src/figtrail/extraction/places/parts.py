"""Places that hold only a part of what is counted: "9,000 women, most of them in Ohio"."""

from __future__ import annotations

from figtrail.extraction.patterns import compile_late
from figtrail.extraction.places.mentions import Mention

_PART = compile_late(r"\bof (?:it|them|these|those|which|whom)(?: [a-z]+){0,2} $")
# So many characters before a place tell of which part it is.
_REACH = 40
OWN_PART = len(" per cent ")
"""A figure's own "of them" begins within so many characters: "40 of them in Dublin"."""


def is_of_part(low: str, mention: Mention, floor: int) -> bool:
    """See "two-thirds of them in Ohio": the place is that of a part of what is counted.

    What tells of the part stands behind `floor`, else the part is the figure itself.
    """
    if mention.role != "locative":
        return False
    return _PART.search(low, max(floor, mention.before - _REACH), mention.before) is not None
