"""Ordinals that tell no share and no count: "a fifth win in six", "to be in the first three"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_SPORT = read_sections("sport.txt")
_ORDINALS = frozenset(_SPORT["ordinals"])
_WON = frozenset(_SPORT["results"])


@needs(_WON, _ORDINALS)
def is_nth_result(tokens: Tokens, number: Number) -> bool:
    """Whether an ordinal before a result only looks like a share: "a fifth win in six"."""
    behind = tokens.lowers[number.stop : number.stop + 1]
    if number.form not in ("fraction", "proportion") or behind == [] or behind[0] not in _WON:
        return False
    # "A fifth win a place at university".
    return tokens.tags[number.stop + 1 : number.stop + 2] != ["D"]


@needs(("the",), ("first",))
def is_placed(tokens: Tokens, number: Number) -> bool:
    """Whether a number tells how many places count: "to be in the first three"."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    if lowers[max(0, first - 2) : first] != ["the", "first"] or number.kind is not None:
        return False
    ends = stop >= len(lowers) or (tokens.tags[stop] in ".CRP" and lowers[stop] not in ("of", "-"))
    return ends and first > 2 and lowers[first - 3] in ("in", "into", "among", "inside", "outside")
