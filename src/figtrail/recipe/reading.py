"""recipe.toml and the files beside it, read key by key; every problem is named."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from figtrail.addresses import is_url
from figtrail.codelists import (
    read_corrections,
    read_measure_terms,
    read_measures,
    read_places,
    read_reference,
)
from figtrail.decoding import decode_utf8
from figtrail.gazetteers import COLUMN_NAMES, read_gazetteer
from figtrail.layout import FORMS, OUTPUTS
from figtrail.model import FigtrailError, Problem
from figtrail.paths import is_relative_path, is_there
from figtrail.publication import Place, ReferenceValue
from figtrail.recipe.nouns import Contributor, Licence, Recipe

TEXT_KEYS = ("name", "title", "description", "version", "homepage", "place", "nation")
QUOTES = ("sentence", "number")
DAY = "a date without quotes, as 2026-01-31"
ADDRESS = "a whole address, as https://example.org/figures/"
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
        text = decode_utf8(path.read_bytes(), path).removeprefix("\ufeff")
    except OSError as error:
        message = error.strerror or "can't be read"
        action = "Check the path of the recipe."
        raise FigtrailError([Problem("recipe-missing", str(path), message, action)]) from error
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problem = Problem("recipe-malformed", str(path), str(error), "Mend the TOML.")
        raise FigtrailError([problem]) from error
    except RecursionError as error:
        message = "lists or tables stand too deep in one another"
        problem = Problem("recipe-malformed", str(path), message, "Mend the TOML.")
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
            self.refuse(key, f"{key} is {_show(value)}", f"Give {wanted}.")
            return None
        if isinstance(value, str) and not value.strip():
            self.refuse(key, f"{key} is empty", f"Give {wanted}, or leave the key out.")
            return None
        return value

    def read_own(self) -> dict[str, Any]:
        own: dict[str, Any] = {key: self.take(key, str, "a text in quotes") for key in TEXT_KEYS}
        own["released"] = self.take("released", date, DAY)
        if isinstance(own["released"], datetime):
            self.refuse("released", f"released is {_show(own['released'])}", f"Give {DAY}.")
        if own["homepage"] is not None and not is_url(own["homepage"]):
            self.refuse("homepage", f"homepage is {own['homepage']!r}", f"Give {ADDRESS}.")
        own["keywords"] = self.read_texts("keywords")
        own["quotes"] = self.take("quotes", str, "a text in quotes")
        own["outputs"] = self.read_texts("outputs")
        name = own["name"]
        if name is not None and not re.fullmatch(r"[-a-z0-9._]+", name):
            self.refuse("name", f"name is {name!r}", "Use a-z, 0-9, and . _ - alone.")
        if own["quotes"] not in (None, *QUOTES):
            self.refuse("quotes", f"quotes is {own['quotes']!r}", f"Use {' or '.join(QUOTES)}.")
        self.check_outputs(own["outputs"])
        own["contributors"] = self.read_tables("contributors", Contributor, "title")
        own["licenses"] = self.read_tables("licenses", Licence, "name")
        return {key: value for key, value in own.items() if value is not None}

    def check_outputs(self, outputs: tuple[str, ...] | None) -> None:
        if outputs is None:
            return
        unknown = [output for output in outputs if output not in OUTPUTS]
        for output in unknown:
            self.refuse("outputs", f"unknown output {output!r}", f"Use {', '.join(OUTPUTS)}.")
        if not unknown and not set(outputs) & set(FORMS):
            message = "outputs names no form of the tables"
            self.refuse("outputs", message, f"Name {' or '.join(FORMS)}, or both.")
        if len(set(outputs)) < len(outputs):
            self.refuse("outputs", "an output stands twice", "Name each once.")

    def read_texts(self, key: str) -> tuple[str, ...] | None:
        values = self.take(key, list, "a list of texts")
        if values is None:
            return None
        if not all(isinstance(value, str) and value.strip() for value in values):
            self.refuse(key, f"{key} is {values!r}", "Give a list of texts, none of them empty.")
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
            files["reference"] = self.read_statistics(reference, files)
        return {key: value for key, value in files.items() if value is not None}

    def find(self, key: str, default: str) -> Path | None:
        named = self.take(key, str, "a path in quotes")
        found = self.path.parent / (named or default)
        if is_there(found):
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

    def read_statistics(self, folder: Path, files: Mapping[str, Any]) -> tuple[ReferenceValue, ...]:
        """The statistics; their codes are looked up where the codelists themselves are sound."""
        listed = (*(files.get("places") or ()), *(files.get("gazetteers") or ()))
        known = {
            "measure": {measure.code for measure in files.get("measures") or ()},
            "place": {place.code for place in listed},
        }
        codes = {} if self.problems else known
        paths = sorted(folder.glob("*.csv")) if folder.is_dir() else [folder]
        values: dict[str, ReferenceValue] = {}
        for path in paths:
            for value in self.try_read(read_reference, path, codes) or ():
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
        if not _CELLS.get(key, _is_text)(value):
            return f"{key} is {_show(value)}"
    return None if needed in table else f"no {needed}"


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


_CELLS: Mapping[str, Callable[[Any], bool]] = {
    "roles": lambda value: isinstance(value, list) and all(map(_is_text, value)),
    "path": lambda value: _is_text(value) and (is_url(value) or is_relative_path(value)),
    "email": lambda value: _is_text(value) and bool(re.fullmatch(r"[^@\s]+@[^@\s]+", value)),
    "name": lambda value: _is_text(value) and bool(re.fullmatch(r"[-a-zA-Z0-9._]+", value)),
}
"""What a key of a table must hold, where that is more than some text."""


def _show(value: object) -> str:
    """A value as the recipe's own language writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date | time) else repr(value)
