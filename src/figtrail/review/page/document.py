"""The page itself: the template filled with its styles, scripts and content."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from figtrail.pages import assemble_script, assemble_style, encode_content, fill_template
from figtrail.review.articles import Article
from figtrail.review.doubts import rank_figures
from figtrail.review.page.content import gather_content
from figtrail.review.page.folder import MARKER
from figtrail.snapshots import Snapshot

FOLDER = Path(__file__).parent
STYLES = ("review",)
SCRIPTS = (
    "elements",
    "content",
    "notes",
    "fields",
    "form",
    "article",
    "panel",
    "adding",
    "basket",
    "start",
)
"""The page's scripts, in the order in which they stand on one another."""


def render_page(package: Snapshot, articles: Sequence[Article]) -> str:
    """One HTML file that needs no other and no network. It holds the articles in full."""
    content = gather_content(package, articles, rank_figures(package))
    parts = {
        "marker": MARKER,
        "title": escape(content["title"]),
        "content": encode_content(content),
    }
    style, script = assemble_style(FOLDER, STYLES), assemble_script(FOLDER, SCRIPTS)
    return fill_template(FOLDER, style, script, parts)
