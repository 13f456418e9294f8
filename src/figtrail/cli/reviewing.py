"""`figtrail review`: the figures that most need a person's eye."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from figtrail.review import Article
    from figtrail.snapshots import Snapshot

STATES = {
    "missing": "Not at hand, so that only their figures are shown",
    "changed": "Changed since they were read, so that nothing of them can be noted",
}
"""What is told of articles whose text the page can't show."""


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
    page: Annotated[
        Path | None,
        typer.Option(
            help="Write a page of the articles to review them on, instead of a list.",
            metavar="FOLDER",
        ),
    ] = None,
    seeds: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            file_okay=False,
            help="Folder of the articles for --page; by default beside the package.",
        ),
    ] = None,
) -> None:
    """List the figures that most need a person's eye, or write a page to review them on.

    Each has a score, the sum of points for its doubts, which are told in words: a check that found
    something, a noun, place or period from another sentence, what is no observation, a speaker left
    unresolved, no code. The points say how often such a doubt was right, of 100 annotated figures;
    what a check found has more, and comes first. Figures that a person has reviewed are left out.

    With --format csv it prints lines for build/corrections.csv: keep those that apply, change
    confirm to reject where there is no figure, fill in corrected, reason, author and date.

    With --page it writes a page with every article in full and every figure marked in it, on which
    corrections are noted and downloaded as such lines. It is for you alone: it holds whole
    articles, and is never published.

    \b
    Examples:
      figtrail review
      figtrail review --limit 5 --package downloaded/package
      figtrail review articles --format csv > lines.csv
      figtrail review --page review
    """
    from figtrail.review import format_candidates, rank_figures, write_lines
    from figtrail.snapshots import read_snapshot

    if page is not None:
        _write_page(folder or package, seeds, page)
        return
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


def _write_page(folder: Path, seeds: Path | None, page: Path) -> None:
    from figtrail.review import gather_articles
    from figtrail.review.page import check_writable, render_page, write_page
    from figtrail.snapshots import read_snapshot

    check_writable(page)
    with _open_package(folder) as opened:
        snapshot = read_snapshot(opened)
        # A package that was made for the occasion has its articles in the folder that was given.
        articles = gather_articles(snapshot, seeds if opened == folder else seeds or folder)
    written = write_page(render_page(snapshot, articles), page)
    _tell_page(written, snapshot, articles)


def _tell_page(written: Path, snapshot: Snapshot, articles: Sequence[Article]) -> None:
    figures = len(snapshot.tables["figures"].rows)
    noun = "article" if len(articles) == 1 else "articles"
    typer.echo(f"{written}: {len(articles):,} {noun}, {figures:,} figures.")
    for state, words in STATES.items():
        ids = [str(item.source["source_id"]) for item in articles if item.state == state]
        if ids:
            shown = ", ".join(ids[:10]) + (", …" if len(ids) > 10 else "")
            typer.echo(f"{words}: {len(ids):,} of {len(articles):,} articles ({shown}).")
    typer.echo("The page holds whole articles: keep it to yourself.")


def _open_package(folder: Path) -> AbstractContextManager[Path]:
    """The package in a folder; one that is made for the occasion of a folder of articles."""
    if (folder / "datapackage.json").is_file() or not folder.is_dir():
        return nullcontext(folder)
    from figtrail.pipeline import rebuild_package

    return rebuild_package(folder)
