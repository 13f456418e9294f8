"""The page for reviewing, as an editor uses it: in Chromium, and on to a package published anew."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from browser import DESKTOP, PHONE, Opener
from figtrail import pipeline
from figtrail.model import FigtrailError
from figtrail.review import gather_articles
from figtrail.review.page import check_writable, render_page, write_page
from figtrail.snapshots import read_snapshot

FIRES = (
    "🚒 Crews in Leeds were called to 1,064 fires in 2021, up from 712 in 2020.\n\n"
    "The second station costs £2m. Its forty beds come from flat 12.\r\n\r\n"
    "</script><img src=x onerror=alert()> 🚒🚒 About 17-19 crews, or 49.4 per cent, left in 2021, "
    "said Ana Reyes. Then 30 engines left.\n"
)
HOMES = "There were 31 homes in York in 2020.\n"
ARTICLES = {"fires.txt": FIRES, "homes.md": HOMES}
WIDE = {"width": 1440, "height": 900}
HEADER = (
    "correction_id,action,source_id,char_start,char_end,quote,field,expected,corrected,"
    "reason,author,date\n"
)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A publication of two articles, published, with its page for reviewing in review/."""
    folder = tmp_path_factory.mktemp("original")
    for name, text in ARTICLES.items():
        write(folder / "seeds" / name, text)
    write(folder / "build" / "recipe.toml", 'title = "Fires & homes"\n')
    write(folder / "build" / "measures.csv", "code,label\nfires,Fires in a year\n")
    write(folder / "build" / "places.csv", "code,label\nleeds,Leeds\nyork,York\n")
    publish(folder)
    make_page(folder)
    return folder


@pytest.fixture
def folder(original: Path, tmp_path: Path) -> Path:
    """A copy of the publication, free to be changed."""
    shutil.copytree(original, tmp_path / "copy")
    return tmp_path / "copy"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_bytes(text.encode("utf-8"))


def publish(folder: Path) -> None:
    pipeline.publish(folder / "seeds", folder / "datapackage")


def make_page(folder: Path, seeds: Path | None = None) -> Path:
    package = read_snapshot(folder / "datapackage")
    page = render_page(package, gather_articles(package, seeds))
    return write_page(page, folder / "review")


def page_of(folder: Path) -> Path:
    return folder / "review" / "index.html"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "figtrail", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def read_figures(folder: Path) -> dict[str, dict[str, str]]:
    """The published figures by their quotes."""
    with (folder / "datapackage/data/figures.csv").open(encoding="utf-8", newline="") as file:
        return {row["quote"]: row for row in csv.DictReader(file)}


def mark(page: Page, quote: str) -> Locator:
    return page.locator("main mark.figure").get_by_text(quote, exact=True)


def name_reviewer(page: Page) -> None:
    page.get_by_label("Name").fill("Jo Park, desk")
    page.get_by_label("Date").fill("2026-01-31")
    page.get_by_role("button", name="Go on").click()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def confirm(page: Page, quote: str) -> None:
    mark(page, quote).click()
    press(page, "Confirm")
    if page.locator("#reviewer").is_visible():
        name_reviewer(page)


def correct(page: Page, quote: str, reason: str, **cells: str) -> None:
    mark(page, quote).click()
    press(page, "Correct")
    fill(page, reason, **cells)
    press(page, "Note: correct")


def fill(page: Page, reason: str, **cells: str) -> None:
    for field, cell in cells.items():
        place = page.locator(f"#field-{field}")
        if not place.is_visible():
            page.get_by_text("More columns").click()
        if place.evaluate("place => place.tagName") == "SELECT":
            place.select_option(value=cell)
        else:
            place.fill(cell)
    page.locator("#field-reason").fill(reason)


def reject(page: Page, quote: str, reason: str) -> None:
    mark(page, quote).click()
    press(page, "Reject")
    page.locator("#field-reason").fill(reason)
    press(page, "Note: reject")


def select(page: Page, words: str) -> None:
    """Select words of the article as a mouse does: a range, told of by the browser."""
    page.evaluate(
        """words => {
            const walker = document.createTreeWalker(document.querySelector("#text"), 4);
            while (!walker.nextNode().data.includes(words));
            const at = walker.currentNode.data.indexOf(words);
            getSelection().setBaseAndExtent(
                walker.currentNode, at, walker.currentNode, at + words.length);
        }""",
        words,
    )
    expect(page.locator("#selected")).to_be_visible()


