"""Headings that count what an article holds: "5 things to know", "READ ALSO: 10 films to watch"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("furniture.txt")
_LINKS = frozenset(_WORDS["links"])
_LISTED = frozenset(_WORDS["listed"])
_ENJOYED = frozenset(_WORDS["enjoyed"])
_DOING = frozenset(_WORDS["doing"])
_BEST = frozenset(_WORDS["superlatives"])
_PARTED = frozenset(_WORDS["counted parts"])
_SERIES = frozenset(_WORDS["series"])
_PUZZLES = frozenset(_WORDS["puzzles"])
_STROKES = frozenset("|:–—•·>»")
_TELLING = frozenset("that we you i they who which why how where when".split())
_MOST = 101
# How many words may describe what is listed: "10 new Nollywood films to watch".
_DESCRIBED = 4


@needs(_LISTED | _ENJOYED)
def is_listicle(tokens: Tokens, number: Number) -> bool:
    """Whether a heading counts what its article lists: "Seven ways to cut your bills"."""
    announced = tokens.lowers[max(0, number.first - 2) : number.first] == ["here", "are"]
    if number.value >= _MOST or (tokens.lowers[-1] in _CLOSING and not announced):
        return False
    if announced:
        return not _LISTED.isdisjoint(tokens.lowers[number.stop : number.stop + _DESCRIBED])
    linked = _is_linked(tokens, number.first)
    opened = linked or number.first == 0 or tokens.lowers[: number.first] == ["the"]
    at = number.stop
    best = tokens.lowers[at : at + 1] != [] and tokens.lowers[at] in _BEST
    while at < min(len(tokens.words), number.stop + _DESCRIBED) and tokens.tags[at] in "NJGE":
        word = tokens.lowers[at]
        headed = at + 1 >= len(tokens.words) or not is_plural(tokens.lowers[at + 1])
        if headed and (word in _LISTED or word in _ENJOYED):
            return opened and _lists(tokens, at, linked=linked, best=best)
        at += 1
    return False


_CLOSING = frozenset((".", "!", "”", '"'))


@needs(("of",), _BEST)
def is_of_the_best(tokens: Tokens, number: Number) -> bool:
    """Whether a heading counts the best of something: "12 of the best beaches"."""
    at = number.stop
    if number.first or tokens.lowers[at : at + 2] != ["of", "the"] or tokens.lowers[-1] in _CLOSING:
        return False
    best = tokens.lowers[at + 2 : at + 3] != [] and tokens.lowers[at + 2] in _BEST
    return best and not any(tag in "VvA" for tag in tokens.tags[at + 3 :])


@needs(_PUZZLES)
def is_of_puzzle(tokens: Tokens, number: Number) -> bool:
    """Whether a number is that of a puzzle: "Cryptic crossword 28,012"."""
    near = tokens.lowers[max(0, number.first - 3) : number.first]
    ends = number.stop >= len(tokens.words) or tokens.tags[number.stop] in ".C"
    return ends and not _PUZZLES.isdisjoint(near) and set(near) <= _PUZZLES | _NUMBERING


_NUMBERING = frozenset(("no", ".", "number", "nº", "#", "cryptic", "quick", "the", "today’s"))


def _is_linked(tokens: Tokens, first: int) -> bool:
    """Whether a number opens what a link's first words announce: "READ ALSO: 10 films"."""
    if first > 1 and tokens.lowers[first - 1] == "the":
        first -= 1
    if first < 2 or tokens.lowers[first - 1] not in _STROKES:
        return False
    return tokens.lowers[first - 2] in _LINKS


def _lists(tokens: Tokens, noun: int, *, linked: bool, best: bool) -> bool:
    """Whether what follows the noun of a heading tells what it lists."""
    if linked and tokens.lowers[noun] in _LISTED:
        return True
    ahead = tokens.lowers[noun + 1 : noun + 3]
    if not ahead:
        return linked or best
    if ahead[0] in _STROKES or (linked and ahead[0] == ";"):
        return True
    if ahead[0] == "to":
        return len(ahead) > 1 and _tells_reader(tokens, noun, linked=linked)
    stated = any(tag in "VvA" for tag in tokens.tags[noun + 1 :])
    if ahead[0] in _TELLING:
        return linked or tokens.lowers[noun] in _LISTED
    if linked or tokens.lowers[noun] in _LISTED:
        return tokens.tags[noun + 1] == "P" and not stated
    return best and not stated


def _tells_reader(tokens: Tokens, noun: int, *, linked: bool) -> bool:
    """Whether "to" and a verb are for a reader: "films to watch", not "towns to see"."""
    if tokens.lowers[noun + 2] not in _DOING:
        return False
    if tokens.lowers[noun] in _LISTED or linked:
        return True
    after = tokens.lowers[noun + 3 : noun + 4]
    return not after or after[0] in _WHILE or tokens.tags[noun + 3] in ".P"


_WHILE = frozenset("this before if when now right next while tonight today".split())


@needs("|")
def is_listed_second(tokens: Tokens, number: Number) -> bool:
    """Whether a heading goes on counting: "5 things we liked | 3 we didn't"."""
    behind = number.first > 0 and tokens.lowers[number.first - 1] == "|"
    following = tokens.lowers[number.stop : number.stop + 1]
    return behind and following in (["we"], ["you"], ["i"], ["they"])


def is_part_of_several(tokens: Tokens, number: Number) -> bool:
    """Whether a number tells which of several parts it is: "paper 1 of 3", "1 of 14"."""
    if number.out_of is None or number.first + 3 != number.stop:
        return False
    if tokens.lowers[number.first + 1] not in ("of", "/"):
        return False
    before = tokens.lowers[number.first - 1] if number.first else ""
    if before in _PARTED:
        return number.stop >= len(tokens.words) or tokens.tags[number.stop] not in "NJ"
    return False


@needs(_SERIES)
def is_of_series(tokens: Tokens, number: Number) -> bool:
    """Whether a number tells how many articles a series has: "the second of four articles"."""
    lowers, first = tokens.lowers, number.first
    if lowers[number.stop : number.stop + 1] == [] or lowers[number.stop] not in _SERIES:
        return False
    return first > 1 and lowers[first - 1] == "of" and lowers[first - 2] in _ORDERED


_ORDERED = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth last one series".split()
)


def is_numbering(tokens: Tokens, number: Number) -> bool:
    """A list number at the start of a line: "1. ", "2) ", "(3) ", "2.1 The council"."""
    stop = number.stop
    if number.form != "digits" or number.value >= 100 or stop + 1 >= len(tokens.words):
        return False
    if number.first == 0:
        # "4.2 The council" goes on with a new sentence, "3 Photograph the meter" with an order.
        at = stop + (tokens.tags[stop] not in "DO")
        capital = tokens.words[stop][0].isupper()
        titled = capital and tokens.tags[at : at + 1] in (["D"], ["O"])
        titled = titled or (capital and _is_order(tokens, stop))
        return tokens.words[stop] in ".)" or titled
    return number.first == 1 and tokens.words[0] == "(" and tokens.words[stop] == ")"


def _is_order(tokens: Tokens, at: int) -> bool:
    """Whether a numbered step opens with what to do: "2 Send the form", not "2 Cook Islanders"."""
    goes_on = tokens.words[at + 1 : at + 2]
    return tokens.lowers[at] in _ORDERS and goes_on != [] and not goes_on[0][0].isupper()


_ORDERS = frozenset(_WORDS["orders"])
