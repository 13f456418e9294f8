"""Writes what the code can say best: pages of tables, commands and problems, and the accuracy.

`python docs/generate.py` writes them; a test compares what is committed with what this makes.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from typer.main import get_command
from typer.testing import CliRunner

from figtrail.cli.app import make_app
from figtrail.schemas import TABLES, Field, TableSchema, load_schema
from figtrail.validation import PROBLEM_CODES

DOCS = Path(__file__).parent
NOTE = "<!-- Made by docs/generate.py (`make docs`): change what it is made from. -->"
WIDTH = 80
EVALUATED = re.compile(
    r"(?P<command>```sh\nfigtrail evaluate (?P<paths>\S+)\n```\n\n```text\n)(?:(?!```).*\n)*```\n"
)


def make_pages() -> Mapping[str, str]:
    """Every generated page: its file name and its text."""
    pages = {
        "reference-tables.md": list_tables(),
        "reference-commands.md": list_commands(),
        "problems.md": list_problems(),
    }
    made = {name: "\n".join((NOTE, "", *lines)) + "\n" for name, lines in pages.items()}
    return made | {
        "accuracy.md": EVALUATED.sub(show_evaluation, (DOCS / "accuracy.md").read_text())
    }


def show_evaluation(shown: re.Match[str]) -> str:
    """The command in a page that evaluates annotated articles, with what it prints now."""
    paths = sorted(str(path) for path in DOCS.parent.glob(shown["paths"]))
    done = CliRunner().invoke(make_app(), ["evaluate", *paths], prog_name="figtrail")
    return f"{shown['command']}{done.output.rstrip()}\n```\n"


def list_tables() -> Iterator[str]:
    """The page of all tables and columns, from schemas/."""
    yield "# The tables"
    yield ""
    yield (
        "Every table that a package holds, each as CSV and Parquet with the same rows in the same "
        "order; the database and the workbook have them too. “Always” means that no cell of the "
        "column is empty. An empty cell says that the article doesn’t tell, never zero."
    )
    yield ""
    yield "| table | a row is | key |"
    yield "|---|---|---|"
    for schema in map(load_schema, TABLES):
        key = ", ".join(f"`{name}`" for name in schema.primary_key)
        yield f"| [`{schema.name}`](#{schema.name}) | {escape(schema.description)} | {key} |"
    for schema in map(load_schema, TABLES):
        yield from describe_table(schema)


def describe_table(schema: TableSchema) -> Iterator[str]:
    """The section of one table: a row for each column, then its ties to other tables."""
    yield from ("", f"## {schema.name}", "", f"**{schema.title}.** {schema.description}", "")
    yield "| column | type | always | title | meaning | allowed |"
    yield "|---|---|---|---|---|---|"
    for field in schema.fields:
        always = "yes" if field.required else ""
        told = escape(field.description)
        cells = (
            f"`{field.name}`",
            name_type(field),
            always,
            field.title,
            told,
            list_allowed(field),
        )
        yield f"| {' | '.join(cells)} |"
    for position, key in enumerate(schema.foreign_keys):
        if position == 0:
            yield ""
        ours = ", ".join(f"`{name}`" for name in key.fields)
        theirs = ", ".join(f"`{name}`" for name in key.reference_fields)
        yield f"- {ours} names a row of [`{key.resource}`](#{key.resource}) by its {theirs}"


def name_type(field: Field) -> str:
    """The type of a column, with its format where that says more."""
    return field.type if field.format == "default" else f"{field.type} ({field.format})"


def list_allowed(field: Field) -> str:
    """What a cell of the column may be, beside its type."""
    parts = [", ".join(f"`{code}`" for code in field.enum)] if field.enum else []
    if field.pattern:
        parts.append("`" + field.pattern.replace("|", "\\|") + "`")
    if field.minimum is not None:
        parts.append(f"≥ {field.minimum:g}")
    if field.unique:
        parts.append("unique")
    return "; ".join(parts)


def list_commands() -> Iterator[str]:
    """The page of all commands, from the help that each prints."""
    yield "# The commands"
    yield ""
    yield "What each command prints with `--help`."
    yield from show_help("figtrail")
    for name in list_names():
        yield from ("", f"## figtrail {name}")
        yield from show_help("figtrail", name)


def list_names() -> list[str]:
    """The names of all commands, in the order of the help."""
    return list(get_command(make_app()).commands)  # type: ignore[attr-defined]  # it is a group


def show_help(*command: str) -> Iterator[str]:
    """The help of a command as a block, at the width of a terminal of 80 columns."""
    options = {"prog_name": "figtrail", "terminal_width": WIDTH}
    done = CliRunner().invoke(make_app(), [*command[1:], "--help"], **options)
    yield from ("", "```text", done.output.strip("\n"), "```")


def list_problems() -> Iterator[str]:
    """The page of all problems, from problems.csv and the codes of validation."""
    yield "# Problems"
    yield ""
    yield (
        "Every problem has a code, which stands in brackets at the end of its message and stays "
        "the same from version to version. The message names the place, says what is wrong, and "
        "what was expected and found where there is something to compare, then what to do. Here "
        "HASH stands for a sha256. Only wrong use of a command (exit code 2) has no code: its "
        "message names the option or argument."
    )
    with (DOCS / "problems.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for group, members in groupby(rows, key=lambda row: row["group"]):
        yield from ("", f"## {group}")
        for row in members:
            yield from explain_problem(row)


def explain_problem(row: Mapping[str, str]) -> Iterator[str]:
    """The section of one code."""
    known = PROBLEM_CODES.get(row["code"])
    meaning = row["meaning"] or (known.meaning.replace("'", "’") if known else "")
    remedy = row["remedy"] or (f"{known.action}." if known else "")
    yield from ("", f"### {row['code']}", "", meaning, "")
    yield from ("```text", row["example"], "```", "")
    yield f"- **Why:** {row['cause']}"
    yield f"- **What to do:** {remedy}"


def escape(text: str) -> str:
    """Text that stands in a cell of a table."""
    return text.replace("|", "\\|").replace("\n", " ")


def main() -> None:
    """Write every generated page."""
    for name, text in make_pages().items():
        (DOCS / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
