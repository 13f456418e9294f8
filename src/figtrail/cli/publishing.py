"""`figtrail publish` and `figtrail validate`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from figtrail.cli.options import Jobs
from figtrail.cli.printing import print_table

if TYPE_CHECKING:
    from rich.progress import TaskID

    from figtrail.pipeline import Progress, Summary
    from figtrail.publication import Check


class ReportFormat(StrEnum):
    """How a report is printed."""

    text = "text"
    json = "json"
    junit = "junit"
    sarif = "sarif"
    github = "github"


class FailOn(StrEnum):
    """Verdicts of checks that can be made failures."""

    inconsistent = "inconsistent"
    differs = "differs"


def publish(
    seeds: Annotated[
        Path,
        typer.Argument(help="Folder of .txt and .md articles.", metavar="SEEDS"),
    ] = Path("seeds"),
    out: Annotated[
        Path, typer.Option(help="Folder of the package; an older package there is replaced.")
    ] = Path("datapackage"),
    recipe: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            dir_okay=False,
            help="The recipe; by default build/recipe.toml beside SEEDS, where there is one.",
        ),
    ] = None,
    jobs: Jobs = 1,
) -> None:
    """Publish a folder of articles.

    What comes out is a Data Package, validated before it takes the place of an older one; where
    anything fails, the older one stays. Open its index.html to look at it.

    A bare folder of articles is enough: sources.csv in it and a recipe add what is known of them.

    \b
    Examples:
      figtrail publish
      figtrail publish articles --out package
      figtrail publish seeds --recipe build/recipe.toml
      figtrail publish archive --jobs 0
    """
    from figtrail import pipeline

    if not seeds.is_dir():
        said = "is no folder" if seeds.exists() else "does not exist"
        mend = "name the folder of your articles, or start a publication with figtrail init"
        raise typer.BadParameter(f"{seeds} {said}; {mend}", param_hint="SEEDS")
    with _show_progress() as progress:
        summary = pipeline.publish(seeds, out, recipe, progress, jobs)
    _print_summary(summary)


def validate(
    package: Annotated[
        Path, typer.Argument(help="Folder of the package.", metavar="PACKAGE")
    ] = Path("datapackage"),
    seeds: Annotated[
        Path | None,
        typer.Option(
            exists=True, file_okay=False, help="Folder of the articles; by default beside PACKAGE."
        ),
    ] = None,
    require_sources: Annotated[
        bool, typer.Option("--require-sources", help="Fail where an article is not at hand.")
    ] = False,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Publish again and compare every byte.")
    ] = False,
    recipe: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            dir_okay=False,
            help="The recipe to rebuild with; by default build/recipe.toml beside the articles.",
        ),
    ] = None,
    fail_on: Annotated[
        list[FailOn] | None,
        typer.Option(help="Fail where a check has this verdict; may be given twice."),
    ] = None,
    report_format: Annotated[
        ReportFormat, typer.Option("--format", help="For people, for programs, or for a CI.")
    ] = ReportFormat.text,
    jobs: Jobs = 1,
) -> None:
    """Prove a package, from descriptor to quote.

    It reads the package back: descriptor, every row of CSV and Parquet, keys, hashes, and where
    the articles are at hand every quote; else it says how much could not be verified.

    Each problem names its place, what was found and expected, and what to do. Exits with 1 where
    there is any. A verdict of a check (inconsistent: an article contradicts itself; differs: it
    contradicts another one or an official value) is a problem only with --fail-on.

    \b
    Examples:
      figtrail validate
      figtrail validate downloaded/package --format json
      figtrail validate --require-sources --rebuild --fail-on inconsistent
      figtrail validate --format github
      figtrail validate archive-package --jobs 0
    """
    from figtrail import pipeline, validation

    report = pipeline.validate(
        package,
        seeds=seeds,
        require_sources=require_sources,
        rebuild=rebuild,
        recipe=recipe,
        fail_on=frozenset(verdict.value for verdict in fail_on or ()),
        jobs=jobs,
    )
    writers = {
        ReportFormat.text: validation.format_report,
        ReportFormat.json: validation.report_to_json,
        ReportFormat.junit: validation.report_to_junit,
        ReportFormat.sarif: validation.report_to_sarif,
        ReportFormat.github: validation.report_to_github,
    }
    typer.echo(writers[report_format](report))
    raise typer.Exit(0 if report.ok else 1)


@contextmanager
def _show_progress() -> Iterator[Progress | None]:
    """A progress bar on a terminal, nothing anywhere else."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def advance(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=total)
            bar.update(tasks[what], completed=done)

        yield advance


def _print_summary(summary: Summary) -> None:
    count = summary.figure_count
    kinds = ", ".join(f"{number:,} {kind}" for kind, number in summary.figures.items())
    verdicts = ", ".join(f"{number:,} {verdict}" for verdict, number in summary.checks.items())
    rows = [
        ("articles", f"{summary.articles:,}"),
        ("figures", f"{count:,}" + (f": {kinds}" if kinds else "")),
        ("measures", _count_coded(summary.measures_coded, count)),
        ("places", _count_coded(summary.places_coded, count)),
        ("relations", f"{summary.relations:,}"),
        ("checks", f"{sum(summary.checks.values()):,}" + (f": {verdicts}" if verdicts else "")),
        *(("inconsistent", _tell_check(check)) for check in summary.inconsistent),
        *(("differs", _tell_check(check)) for check in summary.differing),
        ("corrections", f"{summary.corrections:,}"),
        ("problems", "0"),
        ("time", f"{summary.seconds:.1f} s"),
    ]
    print_table(("published", str(summary.out)), rows)


def _count_coded(coded: int, count: int) -> str:
    return f"{coded:,} coded, {count - coded:,} uncoded"


def _tell_check(check: Check) -> str:
    """A check on one line, with the figure that `figtrail show` explains it by."""
    roles = {part.role: part.figure_id for part in reversed(check.figures)}
    figure_id = roles.get("stated") or roles.get("compared") or check.figures[0].figure_id
    return f"{' '.join(check.explanation.split())} ({figure_id})"
