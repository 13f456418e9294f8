"""Four digits that are a year and no count: "in 1984", not "1984 homes" nor "down 21% to 1632"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.listing import is_listed_by_place
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

_COMPARING = frozenset(read_sections("labels.txt")["comparing"])
_TOTALS = frozenset(read_sections("labels.txt")["totals"])
_DATED = frozenset(read_sections("labels.txt")["dated"])
_HELD_OF = frozenset(read_sections("labels.txt")["gatherings"])
_DEFINITE = frozenset(("the", "its", "their", "his", "her", "that", "this"))
_INDEFINITE = frozenset(("a", "an", "of", "to", "with"))
# So far before its noun an article may stand: "the 4.1% seasonal average of 2023".
_ARTICLE_REACH = 5
_OF_THEM = frozenset(("them", "whom", "those", "these", "which"))
# A level of so many is rarely told beside a year that is long past.
_MODERN = 1900
_THAN = frozenset(("than", "above", "below", "over", "under", "extra", "further", "additional"))
# Years that news names things by: "the 2019 awards", "presented 2021 budgets".
_RECENT = range(1980, 2060)


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
    if before in _COMPARING and before not in ("to", "of", "all", "those", "these"):
        return before in _THAN and names_year(tokens, number.first)
    if number.stop >= len(tokens.words):
        return True
    after = tokens.lowers[number.stop]
    tag = tokens.tags[number.stop]
    if tag == "N" and is_plural(after):
        if names_year(tokens, number.first):
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
        return earlier in _TOTALS and not is_level_of_year(tokens, first)
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


def names_year(tokens: Tokens, at: int) -> bool:
    """Whether the word behind four digits is what a year names: "2021 budgets", "2019 levels"."""
    known = tokens.lowers[at + 1 : at + 2]
    return known != [] and known[0] in _DATED and int(tokens.words[at]) in _RECENT


def is_level_of_year(tokens: Tokens, at: int) -> bool:
    """Whether four digits say when a level was: "the average of 2023", not "a crowd of 2015"."""
    if int(tokens.words[at]) not in _RECENT or tokens.lowers[at - 2] in _HELD_OF:
        return False
    if tokens.tags[at + 1 : at + 2] in (["N"], ["J"]):
        return False
    for word in reversed(tokens.lowers[max(0, at - 2 - _ARTICLE_REACH) : at - 2]):
        if word in _DEFINITE or word in _INDEFINITE:
            return word in _DEFINITE
    return False


_HELD = frozenset(read_sections("labels.txt")["year_held"])
