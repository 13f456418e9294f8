"""The nouns of figtrail: what is read, what is found, what is wrong.

Every stage takes and returns these. They are frozen: a later stage makes a changed copy, never a
change. Field names are the column names of the published tables. An empty cell is None, never an
empty string. Offsets count Unicode code points from 0, end exclusive, in the document's decoded
text. Numbers are `Decimal`, exactly as stated.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

Bound = Literal["exact", "about", "over", "at_least", "under", "at_most", "nearly", "range"]
Kind = Literal["count", "money", "percentage", "ratio", "rate", "duration", "measurement", "score"]
Change = Literal["increase", "decrease"]
Status = Literal["observed", "planned", "forecast", "target", "estimated", "hypothetical"]
PeriodBasis = Literal["stated", "context", "document"]
Review = Literal["automatic", "confirmed", "corrected", "added"]
RelationKind = Literal[
    "changes_from", "changes_to", "restates", "is_part_of", "is_average_of", "is_average_over"
]


class Span(NamedTuple):
    """A stretch of a document's text: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One article: its decoded text and what is known of it.

    `published` is an EDTF date as the manifest states it; `published_earliest` and
    `published_latest` are its strict first and last day, None where it has none. `place` is the
    article's own place and `nation` what "nationally" means in it. The file's facts (`path` and
    what follows) are None for a text that was handed over without a file.
    """

    source_id: str
    text: str
    published: str | None = None
    published_earliest: date | None = None
    published_latest: date | None = None
    place: str | None = None
    nation: str | None = None
    path: str | None = None
    sha256: str | None = None
    bytes: int | None = None
    media_type: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published_basis: str | None = None
    url: str | None = None
    licence: str | None = None


class Sentence(NamedTuple):
    """One sentence of a document: `document.text[start:end] == text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a number says by itself and through the words that touch it: no context yet."""

    char_start: int
    char_end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    bound: Bound
    kind: Kind
    unit: str
    rule: str
    per: str | None = None
    per_quantity: Decimal | None = None
    out_of: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in its context: one row of the `figures` table.

    `figure_id` is stable: it hangs on the quote and the 40 characters around it, not on offsets.
    `measure` and `place` are codes, set by the coding stage; `fact` is derived from the `restates`
    relations when the tables are made.
    """

    figure_id: str
    source_id: str
    char_start: int
    char_end: int
    quote: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    bound: Bound
    kind: Kind
    unit: str
    per: str | None
    per_quantity: Decimal | None
    out_of: Decimal | None
    change: Change | None
    measured: str | None
    place_text: str | None
    period: str | None
    period_text: str | None
    period_basis: PeriodBasis | None
    status: Status
    speaker: str | None
    speaker_text: str | None
    quoted: bool
    sentence: str
    sentence_start: int
    rule: str
    measure: str | None = None
    place: str | None = None
    review: Review = "automatic"


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie between two figures, read "`figure_id` `kind` `other_figure_id`"."""

    relation_id: str
    kind: RelationKind
    figure_id: str
    other_figure_id: str


class Extraction(NamedTuple):
    """All that was found in one document, in the order of the text."""

    figures: tuple[Figure, ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person must know: what, where, and what to do about it.

    `code` is a stable kebab-case name; `where` names the file, table, row and field as far as
    they apply; `expected` and `found` are given where there is something to compare.
    """

    code: str
    where: str
    message: str
    action: str
    found: str | None = None
    expected: str | None = None

    def __str__(self) -> str:
        sides = (("expected", self.expected), ("found", self.found))
        given = ", ".join(f"{side} {content}" for side, content in sides if content is not None)
        compared = f" ({given})" if given else ""
        return f"{self.where}: {self.message}{compared}. {self.action} [{self.code}]"


class FigtrailError(Exception):
    """The work can't go on; carries every `Problem` that stopped it."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))
