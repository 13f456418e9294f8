"""Denominators right behind a number: "a year", "per 1,000 residents", "£48 a bin"."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.changes import CHANGE_NOUNS
from figtrail.extraction.lexicon import read_pairs, read_sections
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.numbers import Number, is_ratio_of_persons, match_unit
from figtrail.extraction.phrases import read_noun_phrase
from figtrail.extraction.rates.denominators import (
    ARTICLE_NOUNS,
    CURRENCY_NOUNS,
    NOT_DENOMINATORS,
    TIME,
    find_sized,
    joins_nouns,
    name_head,
    read_per,
    unit_of_denominator,
)
from figtrail.extraction.rates.hundreds import by_hundred
from figtrail.extraction.rates.inverse import read_inverse
from figtrail.extraction.rates.offsets import HIRED_BY, OFFSETS, deducts, is_paid_before
from figtrail.extraction.rates.rate import Rate
from figtrail.extraction.rates.yearly import read_over_year
from figtrail.extraction.tokens import HYPHENS, Tokens

ADVERBS = read_pairs("rates.txt", "adverbs")
_ABBREVIATED = read_pairs("rates.txt", "abbreviated")
_COUNTED_PER = read_pairs("rates.txt", "counted_per")


def read_attached(tokens: Tokens, at: int, number: Number, numbers: list[Number]) -> Rate | None:
    """The denominator that starts at a token right behind a number or its noun."""
    lowers = tokens.lowers
    count = len(lowers)
    while at < count and lowers[at] in HYPHENS:
        at += 1
    if at >= count:
        return None
    if "-a-" in lowers[at] and lowers[at - 1] in HYPHENS:
        # "A 40-calls-a-day service".
        per = TIME.get(lowers[at].rsplit("-", 1)[-1])
        return Rate(per, None, at, at + 1) if per is not None else None
    if lowers[at] in _FURTHER and at + 1 < count and lowers[at + 1] in _OPENERS:
        at += 1
    inverse = read_inverse(tokens, at)
    if inverse is not None:
        return inverse
    lower = lowers[at]
    if lowers[at : at + 4] == ["p", ".", "a", "."]:
        return Rate("year", None, at, at + 4)
    if lower in ("a", "an"):
        return _after_article(tokens, at, number)
    if lower in ("each", "every"):
        return _after_every(tokens, at, number, numbers)
    if lower == "the" and number.currency is not None:
        return _by_measure(tokens, at)
    if (hundred := by_hundred(lower, at, number, numbers)) is not None:
        return hundred
    if lower == "/" and joins_nouns(tokens, at, number):
        return None
    if lower == "per" or (lower == "/" and tokens.tags[at + 1 : at + 2] != ["M"]):
        return read_per(tokens, at, at + 1, number, numbers)
    if lower in _ABBREVIATED and number.currency is not None:
        return Rate(_ABBREVIATED[lower], None, at, at + 1)
    return _after_preposition(tokens, at, number, numbers) or read_over_year(tokens, at, number)


_FURTHER = ("more", "less", "or", "extra")
_OPENERS = ("a", "an", "per", "each", "every")


def _by_measure(tokens: Tokens, at: int) -> Rate | None:
    """Read "£4,500 the acre", where the measure closes the clause."""
    form = match_unit(tokens, at + 1)
    if form is None or form.kind != "measurement":
        return None
    stop = at + 1 + len(form.tokens)
    closed = stop >= len(tokens.words) or tokens.tags[stop] in ".CR"
    return Rate(form.unit, None, at, stop) if closed else None


def _after_every(tokens: Tokens, at: int, number: Number, numbers: list[Number]) -> Rate | None:
    """Read "each week", "every two weeks" behind a number or its noun."""
    following = tokens.lowers[at + 1] if at + 1 < len(tokens.words) else ""
    if following in ("second", "other") and tokens.lowers[at + 2 : at + 3]:
        per = TIME.get(tokens.lowers[at + 2])
        if per is not None:
            return Rate(per, Decimal(2), at, at + 3)
    single = tokens.lowers[at + 1 : at + 2] in (["single"], ["working"])
    following = tokens.lowers[at + 1 + single] if at + 1 + single < len(tokens.words) else ""
    if following in TIME:
        return Rate(TIME[following], None, at, at + 2 + single)
    if following in ARTICLE_NOUNS and number.currency is not None and following != "time":
        # "A dividend of 1.40 euros each share".
        return Rate(ARTICLE_NOUNS[following], None, at, at + 2)
    if tokens.lowers[at] == "every" and number.currency is not None:
        # "£200 every two weeks"; alone, "every two weeks" is a duration.
        several = next((one for one in numbers if one.first == at + 1), None)
        if several is not None and several.kind == "duration" and several.unit is not None:
            return Rate(several.unit, several.value, at, several.stop)
    return None


def _after_preposition(
    tokens: Tokens, at: int, number: Number, numbers: list[Number]
) -> Rate | None:
    """Read "for every 10", "in a day", "of every euro", "to the dollar", "for an hour"."""
    lowers = tokens.lowers
    lower = lowers[at]
    following = lowers[at + 1] if at + 1 < len(lowers) else ""
    if lower == "in" and following in ("a", "an"):
        return _in_a(tokens, at, number)
    if lower == "of" and following in ("every", "each") and number.currency is not None:
        phrase = read_noun_phrase(tokens, at + 2) if at + 2 < len(lowers) else None
        head = phrase.head if phrase is not None else at + 2
        # "62 cents of every general fund dollar".
        currency = CURRENCY_NOUNS.get(lowers[head]) if head < len(lowers) else None
        return Rate(currency, None, at, head + 1) if currency is not None else None
    if lower == "to" and following in ("a", "an") and number.kind is None:
        # "Families sleep six or seven to a tent".
        noun = lowers[at + 2] if at + 2 < len(lowers) else ""
        closed = at + 3 >= len(lowers) or tokens.tags[at + 3] in ".CP"
        near = tokens.lowers[max(0, number.first - _PACKED) : number.first]
        packed = noun in _SLEEPING and closed
        packed = packed and (at == number.stop or not _PACKING.isdisjoint(near))
        return Rate(noun, None, at, at + 3) if packed else None
    if number.value == 1 and number.kind is None and is_ratio_of_persons(tokens, at):
        return read_per(tokens, at, at + 1, number, numbers)
    sharing = (
        lower in _SHARING
        or (lower in ("on", "at") and number.kind == "percentage")
        or (lower in ("on", "at") and number.kind is None and number.form != "fraction")
        or (lower in _PAYING and number.currency is not None)
    )
    if number.kind == "percentage" and lowers[at : at + 3] == ["in", "each", "of"]:
        # "Slowed to 1.8% in each of the previous three weeks": a level.
        return None
    if sharing and following in ("every", "each"):
        return read_per(tokens, at, at + 2, number, numbers)
    if lower in ("to", "against", "in", "on") and following in ("the", "every"):
        return _to_the(tokens, at, number)
    return _for_a(tokens, at, number) if lower == "for" else None


_PACKED = 3
_PACKING = frozenset(read_sections("rates.txt")["packing"])
_SLEEPING = frozenset(read_sections("rates.txt")["sleeping"])
_SHARING = frozenset(("for", "in", "to", "with"))
_PAYING = frozenset(read_sections("rates.txt")["taken_from"])


def _in_a(tokens: Tokens, at: int, number: Number) -> Rate | None:
    """Read "can treat 40 in a day", where the verb tells what happens again and again."""
    if (
        at + 2 >= len(tokens.words)
        or number.kind == "percentage"
        or number.unit == "times"
        or not is_habit(tokens, number.first)
    ):
        return None
    noun = tokens.lowers[at + 2]
    per = TIME.get(noun) or _COUNTED_PER.get(noun)
    closed = at + 3 >= len(tokens.words) or tokens.tags[at + 3] in ".CPR"
    closed = closed and tokens.lowers[at + 3 : at + 4] not in (["when"], ["that"], ["in"])
    return Rate(per, None, at, at + 3) if per is not None and closed else None


def _after_article(tokens: Tokens, at: int, number: Number) -> Rate | None:
    """Read "a week", "an acre", "a square metre", "a bin" behind a number or its noun."""
    lowers = tokens.lowers
    hyphen = 1 if lowers[at + 1 : at + 2] and lowers[at + 1] in HYPHENS else 0
    first = at + 1 + hyphen
    if first >= len(lowers):
        return None
    first += number.currency is not None and _is_graded(tokens, first)
    noun, stop = lowers[first], first + 1
    if tokens.words[first] == "C" and number.currency is None:
        # "Some 70 per cent got a C": a grade.
        return None
    form = match_unit(tokens, first)
    per = TIME.get(noun)
    timed = per is not None
    if per is None and form is not None and form.kind == "measurement":
        per, stop = form.unit, first + len(form.tokens)
    elif per is None and number.kind is not None:
        per = name_head(tokens, noun) or ARTICLE_NOUNS.get(noun)
    elif per is None:
        per = _COUNTED_PER.get(noun)
    if per is None and number.currency is not None:
        per = _priced_noun(tokens, first)
    if per is None or (noun == "second" and number.kind is None):
        return None
    ahead = lowers[stop] if stop < len(lowers) else ""
    of_goods = ahead == "of" and number.kind in ("measurement", "money")
    if (
        timed
        and ahead in OFFSETS
        and not of_goods
        and not (deducts(tokens, stop) or is_paid_before(tokens, number, noun, ahead))
    ):
        # "200,000 barrels a day of demand" is a rate, "within a day of the vote" none.
        return None
    if timed and lowers[stop : stop + 2] == ["on", "from"]:
        return None
    if ahead == "of" and not timed and number.currency is None:
        return None
    if tuple(lowers[stop : stop + 3]) == ("and", "a", "half"):
        return None
    return Rate(per, None, at, stop)


def _is_graded(tokens: Tokens, at: int) -> bool:
    """Whether a word tells which measure is meant: "$84 a dry tonne", "$1,900 a troy ounce"."""
    if tokens.lowers[at : at + 2] in (["diluted", "share"], ["basic", "share"]):
        return True
    if tokens.tags[at : at + 2] not in (["N", "N"], ["J", "N"]) or match_unit(tokens, at):
        return False
    form = match_unit(tokens, at + 1)
    return form is not None and form.kind == "measurement" and len(tokens.lowers[at + 1]) > _SIGN


# A unit written in no more letters than this is a sign.
_SIGN = 2


def _to_the(tokens: Tokens, at: int, number: Number) -> Rate | None:
    """Read "to the dollar", "20p in the pound", "52 miles to the gallon"."""
    lowers = tokens.lowers
    noun = lowers[at + 2] if at + 2 < len(lowers) else ""
    if noun in ("us", "u.s.", "american") and at + 3 < len(lowers):
        noun = lowers[at + 3]
    code = CURRENCY_NOUNS.get(noun)
    if lowers[at] == "against" and number.kind == "percentage":
        # "Rose 0.3% against the dollar".
        return None
    if code is not None and (lowers[at] in ("to", "against") or number.currency is not None):
        return Rate(code, None, at, at + 3)
    form = match_unit(tokens, at + 2)
    if lowers[at] == "to" and form is not None and form.kind == "measurement":
        return Rate(form.unit, None, at, at + 2 + len(form.tokens))
    return None


def _for_a(tokens: Tokens, at: int, number: Number) -> Rate | None:
    """Read "£4 for an hour", "£90 for a six-week course", "£3 for a two-kilo packet"."""
    if number.currency is None or tokens.lowers[at + 1 : at + 2] not in (["a"], ["an"]):
        return None
    if tokens.lowers[at + 2 : at + 3] and tokens.lowers[at + 2] in HIRED_BY:
        return Rate(TIME[tokens.lowers[at + 2]], None, at, at + 3)
    form = match_unit(tokens, at + 2)
    if form is not None and form.kind == "measurement":
        # "16.9 cents for a kWh".
        return Rate(form.unit, None, at, at + 2 + len(form.tokens))
    noun = find_sized(tokens, at + 2)
    if noun is None or number.scale is not None or tokens.tags[noun + 1 : noun + 2] == ["N"]:
        # "A $1.1bn loan for a 95-megawatt wind farm" is no price.
        return None
    return Rate(unit_of_denominator(tokens.lowers[noun], None), None, at, at + 1)


_HABITS = frozenset(read_sections("rates.txt")["habits"])


def is_habit(tokens: Tokens, at: int) -> bool:
    """Whether the verb before a number tells what happens again and again, not what happened."""
    for index in range(at - 1, max(-1, at - 8), -1):
        if tokens.tags[index] in "VE":
            return tokens.lowers[index] == "used"
        if tokens.tags[index] == "v" or tokens.lowers[index] in _HABITS:
            return tokens.lowers[index] != "have" or "to" in tokens.lowers[index:at]
        if tokens.tags[index] == ".":
            return False
    return False


def _priced_noun(tokens: Tokens, at: int) -> str | None:
    """The unit of what has a price: "£48 a bin"; None for "£48 a record", "£5m a third"."""
    if at >= len(tokens.words) or tokens.tags[at] != "N" or tokens.lowers[at] in NOT_DENOMINATORS:
        return None
    following = tokens.tags[at + 1] if at + 1 < len(tokens.words) else "."
    noun = tokens.lowers[at]
    if noun in CHANGE_NOUNS:
        # "Rose to $24.96 a jump of 2.3%".
        return None
    if following not in ".CPRBA" or is_plural(noun) or not noun[0].isalpha():
        return None
    return unit_of_denominator(noun, None)
