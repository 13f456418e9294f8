"""What a number is stated for each of: a noun phrase as a denominator's unit."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.lexicon import read_pairs, read_sections
from figtrail.extraction.nouns import is_demonym, is_plural, singular, unit_of_noun
from figtrail.extraction.numbers import ISO_4217, Number, match_unit
from figtrail.extraction.phrases import Phrase, read_noun_phrase
from figtrail.extraction.rates.rate import Rate
from figtrail.extraction.tokens import HYPHENS, Tokens

TIME = read_pairs("rates.txt", "time")
ARTICLE_NOUNS = read_pairs("rates.txt", "article_nouns")
CURRENCY_NOUNS = read_pairs("rates.txt", "currency_nouns")
_SCALES = {
    word: value for word, value in read_pairs("numbers.txt", "scales").items() if word != "score"
}
_DEMONYMS = read_pairs("rates.txt", "currency_demonyms")
_AMERICAN = ("us", "u.s.", "american")
_LIVESTOCK = frozenset(read_sections("rates.txt")["livestock"])
NOT_DENOMINATORS = frozenset(read_sections("rates.txt")["not_denominators"])


def read_per(
    tokens: Tokens, start: int, at: int, number: Number, numbers: list[Number]
) -> Rate | None:
    """The denominator behind "per" or "for every", with its own number where it has one."""
    lowers = tokens.lowers
    if at >= len(lowers) or (lowers[start] == "/" and lowers[start - 1] in _MIXED):
        return None
    at = _past_of(tokens, at)
    scaled = match_unit(tokens, at) if lowers[at] == "million" else None
    if scaled is not None:
        # "Per million British thermal units".
        return Rate(scaled.unit, None, start, at + len(scaled.tokens))
    sized = find_sized(tokens, at)
    if sized is not None:
        # "For every 64kg bag": the size names the bag.
        return Rate(unit_of_denominator(lowers[sized], None), None, start, sized + 1)
    quantity: Decimal | None = None
    other = next((one for one in numbers if one.first == at and one is not number), None)
    if other is not None:
        if other.value <= 0:
            return None
        quantity = other.value if other.value != 1 else None
        at = other.stop
        if other.currency is not None:
            return Rate(other.currency, quantity, start, at)
        if other.unit is not None and other.unit_inside:
            return Rate(other.unit, quantity, start, at)
    while at + 1 < len(lowers) and lowers[at] in _SCALES:
        quantity, at = (quantity or 1) * Decimal(_SCALES[lowers[at]]), at + 1
    if lowers[at : at + 1] == ["pound"] and lowers[at - 1] == "per" and _is_weight(tokens, number):
        return Rate("pound", quantity, start, at + 1)
    if quantity is not None and tokens.lowers[at : at + 1] and tokens.lowers[at] in _WHEN:
        return Rate("person", quantity, start, at)  # "31 per 100,000 last week"
    named = _name_unit(tokens, at) or _name_noun(tokens, at, quantity)
    if named is not None:
        return Rate(named[0], quantity, start, named[1])
    if quantity is None:
        return None
    return Rate(_find_namesake(tokens, at, quantity, numbers) or "person", quantity, start, at)


def _find_namesake(tokens: Tokens, at: int, quantity: Decimal, numbers: list[Number]) -> str | None:
    """What the same denominator before is one of: "per 1,000 births in 2020, from 9 per 1,000"."""
    for number in numbers:
        if number.stop < at and number.value == quantity:
            before = tokens.lowers[max(0, number.first - 1)]
            named = _name_noun(tokens, number.stop, quantity) if before == "per" else None
            if named is not None:
                return named[0]
    return None


_WHEN = frozenset("last this next each every yesterday today weekly daily".split())
# What a mixture is told by: 5% w/v.
_MIXED = frozenset(("v", "w", "m", "vol", "wt"))


def _is_weight(tokens: Tokens, number: Number) -> bool:
    """Whether a price per pound is for a weight: "72 US cents per pound of zinc"."""
    priced = number.currency is not None and number.currency.rstrip("?") in _FOREIGN
    return priced and _EXCHANGED.isdisjoint(tokens.vocabulary)


# Currencies in which a weight is priced by the pound; pence "in every pound" are a share.
_FOREIGN = frozenset(("USD", "CAD", "AUD", "NZD", "EUR", "cent"))
_EXCHANGED = frozenset("sterling exchange currency currencies forex".split())


def _name_unit(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The time, currency or measure that a token names, and the token after it."""
    if at >= len(tokens.words):
        return None
    lower = tokens.lowers[at]
    if singular(lower) in TIME:
        return TIME[singular(lower)], at + 1
    if tokens.words[at] in ISO_4217:
        return tokens.words[at], at + 1
    if tokens.lowers[at + 1 : at + 2] and tokens.lowers[at + 1] in CURRENCY_NOUNS:
        # "Per US dollar", "per Australian dollar".
        code = "USD" if lower in _AMERICAN else _DEMONYMS.get(lower)
        return (code, at + 2) if code is not None else None
    if lower in CURRENCY_NOUNS:
        return CURRENCY_NOUNS[lower], at + 1
    form = match_unit(tokens, at) if tokens.tags[at] != "P" else None
    if form is not None and form.kind != "percentage":
        return form.unit, at + len(form.tokens)
    return None


