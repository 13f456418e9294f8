"""What a bare number shares with the figure before it: its noun, unit, kind and denominator."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple, Protocol, cast

from figtrail.extraction.lexicon import read_pairs, read_rows, read_sections
from figtrail.extraction.measured import LEVEL_NOUNS, Measured
from figtrail.extraction.nouns import NUMBERING, is_people, is_plural, singular, unit_of_noun
from figtrail.extraction.quantities import Reading
from figtrail.extraction.rates import CURRENCY_NOUNS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Change, Kind

_BARE = {row["noun"]: (row["unit"], cast(Kind, row["kind"])) for row in read_rows("bare_units.csv")}
_NOUNS = read_sections("nouns.txt")
_PERSON_TOTALS = frozenset(_NOUNS["person_totals"])
_OWN_NOUN = frozenset(("counted", "margin", "composing", "following", "complement", "change"))
_PERCENT = frozenset(("percent", "percentage_point", "basis_point"))
_POINT_WORDS = frozenset(_NOUNS["percentage_gaps"])
# Denominators of a bare price: "a litre costs $1.20 here and 95 a litre there".
_PRICED_BY = frozenset(read_pairs("rates.txt", "article_nouns").values()) - {"person", "item"}
_AMOUNTS = frozenset(_NOUNS["amounts"])
_PERSON_VERBS = frozenset(read_sections("measured_words.txt")["person_verbs"])
_INDICES = frozenset(_NOUNS["indices"])


class Antecedent(Protocol):
    """What elision needs of an earlier figure."""

    @property
    def unit(self) -> str:
        """The unit it was given."""

    @property
    def kind(self) -> Kind:
        """The kind it was given."""

    @property
    def noun(self) -> str | None:
        """The unit of its noun, where it has one."""

    @property
    def per(self) -> str | None:
        """Its denominator."""

    @property
    def per_quantity(self) -> Decimal | None:
        """The size of its denominator."""

    @property
    def change(self) -> Change | None:
        """Whether it is the size of a change."""


class Unit(NamedTuple):
    """Kind, unit and denominator of a figure."""

    kind: Kind
    unit: str
    per: str | None = None
    per_quantity: Decimal | None = None


def noun_unit(tokens: Tokens, measured: Measured | None) -> str | None:
    """The unit that the head noun of a measured phrase gives to a bare number, if it is counted.

    A phrase that is not the number's own noun ("the council", "demand") gives one only where it
    is a plural or a total of persons.
    """
    if measured is None or measured.head is None:
        return None
    lower = tokens.lowers[measured.head]
    if lower == "numbers":
        # "Asylum numbers" are of what stands before; "their numbers" of what was spoken of.
        own = measured.head > measured.start
        return unit_of_noun(tokens.lowers[measured.head - 1]) if own else None
    if lower in ("size", "sizes") and tokens.lowers[measured.head - 1] in ("class", "family"):
        return "person"
    if measured.rule in _OWN_NOUN or is_plural(lower) or lower in _PERSON_TOTALS:
        return unit_of_noun(lower)
    return "person" if is_people(lower) and measured.rule != "clause" else None


def resolve_unit(
    tokens: Tokens,
    reading: Reading,
    measured: Measured | None,
    noun: str | None,
    antecedent: Antecedent | None,
    nation: str | None,
    *,
    beside: bool = False,
) -> Unit:
    """Kind, unit and denominator of a reading, from its own words or from the figure before.

    `antecedent` is the nearest figure before it whose noun it may share, and `beside` whether that
    stands in the same sentence; `noun` is the unit of its own measured phrase, and `measured` is
    None where that is elided.
    """
    per = reading.rate.per if reading.rate is not None else None
    quantity = reading.rate.quantity if reading.rate is not None else None
    if reading.unit is not None:
        return _stated(tokens, reading, measured, antecedent, nation, per, quantity)
    if measured is not None:
        code = CURRENCY_NOUNS.get(tokens.lowers[measured.start])
        if code is not None and measured.stop == measured.start + 1:
            return Unit("money", code, per, quantity)
        bare = _bare(tokens, measured)
        if bare is not None and reading.kind == "count":
            return Unit(bare[1], bare[0], per, quantity)
        if noun is None and reading.kind == "count" and befalls_persons(tokens, measured):
            return Unit(reading.kind, "person", per, quantity)
    elided = measured is None or _names_level(tokens, measured)
    if elided and antecedent is not None:
        return _inherited(tokens, reading, antecedent, per, quantity)
    if beside and antecedent is not None and _is_gapped(tokens, reading, measured, noun):
        return _inherited(tokens, reading, antecedent, per, quantity)
    if reading.kind == "ratio" and measured is not None and measured.rule in _VERBAL:
        return _shared_out(reading, antecedent)
    priced = per in _PRICED_BY and antecedent is not None and antecedent.kind == "money"
    if priced and antecedent is not None and reading.phrase is None:
        return Unit("money", antecedent.unit, per, quantity)
    kind = reading.kind
    if noun is not None:
        return Unit(kind, noun, per, quantity)
    if antecedent is not None and antecedent.kind == "count" and kind in ("count", "rate"):
        return Unit(kind, antecedent.unit, per, quantity)
    return Unit(kind, "item", per, quantity)


_VERBAL = frozenset(("predicate", "clause"))


def _names_level(tokens: Tokens, measured: Measured) -> bool:
    """Whether a phrase only names a level ("target", "total") of something said before."""
    if measured.head is None:
        return False
    lower = tokens.lowers[measured.head]
    return lower in LEVEL_NOUNS or singular(lower) in NUMBERING


def _is_gapped(
    tokens: Tokens, reading: Reading, measured: Measured | None, noun: str | None
) -> bool:
    """Whether a bare number shares the unit of the one before: "Akita lost 1.75%, Aomori 1.66".

    So does one that closes its clause, where its own noun isn't counted: "winds of 60 km/h,
    gusting to 80", "biomass 25". A counted plural as its subject keeps its own.
    """
    if reading.phrase is not None or measured is None or reading.kind not in ("count", "rate"):
        return False
    if measured.rule in ("named", "gapped"):
        return True
    stop = reading.after
    closed = stop >= len(tokens) or tokens.tags[stop] in ".CPR" or tokens.lowers[stop] == "per"
    return closed and (noun is None or measured.rule == "composing")


def _shared_out(reading: Reading, antecedent: Antecedent | None) -> Unit:
    """A proportion that is itself the subject: of what was counted before, else of persons."""
    if antecedent is not None and antecedent.noun is not None and antecedent.noun != "item":
        return Unit("ratio", antecedent.noun)
    if reading.number.form == "proportion":
        return Unit("ratio", "person")
    return Unit("ratio", antecedent.unit if antecedent is not None else "item")


def is_amount(unit: str, measured: str | None) -> bool:
    """Whether a share is one of money: of what has a price, a cost or a value for its noun."""
    if unit in _AMOUNTS:
        return True
    return unit == "item" and measured is not None and measured.split()[-1].lower() in _AMOUNTS


def befalls_persons(tokens: Tokens, measured: Measured) -> bool:
    """Whether a clause tells what happens to persons only: "referred", "were killed"."""
    if measured.rule not in ("clause", "predicate"):
        return False
    words = tokens.lowers[measured.start : measured.stop]
    if words[0] in ("are", "were") and is_people(words[-1]):
        return True
    return not _PERSON_VERBS.isdisjoint(words)


def _stated(
    tokens: Tokens,
    reading: Reading,
    measured: Measured | None,
    antecedent: Antecedent | None,
    nation: str | None,
    per: str | None,
    quantity: Decimal | None,
) -> Unit:
    unit = reading.unit or "item"
    if unit == "degree":
        unit = "fahrenheit" if nation in ("United States", "US", "USA") else "celsius"
    if unit == "point" and _is_percentage_gap(tokens, measured, antecedent):
        return Unit("percentage", "percentage_point", per, quantity)
    return Unit(reading.kind, unit, per, quantity)


def _is_percentage_gap(
    tokens: Tokens, measured: Measured | None, antecedent: Antecedent | None
) -> bool:
    """Whether "points" are percentage points: percentages are spoken of, and no index is."""
    if not _INDICES.isdisjoint(tokens.lowers):
        return False
    if antecedent is not None and antecedent.unit in _PERCENT:
        return True
    if measured is None:
        return False
    return not _POINT_WORDS.isdisjoint(tokens.lowers[measured.start : measured.stop])


def _bare(tokens: Tokens, measured: Measured) -> tuple[str, Kind] | None:
    """The unit that a noun such as "temperature", "average age" or an index gives by itself."""
    if measured.rule in ("counted", "composing"):
        return None
    if measured.head is not None:
        found = _BARE.get(singular(tokens.lowers[measured.head]))
        if found is not None:
            return found
    words = tokens.lowers[measured.start : measured.stop]
    if not _INDICES.isdisjoint(words):
        return "point", "score"
    return None


def _inherited(
    tokens: Tokens,
    reading: Reading,
    antecedent: Antecedent,
    per: str | None,
    quantity: Decimal | None,
) -> Unit:
    first = reading.bound_start
    if reading.kind == "count" and antecedent.unit == "times":
        if antecedent.change is not None:
            return Unit("count", antecedent.noun or "item", per, quantity)
        return Unit("ratio", "times", per, quantity)
    if reading.kind == "ratio":
        unit = (
            antecedent.unit
            if antecedent.kind in ("count", "rate", "money", "measurement")
            else None
        )
        return Unit("ratio", unit or antecedent.noun or "item")
    to_level = first and tokens.lowers[first - 1] == "to" and antecedent.change is not None
    if antecedent.kind in ("percentage", "ratio") and (
        to_level or antecedent.kind == "ratio" or reading.number.value > 100
    ):
        return Unit(reading.kind, antecedent.noun or "item", per, quantity)
    return Unit(
        antecedent.kind,
        antecedent.unit,
        per or antecedent.per,
        quantity if per is not None else antecedent.per_quantity,
    )