def add(page: Page, words: str, reason: str, **cells: str) -> None:
    select(page, words)
    page.locator("#add-selected").click()
    fill(page, reason, **cells)
    press(page, "Note: add")


def download(page: Page) -> str:
    page.locator("#basket-button").click()
    with page.expect_download() as taken:
        press(page, "Download corrections.csv")
    assert taken.value.suggested_filename == "corrections.csv"
    return Path(taken.value.path()).read_bytes().decode("utf-8")


# From the page to a package published anew


def test_what_is_noted_is_downloaded_as_lines_that_publishing_takes(
    folder: Path, open_page: Opener
) -> None:
    page = open_page(page_of(folder))
    confirm(page, "1,064")
    correct(page, "712", 'The brigade "rounds" it', bound="about")
    correct(page, "£2m", "Misprint", value="2,100,000", status="planned")
    add(page, "second ", "It was missed", value="2", unit="station")
    reject(page, "forty", "Bunks, not counted")
    text = download(page)
    common = 'Jo Park, desk",2026-01-31\n'
    assert text == HEADER + (
        f',reject,fires,109,114,forty,,,,"Bunks, not counted","{common}'
        f',confirm,fires,32,37,"1,064",,,,Read again in the article,"{common}'
        f',correct,fires,61,64,712,bound,exact,about,"The brigade ""rounds"" it","{common}'
        f',correct,fires,100,103,£2m,value,2000000,2100000,Misprint,"{common}'
        f',correct,fires,100,103,£2m,status,observed,planned,Misprint,"{common}'
        f',add,fires,79,85,second,value,,2,It was missed,"{common}'
        f',add,fires,79,85,second,kind,,count,It was missed,"{common}'
        f',add,fires,79,85,second,unit,,station,It was missed,"{common}'
    )
    write(folder / "build" / "corrections.csv", text)
    published = run(folder, "publish")
    assert (published.returncode, published.stderr) == (0, "")
    proved = run(folder, "validate", "--require-sources", "--rebuild")
    assert proved.returncode == 0, proved.stdout
    figures = read_figures(folder)
    assert {quote: row["review"] for quote, row in figures.items()} == {
        "1,064": "confirmed",
        "712": "corrected",
        "second": "added",
        "£2m": "corrected",
        "17-19": "automatic",
        "49.4 per cent": "automatic",
        "30": "automatic",
        "31": "automatic",
    }
    assert (figures["712"]["bound"], figures["712"]["low"]) == ("about", "")
    assert (figures["£2m"]["value"], figures["£2m"]["status"]) == ("2100000", "planned")


def test_a_range_and_a_number_are_made_of_each_other(folder: Path, open_page: Opener) -> None:
    page = open_page(page_of(folder))
    confirm(page, "1,064")
    correct(page, "712", "It says so", bound="range", low="700", high="720")
    correct(page, "17-19", "It says so", bound="at_most", value="19")
    correct(page, "30", "Looked up", bound="over", period="2021-01-01/2021-06-30", quoted="true")
    write(folder / "build" / "corrections.csv", download(page))
    publish(folder)
    figures = read_figures(folder)
    interval = ("value", "low", "high", "bound")
    assert [figures["712"][name] for name in interval] == ["", "700", "720", "range"]
    assert [figures["17-19"][name] for name in interval] == ["19", "", "19", "at_most"]
    assert [figures["30"][name] for name in interval] == ["30", "30", "", "over"]
    assert figures["30"]["period_end"] == "2021-06-30"


def test_lines_of_another_review_are_put_at_the_end_of_the_first(
    folder: Path, open_page: Opener
) -> None:
    """There and back and there again: the new line says what the first one said."""
    corrections = folder / "build" / "corrections.csv"
    there = ",correct,fires,61,64,712,value,712,713,Printed,Jo Park,2026-01-30\n"
    back = ",correct,fires,61,64,712,value,713,712,Printed,Jo Park,2026-01-30\n"
    write(corrections, HEADER + there + back)
    publish(folder)
    make_page(folder)
    page = open_page(page_of(folder))
    correct(page, "712", "Printed", value="713")
    name_reviewer(page)
    write(corrections, HEADER + there + back + download(page).removeprefix(HEADER))
    publish(folder)
    assert read_figures(folder)["712"]["value"] == "713"


