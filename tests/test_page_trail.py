"""The trail of a figure: from the number to the sentence, and the address of both."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from browser import Opener
from page_browser import find_id
from page_samples import make_small_tables


def test_a_row_opens_the_trail_with_the_figure_marked_in_its_sentence(
    small_page: Path, open_page: Opener
) -> None:
    """The sentence starts with a character outside the basic plane: offsets are code points."""
    page = open_page(small_page)
    page.get_by_role("cell", name="call-outs", exact=False).first.click()
    trail = page.get_by_role("dialog")
    expect(trail.locator("blockquote")).to_have_text(
        "🚒 Crews in Leeds were called out about 900 times in 2018."
    )
    expect(trail.locator("mark")).to_have_text("900")


def test_the_trail_tells_article_date_and_the_live_address_of_the_words(
    small_page: Path, open_page: Opener
) -> None:
    trail = open_page(small_page, f"#{find_id(small_page, '712')}").get_by_role("dialog")
    expect(trail.locator(".source")).to_contain_text("All about crews")
    expect(trail.locator(".source")).to_contain_text("The Post, 2 May 2024")
    link = trail.get_by_role("link", name="Open the article at these words").get_attribute("href")
    assert link.startswith("https://news.example/crews#:~:text=")


def test_the_trail_shows_relations_and_checks_with_their_verdicts(
    small_page: Path, open_page: Opener
) -> None:
    trail = open_page(small_page, f"#{find_id(small_page, '49.4 per cent')}").get_by_role("dialog")
    assert trail.locator(".ties .tie").all_text_contents() == ["Changes from", "Changes to"]
    expect(trail.locator(".own-checks")).to_contain_text("Doesn’t add up")
    expect(trail.locator(".own-checks")).to_contain_text("It is 49.44.")


def test_the_trail_lists_every_column(small_page: Path, open_page: Opener) -> None:
    trail = open_page(small_page, f"#{find_id(small_page, '712')}").get_by_role("dialog")
    trail.get_by_text("All columns").click()
    listed = trail.locator(".all-columns tbody code").all_text_contents()
    assert listed == make_small_tables()["figures"].column_names


def test_an_address_that_was_shared_opens_its_figure(small_page: Path, open_page: Opener) -> None:
    page = open_page(small_page, f"#{find_id(small_page, '1,064')}")
    expect(page.get_by_role("dialog").get_by_role("heading", level=2)).to_have_text("1,064")


def test_the_address_of_a_figure_can_be_copied(small_page: Path, open_page: Opener) -> None:
    figure_id = find_id(small_page, "1,064")
    page = open_page(small_page, f"#{figure_id}", permissions=["clipboard-read", "clipboard-write"])
    field = page.get_by_label("Address of this figure")
    assert field.input_value() == f"{small_page.as_uri()}#{figure_id}"
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.locator("#trail .announcement")).to_have_text("Address copied")


def test_closing_a_trail_after_stepping_on_shows_the_row_that_was_read_last(
    small_page: Path, open_page: Opener
) -> None:
    page = open_page(small_page)
    page.get_by_role("link", name="712", exact=True).first.click()
    page.get_by_role("dialog").get_by_role("link", name="Next").click()
    expect(page.locator("#trail-heading")).to_have_text("more than 1,000")
    page.get_by_role("button", name="Close").click()
    expect(page.locator(f"tr[data-figure={find_id(small_page, '1,000')}] a")).to_be_focused()


def test_back_closes_the_trail_and_forward_opens_it(small_page: Path, open_page: Opener) -> None:
    page = open_page(small_page)
    page.get_by_role("link", name="712", exact=True).first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.go_forward()
    expect(page.get_by_role("dialog")).to_be_visible()


def test_an_address_that_comes_while_the_trail_closes_opens_it_again(
    small_page: Path, open_page: Opener
) -> None:
    """Back and forward may follow each other faster than the browser tells of the closing."""
    figure = find_id(small_page, "712")
    page = open_page(small_page, f"#{figure}")
    page.evaluate(
        "figure => {"
        " addEventListener('hashchange', () => { location.hash = figure; }, {once: true});"
        " location.hash = ''; }",
        figure,
    )
    expect(page.get_by_role("dialog")).to_be_visible()
    assert page.evaluate("location.hash") == f"#{figure}"


def test_closing_the_trail_takes_its_address_away(small_page: Path, open_page: Opener) -> None:
    page = open_page(small_page, f"#{find_id(small_page, '712')}")
    page.get_by_role("button", name="Close").click()
    assert page.evaluate("location.hash") == ""


def test_the_next_figure_is_the_next_of_those_chosen(small_page: Path, open_page: Opener) -> None:
    page = open_page(small_page)
    page.locator("th[data-sort=number] button").click()
    page.get_by_role("link", name="3 of 4").click()
    page.get_by_role("dialog").get_by_role("link", name="Next").click()
    expect(page.locator("#trail-heading")).to_have_text("up 49.4 per cent")


def test_an_unknown_address_is_told_of(small_page: Path, open_page: Opener) -> None:
    page = open_page(small_page, "#f-aaaaaaaaaaaaaaaa")
    expect(page.locator("#announcement")).to_have_text(
        "No figure of this publication has that address."
    )
