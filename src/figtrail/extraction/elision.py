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
_RATE_NOUNS = read_pairs("nouns.txt", "rate_nouns")
_CRIMES = frozenset(_NOUNS["crimes"])


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
    if measured.rule == "clause" and tokens.tags[measured.start] == "O":
        # "It now intends to put up five": the subject names nothing that is counted.
        return None
    lower = tokens.lowers[measured.head]
    if lower == "numbers":
        # "Asylum numbers" are of what stands before; "their numbers" of what was spoken of.
        own = measured.head > measured.start
        return unit_of_noun(tokens.lowers[measured.head - 1]) if own else None
    if lower in ("size", "sizes") and tokens.lowers[measured.head - 1] in ("class", "family"):
        return "person"
    if lower in _CRIMES:
        return unit_of_noun(lower)
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
    counted: str | None = None,
) -> Unit:
    """Kind, unit and denominator of a reading, from its own words or from the figure before.

    `antecedent` is the nearest figure before it whose noun it may share, and `beside` whether that
    stands in the same sentence; `counted` is the unit of the last thing counted, `noun` that of its own measured phrase, and `measured` is
    None where that is elided.
    """
    per = reading.rate.per if reading.rate is not None else None
    quantity = reading.rate.quantity if reading.rate is not None else None
    if reading.kind == "ratio" and reading.unit in CURRENCY_NOUNS:
        # "A third of every euro".
        return Unit("ratio", CURRENCY_NOUNS[reading.unit], per, quantity)
    if reading.unit is not None:
        return _stated(tokens, reading, measured, antecedent, nation, per, quantity)
    if measured is not None:
        code = CURRENCY_NOUNS.get(tokens.lowers[measured.start])
        if code is not None and measured.stop == measured.start + 1:
            return Unit("money", code, per, quantity)
        bare = _bare(tokens, reading, measured)
        if bare is not None and reading.kind == "count":
            return Unit(bare[1], bare[0], per, quantity)
        rated = _rated_noun(tokens, measured) if reading.kind == "rate" else None
        if rated is not None:
            return Unit("rate", rated, per, quantity)
        if reading.kind == "count" and _are_persons(tokens, measured, noun):
            return Unit(reading.kind, "person", per, quantity)
    if measured is None and reading.kind == "count" and _befalls_next(tokens, reading):
        return Unit(reading.kind, "person", per, quantity)
    elided = measured is None or _names_level(tokens, measured)
    if antecedent is not None and _is_of_others(tokens, reading, antecedent, beside=beside):
        return Unit(reading.kind, noun or counted or "item", per, quantity)
    if elided and antecedent is not None:
        return _inherited(tokens, reading, antecedent, per, quantity)
    listed = measured is not None and measured.rule == "preceding" and antecedent is not None
    if listed and antecedent.kind == "rate" and tokens.lowers[reading.bound_start - 1] == "of":
        # "Sees 300 patients a month, has a list of 4,000": so many in all.
        return Unit(reading.kind, noun or antecedent.unit, per, quantity)
    if beside and antecedent is not None and _is_gapped(tokens, reading, measured, noun):
        return _inherited(tokens, reading, antecedent, per, quantity)
    if beside and antecedent is not None and reading.kind == "ratio" and measured is not None:
        # "R$310 a tonne, up by a fifth": the price changes, not its denominator.
        if measured.rule == "gapped" and antecedent.kind == "money":
            return Unit("ratio", antecedent.unit)
    if reading.kind == "ratio" and measured is not None and measured.rule in _VERBAL:
        return _shared_out(reading, antecedent)
    priced = per in _PRICED_BY and antecedent is not None and antecedent.kind == "money"
    if priced and antecedent is not None and reading.phrase is None:
        return Unit("money", antecedent.unit, per, quantity)
    kind = reading.kind
    if noun is None and antecedent is not None and antecedent.kind == "count":
        noun = antecedent.unit if kind in ("count", "rate") else None
    if noun is None and measured is not None and kind == "count":
        noun = counted or ("person" if _acts(tokens, measured) else None)
    return Unit(kind, noun or "item", per, quantity)


