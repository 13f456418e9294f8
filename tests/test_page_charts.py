"""The page's charts and checks, as drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser import PHONE, Opener
from page_browser import find_id


def test_a_point_of_a_chart_leads_to_its_trail(small_page: Path, open_page: Opener) -> None:
    page = open_page(small_page)
    page.locator("#charts").scroll_into_view_if_needed()
    page.get_by_role("link", name="more than 1,000, 2020, All about crews").click()
    expect(page.locator("#trail mark")).to_have_text("1,000")


def test_a_chart_has_a_point_for_each_level_and_for_no_other(
    small_page: Path, open_page: Opener
) -> None:
    page = open_page(small_page)
    page.locator("#charts").scroll_into_view_if_needed()
    expect(page.locator("#chart-list .stated a")).to_have_count(7)
    points = page.locator("#chart-list .stated a").evaluate_all(
        "points => points.map(point => point.getAttribute('aria-label').split(',')[0])"
    )
    assert points == ["about 900", "712", "more than 1", "1", "up to 800", "600–750", "nearly 950"]


def test_a_figure_without_a_date_stands_beside_the_years_at_its_height(
    small_page: Path, open_page: Opener
) -> None:
    page = open_page(small_page)
    page.locator("#charts").scroll_into_view_if_needed()
    lane = page.locator("#charts .lane rect").bounding_box()
    points = page.locator("#chart-list .stated .dot")
    centres = [
        (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        for box in points.evaluate_all(
            "dots => dots.map(dot => { const box = dot.getBoundingClientRect();"
            " return { x: box.x, y: box.y, width: box.width, height: box.height }; })"
        )
    ]
    assert [lane["x"] < across < lane["x"] + lane["width"] for across, _ in centres] == (
        [False] * 6 + [True]
    )
    # 950 lies between 900 and 1,000.
    assert centres[0][1] > centres[6][1] > centres[2][1]


def test_on_a_phone_figures_without_a_date_are_listed_under_the_chart(
    small_page: Path, open_page: Opener
) -> None:
    page = open_page(small_page, viewport=PHONE)
    expect(page.locator("#charts .undated li")).to_have_text(["nearly 950 All about crews"])
    expect(page.locator("#charts .undated li")).to_be_visible()


@pytest.mark.parametrize(
    ("quote", "upward", "downward"), [("1,000", True, False), ("800", False, True)]
)
def test_an_open_bound_is_drawn_as_an_open_end(
    small_page: Path, open_page: Opener, quote: str, upward: bool, downward: bool
) -> None:
    page = open_page(small_page)
    page.locator("#charts").scroll_into_view_if_needed()
    point = page.locator(f"#charts a[data-figure={find_id(small_page, quote)}]")
    dot = point.locator(".dot").bounding_box()
    whisker = point.locator(".whisker").bounding_box()
    assert (whisker["y"] < dot["y"] - 10) == upward
    assert (whisker["y"] + whisker["height"] > dot["y"] + dot["height"] + 10) == downward


def test_official_values_stand_beside_the_stated_ones(small_page: Path, open_page: Opener) -> None:
    page = open_page(small_page)
    page.locator("#charts").scroll_into_view_if_needed()
    expect(page.locator("#chart-list .official rect")).to_have_count(4)
    page.get_by_text("The values as a table").click()
    expect(page.get_by_role("row", name="2019 715 Official: Home Office")).to_be_visible()


def test_checks_are_listed_worst_first_with_their_verdict_in_words(
    small_page: Path, open_page: Opener
) -> None:
    page = open_page(small_page)
    assert page.locator("#checks h3").all_inner_texts() == [
        "✕ Doesn’t add up\nPercentage change", "≠ Differs\nOfficial statistic",
        "✓ Agrees\nOfficial statistic",
    ]  # fmt: skip
    page.locator("#checks").get_by_label("Verdict").select_option(value="differs")
    expect(page.locator("#check-count")).to_have_text("1 check")


def test_a_check_says_what_was_measured_and_where_it_was_stated(
    small_page: Path, open_page: Opener
) -> None:
    check = open_page(small_page).locator(".check.differs")
    assert check.locator(".check-figures li").all_text_contents() == ["712 call-outs"]
    expect(check.locator(".check-sources")).to_have_text("All about crews · Official: Home Office")
