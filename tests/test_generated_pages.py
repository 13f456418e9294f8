"""The pages of docs/ that are made from the code are those that the code gives now."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from figtrail.schemas import TABLES, load_schema
from figtrail.validation import PROBLEM_CODES
from scripts import load_script

DOCS = Path(__file__).parents[1] / "docs"


generate = load_script("docs/generate.py")
PAGES = generate.make_pages()


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_is_what_the_code_gives(name: str) -> None:
    """Else: `make docs`, and commit what comes out."""
    assert (DOCS / name).read_text("utf-8") == PAGES[name]


def test_every_column_of_every_table_has_a_row() -> None:
    sections = dict(
        re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", PAGES["reference-tables.md"], re.M | re.S)
    )
    for table in TABLES:
        rows = re.findall(r"^\| `(\w+)` \| ", sections[table], re.MULTILINE)
        assert tuple(rows) == load_schema(table).field_names
    assert tuple(sections) == TABLES


def test_every_command_has_its_help_and_examples() -> None:
    page = PAGES["reference-commands.md"]
    for name in generate.list_names():
        section = page.partition(f"## figtrail {name}\n")[2].partition("\n## ")[0]
        assert f"Usage: figtrail {name} " in section
        assert f"\n  Examples:\n    figtrail {name}" in section


def test_no_line_of_help_is_wider_than_a_terminal() -> None:
    page = PAGES["reference-commands.md"]
    assert [line for line in page.splitlines() if len(line) > generate.WIDTH] == []


def test_every_problem_has_a_section() -> None:
    sections = re.findall(r"^### (\S+)$", PAGES["problems.md"], re.MULTILINE)
    assert len(sections) == len(set(sections))
    assert set(PROBLEM_CODES) <= set(sections)
