"""Fixtures for every test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from browser import Opener


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


# Playwright holds an event loop while it runs: a browser must be gone before the next module.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for the tests of one module."""
    from browser import start_browser

    with start_browser() as started:
        yield started


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Opener]:
    """Opens a page; whatever goes wrong in it, or leaves it, fails the test."""
    from browser import make_opener

    with make_opener(browser) as open_it:
        yield open_it


@pytest.fixture(scope="session")
def small_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index.html of ten figures."""
    from page_samples import make_small_tables, write_page

    return write_page(make_small_tables(), tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def large_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index.html of twenty thousand figures."""
    from page_samples import make_large_tables, write_page

    return write_page(make_large_tables(articles=1000, each=20), tmp_path_factory.mktemp("large"))