def test_a_figure_that_is_rejected_can_be_added_with_other_words(
    folder: Path, open_page: Opener
) -> None:
    page = open_page(page_of(folder))
    confirm(page, "1,064")
    add(page, "flat 12", "It is one", value="12", unit="flat")
    expect(page.locator("#panel-heading")).to_have_text("“flat 12”")
    press(page, "Add a figure that was missed")
    page.locator("#field-words").fill("£2m")
    press(page, "Find them")
    expect(page.get_by_role("alert")).to_have_text(
        "It can’t be added: the figure “£2m” stands there: correct it, or reject it first."
    )
    reject(page, "£2m", "Read with its verb")
    press(page, "Add a figure that was missed")
    page.locator("#field-words").fill("costs £2m")
    press(page, "Find them")
    fill(page, "Read with its verb", value="2000000", kind="money", unit="GBP", place="leeds")
    press(page, "Note: add")
    write(folder / "build" / "corrections.csv", download(page))
    publish(folder)
    figures = read_figures(folder)
    assert figures["costs £2m"]["place"] == "leeds"
    assert figures["flat 12"]["review"] == "added"
    assert "£2m" not in figures


def test_a_figure_whose_code_was_corrected_is_not_rejected(folder: Path, open_page: Opener) -> None:
    """Publishing would refuse: the older line corrects the code of a figure that is gone."""
    write(
        folder / "build" / "corrections.csv",
        HEADER + ",correct,fires,61,64,712,measure,,fires,Read again,Jo Park,2026-01-30\n",
    )
    publish(folder)
    make_page(folder)
    page = open_page(page_of(folder))
    mark(page, "712").click()
    press(page, "Reject")
    expect(page.get_by_role("alert")).to_contain_text("build/corrections.csv corrects its measure")


def test_nothing_is_added_in_the_very_place_of_a_figure(folder: Path, open_page: Opener) -> None:
    page = open_page(page_of(folder))
    confirm(page, "1,064")
    reject(page, "712", "Another year")
    press(page, "Add a figure that was missed")
    page.locator("#field-words").fill("712")
    press(page, "Find them")
    expect(page.get_by_role("alert")).to_contain_text("“712” stands there")
    expect(page.locator("#basket-button")).to_have_text("Noted: 2")


def test_copied_lines_have_no_header(folder: Path, open_page: Opener) -> None:
    page = open_page(page_of(folder), permissions=["clipboard-read", "clipboard-write"])
    confirm(page, "712")
    page.locator("#basket-button").click()
    press(page, "Copy the lines")
    expect(page.locator("#announcement")).to_have_text("Copied: 1 line.")
    assert page.evaluate("navigator.clipboard.readText()") == (
        ',confirm,fires,61,64,712,,,,Read again in the article,"Jo Park, desk",2026-01-31\n'
    )


# What can't be published can't be noted


@pytest.mark.parametrize(
    ("field", "cell", "words"),
    [
        ("value", "a few", "Write a plain number such as 1064 or 49.4."),
        ("value", "1234567890123456", "Write at most 15 digits."),
        ("value", "", "Fill this in."),
        ("unit", "Fire engine", "Use a currency’s code such as GBP"),
        ("period", "2021-02-30", "Write it as 2019, 2019-03"),
        ("period", "2021-03-01/2021-02-01", "The first day must not come after the last."),
    ],
)
def test_a_cell_that_can_not_be_published_is_refused_at_its_field(
    folder: Path, open_page: Opener, field: str, cell: str, words: str
) -> None:
    page = open_page(page_of(folder))
    correct(page, "712", "Looked up", **{field: cell})
    expect(page.locator(f"#error-{field}")).to_contain_text(words)
    expect(page.locator(f"#field-{field}")).to_be_focused()
    expect(page.locator("#basket-button")).to_have_text("Noted: 0")


def test_a_correction_needs_a_reason_and_a_change(folder: Path, open_page: Opener) -> None:
    page = open_page(page_of(folder))
    correct(page, "712", "", value="713")
    expect(page.locator("#error-reason")).to_contain_text("Say why")
    fill(page, "Looked up", value="712.0")
    press(page, "Note: correct")
    expect(page.locator("#error-reason")).to_contain_text("Nothing is changed")


