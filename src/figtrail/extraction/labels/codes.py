"""Digits that are written on a thing: "a date code between 2438 and 2509", "lots 19 to 21"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("codes.txt")
_CODES = frozenset(_WORDS["codes"])
_NUMBERED = frozenset(_WORDS["numbered"])
_LINKS = frozenset(_WORDS["links"])
_NUMBERS = frozenset(("number", "numbers", "nos"))
# How many tokens may stand between the noun and the last of its numbers.
_REACH = 14


@needs(_CODES | _NUMBERS)
def is_code(tokens: Tokens, number: Number) -> bool:
    """Whether digits without a mark are of a code or a serial number that is told before them.

    Only words that link them stand between: "lot numbers from 4410 to 4421", "codes ending in 22".
    """
    stop = number.stop
    written = [word for word, tag in _read_span(tokens, number) if tag == "M"]
    if number.kind is not None or not all(map(str.isdecimal, written)):
        return False
    if stop < len(tokens.words) and tokens.tags[stop] in "NJG":
        return False
    for at in range(number.first - 1, max(-1, number.first - 1 - _REACH), -1):
        word = tokens.lowers[at]
        if word in _CODES or (word in _NUMBERS and _is_of_thing(tokens, at)):
            return at < number.first - 1 and tokens.lowers[max(0, at - 1)] != "of"
        if word not in _LINKS and tokens.tags[at] != "M":
            return False
    return False


def _read_span(tokens: Tokens, number: Number) -> list[tuple[str, str]]:
    """The words of a number, each with its tag."""
    span = slice(number.first, number.stop)
    return list(zip(tokens.words[span], tokens.tags[span], strict=True))


def _is_of_thing(tokens: Tokens, at: int) -> bool:
    """Whether numbers are those of things that bear one: "serial numbers"."""
    return at > 0 and tokens.lowers[at - 1] in _NUMBERED


@needs(("ending",))
def ends_account(tokens: Tokens, number: Number) -> bool:
    """Whether digits are the last of a card's or an account's number: "the card ending 4471"."""
    before = tokens.lowers[max(0, number.first - 2) : number.first]
    ends = before[-1:] == ["ending"] or before == ["ending", "in"]
    digits = tokens.words[number.core]
    return ends and digits.isdecimal() and not _ACCOUNTS.isdisjoint(tokens.vocabulary)


_ACCOUNTS = frozenset("card cards account accounts number phone registration plate".split())


_OPENING = frozenset("'\"‘“")
_CLOSING = frozenset("'\"’”")
_SEEN = frozenset(_WORDS["seen"])


@needs(_OPENING, _CLOSING, _SEEN)
def is_mentioned(tokens: Tokens, number: Number) -> bool:
    """Whether digits stand between quotation marks alone, as they are written: "saw a ‘1’"."""
    first, stop = number.first, number.stop
    if not first or stop >= len(tokens.words) or tokens.words[first - 1] not in _OPENING:
        return False
    return number.form == "digits" and tokens.words[stop] in _CLOSING
