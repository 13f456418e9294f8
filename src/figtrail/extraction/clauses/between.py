"""What stands between a subject and its verb: asides, sources, times and examples."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("measured_words.txt")
STATING = frozenset(_WORDS["reporting"])
RELATIVES = frozenset(("who", "that", "which", "whose"))
# How many tokens may say who says so, or when.
_SOURCE = 6


def before_asides(tokens: Tokens, stop: int, floor: int) -> int:
    """Where a subject stops before a quotation mark, brackets or a clause between commas."""
    lowers = tokens.lowers
    if lowers[stop - 1] in ("“", '"') and stop - 1 > floor and tokens.tags[stop - 2] == "N":
        # 'Fee income "is now forecast to be £118m"': a quotation that starts at the verb.
        stop -= 1
    stop = past_bracket(tokens, stop, floor)
    if lowers[stop - 1] in ("–", "—"):
        opening = stop - 2
        while opening > floor and lowers[opening] != lowers[stop - 1]:
            opening -= 1
        stop = opening if opening > floor and tokens.tags[opening - 1] == "N" else stop
    if lowers[stop - 1] == ",":
        opening = stop - 2
        while opening > floor and lowers[opening] != ",":
            opening -= 1
        stop = _before_relative(tokens, opening, floor) if opening > floor else stop - 1
        stop = past_bracket(tokens, stop, floor)
    return stop


def past_bracket(tokens: Tokens, stop: int, floor: int) -> int:
    """Where a subject stops before brackets: "the Royal Mail (RM)"."""
    opening = stop - 2 if tokens.lowers[stop - 1] == ")" else floor
    while opening > floor and tokens.lowers[opening] != "(":
        opening -= 1
    return opening if opening > floor else stop


def _before_relative(tokens: Tokens, comma: int, floor: int) -> int:
    """The comma before a clause that has one inside: "Stock, which is based in Bath, Ohio, has"."""
    for at in range(comma - 1, max(floor, comma - _ASIDE), -1):
        if tokens.lowers[at] == ",":
            opens = tokens.lowers[at + 1] in RELATIVES
            return at if opens and at > floor else comma
    return comma


# How many tokens a relative clause may have up to the comma inside it.
_ASIDE = 12


def before_source(tokens: Tokens, stop: int, floor: int) -> int:
    """Where a relative stops before who says so: "which (it says) would cost $19m"."""
    if tokens.lowers[stop - 1] not in STATING:
        return stop
    at = stop - 1
    while at > max(floor, stop - _SOURCE) and tokens.tags[at - 1] in "DNJO":
        at -= 1
    relative = at > floor and at < stop - 1 and tokens.lowers[at - 1] in ("which", "that", "who")
    return at if relative else stop


def before_saying(tokens: Tokens, stop: int, floor: int) -> int:
    """Where a clause stops before who says so: "rose to 9 (, she said,) and would reach 12"."""
    at = stop - 2
    if at <= floor or tokens.lowers[at + 1] != "," or tokens.lowers[at] not in STATING:
        return stop
    while at > max(floor, stop - _SOURCE) and tokens.tags[at - 1] in "DNJO":
        at -= 1
    return at - 1 if at < stop - 2 and tokens.lowers[at - 1] == "," else stop


def before_time(tokens: Tokens, stop: int, floor: int) -> int:
    """Where a relative stops before what says when or where: "which (in 2021) stood at 2%"."""
    at = stop
    while at > max(floor, stop - _SOURCE) and tokens.tags[at - 1] in "DNMP":
        at -= 1
    if at == stop or at <= floor + 1 or tokens.tags[at] != "P" or tokens.lowers[at] == "of":
        return stop
    named = tokens.lowers[at - 1] in ("which", "who") and tokens.lowers[at - 2] == ","
    return at if named else stop


def before_examples(tokens: Tokens, stop: int, floor: int) -> int:
    """Where a subject stops before what it includes: "crimes (including arson, theft and rape)"."""
    at = stop
    while at > floor and (tokens.tags[at - 1] in "NJCD" or tokens.lowers[at - 1] == ","):
        at -= 1
    if at <= floor + 1 or "C" not in tokens.tags[at:stop] or tokens.tags[at] == ".":
        return stop
    if tokens.lowers[at - 1] == "including":
        at -= 1
    elif tokens.lowers[at - 2 : at] == ["such", "as"]:
        at -= 2
    else:
        return stop
    at -= tokens.lowers[at - 1] == ","
    return at if at > floor and tokens.tags[at - 1] == "N" else stop


def before_manner(tokens: Tokens, stop: int, floor: int) -> int:
    """Where a second verb's link stands before how or when: "fell 2% and (in real terms) rose"."""
    if tokens.lowers[stop - 1] not in _HOWS:
        return stop
    at = stop - 1
    while at > max(floor, stop - _MANNER) and tokens.tags[at] in "NJBD":
        at -= 1
    linked = tokens.tags[at] == "P" and tokens.lowers[at - 1] in ("and", "but")
    return at if linked and at - 1 > floor else stop


_HOWS = frozenset(_WORDS["manners"] + _WORDS["times"]) | {"rate", "average"}
# How many tokens may say how or when before a verb.
_MANNER = 6


def is_contracted(tokens: Tokens, verb: int) -> bool:
    """Whether a verb group has its subject in itself: "(it's up) 3%", "(they've dropped) by 4%"."""
    while verb + 1 < len(tokens.words) and tokens.tags[verb] == "B":
        verb += 1
    return tokens.tags[verb] == "A" and tokens.lowers[verb].startswith(_CONTRACTED)


_CONTRACTED = tuple(who + mark for who in ("it", "they") for mark in "'’")
