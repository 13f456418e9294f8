"""`figtrail init`: a new publication."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def init(
    folder: Annotated[
        Path, typer.Argument(help="A folder that is empty or not there yet.", metavar="DIR")
    ],
) -> None:
    """Start a new publication.

    DIR gets an article to begin with, sources.csv, a recipe that explains each of its keys,
    codelists, corrections, and a GitHub Actions workflow that publishes, validates and puts the
    page on GitHub Pages. A folder that holds anything, but for .git, is left as it is.

    \b
    Examples:
      figtrail init my-figures
      cd my-figures && figtrail publish
    """
    from figtrail.starting import start_publication

    for path in start_publication(folder):
        typer.echo(path)
    typer.echo(f"Next: publish it with figtrail publish, in {folder}.")
