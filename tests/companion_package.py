"""The sample publication with every output, for the tests of what other tools read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow

from figtrail.layout import OUTPUTS
from figtrail.tabulation import tabulate
from figtrail.writing import write_package
from publication import RECIPE, make_parts, with_first_figure

ODD_TEXTS = {
    "measured": "=SUM(A1:A9) café",
    "speaker": "+44 800",
    "speaker_text": "-1",
    "period_text": "@home \x0b _x0041_",
    "sentence": "\tThe number 🙂 \u2028 of <b>442</b> & 'more' \"said\"",
}
"""What spreadsheets take for formulas, and what XML and its writers stumble over."""


def make_tables(**changes: Any) -> dict[str, pyarrow.Table]:  # noqa: ANN401
    """The tables of the whole publication, its first figure with odd texts."""
    odd = {"figures": with_first_figure(**ODD_TEXTS)}
    return tabulate(**make_parts(**{**odd, **changes}))


def write_companions(out: Path) -> Path:
    """Write the publication with every output."""
    recipe = replace(RECIPE, outputs=OUTPUTS, released=date(2026, 1, 31))
    write_package(make_tables(), recipe, out)
    return out
