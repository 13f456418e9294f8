"""The page with twenty thousand figures: quick, and complete all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser import Opener
from page_browser import rows
from page_samples import read_content

MOST_MILLISECONDS, TRIES = 100, 12

TIME = """async ([act, most, tries]) => {
  let best = Infinity;
  for (let round = 0; round < tries && best >= most; round += 1) {
    const started = performance.now();
    eval(act);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    best = Math.min(best, performance.now() - started);
    await new Promise((done) => setTimeout(done, 50));
  }
  return best;
}"""
"""The time of the quickest try, in milliseconds; no further try where one was quick enough.

Other programs can only add to what the page itself takes. Each try does something new, so that
nothing is won by what an earlier one left.
"""


def _wait_until_prepared(page: Page) -> None:
    page.wait_for_function("performance.getEntriesByName('prepared').length > 0")


@pytest.mark.parametrize(
    "act",
    [
        "const box = document.getElementById('query'); box.value = `ward ${round}`;"
        "box.dispatchEvent(new Event('input'))",
        "document.querySelector('th[data-sort=measured] button').click()",
        "const place = document.getElementById('filter-place');"
        "place.value = place.value ? '' : 'York'; place.dispatchEvent(new Event('change'))",
        "scrollTo(0, 100000 * (round + 1))",
        "const trail = document.getElementById('trail'); if (trail.open) trail.close();"
        "document.querySelectorAll('tr[data-figure] a')[round].click()",
    ],
    ids=["search", "sort", "filter", "scroll", "open"],
)
def test_twenty_thousand_figures_answer_within_a_tenth_of_a_second(
    large_page: Path, open_page: Opener, act: str
) -> None:
    """From the action to the frame that shows what it did."""
    page = open_page(large_page, bypass_csp=True)
    _wait_until_prepared(page)
    assert page.evaluate(TIME, [act, MOST_MILLISECONDS, TRIES]) < MOST_MILLISECONDS


def test_of_twenty_thousand_rows_only_those_near_the_window_are_made(
    large_page: Path, open_page: Opener
) -> None:
    page = open_page(large_page)
    expect(page.locator("#result-count")).to_have_text("All 20,000 figures")
    assert rows(page).count() < 100
    assert page.locator("#table").get_attribute("aria-rowcount") == "20001"


def test_scrolling_to_the_end_shows_the_last_row(large_page: Path, open_page: Opener) -> None:
    page = open_page(large_page)
    last = page.locator("tr[data-figure][aria-rowindex='20001']")
    # Rows are measured as they are made, so that the end moves while one comes nearer to it.
    page.wait_for_function(
        "() => { document.getElementById('charts').scrollIntoView({ block: 'end' });"
        " return document.querySelector('tr[aria-rowindex=\"20001\"]') !== null; }"
    )
    expect(last).to_be_visible()


def test_closing_a_trail_that_was_opened_by_its_address_shows_its_row(
    large_page: Path, open_page: Opener
) -> None:
    figure_id = read_content(large_page)["figures"]["figure_id"][15000]
    page = open_page(large_page, f"#{figure_id}")
    page.get_by_role("button", name="Close").click()
    row = page.locator(f"tr[data-figure={figure_id}]")
    expect(row).to_be_in_viewport()
    expect(row.get_by_role("link")).to_be_focused()


def test_a_long_list_of_choices_can_be_chosen_from(large_page: Path, open_page: Opener) -> None:
    page = open_page(large_page)
    speakers = page.locator("#filters").get_by_label("Speaker")
    speakers.focus()
    speakers.select_option(value="Cllr 7")
    expect(page.locator("#result-count")).to_have_text("80 of 20,000 figures")
    page.get_by_label("Search", exact=True).focus()
    expect(speakers).to_have_value("Cllr 7")


def test_print_shows_the_first_thousand_of_many(large_page: Path, open_page: Opener) -> None:
    page = open_page(large_page)
    page.emulate_media(media="print")
    expect(rows(page)).to_have_count(1000)
    expect(page.locator("#print-notice")).to_have_text("The first 1,000 figures of 20,000.")
    page.emulate_media(media="screen")
    expect(page.locator("#print-notice")).to_be_hidden()
