"""The page for everybody: by keyboard or screen reader, on a phone, on paper, without scripts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from browser import DESKTOP, PHONE, Opener
from page_browser import find_id, rows


def test_all_of_it_works_with_the_keyboard_alone(small_page: Path, open_page: Opener) -> None:
    """From the first tab: skip to the figures, search, open, step on, close, back where one was."""
    page = open_page(small_page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the figures")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Search", exact=True)).to_be_focused()
    page.keyboard.type("call-outs")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('number')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("#trail-heading")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert page.evaluate("document.activeElement.textContent") == "about 900"


def test_a_point_of_a_chart_can_be_reached_and_followed_by_keyboard(
    small_page: Path, open_page: Opener
) -> None:
    page = open_page(small_page)
    # A chart is drawn when its width is known, in the first frame after the page is put together.
    expect(page.locator("#chart-list .stated a")).to_have_count(7)
    page.locator("#charts").focus()
    page.keyboard.press("Tab")
    expect(page.locator(f"#charts a[data-figure={find_id(small_page, '900')}]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#trail mark")).to_have_text("900")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("opened", [False, True], ids=["page", "trail"])
def test_axe_finds_nothing_to_mend(
    small_page: Path, open_page: Opener, scheme: str, viewport: dict[str, int], opened: bool
) -> None:
    address = f"#{find_id(small_page, '49.4 per cent')}" if opened else ""
    page = open_page(small_page, address, color_scheme=scheme, viewport=viewport)
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    expect(page.locator("#chart-list .stated a")).to_have_count(7)
    found = Axe().run(page).response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []


def test_the_dark_scheme_is_dark(small_page: Path, open_page: Opener) -> None:
    page = open_page(small_page, color_scheme="dark")
    colours = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert max(int(part) for part in re.findall(r"\d+", colours)) < 40


@pytest.mark.parametrize("width", [390, 320])
def test_nothing_is_wider_than_a_phone(small_page: Path, open_page: Opener, width: int) -> None:
    page = open_page(small_page, viewport={"width": width, "height": 700})
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.evaluate("document.querySelector('tr[data-figure] a').click()")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_text("All columns").click()
    assert page.evaluate("document.getElementById('trail').scrollWidth") <= width


def test_print_shows_figures_charts_and_checks_without_what_is_for_screens(
    small_page: Path, open_page: Opener
) -> None:
    page = open_page(small_page)
    page.emulate_media(media="print")
    expect(page.locator("#query")).to_be_hidden()
    expect(page.get_by_role("navigation")).to_be_hidden()
    expect(rows(page)).to_have_count(10)
    expect(page.locator("#chart-list .stated a")).to_have_count(7)
    expect(page.locator(".check")).to_have_count(3)


def test_print_shows_the_trail_alone_where_one_is_open(small_page: Path, open_page: Opener) -> None:
    page = open_page(small_page, f"#{find_id(small_page, '712')}")
    page.emulate_media(media="print")
    expect(page.locator("#trail blockquote")).to_be_visible()
    expect(page.locator("main")).to_be_hidden()


def test_a_page_without_scripts_still_says_what_it_is(small_page: Path, open_page: Opener) -> None:
    page = open_page(small_page, java_script_enabled=False)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".counts")).to_be_visible()
    expect(page.get_by_role("link", name="Figures, CSV")).to_be_visible()
