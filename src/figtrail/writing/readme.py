"""The package's own README.md: what it is, what is in it, how to load and cite it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow
import pyarrow.compute

from figtrail.layout import DATABASE, DATASETTE
from figtrail.recipe import Recipe
from figtrail.schemas import TABLES, Field, load_schema

LOADING = """\
```python
import pandas as pd

figures = pd.read_parquet("data/figures.parquet")
relations = pd.read_parquet("data/relations.parquet").query("kind == 'changes_from'")
changes = relations.merge(figures, on="figure_id").merge(
    figures, left_on="other_figure_id", right_on="figure_id", suffixes=("", "_before")
)
changes = changes[changes["change"].isna()]  # from level to level, without the change's own size
changes[["measured", "value_before", "value", "unit", "period", "source_id", "quote"]]
```

With figtrail installed, `figtrail.load(".", labels=True)` gives the same tables with categories,
dates and the labels of codes. The CSV files hold the same rows in the same order:

```python
figures = pd.read_csv("data/figures.csv", keep_default_na=False, na_values=[""])
```
"""

LOADING_CSV = """\
```python
import pandas as pd

figures = pd.read_csv("data/figures.csv", keep_default_na=False, na_values=[""])
```
"""

CAVEATS = """\
- The figures are what the articles state, not what is true: an article may err, and a wrong sum is
  published as it was stated. `checks` says where the arithmetic doesn't fit.
- They were found and read by rules. `review` tells the rows that a person has looked at
  (`confirmed`, `corrected`, `added`) from those that nobody has (`automatic`).
- A level and the size of a change are told apart by `change`: don't add them up. Nor the rows of
  one fact: keep those whose `figure_id` equals `fact`.
- `value` is empty for a range; `low` and `high` are what the words commit to.
- An empty `measure` or `place` means that the words matched no code, an empty `period` that the
  text doesn't pin it down. Nothing is guessed.
- Offsets count Unicode code points of the decoded text from 0, end exclusive.
- Cells are raw text. One that begins with `=`, `+`, `-` or `@` is a formula to some spreadsheets:
  import text columns as text.
"""


def render_readme(
    tables: Mapping[str, pyarrow.Table], recipe: Recipe, descriptor: Mapping[str, Any]
) -> str:
    """The README of a package as Markdown; every number in it comes from the tables."""
    loading = LOADING if "parquet" in recipe.forms else LOADING_CSV
    parts = [
        f"# {recipe.title}",
        recipe.description,
        _summarise(tables, recipe),
        "## Tables",
        _list_tables(tables, recipe),
        *_list_files(descriptor),
        "`datapackage.json` describes every column of every table (Data Package v2, Table Schema); "
        "`sha256sum -c SHA256SUMS` checks that no file has changed.",
        "## Loading",
        loading.strip(),
        "## Columns",
        *(_list_columns(table) for table in TABLES),
        "## Before you use it",
        CAVEATS.strip(),
        "## Citing",
        _cite(recipe, descriptor),
        "## Licences",
        _list_licences(tables, recipe),
    ]
    return "\n\n".join(parts) + "\n"


def _summarise(tables: Mapping[str, pyarrow.Table], recipe: Recipe) -> str:
    figures, articles = tables["figures"], tables["sources"].num_rows
    facts = len(set(figures["fact"].to_pylist()))
    summary = (
        f"Version {recipe.version}: {_count(figures.num_rows, 'figure')} "
        f"({_count(facts, 'fact')}) stated in {_count(articles, 'article')}, each with the SHA-256 "
        "of its source, its place in the text and the exact words."
    )
    published = tables["sources"]
    days = [
        *published["published_earliest"].drop_null().to_pylist(),
        *published["published_latest"].drop_null().to_pylist(),
    ]
    if days:
        summary += f" The articles were published between {min(days)} and {max(days)}."
    return summary


def _list_tables(tables: Mapping[str, pyarrow.Table], recipe: Recipe) -> str:
    lines = ["| table | rows | what it holds | files |", "|---|---:|---|---|"]
    for table in TABLES:
        schema = load_schema(table)
        files = ", ".join(f"`data/{table}.{form}`" for form in recipe.forms)
        lines.append(f"| `{table}` | {tables[table].num_rows} | {schema.description} | {files} |")
    return "\n".join(lines)


def _list_files(descriptor: Mapping[str, Any]) -> list[str]:
    """The table of the files beside the tables, where there are any."""
    files = descriptor.get("files")
    if not files:
        return []
    lines = ["The same for other tools:", "", "| file | what it is |", "|---|---|"]
    lines += [f"| `{file['path']}` | {file['title']}. {file['description']} |" for file in files]
    if any(file["path"] == DATASETTE for file in files):
        command = f"datasette {DATABASE} --metadata {DATASETTE}"
        lines += ["", f"`{command}` opens the database in a browser, with its descriptions."]
    return ["\n".join(lines)]


def _list_columns(table: str) -> str:
    schema = load_schema(table)
    targets = {key.fields[0]: key.resource for key in schema.foreign_keys}
    lines = [f"### {table}", "", "| column | type | meaning |", "|---|---|---|"]
    for field in schema.fields:
        meaning = field.description.replace("|", "\\|")
        if field.name in targets:
            meaning += f" → `{targets[field.name]}`"
        lines.append(f"| `{field.name}` | {_name_type(field)} | {meaning} |")
    return "\n".join(lines)


def _name_type(field: Field) -> str:
    return field.type if field.required else f"{field.type}, may be empty"


def _cite(recipe: Recipe, descriptor: Mapping[str, Any]) -> str:
    authors = ", ".join(person.title for person in recipe.contributors)
    year = str(descriptor.get("created", ""))[:4]
    said = f"{recipe.title}, version {recipe.version} [data set]."
    if authors or year:
        said = f"{authors} ({year}). {said}" if authors and year else f"{authors or year}. {said}"
    if recipe.homepage:
        said += f" {recipe.homepage}"
    return f"> {said}\n\nCite an article's figure with its article as well: its `link` opens it."


def _list_licences(tables: Mapping[str, pyarrow.Table], recipe: Recipe) -> str:
    lines = []
    for licence in recipe.licenses:
        name = licence.title or licence.name
        named = f"[{name}]({licence.path})" if licence.path else name
        lines.append(f"- What figtrail adds: {named}.")
    lines.append(
        "- Quotes, sentences and headlines stay their publishers' and are quoted with their source."
    )
    official = sorted(set(tables["reference"]["licence"].to_pylist()))
    if official:
        lines.append(f"- Official statistics: {', '.join(official)}, as `reference` says of each.")
    return "\n".join(lines)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
