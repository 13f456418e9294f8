"""What stands before a number and tells its unit: "£5m", "pounds 18m", "pH 7.4", "HR = 0.78"."""

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
    if words[at] == "¢" and (not adjacent or (at > floor and tokens.tags[at - 1] == "M")):
        form = None  # "4¢ 12 days ago"
    if form is not None:
        return at, form.currency, form.factor
    if words[at] in ISO_4217:
        return at, words[at], ONE
    return first, None, ONE


def read_name_before(
    tokens: Tokens, first: int, stop: int, scale: Decimal | None
) -> tuple[int, int, str] | None:
    """The token of a currency's name before its sum, the sum's end and the currency.

    "Pounds 18m", "US dollars 322 million", "a pounds 2m grant"; in "in dollars 40 workers got" the
    number counts what follows.
    """
    if first < 1 or not tokens.lowers[first - 1].endswith("s"):
        return None
    for at in range(max(0, first - 2), first):
        name, lower = tuple(tokens.words[at:first]), tuple(tokens.lowers[at:first])
        for form in (*MONEY_WORDS.get(name[0], ()), *MONEY_WORDS.get(lower[0], ())):
            if form.tokens not in (name, lower) or form.position != "word" or form.factor != 1:
                continue
            return None if _is_apart(tokens, at, stop, scale) else (at, stop, form.currency)
    return None


def _is_apart(tokens: Tokens, at: int, stop: int, scale: Decimal | None) -> bool:
    """Whether a currency's name at a token says nothing of the number that ends before `stop`."""
    before = tokens.lowers[max(0, at - 2) : at]
    if at and tokens.tags[at - 1] == "M":
        return True  # "Fined 300 dollars 20 times"
    if before[-1:] == ["of"] and before[0].endswith(("ions", "ands", "reds")):
        return True  # "Millions of pounds"
    counted = stop < len(tokens.words) and tokens.tags[stop] in "NJ"
    return counted and scale is None and before[-1:] not in (["a"], ["an"])


def read_quantity_before(tokens: Tokens, first: int) -> tuple[str, str] | None:
    """The unit and the kind of a number that stands behind its quantity's letters: "pH 7.4"."""
    if not first:
        return None
    before = first - 1
    before -= before > 0 and tokens.words[before] in ("=", ":")
    return _NAMED.get(tokens.words[before])


# Quantities by their letters: acidity, and hazard, odds and relative risk ratios.
_NAMED = {"pH": ("ph", "measurement")} | dict.fromkeys(
    ("HR", "aHR", "OR", "aOR", "RR", "aRR", "IRR"), ("times", "ratio")
)