def test_a_code_waits_until_its_words_are_published(folder: Path, open_page: Opener) -> None:
    page = open_page(page_of(folder))
    correct(page, "712", "Looked up", place_text="York", place="york")
    expect(page.locator("#error-place")).to_contain_text("makes the code anew from place_text")


def test_a_figure_that_was_reviewed_is_not_confirmed_again(folder: Path, open_page: Opener) -> None:
    write(
        folder / "build" / "corrections.csv",
        HEADER + ",confirm,fires,61,64,712,,,,Read again,Jo Park,2026-01-30\n",
    )
    publish(folder)
    make_page(folder)
    page = open_page(page_of(folder))
    mark(page, "712").click()
    expect(page.get_by_role("button", name="Confirm", exact=True)).to_be_disabled()
    expect(page.locator("#panel .calm")).to_have_text("A person has reviewed it: confirmed.")


# Notes last


def test_notes_survive_a_reload(folder: Path, open_page: Opener) -> None:
    page = open_page(page_of(folder))
    confirm(page, "1,064")
    add(page, "second", "It was missed", value="2", unit="station")
    page.reload()
    expect(page.locator("#basket-button")).to_have_text("Noted: 2")
    expect(page.locator("#reviewer-button")).to_have_text("Jo Park, desk, 2026-01-31")
    expect(mark(page, "second")).to_have_attribute("aria-label", "second, count, noted: add")
    assert download(page).count("\n") == 5


def test_a_note_can_be_taken_back(folder: Path, open_page: Opener) -> None:
    page = open_page(page_of(folder))
    confirm(page, "1,064")
    press(page, "Take it back")
    expect(page.locator("#basket-button")).to_have_text("Noted: 0")
    expect(page.get_by_role("button", name="Confirm", exact=True)).to_be_visible()


def test_where_the_browser_keeps_nothing_it_is_told_and_notes_can_be_taken(
    folder: Path, open_page: Opener
) -> None:
    page = open_page(page_of(folder))
    page.add_init_script("delete window.localStorage; Object.defineProperty(window, "
                         "'localStorage', { get() { throw new Error('no'); } })")  # fmt: skip
    page.reload()
    expect(page.get_by_text("This browser keeps no notes for this page.")).to_be_visible()
    confirm(page, "1,064")
    assert ",confirm,fires,32,37," in download(page)


def test_notes_that_no_longer_fit_are_told_and_not_downloaded(
    folder: Path, open_page: Opener
) -> None:
    page = open_page(page_of(folder))
    confirm(page, "1,064")
    correct(page, "712", "Looked up", value="713")
    write(folder / "seeds" / "fires.txt", FIRES.replace("1,064", "1,065"))
    publish(folder)
    make_page(folder)
    page.reload()
    expect(page.locator("#basket-button")).to_have_text("Noted: 0")
    expect(page.locator(".misfits li")).to_have_text(
        [
            "confirm “1,064”: the article has changed.",
            "correct “712”: the article has changed.",
        ]
    )
    press(page, "Clear them")
    expect(page.locator(".misfits")).to_have_count(0)


# What is seen


def test_the_article_is_there_in_full_and_as_text(folder: Path, open_page: Opener) -> None:
    page = open_page(page_of(folder))
    paragraphs = page.locator("#text p").evaluate_all("all => all.map(one => one.textContent)")
    assert paragraphs == [part.strip() for part in FIRES.replace("\r\n", "\n").split("\n\n")]


def test_every_figure_is_marked_in_its_place_with_a_sign_of_its_kind(
    folder: Path, open_page: Opener
) -> None:
    page = open_page(page_of(folder))
    marks = page.locator("main mark.figure").evaluate_all(
        "all => all.map(one => [one.textContent, one.dataset.sign, one.dataset.state])"
    )
    assert [(words, sign) for words, sign, _ in marks] == [
        ("1,064", "#"),
        ("712", "#"),
        ("£2m", "¤"),
        ("forty", "#"),
        ("17-19", "#"),
        ("49.4 per cent", "%"),
        ("30", "#"),
    ]
    assert "?" in {state for _, _, state in marks}
    assert page.locator(".legend li").all_inner_texts()[:2] == ["# count 5", "¤ money 1"]


