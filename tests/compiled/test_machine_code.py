"""The extractor as machine code gives what its source gives: `make test-compiled` runs this.

It compares two environments, so it isn't among the tests that need only one.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / ".venv" / "bin"
COMPILED = ROOT / ".venv-compiled" / "bin"

MODULES = """
import importlib, pkgutil
import figtrail.extraction as package
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    if not module.ispkg:
        print(importlib.import_module(module.name).__file__)
"""
READ = """
from pathlib import Path
from figtrail.evaluation import read_gold
from figtrail.extraction.figures import extract_figures
for article in read_gold(sorted(Path("tests/golden").glob("*.jsonl"))):
    print(repr(extract_figures(article.document)))
"""


def run(*command: str | Path) -> str:
    done = subprocess.run(
        [str(part) for part in command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_module_of_the_extractor_is_machine_code() -> None:
    files = run(COMPILED / "python", "-I", "-c", MODULES).split()
    assert len(files) > 300
    assert {Path(file).suffix for file in files} == {".so"}


def test_it_reads_every_golden_text_the_same() -> None:
    found = run(COMPILED / "python", "-I", "-c", READ)
    assert found.count("Figure(") > 10_000
    assert found == run(SOURCE / "python", "-I", "-c", READ)


def test_it_publishes_the_same_package() -> None:
    options = ("--seeds", "seeds", "--require-sources", "--rebuild")
    run(COMPILED / "figtrail", "validate", "datapackage", *options)
