"""action.yml: the steps of the GitHub action, run as a runner runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from sample_breaks import edit_one

ROOT = Path(__file__).parents[1]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = ACTION["runs"]["steps"]
INPUT = "${{ inputs."


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    """A runner's folder for temporary files, figtrail installed in it as the action does."""
    programs = tmp_path / "runner" / "figtrail" / "bin"
    programs.mkdir(parents=True)
    program = programs / "figtrail"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m figtrail "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return tmp_path / "runner"


def validate(folder: Path, runner: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the last step with these inputs, the others at their defaults."""
    step = STEPS[-1]
    given = {name: entry["default"] for name, entry in ACTION["inputs"].items()}
    given |= {name.replace("_", "-"): text for name, text in inputs.items()}
    variables = {
        name: given[source.removeprefix(INPUT).removesuffix(" }}")]
        for name, source in step["env"].items()
    }
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env={**os.environ, **variables, "RUNNER_TEMP": str(runner)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_valid_package_passes(package: Path, runner: Path) -> None:
    done = validate(package.parent, runner, fail_on="inconsistent")
    assert (done.stdout.splitlines()[-1], done.returncode) == ("datapackage is valid", 0)


def test_a_broken_package_fails_with_an_annotation(package: Path, runner: Path) -> None:
    edit_one("figures", 1, "value", 713.0, "csv")(package)
    done = validate(package.parent, runner)
    assert done.returncode == 1
    where = "file=datapackage/data/figures.csv,title=figtrail cell-differs,line=3"
    assert done.stdout.startswith(f"::error {where}::")


def test_inputs_reach_the_command(package: Path, runner: Path) -> None:
    folder = package.parent
    (folder / "seeds").rename(folder / "the articles")
    package.rename(folder / "-the package")
    inputs = {"package": "-the package", "require_sources": "true"}
    assert validate(folder, runner, **inputs).returncode == 1
    found = validate(folder, runner, **inputs, seeds="the articles")
    assert found.returncode == 0, found.stdout
    failed = validate(folder, runner, package="-the package", fail_on="consistent differs")
    assert failed.returncode == 2
    assert "'consistent' is not one of" in failed.stderr


def test_nothing_in_an_input_is_run(package: Path, runner: Path) -> None:
    done = validate(package.parent, runner, package="$(touch ran); touch ran #")
    assert done.returncode == 1
    assert not (package.parent / "ran").exists()
    for step in STEPS:
        assert "${{" not in step.get("run", "")


def test_the_action_installs_itself_and_leaves_the_jobs_python_alone() -> None:
    python, install, _ = STEPS
    assert python["with"]["update-environment"] is False
    assert install["env"]["ACTION"] == "${{ github.action_path }}"
    command = install["run"].splitlines()[-1]
    assert command.endswith('-m pip install --quiet --disable-pip-version-check "$ACTION"')
    assert all(step.get("shell") == "bash" for step in STEPS if "run" in step)


def test_every_input_is_described_and_used() -> None:
    used = set()
    for step in STEPS:
        used |= {*step.get("env", {}).values(), *step.get("with", {}).values()}
    for name, entry in ACTION["inputs"].items():
        assert entry["description"]
        assert f"${{{{ inputs.{name} }}}}" in used
