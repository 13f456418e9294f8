"""A number with its bound, kind, unit and denominator, before any context."""

from __future__ import annotations

from typing import NamedTuple

from figtrail.extraction.numbers import Number
from figtrail.extraction.phrases import Phrase
from figtrail.extraction.rates import Rate
from figtrail.model import Bound, Kind


class Reading(NamedTuple):
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

    @property
    def stop(self) -> int:
        """The token after the number and its unit."""
        return max(self.number.stop, self.unit_stop)

    @property
    def is_bare(self) -> bool:
        """Whether it is a count that no word beside it says what of."""
        named = self.unit is not None or self.phrase is not None or self.rate is not None
        return self.kind == "count" and not named

    @property
    def is_broken(self) -> bool:
        """Whether it has a fraction and no scale, as what is measured has and a count hasn't."""
        return self.number.scale is None and self.number.value != int(self.number.value)
