"""The denominator of a number: "a year", "per 1,000 residents", "for each flooded household"."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from figtrail.extraction.lexicon import read_pairs, read_sections
from figtrail.extraction.nouns import is_plural, singular, unit_of_noun
from figtrail.extraction.numbers import ISO_4217, Number, match_unit
from figtrail.extraction.phrases import read_noun_phrase
from figtrail.extraction.tokens import Tokens

_TIME = read_pairs("rates.txt", "time")
_ADVERBS = read_pairs("rates.txt", "adverbs")
_ARTICLE_NOUNS = read_pairs("rates.txt", "article_nouns")
CURRENCY_NOUNS = read_pairs("rates.txt", "currency_nouns")
_ABBREVIATED = {"pcm": "month", "pa": "year", "pw": "week", "pppn": "night"}
_COUNTED_PER = read_pairs("rates.txt", "counted_per")
_NOT_DENOMINATORS = frozenset(read_sections("rates.txt")["not_denominators"])


class Rate(NamedTuple):
    """A denominator: its unit, its quantity where stated, and its token bounds."""

    per: str
    quantity: Decimal | None
    start: int
    stop: int


def find_rate(
    tokens: Tokens, number: Number, phrase_stop: int, numbers: list[Number]
) -> Rate | None:
    """The denominator attached to a number or to the noun phrase after it (which ends there)."""
    unit_stop = _unit_stop(tokens, number)
    stops = {number.stop, phrase_stop, unit_stop}
    if (
        number.kind == "measurement"
        and unit_stop < len(tokens)
        and tokens.lowers[unit_stop] == "of"
    ):
        whole = read_noun_phrase(tokens, unit_stop + 1)
        if whole is not None:
            phrase_stop = whole.stop
            stops.add(phrase_stop)
    bracket = _past_bracket(tokens, number, numbers)
    if bracket is not None:
        stops.add(bracket)
    for at in stops:
        if tuple(tokens.lowers[at : at + 2]) in _BETWEEN:
            at += 2
        rate = _read_rate(tokens, at, number, numbers)
        if rate is not None:
            return rate
    rate = _adjective(tokens, number, phrase_stop)
    if rate is not None:
        return rate
    if number.currency is not None or (
        phrase_stop > number.stop and number.kind in (None, "measurement")
    ):
        return _trailing(tokens, phrase_stop)
    return None


def _past_bracket(tokens: Tokens, number: Number, numbers: list[Number]) -> int | None:
    """The token after a conversion in brackets, whose denominator both sums share.

    "£2,400 ($3,062) a tonne": from either number, the token of "a tonne".
    """
    if number.currency is None:
        return None
    lowers, stop = tokens.lowers, number.stop
    if stop < len(lowers) and lowers[stop] == ")":
        return stop + 1
    if stop < len(lowers) and lowers[stop] == "(":
        for other in numbers:
            if other.first > stop and other.first <= stop + 3 and other.currency is not None:
                closed = other.stop < len(lowers) and lowers[other.stop] == ")"
                return other.stop + 1 if closed else None
    return None


def _unit_stop(tokens: Tokens, number: Number) -> int:
    if number.unit is None or number.unit_inside:
        return number.stop
    at = number.stop
    if at < len(tokens) and tokens.lowers[at] in "-‐‑":
        at += 1
    form = match_unit(tokens, at) if at < len(tokens) else None
    return at + len(form.tokens) if form is not None else number.stop


def _read_rate(tokens: Tokens, at: int, number: Number, numbers: list[Number]) -> Rate | None:
    lowers = tokens.lowers
    count = len(lowers)
    while at < count and lowers[at] in "-‐‑":
        at += 1
    if at >= count:
        return None
    lower = lowers[at]
    following = lowers[at + 1] if at + 1 < count else ""
    if lower in ("more", "less", "or", "extra") and following in (
        "a",
        "an",
        "per",
        "each",
        "every",
    ):
        at += 1
        lower, following = lowers[at], lowers[at + 1] if at + 1 < count else ""
    if lower in ("a", "an"):
        hyphen = 1 if following and following in "-‐‑" else 0
        noun = lowers[at + 1 + hyphen] if at + 1 + hyphen < count else ""
        per = _TIME.get(noun)
        if per is None and (number.kind is not None or match_unit(tokens, at + 1) is not None):
            per = _ARTICLE_NOUNS.get(noun)
        elif per is None:
            per = _COUNTED_PER.get(noun)
        if per is None and number.currency is not None:
            per = _priced_noun(tokens, at + 1 + hyphen)
        ahead = lowers[at + 2 + hyphen] if at + 2 + hyphen < count else ""
        if per is None or (noun == "second" and number.kind is None):
            return None
        if ahead in _OFFSETS and not _deducts(tokens, at + 2 + hyphen):
            return None
        if tuple(lowers[at + 2 : at + 5]) == ("and", "a", "half"):
            return None
        return Rate(per, None, at, at + 2 + hyphen)
    if lower in ("each", "every") and following in _TIME:
        return Rate(_TIME[following], None, at, at + 2)
    if lower == "every" and number.currency is not None:
        # "£200 every two weeks"; alone, "every two weeks" is a duration.
        several = next((one for one in numbers if one.first == at + 1), None)
        if several is not None and several.kind == "duration" and several.unit is not None:
            return Rate(several.unit, several.value, at, several.stop)
    if lower == "of" and following in ("every", "each") and number.currency is not None:
        currency = CURRENCY_NOUNS.get(lowers[at + 2]) if at + 2 < count else None
        return Rate(currency, None, at, at + 3) if currency is not None else None
    if lower in ("per", "/"):
        return _read_per(tokens, at, at + 1, number, numbers)
    if lower in ("for", "in", "to", "with") and following in ("every", "each"):
        return _read_per(tokens, at, at + 2, number, numbers)
    if lower in _ABBREVIATED and number.currency is not None:
        return Rate(_ABBREVIATED[lower], None, at, at + 1)
    if lower in ("to", "against") and following == "the":
        noun = lowers[at + 2] if at + 2 < count else ""
        if noun in ("us", "u.s", "american") and at + 3 < count:
            noun = lowers[at + 3]
        if noun in CURRENCY_NOUNS:
            return Rate(CURRENCY_NOUNS[noun], None, at, at + 3)
        return None
    return None


def _deducts(tokens: Tokens, at: int) -> bool:
    """Whether "before" says what isn't taken off yet: "£2,600 a month before tax"."""
    return tokens.lowers[at] in ("before", "after") and tokens.lowers[at + 1 : at + 2] in _DEDUCTED


