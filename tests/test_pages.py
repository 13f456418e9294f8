"""The README and the manual keep their word: whoever follows a page gets what it says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import figtrail
from pages import ROOT, RUN, find_code, follow_page, read_blocks

OF_THIS_PUBLICATION = ("README.md", "docs/tutorial-analyst.md", "docs/provenance.md")
FROM_NOTHING = ("docs/tutorial-journalist.md", "docs/tutorial-ci.md")
ELSEWHERE = ("docs/accuracy.md", "docs/publishing.md", "docs/corrections.md", "docs/opening.md")
DOCS = sorted(path.name for path in (ROOT / "docs").glob("*.md"))


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What the commands of a page need of this repository."""
    folder = tmp_path / "figtrail"
    for name in ("seeds", "build", "schemas", "datapackage"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "Makefile", folder)
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / ".venv" / "bin" / "activate").touch()
    return folder


@pytest.mark.parametrize("page", OF_THIS_PUBLICATION)
def test_a_page_about_this_publication_can_be_followed(page: str, checkout: Path) -> None:
    follow_page(page, checkout)


@pytest.mark.parametrize("page", FROM_NOTHING)
def test_a_page_that_begins_with_nothing_can_be_followed(page: str, tmp_path: Path) -> None:
    follow_page(page, tmp_path)


def test_the_page_about_publishing_can_be_followed(tmp_path: Path) -> None:
    printed = follow_page("docs/publishing.md", tmp_path)
    assert printed.count("datapackage is valid") == 2
    assert "53,100" in printed
    sources = figtrail.load(tmp_path / "my-figures" / "datapackage").sources
    assert list(sources["source_id"]) == ["example"]


def test_the_rise_is_found_in_five_lines() -> None:
    code, output = find_code("README.md", "python")[0], find_code("README.md", "text")[0]
    assert len([line for line in code.splitlines() if line]) <= 5
    assert re.search(r"442.*\n.*472", output)


@pytest.mark.parametrize("page", ["README.md", *(f"docs/{name}" for name in DOCS)])
def test_every_linked_file_and_section_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for link, section in re.findall(r"\]\(([^)#:]*)#?([^):]*)\)", text):
        target = (ROOT / page).parent / link if link else ROOT / page
        assert target.exists(), link
        if section:
            headings = re.findall(r"^#+ (.+)$", target.read_text("utf-8"), re.MULTILINE)
            assert section in {
                re.sub(r"[^\w -]", "", head).lower().replace(" ", "-") for head in headings
            }


def test_no_page_with_commands_goes_unfollowed() -> None:
    pages = ["README.md", *(f"docs/{name}" for name in DOCS)]
    run = {page for page in pages for block in read_blocks(page) if block.language in RUN}
    assert run == {*OF_THIS_PUBLICATION, *FROM_NOTHING, *ELSEWHERE}


def test_the_index_has_a_line_for_every_page() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| \[([^]]+)\]\(\1\) \| ", index, re.MULTILINE)
    assert sorted([*listed, "README.md"]) == DOCS
