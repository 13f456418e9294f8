"""A user's own list of places: any CSV file whose columns the recipe, or their names, explain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from figtrail.codelists import split_cell
from figtrail.csvrows import Row, read_rows
from figtrail.model import FigtrailError, Problem
from figtrail.publication import Place

COLUMN_NAMES: Mapping[str, tuple[str, ...]] = {
    "label": ("nice-name", "label", "name", "title"),
    "names": ("alt-names", "alt_names", "names", "other_names", "aliases"),
    "official": ("official-name", "official_name"),
    "gss": ("gss-code", "gss", "gss_code"),
    "iso_3166": ("iso_3166", "iso_3166_2", "iso3166", "iso"),
    "code": ("code", "local-authority-code", "id"),
    "current": ("current-authority", "current"),
}
"""Property of a place → the column names by which gazetteers call it, the likeliest first."""


def read_gazetteer(path: Path, columns: Mapping[str, str]) -> tuple[Place, ...]:
    """The places of a gazetteer file, each code once.

    Those that exist today come first; one that is gone is left out where a name of today's is
    the same, so that the name means one place.

    `columns` maps a property (label, names, official, gss, iso_3166, code, current) to the file's
    column; a property that it leaves out is looked for under the names that gazetteers use. A
    place's code is its GSS code, else its own code; a row with neither, or without a name, is no
    place that a figure could be tied to and is passed over. The `names` cell parts its names with
    `|`, else with commas.
    """
    rows = list(read_rows(path))
    header = tuple(rows[0].cells) if rows else ()
    found = _find_columns(path, header, columns)
    past: list[Place] = []
    present: list[Place] = []
    for row, place in _make_places(rows, found):
        gone = (_cell(row, found, "current") or "true").lower() in ("false", "no", "0")
        (past if gone else present).append(place)
    names = {name.casefold() for place in present for name in (place.label, *place.names)}
    places: dict[str, Place] = {}
    for place in present + [place for place in past if place.label.casefold() not in names]:
        places.setdefault(place.code, place)
    return tuple(places.values())


def _find_columns(path: Path, header: Sequence[str], columns: Mapping[str, str]) -> dict[str, str]:
    problems = [
        Problem("column-missing", f"{path}, line 1", f"no column {name!r}", "Mend the recipe.")
        for name in columns.values()
        if name not in header
    ]
    found = dict(columns)
    for property_name, candidates in COLUMN_NAMES.items():
        for candidate in candidates:
            if property_name not in found and candidate in header:
                found[property_name] = candidate
    if header and "label" not in found:
        problems.append(_unexplained(path, "label"))
    if header and not found.keys() & {"gss", "code"}:
        problems.append(_unexplained(path, "gss or code"))
    if problems:
        raise FigtrailError(problems)
    return found


def _unexplained(path: Path, needed: str) -> Problem:
    message = f"no column is known to hold the places' {needed}"
    action = f"Name the column in the recipe's [[gazetteers]] table as {needed}."
    return Problem("gazetteer-columns", f"{path}, line 1", message, action)


def _make_places(rows: Sequence[Row], found: Mapping[str, str]) -> Iterator[tuple[Row, Place]]:
    for row in rows:
        label = _cell(row, found, "label")
        gss = _cell(row, found, "gss")
        code = gss or _cell(row, found, "code")
        if label is None or code is None:
            continue
        listed = _cell(row, found, "names") or ""
        names = [_cell(row, found, "official"), *split_cell(listed, "|" if "|" in listed else ",")]
        others = tuple(dict.fromkeys(name for name in names if name and name != label))
        iso_3166 = _cell(row, found, "iso_3166")
        yield row, Place(code=code, label=label, names=others, gss=gss, iso_3166=iso_3166)


def _cell(row: Row, found: Mapping[str, str], property_name: str) -> str | None:
    column = found.get(property_name)
    return None if column is None else row.get(column)
