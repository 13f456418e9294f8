"""What a recipe says: a publication's account of itself, its vocabulary and its facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from figtrail.layout import FORMS, OUTPUTS
from figtrail.publication import Correction, Measure, MeasureTerm, Place, ReferenceValue

Quotes = Literal["sentence", "number"]


@dataclass(frozen=True, slots=True)
class Contributor:
    """Who made the publication, as Data Package v2 describes a contributor."""

    title: str
    path: str | None = None
    email: str | None = None
    roles: tuple[str, ...] = ()
    organization: str | None = None


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence of the data, as Data Package v2 describes it."""

    name: str
    path: str | None = None
    title: str | None = None


CC_BY = Licence(
    name="CC-BY-4.0",
    path="https://creativecommons.org/licenses/by/4.0/",
    title="Creative Commons Attribution 4.0 International",
)


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a publication says of itself, and the vocabulary and facts that it is made with.

    `place` is the articles' own place where the manifest names none; `nation` is what
    "nationally" means. `quotes` says how much of an article is published around a figure: its
    `sentence`, or the `number` alone. `places` is the publication's own codelist; `gazetteers`
    holds the places of the user's lists, of which only those in use are published. `outputs` names
    the forms of the tables, and what else is made of them (`figtrail.layout`).
    `correction_lines` tells where each correction stands, by its id.
    """

    name: str = "figures"
    title: str = "Figures stated in news articles"
    description: str = (
        "Every figure that the articles state, each with its source, its place in the text and "
        "the exact words."
    )
    version: str = "1.0.0"
    released: date | None = None
    homepage: str | None = None
    keywords: tuple[str, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    licenses: tuple[Licence, ...] = (CC_BY,)
    place: str | None = None
    nation: str | None = None
    quotes: Quotes = "sentence"
    outputs: tuple[str, ...] = OUTPUTS
    measures: tuple[Measure, ...] = ()
    measure_terms: tuple[MeasureTerm, ...] = ()
    places: tuple[Place, ...] = ()
    gazetteers: tuple[Place, ...] = ()
    reference: tuple[ReferenceValue, ...] = ()
    corrections: tuple[Correction, ...] = ()
    correction_lines: Mapping[str, str] = field(default_factory=dict)

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms of every table among the outputs; keys refer to the first."""
        return tuple(output for output in self.outputs if output in FORMS)
