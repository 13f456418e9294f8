"""What tests of the published page look for in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

from page_samples import read_content


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


def _unpack(column: Any) -> list[Any]:  # noqa: ANN401
    if isinstance(column, list):
        return column
    return [None if code < 0 else column["values"][code] for code in column["codes"]]
