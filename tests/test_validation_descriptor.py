"""The rules for the descriptor, held against the official definitions of Data Package v2."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from figtrail.validation.descriptor import check_descriptor, is_relative_path, read_descriptor
from figtrail.validation.resources import check_resources

JUNK: list[object] = [
    *(None, True, 0, -1, 1.5, "", " ", "a", "A b/c", "/etc/passwd", "../up", "file:x", "é"),
    *([], [None], [[]], ["a", "a"], [{}], {}, {"a": 1}, [{"name": "!"}], [{"title": 1}]),
    *([{"path": "../up"}], [{"email": 1}], [{"roles": []}], [{"roles": [1]}]),
]
"""What may stand where it shouldn't."""

Steps = tuple[str | int, ...]


@pytest.fixture(scope="module")
def official() -> Draft7Validator:
    """The official profile of Data Package v2, as dplib-py carries it."""
    profile = (files("dplib") / "profiles/2.0/datapackage.json").read_text(encoding="utf-8")
    return Draft7Validator(json.loads(profile))


@pytest.fixture(scope="module")
def descriptor(published: Path) -> dict[str, Any]:
    """The descriptor of the sample package, with every property that figtrail can write."""
    written: dict[str, Any] = json.loads(
        (published / "datapackage/datapackage.json").read_text(encoding="utf-8")
    )
    written |= {"homepage": "https://figures.example/", "keywords": ["leeds"]}
    written["contributors"] = [
        {
            "title": "Jo Park",
            "path": "https://jo.example/",
            "email": "jo@figures.example",
            "organization": "The Post",
            "roles": ["author"],
        }
    ]
    smallest = [item for item in written["resources"] if "check_figures" in item["path"]]
    written["resources"] = smallest
    return written


def refused(descriptor: dict[str, Any]) -> bool:
    """Whether our rules find anything wrong with a descriptor."""
    return bool([*check_descriptor(descriptor), *check_schemas(descriptor)])


def check_schemas(descriptor: dict[str, Any]) -> list[str]:
    """The schemas that are not the promised ones."""
    return [f.code for f in check_resources(descriptor) if f.code == "schema-differs"]


def list_steps(content: object, steps: Steps = ()) -> Iterator[Steps]:
    """The way to every property and member of a descriptor, down to the fields of schemas."""
    items: list[tuple[str | int, object]] = []
    if isinstance(content, dict):
        items = list(content.items())
    elif isinstance(content, list):
        items = list(enumerate(content[:2]))
    for step, inner in items:
        yield (*steps, step)
        yield from list_steps(inner, (*steps, step))


def change(descriptor: dict[str, Any], steps: Steps, junk: object) -> dict[str, Any]:
    """A copy of a descriptor with another content at one place."""
    changed = copy.deepcopy(descriptor)
    inner: Any = changed
    for step in steps[:-1]:
        inner = inner[step]
    inner[steps[-1]] = copy.deepcopy(junk)
    return changed


def remove(descriptor: dict[str, Any], steps: Steps) -> dict[str, Any]:
    """A copy of a descriptor without one place."""
    changed = copy.deepcopy(descriptor)
    inner: Any = changed
    for step in steps[:-1]:
        inner = inner[step]
    del inner[steps[-1]]
    return changed


def test_what_is_written_satisfies_the_official_definition(
    published: Path, official: Draft7Validator
) -> None:
    written = json.loads((published / "datapackage/datapackage.json").read_text(encoding="utf-8"))
    assert list(official.iter_errors(written)) == []


def test_what_is_written_satisfies_our_rules(descriptor: dict[str, Any]) -> None:
    assert check_descriptor(descriptor) == []
    assert check_schemas(descriptor) == []


def test_whatever_the_official_definition_refuses_is_refused(
    descriptor: dict[str, Any], official: Draft7Validator
) -> None:
    """Junk at every place of a descriptor, and every place removed."""
    places = list(list_steps(descriptor))
    broken = [
        (steps, junk, change(descriptor, steps, junk))
        for steps in places
        # Inside a schema any change is refused: it must be the promised one to the letter.
        for junk in (JUNK[:2] if "fields" in steps else JUNK)
    ]
    broken += [(steps, "removed", remove(descriptor, steps)) for steps in places]
    missed = [
        (steps, junk)
        for steps, junk, changed in broken
        if not refused(changed) and not official.is_valid(changed)
    ]
    assert len(broken) > 1500
    assert missed == []


@pytest.mark.parametrize(
    ("path", "safe"),
    [
        ("data/figures.csv", True),
        ("a.csv", True),
        ("", False),
        (7, False),
        ("/data/a.csv", False),
        ("../a.csv", False),
        ("data/../../a.csv", False),
        ("data/./a.csv", False),
        ("data//a.csv", False),
        ("./a.csv", False),
        ("~/a.csv", False),
        (".hidden/a.csv", False),
        ("data\\a.csv", False),
        ("C:/a.csv", False),
        ("https://x.example/a.csv", False),
        ("data/a\0.csv", False),
        ("data/a\n.csv", False),
    ],
)
def test_a_path_must_stay_below_the_descriptor(path: object, safe: bool) -> None:
    assert is_relative_path(path) is safe


@pytest.mark.parametrize(
    ("created", "right"),
    [
        ("2026-03-01T00:00:00Z", True),
        ("2026-03-01T00:00:00.5+01:00", True),
        ("2026-03-01", False),
        ("2026-03-01T00:00:00", False),
        ("2026-02-30T00:00:00Z", False),
        ("2026-03-01 00:00:00Z", False),
    ],
)
def test_created_is_a_date_time_of_rfc_3339(
    descriptor: dict[str, Any], created: str, right: bool
) -> None:
    assert (check_descriptor({**descriptor, "created": created}) == []) is right


def test_deep_nesting_is_refused_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text("[" * 200_000, encoding="utf-8")
    content, findings = read_descriptor(tmp_path)
    assert content is None
    assert [finding.code for finding in findings] == ["descriptor-unreadable"]


def test_a_descriptor_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "outside.json").write_text("{}", encoding="utf-8")
    (tmp_path / "package").mkdir()
    (tmp_path / "package/datapackage.json").symlink_to(tmp_path / "outside.json")
    content, findings = read_descriptor(tmp_path / "package")
    assert content is None
    assert [finding.code for finding in findings] == ["path-unsafe"]
