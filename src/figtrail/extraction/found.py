"""A reading with its context, on the way to becoming a figure."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from figtrail.extraction.dating import Dating
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens
from figtrail.model import Change, Kind, Sentence, Status


class Tabled(NamedTuple):
    """Where a table states a figure: the stretch of the article that proves it, and its place.

    `place` is None where the table names none: then it is that of the `caption`, whose bounds in
    what is read are given where there is one that names the table.
    """

    start: int
    stop: int
    place: str | None
    caption: tuple[int, int] | None


class Found(NamedTuple):
    """A reading with its context, before it becomes a figure; `noun` is the unit of its noun.

    `measured` is what rules say that it measures, and other rules go by; `phrase` is what is chosen
    of that and the phrases of its sentence, for the table.
    `located` is whether it counts its noun behind a preposition of place: "in six districts".
    `tabled` is where it stands in a table, None elsewhere.
    """

    paragraph: int
    sentence: Sentence
    tokens: Tokens
    reading: Reading
    start: int
    end: int
    kind: Kind
    unit: str
    noun: str | None
    per: str | None
    per_quantity: Decimal | None
    change: Change | None
    measured: str | None
    phrase: str | None
    status: Status
    dating: Dating
    located: bool
    tabled: Tabled | None = None
