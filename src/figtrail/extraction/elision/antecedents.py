"""What an elided noun needs of the figure before it, and the unit that comes of it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple, Protocol

from figtrail.extraction.quantities import Reading
from figtrail.model import Change, Kind


class Antecedent(Protocol):
    """What elision needs of an earlier figure."""

    @property
    def reading(self) -> Reading:
        """The reading that it was made from."""

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