def test_the_panel_shows_every_column_and_why_the_figure_needs_a_look(
    folder: Path, open_page: Opener
) -> None:
    page = open_page(page_of(folder))
    mark(page, "49.4 per cent").click()
    figure = read_figures(folder)["49.4 per cent"]
    cells = page.locator("#panel tbody tr td:nth-child(2)").evaluate_all(
        "all => all.map(one => one.firstChild.textContent)"
    )
    assert cells == [cell or "–" for cell in figure.values()]
    expect(page.locator("#panel .doubts li").first).to_be_visible()
    expect(page.locator("#panel blockquote mark")).to_have_text("49.4 per cent")


def test_an_address_leads_to_a_figure(folder: Path, open_page: Opener) -> None:
    figure_id = read_figures(folder)["31"]["figure_id"]
    page = open_page(page_of(folder), f"#{figure_id}")
    expect(page.locator("#panel-heading")).to_have_text("“31”")


def test_articles_are_found_and_ordered_by_doubt(folder: Path, open_page: Opener) -> None:
    page = open_page(page_of(folder))
    page.get_by_label("Find an article").fill("HOMES")
    expect(page.locator("#article-count")).to_have_text("(1 of 2)")
    page.locator(".entry").click()
    expect(page.locator("main h2")).to_have_text("There were 31 homes in York in 2020.")


def test_an_article_that_is_not_at_hand_is_told_of_and_its_figures_can_be_confirmed(
    folder: Path, open_page: Opener
) -> None:
    (folder / "seeds" / "fires.txt").unlink()
    done = run(folder, "review", "--page", "review")
    assert done.stdout == (
        "review/index.html: 2 articles, 8 figures.\n"
        "Not at hand, so that only their figures are shown: 1 of 2 articles (fires).\n"
        "The page holds whole articles: keep it to yourself.\n"
    )
    page = open_page(page_of(folder))
    expect(page.locator("main .notice")).to_contain_text("Text not at hand.")
    expect(page.get_by_role("button", name="Add a figure that was missed")).to_have_count(0)
    confirm(page, "712")
    assert ",confirm,fires,61,64,712," in download(page)


def test_an_article_that_has_changed_is_told_of_and_nothing_is_noted_of_it(
    folder: Path, open_page: Opener
) -> None:
    write(folder / "seeds" / "fires.txt", f"New. {FIRES}")
    done = run(folder, "review", "--page", "review")
    assert "Changed since they were read" in done.stdout
    assert "nothing of them can be noted: 1 of 2 articles (fires)." in done.stdout
    page = open_page(page_of(folder))
    expect(page.locator("main .notice")).to_contain_text("Text has changed.")
    mark(page, "712").click()
    expect(page.locator("#decision")).to_contain_text("Nothing can be noted")
    expect(page.get_by_role("button", name="Confirm", exact=True)).to_have_count(0)


# The folder and the command


def test_articles_that_lie_elsewhere_are_named_with_seeds(folder: Path) -> None:
    (folder / "seeds").rename(folder / "elsewhere")
    done = run(folder, "review", "--page", "review", "--seeds", "elsewhere")
    assert "not at hand" not in done.stdout


def test_articles_that_are_not_published_yet_are_read_first(folder: Path) -> None:
    write(folder / "seeds" / "more.txt", "Some 12 crews left Leeds.\n")
    done = run(folder, "review", "seeds", "--page", "new/review")
    assert done.stdout.startswith("new/review/index.html: 3 articles, 9 figures.\nThe page")
    assert "Some 12 crews" in (folder / "new/review/index.html").read_text("utf-8")


def test_the_folder_is_kept_out_of_repositories_and_search_engines(folder: Path) -> None:
    assert sorted(path.name for path in (folder / "review").iterdir()) == [
        ".gitignore",
        "index.html",
    ]
    assert (folder / "review" / ".gitignore").read_text("utf-8").endswith("\n*\n")
    assert 'name="robots" content="noindex' in page_of(folder).read_text("utf-8")


