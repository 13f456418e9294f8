"""The package's README is true of the package, and its code runs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow
import pytest

from figtrail.recipe import Recipe
from figtrail.schemas import TABLES, load_schema
from figtrail.tabulation import tabulate
from figtrail.writing import write_package
from publication import RECIPE, make_parts


@pytest.fixture(scope="module")
def tables() -> dict[str, pyarrow.Table]:
    """The tables of the whole publication."""
    return tabulate(**make_parts())


@pytest.fixture(scope="module")
def out(tables: Mapping[str, pyarrow.Table], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole publication, written."""
    folder = tmp_path_factory.mktemp("package") / "out"
    write_package(tables, RECIPE, folder)
    return folder


@pytest.fixture(scope="module")
def readme(out: Path) -> str:
    """Its README."""
    return (out / "README.md").read_text("utf-8")


def write_readme(tables: Mapping[str, pyarrow.Table], recipe: Recipe, out: Path) -> str:
    """The README of the package as it was written."""
    write_package(tables, recipe, out)
    return (out / "README.md").read_text("utf-8")


def run_code(readme: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the README's Python leaves behind when it is run in the package's folder."""
    monkeypatch.chdir(folder)
    code = re.sub(
        r"^(changes\[.*\])$",
        r"shown = \1",
        "\n".join(re.findall(r"```python\n(.*?)```", readme, re.DOTALL)),
        flags=re.MULTILINE,
    )
    names: dict[str, Any] = {}
    exec(code, names)
    return names


def test_its_code_finds_the_rise(readme: str, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """442 to 472, by pandas alone."""
    shown = run_code(readme, out, monkeypatch)["shown"]
    assert shown[["value_before", "value"]].to_numpy().tolist() == [[442, 472]]


def test_its_code_runs_without_parquet(
    tables: Mapping[str, pyarrow.Table], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package of CSV alone speaks of CSV alone."""
    readme = write_readme(tables, replace(RECIPE, outputs=("csv",)), tmp_path / "out")
    assert "parquet" not in readme
    figures = run_code(readme, tmp_path / "out", monkeypatch)["figures"]
    assert figures["value"].dropna().tolist() == [442, 472, 5500000, 3, 472]


def test_it_counts_figures_facts_and_articles(readme: str) -> None:
    """Six statements of five facts."""
    assert "Version 1.2.3: 6 figures (5 facts) stated in 2 articles" in readme
    assert "published between 2019-06-17 and 2019-06-23" in readme


@pytest.mark.parametrize("table", TABLES)
def test_it_names_every_table_and_column(
    table: str, tables: Mapping[str, pyarrow.Table], readme: str
) -> None:
    """With the number of rows."""
    assert f"| `{table}` | {tables[table].num_rows} | " in readme
    part = readme.partition(f"### {table}\n")[2].partition("\n#")[0]
    assert re.findall(r"^\| `(\w+)` ", part, re.MULTILINE) == list(load_schema(table).field_names)


def test_it_says_how_to_cite(readme: str) -> None:
    """Who, when, what, which version, where."""
    assert (
        "> A. Reader (2026). Figures on care, version 1.2.3 [data set]. https://figures.example/"
    ) in readme


def test_it_cites_what_little_a_bare_folder_knows(
    tables: Mapping[str, pyarrow.Table], tmp_path: Path
) -> None:
    """No empty brackets."""
    readme = write_readme(tables, Recipe(), tmp_path / "out")
    assert "> Figures stated in news articles, version 1.0.0 [data set].\n" in readme


def test_it_tells_the_licences_apart(readme: str) -> None:
    """What figtrail adds, what stays the publishers', what is official."""
    licences = readme.partition("## Licences")[2]
    assert "creativecommons.org/licenses/by/4.0/" in licences
    assert "stay their publishers'" in licences
    assert "OGL-UK-3.0" in licences
