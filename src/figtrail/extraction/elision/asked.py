"""A reading whose unit is asked for, with what the sentence tells of it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from figtrail.extraction.elision.antecedents import Antecedent, Unit
from figtrail.extraction.measured import Measured
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens
from figtrail.model import Kind


class Asked(NamedTuple):
    """A reading whose unit is asked for.

    `measured` is None where its phrase is elided, `noun` is the unit of that phrase. `antecedent`
    is the nearest figure before it whose noun it may share, and `beside` whether that stands in
    the same sentence; `counted` is the unit of the last thing counted. `nation` is the
    document's, which decides how temperatures are told.
    """

    tokens: Tokens
    reading: Reading
    measured: Measured | None
    noun: str | None
    antecedent: Antecedent | None
    nation: str | None = None
    beside: bool = False
    counted: str | None = None

    @property
    def per(self) -> str | None:
        """The denominator that stands with the number."""
        return self.reading.rate.per if self.reading.rate is not None else None

    @property
    def per_quantity(self) -> Decimal | None:
        """The size of that denominator."""
        return self.reading.rate.quantity if self.reading.rate is not None else None

    def give(self, unit: str, kind: Kind | None = None) -> Unit:
        """The answer: a unit, with the reading's own kind and denominator."""
        return Unit(kind or self.reading.kind, unit, self.per, self.per_quantity)
