"""What stands between a number and its noun: shares in brackets, and marks that are no noun."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

_LEVELS = [[mark] for mark in read_sections("bound_words.txt")["marks"]]
# How many tokens the same share may take when it is said again.
_ASIDE = 6


def is_mark(tokens: Tokens, number: Number, at: int) -> bool:
    """Whether a number is a level that something passes: "crossed the 8 million mark"."""
    named = tokens.lowers[number.first - 1 : number.first] == ["the"]
    marked = tokens.lowers[at : at + 1] in _LEVELS
    told = number.kind is None or tokens.lowers[at : at + 1] == ["mark"]
    return named and marked and told


def in_brackets(tokens: Tokens, number: Number, at: int) -> int:
    """The noun that brackets add to a number: "we took out another 400 (residents)"; or 0."""
    closed = tokens.lowers[at + 2 : at + 3] == [")"] and tokens.tags[at + 1] in "Nv"
    noun = closed and number.value > 1 and is_plural(tokens.lowers[at + 1])
    return at + 1 if noun else 0


def past_share(tokens: Tokens, at: int) -> int:
    """The noun behind a count's share or parts in brackets: "1,216 (0.14%) candidates"."""
    lowers, stop = tokens.lowers, at + 2
    if tokens.tags[at + 1 : at + 2] != ["M"]:
        return at
    while stop < len(tokens.words) and stop < at + 2 * _ASIDE and lowers[stop] != ")":
        stop += 1
    if lowers[stop : stop + 1] != [")"] or tokens.tags[stop + 1 : stop + 2] not in (["N"], ["J"]):
        return at
    shared = lowers[stop - 1] in ("%", "cent", "percent", "pc")
    plural = is_plural(lowers[stop + 1]) or tokens.tags[stop + 1] == "J"
    return stop + 1 if shared or plural else at


def past_aside(tokens: Tokens, at: int) -> int:
    """The "of" behind the same share said again: "a quarter (27.8%) of (pupils)"."""
    lowers = tokens.lowers
    closing = at
    if lowers[at] in ("(", ",") and tokens.tags[at + 1 : at + 2] == ["M"]:
        closing = at + 2
        while (
            closing < len(tokens.words)
            and closing < at + _ASIDE
            and lowers[closing] not in (")", ",")
        ):
            closing += 1
    told = lowers[closing : closing + 2] in ([")", "of"], [",", "of"])
    return closing + 1 if told else at
