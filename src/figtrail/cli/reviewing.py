"""`figtrail review`: the figures that most need a person's eye."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class ReviewFormat(StrEnum):
    """How the figures to review are printed."""

    table = "table"
    csv = "csv"


def review(
    folder: Annotated[
        Path | None,
        typer.Argument(
            exists=True,
            file_okay=False,
            help="Folder of a package, or of articles, which are read first.",
            metavar="[SEEDS|PACKAGE]",
            show_default=False,
        ),
    ] = None,
    package: Annotated[
        Path, typer.Option(help="Folder of the package, where none is given.")
    ] = Path("datapackage"),
    limit: Annotated[int, typer.Option(min=1, help="How many figures to list.", metavar="N")] = 20,
    review_format: Annotated[
        ReviewFormat, typer.Option("--format", help="To read, or lines of corrections.csv.")
    ] = ReviewFormat.table,
) -> None:
    """List the figures that most need a person's eye.

    Each has a score, the sum of points for its doubts, which are told in words: a check that found
    something, a period or speaker left unresolved, a noun or period carried from elsewhere, no
    code, a rare rule. Figures that a person has reviewed are left out.

    With --format csv it prints lines for build/corrections.csv: keep those that apply, change
    confirm to reject where there is no figure, fill in corrected, reason, author and date.

    \b
    Examples:
      figtrail review
      figtrail review --limit 5 --package downloaded/package
      figtrail review articles --format csv > lines.csv
    """
    from figtrail.review import format_candidates, rank_figures, write_lines
    from figtrail.snapshots import read_snapshot

    with _open_package(folder or package) as opened:
        snapshot = read_snapshot(opened)
    ranked = rank_figures(snapshot)
    if review_format is ReviewFormat.csv:
        typer.echo(write_lines(ranked[:limit]), nl=False)
        return
    if ranked:
        typer.echo(format_candidates(ranked[:limit]) + "\n")
    seen = sum(figure["review"] != "automatic" for figure in snapshot.rows("figures"))
    total = len(snapshot.tables["figures"].rows)
    typer.echo(
        f"{total:,} figures: {seen:,} reviewed, {len(ranked):,} in doubt, "
        f"{min(limit, len(ranked)):,} listed."
    )


def _open_package(folder: Path) -> AbstractContextManager[Path]:
    """The package in a folder; one that is made for the occasion of a folder of articles."""
    if (folder / "datapackage.json").is_file() or not folder.is_dir():
        return nullcontext(folder)
    from figtrail.pipeline import rebuild_package

    return rebuild_package(folder)
