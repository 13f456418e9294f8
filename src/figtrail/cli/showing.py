"""`figtrail show` and `figtrail evaluate`: looking at figures, one or all."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from figtrail.cli.explaining import explain_checks, explain_corrections, wrap_lines
from figtrail.cli.printing import print_table
from figtrail.model import FigtrailError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from figtrail.loading import Package

SENTENCE_COLUMNS = ("sentence", "sentence_start")


def show(
    figure_id: Annotated[
        str,
        typer.Argument(help="The figure's id, as in the column figure_id.", metavar="FIGURE_ID"),
    ],
    package: Annotated[Path, typer.Option(help="Folder of the package.")] = Path("datapackage"),
) -> None:
    """Show one figure and its trail.

    That is its sentence, its article, every column, its relations, its checks with their formula
    in words, and what people corrected in it.

    \b
    Examples:
      figtrail show f-abcdefghij234567
      figtrail show f-abcdefghij234567 --package downloaded/package
    """
    from figtrail.loading import load

    opened = load(package, labels=True)
    figures = opened.figures
    found = figures[figures["figure_id"] == figure_id]
    if found.empty:
        action = "Take one from the column figure_id of data/figures.csv, or from figtrail review."
        problem = Problem("figure-unknown", str(package), f"no figure {figure_id}", action)
        raise FigtrailError([problem])
    figure = _blank(found.iloc[0].to_dict())
    print(_mark(figure) if sys.stdout.isatty() else "\n".join(wrap_lines(_mark(figure), "")))
    print()
    sources = opened.sources
    source = sources[sources["source_id"] == figure["source_id"]].iloc[0].to_dict()
    _print_section("article", _blank(source))
    columns = {name: cell for name, cell in figure.items() if name not in SENTENCE_COLUMNS}
    _print_section("figure", columns)
    _print_relations(opened, figure_id)
    for line in (*explain_checks(opened, figure_id), *explain_corrections(opened, figure)):
        print(line)


def evaluate(
    gold: Annotated[
        list[Path],
        typer.Argument(
            exists=True, dir_okay=False, help="Gold annotations, JSON lines.", metavar="GOLD…"
        ),
    ],
    errors: Annotated[
        int, typer.Option(min=0, help="Examples to print of each kind of error.", metavar="N")
    ] = 0,
) -> None:
    """Judge the extractor against gold.

    Gold is text that a person has annotated. Each line of GOLD is a JSON object {"id", "text",
    "published"?, "place"?, "nation"?, "figures"}; each figure has char_start, char_end, quote and
    the columns to judge. Printed are precision, recall, F1, and the share of every column that is
    right.

    \b
    Examples:
      figtrail evaluate tests/golden/development-a.jsonl
      figtrail evaluate gold/*.jsonl --errors 5
    """
    from figtrail.evaluation import evaluate as judge
    from figtrail.evaluation import format_evaluation, read_gold
    from figtrail.extraction import extract_figures

    result = judge(read_gold(gold), lambda document: extract_figures(document).figures)
    typer.echo(format_evaluation(result, errors))


def _blank(row: Mapping[Any, Any]) -> dict[str, Any]:
    """The row with None for every missing value of pandas."""
    import pandas

    return {str(name): None if pandas.isna(cell) else cell for name, cell in row.items()}


def _mark(figure: Mapping[str, Any]) -> str:
    """The sentence with the figure in brackets, in bold on a terminal; the quote alone without."""
    quote, sentence = figure["quote"], figure.get("sentence")
    left, right = ("\x1b[1m[", "]\x1b[0m") if sys.stdout.isatty() else ("[", "]")
    if sentence is None:
        return f"{left}{quote}{right}"
    start = int(figure["char_start"]) - int(figure["sentence_start"])
    end = start + len(quote)
    return f"{sentence[:start]}{left}{sentence[start:end]}{right}{sentence[end:]}"


def _print_section(title: str, cells: Mapping[str, Any]) -> None:
    print_table((title, ""), [(name, _format(cell)) for name, cell in cells.items()])
    print()


def _format(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.10f}".rstrip("0").rstrip(".") if cell != int(cell) else f"{cell:.0f}"
    return str(cell).removesuffix(" 00:00:00")


def _print_relations(opened: Package, figure_id: str) -> None:
    quotes = opened.figures.set_index("figure_id")["quote"].to_dict()
    relations = opened.relations
    rows = [
        (relation["kind"], relation["figure_id"], relation["other_figure_id"])
        for relation in relations.to_dict("records")
        if figure_id in (relation["figure_id"], relation["other_figure_id"])
    ]
    if rows:
        told = [
            (f"{quotes[one]} {kind} {quotes[other]}", other if one == figure_id else one)
            for kind, one, other in rows
        ]
        print_table(("relation", "with"), told)
        print()
