"""figtrail turns articles into open data: every figure they state, with a trail to the sentence.

`extract` reads one text; `publish` turns a folder of articles into a Data Package; `validate`
proves a package; `load` opens one as DataFrames.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from figtrail.model import FigtrailError, Figure, Problem

# The heavy libraries are imported where they are used: reading a text needs none of them.
if TYPE_CHECKING:
    from figtrail.loading import Package
    from figtrail.pipeline import Summary
    from figtrail.validation import Report

__all__ = ["FigtrailError", "Figure", "Problem", "extract", "load", "publish", "validate"]


def extract(
    text: str,
    published: str | None = None,
    place: str | None = None,
    nation: str | None = None,
) -> list[Figure]:
    """Every figure that the text states, in the order of the text.

    Args:
        text: One article; offsets count its code points from 0.
        published: Its date in EDTF (2019-02-20, 2018-03~, [2019-02-20..2019-02-28]).
        place: Its own place, which its figures are about unless they name another.
        nation: What "nationally" means in it.

    Raises:
        ValueError: where `published` is no EDTF date.

    """
    from figtrail.extraction import extract_figures
    from figtrail.reading import make_document

    document = make_document(text, published=published, place=place, nation=nation)
    return list(extract_figures(document).figures)


def publish(
    seeds: Path | str = "seeds",
    out: Path | str = "datapackage",
    recipe: Path | str | None = None,
    jobs: int = 1,
) -> Summary:
    """Publish a folder of articles as a validated Data Package at `out`.

    Args:
        seeds: The folder of .txt and .md articles, with sources.csv where there is one.
        out: The package's folder; another package of figtrail's is replaced whole.
        recipe: The recipe's TOML file; None takes build/recipe.toml beside `seeds` where there is
            one, else the defaults.
        jobs: How many processes read at once; 0 is one for every core. The package is the same.

    Raises:
        FigtrailError: for what is wrong with the articles, the recipe, or the package that would
            come of them; what stood at `out` is then as it was.

    """
    from figtrail import pipeline

    settings = None if recipe is None else Path(recipe)
    return pipeline.publish(Path(seeds), Path(out), settings, jobs=jobs)


def validate(
    package: Path | str = "datapackage",
    seeds: Path | str | None = None,
    require_sources: bool = False,
    rebuild: bool = False,
    fail_on: Collection[str] = (),
    recipe: Path | str | None = None,
    jobs: int = 1,
) -> Report:
    """Prove a package: its descriptor, rows, keys, hashes, quotes and readings.

    Args:
        package: The package's folder.
        seeds: The folder of its articles; None seeks them beside the package.
        require_sources: Whether articles that are not at hand are a failure.
        rebuild: Whether to publish again, from `seeds` and `recipe`, and compare the bytes.
        fail_on: Verdicts of checks that are failures too, such as `inconsistent`.
        recipe: The recipe to rebuild with; None as in `publish`.
        jobs: How many processes read at once, as in `publish`.

    Raises:
        FigtrailError: where the articles or the recipe can't be used to rebuild. What is wrong
            with the package is in the report.

    """
    from figtrail import pipeline

    return pipeline.validate(
        Path(package),
        seeds=None if seeds is None else Path(seeds),
        require_sources=require_sources,
        rebuild=rebuild,
        fail_on=frozenset(fail_on),
        recipe=None if recipe is None else Path(recipe),
        jobs=jobs,
    )


def load(package: Path | str = "datapackage", labels: bool = False) -> Package:
    """Open a package; each of its tables is a typed DataFrame (`load(…).figures`).

    `labels` adds a column `<column>_label` beside every column of codes. Raises FigtrailError
    where there is no package.
    """
    from figtrail.loading import load as open_package

    return open_package(package, labels=labels)