def _name_noun(tokens: Tokens, at: int, quantity: Decimal | None) -> tuple[str, int] | None:
    """The unit of the noun phrase that starts at a token, and the token after it."""
    if at >= len(tokens.words):
        return None
    lower = tokens.lowers[at]
    if tokens.lowers[at : at + 5] == _EVERYBODY:
        return "person", at + 5
    phrase = read_noun_phrase(tokens, at)
    if phrase is not None and phrase.head > at and lower in ARTICLE_NOUNS:
        # "Per seat mile": the last noun is what is counted.
        form = match_unit(tokens, phrase.head)
        if form is not None and form.kind == "measurement":
            return form.unit, phrase.stop
    elif name_head(tokens, lower) is not None:
        return lower, at + 1
    elif lower in ARTICLE_NOUNS:
        return ARTICLE_NOUNS[lower], at + 1
    if phrase is None and tokens.tags[at] == "G" and tokens.lowers[at - 1] == "per":
        return unit_of_denominator(lower, quantity), at + 1  # "per dwelling you get"
    if phrase is None or tokens.lowers[phrase.head] in NOT_DENOMINATORS:
        return None
    if phrase.head == phrase.start and quantity is not None and lower in _MARKS:
        return None
    head = _before_time(tokens, phrase)
    if is_demonym(tokens.words[head]):
        return "person", head + 1
    for owner in range(phrase.start, phrase.head):
        if tokens.lowers[owner].endswith(("’s", "'s")):
            # "Off every household's power bill".
            return unit_of_denominator(tokens.lowers[owner][:-2], quantity), owner + 1
    unit = unit_of_denominator(tokens.lowers[head], quantity)
    if unit == "item":
        # "Per diluted share".
        unit = ARTICLE_NOUNS.get(tokens.lowers[head], unit)
    return unit, head + 1


def _before_time(tokens: Tokens, phrase: Phrase) -> int:
    """The head of a noun phrase without what dates it: "per 1,000 residents last year".

    So too without what the rate is called: "passed the 40 cases per 100,000 residents mark".
    """
    if phrase.head > phrase.start and tokens.lowers[phrase.head] in _MARKS:
        return phrase.head - 1
    for at in range(phrase.start + 1, phrase.head):
        dated = tokens.lowers[at] in _DATING and singular(tokens.lowers[at + 1]) in TIME
        if dated and tokens.tags[at - 1] == "N":
            return at - 1
    return phrase.head


_MARKS = frozenset(read_sections("rates.txt")["marks"])
_DATING = frozenset(("last", "this", "next", "each", "every"))


