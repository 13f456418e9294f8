"""A small publication made by hand: what the writing, loading and validating of it is tested on."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from figtrail.identifiers import derive_id, identify_figures
from figtrail.model import Document, Figure, Relation, Span
from figtrail.publication import Check, CheckFigure, Correction, Measure, Place, ReferenceValue
from figtrail.recipe import Contributor, Recipe

CARE = (
    "The number of looked-after children rose from 442 to 472 during 2018-19.\n\n"
    'The council said: "Half of the 17-19 case workers, more than £5.50m a year, ""left""."\r\n'
    "=SUM(A1) Three out of four homes were damp, and 472 children again."
)
BLAST = "A second article, with no figure in it, but café and 🙂."


def make_document(source_id: str, text: str, **facts: Any) -> Document:  # noqa: ANN401
    """An article as it is read from a file below seeds/."""
    raw = text.encode("utf-8")
    known = {
        "path": f"seeds/{source_id}.txt",
        "sha256": hashlib.sha256(raw).hexdigest(),
        "bytes": len(raw),
        "media_type": "text/plain",
    }
    return Document(source_id=source_id, text=text, **{**known, **facts})


def make_figure(document: Document, quote: str, nth: int = 0, **columns: Any) -> Figure:  # noqa: ANN401
    """The figure at the nth occurrence of the quote; its value is read from plain digits."""
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(quote, start + 1)
    end = start + len(quote)
    sentence_start = document.text.rfind("\n", 0, start) + 1
    sentence = document.text[sentence_start:].partition("\n")[0]
    plain = quote.replace(",", "")
    value = Decimal(plain) if plain.replace(".", "").isdigit() else None
    (figure_id,) = identify_figures(document.source_id, document.text, [Span(start, end)])
    defaults: dict[str, Any] = {
        "figure_id": figure_id,
        "source_id": document.source_id,
        "char_start": start,
        "char_end": end,
        "quote": quote,
        "value": value,
        "low": value,
        "high": value,
        "bound": "exact",
        "kind": "count",
        "unit": "person",
        "per": None,
        "per_quantity": None,
        "out_of": None,
        "change": None,
        "measured": None,
        "place_text": "St Helens",
        "period": None,
        "period_text": None,
        "period_basis": None,
        "status": "observed",
        "speaker": None,
        "speaker_text": None,
        "quoted": False,
        "sentence": sentence,
        "sentence_start": sentence_start,
        "rule": "digits",
    }
    return Figure(**{**defaults, **columns})


DOCUMENTS = (
    make_document(
        "a-care",
        CARE,
        title="Care, in figures",
        publisher="St Helens Reporter",
        url="https://news.example/care?id=1&x=2",
        published="[2019-06-17..2019-06-23]",
        published_earliest=date(2019, 6, 17),
        published_latest=date(2019, 6, 23),
        published_basis="inferred",
        place="St Helens",
    ),
    make_document("b-blast", BLAST),
)


def _make_figures() -> tuple[Figure, ...]:
    care = DOCUMENTS[0]
    children = {"measured": "looked-after children", "measure": "cla", "place": "E08000013"}
    dated = {"period_text": "during 2018-19", "period_basis": "stated"}
    return (
        make_figure(care, "442", **children, **dated, period="2018-04-01"),
        make_figure(care, "472", **children, **dated, period="2019-03-31"),
        make_figure(
            care,
            "17-19",
            low=Decimal(17),
            high=Decimal(19),
            bound="range",
            unit="case_worker",
            quoted=True,
            speaker="the council",
        ),
        make_figure(
            care,
            "£5.50m",
            value=Decimal("5.50E+6"),
            low=Decimal("5.50E+6"),
            high=None,
            bound="over",
            kind="money",
            unit="GBP",
            per="year",
            period="2018-04-01/2019-03-31",
            period_basis="document",
        ),
        make_figure(care, "Three", value=Decimal(3), out_of=Decimal(7), kind="ratio", unit="home"),
        make_figure(care, "472", 1, **children, review="confirmed", place_text=None),
    )


FIGURES = _make_figures()
RISE = (FIGURES[0].figure_id, FIGURES[1].figure_id)
RELATIONS = (
    Relation(derive_id("r", "changes_from", RISE[1], RISE[0]), "changes_from", RISE[1], RISE[0]),
    Relation(
        derive_id("r", "restates", FIGURES[5].figure_id, RISE[1]),
        "restates",
        FIGURES[5].figure_id,
        RISE[1],
    ),
)
REFERENCE = ReferenceValue(
    "s-cla-2019",
    "cla",
    "E08000013",
    "2019-03-31",
    Decimal(466),
    "person",
    "Department for Education",
    "cla_number_and_rate_per_10k_children",
    "https://statistics.example/cla",
    "OGL-UK-3.0",
    "revised, April 2026",
)
CHECKS = (
    Check(
        derive_id("c", "difference", *RISE),
        "difference",
        "context",
        None,
        Decimal(30),
        None,
        "472 is 30 more than 442",
        (CheckFigure(RISE[1], "to"), CheckFigure(RISE[0], "from")),
    ),
    Check(
        derive_id("c", "reference", RISE[1], "s-cla-2019"),
        "reference",
        "differs",
        Decimal(472),
        Decimal(466),
        "s-cla-2019",
        "472 stated, 466 in the official series",
        (CheckFigure(RISE[1], "compared"),),
    ),
)
CORRECTIONS = (
    Correction(
        "k-1",
        "confirm",
        "a-care",
        FIGURES[5].char_start,
        FIGURES[5].char_end,
        "472",
        None,
        None,
        None,
        "read again",
        "A. Reader",
        date(2026, 1, 31),
    ),
)
RECIPE = Recipe(
    name="care-figures",
    title="Figures on care",
    description="What the articles state.",
    version="1.2.3",
    released=date(2026, 1, 31),
    homepage="https://figures.example/",
    contributors=(Contributor(title="A. Reader", roles=("author",)),),
    measures=(
        Measure("cla", "Children looked after", kind="count", unit="person", official=True),
        Measure("cla_rate", "Rate", unit="person", per="person", per_quantity=Decimal(10000)),
    ),
    places=(
        Place("E92000001", "England", ("Eng",), gss="E92000001"),
        Place(
            "E08000013",
            "St. Helens",
            ("St Helens", "the borough"),
            gss="E08000013",
            iso_3166="GB-SHN",
            parent="E92000001",
        ),
    ),
    reference=(REFERENCE,),
)


def make_parts(**changes: Any) -> dict[str, Any]:  # noqa: ANN401
    """The arguments of `tabulate` for the whole publication, some of them changed."""
    parts: dict[str, Any] = {
        "documents": DOCUMENTS,
        "figures": FIGURES,
        "relations": RELATIONS,
        "checks": CHECKS,
        "corrections": CORRECTIONS,
        "recipe": RECIPE,
    }
    return {**parts, **changes}


def with_first_figure(**columns: Any) -> tuple[Figure, ...]:  # noqa: ANN401
    """The figures, the first with other columns."""
    return (replace(FIGURES[0], **columns), *FIGURES[1:])
