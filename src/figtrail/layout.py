"""What files a package can hold: the forms of its tables, and the files for other tools."""

from __future__ import annotations

from dataclasses import dataclass

FORMS = ("csv", "parquet")
"""The forms of a table; a package has every table in each of its forms."""

OUTPUTS = (*FORMS, "sqlite", "xlsx", "metadata")
"""What a recipe's `outputs` can name."""

DATABASE = "data/figtrail.sqlite"
WORKBOOK = "data/figtrail.xlsx"
DATASETTE = "metadata/datasette.json"
PROVENANCE = "metadata/provenance.jsonld"
CROISSANT = "metadata/croissant.json"


@dataclass(frozen=True, slots=True)
class Companion:
    """A file that says what the tables say, made for one sort of tool; `output` asks for it."""

    path: str
    output: str
    title: str
    description: str
    media_type: str


COMPANIONS = (
    Companion(
        DATABASE,
        "sqlite",
        "SQLite database",
        "All tables with their keys, indexes, a full-text index over the sentences and what is "
        "measured, and views for the usual questions.",
        "application/vnd.sqlite3",
    ),
    Companion(
        WORKBOOK,
        "xlsx",
        "Excel workbook",
        "A sheet a table, cells typed; text is text, whatever it begins with.",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    Companion(
        DATASETTE,
        "sqlite",
        "Datasette metadata",
        "Titles and descriptions of the database's tables, views and columns, for Datasette.",
        "application/json",
    ),
    Companion(
        PROVENANCE,
        "metadata",
        "Provenance",
        "PROV-O of the run, its sources and corrections; a W3C Web Annotation for every figure.",
        "application/ld+json",
    ),
    Companion(
        CROISSANT,
        "metadata",
        "Croissant",
        "The tables as record sets, for machine-learning tools (Croissant 1.0).",
        "application/ld+json",
    ),
)
"""Every such file, in the order in which the descriptor lists them."""
