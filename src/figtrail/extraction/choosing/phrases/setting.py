"""A figure whose phrase is chosen: where it stands, and what the rules take."""

from __future__ import annotations

from typing import NamedTuple

from figtrail.extraction.found import Found
from figtrail.extraction.measured import Measured
from figtrail.extraction.periods import PeriodMention
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens
from figtrail.model import Change, Kind


class Setting(NamedTuple):
    """A reading, its sentence, what is read of it, and the phrase that the rules take.

    `start` is where its number starts in the document as it is read. `phrase` is in the words of
    the text, None where the rules find none; `measured` is where it stands in this sentence, if it
    does, and `rule` says how it was found. `nearest` is the figure that a number without a noun
    goes on from; `before` are the last few figures, `here` is how many this sentence has before the
    number.
    """

    tokens: Tokens
    readings: list[Reading]
    at: int
    mentions: list[PeriodMention]
    start: int
    kind: Kind
    unit: str
    per: str | None
    change: Change | None
    phrase: str | None
    measured: Measured | None
    rule: str
    nearest: Found | None
    before: list[Found]
    here: int

    @property
    def reading(self) -> Reading:
        """The reading whose phrase is chosen."""
        return self.readings[self.at]
