"""A new publication: its files, its first publishing, and what comes after."""

from __future__ import annotations

import csv
import hashlib
import re
import subprocess
import sys
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml

from figtrail import pipeline
from figtrail.codelists import (
    CORRECTION_COLUMNS,
    MEASURE_COLUMNS,
    PLACE_COLUMNS,
    REFERENCE_COLUMNS,
    TERM_COLUMNS,
)
from figtrail.model import FigtrailError
from figtrail.reading.manifest import COLUMNS
from figtrail.recipe import KEYS, Contributor, Licence, Recipe, load_recipe
from figtrail.starting import list_templates, start_publication

ROOT = Path(__file__).parents[1]
FILES = {
    ".github/workflows/publish.yml",
    ".gitignore",
    "README.md",
    "build/corrections.csv",
    "build/measure_terms.csv",
    "build/measures.csv",
    "build/places.csv",
    "build/recipe.toml",
    "build/reference/README.md",
    "seeds/example.txt",
    "seeds/sources.csv",
}
SETTING = re.compile(r"^#(?=[a-z_]+ = |\[\[)", re.MULTILINE)
"""What keeps a setting of the recipe from counting."""


@pytest.fixture
def publication(tmp_path: Path) -> Path:
    """A new publication, not published yet."""
    start_publication(tmp_path / "new")
    return tmp_path / "new"


def read_table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def list_files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def publish(folder: Path) -> pipeline.Summary:
    return pipeline.publish(folder / "seeds", folder / "datapackage")


def test_a_new_publication_has_the_layout_of_every_publication(publication: Path) -> None:
    assert list_files(publication) == FILES


def test_every_file_is_the_template_byte_for_byte(publication: Path) -> None:
    for name, template in list_templates().items():
        assert (publication / name).read_bytes() == template.read_bytes()


def test_templates_are_utf8_with_line_feeds_alone() -> None:
    for template in list_templates().values():
        content = template.read_bytes()
        assert b"\r" not in content
        assert content.decode("utf-8").endswith("\n")


def test_the_paths_that_were_written_are_returned(tmp_path: Path) -> None:
    written = start_publication(tmp_path / "new")
    assert {path.relative_to(tmp_path / "new").as_posix() for path in written} == FILES


def test_a_new_publication_publishes_at_once_and_rebuilds_to_the_byte(publication: Path) -> None:
    summary = publish(publication)
    assert (summary.articles, summary.figure_count, summary.corrections) == (1, 8, 1)
    assert summary.checks == {"consistent": 1}
    report = pipeline.validate(publication / "datapackage", require_sources=True, rebuild=True)
    assert report.findings == ()
    assert (publication / "datapackage" / "index.html").is_file()


def test_the_example_shows_codes_and_a_confirmed_figure(publication: Path) -> None:
    publish(publication)
    figures = read_table(publication / "datapackage" / "data" / "figures.csv")
    by_quote = {figure["quote"]: figure for figure in figures}
    assert by_quote["48,200"]["measure"] == by_quote["53,020"]["measure"] == "library_visits"
    assert {figure["place"] for figure in figures} == {"hartwell"}
    assert by_quote["£1.2m"]["review"] == "confirmed"


def test_an_empty_folder_and_an_empty_repository_are_taken(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "cloned" / ".git").mkdir(parents=True)
    for name in ("empty", "cloned"):
        start_publication(tmp_path / name)
        assert list_files(tmp_path / name) == FILES


