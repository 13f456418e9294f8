"""Prices that bookmakers give: "4/6", "the 4-6 favourite", "25 to one", "-150"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import DASHES, Tokens

_SPORT = read_sections("sport.txt")
_BETTING = frozenset(_SPORT["betting"])
_MONEYLINES = frozenset(_SPORT["moneylines"])
_FAVOURITES = frozenset(_SPORT["favourites"])
_BEFORE_FAVOURITES = frozenset(_SPORT["before favourites"])
_MAKING = frozenset(_SPORT["making"])
_PRONOUNS = frozenset(("him", "her", "them"))
# An American price is a stake or a win for so many dollars at least.
_MONEYLINE = 100
# How many words may stand between a price and "favourite".
_NEAR = 3


@needs(("/", "-", "–", "⁄"), _BETTING | _FAVOURITES | _MAKING)
def is_price(tokens: Tokens, number: Number) -> bool:
    """Whether a number is of a price in two parts: "makes him 4/6", "the 4-6 favourite"."""
    bounds = _find_pair(tokens, number)
    if bounds is None:
        return False
    first, stop = bounds
    if tokens.lowers[stop : stop + 1] == ["of"]:
        return False
    ahead = tokens.lowers[stop : stop + _NEAR]
    while ahead and ahead[0] in _BEFORE_FAVOURITES:
        ahead = ahead[1:]
    if ahead and ahead[0] in _FAVOURITES:
        return True
    made = tokens.lowers[max(0, first - 2) : first]
    if len(made) == 2 and made[0] in _MAKING and made[1] in _PRONOUNS:
        return True
    counts = stop < len(tokens.words) and tokens.tags[stop] in "NJ"
    counts = counts and not tokens.words[stop][0].isupper()  # "Hill's go 1-4 O'Neill"
    if number.kind is not None or number.currency is not None:
        return False
    return not counts and not _BETTING.isdisjoint(tokens.vocabulary)


def _find_pair(tokens: Tokens, number: Number) -> tuple[int, int] | None:
    """The token bounds of the two whole numbers that a slash or dash joins around a number."""
    for dash in (number.first - 1, number.first + 1):
        joined = 0 < dash < len(tokens.words) - 1 and (
            tokens.lowers[dash] in "/⁄" or tokens.lowers[dash] in DASHES
        )
        if not joined or tokens.ends[dash - 1] != tokens.starts[dash]:
            continue
        if tokens.words[dash - 1].isdecimal() and tokens.words[dash + 1].isdecimal():
            return dash - 1, dash + 2
    return None


@needs(("to",), ("one", "1", "two", "2", "four", "4", "on"), _BETTING)
def is_price_in_words(tokens: Tokens, number: Number) -> bool:
    """Whether a number is of a price with "to": "odds of 25 to one", "seven to four"."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    if number.kind is not None:
        return False
    if "from" in lowers[max(0, first - 3) : first]:
        return False  # "Bookmakers cut staff from 12 to four"
    staked = lowers[stop : stop + 1] == ["to"] and tokens.tags[stop + 1 : stop + 2] == ["M"]
    won = first > 1 and lowers[first - 1] == "to" and tokens.tags[first - 2] == "M"
    after = stop + 2 if staked else stop
    counts = after < len(lowers) and tokens.tags[after] in "NJ"
    return (staked or won) and (not counts or lowers[after] in _FAVOURITES)


@needs(("+", "-", "−", "–"))
def is_moneyline(tokens: Tokens, number: Number) -> bool:
    """Whether a number is an American price: "the Chiefs (-150)", "+130 underdogs"."""
    word = tokens.words[number.core]
    sign = number.core - 1
    plain = number.kind is None and number.scale is None and word.isdecimal()
    if not plain or int(word) < _MONEYLINE or sign < 0 or not _is_sign(tokens, sign):
        return False
    stop = number.stop
    counts = stop < len(tokens.words) and tokens.tags[stop] in "NJ"
    if counts:
        return tokens.lowers[stop] in _FAVOURITES
    signs = {tokens.words[at] for at in range(len(tokens.words) - 1) if _is_sign(tokens, at)}
    both = len(signs) > 1 and tokens.lowers[sign - 1] == "at"
    return both or not _MONEYLINES.isdisjoint(tokens.vocabulary)


def _is_sign(tokens: Tokens, at: int) -> bool:
    """Whether a mark is the sign of three digits and more: it touches them and nothing before."""
    if tokens.words[at] not in ("+", "-", "−", "–") or not tokens.words[at + 1].isdecimal():
        return False
    touches = tokens.ends[at] == tokens.starts[at + 1] and len(tokens.words[at + 1]) > 2
    return touches and (not at or tokens.ends[at - 1] < tokens.starts[at] or _opens(tokens, at))


def _opens(tokens: Tokens, at: int) -> bool:
    return tokens.words[at - 1] in "(["
