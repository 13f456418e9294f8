"""The nouns of a publication: its codes, its checks, its corrections, its official statistics.

They are made as those of `model` are, which every article needs; a publication alone needs these.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from figtrail.model import Kind

CheckKind = Literal[
    "percent_change",
    "difference",
    "rate",
    "share",
    "sum",
    "conversion",
    "restatement",
    "series",
    "reference",
]
Verdict = Literal["consistent", "inconsistent", "differs", "context"]
Role = Literal["stated", "from", "to", "part", "whole", "count", "base", "compared"]
CorrectionAction = Literal["confirm", "correct", "reject", "add"]


@dataclass(frozen=True, slots=True)
class CheckFigure:
    """One figure's part in a check."""

    figure_id: str
    role: Role


@dataclass(frozen=True, slots=True)
class Check:
    """A verdict on figures: their arithmetic, their agreement, or a comparison with statistics.

    `stated` is what the text says, `computed` what the other figures give (unrounded), both in the
    unit of the figure that is checked.
    """

    check_id: str
    kind: CheckKind
    verdict: Verdict
    stated: Decimal | None
    computed: Decimal | None
    reference_id: str | None
    explanation: str
    figures: tuple[CheckFigure, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """One reviewed change to what was extracted; `expected` guards the value it replaces."""

    correction_id: str
    action: CorrectionAction
    source_id: str
    char_start: int
    char_end: int
    quote: str
    field: str | None
    expected: str | None
    corrected: str | None
    reason: str
    author: str
    date: date


@dataclass(frozen=True, slots=True)
class Measure:
    """A code of the measures codelist and what the official statistics call it."""

    code: str
    label: str
    description: str | None = None
    kind: Kind | None = None
    unit: str | None = None
    per: str | None = None
    per_quantity: Decimal | None = None
    stock_or_flow: Literal["stock", "flow"] | None = None
    reference_day: str | None = None
    dataset: str | None = None
    dataset_column: str | None = None
    url: str | None = None
    official: bool = False


@dataclass(frozen=True, slots=True)
class MeasureTerm:
    """A phrase that names a measure, and the kinds and units for which it does (empty: any).

    Without a measure it keeps its words from what a shorter phrase names.
    """

    phrase: str
    measure: str | None
    kinds: frozenset[str]
    units: frozenset[str]


@dataclass(frozen=True, slots=True)
class Place:
    """A code of the places codelist, its names, and its codes elsewhere."""

    code: str
    label: str
    names: tuple[str, ...] = ()
    description: str | None = None
    gss: str | None = None
    iso_3166: str | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit code and what UCUM, QUDT and ISO 4217 call it."""

    code: str
    label: str
    description: str | None = None
    kind: Kind | None = None
    ucum: str | None = None
    qudt: str | None = None
    iso_4217: str | None = None


@dataclass(frozen=True, slots=True)
class ReferenceValue:
    """One official statistic."""

    reference_id: str
    measure: str
    place: str
    period: str
    value: Decimal
    unit: str
    publisher: str
    dataset: str
    url: str | None
    licence: str
    vintage: str | None
