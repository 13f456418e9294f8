"""Modifiers inside a noun phrase that take more than a word: models, lists, prefixes, ages."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_plural, singular
from figtrail.extraction.tokens import HYPHENS, Tokens

_NOUNS = read_sections("nouns.txt")
_ATTRIBUTIVE_PLURALS = frozenset(_NOUNS["attributive_plurals"])


def past_prefix(tokens: Tokens, hyphen: int) -> int:
    """The compound that shares its last part with a prefix: "drink- and drug-driving"; or 0."""
    after = hyphen + 2
    joined = tokens.lowers[hyphen + 1 : after] in (["and"], ["or"], ["to"])
    glued = tokens.starts[hyphen] == tokens.ends[hyphen - 1]
    if not joined or not glued or after >= len(tokens.words):
        return 0
    return after if not HYPHENS.isdisjoint(tokens.lowers[after]) else 0


def past_quoted(tokens: Tokens, at: int) -> int:
    """Past modifiers in quotation marks before a noun: "14 “serious” (breaches)"; 0 for others."""
    closing = _CLOSING[tokens.lowers[at]]
    for stop in range(at + 1, min(at + _QUOTED, len(tokens.words) - 1)):
        if tokens.lowers[stop] == closing:
            return stop + 1 if stop > at + 1 and tokens.tags[stop + 1] in "NJ" else 0
        if tokens.tags[stop] not in "NJEGvVB.":
            return 0
    return 0


def closes_quoted(tokens: Tokens, start: int, at: int) -> bool:
    """Whether a mark ends modifiers that opened before a phrase: "14 “(serious” breaches)"."""
    opened = start > 0 and _CLOSING.get(tokens.lowers[start - 1]) == tokens.lowers[at]
    return opened and start < at and tokens.tags[at + 1 : at + 2] in (["N"], ["J"])


_CLOSING = {"“": "”", "‘": "’", '"': '"', "'": "'"}
# How many tokens such modifiers may have, with their marks.
_QUOTED = 6


def names_model(tokens: Tokens, at: int) -> bool:
    """Whether a number goes on a name before the noun: "38 Class 150 units", "Covid-19 cases"."""
    hyphened = tokens.lowers[at] in HYPHENS
    # "Airbus A220s": a letter that looks like an article.
    hyphened = hyphened or (
        tokens.words[at] == "A" and tokens.ends[at : at + 1] == tokens.starts[at + 1 : at + 2]
    )
    number = at + hyphened
    if number + 1 >= len(tokens.words) or tokens.tags[number] != "M":
        return False
    digits = tokens.words[number].isdigit() or tokens.words[number][0].isupper()
    named = tokens.words[at - 1][0].isupper() and digits
    following = tokens.lowers[number + 1 : number + 3]
    tags = tokens.tags[number + 1 : number + 3]
    return named and any(
        tag == "N" and is_plural(word) for tag, word in zip(tags, following, strict=True)
    )


def modifies(tokens: Tokens, at: int) -> bool:
    """Whether the plural before a singular noun says of which kind the plural after it is.

    As "sales" does in "17 sales tax exemptions"; in "12 nurses work shifts" a verb stands there.
    """
    following = at + 1
    return (
        tokens.lowers[at - 1] in _ATTRIBUTIVE_PLURALS
        and following < len(tokens.words)
        and tokens.tags[following] == "N"
        and is_plural(tokens.lowers[following])
    )


def skip_modifiers(tokens: Tokens, at: int) -> int:
    """The token after a list of nouns that share the counted one, or 0.

    As "police, fire and" in "12 police, fire and ambulance crews"; `at` is its first comma.
    """
    tags, lowers = tokens.tags, tokens.lowers
    count = len(tags)
    if singular(lowers[at - 1]) != lowers[at - 1]:
        return 0
    described = at + 2 < count and tags[at + 1] in "NJ" and tags[at + 2] in "NJ"
    if described and lowers[at] == "," and not HYPHENS.isdisjoint(lowers[at - 1]):
        # "30 single-seat, twin-engine jets".
        return at + 1
    while at + 3 < count and lowers[at] == "," and tags[at + 1] == "N":
        if is_plural(lowers[at + 1]) or tokens.words[at + 1][0].isupper():
            return 0
        at += 2
        joined = at + (lowers[at] == ",")
        if lowers[joined] in ("and", "or", "&") and joined + 2 < count:
            ends = tags[joined + 1 : joined + 3] == ["N", "N"] and is_plural(lowers[joined + 2])
            return joined + 1 if ends and not is_plural(lowers[joined + 1]) else 0
    return 0


def past_ages(tokens: Tokens, at: int, limit: int) -> int:
    """Past the ages of those "aged" so: "(pupils aged) between five and seven", "under 5"; or 0."""
    start = at
    while at < limit and (
        tokens.tags[at] == "M"
        or tokens.lowers[at] in _AGES
        or (tokens.lowers[at] in ("and", "to") and tokens.tags[at + 1 : at + 2] == ["M"])
    ):
        at += 1
    return at if at > start and "M" in tokens.tags[start:at] else 0


_AGES = frozenset(_NOUNS["ages"])


def past_joined(tokens: Tokens, link: int) -> int:
    """Past a second noun of another number that ends its clause: "theft and (related offences)".

    0 where none does, or where a name or a verb may follow.
    """
    at = link + 1
    while at < len(tokens.words) and tokens.tags[at] in "JE" and tokens.words[at].islower():
        at += 1
    if at >= len(tokens.words) or tokens.tags[at] != "N" or not tokens.words[at].islower():
        return 0
    ended = at + 1 >= len(tokens.words) or tokens.lowers[at + 1] in (",", ".", ";", ")")
    return at + 1 if ended else 0
