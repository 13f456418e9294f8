"""The one place that knows the order of the stages, from reading to proving."""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow

from figtrail.checking import Grounds, check_figures, relate_articles
from figtrail.coding import code_figures
from figtrail.corrections import apply_corrections, correct_codes, group_corrections
from figtrail.extraction import extract_figures
from figtrail.extraction.sentences import paragraph_bounds, split_sentences
from figtrail.model import Document, FigtrailError, Figure, Problem, Relation, Sentence
from figtrail.paths import is_there
from figtrail.plain import Plain, trim
from figtrail.publication import Check
from figtrail.reading import read_documents
from figtrail.recipe import Recipe, load_recipe
from figtrail.tabulation import tabulate
from figtrail.validation import Report, validate_package
from figtrail.workers import map_in_order
from figtrail.writing import heal_package, write_package

RECIPE = Path("build") / "recipe.toml"

Progress = Callable[[str, int, int], None]
"""Told what is done, how many of it are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What was published: counts to read at a glance, and every check that found a contradiction.

    `figures` counts by kind; `checks` counts by verdict. `measures_coded` and `places_coded` count
    the figures that have the code; the rest of the figures keep their words alone.
    """

    out: Path
    articles: int
    figures: Mapping[str, int]
    measures_coded: int
    places_coded: int
    relations: int
    corrections: int
    checks: Mapping[str, int]
    inconsistent: tuple[Check, ...]
    differing: tuple[Check, ...]
    seconds: float

    @property
    def figure_count(self) -> int:
        """All figures, of every kind."""
        return sum(self.figures.values())


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in the articles, coded and checked, before it becomes tables."""

    documents: tuple[Document, ...]
    figures: tuple[Figure, ...]
    relations: tuple[Relation, ...]
    checks: tuple[Check, ...]


def publish(
    seeds: Path,
    out: Path,
    recipe: Path | None = None,
    progress: Progress | None = None,
    jobs: int = 1,
) -> Summary:
    """Publish the articles below `seeds` as a package at `out`, proved before it is swapped in.

    `recipe` None takes build/recipe.toml beside `seeds`, where there is one. `jobs` processes read
    at once (0: one for every core). Raises FigtrailError for whatever stands in the way; what was
    at `out` is then as it was.
    """
    started = time.perf_counter()
    heal_package(out)
    settings = load_recipe(recipe or find_recipe(seeds))
    findings = gather_findings(seeds, settings, progress, jobs)
    tables = _tabulate(findings, settings)
    write_package(tables, settings, out, before_swap=lambda written: _prove(written, seeds, jobs))
    return _summarise(findings, settings, out, time.perf_counter() - started)


def validate(
    package: Path,
    *,
    seeds: Path | None = None,
    require_sources: bool = False,
    rebuild: bool = False,
    fail_on: frozenset[str] = frozenset(),
    recipe: Path | None = None,
    jobs: int = 1,
) -> Report:
    """Prove a package; with `rebuild`, also that publishing again gives the same bytes.

    To rebuild, the articles are those at `seeds`, else seeds/ beside the package. `jobs` processes
    read at once (0: one for every core).
    """
    heal_package(package)
    articles = seeds or package.resolve().parent / "seeds"
    with rebuild_package(articles, recipe, jobs) if rebuild else nullcontext() as rebuilt:
        return validate_package(
            package,
            seeds=seeds,
            require_sources=require_sources,
            rebuilt=rebuilt,
            fail_on=fail_on,
            jobs=jobs,
        )


@contextmanager
def rebuild_package(seeds: Path, recipe: Path | None = None, jobs: int = 1) -> Iterator[Path]:
    """Publish to a temporary folder, which is gone afterwards; nothing is proved on the way."""
    settings = load_recipe(recipe or find_recipe(seeds))
    tables = _tabulate(gather_findings(seeds, settings, jobs=jobs), settings)
    with tempfile.TemporaryDirectory(prefix="figtrail-") as folder:
        package = Path(folder) / "datapackage"
        write_package(tables, settings, package)
        yield package


def find_recipe(seeds: Path) -> Path | None:
    """The recipe that lies beside a seeds folder, None where there is none."""
    recipe = seeds.resolve().parent / RECIPE
    return recipe if is_there(recipe) else None


def gather_findings(
    seeds: Path, recipe: Recipe, progress: Progress | None = None, jobs: int = 1
) -> Findings:
    """Read, extract, correct, code and check every article below `seeds`."""
    documents = tuple(read_documents(seeds, recipe))
    lines = recipe.correction_lines
    ids = [document.source_id for document in documents]
    corrections = group_corrections(recipe.corrections, ids, lines)
    figures: list[Figure] = []
    relations: list[Relation] = []
    problems: list[Problem] = []
    pairs = ((document, document) for document in documents)
    with closing(map_in_order(extract_figures, pairs, jobs, _name_document)) as extractions:
        for done, (document, extraction) in enumerate(extractions, start=1):
            try:
                own = corrections.get(document.source_id, ())
                extraction = apply_corrections(document, extraction, own, lines, find_sentence)
            except FigtrailError as error:
                problems += error.problems
            figures += extraction.figures
            relations += extraction.relations
            if progress:
                progress("articles", done, len(documents))
    if problems:
        raise FigtrailError(problems)
    coded = correct_codes(code_figures(figures, recipe, documents), recipe)
    grounds = _find_grounds(documents, recipe)
    relations += relate_articles(coded, relations, grounds)
    checks = check_figures(_hide_sentences(coded, recipe), relations, grounds)
    return Findings(documents, coded, tuple(relations), checks)


def find_sentence(text: str, position: int) -> Sentence:
    """The sentence or the row of a table that holds a position, as articles are read."""
    plain = Plain(text)
    for row in (row for table in plain.tables for row in table.rows):
        if row.start <= position < row.stop and row.shows:
            return Sentence(row.start, row.stop, text[row.start : row.stop])
    at = plain.locate(position)
    start, end = paragraph_bounds(plain.text, at)
    for sentence in split_sentences(plain.text, start, end):
        if sentence.start <= at < sentence.end:
            start, end = sentence.start, sentence.end
            break
    start, end = trim(text, *plain.stretch(start, end))
    return Sentence(start, end, text[start:end])


def _name_document(document: Document) -> str:
    return document.path or document.source_id


def _find_grounds(documents: Iterable[Document], recipe: Recipe) -> Grounds:
    return Grounds(
        measures={measure.code: measure for measure in recipe.measures},
        references=recipe.reference,
        published={
            document.source_id: (document.published_earliest, document.published_latest)
            for document in documents
        },
    )


def _hide_sentences(figures: Iterable[Figure], recipe: Recipe) -> tuple[Figure, ...]:
    """The figures as they are published: a check must come out the same from the tables."""
    if recipe.quotes != "number":
        return tuple(figures)
    return tuple(replace(figure, sentence=None) for figure in figures)  # type: ignore[arg-type]


def _tabulate(findings: Findings, recipe: Recipe) -> dict[str, pyarrow.Table]:
    return tabulate(
        findings.documents,
        findings.figures,
        findings.relations,
        findings.checks,
        recipe.corrections,
        recipe,
    )


def _prove(package: Path, seeds: Path, jobs: int) -> None:
    report = validate_package(package, seeds=seeds, require_sources=True, jobs=jobs)
    if not report.ok:
        raise FigtrailError(list(report.problems))


def _summarise(findings: Findings, recipe: Recipe, out: Path, seconds: float) -> Summary:
    figures, checks = findings.figures, findings.checks
    return Summary(
        out=out,
        articles=len(findings.documents),
        figures=dict(sorted(Counter(figure.kind for figure in figures).items())),
        measures_coded=sum(figure.measure is not None for figure in figures),
        places_coded=sum(figure.place is not None for figure in figures),
        relations=len(findings.relations),
        corrections=len(recipe.corrections),
        checks=dict(sorted(Counter(check.verdict for check in checks).items())),
        inconsistent=tuple(check for check in checks if check.verdict == "inconsistent"),
        differing=tuple(check for check in checks if check.verdict == "differs"),
        seconds=seconds,
    )
