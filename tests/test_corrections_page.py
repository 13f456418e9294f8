"""docs/corrections.md keeps its word: its worked example runs, and prints what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import figtrail
from figtrail.corrections.cells import list_fields
from figtrail.review.doubts import POINTS
from pages import ROOT, find_code, follow_page

NAME = "docs/corrections.md"
PAGE = (ROOT / NAME).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as the page leaves it: corrected, published, and refused once it was mended."""
    folder = tmp_path_factory.mktemp("example")
    follow_page(NAME, folder)
    return folder


def test_the_lines_to_fill_in_are_those_of_a_corrections_file(publication: Path) -> None:
    (corrections,) = find_code(NAME, "csv build/corrections.csv")
    lines = (publication / "lines.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == f"correction_id,{corrections.splitlines()[0]}"
    assert len(lines) > 1


def test_the_package_stays_as_it_was_where_corrections_are_refused(publication: Path) -> None:
    figures = figtrail.load(publication / "datapackage").figures
    assert list(figures["review"]) == [
        "confirmed",
        "corrected",
        "added",
        "corrected",
        "automatic",
    ]
    assert "£2m" in list(figures["quote"])


def test_the_page_names_every_column_that_can_be_corrected() -> None:
    (sentence,) = re.findall(r"`field` is one of (.*?)\.", PAGE, re.DOTALL)
    assert set(re.findall(r"`(\w+)`", sentence)) == set(list_fields())


def test_the_page_gives_the_points_of_every_doubt() -> None:
    told = [int(points) for points in re.findall(r"^\| (\d+) \| `", PAGE, re.MULTILINE)]
    assert sorted(told) == sorted(POINTS.values())
