"""The documents say what the code does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from figtrail.codelists import CORRECTION_COLUMNS, MEASURE_COLUMNS, PLACE_COLUMNS, REFERENCE_COLUMNS
from figtrail.gazetteers import COLUMN_NAMES
from figtrail.reading.manifest import COLUMNS
from figtrail.recipe import KEYS

ROOT = Path(__file__).parents[1]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_key_and_column_of_a_recipe_is_explained() -> None:
    named = set(re.findall(r"`\[*([a-z_0-9]+)\]*`", read("docs/recipe.md")))
    columns = {*MEASURE_COLUMNS, *PLACE_COLUMNS, *REFERENCE_COLUMNS, *CORRECTION_COLUMNS}
    known = {*KEYS, *columns, *COLUMNS, *COLUMN_NAMES} - {"reference_id"}
    assert known - named == set()


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads(read("pyproject.toml"))
    groups = project["dependency-groups"]
    tools = [tool for group in groups.values() for tool in group if isinstance(tool, str)]
    wanted = [*project["project"]["dependencies"], *tools]
    names = {re.split(r"[<>=]", requirement)[0] for requirement in wanted}
    table = read("DECISIONS.md").partition("## Dependencies")[2]
    assert [name for name in sorted(names) if not re.search(rf"\b{name}\b", table)] == []


def test_the_version_is_the_same_everywhere() -> None:
    version = tomllib.loads(read("pyproject.toml"))["project"]["version"]
    assert f"\nversion: {version}\n" in read("CITATION.cff")
    assert re.findall(r"^## ([\d.]+)", read("CHANGELOG.md"), re.MULTILINE)[0] == version


def test_every_release_has_a_heading_for_data_and_one_for_code() -> None:
    _, *releases = re.split(r"^## ", read("CHANGELOG.md"), flags=re.MULTILINE)
    for release in releases:
        assert re.findall(r"^### (\w+)", release, re.MULTILINE) == ["Data", "Code"]


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_names_a_hash_for_everything_and_no_host(name: str) -> None:
    lock = read(name)
    pins = re.split(r"^(?=[a-z])", lock, flags=re.MULTILINE | re.IGNORECASE)[1:]
    assert len(pins) > 40
    assert all("--hash=sha256:" in pin for pin in pins)
    assert "://" not in lock
    assert "--index" not in lock
