"""The noun that a relative clause goes on with, and the noun phrase that ends before a token."""

from __future__ import annotations

from figtrail.extraction.clauses.openings import skip_opening
from figtrail.extraction.date_words import DATES
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_plural, singular
from figtrail.extraction.tokens import Tokens

_SPANS = frozenset(read_sections("measured_words.txt")["times"]) | frozenset(
    ("before", "term", "time", "hour", "minute", "second")
)


def with_noun(tokens: Tokens, bounds: tuple[int, int] | None) -> tuple[int, int] | None:
    """A name with the noun that it only places: "the jobless rate in Spain, which was 9%"."""
    if bounds is None or not all(word[0].isupper() for word in tokens.words[slice(*bounds)]):
        return bounds
    if tokens.lowers[bounds[1] - 1] in DATES:
        return bounds
    tie = bounds[0] - 1 - (tokens.tags[bounds[0] - 1] == "D")
    if tie < 1 or tokens.lowers[tie] not in ("in", "at", "for") or tokens.tags[tie - 1] != "N":
        return bounds
    noun = phrase_ending(tokens, tie, max(0, tie - _PHRASE))
    return bounds if noun is None else (noun[0], bounds[1])


# How many tokens a noun may have before the name that places it.
_PHRASE = 8


def find_several(tokens: Tokens, stop: int, floor: int) -> tuple[int, int] | None:
    """The plural that one of them stands for: "three (bids) for a mill, the latest of which"."""
    phrase = phrase_ending(tokens, stop, floor)
    if phrase is None or is_plural(tokens.lowers[stop - 1]):
        return None
    before = phrase[0] - 1
    while before > floor and tokens.tags[before] == "D":
        before -= 1
    several = tokens.lowers[before - 1]
    if tokens.tags[before] != "P" or not is_plural(several) or singular(several) in _SPANS:
        return None
    return phrase_ending(tokens, before, floor)


def phrase_ending(tokens: Tokens, stop: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase that ends before token `stop`, with its of-complements."""
    tags, lowers = tokens.tags, tokens.lowers
    if stop <= floor:
        return None
    begin = stop
    if tags[stop - 1] in "vV" and is_plural(lowers[stop - 1]):
        # "Wage costs, which rose": a noun that looks like a verb.
        begin -= 1
    while begin > floor and (
        tags[begin - 1] in "NJEG" or lowers[begin - 1] in ("of", "per") or tags[begin - 1] == "D"
    ):
        begin -= 1
        if tags[begin] == "D" and not (begin > floor and lowers[begin - 1] == "of"):
            break
    named = tags[begin - 1] in "vV" and tags[begin - 2] in "DNJ"
    if begin > floor + 1 and lowers[begin] == "of" and named:
        # "A sack of maize that cost …": a noun that looks like a verb.
        begin -= 1
    while begin < stop and lowers[begin] == "of":
        begin += 1
    begin = skip_opening(tokens, begin, stop)
    return (begin, stop) if begin < stop else None
