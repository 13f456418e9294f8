"""What a bare number counts because an earlier figure says so: the same one, or its average."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.elision.antecedents import Unit
from figtrail.extraction.elision.continuing import is_like
from figtrail.extraction.figures.wholes import QUANTITIES
from figtrail.extraction.found import Found
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured import Measured
from figtrail.extraction.nouns import is_plural, unit_of_noun
from figtrail.extraction.numbers import ISO_4217
from figtrail.extraction.phrases import FORMER, head_of
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens, read_digits, tokenise

_BACK = 10
_AHEAD = 3
# How many tokens back what "ones" stand for is looked for.
_REACH = 40
_POINTING = (["of", "the"], ["of", "those"], ["of", "these"], ["all"], ["the"])
_AVERAGES = (["average", "of"], ["averaging"], ["mean", "of"], ["average"])


def resume_count(
    tokens: Tokens, reading: Reading, earlier: list[Found], here: list[Found]
) -> Unit | None:
    """The unit of a count that was stated before: "There are 912 in care. Of the 912, 131 …"."""
    at = reading.bound_start
    if not any(tokens.lowers[at - len(words) : at] == words for words in _POINTING if at):
        return None
    value = reading.number.value
    for item in reversed(earlier[-_BACK:] + here):
        if item.kind == "count" and item.reading.number.value == value and item.unit != "item":
            return Unit("count", item.unit)
    return None


def restate_count(tokens: Tokens, reading: Reading, here: list[Found]) -> Unit | None:
    """The rate that a count comes to: "1,214 reports of thefts, or close to seven a day"."""
    at = reading.bound_start
    if reading.unit is not None or reading.rate is None or not here:
        return None
    said = tokens.lowers[at - 2 : at] == [",", "or"] and here[-1].kind == "count"
    if not said or reading.phrase is not None or here[-1].unit == "item":
        return None
    return Unit("rate", here[-1].unit, reading.rate.per, reading.rate.quantity)


def resume_measure(
    tokens: Tokens,
    measured: Measured | None,
    earlier: list[Found],
    here: list[Found],
) -> Unit | None:
    """The unit of a quantity that isn't counted, as its like was measured before.

    "Crude stocks fell by 2.1 million barrels. Distillate inventories dropped by 0.9 million".
    """
    head = measured.head if measured is not None else None
    if head is None or tokens.lowers[head] not in QUANTITIES or not is_plural(tokens.lowers[head]):
        return None
    for item in reversed(earlier[-_BACK:] + here):
        if item.reading.number.kind == "measurement" and item.kind in ("measurement", "rate"):
            return Unit(item.kind, item.unit, item.per, item.per_quantity)
    return None


def resume_exchange(reading: Reading, before: list[Found]) -> Unit | None:
    """The currencies of a rate near one told before: "fell to 76.16 a dollar, opening at 76.36"."""
    number = reading.number
    if not reading.is_bare or not reading.is_broken:
        return None
    for item in reversed(before[-_BACK:]):
        priced = item.kind == "money" and item.per is not None and item.per in ISO_4217
        priced = priced and item.per != item.unit and item.per_quantity is None
        if priced and abs(item.reading.number.value - number.value) * _CLOSE < number.value:
            return Unit("money", item.unit, item.per)
    return None


# Rates of one day differ by less than one in so many.
_CLOSE = 20


def find_levels(
    tokens: Tokens, reading: Reading, measured: Measured | None, nearest: Found | None
) -> Unit | None:
    """What levels behind a change in percent count: "a 70% rise in evictions, from 40 to 68"."""
    if nearest is None or nearest.kind != "percentage" or nearest.change is None:
        return None
    if tokens.lowers[reading.bound_start - 1] != "from" or nearest.measured is None:
        return None
    former = tokens.lowers[reading.bound_start - 2 : reading.bound_start] in FORMER
    if nearest.tokens is not tokens or measured is not None:
        return None
    if former and not _comes_to(tokens, reading, nearest):
        # "Growth of 2.6%, up from 2.1 to 2.4".
        return None
    phrase = tokenise(nearest.measured)
    head = head_of(phrase, 0, len(phrase.words))
    noun = phrase.lowers[head] if head is not None else ""
    return Unit("count", unit_of_noun(noun)) if is_plural(noun) and noun not in _PRICED else None


def _comes_to(tokens: Tokens, reading: Reading, change: Found) -> bool:
    """Whether two levels differ by the percentage before: "a 22% jump, up from 51 to 62"."""
    at, value = reading.number.stop, reading.number.value
    later = tokens.words[at + 1 : at + 2] if tokens.lowers[at : at + 1] == ["to"] else []
    if not later or not later[0][0].isdigit() or value <= 0:
        return False
    moved = abs(read_digits(later[0]) - value) / value * 100
    return abs(moved - change.reading.number.value) < _ROUNDED


# How far a share in whole per cent may be from that of the levels.
_ROUNDED = 2
_PRICED = frozenset(read_sections("nouns.txt")["amounts"]) | frozenset(
    read_sections("nouns.txt")["percentage_gaps"]
)


def find_index(tokens: Tokens, reading: Reading, here: list[Found]) -> Unit | None:
    """The points of an index that a level closes at: "rose 40 points, or 0.4%, to end at 8,110"."""
    at, lowers = reading.bound_start, tokens.lowers
    if at < 2 or lowers[at - 1] not in ("at", "on", "to"):
        return None
    if reading.phrase is not None and lowers[reading.phrase.head] not in _LEVELS:
        return None
    ahead = lowers[reading.after : reading.after + _SCALE]
    if ahead[:1] == ["on"] and not _INDICES.isdisjoint(ahead):
        # "Rising to 83 on the housing index".
        return Unit("score", "point")
    told = len(here) > 1 and here[-2].unit == "point" and here[-2].kind == "score"
    if told and here[-1].kind == "percentage" and 0 <= at - here[-1].reading.after < _SCALE:
        # "Eased 14 points, or 0.4 per cent, to 3,310".
        return Unit("score", "point")
    if here and here[-1].reading.after <= at and _is_of_index(here[-1], at):
        return Unit("score", "point")
    if lowers[at - 2] not in _CLOSING and not _CLOSING.intersection(lowers[max(0, at - 6) : at]):
        return None
    pointed = any(item.unit == "point" and item.kind == "score" for item in here)
    return Unit("score", "point") if pointed else None


def _is_of_index(item: Found, at: int) -> bool:
    """Whether a move right before a level is one of an index: "rose 1.2 percent to 4,100"."""
    moved = item.change is not None and item.kind in ("percentage", "score")
    if item.measured is None or not moved or at - item.reading.after > _SCALE:
        return False
    words = item.measured.lower().replace("/", " ").split()
    return not _INDICES.isdisjoint(words)


_INDICES = frozenset(read_sections("nouns.txt")["indices"]) - {"league", "composite"}
# How many tokens "on the housing index" or "higher at" may have.
_SCALE = 5
_CLOSING = frozenset(read_sections("measured_words.txt")["closing"])
_LEVELS = frozenset(("level", "levels", "mark"))


def find_interval(
    tokens: Tokens, reading: Reading, earlier: list[Found], here: list[Found]
) -> Unit | None:
    """The unit of a confidence interval: that of the estimate before it, which lies within.

    "The hazard ratio was 0.78 (95% confidence interval, 0.66 to 0.92)"; where it doesn't, as with
    "the risk was 12% higher (95% CI 1.02 to 1.23)", the interval is one of multiples.
    """
    number = reading.number
    if number.low is None or number.high is None:
        return None
    near = tokens.lowers[max(0, reading.bound_start - 3) : reading.bound_start]
    if near == [] or _INTERVALS.isdisjoint(near) or number.unit_inside:
        return None
    estimate = next((one for one in reversed(earlier[-1:] + here) if not _is_level(one)), None)
    if estimate is None:
        return None
    value = estimate.reading.number.value
    if number.low <= value <= number.high:
        return Unit(estimate.kind, estimate.unit, estimate.per, estimate.per_quantity)
    return Unit("ratio", "times") if estimate.kind == "percentage" else None


def _is_level(item: Found) -> bool:
    """Whether a figure is the 95% or 99% of an interval, behind which the interval stands."""
    stop = item.reading.number.stop
    return not _INTERVALS.isdisjoint(item.tokens.lowers[stop : stop + 2])


_INTERVALS = frozenset(("interval", "intervals", "ci"))


def find_ones(tokens: Tokens, reading: Reading) -> Unit | None:
    """The unit of what "ones" stand for: "the unmanned crossings, and 27 manned ones"."""
    stop = reading.number.stop
    if "ones" not in tokens.lowers[stop : stop + _AHEAD]:
        return None
    first = reading.number.first
    for at in range(first - 1, max(-1, first - _REACH), -1):
        if tokens.tags[at] == "N" and is_plural(tokens.lowers[at]):
            return Unit("count", unit_of_noun(tokens.lowers[at]))
    return None


def find_average(tokens: Tokens, reading: Reading, here: list[Found]) -> Unit | None:
    """The unit of an average of what was just counted or taken over so many things.

    "Some 61,500 came to the seven games, an average of 8,786", "$61m from 4,100 theaters, an
    average of $14,880".
    """
    if len(here) < 2 or (reading.unit is not None and reading.kind != "money"):
        return None
    at, lowers = reading.bound_start, tokens.lowers
    if not any(lowers[at - len(words) : at] == words for words in _AVERAGES):
        return None
    whole, parts = here[-2], here[-1]
    kind = "money" if reading.kind == "money" else "count"
    counts = whole.kind == kind and parts.kind == "count" and whole.unit != parts.unit
    total = whole.reading.number.value
    if not counts or total <= 0 or "item" in (whole.unit, parts.unit):
        return None
    times = reading.number.value * parts.reading.number.value / total
    if not _NEARLY < times < 1 / _NEARLY:
        return None
    return Unit("money" if kind == "money" else "rate", whole.unit, parts.unit)


def resume_average(
    tokens: Tokens, reading: Reading, earlier: list[Found], here: list[Found]
) -> Unit | None:
    """The rate that a bare average goes on with: "no others have averaged 32"."""
    at = reading.bound_start
    if at < 1 or reading.rate is not None or tokens.lowers[at - 1] not in _AVERAGING:
        return None
    rates = [one for one in earlier[-_BACK:] + here if one.kind == "rate" and one.per in _GAMES]
    near = [one for one in rates if one.sentence is rates[-1].sentence and is_like(reading, one)]
    if not near:
        return None
    value = reading.number.value
    # Points, where nothing else is named, else what it is nearest to in size.
    item = min(near, key=lambda one: (one.unit != "point", abs(one.reading.number.value - value)))
    return Unit("rate", item.unit, item.per)


_GAMES = frozenset(read_sections("contests.txt")["games"])
_AVERAGING = frozenset(("averaged", "averaging", "averages", "average"))
# How far a rounded average may stand off the quotient.
_NEARLY = Decimal("0.95")
