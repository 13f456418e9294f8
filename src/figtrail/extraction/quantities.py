"""Tokens → quantities: each number with its bound, kind, unit and denominator."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from decimal import Decimal

from figtrail.extraction.bounds import find_bound
from figtrail.extraction.changes import CHANGE_NOUNS
from figtrail.extraction.composition import compose_numbers, list_end
from figtrail.extraction.labels import find_labels
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_plural, unit_of_noun
from figtrail.extraction.numbers import Number, match_unit
from figtrail.extraction.phrases import Phrase, read_noun_phrase
from figtrail.extraction.rates import Rate, find_fronted, find_rate
from figtrail.extraction.tokens import Tokens
from figtrail.model import Bound, Kind, Quantity

_HYPHENS = frozenset("-‐‑")
_AS_MANY = frozenset(read_sections("numbers.txt")["as_many"])


@dataclass(frozen=True, slots=True)
class Reading:
    """A number with all that the words touching it say; `unit` is None where its noun is elided.

    `phrase` is the noun phrase that follows, `bound_start` the token where the comparator starts,
    `after` the token after number, unit and denominator.
    """

    number: Number
    bound: Bound
    bound_start: int
    kind: Kind
    unit: str | None
    rate: Rate | None
    phrase: Phrase | None
    unit_stop: int
    after: int


def _is_masked(tokens: Tokens, number: Number, masked: list[tuple[int, int]]) -> bool:
    """Whether a number stands in one of the spans, which are in order and don't overlap."""
    start, end = tokens.starts[number.core], tokens.ends[number.core]
    at = bisect_left(masked, (end, 0)) - 1
    return at >= 0 and masked[at][1] > start


def read_quantities(
    tokens: Tokens,
    numbers: list[Number],
    masked: list[tuple[int, int]],
    openings: frozenset[int] = frozenset(),
) -> list[Reading]:
    """Read every quantity of a sentence from its numbers.

    `masked` are character spans that state dates or periods, `openings` the tokens at which
    temporal expressions start (no noun phrase starts there).
    """
    if masked:
        numbers = [number for number in numbers if not _is_masked(tokens, number, masked)]
    if not numbers:
        return []
    composed = compose_numbers(tokens, numbers)
    labels = find_labels(tokens, composed)
    composed = [number for number, label in zip(composed, labels, strict=True) if not label]
    readings: list[Reading] = []
    taken = 0
    fronted: dict[int, Rate] = {}
    if "every" in tokens.lowers or "each" in tokens.lowers:
        fronted = find_fronted(tokens, composed)
    for at, number in enumerate(composed):
        denominates = at + 1 in fronted and fronted[at + 1].quantity is not None
        if number.first < taken or denominates:
            continue
        reading = _read(tokens, composed, at, openings)
        if reading.rate is None and at in fronted:
            reading = _with_rate(reading, fronted[at])
        if reading.rate is not None and reading.rate.quantity is not None:
            taken = reading.rate.stop
        readings.append(reading)
    return readings


def _read(tokens: Tokens, numbers: list[Number], at: int, openings: frozenset[int]) -> Reading:
    number = _as_magnitude(tokens, _as_multiple(tokens, numbers[at]))
    last = numbers[list_end(tokens, numbers, at)] if number.kind is None else number
    if number.kind is None and at + 1 < len(numbers) and last is number:
        last = _paired(tokens, number, numbers[at + 1]) or last
    unit_stop = _unit_stop(tokens, last)
    phrase = _phrase(tokens, number, last, unit_stop)
    if phrase is not None and number.kind is None and at + 1 < len(numbers):
        phrase = _shared_noun(tokens, phrase, number, numbers[at + 1])
    if phrase is not None and (phrase.start in openings or phrase.start - 1 in openings):
        phrase = None
    phrase_stop = phrase.stop if phrase is not None else unit_stop
    bound, bound_start = find_bound(tokens, number, phrase_stop)
    rate = find_rate(tokens, number, phrase_stop, numbers)
    if rate is None and last is not number:
        rate = find_rate(tokens, last, phrase_stop, numbers)
    elif rate is None and number.currency is not None and at + 1 < len(numbers):
        rate = _paired_rate(tokens, number, numbers, at)
    after = max(unit_stop, rate.stop if rate is not None and rate.start >= unit_stop else 0)
    if rate is not None and phrase is None and number.kind is not None and rate.start >= unit_stop:
        phrase = _read_phrase(tokens, after, number)
    if phrase is not None and rate is not None and phrase.start <= rate.start < phrase.stop:
        phrase = replace_stop(phrase, rate.start)
    kind, unit = _kind_and_unit(tokens, number, phrase, rate)
    own_stop = unit_stop if last is number else _unit_stop(tokens, number)
    return Reading(number, bound, bound_start, kind, unit, rate, phrase, own_stop, after)


