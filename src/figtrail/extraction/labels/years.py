"""Four digits that are a year and no count: "in 1984", not "1984 homes" nor "down 21% to 1632"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.listing import is_listed_by_place
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

_COMPARING = frozenset(read_sections("labels.txt")["comparing"])
_TOTALS = frozenset(read_sections("labels.txt")["totals"])
_OF_THEM = frozenset(("them", "whom", "those", "these", "which"))
# A level of so many is rarely told beside a year that is long past.
_MODERN = 1900


def is_money_of_year(tokens: Tokens, number: Number) -> bool:
    """Whether a year says which money is meant: "$200 million in 1940 dollars"."""
    word = tokens.words[number.core]
    dated = len(word) == 4 and word.isdigit() and 1850 <= number.value <= 2100
    return dated and number.first == number.core and tokens.lowers[number.first - 1] == "in"


def is_year(tokens: Tokens, number: Number) -> bool:
    """A year, as opposed to a count of four digits: "in 1984", not "1984 homes"."""
    word = tokens.words[number.core]
    if len(word) != 4 or not word.isdigit() or not 1500 <= number.value <= 2100:
        return False
    if number.stop != number.first + 1 or number.kind is not None:
        return False
    before = tokens.lowers[number.first - 1] if number.first else ""
    if _is_count(tokens, number, before):
        return False
    level = tokens.lowers[number.stop : number.stop + 1] == ["levels"]
    if before in _COMPARING and not level and before not in ("to", "of", "all", "those", "these"):
        return False
    if number.stop >= len(tokens.words):
        return True
    after = tokens.lowers[number.stop]
    tag = tokens.tags[number.stop]
    if tag == "N" and is_plural(after):
        if after == "levels" and before in ("above", "below", "from", "over", "under", "on"):
            return True
        return before in ("in", "since", "the", "its", "their", "by", "of", "during", "until")
    return not (tag in "JEG" and number.value % 100 == 0 and before not in ("the", "in"))


def _is_count(tokens: Tokens, number: Number, before: str) -> bool:
    """Whether the words around four digits make them a level or a total."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    earlier = lowers[first - 2] if first > 1 else ""
    if lowers[stop : stop + 1] == ["of"] and lowers[stop + 1 : stop + 2] != []:
        return lowers[stop + 1] in _OF_THEM
    if before == "of":
        return earlier in _TOTALS
    if before == "at":
        return tokens.tags[stop : stop + 1] not in (["N"], ["J"], ["G"])
    if is_listed_by_place(tokens.text, number.start, number.end):
        return True
    if number.value >= _MODERN:
        return False
    if before == "to":
        moved = earlier in ("%", "percent", "cent") or tokens.tags[max(0, first - 2)] in "VEv"
        return moved and "from" not in lowers[max(0, first - 6) : first]
    return before in _HELD or (before == "from" and earlier in ("up", "down"))


_HELD = frozenset(read_sections("labels.txt")["year_held"])