_DEDUCTED = (["tax"], ["taxes"], ["deductions"], ["interest"], ["inflation"], ["costs"])


def _priced_noun(tokens: Tokens, at: int) -> str | None:
    """The unit of what has a price: "£48 a bin"; None for "£48 a record", "£5m a third"."""
    if at >= len(tokens) or tokens.tags[at] != "N" or tokens.lowers[at] in _NOT_DENOMINATORS:
        return None
    following = tokens.tags[at + 1] if at + 1 < len(tokens) else "."
    noun = tokens.lowers[at]
    if following not in ".CPRBA" or is_plural(noun) or not noun[0].isalpha():
        return None
    return _denominator(noun, None)


def _read_per(
    tokens: Tokens, start: int, at: int, number: Number, numbers: list[Number]
) -> Rate | None:
    lowers = tokens.lowers
    if at >= len(lowers):
        return None
    quantity: Decimal | None = None
    for other in numbers:
        if other.first == at and other is not number:
            sized = (
                other.unit_inside and other.stop < len(lowers) and tokens.tags[other.stop] == "N"
            )
            if sized and not is_plural(lowers[other.stop]):
                # "For every 64kg bag": the size names the bag.
                return Rate(_denominator(lowers[other.stop], None), None, start, other.stop + 1)
            if other.value <= 0:
                return None
            quantity = other.value
            at = other.stop
            if other.unit is not None and other.unit_inside:
                return Rate(other.unit, quantity, start, at)
            break
    if at >= len(lowers):
        return Rate("person", quantity, start, at) if quantity is not None else None
    lower = lowers[at]
    if lower in _TIME:
        return Rate(_TIME[lower], quantity, start, at + 1)
    if tokens.words[at] in ISO_4217:
        return Rate(tokens.words[at], quantity, start, at + 1)
    if lower in CURRENCY_NOUNS:
        return Rate(CURRENCY_NOUNS[lower], quantity, start, at + 1)
    if lower in _ARTICLE_NOUNS:
        return Rate(_ARTICLE_NOUNS[lower], quantity, start, at + 1)
    form = match_unit(tokens, at)
    if form is not None and form.kind != "percentage":
        return Rate(form.unit, quantity, start, at + len(form.tokens))
    phrase = read_noun_phrase(tokens, at)
    if phrase is None or lowers[phrase.head] in _NOT_DENOMINATORS:
        return Rate("person", quantity, start, at) if quantity is not None else None
    return Rate(_denominator(lowers[phrase.head], quantity), quantity, start, phrase.stop)


def find_fronted(tokens: Tokens, numbers: list[Number]) -> dict[int, Rate]:
    """The denominators that stand before: "for every 100 residents there are 1.9 cars".

    By the index of the number that each belongs to, the next one; its own number is no figure.
    """
    fronted: dict[int, Rate] = {}
    for at, number in enumerate(numbers[:-1]):
        before = tokens.lowers[max(0, number.first - 2) : number.first]
        if before not in (["for", "every"], ["in", "every"]) or not _opens(
            tokens, number.first - 2
        ):
            continue
        rate = _read_per(tokens, number.first - 2, number.first, numbers[at + 1], numbers)
        between = tokens.lowers[rate.stop : numbers[at + 1].first] if rate is not None else [";"]
        if rate is not None and not _ENDS.intersection(between):
            fronted[at + 1] = rate
    for at in range(len(tokens) - 2):
        if tokens.lowers[at] not in ("for", "every", "each") or not _opens(tokens, at):
            continue
        rate = _read_fronted(tokens, at)
        index = next((i for i, one in enumerate(numbers) if one.first > at), None)
        if rate is not None and index is not None and index not in fronted:
            between = tokens.lowers[rate.stop : numbers[index].first]
            if not _ENDS.intersection(between) and _is_rated(numbers[index]):
                fronted[index] = rate
    return fronted


