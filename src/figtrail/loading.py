"""A published package as pandas DataFrames whose types hang on the schemas, not on the cells."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import pandas
import pyarrow.parquet

from figtrail.columns import pandas_dtypes
from figtrail.model import FigtrailError, Problem
from figtrail.schemas import TABLES, load_schema

Form = Literal["parquet", "csv"]


class Package:
    """A package of figtrail's: one DataFrame a table, each read when it is first asked for.

    Whole numbers are Int64, other numbers float64 (an empty cell is NaN), texts string, closed sets
    categories with all their members, days datetime64, yes-or-no boolean. `descriptor` is the
    package's datapackage.json.
    """

    def __init__(
        self, folder: Path, descriptor: Mapping[str, Any], form: Form, labels: bool
    ) -> None:
        self.folder, self.descriptor = folder, descriptor
        self._form, self._labels = form, labels
        self._tables: dict[str, pandas.DataFrame] = {}

    def __repr__(self) -> str:
        name, version = (self.descriptor.get(key, "") for key in ("name", "version"))
        return f"<Package {name} {version} at {self.folder}>"

    def table(self, name: str) -> pandas.DataFrame:
        """The table of that name; KeyError for another than figtrail.schemas.TABLES."""
        if name not in self._tables:
            frame = read_table(self.folder, name, self._form)
            self._tables[name] = self._add_labels(name, frame) if self._labels else frame
        return self._tables[name]

    @property
    def figures(self) -> pandas.DataFrame:
        """One row a stated figure."""
        return self.table("figures")

    @property
    def sources(self) -> pandas.DataFrame:
        """One row an article."""
        return self.table("sources")

    @property
    def relations(self) -> pandas.DataFrame:
        """One row a tie between two figures."""
        return self.table("relations")

    @property
    def checks(self) -> pandas.DataFrame:
        """One row a verdict on figures."""
        return self.table("checks")

    @property
    def check_figures(self) -> pandas.DataFrame:
        """One row a figure's part in a check."""
        return self.table("check_figures")

    @property
    def reference(self) -> pandas.DataFrame:
        """One row an official statistic."""
        return self.table("reference")

    @property
    def measures(self) -> pandas.DataFrame:
        """One row a code of what is measured."""
        return self.table("measures")

    @property
    def places(self) -> pandas.DataFrame:
        """One row a code of a place."""
        return self.table("places")

    @property
    def units(self) -> pandas.DataFrame:
        """One row a code of a unit."""
        return self.table("units")

    @property
    def corrections(self) -> pandas.DataFrame:
        """One row an applied correction."""
        return self.table("corrections")

    def _add_labels(self, name: str, frame: pandas.DataFrame) -> pandas.DataFrame:
        """The frame with `<column>_label` after every column of codes."""
        frame = frame.copy()
        for key in load_schema(name).foreign_keys:
            column = key.fields[0]
            if "label" not in load_schema(key.resource).field_names:
                continue
            codes = read_table(self.folder, key.resource, self._form).set_index("code")["label"]
            labels = frame[column].map(codes).astype("string")
            frame.insert(list(frame.columns).index(column) + 1, f"{column}_label", labels)
        return frame


def load(package: Path | str, labels: bool = False, form: Form | None = None) -> Package:
    """Open a package: its folder or its datapackage.json.

    `labels` adds a column `<column>_label` after every column of measure, place and unit codes.
    `form` says which files to read; by default Parquet, or CSV where the package has no Parquet.
    Raises FigtrailError where there is no package.
    """
    path = Path(package)
    folder = path.parent if path.name == "datapackage.json" else path
    descriptor = _read_descriptor(folder / "datapackage.json")
    if form is None:
        form = "parquet" if (folder / "data" / "figures.parquet").is_file() else "csv"
    return Package(folder, descriptor, form, labels)


def read_table(folder: Path, name: str, form: Form = "parquet") -> pandas.DataFrame:
    """One table of the package in `folder`, typed by its schema.

    Raises FigtrailError where the file is missing, or a cell has no place in its column.
    """
    path = folder / "data" / f"{name}.{form}"
    dtypes = pandas_dtypes(load_schema(name))
    try:
        raw = _read_parquet(path) if form == "parquet" else _read_csv(path, dtypes)
        return _type_frame(raw, dtypes)
    except FileNotFoundError as error:
        action = "Download or publish the package whole."
        problem = Problem("table-missing", str(path), "the package lacks the file", action)
        raise FigtrailError([problem]) from error
    except OSError as error:
        message = error.strerror or str(error).partition("\n")[0]
        action = "Run figtrail validate on the package."
        raise FigtrailError([Problem("table-broken", str(path), message, action)]) from error
    except (ValueError, KeyError, TypeError) as error:
        action = "Run figtrail validate to see which cells."
        message = f"no column {error}" if isinstance(error, KeyError) else str(error)
        raise FigtrailError([Problem("table-untyped", str(path), message, action)]) from error


def _read_parquet(path: Path) -> pandas.DataFrame:
    texts = {pyarrow.string(): pandas.StringDtype()}
    frame: pandas.DataFrame = pyarrow.parquet.read_table(path).to_pandas(types_mapper=texts.get)
    return frame


def _read_csv(path: Path, dtypes: Mapping[str, Any]) -> pandas.DataFrame:
    booleans = {name: "boolean" for name, dtype in dtypes.items() if dtype == "boolean"}
    return pandas.read_csv(
        path,
        dtype=dict.fromkeys(dtypes, "string") | booleans,
        keep_default_na=False,
        na_values=[""],
        lineterminator="\n",  # A lone CR in a quoted cell would end the row otherwise.
    )


def _type_frame(raw: pandas.DataFrame, dtypes: Mapping[str, Any]) -> pandas.DataFrame:
    for name, dtype in dtypes.items():
        if name not in raw.columns:
            raise KeyError(name)
        if isinstance(dtype, pandas.CategoricalDtype):
            # pandas makes a text that is no category an empty cell without a word.
            strangers = set(raw[name].dropna()) - set(dtype.categories)
            if strangers:
                raise ValueError(f"{name} can't be {min(strangers)!r}")
    return raw[list(dtypes)].astype(dict(dtypes))


def _read_descriptor(path: Path) -> dict[str, Any]:
    action = "Give the folder of a package that figtrail has published."
    try:
        descriptor: Any = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        message = error.strerror or "can't be read"
        raise FigtrailError([Problem("not-a-package", str(path), message, action)]) from error
    except (ValueError, RecursionError) as error:
        raise FigtrailError([Problem("not-a-package", str(path), str(error), action)]) from error
    resources = descriptor.get("resources") if isinstance(descriptor, dict) else None
    names = {item.get("name") for item in resources or () if isinstance(item, dict)}
    if missing := [table for table in TABLES if table not in names]:
        message = f"the package has no table {missing[0]}"
        raise FigtrailError([Problem("not-a-package", str(path), message, action)])
    return dict(descriptor)
