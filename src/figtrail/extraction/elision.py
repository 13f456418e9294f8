"""What a bare number shares with the figure before it: its noun, unit, kind and denominator."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.antecedents import Antecedent, Unit
from figtrail.extraction.ballots import find_ballots
from figtrail.extraction.bare_units import find_bare_unit, find_fronted_noun, find_rated_noun
from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.continuing import (
    goes_on,
    is_further,
    is_of_others,
    is_part_of_amount,
    is_replaced,
)
from figtrail.extraction.crowds import find_crowd
from figtrail.extraction.elided_shares import find_elided_share
from figtrail.extraction.innings import find_runs
from figtrail.extraction.lexicon import read_pairs
from figtrail.extraction.measured import LEVEL_NOUNS, Measured
from figtrail.extraction.nouns import NUMBERING, singular
from figtrail.extraction.persons import (
    act_as_persons,
    are_employed,
    are_persons,
    befalls_next,
    is_part_of_persons,
    is_share_of_persons,
)
from figtrail.extraction.points import is_percentage_gap
from figtrail.extraction.quantities import Reading
from figtrail.extraction.rate_nouns import find_priced_currency
from figtrail.extraction.rates import CURRENCY_NOUNS
from figtrail.extraction.tokens import Tokens

# Denominators of a bare price: "a litre costs $1.20 here and 95 a litre there".
_PRICED_BY = frozenset(read_pairs("rates.txt", "article_nouns").values()) - {"person", "item"}


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
    stands in the same sentence; `counted` is the unit of the last thing counted, `noun` that of
    its own measured phrase, and `measured` is None where that is elided.
    """
    per = reading.rate.per if reading.rate is not None else None
    quantity = reading.rate.quantity if reading.rate is not None else None
    if antecedent is not None and is_part_of_amount(tokens, reading, antecedent):
        kind = "ratio" if reading.kind == "ratio" else antecedent.kind
        return Unit(kind, antecedent.unit, per, quantity)
    own = _own(tokens, reading, measured, noun, antecedent, nation, per, quantity)
    if own is not None:
        return own
    told = _find_told(tokens, reading, measured, counted)
    if told is not None:
        return Unit(reading.kind, told, per, quantity)
    if antecedent is not None:
        shared = _continue(
            tokens, reading, measured, noun, antecedent, per, quantity, beside=beside, other=counted
        )
        if shared is not None:
            return shared
    if reading.kind == "ratio" and measured is not None:
        shared = find_elided_share(tokens, reading, measured, antecedent, beside=beside)
        if shared is not None:
            return shared
    kind = reading.kind
    if antecedent is not None:
        if noun is None and goes_on(reading, antecedent, beside=beside):
            return _inherited(tokens, reading, antecedent, per, quantity)
        if per in _PRICED_BY and antecedent.kind == "money" and reading.phrase is None:
            return Unit("money", antecedent.unit, per, quantity)
        named = antecedent.unit != "item"
        if noun is None and named and antecedent.kind == "count" and kind in ("count", "rate"):
            noun = antecedent.unit
    if noun is None and measured is not None and kind in ("count", "rate"):
        acts = kind == "count" and act_as_persons(tokens, measured)
        noun = counted or ("person" if acts else None)
    return Unit(kind, noun or "item", per, quantity)


def _find_told(
    tokens: Tokens, reading: Reading, measured: Measured | None, counted: str | None
) -> str | None:
    """The unit that a crowd, a majority or an innings gives a bare number."""
    if reading.unit is not None or reading.kind not in ("count", "rate"):
        return None
    return (
        find_crowd(tokens, reading, counted)
        or find_ballots(tokens, reading, measured)
        or find_runs(tokens, reading, counted)
    )


def _continue(
    tokens: Tokens,
    reading: Reading,
    measured: Measured | None,
    noun: str | None,
    antecedent: Antecedent,
    per: str | None,
    quantity: Decimal | None,
    *,
    beside: bool,
    other: str | None,
) -> Unit | None:
    """The unit of a reading that goes on with the figure before; None where it has its own.

    `other` is the unit of the last thing counted.
    """
    if is_of_others(tokens, reading, antecedent, beside=beside):
        return Unit(reading.kind, noun or other or "item", per, quantity)
    tied = is_replaced(tokens, reading) or is_further(tokens, reading, antecedent)
    elided = tied or measured is None or _names_level(tokens, measured)
    listed = measured is not None and _is_listed(tokens, reading, measured, antecedent)
    gapped = beside and _is_gapped(tokens, reading, measured, noun)
    if elided or (gapped and not listed):
        return _inherited(tokens, reading, antecedent, per, quantity)
    return Unit(reading.kind, noun or antecedent.unit, per, quantity) if listed else None