@pytest.mark.parametrize("name", ["notes.txt", "seeds/a.txt", ".hidden"])
def test_a_folder_that_holds_anything_is_refused_and_left_as_it_was(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("mine", encoding="utf-8")
    with pytest.raises(FigtrailError) as caught:
        start_publication(tmp_path)
    (problem,) = caught.value.problems
    assert (problem.code, problem.where) == ("folder-not-empty", str(tmp_path))
    assert PurePosixPath(name).parts[0] in problem.message
    assert list_files(tmp_path) == {name}
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(FigtrailError) as caught:
        start_publication(tmp_path / "file")
    assert caught.value.problems[0].code == "folder-unusable"


def test_the_command_exits_with_one_where_the_folder_is_not_empty(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    command = [sys.executable, "-m", "figtrail", "init", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "the folder is not empty: it holds mine.txt" in done.stderr
    assert list_files(tmp_path) == {"mine.txt"}


def test_the_recipe_names_every_key_that_there_is(publication: Path) -> None:
    text = (publication / "build" / "recipe.toml").read_text(encoding="utf-8")
    named = set(re.findall(r"^#?(?:\[\[)?([a-z_]+)(?:\]\]| = )", text, re.MULTILINE))
    tables = {*Contributor.__dataclass_fields__, *Licence.__dataclass_fields__, "label"}
    assert set(KEYS) <= named <= {*KEYS, *tables}
    assert tables <= named


def test_every_setting_that_the_recipe_shows_can_be_used(publication: Path) -> None:
    recipe = publication / "build" / "recipe.toml"
    (recipe.parent / "my_places.csv").write_text("name,gss\nLeeds,E08000035\n", encoding="utf-8")
    recipe.write_text(SETTING.sub("", recipe.read_text("utf-8")), encoding="utf-8")
    loaded = load_recipe(recipe)
    assert loaded.place == "Hartwell"
    assert loaded.released is not None
    assert [place.label for place in loaded.gazetteers] == ["Leeds"]


def test_settings_that_are_not_the_publications_own_are_the_defaults(publication: Path) -> None:
    loaded, default = load_recipe(publication / "build" / "recipe.toml"), Recipe()
    for name in ("quotes", "outputs", "licenses", "released", "description", "version"):
        assert getattr(loaded, name) == getattr(default, name)


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("build/measures.csv", MEASURE_COLUMNS),
        ("build/measure_terms.csv", TERM_COLUMNS),
        ("build/places.csv", PLACE_COLUMNS),
        ("build/corrections.csv", CORRECTION_COLUMNS),
        ("seeds/sources.csv", COLUMNS),
    ],
)
def test_a_table_has_every_column_and_one_example(
    publication: Path, name: str, columns: tuple[str, ...]
) -> None:
    (row,) = read_table(publication / name)
    assert set(row) == set(columns)


def test_the_statistic_of_the_readme_is_compared_once_it_is_put_there(publication: Path) -> None:
    folder = publication / "build" / "reference"
    text = (folder / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```csv\n(.*?)```", text, re.DOTALL)
    assert set(block.partition("\n")[0].split(",")) == set(REFERENCE_COLUMNS) - {"reference_id"}
    (folder / "visits.csv").write_text(block, encoding="utf-8")
    assert publish(publication).checks == {"consistent": 2}


def test_an_article_that_is_taken_down_leaves_nothing_behind(publication: Path) -> None:
    other = "There were 472 fires in Leeds in 2024.\n"
    (publication / "seeds" / "fires.txt").write_text(other, encoding="utf-8")
    publish(publication)
    (publication / "seeds" / "example.txt").unlink()
    with pytest.raises(FigtrailError, match="no article"):
        publish(publication)
    header = (publication / "seeds" / "sources.csv").read_text("utf-8").splitlines()[0]
    (publication / "seeds" / "sources.csv").write_text(f"{header}\n", encoding="utf-8")
    with pytest.raises(FigtrailError, match=r"corrections\.csv, line 2: no source 'example'"):
        publish(publication)
    header = (publication / "build" / "corrections.csv").read_text("utf-8").splitlines()[0]
    (publication / "build" / "corrections.csv").write_text(f"{header}\n", encoding="utf-8")
    publish(publication)
    package = publication / "datapackage"
    assert [row["quote"] for row in read_table(package / "data" / "figures.csv")] == ["472"]
    for path in package.rglob("*"):
        if path.is_file():
            assert b"reading groups" not in path.read_bytes(), path.name


def test_an_article_that_changed_is_published_anew(publication: Path) -> None:
    publish(publication)
    figures = publication / "datapackage" / "data" / "figures.csv"
    before = {row["quote"]: row["figure_id"] for row in read_table(figures)}
    article = publication / "seeds" / "example.txt"
    article.write_text(article.read_text("utf-8").replace("31,000", "29,000"), encoding="utf-8")
    publish(publication)
    after = {row["quote"]: row["figure_id"] for row in read_table(figures)}
    assert set(before) ^ set(after) == {"31,000", "29,000"}
    assert after["£1.2m"] == before["£1.2m"]
    report = pipeline.validate(publication / "datapackage", require_sources=True, rebuild=True)
    assert report.ok


def test_an_edit_above_a_correction_names_its_line_and_leaves_the_package(
    publication: Path,
) -> None:
    publish(publication)
    sums = publication / "datapackage" / "SHA256SUMS"
    before = hashlib.sha256(sums.read_bytes()).hexdigest()
    article = publication / "seeds" / "example.txt"
    article.write_text("Good news. " + article.read_text("utf-8"), encoding="utf-8")
    with pytest.raises(FigtrailError, match=r"corrections\.csv, line 2: the text at"):
        publish(publication)
    assert hashlib.sha256(sums.read_bytes()).hexdigest() == before


def test_the_commands_of_the_new_readme_are_those_of_the_tool(publication: Path) -> None:
    text = (publication / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert block.splitlines() == [
        "pip install figtrail",
        "figtrail publish",
        "figtrail validate --require-sources --rebuild",
    ]


def test_the_workflow_publishes_proves_and_deploys_the_page(publication: Path) -> None:
    workflow: Any = yaml.safe_load(
        (publication / ".github/workflows/publish.yml").read_text("utf-8")
    )
    # YAML 1.1 reads the key "on" as true.
    assert set(workflow[True]) == {"push", "pull_request", "workflow_dispatch"}
    package, page = workflow["jobs"]["package"], workflow["jobs"]["page"]
    assert [step["run"] for step in package["steps"] if "run" in step] == [
        "pip install figtrail",
        "figtrail publish",
        "figtrail validate --require-sources --rebuild --format github",
    ]
    uses = [step["uses"].partition("@")[0] for step in package["steps"] if "uses" in step]
    assert uses[-1] == "actions/upload-pages-artifact"
    assert package["steps"][-1]["with"] == {"path": "datapackage"}
    assert page["needs"] == "package"
    assert page["permissions"] == {"pages": "write", "id-token": "write"}
    assert page["steps"][-1]["uses"].startswith("actions/deploy-pages@")
