"""The page itself: the template filled with what the package is, its styles, scripts and data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

import pyarrow

from figtrail.pages import assemble_script, assemble_style, encode_content, fill_template
from figtrail.recipe import Recipe
from figtrail.writing.page.citation import cite_package, write_bibtex
from figtrail.writing.page.content import gather_content
from figtrail.writing.page.dataset import describe_dataset
from figtrail.writing.page.date_phrases import phrase_days, phrase_period

FOLDER = Path(__file__).parent
SCRIPTS = (
    *("content", "elements", "search", "table", "trail", "scales"),
    *("series", "signs", "chart", "charts", "checks", "start"),
)
"""The page's scripts, in the order in which they stand on one another."""

STYLES = ("base", "top", "table", "charts", "lists", "trail", "narrow", "print")
"""The page's styles; a later one may take back what an earlier one says."""

WHOLE = frozenset({"sqlite", "xlsx"})
"""Forms in which one file holds every table."""

FORMS = {"csv": "CSV", "xlsx": "Excel", "parquet": "Parquet", "sqlite": "SQLite"}
"""How a file's form is called, the form that most people open first."""


def render_page(
    tables: Mapping[str, pyarrow.Table],
    recipe: Recipe,
    descriptor: Mapping[str, Any],
    files: Mapping[str, int],
) -> str:
    """index.html of a package: one file that needs no other, and no network.

    `files` are the paths, relative to the page, of what can be downloaded, with the number of their
    bytes. The same arguments give the same text. Sentences are in it as far as the tables hold
    them, the articles never.
    """
    paths = sorted(files)
    parts = {
        "title": escape(recipe.title),
        "description": escape(recipe.description),
        "counts": _list_counts(tables),
        "span": escape(_phrase_span(tables["sources"])),
        "version": escape(_phrase_version(descriptor)),
        "licences": "".join(_list_licences(tables, descriptor)),
        "citation": escape(cite_package(descriptor)),
        "bibtex": escape(write_bibtex(descriptor)),
        "main_files": "".join(_list_main_files(files)),
        "downloads": "".join(_list_downloads(tables, paths)),
        "dataset": encode_content(describe_dataset(tables, descriptor)),
        "content": encode_content(gather_content(tables)),
    }
    style, script = assemble_style(FOLDER, STYLES), assemble_script(FOLDER, SCRIPTS)
    return fill_template(FOLDER, style, script, parts)


def _list_counts(tables: Mapping[str, pyarrow.Table]) -> str:
    figures = tables["figures"]
    facts = len(set(figures["fact"].to_pylist()))
    verdicts = tables["checks"]["verdict"].to_pylist()
    counts = [
        (figures.num_rows, "figure"),
        (facts, "distinct fact"),
        (tables["sources"].num_rows, "article"),
        (sum(verdict != "context" for verdict in verdicts), "check with a verdict"),
        (verdicts.count("inconsistent") + verdicts.count("differs"), "disagreement"),
    ]
    return "".join(
        f"<div><dt>{_make_plural(noun, number)}</dt><dd>{number:,}</dd></div>"
        for number, noun in counts
    )


def _make_plural(noun: str, number: int) -> str:
    if number == 1:
        return noun
    head, space, rest = noun.partition(" with ")
    return f"{head}s{space}{rest}"


def _phrase_span(sources: pyarrow.Table) -> str:
    """Between which days the articles were published, as far as it is known."""
    days = [
        *sources["published_earliest"].drop_null().to_pylist(),
        *sources["published_latest"].drop_null().to_pylist(),
    ]
    if not days:
        return ""
    first, last = min(days), max(days)
    stretch = phrase_days(first, last, "and")
    joint = "between " if " and " in stretch else "in " if first != last else "on "
    return f"Published {joint}{stretch}."


def _phrase_version(descriptor: Mapping[str, Any]) -> str:
    created = str(descriptor.get("created", ""))[:10]
    day = f", {phrase_period(created)}" if created else ""
    return f"Version {descriptor.get('version')}{day}"


def _list_licences(
    tables: Mapping[str, pyarrow.Table], descriptor: Mapping[str, Any]
) -> Iterable[str]:
    for licence in descriptor.get("licenses", ()):
        name = escape(licence.get("title") or licence["name"])
        path = licence.get("path")
        yield f"<li>{_link(path, name)}</li>" if path else f"<li>{name}</li>"
    yield "<li>Quotes and sentences stay their publishers’, and are quoted with their source.</li>"
    named = {licence["name"] for licence in descriptor.get("licenses", ())}
    for licence in sorted(set(tables["reference"]["licence"].to_pylist()) - named):
        yield f"<li>Official statistics: {escape(licence)}</li>"


def _list_main_files(files: Mapping[str, int]) -> Iterable[str]:
    """What most people want: the figures in every form, and the files that hold all tables."""
    suffixes = {path: Path(path).suffix.lstrip(".") for path in sorted(files)}
    wanted = [
        path
        for path, suffix in suffixes.items()
        if suffix in FORMS and (Path(path).stem == "figures" or suffix in WHOLE)
    ]
    for path in sorted(wanted, key=lambda path: list(FORMS).index(suffixes[path])):
        suffix = suffixes[path]
        label = f"{'Everything' if suffix in WHOLE else 'Figures'}, {FORMS[suffix]}"
        size = f" <small>{_phrase_size(files[path])}</small>"
        yield f'<li><a href="{escape(path)}" download>{label}</a>{size}</li>'


def _phrase_size(count: int) -> str:
    """A number of bytes to two digits: '21 kB', '1.4 MB'."""
    for unit, size in (("GB", 1e9), ("MB", 1e6)):
        if count >= size:
            number = count / size
            return f"{number:.1f} {unit}" if number < 10 else f"{number:,.0f} {unit}"
    return f"{max(1, round(count / 1000))} kB"


def _list_downloads(tables: Mapping[str, pyarrow.Table], paths: Sequence[str]) -> Iterable[str]:
    """A row for every table with a link for each of its forms, then what is no table."""
    taken = set()
    for table in tables:
        forms = [path for path in paths if Path(path).stem == table and path.startswith("data/")]
        taken.update(forms)
        links = " ".join(
            _link(path, f'{_name_form(path)}<span class="unseen"> of {table}</span>', download=True)
            for path in forms
        )
        rows = tables[table].num_rows
        yield f"<tr><th scope=row>{table}</th><td>{rows:,}</td><td>{links}</td></tr>"
    for path in paths:
        if path not in taken:
            link = _link(path, escape(path), download=True)
            yield f"<tr><td colspan=3>{link}</td></tr>"


def _name_form(path: str) -> str:
    suffix = Path(path).suffix.lstrip(".")
    return FORMS.get(suffix, suffix.upper())


def _link(address: str, label: str, *, download: bool = False) -> str:
    return f'<a href="{escape(address)}"{" download" if download else ""}>{label}</a>'
