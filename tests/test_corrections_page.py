"""docs/corrections.md keeps its word: its worked example runs, and prints what the page says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from figtrail.corrections.cells import list_fields
from figtrail.review.doubts import POINTS, RARE

PAGE = (Path(__file__).parents[1] / "docs" / "corrections.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```([^\n]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [match.groups() for match in BLOCK.finditer(PAGE)]
FILES = {info.split()[1]: body for info, body in BLOCKS if "/" in info}
BEFORE, AFTER = (body for info, body in BLOCKS if info == "sh")


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as the page leaves it: reviewed, corrected, published and validated."""
    folder = tmp_path_factory.mktemp("example")
    (folder / "seeds").mkdir()
    (folder / "build").mkdir()
    (folder / "build" / "recipe.toml").touch()
    (folder / "seeds" / "fires.txt").write_text(FILES["seeds/fires.txt"], encoding="utf-8")
    for commands, written in ((BEFORE, "build/corrections.csv"), (AFTER, None)):
        done = run(folder, "bash", "-e", "-c", commands)
        assert done.returncode == 0, done.stderr
        if written:
            (folder / written).write_text(FILES[written], encoding="utf-8")
    return folder


def test_the_lines_to_fill_in_are_those_of_a_corrections_file(publication: Path) -> None:
    lines = (publication / "lines.csv").read_text(encoding="utf-8").splitlines()
    header = FILES["build/corrections.csv"].splitlines()[0]
    assert lines[0] == f"correction_id,{header}"
    assert len(lines) > 1


def test_the_corrected_figures_are_those_that_the_page_prints(publication: Path) -> None:
    (code,) = (body for info, body in BLOCKS if info == "python")
    (printed,) = (body for info, body in BLOCKS if info == "text")
    assert run(publication, sys.executable, "-c", code).stdout == printed


def test_an_article_that_was_mended_makes_its_corrections_fail_as_the_page_says(
    publication: Path,
) -> None:
    (told,) = (body for info, body in BLOCKS if info == "text error")
    article = publication / "seeds" / "fires.txt"
    published = (publication / "datapackage" / "SHA256SUMS").read_bytes()
    article.write_text(FILES["seeds/fires.txt"].replace("£2m", "£2.1m"), encoding="utf-8")
    try:
        done = run(publication, "figtrail", "publish", "seeds")
    finally:
        article.write_text(FILES["seeds/fires.txt"], encoding="utf-8")
    assert done.returncode == 1
    assert done.stderr.replace(f"{publication}{os.sep}", "") == told
    assert (publication / "datapackage" / "SHA256SUMS").read_bytes() == published


def test_the_page_names_every_column_that_can_be_corrected() -> None:
    (sentence,) = re.findall(r"`field` is one of (.*?)\.", PAGE, re.DOTALL)
    assert set(re.findall(r"`(\w+)`", sentence)) == set(list_fields())


def test_the_page_gives_the_points_of_every_doubt() -> None:
    told = [int(points) for points in re.findall(r"^\| (\d) \|", PAGE, re.MULTILINE)]
    assert set(told) == set(POINTS.values())
    assert RARE == 20
    assert "one in twenty" in PAGE
