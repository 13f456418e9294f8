"""What stands between a number and the word that tells its change: "by a dramatic 23%"."""

from __future__ import annotations

from figtrail.extraction.changes.repeating import find_said_again
from figtrail.extraction.changes.vocabulary import COMPARATIVES, EACH, MODIFIERS, PHRASES, WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Change

_AS_MUCH = (["as", "much", "as"], ["as", "many", "as"], ["by", "up", "to"])
_COMPARED = (["more", "than"], ["less", "than"], ["fewer", "than"], ["at", "least"], ["up", "to"])
_NEARLY = WORDS["nearly"]
_ARTICLES = frozenset(("a", "an"))
# How many tokens a sum and its comparative may take.
_WIDTH = 6
_PARTS = (WORDS["percent_parts"] | WORDS["money_parts"] | WORDS["hundredths"]) - {"a", "-"}


def skip_modifiers(tokens: Tokens, start: int, kind: str) -> int:
    """The word that governs what starts at `start`: not an adverb, "on average" or a sign.

    Nor what an article describes the number by: "rose an unusual 14%".
    """
    lowers, tags = tokens.lowers, tokens.tags
    index = start - 1
    while index >= 0 and (lowers[index] in MODIFIERS or tags[index] == "B"):
        if index and lowers[index] == "away" and (lowers[index - 1], "away") in PHRASES:
            return index
        index -= 1
    described = index > 1 and tags[index] in "JNEG" and lowers[index - 1] in _ARTICLES
    if described and lowers[index - 2] not in ("on", "off"):
        index -= 2
        while index >= 0 and tags[index] == "B":
            index -= 1
    if index > 0 and lowers[index] == "on" and lowers[index + 1] == "average":
        index -= 1
    if kind == "money" and index > 0 and lowers[index] == "us":
        index -= 1
    return index


def find_said(tokens: Tokens, index: int) -> int | None:
    """Where the figure starts that this one says in other terms: "rose £3, or 5%".

    With its comparator: "fell as much as 8 cents, or 12 per cent", "by more than £9, or 3%".
    """
    said = find_said_again(tokens, index)
    while said is not None and said > 2:
        if tokens.lowers[said - 3 : said] in _AS_MUCH:
            said -= 3
        elif tokens.lowers[said - 2 : said] in _COMPARED:
            said -= 2
        elif tokens.lowers[said - 1] in _NEARLY:
            said -= 1
        else:
            break
    return said


def find_down(tokens: Tokens, off: int) -> bool:
    """Whether another was down by a percentage before an "off" that goes on from it."""
    return "down" in tokens.lowers[:off] and not {"%", "percent", "cent"}.isdisjoint(
        tokens.lowers[:off]
    )


def stop_of(tokens: Tokens, start: int) -> int:
    """The token behind the number that starts at a token or stands a little behind it."""
    at = start
    while tokens.tags[at] != "M" and at < start + _WIDTH:
        at += 1
    while tokens.tags[at : at + 1] == ["M"]:
        at += 1
    while tokens.lowers[at : at + 1] and tokens.lowers[at] in _PARTS:
        at += 1
    return at


def compared_each(tokens: Tokens, start: int, stop: int) -> Change | None:
    """The comparison that is told again by another span: "£90 more a year, or (£7.50 a month)"."""
    for at in range(start + 1, min(stop, start + _WIDTH)):
        each = tokens.lowers[at + 1] in EACH and tokens.lowers[at - 1] != "or"
        if each and tokens.lowers[at] in COMPARATIVES:
            return COMPARATIVES[tokens.lowers[at]]
    return None
