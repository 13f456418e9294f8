"""Chromium as the system has it, and what tests of the page look for in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from page_samples import read_content

SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}

Opener = Callable[..., Page]
"""Opens a page at an address within it, with settings of a browser's context."""


def start_browser() -> Iterator[Browser]:
    """A running Chromium; where there is none, the test is skipped, in CI failed."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        need = "the tests of the page need Chromium: apt-get install chromium"
        # CI installs it, so that there nothing is passed over.
        pytest.fail(need) if os.environ.get("CI") else pytest.skip(need)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=SWITCHES)
        yield started
        started.close()


def watch_pages(browser: Browser) -> Iterator[Opener]:
    """Opens pages; whatever goes wrong in one, or leaves it, fails the test."""
    faults: list[str] = []
    contexts = []

    def open_it(path: Path, address: str = "", **settings: Any) -> Page:  # noqa: ANN401
        context = browser.new_context(**{"viewport": DESKTOP, **settings})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        page.on("request", lambda request: _note_request(request.url, faults))
        page.goto(path.as_uri() + address)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert faults == []


def find_id(path: Path, quote: str) -> str:
    """The figure_id of the figure with that quote."""
    content = read_content(path)["figures"]
    place = _unpack(content["quote"]).index(quote)
    return str(_unpack(content["figure_id"])[place])


def rows(page: Page) -> Locator:
    """The rows of the table that are made."""
    return page.locator("tr[data-figure]")


def numbers(page: Page) -> list[str]:
    """The figures of the table as they are written there."""
    return [str(text) for text in page.locator("tr[data-figure] .number").all_text_contents()]


def _note_request(url: str, faults: list[str]) -> None:
    if not url.startswith(("file:", "data:")):
        faults.append(f"asked for {url}")


def _unpack(column: Any) -> list[Any]:  # noqa: ANN401
    if isinstance(column, list):
        return column
    return [None if code < 0 else column["values"][code] for code in column["codes"]]
