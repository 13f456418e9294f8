"""build/: how a publication is made, checked as it is loaded; everything has a default."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

from figtrail.codelists import (
    find_iso_place,
    read_corrections,
    read_measure_terms,
    read_measures,
    read_places,
    read_reference,
)
from figtrail.csvrows import decode_utf8
from figtrail.gazetteers import COLUMN_NAMES, read_gazetteer
from figtrail.layout import FORMS, OUTPUTS
from figtrail.model import (
    Correction,
    FigtrailError,
    Measure,
    MeasureTerm,
    Place,
    Problem,
    ReferenceValue,
)

Quotes = Literal["sentence", "number"]


@dataclass(frozen=True, slots=True)
class Contributor:
    """Who made the publication, as Data Package v2 describes a contributor."""

    title: str
    path: str | None = None
    email: str | None = None
    roles: tuple[str, ...] = ()
    organization: str | None = None


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence of the data, as Data Package v2 describes it."""

    name: str
    path: str | None = None
    title: str | None = None


CC_BY = Licence(
    name="CC-BY-4.0",
    path="https://creativecommons.org/licenses/by/4.0/",
    title="Creative Commons Attribution 4.0 International",
)


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a publication says of itself, and the vocabulary and facts that it is made with.

    `place` is the articles' own place where the manifest names none; `nation` is what
    "nationally" means. `quotes` says how much of an article is published around a figure: its
    `sentence`, or the `number` alone. `places` is the publication's own codelist; `gazetteers`
    holds the places of the user's lists, of which only those in use are published. `outputs` names
    the forms of the tables, and what else is made of them (`figtrail.layout`).
    `correction_lines` tells where each correction stands, by its id.
    """

    name: str = "figures"
    title: str = "Figures stated in news articles"
    description: str = (
        "Every figure that the articles state, each with its source, its place in the text and "
        "the exact words."
    )
    version: str = "1.0.0"
    released: date | None = None
    homepage: str | None = None
    keywords: tuple[str, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    licenses: tuple[Licence, ...] = (CC_BY,)
    place: str | None = None
    nation: str | None = None
    quotes: Quotes = "sentence"
    outputs: tuple[str, ...] = OUTPUTS
    measures: tuple[Measure, ...] = ()
    measure_terms: tuple[MeasureTerm, ...] = ()
    places: tuple[Place, ...] = ()
    gazetteers: tuple[Place, ...] = ()
    reference: tuple[ReferenceValue, ...] = ()
    corrections: tuple[Correction, ...] = ()
    correction_lines: Mapping[str, str] = field(default_factory=dict)

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms of every table among the outputs; keys refer to the first."""
        return tuple(output for output in self.outputs if output in FORMS)


TEXT_KEYS = ("name", "title", "description", "version", "homepage", "place", "nation")
QUOTES = ("sentence", "number")
KEYS = (
    *(*TEXT_KEYS, "released", "keywords", "contributors", "licenses", "quotes", "outputs"),
    *("measures", "measure_terms", "places", "gazetteers", "reference", "corrections"),
)


def load_recipe(path: Path | None) -> Recipe:
    """The recipe of a TOML file and of the CSV files beside it; None gives the defaults.

    The files are measures.csv, measure_terms.csv, places.csv, corrections.csv and every CSV file
    of reference/, where they exist; a key of the same name gives another path, relative to the
    recipe, and then the file must exist. Raises FigtrailError with a Problem for everything that
    can't be used; each names the file, the key or line, and what to do.
    """
    if path is None:
        return Recipe()
    try:
        text = decode_utf8(path.read_bytes(), path)
    except OSError as error:
        message = error.strerror or "can't be read"
        action = "Check the path of the recipe."
        raise FigtrailError([Problem("recipe-missing", str(path), message, action)]) from error
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problem = Problem("recipe-malformed", str(path), str(error), "Mend the TOML.")
        raise FigtrailError([problem]) from error
    reader = _RecipeReader(path, text, content)
    own = reader.read_own()
    files = reader.read_files()
    if reader.problems:
        raise FigtrailError(reader.problems)
    return Recipe(**own, **files)


