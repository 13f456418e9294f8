"""Fixtures for every test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample publication, seeds and datapackage: not to be changed."""
    # Imported here, so that tests which publish nothing don't load what publishing needs.
    from sample_package import publish_sample

    return publish_sample(tmp_path_factory.mktemp("published")).parent


@pytest.fixture
def package(published: Path, tmp_path: Path) -> Path:
    """A copy of the sample package, its articles beside it, free to be broken."""
    shutil.copytree(published, tmp_path / "copy")
    return tmp_path / "copy" / "datapackage"
