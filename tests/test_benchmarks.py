"""The benchmark runs, and its texts are what their names promise."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import figtrail

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


@pytest.fixture
def corpora(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module benchmarks/corpora.py, which is no part of the package."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import corpora

    return corpora


def test_it_measures_figtrail_alone_without_the_peers() -> None:
    command = [sys.executable, str(BENCHMARKS / "compare.py"), "--only", "figtrail"]
    options = ["--most", "3000", "--repeats", "1", "--runs", "1", "--streams"]
    options += ["--jobs", "1", "2"]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=True)
    titles = [line.strip("*") for line in done.stdout.splitlines() if line.startswith("**")]
    assert titles == ["seeds, repeated", "golden texts, once", "no numbers", "start", "jobs"]
    assert done.stdout.count("| figtrail | ") == 3
    assert "| extract - | 2 | " in done.stdout
    assert "| publish | 2 | " in done.stdout


def test_peers_are_refused_where_no_environment_is_named() -> None:
    command = [sys.executable, str(BENCHMARKS / "compare.py"), "--only", "duckling"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "--peers is needed" in done.stderr


def test_the_text_without_numbers_states_no_figure(corpora: ModuleType) -> None:
    texts = corpora.generate_plain(100_000)
    assert [figtrail.extract(text) for text in texts] == [[] for _ in texts]


def test_generated_texts_are_the_same_each_time(corpora: ModuleType) -> None:
    assert corpora.generate_plain(20_000) == corpora.generate_plain(20_000)
    assert list(corpora.vary_seeds(20_000)) == list(corpora.vary_seeds(20_000))


def test_varied_seeds_do_not_repeat(corpora: ModuleType) -> None:
    texts = list(corpora.vary_seeds(200_000))
    assert len(set(texts)) == len(texts)
