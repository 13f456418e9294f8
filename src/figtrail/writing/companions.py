"""The files beside the tables: what each tool's people are used to, all of the same tables."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow

from figtrail.layout import CROISSANT, DATABASE, DATASETTE, PROVENANCE, WORKBOOK
from figtrail.recipe import Recipe
from figtrail.writing.croissant import write_croissant
from figtrail.writing.database import write_database
from figtrail.writing.datasette import write_datasette
from figtrail.writing.provenance import write_provenance


def write_companions(
    tables: Mapping[str, pyarrow.Table],
    recipe: Recipe,
    descriptor: Mapping[str, Any],
    folder: Path,
) -> None:
    """Write the files that the recipe's `outputs` ask for.

    `descriptor` describes the tables' own files, which stand in the folder already.
    """
    if {"sqlite", "metadata"} & set(recipe.outputs):
        (folder / "metadata").mkdir()
    if "sqlite" in recipe.outputs:
        write_database(tables, folder / DATABASE)
        write_datasette(recipe, descriptor, folder / DATASETTE)
    if "xlsx" in recipe.outputs:
        # Validation imports this package too, and XlsxWriter takes 0.1 s.
        from figtrail.writing.workbook import write_workbook

        write_workbook(tables, recipe, folder / WORKBOOK)
    if "metadata" in recipe.outputs:
        write_provenance(tables, recipe, descriptor, folder / PROVENANCE)
        write_croissant(tables, descriptor, folder / CROISSANT)
