"""The wheel holds everything that publishing needs, and so does a source archive."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PUBLISH = """
import sys
sys.path.insert(0, sys.argv.pop(1))
import figtrail
assert figtrail.__file__.startswith(sys.path[0]), figtrail.__file__
from figtrail.cli import main
main()
"""


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The wheel and the source archive, by ending."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return {path.suffix: path for path in out.iterdir()}


def test_a_wheel_publishes_and_validates_a_bare_folder(
    archives: dict[str, Path], tmp_path: Path
) -> None:
    with zipfile.ZipFile(archives[".whl"]) as wheel:
        wheel.extractall(tmp_path / "site")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("There were 472 fires.", encoding="utf-8")
    for arguments in (["publish", "articles", "--out", "package"], ["validate", "package"]):
        command = [sys.executable, "-I", "-c", PUBLISH, str(tmp_path / "site"), *arguments]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_a_wheel_holds_every_file_of_the_package_and_the_schemas(
    archives: dict[str, Path],
) -> None:
    package = ROOT / "src" / "figtrail"
    paths = [path for path in package.rglob("*") if path.is_file()]
    files = {path.relative_to(package.parent).as_posix() for path in paths}
    files = {name for name in files if "__pycache__" not in name}
    schemas = {f"figtrail/table_schemas/{path.name}" for path in (ROOT / "schemas").iterdir()}
    with zipfile.ZipFile(archives[".whl"]) as wheel:
        shipped = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert shipped == files | schemas


def test_a_source_archive_holds_what_the_publication_is_made_of(
    archives: dict[str, Path],
) -> None:
    with tarfile.open(archives[".gz"]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"seeds/sources.csv", "build/recipe.toml", "schemas/figures.json", "LICENSE"} <= names
