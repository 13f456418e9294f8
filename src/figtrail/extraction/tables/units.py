"""What a head says its numbers are in: "£m", "%", "000s", "per 1,000", "million tonnes"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from figtrail.extraction.elision import Unit, noun_unit
from figtrail.extraction.labels import tell_labels
from figtrail.extraction.lexicon import read_pairs, read_phrases
from figtrail.extraction.measured import Measured
from figtrail.extraction.nouns import is_people, is_plural
from figtrail.extraction.numbers import find_numbers
from figtrail.extraction.quantities import Reading, find_candidates, read_candidates
from figtrail.extraction.tokens import Tokens, tokenise
from figtrail.patterns import compile_late

_SCALES = read_pairs("tables.txt", "scales")
_SIGNS = dict(line.split("|") for line in read_phrases("tables.txt", "units"))
_CURRENCY = compile_late(r"((?:[A-Z]{1,3} ?)?[$£€₹¥₦₽₩₪₫฿₱₺₴₵]|Rs\.?|[A-Z]{3}(?![A-Za-z]))[ ]?(.*)")
_LEADING = compile_late(r"(?i)(?:all )?(?:figures |amounts |values )?in |measured in |units?: ?")
# Digits that are no part of a unit's name, as those of "000s" and "kg CO2" are.
_NUMBERED = compile_late(r"(?<![A-Za-z\d.,])(?!00)\d")
_PER = compile_late(r"(?i)(?:^|\s)(?:per|for every)\s")
# The number that stands for those of the cells when the words beside it are read.
_SAMPLE = "2"
_WORDS_OF_UNIT = 3


class Scaled(NamedTuple):
    """A unit and how many of it each number stands for; no unit where only a scale is told."""

    unit: Unit | None
    factor: Decimal


@lru_cache(maxsize=1024)
def read_scaled(words: str) -> Scaled | None:
    """The unit or the scale that words state and nothing else; None where they are no such."""
    leading = _LEADING.match(words)
    words = words[leading.end() :] if leading is not None else words
    lower = words.lower()
    if not words or (_NUMBERED.search(words) is not None and _PER.search(words) is None):
        return None
    if lower in _SCALES:
        reading = _read(f"{_SAMPLE} {_SCALES[lower]}")
        return Scaled(None, _factor(reading)) if reading is not None else None
    for sample in _list_samples(words):
        reading = _read(sample)
        if reading is not None and _names_unit(sample, reading):
            return Scaled(_unit_of(reading), _factor(reading))
    return None


def _list_samples(words: str) -> Iterator[str]:
    """How a number with these words beside it may be written."""
    money = _CURRENCY.fullmatch(words)
    if money is not None:
        sign, rest = money.groups()
        first, _, last = rest.partition(" ")
        scale = _SCALES.get(first.lower().strip("'’"), first)
        yield f"{sign} {_SAMPLE} {scale} {last}".strip()
        yield f"{sign}{_SAMPLE}{' ' * (first.lower() in _SCALES)}{scale} {last}".strip()
        yield f"{sign}{_SAMPLE} {rest}"
        return
    first, _, rest = words.partition(" ")
    if rest and first.lower() in _SCALES:
        yield f"{_SAMPLE} {_SCALES[first.lower()]} {rest.removeprefix('of ')}"
    yield f"{_SAMPLE} {_SIGNS.get(words.lower(), words)}"
    if not words[0].isdigit():
        yield f"{_SAMPLE}{words}"


def _read_sample(tokens: Tokens) -> list[Reading]:
    """What is read of a sample, whose number is made up: no sign of an article stands beside it."""
    numbers = find_candidates(tokens, find_numbers(tokens, frozenset()), [])
    return read_candidates(tokens, numbers, tell_labels(tokens, numbers), frozenset())


def _read(sample: str) -> Reading | None:
    """The one reading of a sample, where it is all that is written there."""
    tokens = tokenise(sample)
    readings = _read_sample(tokens)
    if len(readings) != 1:
        return None
    reading = readings[0]
    noun = reading.phrase.stop if reading.phrase is not None else 0
    whole = max(reading.unit_stop, reading.after, noun) == len(tokens.words)
    digits = sum(word[0].isdigit() for word in tokens.words)
    if reading.number.unit_inside:
        # The power in a sign is none of its own: "µg/m3".
        number = reading.number
        digits -= sum(word in "23" for word in tokens.words[number.first + 1 : number.stop])
    quantified = reading.rate is not None and reading.rate.quantity is not None
    return reading if whole and digits == 1 + quantified else None


def _names_unit(sample: str, reading: Reading) -> bool:
    """Whether a reading has a unit of its own: "2 all ages" and "2 provisional" have none."""
    if reading.kind != "count" or reading.unit is None or reading.phrase is None:
        return not (reading.kind == "count" and reading.unit is None)
    tokens = tokenise(sample)
    words = reading.phrase.stop - reading.number.stop
    named = is_plural(tokens.lowers[reading.phrase.head])
    return named and words < _WORDS_OF_UNIT and tokens.tags[reading.phrase.start] in "NJ"


def _unit_of(reading: Reading) -> Unit:
    rate = reading.rate
    return Unit(
        reading.kind,
        reading.unit or "item",
        rate.per if rate is not None else None,
        rate.quantity if rate is not None else None,
    )


def _factor(reading: Reading) -> Decimal:
    return reading.number.value / Decimal(_SAMPLE)


def join_rate(scaled: Scaled | None, aside: Scaled | None) -> Scaled | None:
    """A unit; a rate in the money that brackets behind it name: "Dividend per share (cents)"."""
    rate = scaled.unit if scaled is not None else None
    money = aside.unit if aside is not None else None
    if aside is None or rate is None or rate.kind != "rate":
        return scaled
    if money is None or money.kind != "money":
        return scaled
    return aside._replace(unit=money._replace(per=rate.per, per_quantity=rate.per_quantity))


@lru_cache(maxsize=1024)
def count_unit(phrase: str) -> Unit:
    """The unit of a bare number of what a phrase names: "Homes built", "Deaths per 1,000"."""
    tokens = tokenise(f"{_SAMPLE} {_lower_first(phrase)}")
    readings = _read_sample(tokens)
    reading = readings[0] if readings else None
    if reading is None or reading.number.first or _is_shortened(tokens, reading):
        return Unit("count", "item")
    if reading.rate is not None and _PER.search(phrase) is not None:
        return _unit_of(reading)
    if reading.kind != "count":
        # "Points", "Minutes of stoppage".
        return Unit(reading.kind, reading.unit or "item")
    noun = _find_noun(tokens, reading)
    return Unit("count", noun or "item")


def _is_shortened(tokens: Tokens, reading: Reading) -> bool:
    """Whether a sign of a unit is another word cut short: "W" for won, "Min C" for the lowest."""
    letter = len(tokens.words) == 2 and len(tokens.words[1]) == 1 and tokens.words[1].isalpha()
    return letter or (reading.number.unit_inside and reading.after < len(tokens.words))


def _find_noun(tokens: Tokens, reading: Reading) -> str | None:
    """The unit that the noun of a phrase gives: none where it isn't counted ("turnout")."""
    if reading.phrase is None:
        measured = Measured(1, len(tokens.words), None, "label")
        return noun_unit(tokens, measured, 0) if len(tokens.words) > 1 else None
    head = tokens.lowers[reading.phrase.head]
    if is_plural(head) or is_people(head) or reading.unit == "person":
        return reading.unit
    measured = Measured(reading.phrase.start, reading.phrase.stop, reading.phrase.head, "label")
    return noun_unit(tokens, measured, 0)


def _lower_first(phrase: str) -> str:
    """A phrase as it stands inside a sentence: names of one letter or in capitals stay."""
    return phrase if phrase[:2].isupper() else phrase[:1].lower() + phrase[1:]
