"""Prices that bookmakers give: "4/6", "the 4-6 favourite", "25 to one", "-150"."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
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
# What joins the parts of a price, and the signs of American ones.
_JOINING = DASHES | frozenset("/⁄")
_SIGNS = frozenset("+-−–")
_CHANGED = frozenset(CHANGE_VERBS) | {"from"}
_PRONOUNS = frozenset(("him", "her", "them"))
# An American price is a stake or a win for so many dollars at least.
_MONEYLINE = 100
# How many words may stand between a price and "favourite", or a change and what it comes to.
_NEAR = 3


@needs(_JOINING, _BETTING | _FAVOURITES | _MAKING)
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
    if number.kind is not None or number.currency is not None:
        return False
    # "4-6 staff in each", but "Hill's go 1-4 O'Neill".
    named = tokens.words[stop : stop + 1] != [] and tokens.words[stop][0].isupper()
    return (named or not _counts(tokens, stop)) and not _BETTING.isdisjoint(tokens.vocabulary)


def _counts(tokens: Tokens, stop: int) -> bool:
    """Whether what stands at a token, behind a number, is what it counts."""
    return stop < len(tokens.words) and tokens.tags[stop] in "NJ"


def _find_pair(tokens: Tokens, number: Number) -> tuple[int, int] | None:
    """The token bounds of the two whole numbers that a slash or dash joins around a number."""
    for dash in (number.first - 1, number.first + 1):
        joined = 0 < dash < len(tokens.words) - 1 and tokens.words[dash] in _JOINING
        if not joined or tokens.ends[dash - 1] != tokens.starts[dash]:
            continue
        if tokens.words[dash - 1].isdecimal() and tokens.words[dash + 1].isdecimal():
            return dash - 1, dash + 2
    return None


@needs(("to",), _BETTING)
def is_price_in_words(tokens: Tokens, number: Number) -> bool:
    """Whether a number is of a price with "to": "odds of 25 to one", "seven to four"."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    staked = lowers[stop : stop + 1] == ["to"] and tokens.tags[stop + 1 : stop + 2] == ["M"]
    won = first > 1 and lowers[first - 1] == "to" and tokens.tags[first - 2] == "M"
    if number.kind is not None or not (staked or won):
        return False
    start, after = (first, stop + 2) if staked else (first - 2, stop)
    if not _CHANGED.isdisjoint(lowers[max(0, start - _NEAR) : start]):
        return False  # "Bookmakers cut staff from 12 to four", "bets rose by 12 to 40"
    return not _counts(tokens, after) or lowers[after] in _FAVOURITES


@needs(_SIGNS)
def is_moneyline(tokens: Tokens, number: Number) -> bool:
    """Whether a number is an American price: "the Chiefs (-150)", "+130 underdogs"."""
    word = tokens.words[number.core]
    sign = number.core - 1
    plain = number.kind is None and number.scale is None and word.isdecimal()
    if not plain or int(word) < _MONEYLINE or sign < 0 or not _is_sign(tokens, sign):
        return False
    stop = number.stop
    if _counts(tokens, stop):
        return tokens.lowers[stop] in _FAVOURITES
    signs = {tokens.words[at] for at in range(len(tokens.words) - 1) if _is_sign(tokens, at)}
    both = len(signs) > 1 and tokens.lowers[sign - 1] == "at"
    return both or not _MONEYLINES.isdisjoint(tokens.vocabulary)


def _is_sign(tokens: Tokens, at: int) -> bool:
    """Whether a mark is the sign of three digits and more: it touches them and nothing before."""
    if tokens.words[at] not in _SIGNS or not tokens.words[at + 1].isdecimal():
        return False
    touches = tokens.ends[at] == tokens.starts[at + 1] and len(tokens.words[at + 1]) > 2
    opens = not at or tokens.ends[at - 1] < tokens.starts[at] or tokens.words[at - 1] in "(["
    return touches and opens