def _shared_noun(tokens: Tokens, phrase: Phrase, number: Number, following: Number) -> Phrase:
    """The noun that the next member of a pair brings: "133 primary and 18 secondary schools"."""
    between = tokens.lowers[phrase.stop : following.first]
    if number.value <= 1 or following.kind is not None or between not in (["and"], ["or"], [","]):
        return phrase
    if is_plural(tokens.lowers[phrase.head]) or phrase.start != number.stop:
        return phrase
    shared = _read_phrase(tokens, following.stop, following)
    return shared if shared is not None and is_plural(tokens.lowers[shared.head]) else phrase


def _with_rate(reading: Reading, rate: Rate) -> Reading:
    kind: Kind = "rate" if reading.kind in ("count", "measurement", "duration") else reading.kind
    return replace(reading, rate=rate, kind=kind)


def replace_stop(phrase: Phrase, stop: int) -> Phrase | None:
    """A noun phrase cut at token `stop`; None where its head goes."""
    return Phrase(phrase.start, stop, stop, phrase.head) if phrase.head < stop else None


def _as_multiple(tokens: Tokens, number: Number) -> Number:
    """Read "three times as many", "7.5-fold" and "10x" as factors."""
    at = number.stop
    if at >= len(tokens) or number.kind is not None or number.form == "multiple":
        return number
    hyphen = tokens.lowers[at] in _HYPHENS
    word = tokens.lowers[at + hyphen] if at + hyphen < len(tokens) else ""
    following = tokens.lowers[at + hyphen + 1] if at + hyphen + 1 < len(tokens) else "."
    factor = word == "fold" or (word == "x" and tokens.starts[at] == tokens.ends[at - 1])
    if word == "times" and not hyphen:
        before = tokens.lowers[number.first - 1] if number.first else ""
        factor = (
            following in _AS_MANY
            or following.endswith(("’s", "'s"))
            or (tokens.tags[at + 1 : at + 2] == ["J"] and _is_multiplied(tokens, at + 2))
            or before in ("by", "to")
            or (at + 2 < len(tokens) and tokens.lowers[at + 2] in ("than", "as"))
        )
    if not factor:
        return number
    change = "increase" if following in ("increase", "rise", "jump", "growth", "surge") else None
    if (number.first and tokens.lowers[number.first - 1] == "by") or (
        hyphen and word == "fold" and _rises(tokens, number)
    ):
        change = "increase"
    return replace(number, unit="times", kind="ratio", rule="multiple", change=change)