def _rated_noun(tokens: Tokens, measured: Measured) -> str | None:
    """What a rate is of, by the noun before it: "the murder rate was 5.5 per 100,000"."""
    head = measured.head
    if head is None or head == measured.start or tokens.lowers[head] not in ("rate", "rates"):
        return None
    before = tokens.lowers[head - 1]
    return _RATE_NOUNS.get(before) or (unit_of_noun(before) if tokens.tags[head - 1] == "N" else None)


def _are_persons(tokens: Tokens, measured: Measured, noun: str | None) -> bool:
    """Whether a bare number counts persons by what its clause says of them."""
    if measured.rule not in _VERBAL:
        return False
    if befalls_persons(tokens, measured):
        return noun is None or measured.rule == "clause"
    # "44,000 were Syrians": what the number is said to be.
    last = measured.stop - 1
    linked = tokens.lowers[measured.start] in ("were", "are", "was", "is")
    return measured.rule == "predicate" and linked and is_people(tokens.lowers[last])


def _befalls_next(tokens: Tokens, reading: Reading) -> bool:
    """Whether the verb behind a bare number happens to persons: "another 30 were injured"."""
    at = reading.after
    while at < len(tokens) and tokens.tags[at] in "AB":
        at += 1
    return reading.phrase is None and at < len(tokens) and tokens.lowers[at] in _PERSON_VERBS


def _acts(tokens: Tokens, measured: Measured) -> bool:
    """Whether a bare number does something itself, as persons do: "50,000 marched"."""
    if measured.rule != "predicate":
        return False
    lowers, tags = tokens.lowers, tokens.tags
    at = measured.start
    while at < measured.stop and (lowers[at] in _HAVING or tags[at] == "B"):
        at += 1
    return at < measured.stop and tags[at] in "VE" and lowers[at] not in _NOT_ACTS


_HAVING = frozenset("have had has will would did do".split())
_NOT_ACTS = frozenset(_NOUNS["not_acts"])


_VERBAL = frozenset(("predicate", "clause"))


def _is_of_others(
    tokens: Tokens, reading: Reading, antecedent: Antecedent, *, beside: bool
) -> bool:
    """Whether a bare count after a sum counts something else: "we have 118 of them".

    What is said of "it" in the next sentence goes on with the sum: "It'll be 100 by 2025".
    """
    if reading.kind != "count" or antecedent.kind != "money":
        return False
    first = reading.number.first
    if tokens.lowers[reading.after : reading.after + 1] == ["of"]:
        return True
    return not beside and _IT.isdisjoint(tokens.lowers[max(0, first - 5) : first])


_IT = frozenset("it it’ll it'll it’s it's that they which".split())


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
    if unit != "item" or measured is None:
        return False
    words = measured.lower().split()
    head = next((at for at, word in enumerate(words) if at and word in _COMPLEMENTS), len(words))
    return words[head - 1] in _AMOUNTS


_COMPLEMENTS = frozenset("of for on in from to at by with".split())


def befalls_persons(tokens: Tokens, measured: Measured) -> bool:
    """Whether a clause tells what happens to persons only: "referred", "were killed"."""
    if measured.rule not in ("clause", "predicate"):
        return False
    words = tokens.lowers[measured.start : measured.stop]
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


def _bare(tokens: Tokens, reading: Reading, measured: Measured) -> tuple[str, Kind] | None:
    """The unit that a noun such as "temperature", "average age" or an index gives by itself."""
    if measured.rule in ("counted", "composing"):
        return None
    if measured.head is not None:
        found = _BARE.get(singular(tokens.lowers[measured.head]))
        if found is not None and _fits(found, reading.number.value):
            return found
    words = tokens.lowers[measured.start : measured.stop]
    first = _BARE.get(words[0]) if measured.rule == "clause" and measured.head is None else None
    if first is not None and first[1] == "score":
        return first
    if not _INDICES.isdisjoint(words):
        return "point", "score"
    return None


def _fits(bare: tuple[str, Kind], value: Decimal) -> bool:
    """Whether a value is possible in a bare unit: a quake's 6.4, a share's 34."""
    if bare[0] == "magnitude":
        return value < 10
    return bare[0] != "percent" or value <= 100


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
