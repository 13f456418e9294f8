"""Units that a noun gives a bare number: a temperature, an index, a share, a murder rate."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.elision.settling import settle_head
from figtrail.extraction.lexicon import read_pairs, read_rows, read_sections
from figtrail.extraction.measured import Measured
from figtrail.extraction.nouns import is_plural, singular, unit_of_noun
from figtrail.extraction.numbers import match_unit
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens
from figtrail.model import Kind

_BARE = {
    noun: (unit, cast(Kind, kind))
    for noun, unit, kind in read_rows("bare_units.csv", "noun", "unit", "kind")
}
_NOUNS = read_sections("nouns.txt")
INDICES = frozenset(_NOUNS["indices"])
_AMOUNTS = frozenset(_NOUNS["amounts"])
_COMPLEMENTS = frozenset("of for on in from to at by with".split())
_RATE_NOUNS = read_pairs("nouns.txt", "rate_nouns")
_TIMES = frozenset(read_pairs("rates.txt", "time").values())


def find_bare_unit(tokens: Tokens, reading: Reading, measured: Measured) -> tuple[str, Kind] | None:
    """The unit that a noun such as "temperature", "average age" or an index gives by itself."""
    if measured.rule in ("counted", "composing"):
        return None
    measured = settle_head(tokens, measured)
    sized = _find_size(tokens, reading, measured)
    if sized is not None:
        return sized
    if measured.head and tokens.lowers[measured.head - 1 : measured.head + 1] in _MILLS:
        return "mill", "measurement"
    if measured.head is not None:
        inside = measured.start <= measured.head < measured.stop
        owner = tokens.lowers[measured.head + 1 : measured.head + 2] in (["'"], ["’"])
        # "Girls' pass percentage": the last word is what has a unit.
        head = measured.head if inside and not owner else measured.stop - 1
        found = _BARE.get(tokens.lowers[head]) or _BARE.get(singular(tokens.lowers[head]))
        if found is not None and _fits(found, reading.number.value):
            return found
        if _is_share(tokens, measured) and reading.number.value <= 100:
            return "percent", "percentage"
    words = tokens.lowers[measured.start : measured.stop]
    first = _BARE.get(words[0]) if measured.rule == "clause" and measured.head is None else None
    if first is not None and first[1] == "score":
        return first
    if not INDICES.isdisjoint(words):
        return "point", "score"
    return None


_MILLS = (["mill", "levy"], ["mill", "rate"], ["millage", "rate"])


def _find_size(tokens: Tokens, reading: Reading, measured: Measured) -> tuple[str, Kind] | None:
    """The unit that stands before a number as its subject: "Acres burned: 4,100"."""
    head = measured.head
    if head is None or measured.rule not in _TOLD_BY or not is_plural(tokens.lowers[head]):
        return None
    if tokens.lowers[reading.bound_start - 1] in CHANGE_VERBS:
        # "Output grew 0.4 per cent while hours fell 0.2".
        return None
    for at in (head - 1, head):
        if at > 0 and tokens.tags[at - 1] == "M":
            return None  # "Those waiting more than nine weeks had fallen by 14,000"
        form = match_unit(tokens, at) if at >= measured.start else None
        whole = form is not None and at + len(form.tokens) == head + 1
        if form is not None and whole and form.kind in ("measurement", "duration"):
            return form.unit, cast(Kind, form.kind)
    return None


_TOLD_BY = frozenset(("subject", "verbless", "label"))


def _is_share(tokens: Tokens, measured: Measured) -> bool:
    """Whether a phrase is of a share of its head: "the pass percentage of girls"."""
    words = tokens.lowers[measured.start : measured.head]
    return any(
        words[at : at + 2] == [share, "of"] for at, share in enumerate(words) if share in _SHARES
    )


_SHARES = frozenset(("percentage", "proportion", "share"))


def name_degrees(nation: str | None) -> str:
    """The unit of a bare temperature, by the article's nation."""
    return "fahrenheit" if nation in ("United States", "US", "USA") else "celsius"


def read_degrees(tokens: Tokens, reading: Reading, nation: str | None) -> str:
    """The unit of degrees: of an angle, or of a temperature by its nation or its height."""
    if not _ANGLES.isdisjoint(tokens.vocabulary):
        return "degree"
    if tokens.lowers[reading.number.first - 1] == "(":
        before = tokens.lowers[reading.number.first - 2]
        if before in _CONVERTED:
            # "35 degrees Celsius (95 degrees)".
            return _CONVERTED[before]
    weather = not _WEATHER.isdisjoint(tokens.vocabulary) and _HEATED.isdisjoint(tokens.vocabulary)
    if weather and reading.number.value >= _FEVERISH:
        # "A fever of 102 degrees": no celsius.
        return "fahrenheit"
    return name_degrees(nation)


_CONVERTED = {"celsius": "fahrenheit", "c": "fahrenheit", "fahrenheit": "celsius", "f": "celsius"}
_ANGLES = frozenset(_NOUNS["angles"])
_WEATHER = frozenset(_NOUNS["weather"])
_HEATED = frozenset(_NOUNS["heated"])
# No weather and no fever reaches so many degrees Celsius.
_FEVERISH = 60


def _fits(bare: tuple[str, Kind], value: Decimal) -> bool:
    """Whether a value is possible in a bare unit: a quake's 6.4, a share's 34."""
    if bare[0] == "magnitude":
        return value < 10
    return bare[0] != "percent" or value <= 100


def find_rated_noun(tokens: Tokens, measured: Measured) -> str | None:
    """What a rate is of, by the noun before it: "the murder rate was 5.5 per 100,000"."""
    head = measured.head
    if head is None or head == measured.start or tokens.lowers[head] not in ("rate", "rates"):
        return None
    before = tokens.lowers[head - 1]
    return _RATE_NOUNS.get(before) or (
        unit_of_noun(before) if tokens.tags[head - 1] == "N" else None
    )


def find_fronted_noun(tokens: Tokens, reading: Reading, measured: Measured) -> str | None:
    """What a bare rate counts where only its denominator has a noun: the same things.

    "For every job created, three have gone" are jobs, "of every 100 babies, two die" are persons;
    a denominator of time names no things.
    """
    rate = reading.rate
    if rate is None or rate.start > reading.number.first:
        return None
    if rate.quantity is not None and tokens.lowers[rate.start] != "of":
        return None
    named = measured.rule == "predicate" and rate.per not in _TIMES
    return unit_of_noun(rate.per) if named else None


def is_amount(unit: str, measured: str | None) -> bool:
    """Whether a share is one of money: of what has a price, a cost or a value for its noun."""
    if unit.replace("_", "-") in _AMOUNTS or f"{unit}s" in _AMOUNTS:
        return True
    if unit != "item" or measured is None:
        return False
    words = measured.lower().split()
    head = next((at for at, word in enumerate(words) if at and word in _COMPLEMENTS), len(words))
    return words[head - 1] in _AMOUNTS or words[head - 1] in ("shares", "stock")
