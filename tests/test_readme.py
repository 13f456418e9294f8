"""The README keeps its word: its commands run, and its Python prints what it says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [match.groups() for match in BLOCK.finditer((ROOT / "README.md").read_text("utf-8"))]
PYTHON = [
    (code, output if kind == "text" else None)
    for (language, code), (kind, output) in zip(BLOCKS, [*BLOCKS[1:], ("", "")], strict=True)
    if language == "python"
]
SHELL = [code for language, code in BLOCKS if language == "sh"]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What the commands of the README need of this repository."""
    for name in ("seeds", "build", "schemas", "datapackage"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "activate").touch()
    return tmp_path


def run(command: list[str], folder: Path) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("code", SHELL)
def test_a_shell_block_runs(checkout: Path, code: str) -> None:
    # make would install into this very environment: that its targets exist is enough here.
    script = re.sub(r"^make ", "make --dry-run --assume-old=.venv/installed ", code, flags=re.M)
    run(["bash", "-e", "-o", "pipefail", "-c", script], checkout)


@pytest.mark.parametrize(("code", "output"), PYTHON)
def test_a_python_block_prints_what_follows_it(
    checkout: Path, code: str, output: str | None
) -> None:
    printed = run([sys.executable, "-c", code], checkout)
    assert printed
    if output is not None:
        assert printed == output


def test_the_rise_is_found_in_five_lines() -> None:
    code, output = PYTHON[0]
    assert len([line for line in code.splitlines() if line]) <= 5
    assert output is not None
    assert re.search(r"442.*\n.*472", output)


def test_every_linked_file_exists() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / "README.md").read_text("utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