def _is_multiplied(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens.lowers[at] in _AS_MANY


def _as_magnitude(tokens: Tokens, number: Number) -> Number:
    """Read "magnitude 6.2" as a measurement of its own unit."""
    before = number.first - 1
    if before > 0 and (tokens.lowers[before] in _HYPHENS or tokens.lowers[before] == "of"):
        before -= 1
    if before < 0 or tokens.lowers[before] != "magnitude" or number.kind is not None:
        return number
    return replace(number, unit="magnitude", kind="measurement", unit_inside=True)


def _rises(tokens: Tokens, number: Number) -> bool:
    near = tokens.lowers[max(0, number.first - 3) : number.first]
    return any(word in ("increased", "rose", "risen", "grew", "grown", "jumped") for word in near)


def _paired(tokens: Tokens, number: Number, following: Number) -> Number | None:
    """The later level of "from 442 to 472 children", whose noun both share."""
    between = tokens.lowers[number.stop : following.first]
    later = 1 <= len(between) <= 3 and between[0] == "to" and following.kind is None
    if later and "from" in tokens.lowers[max(0, number.first - 4) : number.first]:
        return following
    return None


def _paired_rate(tokens: Tokens, number: Number, numbers: list[Number], at: int) -> Rate | None:
    """The denominator of "from €8 to €10 a day", which both levels share."""
    later = numbers[at + 1]
    linked = tokens.lowers[number.stop : later.first] in (["to"], ["and"], ["or"])
    if not linked or later.currency is None:
        return None
    return find_rate(tokens, later, later.stop, numbers)


def _unit_stop(tokens: Tokens, number: Number) -> int:
    if number.kind is None or number.unit is None or number.unit_inside:
        if number.rule == "multiple" and number.form != "multiple":
            return number.stop + 1 + (tokens.lowers[number.stop] in _HYPHENS)
        return number.stop
    at = number.stop
    if at < len(tokens) and tokens.lowers[at] in _HYPHENS:
        at += 1
    form = match_unit(tokens, at) if at < len(tokens) else None
    if form is None:
        return (
            number.stop + 1 if number.unit == "times" and number.form != "multiple" else number.stop
        )
    return at + len(form.tokens)


def _phrase(tokens: Tokens, number: Number, last: Number, stop: int) -> Phrase | None:
    at = stop
    lowers, tags = tokens.lowers, tokens.tags
    if number.rule == "multiple":
        while at < len(tokens) and lowers[at] in (
            "as",
            "many",
            "much",
            "the",
            "more",
            "number",
            "of",
            "likely",
        ):
            at += 1
            if lowers[at - 1] == "likely":
                return None
    while at < len(tokens) and lowers[at] in _HYPHENS:
        at += 1
    if at < len(tokens) and lowers[at] in ("plus", "odd") and lowers[at - 1] in _HYPHENS:
        at += 1
    elif tuple(lowers[at : at + 2]) in (("or", "so"), ("or", "more"), ("or", "fewer")):
        at += 2
    elif at < len(tokens) and lowers[at] == "+" and tokens.starts[at] == tokens.ends[at - 1]:
        at += 1
    if at < len(tokens) and lowers[at] == "such":
        at += 1
    if at < len(tokens) and lowers[at] in ("’", "'") and number.kind is not None:
        at += 1
    if at < len(tokens) and number.kind is None and lowers[at] in ("of", "or", "out"):
        if lowers[at] == "of":
            return _partitive(tokens, at, number)
        return None
    if at < len(tokens) and number.out_of is not None and lowers[at] == "of":
        return _partitive(tokens, at, number)
    if at < len(tokens) and tags[at] == "." and lowers[at] in ("“", '"', "‘"):
        at += 1
    if number.kind == "duration" and at < len(tokens) and lowers[at] in ("old", "long"):
        return None
    return _read_phrase(tokens, at, last)


def _partitive(tokens: Tokens, of: int, number: Number) -> Phrase | None:
    """The noun of "17 of the children", "a third of voters", "half of the 28 schools"."""
    at = of + 1
    while at < len(tokens) and (tokens.tags[at] == "D" or _is_pointing(tokens, at)):
        at += 1
    if at < len(tokens) and tokens.lowers[at - 1] in _POINTING and tokens.tags[at] in "GEVvR":
        return None
    while number.out_of is not None and at < len(tokens) and tokens.tags[at] == "M":
        at += 1
    if at >= len(tokens) or tokens.tags[at] in "MO":
        return None
    if tokens.tags[at - 1] == "M" and match_unit(tokens, at) is not None:
        return None
    return read_noun_phrase(tokens, at)


def _past_size(tokens: Tokens, at: int) -> int:
    """Pass over the size of what is counted: "five 9mm cartridges", "51.8 million 60-kg bags"."""
    if tokens.tags[at] != "M" or at + 1 >= len(tokens):
        return at
    unit = at + 1
    if tokens.lowers[unit] in _HYPHENS:
        unit += 1
    elif tokens.starts[unit] != tokens.ends[at]:
        return at
    form = match_unit(tokens, unit) if unit < len(tokens) else None
    if form is None or form.kind != "measurement":
        return at
    stop = unit + len(form.tokens)
    return stop if stop < len(tokens) and tokens.tags[stop] in "NJ" else at


_SPANS = frozenset("year quarter month week day".split())
_POINTING = frozenset(("that", "those", "these"))


def _is_pointing(tokens: Tokens, at: int) -> bool:
    """Whether "that" points at a noun: "half of that team"."""
    return tokens.lowers[at] in _POINTING and tokens.tags[at + 1 : at + 2] in (["N"], ["J"])


def _read_phrase(tokens: Tokens, at: int, number: Number) -> Phrase | None:
    if number.kind is None and at < len(tokens):
        at = _past_size(tokens, at)
    if at >= len(tokens) or tokens.tags[at] in "DPAROM":
        return None
    if tokens.lowers[at] in _SPANS and tokens.lowers[at + 1 : at + 2] in (["on"], ["over"]):
        # "Up 11% year on year" says since when, not what.
        return None
    if tokens.tags[at] in "vVE" and number.kind is not None:
        # "a 5% rise in fares": after a determiner the verb-like form is the noun.
        named = "D" in tokens.tags[max(0, number.first - 2) : number.first]
        following = tokens.lowers[at + 1] if at + 1 < len(tokens) else ""
        if not named or not (tokens.lowers[at] in CHANGE_NOUNS or following in CHANGE_NOUNS):
            return None
    counted = number.kind is None and (
        number.value > 1 or number.out_of is not None or number.form == "range"
    )
    phrase = read_noun_phrase(tokens, at, counted=counted)
    if phrase is not None and counted and phrase.stop < len(tokens):
        head = tokens.lowers[phrase.head]
        if tokens.tags[phrase.stop] == "D" and phrase.head == at and not is_plural(head):
            # "1.3 join the list": what has an object is a verb.
            return None
    return phrase


def _kind_and_unit(
    tokens: Tokens, number: Number, phrase: Phrase | None, rate: Rate | None
) -> tuple[Kind, str | None]:
    noun = unit_of_noun(tokens.lowers[phrase.head]) if phrase is not None else None
    if noun is not None and _is_hyphened(tokens, number):
        noun = unit_of_noun(tokens.lowers[number.stop + 1].partition("-")[0])
    if number.currency is not None:
        return "money", number.currency
    if number.unit == "times":
        return "ratio", "times"
    if number.kind == "percentage":
        return "percentage", number.unit
    if number.form in ("fraction", "proportion"):
        return "ratio", noun
    if number.kind == "ratio":
        return "ratio", number.unit
    if number.kind in ("duration", "measurement", "score"):
        if rate is not None and number.kind != "score":
            return "rate", number.unit
        kinds: dict[str, Kind] = {
            "duration": "duration",
            "measurement": "measurement",
            "score": "score",
        }
        return kinds[number.kind], number.unit
    return ("rate" if rate is not None else "count"), noun


def _is_hyphened(tokens: Tokens, number: Number) -> bool:
    """Whether a hyphen ties the number to the noun it counts: "a 240-home estate"."""
    stop = number.stop
    return (
        stop + 1 < len(tokens)
        and tokens.lowers[stop] in _HYPHENS
        and tokens.ends[stop - 1] == tokens.starts[stop]
        and tokens.ends[stop] == tokens.starts[stop + 1]
        and tokens.tags[stop + 1] in "NB"
        and tokens.lowers[stop + 1] not in ("strong", "odd", "plus", "ish", "fold")
    )


def interval(reading: Reading) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Value, low and high that a reading commits to, by its bound."""
    number, bound = reading.number, reading.bound
    value = number.value
    if bound == "range":
        return None, number.low, number.high
    if bound == "exact":
        return value, value, value
    if bound in ("over", "at_least"):
        return value, value, None
    if bound == "about":
        return value, None, None
    return value, None, value


def make_quantity(reading: Reading) -> Quantity:
    """The quantity that a reading states by itself; its unit is `item` where its noun is elided."""
    value, low, high = interval(reading)
    number, rate = reading.number, reading.rate
    return Quantity(
        number.start,
        number.end,
        value,
        low,
        high,
        reading.bound,
        reading.kind,
        reading.unit or "item",
        number.rule,
        rate.per if rate is not None else None,
        rate.quantity if rate is not None else None,
        number.out_of,
    )
