"""What has a size that is told in two units: "a 9-ton (8.2-tonne) anchor"."""

from __future__ import annotations

from figtrail.extraction.measured.site import Measured, Site, measure_noun
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.phrases import read_noun_phrase
from figtrail.extraction.tokens import HYPHENS, Tokens

_SIZED = ("measurement", "duration")
_DEGREES = ("celsius", "fahrenheit", "kelvin")
# How many tokens a conversion may have, with its brackets.
_BRACKETS = 8


def past_conversion(tokens: Tokens, site: Site) -> int:
    """The token behind the conversion in brackets that a size has or is; else the next one."""
    at, lowers = site.after, tokens.lowers
    if site.kind not in _SIZED or at >= len(lowers) or lowers[at] not in ("(", ")"):
        return at
    if lowers[at] == ")":
        return at + 1 if _find_first(tokens, site) else at
    closing = at + 1
    while closing < min(len(lowers), at + _BRACKETS) and lowers[closing] != ")":
        closing += 1
    sized = "M" in tokens.tags[at + 1 : at + 3] and lowers[closing : closing + 1] == [")"]
    return closing + 1 if sized else at


def find_converted(tokens: Tokens, site: Site) -> Measured | None:
    """The noun that a size in two units stands before: "a 9-ton (8.2-tonne) anchor"."""
    if site.number.unit in _DEGREES:
        # Without a plural: "minus 9 Fahrenheit (minus 23C) overnight".
        return None
    at = past_conversion(tokens, site)
    if at == site.after or at >= len(tokens.words) or tokens.tags[at] not in "NJEG":
        return None
    unit = _find_first(tokens, site) if tokens.lowers[site.after] == ")" else site.after - 1
    phrase = read_noun_phrase(tokens, at) if _is_modifier(tokens, unit) else None
    if phrase is None:
        return None
    # "A 700-acre (283-hectare) fire threatened two farms": a form in -ed may be the verb.
    limit = phrase.stop
    while limit < len(tokens.words) and tokens.tags[limit] not in ".ME":
        limit += 1
    return measure_noun(tokens, phrase, limit, "following")


def _is_modifier(tokens: Tokens, unit: int) -> bool:
    """Whether a size stands before its noun: "9-ton", "a 9 ton", not "fell to 9 Fahrenheit"."""
    if tokens.words[unit - 1] in HYPHENS:
        return True
    first = unit - 1
    while first > 0 and tokens.tags[first] == "M":
        first -= 1
    return tokens.tags[first] == "D" and not is_plural(tokens.lowers[unit])


def _find_first(tokens: Tokens, site: Site) -> int:
    """The unit before the bracket that a conversion stands in; 0 where it is none."""
    opening = site.bound_start - 1
    while opening > 1 and tokens.tags[opening] in "B":
        opening -= 1
    first = opening - 1
    counted = tokens.tags[first - 1] == "M" or tokens.words[first - 1] in HYPHENS
    return first if first > 1 and tokens.lowers[opening] == "(" and counted else 0
