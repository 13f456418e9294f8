"""The size of each thing that is counted, before its noun: "five 9mm cartridges"."""

from __future__ import annotations

from figtrail.extraction.dwellings import names_dwelling
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.numbers import match_unit
from figtrail.extraction.tokens import HYPHENS, Tokens

_SIGNS = frozenset("$£€₹")
_SCALED = (["m"], ["bn"], ["k"], ["million"], ["billion"])


def past_size(tokens: Tokens, at: int) -> int:
    """Pass over the size of what is counted: "five 9mm cartridges", "two three-car trains"."""
    if tokens.lowers[at][-1] in _SIGNS and tokens.tags[at + 1 : at + 2] == ["M"]:
        # "Two €125 credits", "four £2m flats".
        stop = at + 2 + (tokens.lowers[at + 2 : at + 3] in _SCALED)
        return stop if tokens.tags[stop : stop + 1] in (["N"], ["J"]) else at
    if tokens.lowers[at] in ("quarter", "half") and tokens.lowers[at + 2 : at + 3] == ["point"]:
        # "Two quarter-point cuts".
        return at + 3 if at + 3 < len(tokens.words) else at
    if tokens.tags[at] != "M" or at + 1 >= len(tokens.words):
        return at
    unit = at + 1
    if tokens.lowers[unit] in HYPHENS:
        unit += 1
    elif tokens.starts[unit] != tokens.ends[at] and not names_dwelling(tokens, unit):
        return at
    if tokens.tags[unit : unit + 2] == ["N", "N"] and is_plural(tokens.lowers[unit + 1]):
        # "Two three-car trains".
        return unit + 1
    if unit == at + 1 and names_dwelling(tokens, unit):
        # "12 four bedroom houses".
        return unit + 1
    form = match_unit(tokens, unit) if unit < len(tokens.words) else None
    if form is None and unit == at + 2 and tokens.tags[unit : unit + 2] == ["N", "N"]:
        # "11 two-bedroom bungalows".
        return unit + 1
    if form is None or form.kind != "measurement":
        return at
    stop = unit + len(form.tokens)
    return stop if stop < len(tokens.words) and tokens.tags[stop] in "NJ" else at