def _is_rated(number: Number) -> bool:
    return number.kind in (None, "money", "measurement", "duration") and number.form != "fraction"


def _read_fronted(tokens: Tokens, at: int) -> Rate | None:
    """Read "Every week …" and "For each patient treated, …" where no number follows at once."""
    lowers = tokens.lowers
    if lowers[at] == "for":
        if lowers[at + 1] not in ("every", "each") or tokens.tags[at + 2] not in "NJ":
            return None
        per = read_denominator(tokens, at + 2)
        return Rate(per, None, at, at + 3) if per is not None else None
    if lowers[at + 1] in _TIME:
        return Rate(_TIME[lowers[at + 1]], None, at, at + 2)
    return None


def _opens(tokens: Tokens, at: int) -> bool:
    """Whether a token starts its clause."""
    return at == 0 or tokens.lowers[at - 1] in (":", ";", ",", "“", '"', "–", "—", "and", "but")


# What ends the clause of a fronted denominator.
_ENDS = frozenset((";", ":", "and", "but", "while", "which", "who"))


def read_denominator(tokens: Tokens, at: int) -> str | None:
    """The unit of the denominator whose noun phrase starts at a token: "(per) pupil"."""
    lower = tokens.lowers[at]
    if lower in _TIME:
        return _TIME[lower]
    if lower in _ARTICLE_NOUNS:
        return _ARTICLE_NOUNS[lower]
    form = match_unit(tokens, at)
    if form is not None and form.kind != "percentage":
        return form.unit
    phrase = read_noun_phrase(tokens, at)
    return _denominator(tokens.lowers[phrase.head], None) if phrase is not None else None


def _denominator(noun: str, quantity: Decimal | None) -> str:
    """The unit of a denominator: persons for a population rate, else the noun itself.

    "Per 1,000 women" is a rate of persons, "for every five workers" one of workers.
    """
    unit = unit_of_noun(noun)
    one = singular(noun)
    if unit == "person" and (quantity is None or quantity < 100) and one not in _PERSONS:
        return one.replace("-", "_")
    return unit


_PERSONS = frozenset("person people head capita resident inhabitant citizen individual".split())
_OFFSETS = frozenset("earlier ago before later after of previously prior beforehand".split())
_BETWEEN = (("or", "so"), ("or", "more"), ("or", "less"))


def _trailing(tokens: Tokens, phrase_stop: int) -> Rate | None:
    """Read "100,000 people have a stroke each year": a rate that closes the clause."""
    lowers = tokens.lowers
    bracket = False
    for at in range(phrase_stop, min(len(lowers) - 2, phrase_stop + 12)):
        bracket = (bracket or lowers[at] == "(") and lowers[at - 1] != ")"
        if tokens.tags[at] in ".MCR" and not bracket:
            return None
        if lowers[at] in ("to", "for") and lowers[at + 1] in ("each", "every"):
            per = read_denominator(tokens, at + 2)
            noun = read_noun_phrase(tokens, at + 2)
            stop = noun.stop if noun is not None else at + 3
            return Rate(per, None, at, stop) if per is not None else None
        if tuple(lowers[at + 2 : at + 5]) == ("and", "a", "half"):
            return None
        if lowers[at] in ("each", "every", "a", "per") and lowers[at + 1] in _TIME:
            closed = at + 2 >= len(lowers) or tokens.tags[at + 2] in ".C"
            return Rate(_TIME[lowers[at + 1]], None, at, at + 2) if closed else None
    return None


def _adjective(tokens: Tokens, number: Number, phrase_stop: int) -> Rate | None:
    """Read "the annual £5m" before the number, "£5m annually" or "12 daily calls" after it."""
    lowers = tokens.lowers
    for at in range(number.first - 1, max(-1, number.first - 3), -1):
        lower = lowers[at]
        if lower in _ADVERBS and lower not in ("yearly",) and number.kind not in ("percentage",):
            return Rate(_ADVERBS[lower], None, at, at + 1)
        if lower not in ("average", "mean", "median", "typical", "additional", "extra"):
            break
    at = number.stop
    while at < min(len(lowers), phrase_stop + 1):
        if lowers[at] in _ADVERBS and number.kind != "percentage":
            if lowers[at] == "annual" and number.kind is None:
                return None
            return Rate(_ADVERBS[lowers[at]], None, at, at + 1)
        at += 1
    return None