def name_head(tokens: Tokens, noun: str) -> str | None:
    """A head of livestock, by what its sentence speaks of; elsewhere a head is a person's."""
    return noun if noun == "head" and not _LIVESTOCK.isdisjoint(tokens.vocabulary) else None


_EVERYBODY = ["man", ",", "woman", "and", "child"]


def find_sized(tokens: Tokens, at: int) -> int | None:
    """The token of the noun that a size names: "(a) 20kg bag", "(a) six-week course"."""
    if at >= len(tokens.words) or tokens.tags[at] != "M":
        return None
    unit = at + 1
    unit += unit < len(tokens.words) and tokens.lowers[unit] in HYPHENS
    form = match_unit(tokens, unit)
    if form is None or form.kind not in ("measurement", "duration"):
        return None
    noun = unit + len(form.tokens)
    named = (
        noun < len(tokens.words) and tokens.tags[noun] == "N" and not is_plural(tokens.lowers[noun])
    )
    named = named and tokens.lowers[noun] not in _DATING  # "per 1,000 kilocalories last quarter"
    return noun if named else None


def _past_of(tokens: Tokens, at: int) -> int:
    """Pass over "of the next five" in "each of the next five years"."""
    if tokens.lowers[at] != "of":
        return at
    while at + 1 < len(tokens.words) and (
        tokens.tags[at] in "DM" or tokens.lowers[at] in ("of", "next", "last", "past", "coming")
    ):
        at += 1
    return at


def joins_nouns(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether a slash is an "or" between two plurals: "40 blankets/mats"."""
    if number.kind is not None or at == 0 or not is_plural(tokens.lowers[at - 1]):
        return False
    phrase = read_noun_phrase(tokens, at + 1) if at + 1 < len(tokens.words) else None
    return phrase is not None and is_plural(tokens.lowers[phrase.head])


def read_denominator(tokens: Tokens, at: int) -> str | None:
    """The unit of the denominator whose noun phrase starts at a token: "(per) pupil"."""
    lower = tokens.lowers[at]
    if lower in TIME:
        return TIME[lower]
    if lower in CURRENCY_NOUNS:
        return CURRENCY_NOUNS[lower]
    if lower in ARTICLE_NOUNS:
        return ARTICLE_NOUNS[lower]
    form = match_unit(tokens, at)
    if form is not None and form.kind != "percentage":
        return form.unit
    phrase = read_noun_phrase(tokens, at)
    if phrase is None:
        return None
    unit = unit_of_denominator(tokens.lowers[phrase.head], None)
    return ARTICLE_NOUNS.get(tokens.lowers[phrase.head], unit) if unit == "item" else unit


def unit_of_denominator(noun: str, quantity: Decimal | None) -> str:
    """The unit of a denominator: persons, or the noun itself where a few of its sort are meant.

    "Per 1,000 women" and "each taxpayer" are persons; a birth rate is one of women, what a course
    costs one of patients, and "for every five workers" one of workers.
    """
    unit = unit_of_noun(noun).replace("-", "_")
    one = singular(noun)
    if one in _BODIES:
        return one
    few = quantity is not None and quantity < _POPULATION
    if unit == "person" and (few or (quantity is None and one in _KEPT)) and one not in _PERSONS:
        return one.replace("-", "_")
    return ARTICLE_NOUNS.get(one, unit) if unit == "item" else unit


def name_denominator(noun: str) -> str:
    """The unit of a noun that something is shared out among: "(each) student", "(every) home"."""
    return ARTICLE_NOUNS.get(singular(noun)) or unit_of_denominator(noun, None)


_PERSONS = frozenset(read_sections("rates.txt")["single_persons"])
# Several persons that are one: "Rs 95 crore per team".
_BODIES = frozenset(("crew", "squad", "team", "cast", "faculty"))
# From this many persons on a rate is one of a population.
_POPULATION = 100
# Persons who are told apart as what a rate is of.
_KEPT = frozenset(read_sections("rates.txt")["kept"])
