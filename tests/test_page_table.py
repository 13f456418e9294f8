"""The page's top and table: what a reader sees, searches, filters, sorts and takes along."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser import Opener
from page_browser import numbers


def test_the_top_says_how_many_figures_facts_and_articles_there_are(
    small_page: Path, open_page: Opener
) -> None:
    page = open_page(small_page)
    assert page.locator(".counts > div").all_text_contents() == [
        "figures10", "distinct facts10", "articles2", "checks with a verdict3",
        "disagreements2",
    ]  # fmt: skip


def test_each_figure_is_shown_as_a_reader_would_write_it(
    small_page: Path, open_page: Opener
) -> None:
    assert numbers(open_page(small_page)) == [
        "more than £5m a year", "3 of 4", "about 900", "712", "more than 1,000", "1,064",
        "up to 800", "600–750", "nearly 950", "up 49.4 per cent",
    ]  # fmt: skip


def test_what_looks_like_markup_is_shown_as_text(small_page: Path, open_page: Opener) -> None:
    page = open_page(small_page)
    expect(page.locator("h1")).to_have_text("Crews & call-outs </script><b>of Leeds")
    expect(page.get_by_text("<img src=x onerror=alert(1)> call-outs").first).to_be_visible()
    assert page.locator("img").count() == 0


def test_a_search_keeps_the_figures_that_have_every_word(
    small_page: Path, open_page: Opener
) -> None:
    page = open_page(small_page)
    page.get_by_label("Search", exact=True).fill("REYES 712")
    expect(page.locator("#result-count")).to_have_text("1 of 10 figures")
    assert numbers(page) == ["712"]


def test_a_search_that_finds_nothing_says_so(small_page: Path, open_page: Opener) -> None:
    page = open_page(small_page)
    page.get_by_label("Search", exact=True).fill("giraffe")
    expect(page.locator("#result-count")).to_contain_text("None of the 10 figures fits")
    expect(page.locator("#table")).to_be_hidden()


@pytest.mark.parametrize(
    ("label", "choice", "found"),
    [
        ("Measure", "No code (3)", ["more than £5m a year", "3 of 4", "up 49.4 per cent"]),
        ("Kind", "Money (1)", ["more than £5m a year"]),
        ("Status", "Target (1)", ["up to 800"]),
        ("Speaker", "Cllr Ana Reyes (1)", ["712"]),
        ("Verdict", "✕ Doesn’t add up (1)", ["up 49.4 per cent"]),
        ("Article", "All about costs (2)", ["more than £5m a year", "3 of 4"]),
    ],
)
def test_a_filter_keeps_the_figures_that_fit(
    small_page: Path, open_page: Opener, label: str, choice: str, found: list[str]
) -> None:
    page = open_page(small_page)
    page.locator("#filters").get_by_label(label, exact=True).select_option(
        label=choice.removeprefix("✕ ")
    )
    assert numbers(page) == found


def test_all_filters_are_taken_away_at_once(small_page: Path, open_page: Opener) -> None:
    page = open_page(small_page)
    page.locator("#filters").get_by_label("Kind").select_option(value="money")
    page.get_by_label("Each fact once").check()
    page.get_by_role("button", name="Clear search and filters").click()
    expect(page.locator("#result-count")).to_have_text("All 10 figures")
    expect(page.get_by_role("button", name="Clear search and filters")).to_be_hidden()


def test_a_heading_sorts_up_and_then_down(small_page: Path, open_page: Opener) -> None:
    page = open_page(small_page)
    heading = page.get_by_role("button", name="Figure", exact=True)
    heading.click()
    assert numbers(page)[:3] == ["3 of 4", "up 49.4 per cent", "600–750"]
    assert page.locator("th[data-sort=number]").get_attribute("aria-sort") == "ascending"
    page.locator("th[data-sort=number] button").click()
    assert numbers(page)[:2] == ["more than £5m a year", "1,064"]
    assert page.locator("th[data-sort=number]").get_attribute("aria-sort") == "descending"


def test_undated_figures_stand_last_whichever_way_periods_are_sorted(
    small_page: Path, open_page: Opener
) -> None:
    page = open_page(small_page)
    for _ in range(2):
        page.locator("th[data-sort=period] button").click()
        assert set(numbers(page)[-4:]) == {
            "nearly 950", "up 49.4 per cent", "more than £5m a year", "3 of 4",
        }  # fmt: skip


def test_the_choice_of_figures_has_an_address(small_page: Path, open_page: Opener) -> None:
    page = open_page(small_page)
    page.locator("#filters").get_by_label("Status").select_option(value="target")
    address = page.evaluate("location.hash")
    assert numbers(open_page(small_page, address)) == ["up to 800"]


def test_the_citation_is_ready_to_copy_in_words_and_as_bibtex(
    small_page: Path, open_page: Opener
) -> None:
    page = open_page(small_page, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy BibTeX").click()
    expect(page.locator("#announcement")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("@misc{")
    assert "  howpublished = {Data set}" in copied
    page.get_by_role("button", name="Copy citation").click()
    page.wait_for_function(
        "async () => (await navigator.clipboard.readText()).endsWith('[data set].')"
    )