class _RecipeReader:
    """Reads key by key and keeps every problem, so that one run names them all."""

    def __init__(self, path: Path, text: str, content: Mapping[str, Any]) -> None:
        self.path, self.text, self.content = path, text, content
        self.problems: list[Problem] = []
        for key in content:
            if key not in KEYS:
                self.refuse(key, f"unknown key {key!r}", f"Use one of {', '.join(KEYS)}.")

    def refuse(self, key: str, message: str, action: str) -> None:
        line = re.search(rf"^[ \t\[]*{re.escape(key)}[\]. \t=]", self.text, re.MULTILINE)
        number = self.text.count("\n", 0, line.start()) + 1 if line else 1
        where = f"{self.path}, line {number}, key {key}"
        self.problems.append(Problem("recipe-value", where, message, action))

    def take(self, key: str, kind: type, wanted: str) -> Any:  # noqa: ANN401  # TOML is untyped
        value = self.content.get(key)
        if value is not None and (not isinstance(value, kind) or isinstance(value, bool)):
            self.refuse(key, f"{key} is {value!r}", f"Give {wanted}.")
            return None
        return value

    def read_own(self) -> dict[str, Any]:
        own: dict[str, Any] = {key: self.take(key, str, "a text in quotes") for key in TEXT_KEYS}
        own["released"] = self.take("released", date, "a date without quotes, as 2026-01-31")
        own["keywords"] = self.read_texts("keywords")
        own["quotes"] = self.take("quotes", str, "a text in quotes")
        own["outputs"] = self.read_texts("outputs")
        name = own["name"]
        if name is not None and not re.fullmatch(r"[-a-z0-9._/]+", name):
            self.refuse("name", f"name is {name!r}", "Use a-z, 0-9, and . _ - alone.")
        if own["quotes"] not in (None, *QUOTES):
            self.refuse("quotes", f"quotes is {own['quotes']!r}", f"Use {' or '.join(QUOTES)}.")
        for output in own["outputs"] or ():
            if output not in OUTPUTS:
                self.refuse("outputs", f"unknown output {output!r}", f"Use {', '.join(OUTPUTS)}.")
        if set(own["outputs"] or FORMS) <= set(OUTPUTS) - set(FORMS):
            message = "outputs names no form of the tables"
            self.refuse("outputs", message, f"Name {' or '.join(FORMS)}, or both.")
        own["contributors"] = self.read_tables("contributors", Contributor, "title")
        own["licenses"] = self.read_tables("licenses", Licence, "name")
        return {key: value for key, value in own.items() if value is not None}

    def read_texts(self, key: str) -> tuple[str, ...] | None:
        values = self.take(key, list, "a list of texts")
        if values is None:
            return None
        if not all(isinstance(value, str) for value in values):
            self.refuse(key, f"{key} is {values!r}", "Give a list of texts.")
            return None
        return tuple(values)

    def read_tables(self, key: str, kind: type, needed: str) -> tuple[Any, ...] | None:
        tables = self.take(key, list, f"tables: [[{key}]]")
        if tables is None:
            return None
        made = []
        for table in tables:
            problem = _check_table(table, kind, needed)
            if problem:
                self.refuse(key, problem, f"See [[{key}]] in docs/recipe.md.")
            else:
                listed = {k: tuple(v) if isinstance(v, list) else v for k, v in table.items()}
                made.append(kind(**listed))
        return tuple(made)

    def read_files(self) -> dict[str, Any]:
        files: dict[str, Any] = {}
        if measures := self.find("measures", "measures.csv"):
            files["measures"] = self.try_read(read_measures, measures)
        terms = self.find("measure_terms", "measure_terms.csv")
        if terms and files.get("measures", ()) is not None:
            known = files.get("measures", ())
            files["measure_terms"] = self.try_read(read_measure_terms, terms, known)
        if places := self.find("places", "places.csv"):
            files["places"] = self.try_read(read_places, places)
        if corrections := self.find("corrections", "corrections.csv"):
            read: Any = self.try_read(read_corrections, corrections) or ((), {})
            files["corrections"], files["correction_lines"] = read
        files["gazetteers"] = self.read_gazetteers()
        if reference := self.find("reference", "reference"):
            files["reference"] = self.read_statistics(reference)
            if not self.problems:
                self.problems += _find_unknown_codes(reference, files)
        return {key: value for key, value in files.items() if value is not None}

    def find(self, key: str, default: str) -> Path | None:
        named = self.take(key, str, "a path in quotes")
        found = self.path.parent / (named or default)
        if found.exists():
            return found
        if named:
            self.refuse(key, f"no file {found}", "Check the path; it counts from the recipe.")
        return None

    def try_read(self, read: Any, *arguments: Any) -> Any:  # noqa: ANN401  # as `read` returns
        try:
            return read(*arguments)
        except FigtrailError as error:
            self.problems += error.problems
            return None

    def read_statistics(self, folder: Path) -> tuple[ReferenceValue, ...]:
        paths = sorted(folder.glob("*.csv")) if folder.is_dir() else [folder]
        values: dict[str, ReferenceValue] = {}
        for path in paths:
            for value in self.try_read(read_reference, path) or ():
                if value.reference_id in values:
                    message = f"{value.reference_id} stands in another file too"
                    problem = Problem("key-twice", str(path), message, "Keep one of the two.")
                    self.problems.append(problem)
                values[value.reference_id] = value
        return tuple(values.values())

    def read_gazetteers(self) -> tuple[Place, ...] | None:
        tables = self.take("gazetteers", list, "tables: [[gazetteers]]")
        places: list[Place] = []
        for table in tables or ():
            if not isinstance(table, dict) or not isinstance(table.get("path"), str):
                self.refuse("gazetteers", "a gazetteer has no path", 'Give path = "…".')
                continue
            columns = {key: value for key, value in table.items() if key != "path"}
            for key in columns.keys() - COLUMN_NAMES.keys():
                mend = f"Use path, {', '.join(COLUMN_NAMES)}."
                self.refuse("gazetteers", f"unknown key {key!r}", mend)
            file = self.path.parent / table["path"]
            places += self.try_read(read_gazetteer, file, columns) or ()
        return tuple({place.code: place for place in reversed(places)}.values())[::-1]


