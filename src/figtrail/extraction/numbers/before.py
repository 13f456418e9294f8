"""The currency that stands before a number: "£5m", "Rs 500", "pounds 18m"."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.numbers.forms import ISO_4217, MONEY_WORDS, SIGNS
from figtrail.extraction.numbers.number import ONE
from figtrail.extraction.tokens import Tokens


def read_currency_before(
    tokens: Tokens, first: int, floor: int, scale: Decimal | None, value: Decimal
) -> tuple[int, str | None, Decimal]:
    """The first token with a currency before a number, the currency and its factor."""
    words = tokens.words
    at = first - 1
    if at < floor:
        return first, None, ONE
    adjacent = tokens.ends[at] == tokens.starts[first]
    form = SIGNS.get(words[at])
    if form is None and words[at] == "." and at - 1 >= floor and words[at - 1] + "." in SIGNS:
        form, at = SIGNS[words[at - 1] + "."], at - 1
    if form is not None and form.position == "tight":
        plain = scale is None and value < 1000 and value == int(value)
        if not adjacent or plain:
            form = None
    if form is not None and form.currency == "XBT":
        form = None
    if words[at] == "¢" and (not adjacent or (at > floor and tokens.tags[at - 1] == "M")):
        form = None  # "4¢ 12 days ago"
    if form is not None:
        return at, form.currency, form.factor
    if words[at] in ISO_4217:
        return at, words[at], ONE
    if tokens.lowers[at] in _MONEY_BEFORE:
        return _read_word_left(tokens, first, floor, scale, value)
    return first, None, ONE


_MONEY_BEFORE = frozenset(("pounds", "dollars", "euros", "rupees"))


def _read_word_left(
    tokens: Tokens, first: int, floor: int, scale: Decimal | None, value: Decimal
) -> tuple[int, str | None, Decimal]:
    """Read the currency in words before a number: "lost pounds 18m", "US dollars 322 million".

    Not behind a number of its own ("150 pounds 12 months on"), nor before a count of things.
    """
    at = first - 1
    counted = scale is None and value < _MANY and tokens.tags[first + 1 : first + 2] in _NOUNS
    if counted or (at > 0 and tokens.tags[at - 1] == "M"):
        return first, None, ONE
    start = at
    while start > max(floor, at - 2) and tokens.words[start - 1][0].isupper():
        start -= 1
    for begin in range(start, at + 1):
        for form in MONEY_WORDS.get(tokens.words[begin], ()):
            if form.tokens == tuple(tokens.words[begin : at + 1]):
                return begin, form.currency, form.factor
    return first, None, ONE


# So many or more of a currency in words may stand before a noun.
_MANY = 100
_NOUNS = (["N"], ["J"])
