"""Lines and areas of a pitch, and yards on it: "the 18-yard box", "on fourth and two"."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import DASHES, Tokens

_MARKED = frozenset(("yard", "metre", "meter", "minute", "m"))
_MARKS = frozenset(("line", "lines", "mark", "box", "arc", "dropout", "drop-out"))
_DOWNS = frozenset(("first", "second", "third", "fourth"))


@needs(DASHES)
def is_marked(tokens: Tokens, number: Number) -> bool:
    """Whether a measure names a line or an area of a pitch: "the 18-yard box"."""
    lowers, stop = tokens.lowers, number.stop
    parted = lowers[stop : stop + 1] != [] and lowers[stop] in DASHES
    named = lowers[stop + 1 : stop + 2] if parted else []
    if not named:
        return False
    unit, _, rest = named[0].partition("-")
    behind = rest or "".join(lowers[stop + 2 : stop + 3])
    after = lowers[stop + 2 + (not rest) :][:1]
    return unit in _MARKED and behind in _MARKS and after != ["of"]


@needs(("and",), _DOWNS)
def is_down(tokens: Tokens, number: Number) -> bool:
    """Whether a number is the yards to go on a down: "on fourth and two"."""
    first = number.first
    if first < 2 or tokens.lowers[first - 1] != "and" or tokens.lowers[first - 2] not in _DOWNS:
        return False
    ends = number.stop >= len(tokens.words) or tokens.tags[number.stop] in ".PO"
    led = tokens.lowers[first - 3 : first - 2] in (["on"], ["a"], ["facing"], [","]) or first == 2
    return ends and led and number.kind is None
