"""A number as it stands in a sentence, and what two numbers of a list or range share."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from figtrail.extraction.tokens import Tokens

ONE = Decimal(1)


class Number(NamedTuple):
    """A number as it stands in a sentence.

    `first` and `stop` are token bounds (stop exclusive) and `start`, `end` character bounds within
    the sentence, with sign, currency and unit signs inside. `value` is in the unit's own size;
    `mantissa` is the value before its scale, for a range that shares the scale. A fraction has
    its numerator as value and its denominator in `out_of`; a multiple is in `times`.
    """

    first: int
    stop: int
    start: int
    end: int
    value: Decimal
    form: str
    mantissa: Decimal
    scale: Decimal | None = None
    currency: str | None = None
    unit: str | None = None
    kind: str | None = None
    unit_inside: bool = False
    out_of: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    core: int = 0
    change: str | None = None
    signed: bool = False
    rule: str = "number"


def with_shared(number: Number, other: Number) -> Number:
    """A number that takes scale, currency and unit from the later member of its range or list."""
    value = number.value
    scale = number.scale
    if (
        scale is None
        and other.scale is not None
        and number.out_of is None
        and abs(number.value) < 1000
        and (number.currency is not None or other.currency is None or other.first == other.core)
        and abs(number.value) < max(abs(other.mantissa) * 10, Decimal(1000))
    ):
        scale = other.scale
        value *= scale
    elif scale is None and number.unit is None and other.scale is None and other.mantissa:
        # "27-28.5mt" are both in millions of tonnes.
        value *= other.value / other.mantissa
    return number._replace(
        value=value,
        scale=scale,
        currency=number.currency if number.currency is not None else other.currency,
        unit=number.unit or other.unit,
        kind=number.kind or other.kind,
    )


def make_number(
    tokens: Tokens,
    first: int,
    stop: int,
    value: Decimal,
    form: str,
    *,
    unit: str | None = None,
    kind: str | None = None,
    unit_inside: bool = False,
    out_of: Decimal | None = None,
    change: str | None = None,
) -> Number:
    """A number that takes in nothing beside its own tokens."""
    return Number(
        first,
        stop,
        tokens.starts[first],
        tokens.ends[stop - 1],
        value,
        form,
        value,
        unit=unit,
        kind=kind,
        unit_inside=unit_inside,
        out_of=out_of,
        core=first,
        change=change,
        rule=form,
    )
