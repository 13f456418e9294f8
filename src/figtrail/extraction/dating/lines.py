"""A sentence with its figures and its dates in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from figtrail.extraction.dating.clauses import Clauses, find_verb
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.spots import Spot
from figtrail.extraction.dating.tenses import Tense
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens

TAKEN = frozenset(("dates", "opens"))
COMING = frozenset(("future", "foreseen", "conditional", "intended"))


class Line(NamedTuple):
    """A sentence with all that dating it needs; `owned` is the mark that each figure has.

    `survey` is the mark that says when those were asked whose answers the sentence gives.
    """

    tokens: Tokens
    readings: Sequence[Reading]
    clauses: Clauses
    spots: list[Spot]
    marks: list[Mark]
    owned: list[Mark | None]
    survey: Mark | None

    def owner(self, mark: Mark) -> Spot | None:
        """The figure that has a mark to itself."""
        for spot, own in zip(self.spots, self.owned, strict=True):
            if own is mark:
                return spot
        return None

    def tense(self, mark: Mark) -> Tense | None:
        """The tense of the verb that a mark stands with."""
        return find_verb(self.tokens, self.clauses, mark.first, mark.stop)[0]

    def clause(self, mark: Mark) -> int:
        """The number of the clause that a mark stands in: of "since it began", the one before."""
        whole = mark.mention.role == "since" and mark.stop - mark.first > 1 and not mark.fronted
        return self.clauses.numbers[mark.first - (whole and mark.first > 0)]
