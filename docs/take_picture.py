"""Take docs/page.png, the README's picture: the page of datapackage/ with a figure's trail open.

`make picture` runs it. The letters are those of the fonts that the machine has.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
WINDOW = {"width": 1280, "height": 1080}
SCROLL = """(row) => {
  const rows = [...document.querySelectorAll("tr[data-figure]")];
  const top = rows[Math.max(0, rows.indexOf(row) - 3)];
  scrollBy(0, top.getBoundingClientRect().top - 88);
}"""
"""Puts three rows above the row that is opened, the first of them just below the table's head."""


def take_picture(page: Path, figure: str, picture: Path) -> None:
    """Write a PNG of the page with the trail of the first figure that is written so."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        sys.exit("the picture needs Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        view = browser.new_page(viewport=WINDOW)
        view.goto(page.as_uri())
        link = view.locator("tr[data-figure] .number").get_by_text(figure, exact=True).first
        link.locator("xpath=ancestor::tr").evaluate(SCROLL)
        link.click()
        view.locator("#trail").wait_for()
        view.screenshot(path=picture)
        browser.close()


def main() -> None:
    """Read the arguments and take the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--page", type=Path, default=ROOT / "datapackage" / "index.html")
    parser.add_argument("--figure", default="472", help="the figure, as the page writes it")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "page.png")
    arguments = parser.parse_args()
    take_picture(arguments.page.resolve(), arguments.figure, arguments.out)


if __name__ == "__main__":
    main()