def test_the_same_package_gives_the_same_page_which_is_replaced(folder: Path) -> None:
    before = page_of(folder).read_bytes()
    make_page(folder)
    assert page_of(folder).read_bytes() == before


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("datapackage", "it is a published package"),
        ("datapackage/review", "it lies in a published package"),
        ("seeds", "the folder holds what is no page for reviewing"),
        ("seeds/fires.txt", "Not a directory"),
    ],
)
def test_other_folders_are_refused_and_left_as_they_are(
    folder: Path, place: str, message: str
) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    done = run(folder, "review", "--page", place)
    assert done.returncode == 1
    assert message in done.stderr
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_a_page_that_is_no_page_of_ours_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "index.html", "<!DOCTYPE html><title>Mine</title>")
    with pytest.raises(FigtrailError, match="no page for reviewing"):
        check_writable(tmp_path)


# Everybody


def test_all_of_it_works_with_the_keyboard_alone(folder: Path, open_page: Opener) -> None:
    """Skip to the article, open a figure, confirm it, close; find a missed one and add it."""
    page = open_page(page_of(folder))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the article")).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, "mark.figure")
    page.keyboard.press("Enter")
    expect(page.locator("#panel-heading")).to_be_focused()
    tab_to(page, ".good")
    page.keyboard.press("Enter")
    page.keyboard.type("Jo Park")
    page.keyboard.press("Enter")
    expect(page.locator("#panel .noted strong")).to_have_text("✓ Noted: confirm")
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    expect(mark(page, "1,064")).to_be_focused()
    page.get_by_role("button", name="Add a figure that was missed").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("s")
    page.keyboard.press("Enter")
    expect(page.locator(".place").first).to_be_focused()
    page.locator("#field-words").fill("second")
    page.keyboard.press("Enter")
    page.keyboard.type("2")
    page.locator("#field-unit").focus()
    page.keyboard.type("station")
    page.keyboard.press("Enter")
    expect(page.locator("#basket-button")).to_have_text("Noted: 2")


def tab_to(page: Page, selector: str) -> None:
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} can't be reached by keyboard")


def show_start(page: Page) -> None:
    """The page as it opens."""


def show_panel(page: Page) -> None:
    mark(page, "17-19").click()


def show_form(page: Page) -> None:
    correct(page, "712", "", value="x")


def show_adding(page: Page) -> None:
    select(page, "second")
    page.locator("#add-selected").click()


def show_selected(page: Page) -> None:
    select(page, "second")


def show_reviewer(page: Page) -> None:
    mark(page, "712").click()
    press(page, "Confirm")


def show_basket(page: Page) -> None:
    confirm(page, "712")
    correct(page, "30", "Looked up", value="31") if page.viewport_size == WIDE else None
    page.keyboard.press("Escape")
    page.locator("#basket-button").click()


SHOWN = [show_start, show_panel, show_form, show_adding, show_selected, show_reviewer, show_basket]


@pytest.mark.parametrize(
    ("scheme", "viewport"),
    [("light", WIDE), ("dark", WIDE), ("light", PHONE)],
    ids=["light", "dark", "phone"],
)
def test_axe_finds_nothing_to_mend(
    folder: Path, open_page: Opener, scheme: str, viewport: dict[str, int]
) -> None:
    for show in SHOWN:
        page = open_page(page_of(folder), color_scheme=scheme, viewport=viewport)
        show(page)
        page.wait_for_timeout(50)
        found = Axe().run(page).response["violations"]
        assert [(show.__name__, fault["id"], fault["nodes"][0]["html"]) for fault in found] == []


@pytest.mark.parametrize("width", [390, 320])
def test_nothing_is_wider_than_a_phone(folder: Path, open_page: Opener, width: int) -> None:
    for show in SHOWN:
        page = open_page(page_of(folder), viewport={"width": width, "height": 700})
        show(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, show.__name__
        inside = page.evaluate("document.querySelector('#panel').scrollWidth")
        assert inside <= width, show.__name__


def test_on_a_phone_the_panel_covers_the_article_and_gives_it_back(
    folder: Path, open_page: Opener
) -> None:
    page = open_page(page_of(folder), viewport=PHONE, has_touch=True)
    mark(page, "712").tap()
    assert page.locator("#panel").evaluate("panel => panel.matches(':modal')")
    press(page, "Next figure")
    expect(page.locator("#panel-heading")).to_have_text("“£2m”")
    press(page, "Close")
    expect(mark(page, "£2m")).to_be_focused()
    assert page.viewport_size != DESKTOP
