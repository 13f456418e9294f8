"""`figtrail diff`: what differs between two packages, and why."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class DiffFormat(StrEnum):
    """How a comparison is printed."""

    text = "text"
    json = "json"
    csv = "csv"


def diff(
    old: Annotated[
        Path,
        typer.Argument(
            exists=True, file_okay=False, help="Folder of the older package.", metavar="OLD"
        ),
    ],
    new: Annotated[
        Path,
        typer.Argument(
            exists=True, file_okay=False, help="Folder of the newer package.", metavar="NEW"
        ),
    ],
    diff_format: Annotated[
        DiffFormat, typer.Option("--format", help="How the differences are printed.")
    ] = DiffFormat.text,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 where anything differs.")
    ] = False,
) -> None:
    """Show what differs between two packages, and why.

    Figures are added, removed, moved (only their offsets differ) or changed, each with the columns
    that differ and why: another source, another extractor, a correction, a codelist. Checks and
    relations follow. A package's version, date and maker alone are no difference.

    \b
    Examples:
      figtrail diff released/datapackage datapackage
      figtrail diff released/datapackage datapackage --format csv > changes.csv
      figtrail diff released/datapackage datapackage --exit-code
    """
    from figtrail import comparison as comparing

    for folder, name in ((old, "OLD"), (new, "NEW")):
        if not (folder / "datapackage.json").is_file():
            message = f"{folder} holds no datapackage.json; name the folder of a package"
            raise typer.BadParameter(message, param_hint=name)
    found = comparing.compare_snapshots(comparing.read_snapshot(old), comparing.read_snapshot(new))
    printers = {
        DiffFormat.text: comparing.format_comparison,
        DiffFormat.json: comparing.comparison_to_json,
        DiffFormat.csv: comparing.comparison_to_csv,
    }
    typer.echo(printers[diff_format](found).removesuffix("\n"))
    raise typer.Exit(1 if exit_code and not found.same else 0)