def _own(
    tokens: Tokens,
    reading: Reading,
    measured: Measured | None,
    noun: str | None,
    antecedent: Antecedent | None,
    nation: str | None,
    per: str | None,
    quantity: Decimal | None,
) -> Unit | None:
    """The unit that a reading's own words and clause give it; None where they don't."""
    if is_share_of_persons(tokens, reading):
        return Unit("ratio", "person", per, quantity)
    if reading.kind == "count" and is_part_of_persons(tokens, reading):
        return Unit("count", "person", per, quantity)
    if reading.kind == "ratio" and reading.unit in CURRENCY_NOUNS:
        # "A third of every euro".
        return Unit("ratio", CURRENCY_NOUNS[reading.unit], per, quantity)
    if reading.unit is not None:
        return _stated(tokens, reading, measured, antecedent, nation, per, quantity)
    if reading.kind == "rate" and (priced := find_priced_currency(tokens, reading)) is not None:
        return Unit("money", priced, per, quantity)
    if are_employed(tokens, reading):
        return Unit("count", "person", per, quantity)
    if measured is None:
        befalls = reading.kind == "count" and befalls_next(tokens, reading)
        return Unit(reading.kind, "person", per, quantity) if befalls else None
    code = CURRENCY_NOUNS.get(tokens.lowers[measured.start])
    if code is not None and measured.stop == measured.start + 1:
        return Unit("money", code, per, quantity)
    if reading.kind == "count":
        bare = find_bare_unit(tokens, reading, measured)
        if bare is not None:
            return Unit(bare[1], bare[0], per, quantity)
        if are_persons(tokens, measured, noun):
            return Unit(reading.kind, "person", per, quantity)
    if reading.kind == "rate":
        rated = find_rated_noun(tokens, measured) or find_fronted_noun(reading, measured)
        return Unit("rate", rated, per, quantity) if rated is not None else None
    return None


_AT_LEVEL = frozenset(("on", "at"))


def _is_listed(
    tokens: Tokens, reading: Reading, measured: Measured, antecedent: Antecedent
) -> bool:
    """Whether a noun says so many in all: "sees 300 patients a month, has a list of 4,000"."""
    listed = measured.rule == "preceding" and antecedent.kind == "rate"
    return listed and tokens.lowers[reading.bound_start - 1] == "of"


def _names_level(tokens: Tokens, measured: Measured) -> bool:
    """Whether a phrase only names a level ("target", "total") of something said before."""
    if measured.head is None:
        return False
    lower = tokens.lowers[measured.head]
    first = tokens.lowers[measured.start]
    if first in LEVEL_NOUNS and tokens.lowers[measured.start + 1 : measured.start + 2] == ["for"]:
        # "The average for similar counties".
        return True
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
    closed = (
        stop >= len(tokens.words) or tokens.tags[stop] in ".CPR" or tokens.lowers[stop] == "per"
    )
    return closed and (noun is None or measured.rule == "composing")


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
    if unit == "point" and is_percentage_gap(
        tokens, measured, antecedent.unit if antecedent is not None else None
    ):
        return Unit("percentage", "percentage_point", per, quantity)
    return Unit(reading.kind, unit, per, quantity)


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
    before = tokens.lowers[first - 1] if first else ""
    if antecedent.unit == "percentage_point" and reading.kind == "count" and before in _AT_LEVEL:
        # "A swing of 18 points. They were second on 26.3".
        return Unit("percentage", "percent", per, quantity)
    if (
        antecedent.unit == "percent"
        and reading.kind == "count"
        and (antecedent.change is None and (before in ("up", "down") or before in CHANGE_VERBS))
    ):
        # "On 28%, up two": so many points.
        return Unit("percentage", "percentage_point", per, quantity)
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
