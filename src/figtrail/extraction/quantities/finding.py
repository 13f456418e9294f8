"""Tokens → quantities: each number with its bound, kind, unit and denominator."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from figtrail.extraction.bounds import find_bound
from figtrail.extraction.composition import compose_numbers, is_of_ratio, list_end
from figtrail.extraction.labels import find_labels
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number, find_unit_start, match_unit
from figtrail.extraction.phrases import FORMER, Phrase
from figtrail.extraction.quantities.factors import read_factor, read_magnitude
from figtrail.extraction.quantities.kinds import find_unit, is_rated
from figtrail.extraction.quantities.nouns import cut_phrase, find_phrase, read_phrase, share_noun
from figtrail.extraction.quantities.reading import Reading
from figtrail.extraction.rates import Rate, find_fronted, find_rate
from figtrail.extraction.tokens import HYPHENS, Tokens
from figtrail.model import Kind


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
    composed = find_candidates(tokens, numbers, masked)
    if not composed:
        return []
    return read_candidates(tokens, composed, find_labels(tokens, composed), openings)


def find_candidates(
    tokens: Tokens, numbers: list[Number], masked: list[tuple[int, int]]
) -> list[Number]:
    """What may be a quantity or a label: the numbers that date nothing, composed."""
    if masked:
        numbers = [
            number
            for number in numbers
            if not _is_masked(tokens, number, masked) or is_of_ratio(tokens, number)
        ]
    return compose_numbers(tokens, numbers) if numbers else []


def read_candidates(
    tokens: Tokens, composed: list[Number], labels: list[bool], openings: frozenset[int]
) -> list[Reading]:
    """Read the quantities of a sentence from its candidates, of which some are labels."""
    composed = [number for number, label in zip(composed, labels, strict=True) if not label]
    readings: list[Reading] = []
    # The tokens of the last denominator with a number: that number is no figure.
    spent = taken = 0
    fronted: dict[int, Rate] = {}
    if not _FRONTING.isdisjoint(tokens.vocabulary):
        fronted = find_fronted(tokens, composed)
    for at, number in enumerate(composed):
        rate = fronted.get(at + 1)
        denominates = rate is not None and rate.start <= number.first < rate.stop
        if spent <= number.first < taken or denominates or _is_per(tokens, number):
            continue
        reading = _read(tokens, composed, at, openings)
        if reading.rate is None and at in fronted:
            reading = _with_rate(reading, fronted[at])
        if reading.rate is not None and reading.rate.start >= number.stop:
            spent, taken = reading.rate.start, reading.rate.stop
        readings.append(reading)
    return _share_rates(tokens, [*_share_asides(tokens, readings)])


def _share_asides(tokens: Tokens, readings: list[Reading]) -> Iterator[Reading]:
    """Readings with the unit of what a share comes to: "a third – 40 schools – had no nurse"."""
    for at, reading in enumerate(readings):
        bare = reading.kind == "ratio" and reading.unit is None and reading.phrase is None
        if bare and at + 1 < len(readings):
            other = readings[at + 1]
            between = tokens.lowers[reading.after : other.bound_start]
            if between in _ADDING and other.kind in _ADDED and other.number.out_of is None:
                reading = reading._replace(unit=other.unit)
        if at and _is_of_same(tokens, readings[at - 1], reading):
            reading = reading._replace(unit=readings[at - 1].unit, phrase=None)
        yield reading


def _is_of_same(tokens: Tokens, one: Reading, other: Reading) -> bool:
    """Whether "of" tells what others of the same are for: "14 votes of thanks, 3 of protest"."""
    if one.phrase is None or other.phrase is None or one.kind != "count" or other.kind != "count":
        return False
    parallel = tokens.lowers[one.phrase.stop : one.phrase.stop + 1] == ["of"]
    parallel = parallel and tokens.lowers[other.number.stop : other.number.stop + 1] == ["of"]
    joined = tokens.lowers[other.bound_start - 1] in ("and", ",", "but")
    whole = other.number.out_of is not None
    return parallel and joined and not whole and tokens.tags[other.number.stop + 1] in "NJ"


_ADDING = (["–"], ["—"], ["-"], ["("], [",", "or"], ["or"], [","])
_ADDED = frozenset(("count", "money"))


def _is_per(tokens: Tokens, number: Number) -> bool:
    """Whether a number only says per how many: "the highest rate per 100,000 people"."""
    before = tokens.lowers[max(0, number.first - 2) : number.first]
    return before[-1:] == ["per"] and before[0] != "as"


_PLAIN = ("digits", "words")
_FRONTING = frozenset(("every", "each", "per", "="))


def _share_rates(tokens: Tokens, readings: list[Reading]) -> list[Reading]:
    """Readings with the denominator that the last of a list brings: "31 points and 11 a game"."""
    passed = False
    for at in range(len(readings) - 2, -1, -1):
        one, other = readings[at], readings[at + 1]
        passed = _lists_alike(tokens, one, other, passed=passed)
        if passed and other.rate is not None:
            readings[at] = _with_rate(one, other.rate)
    return readings


def _lists_alike(tokens: Tokens, one: Reading, other: Reading, *, passed: bool) -> bool:
    """Whether two counts stand in one list, the later with its denominator, own or `passed` on."""
    stop = one.phrase.stop if one.phrase is not None else one.unit_stop
    last = other.phrase.stop if other.phrase is not None else other.unit_stop
    counted = one.rate is None and one.kind in _LISTED and one.number.out_of is None
    rated = other.rate is not None and other.rate.quantity is None
    rated = rated and (passed or (other.rate is not None and other.rate.start == last))
    same = other.number.kind == one.number.kind or one.kind == "score"
    between = tokens.lowers[stop : other.bound_start]
    same = same and other.number.currency is None and stop > one.number.stop
    return counted and rated and same and between in (["and"], [","])


_LISTED = frozenset(("count", "score"))


_DIFFERENCES = tuple([word] for word in "more fewer less higher lower above below up down".split())


def _read(tokens: Tokens, numbers: list[Number], at: int, openings: frozenset[int]) -> Reading:
    number = read_magnitude(tokens, read_factor(tokens, numbers[at]))
    last = number
    # "214 pairs, up from 160, and 390 chicks": where the first came from is no member of the list.
    if number.kind is None and tokens.lowers[number.first - 2 : number.first] not in FORMER:
        last = numbers[list_end(tokens, numbers, at)]
        apart = tokens.lowers[last.stop : last.stop + 1] in _DIFFERENCES
        if last is not number and (
            apart or (last.form == "fraction") != (number.form == "fraction")
        ):
            # "Stood at 52,310, 3,700 more than last year", "shed 15,800, a third of them in May".
            last = number
    if last is not number and number.form in _PLAIN and read_factor(tokens, last).unit == "times":
        # "0.78, 0.73 and 0.57 times the size".
        number = number._replace(unit="times", kind="ratio")
    if number.kind is None and at + 1 < len(numbers) and last is number:
        last = _paired(tokens, number, numbers[at + 1]) or last
    unit_stop = _unit_stop(tokens, last)
    phrase = find_phrase(tokens, number, last, unit_stop)
    if phrase is not None and number.kind is None and at + 1 < len(numbers):
        phrase = share_noun(tokens, phrase, number, numbers[at + 1])
    if phrase is not None and openings:
        phrase = _before_time(tokens, phrase, openings)
    phrase_stop = phrase.stop if phrase is not None else unit_stop
    bound, bound_start = find_bound(tokens, number, phrase_stop)
    rate = find_rate(tokens, number, phrase_stop, numbers)
    if rate is None and last is not number:
        rate = find_rate(tokens, last, phrase_stop, numbers)
    elif rate is None and number.currency is not None and at + 1 < len(numbers):
        rate = _paired_rate(tokens, number, numbers, at)
    elif rate is None and number.kind in _RATED and at + 1 < len(numbers):
        rate = _shared_rate(tokens, number, numbers[at + 1], numbers)
    # "Some 300 arrive every day": the verb belongs to the number.
    told = phrase is None and number.kind is None and tokens.tags[unit_stop : unit_stop + 1] != []
    told = told and tokens.tags[unit_stop] in "vV"
    behind = rate is not None and rate.start >= unit_stop and not told
    after = max(unit_stop, rate.stop if rate is not None and behind else 0)
    if rate is not None and phrase is None and number.kind is not None and rate.start >= unit_stop:
        phrase = read_phrase(tokens, after, number)
        if phrase is not None and phrase.start in openings:
            # "Fetched $850 a tonne last week".
            phrase = None
    if phrase is not None and rate is not None and phrase.start <= rate.start < phrase.stop:
        phrase = cut_phrase(phrase, rate)
    kind, unit = find_unit(tokens, number, phrase, rate)
    own_stop = unit_stop if last is number else _unit_stop(tokens, number)
    return Reading(number, bound, bound_start, kind, unit, rate, phrase, own_stop, after)


def _before_time(tokens: Tokens, phrase: Phrase, openings: frozenset[int]) -> Phrase | None:
    """A noun phrase without the time that it runs into: "a 90-minute debate Thursday".

    None where no noun is left: "the 390 seen last May".
    """
    for at in range(phrase.start - 1, phrase.head + 1):
        if at in openings:
            named = at > phrase.start and tokens.tags[at - 1] == "N"
            return Phrase(phrase.start, at, at, at - 1) if named else None
    return phrase


def _with_rate(reading: Reading, rate: Rate) -> Reading:
    kind: Kind = "rate" if is_rated(reading.kind, rate.per) else reading.kind
    return reading._replace(rate=rate, kind=kind)


def _paired(tokens: Tokens, number: Number, following: Number) -> Number | None:
    """The later level of "from 442 to 472 children", whose noun both share."""
    between = tokens.lowers[number.stop : following.first]
    later = 1 <= len(between) <= 3 and between[0] == "to" and following.kind is None
    if later and "from" in tokens.lowers[max(0, number.first - 4) : number.first]:
        return following
    return None


def _paired_rate(tokens: Tokens, number: Number, numbers: list[Number], at: int) -> Rate | None:
    """The denominator of "from €6 to €9 a day", which both levels share.

    The share that a change is may stand between: "rose 74 cents, or 0.9%, to $81.25 a barrel",
    "was down 71 cents at $82.71 a barrel", "fell $1.20 to settle at $79 a barrel".
    """
    later, start = numbers[at + 1], number.stop
    if later.kind == "percentage" and at + 2 < len(numbers):
        apart = tokens.lowers[start : later.first] in _SAID_AGAIN
        closing = later.stop + (tokens.lowers[later.stop : later.stop + 1] in ([","], [")"]))
        later, start = (numbers[at + 2], closing) if apart else (later, start)
    between = tokens.lowers[start : later.first]
    if between[:1] in (["on"], ["last"], ["this"], ["in"], ["over"]) and len(between) < _TIMED:
        # "Lost 3 cents on Monday, to $5.88 a bushel".
        between = between[-1:]
    if between[:1] == [","]:
        between = between[1:] if between[1:2] == ["to"] else [","]
    alike = later.currency is not None and number.scale is later.scale is None
    if alike and tokens.lowers[start : later.first] == [","] and at + 2 < len(numbers):
        # "£1.50, £1.60 and £1.10 per litre".
        return _paired_rate(tokens, later, numbers, at + 1)
    linked = between in (["to"], ["and"], ["or"], ["at"], ["from"], ["up", "from"])
    settled = 1 < len(between) < 5 and between[-1] == "at" and _SETTLING.issuperset(between)
    if not (linked or settled) or later.currency is None:
        return None
    if between[-1] != "to" and number.scale is not None and later.scale is None:
        # "Sold for $3m at $20 a share".
        return None
    return find_rate(tokens, later, later.stop, numbers)


# How many tokens may tell when a price moved.
_TIMED = 6
_SAID_AGAIN = ([",", "or"], ["("], ["or"], ["or", "about"], [",", "or", "about"])


def _shared_rate(
    tokens: Tokens, number: Number, later: Number, numbers: list[Number]
) -> Rate | None:
    """The denominator of "from 1.2 to 1.4 million tonnes a year", which both levels share."""
    between = tokens.lowers[_unit_stop(tokens, number) : later.first]
    toleranced = between in ([], ["("]) and later.signed
    if later.unit != number.unit or not (toleranced or between in (["to"], ["and"], ["or"])):
        return None
    return find_rate(tokens, later, later.stop, numbers)


_RATED = frozenset(("measurement", "duration"))
_SETTLING = frozenset(read_sections("rates.txt")["settling"])


def _unit_stop(tokens: Tokens, number: Number) -> int:
    if number.form == "multiple":
        # "Doubled in the city": no inches.
        return number.stop
    if number.kind is None or number.unit is None or number.unit_inside:
        if number.rule == "multiple" and number.form != "multiple":
            return number.stop + 1 + (tokens.lowers[number.stop] in HYPHENS)
        return number.stop
    at = find_unit_start(tokens, number.stop)
    form = match_unit(tokens, at)
    if form is None and number.unit in ("pound", "mill"):
        return at + 1
    if form is None:
        spelled = number.unit == "times" and number.form != "multiple"
        return number.stop + 1 if spelled else number.stop
    return at + len(form.tokens)