def _check_table(table: object, kind: type, needed: str) -> str | None:
    """What is wrong with one table of the recipe, None where nothing is."""
    if not isinstance(table, dict):
        return f"{table!r} is no table"
    known = kind.__dataclass_fields__  # type: ignore[attr-defined]  # kind is a dataclass
    for key, value in table.items():
        if key not in known:
            return f"unknown key {key!r}"
        if not isinstance(value, list if key == "roles" else str):
            return f"{key} is {value!r}"
    return None if needed in table else f"no {needed}"


def _find_unknown_codes(reference: Path, files: Mapping[str, Any]) -> list[Problem]:
    """A Problem for every statistic whose measure or place no list has, ISO 3166 among them."""
    measures = {measure.code for measure in files.get("measures") or ()}
    listed = (*(files.get("places") or ()), *(files.get("gazetteers") or ()))
    places = {place.code for place in listed}
    problems = []
    for value in files["reference"]:
        where = f"{reference}, {value.measure} in {value.place}, {value.period}"
        if value.measure not in measures:
            message = f"measure {value.measure!r} is in no codelist"
            action = "Add it to measures.csv, or mend the code."
            problems.append(Problem("code-unknown", where, message, action))
        if value.place not in places and find_iso_place(value.place) is None:
            message = f"place {value.place!r} is in no codelist, nor in ISO 3166"
            action = "Add it to places.csv, or mend the code."
            problems.append(Problem("code-unknown", where, message, action))
    return problems
