"""A real browser for the tests of pages: Chromium as the system has it, with nothing let out."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
OWN = ("file:", "data:", "blob:")

# What a page promises holds at once; a machine that does much else may still need seconds for it.
expect.set_options(timeout=20_000)

Opener = Callable[..., Page]
"""Opens a page at an address within it, with settings of a browser's context."""


@contextmanager
def start_browser() -> Iterator[Browser]:
    """Chromium, started; without it the test is passed over, but fails where CI installs it."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        need = "the tests of a page need Chromium: apt-get install chromium"
        pytest.fail(need) if os.environ.get("CI") else pytest.skip(need)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=SWITCHES)
        yield started
        started.close()


@contextmanager
def make_opener(browser: Browser) -> Iterator[Opener]:
    """Opens pages in contexts of their own; a fault, or a request to elsewhere, fails the test."""
    faults: list[str] = []
    contexts = []

    def open_it(path: Path, address: str = "", **settings: Any) -> Page:  # noqa: ANN401
        context = browser.new_context(**{"viewport": DESKTOP, **settings})
        contexts.append(context)
        page = context.new_page()
        watch_page(page, faults)
        page.goto(path.as_uri() + address)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert faults == []


def watch_page(page: Page, faults: list[str]) -> None:
    """Note down whatever goes wrong in a page, or leaves it."""
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("request", lambda request: _note_request(request.url, faults))


def _note_request(url: str, faults: list[str]) -> None:
    if not url.startswith(OWN):
        faults.append(f"asked for {url}")
